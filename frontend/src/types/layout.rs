//! Sizes, alignments and pointers of types in memory, as gc lays them out on amd64
//! (gc: `types/size.go`, `types2/gcsizes.go`).

use abi::layout::Kind;

use super::*;

/// Bytes in a pointer.
pub const WORD: u64 = 8;

/// Types nested deeper have no layout: they contain themselves, which is reported elsewhere.
const MAX_NESTING: u32 = 500;

/// Size and alignment in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Bytes that a variable takes, a multiple of `align`.
    pub size: u64,
    /// 1, 2, 4 or 8.
    pub align: u64,
    /// Bytes from the start up to the end of the last word that holds a pointer; 0 without pointers.
    pub ptr_bytes: u64,
}

impl Layout {
    const fn scalar(size: u64) -> Layout {
        Layout { size, align: size, ptr_bytes: 0 }
    }
    const fn words(words: u64, pointer_words: u64) -> Layout {
        Layout { size: words * WORD, align: WORD, ptr_bytes: pointer_words * WORD }
    }
}

impl Types {
    /// Size and alignment; `None` if the type is not completely declared, invalid, or larger than the address space.
    pub fn layout(&self, ty: TyId) -> Option<Layout> {
        self.layout_within(ty, MAX_NESTING)
    }

    fn layout_within(&self, ty: TyId, nesting: u32) -> Option<Layout> {
        let entry = &self.entries[ty.0 as usize];
        if let Some(&known) = entry.layout.get() {
            return Some(known);
        }
        let layout = self.compute_layout(ty, nesting.checked_sub(1)?)?;
        Some(*entry.layout.get_or_init(|| layout))
    }

    fn compute_layout(&self, ty: TyId, nesting: u32) -> Option<Layout> {
        Some(match self.get(ty) {
            Ty::Named(_) | Ty::Alias { .. } => return self.layout_within(self.underlying(ty), nesting),
            Ty::Basic(b) => basic_layout(*b)?,
            Ty::Pointer(_) | Ty::Map { .. } | Ty::Chan { .. } | Ty::Func(_) => Layout::words(1, 1),
            Ty::Slice(_) => Layout::words(3, 1),
            // The first word points to a descriptor, which is no object of the heap, but gc counts it here.
            Ty::Interface(_) => Layout::words(2, 2),
            Ty::Array { elem, len } => {
                let e = self.layout_within(*elem, nesting)?;
                let size = checked(e.size.checked_mul(*len)?)?;
                let ptr_bytes =
                    if e.ptr_bytes == 0 || *len == 0 { 0 } else { e.size * (len - 1) + e.ptr_bytes };
                Layout { size, align: e.align, ptr_bytes }
            }
            Ty::Struct(fields) => self.place_fields(fields, nesting, |_| {})?,
            Ty::Tuple(_) | Ty::TypeParam(_) | Ty::Union(_) => return None,
        })
    }

    /// Walks over the fields of a struct with their offsets. (gc's marker type `align64` of sync/atomic needs no
    /// treatment of its own here: what stands beside it is aligned to 8 on amd64 anyway.)
    fn place_fields(&self, fields: &[FieldTy], nesting: u32, mut place: impl FnMut(u64)) -> Option<Layout> {
        let mut layout = Layout { size: 0, align: 1, ptr_bytes: 0 };
        let mut last_size = 1;
        for f in fields {
            let l = self.layout_within(f.ty, nesting)?;
            let offset = checked(layout.size.next_multiple_of(l.align))?;
            place(offset);
            layout.align = layout.align.max(l.align);
            layout.size = checked(offset + l.size)?;
            if l.ptr_bytes > 0 {
                layout.ptr_bytes = offset + l.ptr_bytes;
            }
            last_size = l.size;
        }
        // The address of a final field without size must not be that of the next object.
        if layout.size > 0 && last_size == 0 {
            layout.size += 1;
        }
        layout.size = checked(layout.size.next_multiple_of(layout.align))?;
        Some(layout)
    }

    /// Whether variables of the type contain something of a type that was reported as wrong, so that they have no
    /// layout.
    pub fn contains_error(&self, ty: TyId) -> bool {
        match self.under(ty) {
            Ty::Basic(Basic::Error) => true,
            Ty::Array { elem, .. } => self.contains_error(*elem),
            Ty::Struct(fields) => fields.iter().any(|f| self.contains_error(f.ty)),
            _ => false,
        }
    }

