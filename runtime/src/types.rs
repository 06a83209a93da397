//! Reading type descriptors.

use abi::layout::{
    ArrayType, ChanType, FuncType, GoSlice, Imethod, InterfaceType, Kind, MapType, Method, PtrType,
    SliceType, StructField, StructType, Type, UncommonType, name_flag, tflag,
};

/// The kind of a type.
#[inline]
pub fn kind(ty: &Type) -> Kind {
    // SAFETY: the compiler writes valid kinds, and the enum covers them without gaps.
    unsafe { core::mem::transmute(ty.kind.min(Kind::UnsafePointer as u8)) }
}

/// A type as Go writes it (`main.T`, `[]int`).
pub fn type_name(ty: &Type) -> &'static str {
    // SAFETY: descriptors have the address of their encoded name.
    let name = unsafe { Name::new(at(ty.str)) }.as_str();
    if ty.tflag & tflag::EXTRA_STAR != 0 { &name[1..] } else { name }
}

/// Whether values are stored in the data word of an interface.
#[inline]
pub fn is_direct(ty: &Type) -> bool {
    ty.tflag & tflag::DIRECT_IFACE != 0
}

/// Whether equality and hash are those of plain memory.
#[inline]
pub fn is_regular_memory(ty: &Type) -> bool {
    ty.tflag & tflag::REGULAR_MEMORY != 0
}

/// A Go slice of a descriptor as a Rust slice.
///
/// # Safety
/// Its elements must be `T`s that live for ever.
pub unsafe fn slice<T>(s: &GoSlice) -> &'static [T] {
    if s.len <= 0 {
        return &[];
    }
    // SAFETY: by contract.
    unsafe { core::slice::from_raw_parts(s.ptr.cast(), s.len as usize) }
}

/// The descriptor of its kind behind the common part.
///
/// # Safety
/// `T` must be the descriptor struct of the type's kind.
pub unsafe fn specific<T>(ty: &Type) -> &T {
    // SAFETY: by contract; descriptors begin with their common part.
    unsafe { &*(ty as *const Type).cast() }
}

/// What stands behind the address in a 32-bit offset field.
pub fn at<T>(offset: u32) -> *const T {
    offset as usize as *const T
}

/// The uncommon part of a type with a name or methods.
pub fn uncommon(ty: &Type) -> Option<&UncommonType> {
    if ty.tflag & tflag::UNCOMMON == 0 {
        return None;
    }
    let offset = match kind(ty) {
        Kind::Struct => size_of::<StructType>(),
        Kind::Pointer => size_of::<PtrType>(),
        Kind::Func => size_of::<FuncType>(),
        Kind::Slice => size_of::<SliceType>(),
        Kind::Array => size_of::<ArrayType>(),
        Kind::Chan => size_of::<ChanType>(),
        Kind::Map => size_of::<MapType>(),
        Kind::Interface => size_of::<InterfaceType>(),
        _ => size_of::<Type>(),
    };
    // SAFETY: the flag says that it follows.
    unsafe { Some(&*(ty as *const Type).byte_add(offset).cast()) }
}

/// The methods of a type, sorted by name.
pub fn methods(ty: &Type) -> &[Method] {
    let Some(uncommon) = uncommon(ty).filter(|u| u.mcount != 0) else { return &[] };
    // SAFETY: `moff` is the distance to the array.
    unsafe {
        let first = (uncommon as *const UncommonType).byte_add(uncommon.moff as usize).cast();
        core::slice::from_raw_parts(first, uncommon.mcount as usize)
    }
}

/// The methods of an interface, sorted by name.
pub fn interface_methods(inter: &InterfaceType) -> &'static [Imethod] {
    // SAFETY: a descriptor's slice.
    unsafe { slice(&inter.methods) }
}

/// The fields of a struct.
pub fn fields(ty: &StructType) -> &'static [StructField] {
    // SAFETY: a descriptor's slice.
    unsafe { slice(&ty.fields) }
}

/// An encoded name.
#[derive(Clone, Copy)]
pub struct Name(*const u8);

impl Name {
    /// The name at an address.
    ///
    /// # Safety
    /// An encoded name must stand there.
    pub unsafe fn new(p: *const u8) -> Name {
        Name(p)
    }

    fn flags(self) -> u8 {
        // SAFETY: the first byte.
        unsafe { *self.0 }
    }

    /// A length-prefixed text at an offset, and the offset behind it.
    fn text(self, mut offset: usize) -> (&'static str, usize) {
        let (mut len, mut shift) = (0usize, 0);
        // SAFETY: a varint and that many bytes of UTF-8.
        unsafe {
            loop {
                let byte = *self.0.add(offset);
                offset += 1;
                len |= ((byte & 0x7f) as usize) << shift;
                if byte & 0x80 == 0 {
                    break;
                }
                shift += 7;
            }
            let bytes = core::slice::from_raw_parts(self.0.add(offset), len);
            (core::str::from_utf8_unchecked(bytes), offset + len)
        }
    }

    /// The name itself.
    pub fn as_str(self) -> &'static str {
        self.text(1).0
    }

    /// Exported.
    pub fn is_exported(self) -> bool {
        self.flags() & name_flag::EXPORTED != 0
    }

    /// The package path, if it is recorded in the name.
    pub fn pkg_path(self) -> Option<&'static str> {
        if self.flags() & name_flag::PKG_PATH == 0 {
            return None;
        }
        let (_, mut offset) = self.text(1);
        if self.flags() & name_flag::TAG != 0 {
            offset = self.text(offset).1;
        }
        // SAFETY: the flag says that four bytes follow, which hold the address of a name.
        unsafe {
            let reference = self.0.add(offset).cast::<u32>().read_unaligned();
            Some(Name(at(reference)).as_str())
        }
    }
}

