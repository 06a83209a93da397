//! Maps over made-up descriptors, compared with the standard library's.

use super::export::*;
use super::*;
use crate::types::fake;
use abi::layout::GoString;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A map with `i64` elements under test.
struct Tested {
    ty: *const MapType,
    m: *mut u8,
}

impl Tested {
    fn new(key: *const Type, hint: i64) -> Tested {
        let ty = fake::map(key, fake::basic(Kind::Int));
        // SAFETY: a descriptor.
        Tested { ty, m: unsafe { makemap(ty as *mut u8, hint) } }
    }

    fn set<K>(&self, mut key: K, value: i64) {
        // SAFETY: the tests pass keys of the type.
        unsafe { *mapassign(self.ty as *mut u8, self.m, (&raw mut key).cast()).cast::<i64>() = value };
    }

    fn get<K>(&self, mut key: K) -> Option<i64> {
        // SAFETY: the tests pass keys of the type.
        unsafe {
            mapaccess2(self.ty as *mut u8, self.m, (&raw mut key).cast()).cast::<i64>().as_ref().copied()
        }
    }

    fn delete<K>(&self, mut key: K) {
        // SAFETY: the tests pass keys of the type.
        unsafe { mapdelete(self.ty as *mut u8, self.m, (&raw mut key).cast()) };
    }

    fn clear(&self) {
        // SAFETY: a map.
        unsafe { mapclear(self.ty as *mut u8, self.m) };
    }

    fn len(&self) -> usize {
        // SAFETY: a map.
        unsafe { maplen(self.m) as usize }
    }

    /// Iterates; `step` may change the map.
    fn each<K: Copy>(&self, mut step: impl FnMut(K, i64)) {
        // SAFETY: a map, and the iterator is used as compiled code does.
        unsafe {
            let mut it: Entries = core::mem::zeroed();
            mapiterinit(self.ty as *mut u8, self.m, (&raw mut it).cast());
            while !it.key.is_null() {
                step(*it.key.cast::<K>(), *it.elem.cast::<i64>());
                mapiternext((&raw mut it).cast());
            }
        }
    }
}

fn string(s: &'static str) -> GoString {
    GoString { ptr: s.as_ptr(), len: s.len() as isize }
}

#[test]
fn random_operations_agree_with_a_model() {
    let _serial = crate::mem::tests::serial();
    for hint in [0, 5, 1000] {
        let map = Tested::new(fake::basic(Kind::Int), hint);
        let mut model = BTreeMap::new();
        let mut x = 88172645463325252u64;
        for i in 0..40_000i64 {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
            let key = (x >> 20) as i64 % 700;
            match x % 16 {
                0..8 => {
                    map.set(key, i);
                    model.insert(key, i);
                }
                8..15 => {
                    map.delete(key);
                    model.remove(&key);
                }
                _ => assert_eq!(map.get(key), model.get(&key).copied()),
            }
            if i % 9973 == 0 {
                map.clear();
                model.clear();
            }
            assert_eq!(map.len(), model.len());
        }
        let mut seen = BTreeMap::new();
        map.each(|k: i64, v| assert!(seen.insert(k, v).is_none(), "{k} twice"));
        assert_eq!(seen, model);
    }
}

#[test]
fn keys_of_every_class() {
    let _serial = crate::mem::tests::serial();
    let small = Tested::new(fake::basic(Kind::Uint8), 0);
    let half = Tested::new(fake::basic(Kind::Int32), 0);
    for i in 0..200u8 {
        small.set(i, i as i64);
        half.set(-(i as i32), i as i64);
    }
    assert_eq!((small.len(), small.get(7u8), small.get(200u8)), (200, Some(7), None));
    assert_eq!((half.len(), half.get(-7i32), half.get(7i32)), (200, Some(7), None));

    let strings = Tested::new(fake::basic(Kind::String), 0);
    let texts: Vec<&'static str> = (0..300).map(|i| &*format!("key {i}").leak()).collect();
    for (i, s) in texts.iter().enumerate() {
        strings.set(string(s), i as i64);
    }
    let copy: &'static str = String::from("key 123").leak();
    assert_eq!((strings.get(string(copy)), strings.get(string("key"))), (Some(123), None));

    let pair = fake::structure(&[("A", fake::basic(Kind::Int), 0), ("B", fake::basic(Kind::String), 8)], 24);
    let structs = Tested::new(pair, 0);
    structs.set((1i64, string("a")), 5);
    assert_eq!(structs.get((1i64, string(String::from("a").leak()))), Some(5));
    assert_eq!(structs.get((2i64, string("a"))), None);
}

#[test]
fn nan_keys_pile_up_and_only_clear_removes_them() {
    let _serial = crate::mem::tests::serial();
    let map = Tested::new(fake::basic(Kind::Float64), 0);
    for i in 0..20 {
        map.set(f64::NAN, i);
    }
    map.set(0.0f64, 100);
    map.set(-0.0f64, 101);
    assert_eq!((map.len(), map.get(f64::NAN), map.get(0.0f64)), (21, None, Some(101)));
    map.delete(f64::NAN);
    let mut seen = BTreeSet::new();
    map.each(|_: f64, v| assert!(seen.insert(v)));
    assert_eq!(seen.len(), 21);
    map.clear();
    assert_eq!(map.len(), 0);
    map.each(|_: f64, _| panic!("cleared"));
}

