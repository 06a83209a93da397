//! Shapes: how a value of a Go type is held. Either it is a short list of scalars, or it lives in memory and is
//! handled by address. Sizes and offsets are those of [`frontend::types::Types::layout`].
//!
//! ```text
//! string            (ptr, i64)            struct{ a int32; s string }   (i32, ptr, i64)
//! []T               (ptr, i64, i64)       [4]int, struct{ five words }  memory
//! any, error        (ptr, ptr)            struct{}, [0]T                nothing
//! ```

use std::ops::Range;
use std::sync::Arc;

use frontend::source::Pos;
use frontend::types::{Basic, FieldTy, Ty as GoTy, TyId};
use smallvec::SmallVec;

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
    /// Whether it is the length or capacity of a string or slice.
    pub len: Len,
}

/// Whether a scalar is a length or capacity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Len {
    /// It is not.
    No,
    /// Of something whose elements have no size: not negative.
    OfNothing,
    /// Of bytes in memory, at least one each: not negative and less than the address space.
    OfMemory,
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
}

/// The scalars of a basic type.
fn basic_scalars(b: Basic) -> &'static [(Ty, u32)] {
    match b {
        Basic::Bool | Basic::Int8 | Basic::Uint8 | Basic::UntypedBool => &[(Ty::I8, 0)],
        Basic::Int16 | Basic::Uint16 => &[(Ty::I16, 0)],
        Basic::Int32 | Basic::Uint32 | Basic::UntypedRune => &[(Ty::I32, 0)],
        Basic::Int | Basic::Int64 | Basic::Uint | Basic::Uint64 | Basic::Uintptr | Basic::UntypedInt => {
            &[(Ty::I64, 0)]
        }
        Basic::Float32 => &[(Ty::F32, 0)],
        Basic::Float64 | Basic::UntypedFloat => &[(Ty::F64, 0)],
        Basic::Complex64 => &[(Ty::F32, 0), (Ty::F32, 4)],
        Basic::Complex128 | Basic::UntypedComplex => &[(Ty::F64, 0), (Ty::F64, 8)],
        Basic::String | Basic::UntypedString => &[(Ty::Ptr, 0), (Ty::I64, 8)],
        Basic::UnsafePointer | Basic::UntypedNil => &[(Ty::Ptr, 0)],
        Basic::Error => &[],
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
        let types = self.types();
        let scalars: &[(Ty, u32)] = match types.under(ty) {
            GoTy::Basic(b) => basic_scalars(*b),
            GoTy::Pointer(_) | GoTy::Map { .. } | GoTy::Chan { .. } | GoTy::Func(_) => &[(Ty::Ptr, 0)],
            GoTy::Slice(_) => &[(Ty::Ptr, 0), (Ty::I64, 8), (Ty::I64, 16)],
            GoTy::Interface(_) => &[(Ty::Ptr, 0), (Ty::Ptr, 8)],
            GoTy::Struct(fields) => return self.struct_shape(ty, fields),
            GoTy::Tuple(parts) => return (*self.shape(self.struct_of(parts))).clone(),
            GoTy::Array { .. } if types.size_of(ty) > 0 => return self.memory_shape(ty),
            GoTy::Array { .. }
            | GoTy::Named(_)
            | GoTy::Alias { .. }
            | GoTy::TypeParam(_)
            | GoTy::Union(_) => &[],
        };
        let kind = match types.under(ty) {
            &GoTy::Slice(elem) if types.size_of(elem) == 0 => Len::OfNothing,
            _ => Len::OfMemory,
        };
        // Besides lengths, only integers are words of their own, at offset 0.
        let len = |ty, offset| if ty == Ty::I64 && offset > 0 { kind } else { Len::No };
        let scalar = |&(ty, offset)| Scalar { ty, offset, len: len(ty, offset) };
        let scalars = scalars.iter().map(scalar).collect();
        Shape { repr: Repr::Scalars(scalars), ..self.memory_shape(ty) }
    }

    fn memory_shape(&self, ty: TyId) -> Shape {
        let (size, align) = (self.types().size_of(ty), self.types().align_of(ty) as u32);
        Shape { size, align, repr: Repr::Memory, offsets: Box::default(), firsts: Box::default() }
    }

    /// The fields' scalars one after the other, if they are few and none of the fields lives in memory.
    fn struct_shape(&self, ty: TyId, fields: &[FieldTy]) -> Shape {
        let offsets = self.types().field_offsets(ty);
        let mut scalars: SmallVec<[Scalar; 4]> = SmallVec::new();
        let mut firsts = Vec::with_capacity(fields.len() + 1);
        let mut in_memory = false;
        for (f, &offset) in fields.iter().zip(&offsets) {
            firsts.push(scalars.len() as u8);
            match self.shape(f.ty).scalars() {
                Some(s) if scalars.len() + s.len() <= MAX_SCALARS => {
                    scalars.extend(s.iter().map(|&s| Scalar { offset: s.offset + offset as u32, ..s }));
                }
                _ => {
                    in_memory = true;
                    break;
                }
            }
        }
        firsts.push(scalars.len() as u8);
        let (repr, firsts) =
            if in_memory { (Repr::Memory, Vec::new()) } else { (Repr::Scalars(scalars), firsts) };
        Shape { repr, offsets: offsets.into(), firsts: firsts.into(), ..self.memory_shape(ty) }
    }

    /// A struct type with fields of these types.
    pub fn struct_of(&self, parts: &[TyId]) -> TyId {
        let field = |(i, &ty): (usize, &TyId)| FieldTy {
            name: self.prog.interner.intern(&format!("X{i}")),
            pkg: None,
            ty,
            embedded: false,
            tag: None,
            pos: Pos::NONE,
        };
        self.canon(self.types().intern(GoTy::Struct(parts.iter().enumerate().map(field).collect())))
    }

    /// Size of a type in bytes.
    pub fn size_of(&self, ty: TyId) -> u64 {
        self.types().size_of(ty)
    }

    /// One bit a word, set where a value of the type holds a pointer; cut behind the last pointer. Empty: none.
    pub fn pointer_mask(&self, ty: TyId) -> Vec<u8> {
        self.types().pointer_mask(ty)
    }

    /// Whether values of the type hold pointers.
    pub fn has_pointers(&self, ty: TyId) -> bool {
        self.types().ptr_bytes(ty) > 0
    }

    /// Whether a value of the type is stored in the data word of an interface itself.
    pub fn is_direct_iface(&self, ty: TyId) -> bool {
        self.types().is_pointer_shaped(ty)
    }
}