    /// Bytes that a variable takes (Go spec, Size and alignment guarantees). The type must be complete and of a
    /// valid size.
    pub fn size_of(&self, ty: TyId) -> u64 {
        self.layout(ty).map_or(0, |l| l.size)
    }

    /// Alignment in bytes.
    pub fn align_of(&self, ty: TyId) -> u64 {
        self.layout(ty).map_or(1, |l| l.align)
    }

    /// Bytes up to the end of the last word that holds a pointer (gc: `abi.Type.PtrBytes`).
    pub fn ptr_bytes(&self, ty: TyId) -> u64 {
        self.layout(ty).map_or(0, |l| l.ptr_bytes)
    }

    /// The offset of each field of a struct type; empty for other types.
    pub fn field_offsets(&self, ty: TyId) -> Vec<u64> {
        let under = self.underlying(ty);
        let mut offsets = Vec::new();
        if let Ty::Struct(fields) = self.get(under) {
            offsets.reserve(fields.len());
            let _ = self.place_fields(fields, MAX_NESTING, |offset| offsets.push(offset));
        }
        offsets
    }

    /// The offset of one field of a struct type.
    pub fn field_offset(&self, ty: TyId, index: usize) -> u64 {
        self.field_offsets(ty).get(index).copied().unwrap_or(0)
    }

    /// Which words of a variable the garbage collector has to follow: bit `i % 8` of byte `i / 8` stands for word
    /// `i`. The mask covers [`Types::ptr_bytes`] (gc: `typebits.Set`). It is as long as the type is large; of a large
    /// array take that of the element.
    pub fn pointer_mask(&self, ty: TyId) -> Vec<u8> {
        let words = self.ptr_bytes(ty) / WORD;
        let mut mask = vec![0u8; words.div_ceil(8) as usize];
        self.each_pointer(ty, 0, &mut |offset| {
            let word = (offset / WORD) as usize;
            mask[word / 8] |= 1 << (word % 8);
        });
        mask
    }

    /// Calls `found` with the offset of each word of a variable at `base` that the collector has to follow.
    pub fn each_pointer(&self, ty: TyId, base: u64, found: &mut impl FnMut(u64)) {
        if self.ptr_bytes(ty) == 0 {
            return;
        }
        match self.under(ty) {
            Ty::Basic(_) | Ty::Pointer(_) | Ty::Map { .. } | Ty::Chan { .. } | Ty::Func(_) | Ty::Slice(_) => {
                found(base)
            }
            Ty::Interface(_) => found(base + WORD),
            Ty::Array { elem, len } => {
                let size = self.size_of(*elem);
                for i in 0..*len {
                    self.each_pointer(*elem, base + i * size, found);
                }
            }
            Ty::Struct(fields) => {
                for (offset, f) in self.field_offsets(ty).into_iter().zip(fields) {
                    self.each_pointer(f.ty, base + offset, found);
                }
            }
            Ty::Named(_) | Ty::Alias { .. } | Ty::Tuple(_) | Ty::TypeParam(_) | Ty::Union(_) => {}
        }
    }

    /// Whether an interface holds a value of the type in its data word itself instead of a pointer to it: types that
    /// are one pointer and nothing else (gc: `types.IsDirectIface`).
    pub fn is_pointer_shaped(&self, ty: TyId) -> bool {
        self.layout(ty).is_some_and(|l| l.size == WORD && l.ptr_bytes == WORD)
    }

    /// The kind that run-time type descriptors give.
    pub fn kind(&self, ty: TyId) -> Kind {
        match self.under(ty) {
            Ty::Basic(b) => basic_kind(*b),
            Ty::Pointer(_) => Kind::Pointer,
            Ty::Slice(_) => Kind::Slice,
            Ty::Array { .. } => Kind::Array,
            Ty::Map { .. } => Kind::Map,
            Ty::Chan { .. } => Kind::Chan,
            Ty::Struct(_) => Kind::Struct,
            Ty::Func(_) => Kind::Func,
            Ty::Interface(_) => Kind::Interface,
            Ty::Named(_) | Ty::Alias { .. } | Ty::Tuple(_) | Ty::TypeParam(_) | Ty::Union(_) => Kind::Invalid,
        }
    }
}

/// Sizes up to the largest `int` are possible.
fn checked(size: u64) -> Option<u64> {
    (size <= i64::MAX as u64).then_some(size)
}