/// Go spec, "For statements with range clause": removed entries are not produced, every other entry that was there
/// from the beginning is produced exactly once, new ones at most once.
#[test]
fn changes_during_iteration() {
    let _serial = crate::mem::tests::serial();
    for n in [3i64, 8, 9, 100, 1000] {
        let map = Tested::new(fake::basic(Kind::Int), 0);
        for i in 0..n {
            map.set(i, i);
        }
        let mut seen = HashMap::new();
        let mut removed = BTreeSet::new();
        map.each(|k: i64, v| {
            assert!(!removed.contains(&k), "{k} was removed");
            assert_eq!(seen.insert(k, v), None, "{k} twice");
            // Each step updates its own entry, removes one not yet seen and adds several, so the map grows.
            map.set(k, v);
            if k < n {
                let victim = (k * 7 + 3) % n;
                if !seen.contains_key(&victim) {
                    map.delete(victim);
                    removed.insert(victim);
                }
                for j in 0..3 {
                    map.set(n + k * 3 + j, -1);
                }
            }
        });
        for k in (0..n).filter(|k| !removed.contains(k)) {
            assert!(seen.contains_key(&k), "{k} of {n} missing");
        }
    }
}

#[test]
fn updates_during_iteration_are_seen_after_growth() {
    let _serial = crate::mem::tests::serial();
    let map = Tested::new(fake::basic(Kind::Int), 0);
    for i in 0..50i64 {
        map.set(i, 0);
    }
    let mut first = true;
    map.each(|k: i64, v| {
        if first {
            first = false;
            for i in 0..50i64 {
                map.set(i, 7);
            }
            for i in 1000..3000i64 {
                map.set(i, 7);
            }
        } else {
            assert_eq!(v, 7, "{k}");
        }
    });
}

#[test]
fn order_varies() {
    let _serial = crate::mem::tests::serial();
    let map = Tested::new(fake::basic(Kind::Int), 0);
    for i in 0..6i64 {
        map.set(i, i);
    }
    let firsts: BTreeSet<i64> = (0..200)
        .map(|_| {
            let mut first = -1;
            map.each(|k: i64, _| {
                if first < 0 {
                    first = k
                }
            });
            first
        })
        .collect();
    assert!(firsts.len() > 3, "{firsts:?}");
}

#[test]
fn large_keys_and_elements_behind_pointers() {
    let _serial = crate::mem::tests::serial();
    let big = fake::words(&[false; 20]);
    let elem = fake::words(&[true; 200]);
    let ty = fake::map(big, elem) as *mut MapType;
    // SAFETY: a descriptor of this test; slots then hold two pointers.
    unsafe {
        (*ty).flags = flag::INDIRECT_KEY | flag::INDIRECT_ELEM;
        (*ty).elem_off = 8;
        (*ty).key_stride = 16;
        let m = makemap(ty.cast(), 0);
        let mut key = [0u64; 20];
        for i in 0..100 {
            key[19] = i;
            let place = mapassign(ty.cast(), m, (&raw mut key).cast()).cast::<u64>();
            place.add(199).write(i * 2);
        }
        for i in 0..100 {
            key[19] = i;
            assert_eq!(*mapaccess1(ty.cast(), m, (&raw mut key).cast()).cast::<u64>().add(199), i * 2);
        }
        key[19] = 100;
        let none = mapaccess1(ty.cast(), m, (&raw mut key).cast()).cast::<u64>();
        assert_eq!(*none.add(199), 0, "elements above the shared zero are zero all over");
    }
}

#[test]
fn nil_maps_can_be_read() {
    let ty = fake::map(fake::basic(Kind::Int), fake::basic(Kind::Int)) as *mut u8;
    let (nil, mut key) = (core::ptr::null_mut(), 5i64);
    // SAFETY: nil is allowed.
    unsafe {
        assert!(mapaccess2(ty, nil, (&raw mut key).cast()).is_null());
        assert_eq!(*mapaccess1(ty, nil, (&raw mut key).cast()).cast::<i64>(), 0);
        mapdelete(ty, nil, (&raw mut key).cast());
        mapclear(ty, nil);
        assert_eq!(maplen(nil), 0);
    }
}

#[test]
#[should_panic(expected = "panicrt")]
fn assignment_to_nil_panics() {
    let ty = fake::map(fake::basic(Kind::Int), fake::basic(Kind::Int)) as *mut u8;
    // SAFETY: nil is what is tested.
    unsafe { assign(&*ty.cast(), core::ptr::null_mut(), 5u64) };
}

#[test]
#[should_panic(expected = "panicunhashable_empty")]
fn unhashable_key_panics_in_an_empty_map_too() {
    let ty = fake::map(fake::basic(Kind::Interface), fake::basic(Kind::Int)) as *mut u8;
    let v = [0usize; 3];
    let mut key = abi::layout::Eface { ty: fake::uncomparable(), data: (&raw const v) as *mut u8 };
    // SAFETY: nil is allowed.
    unsafe { access(&*ty.cast(), core::ptr::null_mut(), (&raw mut key).cast()) };
}
