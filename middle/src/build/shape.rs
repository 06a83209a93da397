//! Shapes: how a value of a Go type is held. Either it is a short list of scalars, or it lives in memory and is
//! handled by address.
//!
//! ```text
//! string            (ptr, i64)            struct{ a int32; s string }   (i32, ptr, i64)
//! []T               (ptr, i64, i64)       [4]int, struct{ five words }  memory
//! any, error        (ptr, ptr)            struct{}, [0]T                nothing
//! ```

use std::ops::Range;
use std::sync::Arc;

use frontend::types::{Basic, Ty as GoTy, TyId};
use smallvec::{SmallVec, smallvec};

use super::Cx;
use crate::ir::Ty;

/// Most scalars of a struct that is held in values.
const MAX_SCALARS: usize = 4;

/// One scalar of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scalar {
    /// Machine type.
    pub ty: Ty,
    /// Byte offset in the value.
    pub offset: u32,
}

/// How a value is held.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Repr {
    /// These scalars, in order of their offsets; none for types of size 0.
    Scalars(SmallVec<[Scalar; 4]>),
    /// In memory.
    Memory,
}

/// Size, alignment and representation of a type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shape {
    /// Bytes (gc: `types.CalcSize`).
    pub size: u64,
    /// Alignment in bytes.
    pub align: u32,
    /// How values are held.
    pub repr: Repr,
    /// Offsets of the fields, for structs.
    pub offsets: Box<[u64]>,
    /// Which scalars belong to which field, for structs that are held in scalars: the index of the first of each
    /// field, then the number of all.
    pub firsts: Box<[u8]>,
}

impl Shape {
    /// The scalars, `None` for memory.
    pub fn scalars(&self) -> Option<&[Scalar]> {
        match &self.repr {
            Repr::Scalars(s) => Some(s),
            Repr::Memory => None,
        }
    }

    /// Whether values live in memory.
    pub fn is_memory(&self) -> bool {
        matches!(self.repr, Repr::Memory)
    }

    /// The scalars of a field of a struct that is held in scalars.
    pub fn field_scalars(&self, field: usize) -> Range<usize> {
        usize::from(self.firsts[field])..usize::from(self.firsts[field + 1])
    }

    fn of_scalars(size: u64, align: u32, list: &[(Ty, u32)]) -> Shape {
        let scalars = list.iter().map(|&(ty, offset)| Scalar { ty, offset }).collect();
        Shape { size, align, repr: Repr::Scalars(scalars), offsets: Box::default(), firsts: Box::default() }
    }
}

/// Rounds up to a power of two.
fn round_up(n: u64, align: u32) -> u64 {
    n.next_multiple_of(u64::from(align.max(1)))
}

fn basic_shape(b: Basic) -> Shape {
    let one = |ty: Ty| Shape::of_scalars(u64::from(ty.size()), ty.size(), &[(ty, 0)]);
    match b {
        Basic::Bool | Basic::Int8 | Basic::Uint8 | Basic::UntypedBool => one(Ty::I8),
        Basic::Int16 | Basic::Uint16 => one(Ty::I16),
        Basic::Int32 | Basic::Uint32 | Basic::UntypedRune => one(Ty::I32),
        Basic::Int | Basic::Int64 | Basic::Uint | Basic::Uint64 | Basic::Uintptr | Basic::UntypedInt => {
            one(Ty::I64)
        }
        Basic::Float32 => one(Ty::F32),
        Basic::Float64 | Basic::UntypedFloat => one(Ty::F64),
        Basic::Complex64 => Shape::of_scalars(8, 4, &[(Ty::F32, 0), (Ty::F32, 4)]),
        Basic::Complex128 | Basic::UntypedComplex => Shape::of_scalars(16, 8, &[(Ty::F64, 0), (Ty::F64, 8)]),
        Basic::String | Basic::UntypedString => Shape::of_scalars(16, 8, &[(Ty::Ptr, 0), (Ty::I64, 8)]),
        Basic::UnsafePointer | Basic::UntypedNil => one(Ty::Ptr),
        Basic::Error => Shape::of_scalars(0, 1, &[]),
    }
}

