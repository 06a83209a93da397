//! Hash and equality of Go values, found by walking their type descriptors.
//!
//! Equal values have equal hashes: +0 and -0 agree, NaN hashes at random since it equals nothing, interfaces hash
//! their dynamic value. Values that cannot be compared raise gc's panics. Fields named `_` do not take part.

use abi::layout::{ArrayType, Eface, GoString, Iface, InterfaceType, Kind, StructField, StructType, Type};
use abi::map::WORD_KEY;

use crate::g::fast_random;
use crate::types::{self, Name, is_direct, is_regular_memory, kind};
use crate::{go, sys};

const K0: u64 = 0xa076_1d64_78bd_642f;
const K1: u64 = 0xe703_7ed1_a0b4_28db;
const K2: u64 = 0x8ebc_6af0_9c88_c6e3;

/// Both halves of a product, folded.
#[inline(always)]
fn mix(a: u64, b: u64) -> u64 {
    let p = (a as u128) * (b as u128);
    p as u64 ^ (p >> 64) as u64
}

/// A word that is a key of a map, as compiled code does it, too. Not each of its bits depends on all of the word, but maps do
/// well with it.
#[inline(always)]
pub fn hash_word(v: u64, seed: u64) -> u64 {
    mix(v ^ seed, WORD_KEY)
}

/// A word anywhere else.
#[inline(always)]
fn hash_u64(v: u64, seed: u64) -> u64 {
    mix(mix(v ^ seed, K0), K2)
}

/// Up to eight bytes as a number.
///
/// # Safety
/// `p` must be readable for `n` (1 to 8) bytes.
#[inline(always)]
unsafe fn read_short(p: *const u8, n: usize) -> u64 {
    // SAFETY: by contract.
    unsafe {
        match n {
            8 => p.cast::<u64>().read_unaligned(),
            4..8 => {
                let low = p.cast::<u32>().read_unaligned() as u64;
                let high = p.add(n - 4).cast::<u32>().read_unaligned() as u64;
                low | high << 32
            }
            _ => (*p as u64) | (*p.add(n / 2) as u64) << 8 | (*p.add(n - 1) as u64) << 16,
        }
    }
}

/// Bytes (the scheme of wyhash: 16 bytes a step, folded products).
///
/// # Safety
/// `p` must be readable for `n` bytes.
#[inline]
pub unsafe fn hash_bytes(p: *const u8, n: usize, seed: u64) -> u64 {
    // SAFETY: by contract.
    unsafe {
        let (mut p, mut rest, mut h) = (p, n, seed ^ K0);
        while rest > 16 {
            h = mix(read_short(p, 8) ^ K1, read_short(p.add(8), 8) ^ h);
            p = p.add(16);
            rest -= 16;
        }
        let (a, b) = match rest {
            0 => (0, 0),
            1..=8 => (read_short(p, rest), 0),
            _ => (read_short(p, 8), read_short(p.add(rest - 8), 8)),
        };
        mix(K2 ^ n as u64, mix(a ^ K1, b ^ h))
    }
}

fn hash_f64(v: f64, seed: u64) -> u64 {
    if v == 0.0 {
        hash_u64(0, seed)
    } else if v.is_nan() {
        fast_random()
    } else {
        hash_u64(v.to_bits(), seed)
    }
}

/// A value of a type in memory. `empty_map` chooses the wording of the panic for unhashable values.
///
/// # Safety
/// `p` must point to a value of the type.
pub unsafe fn hash_value(ty: &Type, p: *const u8, seed: u64, empty_map: bool) -> u64 {
    // SAFETY: by contract, with the type's layout.
    unsafe {
        if is_regular_memory(ty) {
            return if ty.size == 8 { hash_u64(*p.cast(), seed) } else { hash_bytes(p, ty.size, seed) };
        }
        match kind(ty) {
            Kind::Float32 => hash_f64(*p.cast::<f32>() as f64, seed),
            Kind::Float64 => hash_f64(*p.cast(), seed),
            Kind::Complex64 => {
                hash_f64(*p.cast::<f32>().add(1) as f64, hash_f64(*p.cast::<f32>() as f64, seed))
            }
            Kind::Complex128 => hash_f64(*p.cast::<f64>().add(1), hash_f64(*p.cast(), seed)),
            Kind::String => {
                let s = &*p.cast::<GoString>();
                hash_bytes(s.ptr, s.len as usize, seed)
            }
            Kind::Interface => hash_interface(ty, p, seed, empty_map),
            Kind::Array => {
                let array: &ArrayType = types::specific(ty);
                let elem = &*array.elem;
                (0..array.len).fold(seed, |h, i| hash_value(elem, p.add(i * elem.size), h, empty_map))
            }
            Kind::Struct => {
                let fields = types::fields(types::specific(ty));
                fields
                    .iter()
                    .filter(|f| !is_blank(f.name))
                    .fold(seed, |h, f| hash_value(&*f.ty, p.add(f.offset), h, empty_map))
            }
            _ if ty.equal.is_null() => go::panic_unhashable(ty, empty_map),
            _ => hash_bytes(p, ty.size, seed),
        }
    }
}

