//! Places: what can be assigned to or have its address taken.

use frontend::ast::{ExprId, ExprKind};
use frontend::object::{ObjId, ObjKind, VarKind};
use frontend::program::Mode;
use frontend::source::sym;
use frontend::types::{Ty as GoTy, TyId};
use smallvec::SmallVec;

use super::func::{FuncCx, Storage};
use super::map::MapKey;
use super::value::{Addr, Alias, Val};
use crate::ir::{Value, Variable};

/// Something that holds a value.
#[derive(Clone, Debug)]
pub enum Place {
    /// `_`
    Blank,
    /// A variable in SSA form, or some of its scalars.
    Vars(SmallVec<[Variable; 4]>),
    /// Memory.
    Mem(Addr, Alias),
    /// An element of a map, created when it is assigned.
    Map {
        /// The map's type.
        ty: TyId,
        /// The map.
        map: Value,
        /// The key.
        key: MapKey,
    },
}

impl FuncCx<'_, '_> {
    /// Whether the expression denotes a variable (Go spec, Address operators), so that it has a place.
    pub fn is_variable(&self, e: ExprId) -> bool {
        self.info().expr(e).mode == Mode::Variable
    }

    /// Whether the expression is the blank identifier.
    pub fn is_blank(&self, e: ExprId) -> bool {
        matches!(self.ast().exprs[e].kind, ExprKind::Name(n) if n == sym::Blank)
    }

    /// The place of a variable or map element.
    pub fn place(&mut self, e: ExprId) -> Place {
        match self.ast().exprs[e].kind {
            ExprKind::Paren(x) => self.place(x),
            ExprKind::Name(n) if n == sym::Blank => Place::Blank,
            ExprKind::Name(_) => {
                match self.info().uses.get(&e).or_else(|| self.info().defs.get(&self.pos(e))) {
                    Some(&obj) => self.var_place(obj),
                    None => self.no_place(e),
                }
            }
            ExprKind::Selector { x, .. } => match self.info().uses.get(&e) {
                Some(&obj) => self.var_place(obj),
                None => self.field_place(e, x),
            },
            ExprKind::Star(x) => {
                let p = self.expr(x).scalar();
                let size = self.shape(self.ty(e)).size;
                self.at(self.pos(e));
                self.check_nil(p, size.saturating_sub(1) as i64);
                Place::Mem(Addr::new(p), Alias::Shared)
            }
            ExprKind::Index { x, index } => self.index_place(e, x, index),
            _ => {
                let v = self.expr(e);
                let shape = self.shape(self.ty(e));
                Place::Mem(self.copy_to_temp(&v, &shape), Alias::Temp)
            }
        }
    }

    fn no_place(&mut self, e: ExprId) -> Place {
        self.unsupported(self.pos(e), "assignment to this operand");
        Place::Blank
    }

    /// The place of a variable.
    pub fn var_place(&mut self, obj: ObjId) -> Place {
        if let ObjKind::Var(VarKind::Global) = self.cx.prog.objects.get(obj).kind {
            let sym = self.cx.global_sym(obj);
            return Place::Mem(Addr::new(self.b.sym_addr(sym, 0)), Alias::Shared);
        }
        match self.vars.get(&obj).cloned() {
            Some(Storage::Vars(vars)) => Place::Vars(vars),
            Some(storage) => {
                let (addr, alias) = self.storage_addr(&storage);
                Place::Mem(addr, alias)
            }
            None => {
                // Only in code that cannot be reached, where the declaration was jumped over.
                self.declare(obj, None);
                self.var_place(obj)
            }
        }
    }

    /// The place of `x.f` through embedded fields.
    fn field_place(&mut self, e: ExprId, x: ExprId) -> Place {
        let Some(s) = self.selection(e) else { return self.no_place(e) };
        self.walk_path(x, self.cx.canon(s.recv), &s.path).0
    }

