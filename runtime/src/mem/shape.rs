//! Shapes: what the cells of a block have in common, so that objects need no headers.
//!
//! A shape is a cell size and a pattern of pointers. The pattern of an array's element is repeated over the cell; the
//! part of a cell behind the object is zero, so it does no harm to look at it. Elements of more than 64 words have no
//! pattern that fits: their objects start with a word that names the element type. So do those that come when the
//! table is full.

use abi::layout::Type;
use core::ptr::{null, null_mut};

use super::block::{NONE, Scan};
use super::size_class::{self, CLASSES, MAX_SMALL, SIZES};

/// How the collector reads a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pattern {
    /// No pointers.
    None,
    /// Every `period` words the same `mask` of pointers.
    Mask {
        /// Words of an element, 1 to 64.
        period: u8,
        /// Bit i: word i is a pointer.
        mask: u64,
    },
    /// The first word is the element type.
    Header,
}

impl Pattern {
    /// What the record of a block with cells of `cell` bytes says of them: kind, period and mask.
    pub fn in_cells_of(self, cell: u32) -> (Scan, u8, u64) {
        let words = cell as usize / 8;
        match self {
            Pattern::None => (Scan::None, 0, 0),
            Pattern::Header => (Scan::Header, 0, 0),
            Pattern::Mask { period, mask } if words > 64 => (Scan::Repeated, period, mask),
            Pattern::Mask { period, mask } => {
                let period = period as usize;
                let whole = (0..words).filter(|word| mask >> (word % period) & 1 != 0);
                (Scan::Whole, 0, whole.fold(0, |bits, word| bits | 1 << word))
            }
        }
    }
}

/// A shape.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Cell size class.
    pub class: u8,
    /// Bytes of a cell.
    pub cell: u32,
    /// Pointers.
    pub pattern: Pattern,
    /// Blocks with free cells that no processor allocates from.
    pub partial: u32,
}

/// The run of free cells of a shape that a processor allocates from. All zero bytes are none.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Next free cell.
    pub cur: usize,
    /// End of the run. Memory in `[cur, end)` is zero.
    pub end: usize,
    /// Bytes of a cell.
    pub cell: u32,
    /// Block of the run, if `end` is not 0. It belongs to the processor until its cells are used up.
    pub block: u32,
}

impl Run {
    /// No run.
    pub const NONE: Run = Run { cur: 0, end: 0, cell: 0, block: 0 };

    /// A cell if there is one.
    #[inline(always)]
    fn take(&mut self) -> Option<usize> {
        let p = self.cur;
        if p == self.end {
            return None;
        }
        self.cur += self.cell as usize;
        Some(p)
    }
}

/// What a processor allocates from without asking anybody. All zero bytes are an empty one.
pub struct Cache {
    /// By shape.
    pub runs: [Run; MAX_SHAPES],
    /// Shapes of types seen lately.
    types: [CacheEntry; TYPES],
    /// Runs for single objects of types seen lately.
    objects: [ObjectEntry; OBJECTS],
}

impl Cache {
    /// An empty one.
    pub const fn new() -> Cache {
        let types = [CacheEntry { ty: null(), class: 0, shape: 0 }; TYPES];
        let objects = [ObjectEntry { ty: null(), run: null_mut() }; OBJECTS];
        Cache { runs: [Run::NONE; MAX_SHAPES], types, objects }
    }

    /// Objects and bytes that the heap counts though they have not been allocated yet.
    pub fn counted_ahead(&self) -> (u64, u64) {
        self.runs.iter().filter(|run| run.cur < run.end).fold((0, 0), |(objects, bytes), run| {
            let rest = run.end - run.cur;
            (objects + (rest / run.cell as usize) as u64, bytes + rest as u64)
        })
    }

    /// A zeroed object of type `ty` if the run for it is known and has a cell.
    #[inline(always)]
    pub fn new_object(&mut self, ty: *const Type) -> Option<*mut u8> {
        let entry = self.objects[object_slot(ty)];
        if entry.ty != ty {
            return None;
        }
        // SAFETY: one of ours; caches do not move.
        unsafe { (*entry.run).take().map(|p| p as *mut u8) }
    }

    /// Notes the run for objects of a type, if they have no header and the shape is known.
    ///
    /// # Safety
    /// `ty` must be a type descriptor; the cache must not move from now on.
    pub unsafe fn know_object(&mut self, ty: *const Type) {
        // SAFETY: by contract.
        let (size, has_pointers) = unsafe { ((*ty).size, (*ty).ptr_bytes != 0) };
        if size == 0 || size > MAX_SMALL {
            return;
        }
        let class = size_class::class_of(size);
        let shape = if has_pointers {
            let known = self.types[type_slot(class, ty)];
            if known.ty != ty || known.class as usize != class || known.shape == WITH_HEADER {
                return;
            }
            known.shape as usize
        } else {
            class
        };
        self.objects[object_slot(ty)] = ObjectEntry { ty, run: &raw mut self.runs[shape] };
    }