impl Cx<'_> {
    /// The shape of a type; computed once for each.
    pub fn shape(&self, ty: TyId) -> Arc<Shape> {
        let ty = self.canon(ty);
        if let Some(s) = self.shapes.read().expect("shape table lock").get(&ty) {
            return s.clone();
        }
        let shape = Arc::new(self.compute_shape(ty));
        self.shapes.write().expect("shape table lock").entry(ty).or_insert(shape).clone()
    }

    fn compute_shape(&self, ty: TyId) -> Shape {
        match self.types().under(ty) {
            GoTy::Basic(b) => basic_shape(*b),
            GoTy::Pointer(_) | GoTy::Map { .. } | GoTy::Chan { .. } | GoTy::Func(_) => {
                Shape::of_scalars(8, 8, &[(Ty::Ptr, 0)])
            }
            GoTy::Slice(_) => Shape::of_scalars(24, 8, &[(Ty::Ptr, 0), (Ty::I64, 8), (Ty::I64, 16)]),
            GoTy::Interface(_) => Shape::of_scalars(16, 8, &[(Ty::Ptr, 0), (Ty::Ptr, 8)]),
            GoTy::Array { elem, len } => {
                let elem = self.shape(*elem);
                let size = elem.size.saturating_mul(*len);
                let repr = if size == 0 { Repr::Scalars(smallvec![]) } else { Repr::Memory };
                Shape { size, align: elem.align, repr, offsets: Box::default(), firsts: Box::default() }
            }
            GoTy::Struct(fields) => self.struct_shape(fields.iter().map(|f| f.ty)),
            GoTy::Tuple(parts) => self.struct_shape(parts.iter().copied()),
            GoTy::Named(_) | GoTy::Alias { .. } | GoTy::TypeParam(_) | GoTy::Union(_) => {
                basic_shape(Basic::Error)
            }
        }
    }

    /// Lays fields out in order, each at its alignment (gc: `types.CalcStructSize`).
    pub fn struct_shape(&self, fields: impl Iterator<Item = TyId>) -> Shape {
        let (mut size, mut align, mut last_is_empty) = (0u64, 1u32, false);
        let mut offsets = Vec::new();
        let mut firsts = Vec::new();
        let mut scalars: Option<SmallVec<[Scalar; 4]>> = Some(SmallVec::new());
        for field in fields {
            let f = self.shape(field);
            size = round_up(size, f.align);
            align = align.max(f.align);
            offsets.push(size);
            if let Some(list) = &mut scalars {
                firsts.push(list.len() as u8);
                match &f.repr {
                    Repr::Scalars(s) if list.len() + s.len() <= MAX_SCALARS => {
                        list.extend(s.iter().map(|s| Scalar { ty: s.ty, offset: s.offset + size as u32 }));
                    }
                    _ => scalars = None,
                }
            }
            size = size.saturating_add(f.size);
            last_is_empty = f.size == 0;
        }
        // The address of a final empty field must not point past the object.
        if last_is_empty && size > 0 {
            size += 1;
        }
        let size = round_up(size, align);
        let repr = match scalars {
            Some(list) => {
                firsts.push(list.len() as u8);
                Repr::Scalars(list)
            }
            None => {
                firsts.clear();
                Repr::Memory
            }
        };
        Shape { size, align, repr, offsets: offsets.into(), firsts: firsts.into() }
    }

    /// Size of a type in bytes.
    pub fn size_of(&self, ty: TyId) -> u64 {
        self.shape(ty).size
    }

    /// One bit a word, set where a value of the type holds a pointer; cut behind the last pointer. Empty: none.
    pub fn pointer_mask(&self, ty: TyId) -> Vec<u8> {
        let mut mask = Vec::new();
        self.mark_pointers(ty, 0, &mut mask);
        mask
    }

    /// Whether values of the type hold pointers.
    pub fn has_pointers(&self, ty: TyId) -> bool {
        match self.types().under(ty) {
            GoTy::Basic(b) => {
                matches!(b, Basic::String | Basic::UnsafePointer | Basic::UntypedString | Basic::UntypedNil)
            }
            GoTy::Array { elem, len } => *len > 0 && self.has_pointers(*elem),
            GoTy::Struct(fields) => fields.iter().any(|f| self.has_pointers(f.ty)),
            GoTy::Tuple(parts) => parts.iter().any(|&t| self.has_pointers(t)),
            _ => true,
        }
    }

    /// Sets the bits of the pointers of a value of type `ty` at byte `at`.
    pub fn mark_pointers(&self, ty: TyId, at: u64, mask: &mut Vec<u8>) {
        if !self.has_pointers(ty) {
            return;
        }
        let mut set = |offset: u64| {
            let word = ((at + offset) / 8) as usize;
            if mask.len() <= word / 8 {
                mask.resize(word / 8 + 1, 0);
            }
            mask[word / 8] |= 1 << (word % 8);
        };
        match self.types().under(ty) {
            GoTy::Interface(_) => {
                // The first word points to a descriptor or itab, which is not in the heap (gc: `typebits.Set`).
                set(8);
            }
            GoTy::Array { elem, len } => {
                let stride = self.size_of(*elem);
                for i in 0..*len {
                    self.mark_pointers(*elem, at + i * stride, mask);
                }
            }
            GoTy::Struct(fields) => {
                let shape = self.shape(ty);
                for (f, &offset) in fields.iter().zip(&shape.offsets) {
                    self.mark_pointers(f.ty, at + offset, mask);
                }
            }
            GoTy::Tuple(parts) => {
                let shape = self.shape(ty);
                for (&t, &offset) in parts.iter().zip(&shape.offsets) {
                    self.mark_pointers(t, at + offset, mask);
                }
            }
            _ => set(0),
        }
    }

    /// Whether a value of the type is stored in the data word of an interface itself: it consists of one pointer
    /// (gc: `types.IsDirectIface`).
    pub fn is_direct_iface(&self, ty: TyId) -> bool {
        match self.types().under(ty) {
            GoTy::Pointer(_) | GoTy::Map { .. } | GoTy::Chan { .. } | GoTy::Func(_) => true,
            GoTy::Basic(b) => *b == Basic::UnsafePointer,
            GoTy::Array { elem, len } => *len == 1 && self.is_direct_iface(*elem),
            GoTy::Struct(fields) => fields.len() == 1 && self.is_direct_iface(fields[0].ty),
            _ => false,
        }
    }
}