fn basic_layout(b: Basic) -> Option<Layout> {
    Some(match b {
        Basic::Bool | Basic::Int8 | Basic::Uint8 => Layout::scalar(1),
        Basic::Int16 | Basic::Uint16 => Layout::scalar(2),
        Basic::Int32 | Basic::Uint32 | Basic::Float32 => Layout::scalar(4),
        Basic::Int | Basic::Int64 | Basic::Uint | Basic::Uint64 | Basic::Uintptr | Basic::Float64 => {
            Layout::scalar(8)
        }
        Basic::Complex64 => Layout { size: 8, align: 4, ptr_bytes: 0 },
        Basic::Complex128 => Layout { size: 16, align: 8, ptr_bytes: 0 },
        Basic::String => Layout::words(2, 1),
        Basic::UnsafePointer => Layout::words(1, 1),
        Basic::Error
        | Basic::UntypedBool
        | Basic::UntypedInt
        | Basic::UntypedRune
        | Basic::UntypedFloat
        | Basic::UntypedComplex
        | Basic::UntypedString
        | Basic::UntypedNil => return None,
    })
}

fn basic_kind(b: Basic) -> Kind {
    match b {
        Basic::Bool => Kind::Bool,
        Basic::Int => Kind::Int,
        Basic::Int8 => Kind::Int8,
        Basic::Int16 => Kind::Int16,
        Basic::Int32 => Kind::Int32,
        Basic::Int64 => Kind::Int64,
        Basic::Uint => Kind::Uint,
        Basic::Uint8 => Kind::Uint8,
        Basic::Uint16 => Kind::Uint16,
        Basic::Uint32 => Kind::Uint32,
        Basic::Uint64 => Kind::Uint64,
        Basic::Uintptr => Kind::Uintptr,
        Basic::Float32 => Kind::Float32,
        Basic::Float64 => Kind::Float64,
        Basic::Complex64 => Kind::Complex64,
        Basic::Complex128 => Kind::Complex128,
        Basic::String => Kind::String,
        Basic::UnsafePointer => Kind::UnsafePointer,
        Basic::Error
        | Basic::UntypedBool
        | Basic::UntypedInt
        | Basic::UntypedRune
        | Basic::UntypedFloat
        | Basic::UntypedComplex
        | Basic::UntypedString
        | Basic::UntypedNil => Kind::Invalid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::sym;

    fn structure(types: &Types, fields: &[TyId]) -> TyId {
        let field =
            |&ty| FieldTy { name: sym::Dot, pkg: None, ty, embedded: false, tag: None, pos: Pos::NONE };
        types.intern(Ty::Struct(fields.iter().map(field).collect()))
    }

    #[test]
    fn structs_are_padded_as_gc_does() {
        let types = Types::default();
        let [b, i32_, i64_, s] = [Basic::Bool, Basic::Int32, Basic::Int64, Basic::String].map(Basic::ty);
        let mixed = structure(&types, &[b, i32_, b, i64_, b]);
        assert_eq!(types.layout(mixed), Some(Layout { size: 32, align: 8, ptr_bytes: 0 }));
        assert_eq!(types.field_offsets(mixed), [0, 4, 8, 16, 24]);
        let empty = structure(&types, &[]);
        assert_eq!(types.layout(empty), Some(Layout { size: 0, align: 1, ptr_bytes: 0 }));
        let trailing = structure(&types, &[i64_, empty]);
        assert_eq!(types.size_of(trailing), 16);
        assert_eq!(types.size_of(structure(&types, &[empty, i64_])), 8);
        let texts = structure(&types, &[i64_, s, b]);
        assert_eq!(types.ptr_bytes(texts), 16);
        assert_eq!(types.pointer_mask(texts), [0b10]);
    }

    #[test]
    fn interfaces_hold_single_pointers_directly() {
        let types = Types::default();
        let pointer = types.intern(Ty::Pointer(Basic::Int.ty()));
        let array = types.intern(Ty::Array { elem: pointer, len: 1 });
        let empty = structure(&types, &[]);
        assert!(types.is_pointer_shaped(pointer));
        assert!(types.is_pointer_shaped(structure(&types, &[empty, array])));
        assert!(!types.is_pointer_shaped(Basic::Int.ty()));
        assert!(!types.is_pointer_shaped(structure(&types, &[pointer, empty])));
        let any = types.intern(Ty::Interface(InterfaceTy::default()));
        let anys = types.intern(Ty::Array { elem: any, len: 3 });
        assert_eq!((types.ptr_bytes(anys), types.pointer_mask(anys)), (48, vec![0b101010]));
        let huge = types.intern(Ty::Array { elem: anys, len: u64::MAX / 2 });
        assert_eq!(types.layout(huge), None);
    }
}
