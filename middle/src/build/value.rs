//! Values during construction: scalars, or the address of memory.

use std::sync::Arc;

use frontend::types::{Basic, Ty as GoTy, TyId};
use smallvec::SmallVec;

use super::shape::{Len, Scalar};
use super::{FuncCx, Shape};
use crate::ir::{AllocKind, Slot, Ty, Value};

/// Largest variable or temporary on the stack, in bytes (gc: `ir.MaxStackVarSize`).
pub const MAX_STACK_SIZE: u64 = 128 << 10;

/// A memory location: a pointer and a constant offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Addr {
    /// The pointer.
    pub base: Value,
    /// Bytes behind it.
    pub offset: i64,
}

impl Addr {
    /// The location that a pointer points to.
    pub fn new(base: Value) -> Addr {
        Addr { base, offset: 0 }
    }

    /// The location `bytes` further on.
    pub fn plus(self, bytes: u64) -> Addr {
        Addr { offset: self.offset + bytes as i64, ..self }
    }
}

/// Who may change the memory behind a value before the value is used.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Alias {
    /// Nobody: a temporary copy or constant data.
    Temp,
    /// A variable that only this function's own assignments change.
    Local,
    /// A variable that calls may change.
    Shared,
}

/// The value of an expression.
#[derive(Clone, Debug)]
pub enum Val {
    /// Scalars, as the type's shape lists them.
    Scalars(SmallVec<[Value; 4]>),
    /// In memory.
    Mem(Addr, Alias),
}

impl Val {
    /// A value of one scalar.
    pub fn one(v: Value) -> Val {
        Val::Scalars(SmallVec::from_slice(&[v]))
    }

    /// A value of several scalars.
    pub fn of(vs: &[Value]) -> Val {
        Val::Scalars(SmallVec::from_slice(vs))
    }

    /// A temporary in memory.
    pub fn temp(addr: Addr) -> Val {
        Val::Mem(addr, Alias::Temp)
    }

    /// The scalars of a value that is held in scalars.
    pub fn scalars(&self) -> &[Value] {
        match self {
            Val::Scalars(s) => s,
            Val::Mem(..) => unreachable!("a value in memory was taken for scalars"),
        }
    }

    /// The only scalar.
    pub fn scalar(&self) -> Value {
        self.scalars()[0]
    }
}

impl FuncCx<'_, '_> {
    /// The shape of a type.
    pub fn shape(&self, ty: TyId) -> Arc<Shape> {
        self.cx.shape(ty)
    }

    /// The pointer to a location.
    pub fn addr_value(&mut self, addr: Addr) -> Value {
        self.b.ptr_add_imm(addr.base, addr.offset)
    }

    /// The start of a stack slot.
    pub fn slot(&mut self, slot: Slot) -> Addr {
        Addr::new(self.b.slot_addr(slot, 0))
    }

    /// Memory for a temporary; its contents are undefined. Large ones are not put on the stack.
    pub fn new_temp(&mut self, shape: &Shape, name: &str) -> Addr {
        self.new_temp_of(shape.size, shape.align, name)
    }

    /// Memory of a size and alignment for a temporary.
    pub fn new_temp_of(&mut self, size: u64, align: u32, name: &str) -> Addr {
        if size > MAX_STACK_SIZE {
            // It is not known to hold no pointers: each word is taken for one.
            let words =
                self.types().intern(GoTy::Array { elem: Basic::UnsafePointer.ty(), len: size.div_ceil(8) });
            return Addr::new(self.alloc(self.cx.canon(words), AllocKind::Var, name));
        }
        let slot = self.b.func.new_slot(size.max(1) as u32, align, name);
        self.slot(slot)
    }

    /// Reads a value.
    pub fn load(&mut self, addr: Addr, alias: Alias, shape: &Shape) -> Val {
        match shape.scalars() {
            Some(scalars) => Val::Scalars({
                let load = |s: &Scalar| self.b.load(s.ty, addr.base, addr.offset + i64::from(s.offset));
                let values: SmallVec<[Value; 4]> = scalars.iter().map(load).collect();
                self.note_lengths(scalars, &values);
                values
            }),
            None => Val::Mem(addr, alias),
        }
    }

