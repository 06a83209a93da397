//! Type arguments: a generic function is built anew for each list of them, with the concrete types in place of its
//! type parameters.
//!
//! Whatever is read from the checker's facts about a function or its declaration goes through the function's
//! [`Subst`]; behind that there are no type parameters.

use std::borrow::Cow;
use std::sync::Arc;

use frontend::ast::ExprId;
use frontend::object::ObjId;
use frontend::program::{Selection, SelectionKind};
use frontend::types::{FuncTy, Ty as GoTy, TyId, TypeParamId};

use super::{Cx, FuncCx, Instance, MethodKey};
use crate::type_desc::methods::{self, Target};

/// Longest name of an instance. Instances that lead to ever larger ones would go on for ever.
pub(super) const MAX_INSTANCE_NAME: usize = 1 << 16;

/// Type parameters of a function and what stands for them.
#[derive(Clone, Debug)]
pub struct Subst {
    params: Arc<[TypeParamId]>,
    args: Arc<[TyId]>,
}

impl Default for Subst {
    fn default() -> Subst {
        Subst { params: Arc::from([]), args: Arc::from([]) }
    }
}

impl Subst {
    /// Whether nothing is substituted.
    pub fn is_empty(&self) -> bool {
        self.params.is_empty()
    }
}

impl Cx<'_> {
    /// The type parameters of a function: for a method those of its receiver, then its own.
    pub fn type_params(&self, obj: ObjId) -> Vec<TypeParamId> {
        let own: &[TypeParamId] = match self.types().get(self.prog.objects.ty(obj)) {
            GoTy::Func(f) => &f.tparams,
            _ => &[],
        };
        self.types().method_tparams(obj).iter().chain(own).copied().collect()
    }

    /// The substitution an instance is built with; `None` if the type arguments do not fit.
    pub fn subst_of(&self, inst: &Instance) -> Option<Subst> {
        let params: Arc<[TypeParamId]> = self.type_params(inst.obj).into();
        (params.len() == inst.targs.len()).then(|| Subst { params, args: inst.targs.clone() })
    }

    /// The canonical form of a type after substitution.
    pub fn apply(&self, subst: &Subst, ty: TyId) -> TyId {
        self.canon(self.types().subst(ty, &subst.params, &subst.args))
    }

    /// The canonical signature of an instance, without receiver.
    pub fn inst_sig(&self, inst: &Instance) -> TyId {
        let ty = self.prog.objects.ty(inst.obj);
        match (self.types().get(ty), self.subst_of(inst)) {
            (GoTy::Func(f), Some(subst)) if !subst.is_empty() => {
                let plain = FuncTy { tparams: Box::default(), ..f.clone() };
                self.apply(&subst, self.types().intern(GoTy::Func(plain)))
            }
            _ => self.canon(ty),
        }
    }

    /// The receiver type of an instance of a method, canonical.
    pub fn inst_receiver(&self, inst: &Instance) -> Option<TyId> {
        let recv = self.receiver(inst.obj)?;
        let (base, is_pointer) = self.types().deref(recv);
        let of_owner = self.types().method_tparams(inst.obj).len();
        let (Some(n), Some(targs @ [_, ..])) = (self.types().as_named(base), inst.targs.get(..of_owner))
        else {
            return Some(recv);
        };
        let owner = self.types().instance(self.types().named(n).origin.unwrap_or(n), targs);
        let ty = if is_pointer { self.types().intern(GoTy::Pointer(owner)) } else { owner };
        Some(self.canon(ty))
    }

    /// The instance of a method declared for the type `owner` (or what it points to).
    pub fn method_of(&self, obj: ObjId, owner: TyId) -> Instance {
        let (base, _) = self.types().deref(self.canon(owner));
        let targs: Arc<[TyId]> = match self.types().as_named(base) {
            Some(n) => self.types().named(n).targs.iter().map(|&t| self.canon(t)).collect(),
            None => Arc::from([]),
        };
        Instance { obj, targs }
    }

    /// Whether a method declared for this receiver type belongs to a type that is not generic.
    pub fn method_of_plain(&self, recv: TyId) -> bool {
        let (base, _) = self.types().deref(recv);
        self.types().as_named(base).is_none_or(|n| self.types().named(n).targs.is_empty())
    }

    /// Whether a function or method has type parameters.
    pub fn is_generic(&self, obj: ObjId) -> bool {
        !self.type_params(obj).is_empty()
    }
}