/// # Safety
/// `p` must point to an interface of type `ty`.
unsafe fn hash_interface(ty: &Type, p: *const u8, seed: u64, empty_map: bool) -> u64 {
    // SAFETY: by contract.
    unsafe {
        let Eface { ty: dynamic, data } = load_interface(ty, p);
        let Some(dynamic_type) = dynamic.as_ref() else { return seed };
        if dynamic_type.equal.is_null() {
            go::panic_unhashable(dynamic, empty_map);
        }
        let seed = seed ^ dynamic_type.hash as u64;
        if is_direct(dynamic_type) {
            hash_u64(data as u64, seed)
        } else {
            hash_value(dynamic_type, data, seed, empty_map)
        }
    }
}

/// An interface value with its dynamic type in the first word.
///
/// # Safety
/// `p` must point to an interface of type `ty`.
unsafe fn load_interface(ty: &Type, p: *const u8) -> Eface {
    // SAFETY: by contract.
    unsafe {
        let inter: &InterfaceType = types::specific(ty);
        if inter.methods.len == 0 {
            return *p.cast::<Eface>();
        }
        let i = *p.cast::<Iface>();
        Eface { ty: i.tab.as_ref().map_or(core::ptr::null(), |tab| tab.ty), data: i.data }
    }
}

/// # Safety
/// `name` must be an encoded name.
unsafe fn is_blank(name: *const u8) -> bool {
    // SAFETY: by contract.
    unsafe { Name::new(name) }.as_str() == "_"
}

/// Whether two ranges of memory are equal.
///
/// # Safety
/// Both must be readable for `n` bytes.
#[inline]
pub unsafe fn equal_bytes(p: *const u8, q: *const u8, n: usize) -> bool {
    // SAFETY: by contract; two accesses cover all bytes, overlapping in the middle.
    unsafe {
        match n {
            8..=16 => {
                let word = |p: *const u8, at: usize| p.add(at).cast::<u64>().read_unaligned();
                (word(p, 0) ^ word(q, 0)) | (word(p, n - 8) ^ word(q, n - 8)) == 0
            }
            4..8 => {
                let word = |p: *const u8, at: usize| p.add(at).cast::<u32>().read_unaligned();
                (word(p, 0) ^ word(q, 0)) | (word(p, n - 4) ^ word(q, n - 4)) == 0
            }
            1..4 => {
                let byte = |p: *const u8, at: usize| *p.add(at);
                let differs = |at: usize| byte(p, at) ^ byte(q, at);
                differs(0) | differs(n / 2) | differs(n - 1) == 0
            }
            _ => p == q || core::slice::from_raw_parts(p, n) == core::slice::from_raw_parts(q, n),
        }
    }
}

