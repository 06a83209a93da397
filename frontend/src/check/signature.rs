//! Function signatures: receiver, parameters, results (Go spec, Function types; gc: `types2/signature.go`).

use std::rc::Rc;

use super::{Checker, FuncEnv, ScopeId};
use crate::ast::{Block, ExprId, ExprKind, Field, Ident, List, Signature};
use crate::diag::Code;
use crate::object::{ObjId, ObjKind, VarKind};
use crate::source::sym;
use crate::types::{Basic, FuncTy, ParamTy, Ty, TyId, TypeParamId};

use super::decl::DeclIndex;

/// A signature with the scope and the variables of its body.
pub struct FuncHeader {
    /// The [`Ty::Func`].
    pub ty: TyId,
    /// Where receiver, parameters, results and the body's own declarations stand.
    pub scope: ScopeId,
    /// Its type parameters, those of the receiver first.
    pub tparams: Rc<[TypeParamId]>,
    /// How many of them are the receiver's.
    pub recv_tparams: usize,
    /// The receiver.
    pub recv: Option<ObjId>,
    /// Parameters; unnamed ones have the empty name.
    pub params: Vec<ObjId>,
    /// Results; unnamed ones have the empty name.
    pub results: Vec<ObjId>,
}

impl<'p> Checker<'p> {
    /// A function type.
    pub fn func_type(&mut self, e: ExprId) -> TyId {
        self.func_header(None, List::default(), e).ty
    }

    /// Checks a signature and declares its variables in a new scope.
    pub fn func_header(&mut self, recv: Option<Field>, tparams: List<Field>, ty: ExprId) -> FuncHeader {
        let ExprKind::FuncType(signature) = self.ast().exprs[ty].kind else {
            unreachable!("a signature is a function type");
        };
        let Signature { params, results } = self.ast()[signature];
        let outer = self.env.scope;
        let scope = self.new_scope(outer);
        self.env.scope = scope;
        let mut all_tparams = Vec::new();
        let recv_obj = recv.map(|r| self.receiver(r, &mut all_tparams));
        let recv_tparams = all_tparams.len();
        let own_tparams = self.declare_type_params(tparams);
        self.type_param_constraints(tparams, &own_tparams);
        all_tparams.extend_from_slice(&own_tparams);
        let (param_objs, params_ty, variadic) = self.collect_params(VarKind::Param, params);
        let (result_objs, results_ty, _) = self.collect_params(VarKind::Result, results);
        if let (Some(obj), Some(ident)) = (recv_obj, recv.and_then(|r| r.name)) {
            self.declare(ident, obj);
        }
        self.declare_params(params, &param_objs);
        self.declare_params(results, &result_objs);
        self.env.scope = outer;
        let sig = FuncTy { params: params_ty, results: results_ty, variadic, tparams: own_tparams.into() };
        let func = self.types().intern(Ty::Func(sig));
        self.record_type(ty, func);
        FuncHeader {
            ty: func,
            scope,
            tparams: all_tparams.into(),
            recv_tparams,
            recv: recv_obj,
            params: param_objs,
            results: result_objs,
        }
    }

    fn receiver(&mut self, recv: Field, tparams: &mut Vec<TypeParamId>) -> ObjId {
        let ty = match self.receiver_type_args(recv.ty) {
            Some(args) => {
                let (ty, params) = self.generic_receiver(recv.ty, &args);
                *tparams = params;
                if ty.is_valid() {
                    self.record_type(recv.ty, ty);
                }
                ty
            }
            None => {
                let ty = self.var_type(recv.ty);
                self.plain_receiver(recv.ty, ty)
            }
        };
        let ident = recv.name.unwrap_or(Ident { name: sym::Empty, pos: recv.pos });
        let (_, base) = self.unpack_receiver(recv.ty);
        self.later(move |c| c.valid_receiver(base, ty));
        self.new_object(ident, ObjKind::Var(VarKind::Recv), Some(ty))
    }

    /// The type of a receiver without type parameters. It must not be an alias of an instance, whose generic type the
    /// method would be for.
    fn plain_receiver(&mut self, recv: ExprId, ty: TyId) -> TyId {
        let types = self.types();
        let mut at = types.written_base(ty);
        while let Ty::Alias { .. } = types.get(at) {
            let target = types.written_base(types.unalias_once(at));
            let instance = match types.get(target) {
                Ty::Named(n) => types.named(*n).origin.is_some(),
                Ty::Alias { targs, .. } => !targs.is_empty(),
                _ => false,
            };
            if instance {
                let (_, base) = self.unpack_receiver(recv);
                let text = format!("cannot define new methods on instantiated type {}", self.ty_str(target));
                self.error_at(base, Code::InvalidRecv, text);
                return TyId::ERROR;
            }
            at = target;
        }
        ty
    }