    /// A zeroed object if it can be had from the runs at hand.
    ///
    /// # Safety
    /// `ty` must be null or the element type's descriptor.
    #[inline]
    pub unsafe fn allocate(&mut self, size: usize, ty: *const Type) -> Option<*mut u8> {
        if size > MAX_SMALL {
            return None;
        }
        let class = size_class::class_of(size);
        // SAFETY: by contract.
        if ty.is_null() || unsafe { (*ty).ptr_bytes == 0 } {
            return self.runs[class].take().map(|p| p as *mut u8);
        }
        let entry = self.types[type_slot(class, ty)];
        if entry.ty != ty || entry.class as usize != class {
            return None;
        }
        if entry.shape != WITH_HEADER {
            return self.runs[entry.shape as usize].take().map(|p| p as *mut u8);
        }
        if size + size_of::<usize>() > MAX_SMALL {
            return None;
        }
        let p = self.runs[header_shape(size) as usize].take()?;
        // SAFETY: a cell for a header and the object.
        unsafe { (p as *mut *const Type).write(ty) };
        Some((p + size_of::<usize>()) as *mut u8)
    }

    /// The cell for what has just been placed, if the run has one.
    pub fn take(&mut self, shape: u16) -> Option<usize> {
        self.runs[shape as usize].take()
    }
}

impl Default for Cache {
    fn default() -> Self {
        Self::new()
    }
}

/// In a cache, instead of a shape: objects of the type have a header.
const WITH_HEADER: u16 = u16::MAX;

/// The shape for objects of `size` bytes behind a header.
fn header_shape(size: usize) -> u16 {
    (FIRST_HEADER + size_class::class_of(size + size_of::<usize>())) as u16
}

#[inline(always)]
fn type_slot(class: usize, ty: *const Type) -> usize {
    (ty as usize >> 3).wrapping_mul(0x9e37_79b9).wrapping_add(class) % TYPES
}

#[inline(always)]
fn object_slot(ty: *const Type) -> usize {
    (ty as usize >> 4) % OBJECTS
}

/// Shapes there can be.
pub const MAX_SHAPES: usize = 512;
/// Shapes without pointers: one per class, numbered by it.
const FIRST_HEADER: usize = CLASSES;
/// Shapes with header: one per class.
const FIRST_MASK: usize = 2 * CLASSES;

/// Places for types in a cache.
const TYPES: usize = 1024;

#[derive(Clone, Copy)]
struct CacheEntry {
    ty: *const Type,
    class: u8,
    shape: u16,
}

/// Places for types of objects in a cache.
const OBJECTS: usize = 256;

#[derive(Clone, Copy)]
struct ObjectEntry {
    ty: *const Type,
    run: *mut Run,
}

/// All shapes of the program.
pub struct Shapes {
    table: [Shape; MAX_SHAPES],
    len: usize,
}

/// Where an object goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Placement {
    /// A cell of this shape.
    Cell(u16),
    /// A cell of this shape behind a header.
    Header(u16),
    /// Blocks of its own.
    Large,
}

const EMPTY: Shape = Shape { class: 0, cell: 0, pattern: Pattern::None, partial: 0 };

fn shape(class: usize, pattern: Pattern) -> Shape {
    Shape { class: class as u8, cell: SIZES[class] as u32, pattern, partial: NONE }
}

impl Shapes {
    /// An empty table, all zero bytes so that it takes no room in the executable. [`Shapes::init`] makes it usable.
    pub const fn new() -> Shapes {
        Shapes { table: [EMPTY; MAX_SHAPES], len: 0 }
    }

    /// Enters the shapes that exist from the start.
    pub fn init(&mut self) {
        for class in 0..CLASSES {
            self.table[class] = shape(class, Pattern::None);
            self.table[FIRST_HEADER + class] = shape(class, Pattern::Header);
        }
        self.len = FIRST_MASK;
    }

    /// A shape by number.
    #[inline]
    pub fn get(&mut self, index: u16) -> &mut Shape {
        &mut self.table[index as usize]
    }

    /// All shapes.
    pub fn all(&mut self) -> &mut [Shape] {
        &mut self.table[..self.len]
    }