impl<'p> FuncCx<'_, 'p> {
    /// A type from the checker's facts as it is in this instance, canonical.
    pub fn subst(&self, ty: TyId) -> TyId {
        self.cx.apply(&self.facts.subst, ty)
    }

    /// What a selector means in this instance: a method of a type parameter is that of the type argument.
    pub fn selection(&self, e: ExprId) -> Option<Cow<'p, Selection>> {
        let written = self.info().selections.get(&e)?;
        if self.facts.subst.is_empty() {
            return Some(Cow::Borrowed(written));
        }
        let s = Selection { recv: self.subst(written.recv), ty: self.subst(written.ty), ..written.clone() };
        Some(Cow::Owned(match self.selects_of_type_param(e) && !self.is_interface(s.recv) {
            true => self.concrete_method(s)?,
            false => s,
        }))
    }

    /// Whether a selector was written for an operand of a type parameter.
    pub fn selects_of_type_param(&self, e: ExprId) -> bool {
        let written = self.info().selections.get(&e);
        written.is_some_and(|s| matches!(self.types().get(self.cx.canon(s.recv)), GoTy::TypeParam(_)))
    }

    /// The selection of an interface's method as one of the concrete type that `s.recv` is.
    fn concrete_method(&self, s: Selection) -> Option<Selection> {
        let is_expr = matches!(s.kind, SelectionKind::MethodExpr | SelectionKind::InterfaceMethodExpr);
        let pkg = (!self.types().is_exported(s.name)).then_some(self.pkg);
        let m = methods::find(self.cx, MethodKey { recv: s.recv, name: s.name, pkg })?;
        let path: Box<[u32]> = m.path.into();
        let at_pointer = self.ends_in_pointer(s.recv, &path);
        Some(match m.target {
            Target::Declared { obj, pointer, .. } => Selection {
                kind: if is_expr { SelectionKind::MethodExpr } else { SelectionKind::Method },
                method: Some(obj),
                path,
                takes_address: pointer && !at_pointer,
                derefs: !pointer && at_pointer,
                ..s
            },
            Target::Interface { .. } => Selection { path, ..s },
        })
    }

    /// Whether the embedded field at the end of a path from `ty` is a pointer; `ty` itself, if the path is empty.
    fn ends_in_pointer(&self, ty: TyId, path: &[u32]) -> bool {
        matches!(self.types().get(self.at_path(ty, path)), GoTy::Pointer(_))
    }

    /// The canonical type of the embedded field at the end of a path from `ty`.
    fn at_path(&self, mut ty: TyId, path: &[u32]) -> TyId {
        for &i in path {
            let base = match self.under(ty) {
                GoTy::Pointer(base) => *base,
                _ => ty,
            };
            let GoTy::Struct(fields) = self.under(base) else { return TyId::ERROR };
            ty = fields[i as usize].ty;
        }
        self.cx.canon(ty)
    }

    /// The instance of the declared method that the selector `e` means.
    pub fn method_instance(&self, e: ExprId, s: &Selection) -> Instance {
        let obj = s.method.expect("methods of defined types are declared");
        let of_owner = self.cx.method_of(obj, self.at_path(s.recv, &s.path));
        let own = self.type_args(e);
        Instance { obj, targs: of_owner.targs.iter().copied().chain(own).collect() }
    }

    /// The type arguments of the generic function or method that an expression denotes.
    pub fn type_args(&self, e: ExprId) -> Vec<TyId> {
        self.info().instances.get(&e).map_or_else(Vec::new, |l| l.iter().map(|&t| self.subst(t)).collect())
    }
}
