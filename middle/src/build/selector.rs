//! Selectors: fields through embedded structs, methods as values, method expressions.

use abi::layout::Itab;
use frontend::ast::ExprId;
use frontend::program::{Selection, SelectionKind};
use frontend::types::{Ty as GoTy, TyId};
use std::mem::offset_of;

use super::cx::GenericMethod;
use super::func::FuncCx;
use super::place::Place;
use super::value::{Addr, Alias, Val};
use super::{Instance, MethodKey, wrappers};
use crate::ir::{AllocKind, Ty, Value};

impl FuncCx<'_, '_> {
    /// `x.f` as a value.
    pub fn selector(&mut self, e: ExprId, x: ExprId) -> Val {
        let info = self.info();
        if let Some(&obj) = info.uses.get(&e) {
            return self.object_value(e, obj);
        }
        let Some(s) = self.selection(e) else {
            let ty = self.ty(e);
            return self.unsupported_value(self.pos(e), "this selector", ty);
        };
        match s.kind {
            SelectionKind::Field => {
                let (place, ty) = self.walk_path(x, self.cx.canon(s.recv), &s.path);
                self.load_place(&place, ty)
            }
            SelectionKind::Method if self.selects_of_type_param(e) => self.type_param_method_value(x, &s),
            SelectionKind::Method => self.method_value(e, x, &s),
            SelectionKind::InterfaceMethod => self.interface_method_value(e, x, &s),
            SelectionKind::MethodExpr if !self.type_args(e).is_empty() => {
                let sym = wrappers::generic_method_expr_value_sym(self.cx, &self.generic_method(e, &s));
                Val::one(self.b.sym_addr(sym, 0))
            }
            SelectionKind::MethodExpr | SelectionKind::InterfaceMethodExpr => {
                let sym = self.cx.method_expr_value(self.method_key(&s, self.cx.canon(s.recv)));
                Val::one(self.b.sym_addr(sym, 0))
            }
        }
    }

    /// The key of a selected method for receivers of type `recv`.
    pub fn method_key(&self, s: &Selection, recv: TyId) -> MethodKey {
        let pkg = match s.method {
            Some(m) => self.cx.prog.objects.get(m).pkg,
            None => Some(self.pkg),
        };
        let pkg = pkg.filter(|_| !self.types().is_exported(s.name));
        MethodKey { recv, name: s.name, pkg }
    }

    /// The generic method that a method expression denotes.
    pub fn generic_method(&self, e: ExprId, s: &Selection) -> GenericMethod {
        let key = self.method_key(s, self.cx.canon(s.recv));
        GenericMethod { key, path: s.path.clone(), inst: self.method_instance(e, s) }
    }

    /// The receiver of a declared method in `x.m`, of the type it is declared for.
    pub fn receiver(&mut self, e: ExprId, x: ExprId, s: &Selection, method: &Instance) -> (Val, TyId) {
        let want = self.cx.inst_receiver(method).expect("methods have receivers");
        let (place, ty) = self.walk_path(x, self.cx.canon(s.recv), &s.path);
        self.at(self.pos(e));
        if s.takes_address {
            let p = match place {
                Place::Mem(addr, _) => self.addr_value(addr),
                place => {
                    // Of size 0, or not a variable after all.
                    let shape = self.shape(ty);
                    let v = self.load_place(&place, ty);
                    let temp = self.copy_to_temp(&v, &shape);
                    self.addr_value(temp)
                }
            };
            return (Val::one(p), want);
        }
        let v = self.load_place(&place, ty);
        if s.derefs {
            let shape = self.shape(want);
            let p = v.scalar();
            self.b.nil_check(p, shape.size.saturating_sub(1) as i64);
            return (self.load(Addr::new(p), Alias::Shared, &shape), want);
        }
        (v, want)
    }

    /// `x.m`: a closure over the receiver.
    fn method_value(&mut self, e: ExprId, x: ExprId, s: &Selection) -> Val {
        let method = self.method_instance(e, s);
        let (recv, ty) = self.receiver(e, x, s, &method);
        let code = match self.type_args(e).is_empty() {
            true => self.cx.bound_method(self.method_key(s, ty)),
            false => wrappers::bound_generic_method_sym(self.cx, &method),
        };
        Val::one(self.closure_object(code, &[(recv, ty)], AllocKind::MethodValue))
    }

    /// `x.m` for `x` of a type parameter: as in gc the closure is over `x` itself, though it may be a pointer to the
    /// receiver.
    fn type_param_method_value(&mut self, x: ExprId, s: &Selection) -> Val {
        let ty = self.cx.canon(s.recv);
        let v = self.expr(x);
        let code = self.cx.bound_method(self.method_key(s, ty));
        Val::one(self.closure_object(code, &[(v, ty)], AllocKind::MethodValue))
    }

    fn interface_method_value(&mut self, e: ExprId, x: ExprId, s: &Selection) -> Val {
        let (iface, ty) = self.interface_operand(x, s);
        self.at(self.pos(e));
        if let Some((_, sig)) = self.interface_method(ty, s) {
            self.cx.note_interface_call(self.pkg, s.name, sig);
        }
        self.b.nil_check(iface.scalars()[0], 0);
        let code = self.cx.bound_method(self.method_key(s, ty));
        Val::one(self.closure_object(code, &[(iface, ty)], AllocKind::MethodValue))
    }

    /// The interface value whose method is selected, and its type.
    pub fn interface_operand(&mut self, x: ExprId, s: &Selection) -> (Val, TyId) {
        let (place, ty) = self.walk_path(x, self.cx.canon(s.recv), &s.path);
        (self.load_place(&place, ty), ty)
    }

    /// The number of a method in the method tables of an interface type, and its signature.
    pub fn interface_method(&self, ty: TyId, s: &Selection) -> Option<(usize, TyId)> {
        let set = self.types().type_set(ty)?;
        let wanted = (s.name, Some(self.pkg));
        let i = set.methods.iter().position(|m| self.types().same_name((m.name, m.pkg), wanted))?;
        Some((i, set.methods[i].sig))
    }

    /// The code of method `index` of a method table; panics if the table is nil.
    pub fn method_code(&mut self, tab: Value, index: usize) -> Value {
        let at = offset_of!(Itab, fun) as i64 + 8 * index as i64;
        self.b.nil_check(tab, at + 7);
        self.b.load(Ty::Ptr, tab, at)
    }

    /// Whether the type is an interface type.
    pub fn is_interface(&self, ty: TyId) -> bool {
        matches!(self.under(ty), GoTy::Interface(_))
    }

    /// Whether the type is an interface type without methods.
    pub fn is_empty_interface(&self, ty: TyId) -> bool {
        self.types().type_set(ty).is_some_and(|set| set.methods.is_empty())
    }
}