    /// Tells the optimiser which scalars of a value that comes from elsewhere are lengths.
    pub fn note_lengths(&mut self, scalars: &[Scalar], values: &[Value]) {
        let f = &mut self.b.func;
        for (s, &v) in scalars.iter().zip(values).filter(|(s, _)| s.len != Len::No) {
            f.lengths.insert(v);
            if s.len == Len::OfMemory {
                f.memory_lengths.insert(v);
            }
        }
        for (s, v) in scalars.windows(2).zip(values.windows(2)) {
            // No length stands before that of another string or slice: there is a pointer between them.
            if s[0].len != Len::No && s[1].len != Len::No {
                f.capacities.push((v[0], v[1]));
            }
        }
    }

    /// Writes a value. The target of a value in memory is equal to its place or does not overlap it.
    pub fn store(&mut self, v: &Val, addr: Addr, shape: &Shape) {
        match (v, shape.scalars()) {
            (Val::Scalars(vs), Some(scalars)) => {
                for (&v, s) in vs.iter().zip(scalars) {
                    self.b.store(v, addr.base, addr.offset + i64::from(s.offset));
                }
            }
            (Val::Mem(from, _), None) => {
                let (to, from) = (self.addr_value(addr), self.addr_value(*from));
                self.b.mem_copy(to, from, shape.size);
            }
            _ => unreachable!("a value has the shape of its type"),
        }
    }

    /// Writes the zero value.
    pub fn store_zero(&mut self, addr: Addr, shape: &Shape) {
        match shape.scalars() {
            Some(_) => {
                let zero = self.zero(shape);
                self.store(&zero, addr, shape);
            }
            None => {
                let to = self.addr_value(addr);
                self.b.mem_zero(to, shape.size);
            }
        }
    }

    /// The zero value of a shape.
    pub fn zero(&mut self, shape: &Shape) -> Val {
        match shape.scalars() {
            Some(scalars) => Val::Scalars(scalars.iter().map(|s| self.b.zero(s.ty)).collect()),
            None => {
                let addr = self.new_temp(shape, "zero");
                let p = self.addr_value(addr);
                self.b.mem_zero(p, shape.size);
                Val::temp(addr)
            }
        }
    }

    /// The zero value of a type.
    pub fn zero_of(&mut self, ty: TyId) -> Val {
        let shape = self.shape(ty);
        self.zero(&shape)
    }

    /// The same value in memory that nobody changes.
    pub fn stable(&mut self, v: Val, shape: &Shape) -> Val {
        match v {
            Val::Mem(_, Alias::Local | Alias::Shared) => Val::temp(self.copy_to_temp(&v, shape)),
            v => v,
        }
    }

    /// The same value in memory that calls do not change.
    pub fn stable_in_calls(&mut self, v: Val, shape: &Shape) -> Val {
        match v {
            Val::Mem(_, Alias::Shared) => Val::temp(self.copy_to_temp(&v, shape)),
            v => v,
        }
    }

    /// Puts a value into a new temporary.
    pub fn copy_to_temp(&mut self, v: &Val, shape: &Shape) -> Addr {
        let temp = self.new_temp(shape, "tmp");
        self.store(v, temp, shape);
        temp
    }

    /// The address of memory that holds the value, for the runtime: that of the value itself if it lives in memory.
    pub fn in_memory(&mut self, v: &Val, shape: &Shape) -> Value {
        let addr = match v {
            Val::Mem(addr, _) => *addr,
            Val::Scalars(_) => self.copy_to_temp(v, shape),
        };
        self.addr_value(addr)
    }

    /// A field of a struct value.
    pub fn field_of(&mut self, v: &Val, shape: &Shape, field: usize, field_shape: &Shape) -> Val {
        match v {
            Val::Scalars(s) => Val::of(&s[shape.field_scalars(field)]),
            Val::Mem(addr, alias) => self.load(addr.plus(shape.offsets[field]), *alias, field_shape),
        }
    }

    /// An integer constant of 64 bits.
    pub fn int(&mut self, k: i64) -> Value {
        self.b.iconst(Ty::I64, k)
    }

    /// A nil pointer.
    pub fn nil(&mut self) -> Value {
        self.b.iconst(Ty::Ptr, 0)
    }
}