    /// Follows field indices from the operand `x` of type `ty`; yields the place reached and its type.
    pub fn walk_path(&mut self, x: ExprId, ty: TyId, path: &[u32]) -> (Place, TyId) {
        let starts_at_pointer = matches!(self.under(ty), GoTy::Pointer(_));
        let mut place = if !starts_at_pointer && self.is_variable(x) {
            self.place(x)
        } else {
            let v = self.expr(x);
            self.place_of_value(v, ty)
        };
        let mut ty = ty;
        self.at(self.pos(x));
        for &i in path {
            (place, ty) = self.step_into(place, ty, i as usize);
        }
        (place, ty)
    }

    /// A place that holds a computed value, which is not changed through it.
    pub fn place_of_value(&mut self, v: Val, ty: TyId) -> Place {
        match v {
            Val::Mem(addr, alias) => Place::Mem(addr, alias),
            Val::Scalars(values) => {
                let shape = self.shape(ty);
                let vars = self.new_vars(&shape, "");
                self.def_vars(&vars, &Val::Scalars(values));
                Place::Vars(vars)
            }
        }
    }

    /// The place of field `i` of a struct, or of the struct that the place's pointer points to.
    fn step_into(&mut self, place: Place, ty: TyId, i: usize) -> (Place, TyId) {
        if let GoTy::Pointer(base) = *self.under(ty) {
            self.flush_checks();
            let p = self.load_place(&place, ty).scalar();
            let shape = self.shape(base);
            let field_ty = self.field_ty(base, i);
            let end = shape.offsets[i] + self.shape(field_ty).size.max(1);
            self.check_nil(p, end as i64 - 1);
            return (Place::Mem(Addr::new(p).plus(shape.offsets[i]), Alias::Shared), field_ty);
        }
        let shape = self.shape(ty);
        let field_ty = self.field_ty(ty, i);
        let place = match place {
            Place::Vars(vars) => Place::Vars(SmallVec::from_slice(&vars[shape.field_scalars(i)])),
            Place::Mem(addr, alias) => Place::Mem(addr.plus(shape.offsets[i]), alias),
            other => other,
        };
        (place, field_ty)
    }

    /// The canonical type of a struct's field.
    pub fn field_ty(&self, ty: TyId, i: usize) -> TyId {
        match self.under(ty) {
            GoTy::Struct(fields) => self.cx.canon(fields[i].ty),
            _ => TyId::ERROR,
        }
    }

    /// Reads what is at a place.
    pub fn load_place(&mut self, place: &Place, ty: TyId) -> Val {
        let shape = self.shape(ty);
        match place {
            Place::Blank => self.zero(&shape),
            Place::Vars(vars) => self.use_vars(vars),
            Place::Mem(addr, alias) => self.load(*addr, *alias, &shape),
            Place::Map { ty: map_ty, map, key } => self.map_elem(*map_ty, ty, *map, key),
        }
    }

    /// Assigns to a place. A value in memory is equal to the place or does not overlap it.
    pub fn store_place(&mut self, place: &Place, v: &Val, ty: TyId) {
        let shape = self.shape(ty);
        match place {
            Place::Blank => {}
            Place::Vars(vars) => self.def_vars(vars, v),
            Place::Mem(addr, _) => self.store(v, *addr, &shape),
            Place::Map { ty: map_ty, map, key } => {
                // The value may be an element of the same map, whose memory is given up if the map grows.
                let v = self.stable_in_calls(v.clone(), &shape);
                let elem = self.map_assign(*map_ty, *map, key);
                self.store(&v, Addr::new(elem), &shape);
            }
        }
    }

    /// The address of the place of an addressable operand.
    pub fn address_of(&mut self, e: ExprId) -> Value {
        match self.place(e) {
            Place::Mem(addr, _) => self.addr_value(addr),
            place => {
                // Captures make every variable whose address is taken live in memory; what is left is of size 0
                // or a value without place.
                let ty = self.ty(e);
                let shape = self.shape(ty);
                let v = self.load_place(&place, ty);
                let temp = self.copy_to_temp(&v, &shape);
                self.addr_value(temp)
            }
        }
    }
}
