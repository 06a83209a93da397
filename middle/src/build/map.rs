//! Map elements (Go spec, Index expressions).
//!
//! The runtime has entry points of their own for the most common keys, which are passed to them as values.

use abi::RuntimeFn;
use abi::map::{MAP_ZERO, slot_layout};
use frontend::ast::ExprId;
use frontend::types::{Basic, Ty as GoTy, TyId};
use smallvec::{SmallVec, smallvec};

use super::func::FuncCx;
use super::value::{Addr, Alias, Val};
use crate::ir::{Cond, Ty, Value};
use crate::type_desc;

/// Classes of keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyClass {
    /// Four bytes of plain memory.
    Word32,
    /// Eight bytes of plain memory.
    Word64,
    /// A pointer.
    Ptr,
    /// A string.
    Str,
    /// Anything, in memory.
    Memory,
}

/// The entry points of the classes whose keys are passed as values, for reading and for assigning.
const FAST: [(KeyClass, RuntimeFn, RuntimeFn); 4] = {
    use RuntimeFn::*;
    [
        (KeyClass::Word32, MapAccessFast32, MapAssignFast32),
        (KeyClass::Word64, MapAccessFast64, MapAssignFast64),
        (KeyClass::Ptr, MapAccessFastPtr, MapAssignFastPtr),
        (KeyClass::Str, MapAccessFastStr, MapAssignFastStr),
    ]
};

/// What is done with an element.
#[derive(Clone, Copy)]
enum Access {
    /// Its place, or that of a zero element.
    Read,
    /// Its place, or null.
    ReadOk,
    /// Its place, made if it is missing.
    Assign,
}

/// The key of a map operation.
#[derive(Clone, Debug)]
pub struct MapKey {
    class: KeyClass,
    /// The key, or its address.
    values: SmallVec<[Value; 2]>,
}

impl FuncCx<'_, '_> {
    /// `m[k]`
    pub fn map_index(&mut self, ty: TyId, elem: TyId, x: ExprId, index: ExprId) -> Val {
        let (map, key) = self.map_operands(ty, x, index);
        self.map_elem(ty, elem, map, &key)
    }

    /// `v, ok := m[k]`
    pub fn map_index_ok(&mut self, x: ExprId, index: ExprId) -> (Val, Val) {
        let ty = self.ty(x);
        let GoTy::Map { elem, .. } = *self.under(ty) else { unreachable!("the operand is a map") };
        let (map, key) = self.map_operands(ty, x, index);
        self.map_elem_ok(ty, elem, map, &key)
    }

    fn map_operands(&mut self, ty: TyId, x: ExprId, index: ExprId) -> (Value, MapKey) {
        let outer = self.settle(&[x, index]);
        let map = self.expr(x).scalar();
        let key = if self.is_view(x, index) {
            let key = self.string_view(index);
            self.map_key_of(ty, &key)
        } else {
            self.map_key(ty, index)
        };
        self.unsettle(outer);
        (map, key)
    }

    /// Whether the key of a map is `string(b)`, which is looked up without a copy.
    pub fn is_view(&self, map: ExprId, index: ExprId) -> bool {
        let GoTy::Map { key, .. } = *self.under(self.ty(map)) else { return false };
        self.is_string(key) && self.bytes_as_string(index).is_some()
    }

    /// The value behind `p` if `ok`, else zero.
    pub fn load_or_zero(&mut self, ok: Value, p: Value, shape: &super::Shape) -> Val {
        if shape.size == 0 {
            return self.zero(shape);
        }
        if shape.is_memory() {
            let temp = self.new_temp(shape, "elem");
            let to = self.addr_value(temp);
            let (found, missing, join) = (self.b.new_block(), self.b.new_block(), self.b.new_block());
            self.b.br(ok, found, missing);
            self.enter(found);
            self.b.mem_copy(to, p, shape.size);
            self.b.jump(join);
            self.enter(missing);
            self.b.mem_zero(to, shape.size);
            self.b.jump(join);
            self.enter(join);
            return Val::temp(temp);
        }
        self.choose(ok, shape, |f| f.load(Addr::new(p), Alias::Shared, shape), |f| f.zero(shape))
    }

    /// The key of a map access.
    pub fn map_key(&mut self, ty: TyId, index: ExprId) -> MapKey {
        let GoTy::Map { key, .. } = *self.under(ty) else { unreachable!("the operand is a map") };
        let key = self.cx.canon(key);
        let v = self.expr_as(index, key);
        let shape = self.shape(key);
        let v = self.stable(v, &shape);
        self.map_key_of(ty, &v)
    }

    /// A value, which does not change from now on, as key of a map.
    pub fn map_key_of(&mut self, ty: TyId, v: &Val) -> MapKey {
        self.map_key_at(ty, v, &mut None)
    }