    /// A receiver is `T` or `*T` where T is a defined type of this package and no pointer or interface (Go spec,
    /// Method declarations).
    fn valid_receiver(&mut self, base: ExprId, recv: TyId) {
        let (ty, _) = self.types().deref(recv);
        let shown = |c: &Self| c.ty_str(ty);
        let text = match self.types().get(self.types().unalias(ty)) {
            Ty::Basic(Basic::Error) => return,
            Ty::Named(n) => {
                if self.object(self.types().named(*n).obj).pkg != Some(self.pkg) {
                    format!("cannot define new methods on non-local type {}", shown(self))
                } else {
                    let cause = match self.under(ty) {
                        Ty::Basic(Basic::UnsafePointer) => "unsafe.Pointer",
                        Ty::Pointer(_) | Ty::Interface(_) => "pointer or interface type",
                        _ => return,
                    };
                    format!("invalid receiver type {} ({cause})", shown(self))
                }
            }
            Ty::Basic(_) => format!("cannot define new methods on non-local type {}", shown(self)),
            _ => format!("invalid receiver type {}", self.ty_str(recv)),
        };
        self.error_at(base, Code::InvalidRecv, text);
    }

    /// Variables and types of a parameter or result list, and whether the last parameter is variadic.
    fn collect_params(&mut self, kind: VarKind, list: List<Field>) -> (Vec<ObjId>, Box<[ParamTy]>, bool) {
        let list = self.ast().list(list);
        let mut objs = Vec::with_capacity(list.len());
        let mut params = Vec::with_capacity(list.len());
        let mut variadic = false;
        let mut ty = TyId::ERROR;
        for (i, f) in list.iter().enumerate() {
            if i == 0 || list[i - 1].ty != f.ty {
                ty = match self.ast().exprs[f.ty].kind {
                    ExprKind::DotsType(elem) => {
                        let elem = self.var_type(elem);
                        if kind == VarKind::Param && i + 1 == list.len() {
                            variadic = true;
                            let slice = self.types().intern(Ty::Slice(elem));
                            self.record_type(f.ty, slice);
                            slice
                        } else {
                            self.error_at(f.ty, Code::BadDotDotDotSyntax, "invalid use of ...");
                            elem
                        }
                    }
                    _ => self.var_type(f.ty),
                };
            }
            let ident = f.name.unwrap_or(Ident { name: sym::Empty, pos: f.pos });
            objs.push(self.new_object(ident, ObjKind::Var(kind), Some(ty)));
            params.push(ParamTy { name: ident.name, ty });
        }
        (objs, params.into(), variadic)
    }

    fn declare_params(&mut self, list: List<Field>, objs: &[ObjId]) {
        for (f, &obj) in self.ast().list(list).iter().zip(objs) {
            if let Some(name) = f.name {
                self.declare(name, obj);
            }
        }
    }

    /// The type of a function literal, whose body is checked at the end of the statement or declaration in which it
    /// stands: it may refer to what that declares.
    pub fn func_literal(&mut self, ty: ExprId, body: Block) -> TyId {
        let mut header = self.func_header(None, List::default(), ty);
        if let Some(outer) = &self.env.func {
            header.tparams = Rc::clone(&outer.tparams);
        }
        let func = header.ty;
        let decl = self.env.decl;
        let iota = self.env.iota.clone();
        self.later(move |c| c.func_body(decl, iota, header, body));
        func
    }

    /// Checks a function's body, then what is known at its end: a missing return, unused variables. (Labels
    /// and branches were checked by the parser.)
    pub(super) fn func_body(
        &mut self,
        decl: Option<DeclIndex>,
        iota: Option<crate::types::constant::ConstValue>,
        header: FuncHeader,
        body: Block,
    ) {
        let named_results = header.results.iter().any(|&r| self.object(r).name != sym::Empty);
        let has_results = !header.results.is_empty();
        let func = FuncEnv {
            sig: header.ty,
            tparams: header.tparams,
            results: header.results,
            named_results,
            ..FuncEnv::default()
        };
        let env = super::Env { scope: header.scope, func: Some(func), iota, decl, ..super::Env::default() };
        let outer = std::mem::replace(&mut self.env, env);
        self.stmt_list(body.stmts);
        if has_results && !self.is_terminating_list(self.ast().list(body.stmts)) {
            self.error(body.rbrace, Code::MissingReturn, "missing return");
        }
        self.report_unused_variables();
        self.env = outer;
    }
}