/// Descriptors for unit tests.
#[cfg(test)]
pub mod fake {
    use super::*;
    use abi::layout::FuncVal;
    use core::ptr::null;

    static COMPARABLE: usize = 0;

    /// A type with everything but its kind's own part.
    pub fn ty(kind: Kind, size: usize, pointers: &[bool], tflag: u8) -> Type {
        let words = pointers.iter().rposition(|&p| p).map_or(0, |i| i + 1);
        let mut mask = vec![0u8; words.div_ceil(8)];
        for (i, &p) in pointers.iter().enumerate() {
            if p {
                mask[i / 8] |= 1 << (i % 8);
            }
        }
        Type {
            size,
            ptr_bytes: words * 8,
            hash: 0,
            tflag,
            align: 8,
            field_align: 8,
            kind: kind as u8,
            equal: (&raw const COMPARABLE).cast::<FuncVal>(),
            gcdata: if words == 0 { null() } else { Vec::leak(mask).as_ptr() },
            str: 0,
            ptr_to_this: 0,
        }
    }

    /// A type of so many words with pointers where said.
    pub fn words(pointers: &[bool]) -> *const Type {
        Box::leak(Box::new(ty(Kind::Struct, pointers.len() * 8, pointers, tflag::REGULAR_MEMORY)))
    }

    /// An unnamed basic type.
    pub fn basic(kind: Kind) -> *const Type {
        let (size, regular) = match kind {
            Kind::Bool | Kind::Int8 | Kind::Uint8 => (1, true),
            Kind::Int16 | Kind::Uint16 => (2, true),
            Kind::Int32 | Kind::Uint32 => (4, true),
            Kind::Float32 => (4, false),
            Kind::Float64 | Kind::Complex64 => (8, false),
            Kind::Complex128 => (16, false),
            Kind::String => (16, false),
            Kind::Interface => (16, false),
            _ => (8, true),
        };
        let pointers: &[bool] = match kind {
            Kind::String => &[true, false],
            Kind::Interface => &[true, true],
            Kind::Pointer | Kind::Chan | Kind::Map | Kind::Func | Kind::UnsafePointer => &[true],
            _ => &[],
        };
        let flags = if regular { tflag::REGULAR_MEMORY } else { 0 };
        let mut t = ty(kind, size, pointers, flags);
        if matches!(kind, Kind::Pointer | Kind::Chan | Kind::UnsafePointer) {
            t.tflag |= tflag::DIRECT_IFACE;
        }
        if kind == Kind::Interface {
            let methods = GoSlice { ptr: core::ptr::null_mut(), len: 0, cap: 0 };
            return &raw const Box::leak(Box::new(InterfaceType { ty: t, pkg_path: null(), methods })).ty;
        }
        Box::leak(Box::new(t))
    }

    /// `[]T` for a T that does not matter; not comparable.
    pub fn uncomparable() -> *const Type {
        let mut t = ty(Kind::Slice, 24, &[true, false, false], 0);
        t.equal = null();
        Box::leak(Box::new(t))
    }

    /// An encoded name.
    pub fn name(text: &str) -> *const u8 {
        let mut bytes = vec![u8::from(text.as_bytes()[0].is_ascii_uppercase()), text.len() as u8];
        bytes.extend(text.bytes());
        Vec::leak(bytes).as_ptr()
    }

    /// `struct { … }` with fields at 8-byte offsets or those given.
    pub fn structure(list: &[(&str, *const Type, usize)], size: usize) -> *const Type {
        let mut pointers = vec![false; size / 8];
        let mut comparable = true;
        let mut parts = Vec::new();
        for &(text, field, offset) in list {
            // SAFETY: a descriptor.
            let t = unsafe { &*field };
            comparable &= !t.equal.is_null();
            for word in 0..t.ptr_bytes / 8 {
                // SAFETY: the mask covers `ptr_bytes`.
                pointers[offset / 8 + word] = unsafe { *t.gcdata.add(word / 8) >> (word % 8) & 1 != 0 };
            }
            parts.push(StructField { name: name(text), ty: field, offset });
        }
        let mut t = ty(Kind::Struct, size, &pointers, 0);
        if !comparable {
            t.equal = null();
        }
        let parts = Vec::leak(parts);
        let fields =
            GoSlice { ptr: parts.as_mut_ptr().cast(), len: parts.len() as isize, cap: parts.len() as isize };
        &raw const Box::leak(Box::new(StructType { ty: t, pkg_path: null(), fields })).ty
    }

    /// `map[K]V`
    pub fn map(key: *const Type, elem: *const Type) -> *const MapType {
        // SAFETY: descriptors.
        let (key_size, elem_size) = unsafe { ((*key).size, (*elem).size) };
        let elem_off = key_size.next_multiple_of(8);
        Box::leak(Box::new(MapType {
            ty: ty(Kind::Map, 8, &[true], 0),
            key,
            elem,
            group: null(),
            hasher: null(),
            group_size: 0,
            keys_off: 0,
            key_stride: (elem_off + elem_size).next_multiple_of(8),
            elems_off: 0,
            elem_stride: (elem_off + elem_size).next_multiple_of(8),
            elem_off,
            flags: 0,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_decoded() {
        // SAFETY: encoded names.
        let exported = unsafe { Name::new(fake::name("Hello")) };
        assert_eq!((exported.as_str(), exported.is_exported(), exported.pkg_path()), ("Hello", true, None));
        let long: String = "x".repeat(100);
        // SAFETY: an encoded name.
        assert_eq!(unsafe { Name::new(fake::name(&long)) }.as_str(), long);
    }
}