    /// The same for several keys in turn: a key in memory is put at the same place, which is made for the first.
    pub fn map_key_at(&mut self, ty: TyId, v: &Val, place: &mut Option<Addr>) -> MapKey {
        let GoTy::Map { key, elem } = *self.under(ty) else { unreachable!("the operand is a map") };
        let class = self.key_class(key, elem);
        let values = match class {
            KeyClass::Memory => {
                let shape = self.shape(key);
                let at = match v {
                    Val::Mem(addr, _) => *addr,
                    Val::Scalars(_) => {
                        let at = *place.get_or_insert_with(|| self.new_temp(&shape, "key"));
                        self.store(v, at, &shape);
                        at
                    }
                };
                smallvec![self.addr_value(at)]
            }
            _ => SmallVec::from_slice(v.scalars()),
        };
        MapKey { class, values }
    }

    fn key_class(&self, key: TyId, elem: TyId) -> KeyClass {
        if self.shape(elem).size > MAP_ZERO as u64 {
            return KeyClass::Memory;
        }
        match self.under(key) {
            GoTy::Pointer(_) | GoTy::Chan { .. } | GoTy::Basic(Basic::UnsafePointer) => KeyClass::Ptr,
            GoTy::Basic(b) if b.is_string() => KeyClass::Str,
            GoTy::Basic(b) if b.is_integer() => match self.shape(key).size {
                4 => KeyClass::Word32,
                8 => KeyClass::Word64,
                _ => KeyClass::Memory,
            },
            _ => KeyClass::Memory,
        }
    }

    /// The element for a key, or zero. One that is held in memory is not copied.
    pub fn map_elem(&mut self, ty: TyId, elem: TyId, map: Value, key: &MapKey) -> Val {
        let at = self.map_call(Access::Read, ty, map, key);
        let shape = self.shape(elem);
        self.load(Addr::new(at), Alias::Shared, &shape)
    }

    /// The same, and whether there is one.
    fn map_elem_ok(&mut self, ty: TyId, elem: TyId, map: Value, key: &MapKey) -> (Val, Val) {
        let at = self.map_call(Access::ReadOk, ty, map, key);
        let nil = self.nil();
        let ok = self.b.icmp(Cond::Ne, at, nil);
        let shape = self.shape(elem);
        (self.load_or_zero(ok, at, &shape), Val::one(ok))
    }

    /// Where the element for a key is; it is made if it is missing.
    pub fn map_assign(&mut self, ty: TyId, map: Value, key: &MapKey) -> Value {
        self.map_call(Access::Assign, ty, map, key)
    }

    /// The same for an element that is most likely there: it is looked for in line where that can be done.
    pub fn map_update(&mut self, ty: TyId, map: Value, key: &MapKey) -> Value {
        if matches!(key.class, KeyClass::Memory | KeyClass::Str) {
            return self.map_assign(ty, map, key);
        }
        let at = self.map_call(Access::ReadOk, ty, map, key);
        let nil = self.nil();
        let ok = self.b.icmp(Cond::Ne, at, nil);
        let place = self.b.new_var(Ty::Ptr, None);
        self.b.def_var(place, at);
        let (missing, join) = (self.b.new_block(), self.b.new_block());
        self.b.br(ok, join, missing);
        self.enter(missing);
        let made = self.map_assign(ty, map, key);
        self.b.def_var(place, made);
        self.b.jump(join);
        self.enter(join);
        self.b.use_var(place)
    }

    fn map_call(&mut self, access: Access, ty: TyId, map: Value, key: &MapKey) -> Value {
        let mut args: SmallVec<[Value; 6]> = smallvec![self.desc_addr(ty), map];
        args.extend_from_slice(&key.values);
        let fast = FAST.iter().find(|row| row.0 == key.class);
        let f = match (fast, access) {
            (Some(&(_, read, _)), Access::Read | Access::ReadOk) => {
                args.push(if matches!(access, Access::Read) { self.zero_elem(ty) } else { self.nil() });
                if key.class != KeyClass::Str {
                    let (stride, elem_off) = self.slot_parts(ty);
                    args.push(self.b.iconst(Ty::I64, slot_layout(stride, elem_off)));
                }
                read
            }
            (Some(&(_, _, assign)), Access::Assign) => assign,
            (None, Access::Read) => RuntimeFn::MapAccess1,
            (None, Access::ReadOk) => RuntimeFn::MapAccess2,
            (None, Access::Assign) => RuntimeFn::MapAssign,
        };
        self.b.call_rt(f, &args)[0]
    }

    /// The size of the slots of a map, and where in them the element is.
    pub fn slot_parts(&self, ty: TyId) -> (u64, u64) {
        let GoTy::Map { key, elem } = *self.under(ty) else { unreachable!("the operand is a map") };
        type_desc::slot_layout(&self.shape(key), &self.shape(elem))
    }

    /// A zero element of a map.
    fn zero_elem(&mut self, ty: TyId) -> Value {
        let GoTy::Map { elem, .. } = *self.under(ty) else { unreachable!("the operand is a map") };
        // Few sizes, so that many maps share one.
        let size = self.shape(elem).size.next_power_of_two().max(32);
        let sym = self.cx.zeros(size);
        self.b.sym_addr(sym, 0)
    }
}