/// Whether two values of a type are equal.
///
/// # Safety
/// Both must point to values of the type.
pub unsafe fn equal_value(ty: &Type, p: *const u8, q: *const u8) -> bool {
    // SAFETY: by contract, with the type's layout.
    unsafe {
        if is_regular_memory(ty) {
            return if ty.size == 8 {
                *p.cast::<u64>() == *q.cast::<u64>()
            } else {
                ty.size == 0 || equal_bytes(p, q, ty.size)
            };
        }
        match kind(ty) {
            Kind::Float32 => *p.cast::<f32>() == *q.cast::<f32>(),
            Kind::Float64 => *p.cast::<f64>() == *q.cast::<f64>(),
            Kind::Complex64 => *p.cast::<[f32; 2]>() == *q.cast::<[f32; 2]>(),
            Kind::Complex128 => *p.cast::<[f64; 2]>() == *q.cast::<[f64; 2]>(),
            Kind::String => {
                let (a, b) = (&*p.cast::<GoString>(), &*q.cast::<GoString>());
                a.len == b.len && (a.len == 0 || equal_bytes(a.ptr, b.ptr, a.len as usize))
            }
            Kind::Interface => {
                let (a, b) = (load_interface(ty, p), load_interface(ty, q));
                a.ty == b.ty && (a.ty.is_null() || equal_data(&*a.ty, a.data, b.data))
            }
            Kind::Array => {
                let array: &ArrayType = types::specific(ty);
                let elem = &*array.elem;
                (0..array.len).all(|i| equal_value(elem, p.add(i * elem.size), q.add(i * elem.size)))
            }
            Kind::Struct => {
                let fields = types::fields(types::specific::<StructType>(ty));
                // What is cheap comes first, as long as nothing before it may panic: strings of different lengths need
                // not be read (gc: `compare.EqStruct`).
                let is_plain =
                    |f: &&StructField| !matches!(kind(&*f.ty), Kind::Interface | Kind::Struct | Kind::Array);
                let may_be_equal = |f: &StructField| {
                    let (a, b) = (p.add(f.offset), q.add(f.offset));
                    match kind(&*f.ty) {
                        _ if is_blank(f.name) => true,
                        Kind::String => (*a.cast::<GoString>()).len == (*b.cast::<GoString>()).len,
                        _ => equal_value(&*f.ty, a, b),
                    }
                };
                fields.iter().take_while(is_plain).all(may_be_equal)
                    && fields
                        .iter()
                        .all(|f| is_blank(f.name) || equal_value(&*f.ty, p.add(f.offset), q.add(f.offset)))
            }
            _ if ty.equal.is_null() => go::panic_uncomparable(ty),
            _ => equal_bytes(p, q, ty.size),
        }
    }
}

/// Whether two interface data words of the same dynamic type stand for equal values.
///
/// # Safety
/// They must be data words of that type.
pub unsafe fn equal_data(ty: &Type, x: *const u8, y: *const u8) -> bool {
    if ty.equal.is_null() {
        go::panic_uncomparable(ty);
    }
    if is_direct(ty) || (x == y && !may_differ_from_itself(ty)) {
        return x == y;
    }
    // SAFETY: by contract.
    unsafe { equal_value(ty, x, y) }
}

/// Whether a value of the type can be unequal to itself (NaN) or raise a panic when compared with itself.
fn may_differ_from_itself(ty: &Type) -> bool {
    !is_regular_memory(ty) && kind(ty) != Kind::String
}

/// A seed that differs from run to run.
pub fn random_seed() -> u64 {
    let mut bytes = [0; 8];
    sys::random(&mut bytes);
    u64::from_ne_bytes(bytes) ^ sys::nanotime() as u64
}