    /// Where an object of `size` bytes made of elements `ty` (null: no pointers) goes. The cache will know it again.
    ///
    /// # Safety
    /// `ty` must be null or a type descriptor.
    pub unsafe fn place(&mut self, cache: &mut Cache, size: usize, ty: *const Type) -> Placement {
        if size > MAX_SMALL {
            return Placement::Large;
        }
        let class = size_class::class_of(size);
        // SAFETY: by contract.
        if ty.is_null() || unsafe { (*ty).ptr_bytes == 0 } {
            return Placement::Cell(class as u16);
        }
        // SAFETY: by contract.
        let shape = unsafe { self.intern(class, ty) };
        cache.types[type_slot(class, ty)] =
            CacheEntry { ty, class: class as u8, shape: shape.unwrap_or(WITH_HEADER) };
        match shape {
            Some(shape) => Placement::Cell(shape),
            None if size + size_of::<usize>() > MAX_SMALL => Placement::Large,
            None => Placement::Header(header_shape(size)),
        }
    }

    /// The shape for cells of a class filled with elements `ty`.
    ///
    /// # Safety
    /// `ty` must be a type descriptor with pointers.
    unsafe fn intern(&mut self, class: usize, ty: *const Type) -> Option<u16> {
        // SAFETY: by contract.
        let pattern = unsafe { pattern_of(ty) }?;
        let found = self.table[FIRST_MASK..self.len]
            .iter()
            .position(|s| s.class as usize == class && s.pattern == pattern);
        if let Some(i) = found {
            return Some((FIRST_MASK + i) as u16);
        }
        if self.len == MAX_SHAPES {
            return None;
        }
        self.table[self.len] = shape(class, pattern);
        self.len += 1;
        Some((self.len - 1) as u16)
    }
}

impl Default for Shapes {
    fn default() -> Self {
        Self::new()
    }
}

/// The repeated mask of an element type, `None` if it is too long.
///
/// # Safety
/// `ty` must be a type descriptor with pointers.
unsafe fn pattern_of(ty: *const Type) -> Option<Pattern> {
    // SAFETY: by contract; `gcdata` has a bit for each word of `ptr_bytes`.
    unsafe {
        let words = (*ty).size / 8;
        if words == 0 || words > 64 {
            return None;
        }
        let mut mask = 0;
        for word in 0..(*ty).ptr_bytes / 8 {
            mask |= (pointer_bit((*ty).gcdata, word) as u64) << word;
        }
        Some(Pattern::Mask { period: words as u8, mask })
    }
}

/// Bit `word` of a pointer mask.
///
/// # Safety
/// The mask must be that long.
#[inline]
pub unsafe fn pointer_bit(mask: *const u8, word: usize) -> bool {
    // SAFETY: by contract.
    unsafe { *mask.add(word / 8) >> (word % 8) & 1 != 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::fake;

    #[test]
    fn element_and_array_share_a_shape_and_types_with_equal_masks_too() {
        let (mut shapes, mut cache) = (Box::new(Shapes::new()), Box::new(Cache::new()));
        shapes.init();
        let a = fake::words(&[true, false]);
        let b = fake::words(&[true, false]);
        let c = fake::words(&[false, true]);
        // SAFETY: descriptors.
        unsafe {
            let mut of = |shapes: &mut Shapes, size, ty| shapes.place(&mut cache, size, ty);
            assert_eq!(of(&mut shapes, 64, a), of(&mut shapes, 64, b));
            assert_ne!(of(&mut shapes, 64, a), of(&mut shapes, 64, c));
            assert_ne!(of(&mut shapes, 64, a), of(&mut shapes, 80, a));
            assert_eq!(of(&mut shapes, 64, null()), Placement::Cell(size_class::class_of(64) as u16));
            assert_eq!(of(&mut shapes, MAX_SMALL + 1, a), Placement::Large);
        }
    }

    #[test]
    fn long_elements_and_a_full_table_use_headers() {
        let (mut shapes, mut cache) = (Box::new(Shapes::new()), Box::new(Cache::new()));
        shapes.init();
        let long = fake::words(&[true; 65]);
        // SAFETY: descriptors.
        unsafe {
            assert!(matches!(shapes.place(&mut cache, 65 * 8, long), Placement::Header(_)));
            for i in 0..MAX_SHAPES as u64 + 10 {
                let bits: Vec<bool> = (0..16).map(|b| b == 15 || i >> b & 1 != 0).collect();
                let ty = fake::words(&bits);
                let first = shapes.place(&mut cache, 128, ty);
                assert_eq!(first, shapes.place(&mut cache, 128, ty));
            }
            let fresh = fake::words(&[true, true, true]);
            assert!(matches!(shapes.place(&mut cache, 24, fresh), Placement::Header(_)));
        }
    }
}