/// The entry points.
pub mod export {
    use super::*;
    use abi::layout::Itab;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.efaceeq"))]
    pub unsafe extern "C" fn efaceeq(ty: *mut u8, x: *mut u8, y: *mut u8) -> u8 {
        // SAFETY: by contract; two nil interfaces are equal.
        unsafe { ty.cast::<Type>().as_ref().is_none_or(|ty| equal_data(ty, x, y)) as u8 }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.ifaceeq"))]
    pub unsafe extern "C" fn ifaceeq(tab: *mut u8, x: *mut u8, y: *mut u8) -> u8 {
        // SAFETY: by contract; two nil interfaces are equal.
        unsafe { tab.cast::<Itab>().as_ref().is_none_or(|tab| equal_data(&*tab.ty, x, y)) as u8 }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.typedequal"))]
    pub unsafe extern "C" fn typedequal(ty: *mut u8, p: *mut u8, q: *mut u8) -> u8 {
        // SAFETY: by contract.
        unsafe { equal_value(&*ty.cast(), p, q) as u8 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::fake;

    fn hash<T>(ty: *const Type, v: &T) -> u64 {
        // SAFETY: the tests pass values of the type.
        unsafe { hash_value(&*ty, (v as *const T).cast(), 42, false) }
    }

    fn equal<T>(ty: *const Type, a: &T, b: &T) -> bool {
        // SAFETY: the tests pass values of the type.
        unsafe { equal_value(&*ty, (a as *const T).cast(), (b as *const T).cast()) }
    }

    fn string(s: &str) -> GoString {
        GoString { ptr: s.as_ptr(), len: s.len() as isize }
    }

    #[test]
    fn floats() {
        let _serial = crate::mem::tests::serial();
        let f = fake::basic(Kind::Float64);
        assert_eq!(hash(f, &0.0f64), hash(f, &-0.0f64));
        assert!(equal(f, &0.0f64, &-0.0f64));
        assert_ne!(hash(f, &f64::NAN), hash(f, &f64::NAN));
        assert!(!equal(f, &f64::NAN, &f64::NAN));
        let c = fake::basic(Kind::Complex128);
        assert!(equal(c, &[0.0f64, 1.0], &[-0.0, 1.0]) && !equal(c, &[0.0f64, 1.0], &[0.0, 2.0]));
        assert_eq!(hash(c, &[0.0f64, 1.0]), hash(c, &[-0.0f64, 1.0]));
    }

    #[test]
    fn strings_by_content() {
        let s = fake::basic(Kind::String);
        let owned = String::from("hello, world, hello");
        assert!(equal(s, &string("hello, world, hello"), &string(&owned)));
        assert_eq!(hash(s, &string("hello, world, hello")), hash(s, &string(&owned)));
        assert!(!equal(s, &string("a"), &string("b")) && !equal(s, &string("a"), &string("aa")));
        let mut seen = std::collections::HashSet::new();
        for n in 0..200 {
            let text = "x".repeat(n);
            assert!(seen.insert(hash(s, &string(&text))), "length {n}");
        }
    }

    /// Every input bit must reach all bits.
    #[test]
    fn avalanche() {
        let int = fake::basic(Kind::Int);
        for bit in 0..64 {
            let mut flips = [0u32; 64];
            for v in 0..256u64 {
                let v = v.wrapping_mul(0x9e37_79b9_7f4a_7c15);
                let d = hash(int, &v) ^ hash(int, &(v ^ 1 << bit));
                for (i, f) in flips.iter_mut().enumerate() {
                    *f += (d >> i & 1) as u32;
                }
            }
            assert!(flips.iter().all(|&f| (64..192).contains(&f)), "input bit {bit}: {flips:?}");
        }
    }

    #[test]
    fn blank_fields_do_not_count() {
        let int = fake::basic(Kind::Int);
        let f = fake::basic(Kind::Float64);
        let st = fake::structure(&[("A", f, 0), ("_", int, 8), ("B", int, 16)], 24);
        let (a, b) = ([0f64.to_bits(), 1, 2], [(-0f64).to_bits(), 9, 2]);
        assert!(equal(st, &a, &b));
        assert_eq!(hash(st, &a), hash(st, &b));
        assert!(!equal(st, &a, &[0u64, 1, 3]));
    }

    #[test]
    fn interfaces_by_dynamic_value() {
        let iface = fake::basic(Kind::Interface);
        let int = fake::basic(Kind::Int);
        let (one, uno, two) = (1i64, 1i64, 2i64);
        let e = |ty, v: &i64| Eface { ty, data: (v as *const i64) as *mut u8 };
        assert!(equal(iface, &e(int, &one), &e(int, &uno)) && !equal(iface, &e(int, &one), &e(int, &two)));
        assert_eq!(hash(iface, &e(int, &one)), hash(iface, &e(int, &uno)));
        let other = fake::basic(Kind::Int);
        assert!(!equal(iface, &e(int, &one), &e(other, &one)));
        let nil = Eface { ty: core::ptr::null(), data: core::ptr::null_mut() };
        assert!(equal(iface, &nil, &nil) && !equal(iface, &nil, &e(int, &one)));
        let nan = f64::NAN;
        let boxed = Eface { ty: fake::basic(Kind::Float64), data: (&raw const nan) as *mut u8 };
        assert!(!equal(iface, &boxed, &boxed), "NaN in an interface differs from itself");
    }

    #[test]
    #[should_panic(expected = "panicunhashable")]
    fn unhashable_in_an_interface() {
        let v = [0usize; 3];
        let e = Eface { ty: fake::uncomparable(), data: (&raw const v) as *mut u8 };
        hash(fake::basic(Kind::Interface), &e);
    }

    #[test]
    #[should_panic(expected = "panicuncomparable")]
    fn uncomparable_in_an_interface() {
        let v = [0usize; 3];
        let e = Eface { ty: fake::uncomparable(), data: (&raw const v) as *mut u8 };
        equal(fake::basic(Kind::Interface), &e, &e);
    }
}
