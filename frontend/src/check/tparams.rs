//! Type parameter lists of declarations and receivers (Go spec, Type parameter declarations;
//! gc: `types2/decl.go`, `types2/signature.go`).

use super::Checker;
use crate::ast::{BinaryOp, ExprId, ExprKind, Field, Ident, List, UnaryOp};
use crate::diag::Code;
use crate::object::{ObjId, ObjKind};
use crate::source::sym;
use crate::types::{InterfaceTy, NamedId, Ty, TyId, TypeParam, TypeParamId};

impl<'p> Checker<'p> {
    /// Declares the names of a type parameter list in the current scope. Their constraints are unknown until
    /// [`Checker::type_param_constraints`].
    pub(super) fn declare_type_params(&mut self, list: List<Field>) -> Vec<TypeParamId> {
        let names = self.ast().list(list).iter();
        names.enumerate().filter_map(|(i, f)| Some(self.declare_type_param(f.name?, i))).collect()
    }

    fn declare_type_param(&mut self, name: Ident, index: usize) -> TypeParamId {
        let obj = self.new_object(name, ObjKind::TypeName, None);
        let param = self.new_type_param(obj, index as u32);
        let ty = self.types().intern(Ty::TypeParam(param));
        self.set_type(obj, ty);
        self.declare(name, obj);
        param
    }

    /// A type parameter without constraint, declared by `obj`.
    pub(super) fn new_type_param(&self, obj: ObjId, index: u32) -> TypeParamId {
        self.types().new_type_param(TypeParam { obj, index, constraint: Default::default() })
    }

    /// Checks the constraints of the type parameters that the list has declared.
    pub(super) fn type_param_constraints(&mut self, list: List<Field>, params: &[TypeParamId]) {
        let list = self.ast().list(list);
        let mut constraint = TyId::ERROR;
        for (i, (f, &p)) in list.iter().zip(params).enumerate() {
            if i == 0 || list[i - 1].ty != f.ty {
                constraint = self.constraint(f.ty);
                if self.types().as_type_param(constraint).is_some() {
                    let text = "cannot use a type parameter as constraint";
                    self.error_at(f.ty, Code::MisplacedTypeParam, text);
                    constraint = TyId::ERROR;
                }
            }
            let _ = self.types().type_param(p).constraint.set(constraint);
        }
    }

    /// A constraint; `~T` and unions stand for an interface with just that element.
    fn constraint(&mut self, e: ExprId) -> TyId {
        let is_union = matches!(
            self.ast().exprs[e].kind,
            ExprKind::Unary { op: UnaryOp::Tilde, .. } | ExprKind::Binary { op: BinaryOp::Or, .. }
        );
        if !is_union {
            return self.typ(e);
        }
        self.env.interface_depth += 1;
        let elem = self.interface_elem(e);
        self.env.interface_depth -= 1;
        let set = InterfaceTy { embedded: [elem].into(), implicit: true, ..InterfaceTy::default() };
        self.types().intern(Ty::Interface(set))
    }

    /// The type parameters written in a receiver type such as `*List[T]`; `None` if it has no brackets.
    pub(super) fn receiver_type_args(&self, recv: ExprId) -> Option<Vec<ExprId>> {
        let ast = self.ast();
        let mut base = ast.unparen(recv);
        if let ExprKind::Star(inner) = ast.exprs[base].kind {
            base = ast.unparen(inner);
        }
        match ast.exprs[base].kind {
            ExprKind::Index { index, .. } => Some(self.index_list(index)),
            _ => None,
        }
    }

    /// The expressions between brackets.
    pub(super) fn index_list(&self, index: ExprId) -> Vec<ExprId> {
        match self.ast().exprs[index].kind {
            ExprKind::List(items) => self.ast().list(items).to_vec(),
            _ => vec![index],
        }
    }

    /// A receiver `T[P, …]` or `*T[P, …]`, which declares the type parameters P of the method. The result is the
    /// receiver's type and these.
    pub(super) fn generic_receiver(&mut self, recv: ExprId, args: &[ExprId]) -> (TyId, Vec<TypeParamId>) {
        let (pointer, base) = self.unpack_receiver(recv);
        let generic = self.receiver_base(base);
        let mut params = Vec::with_capacity(args.len());
        for (i, &arg) in args.iter().enumerate() {
            let expr = self.ast().exprs[arg];
            let ExprKind::Name(name) = expr.kind else {
                let text = format!("receiver type parameter {} must be an identifier", self.expr_str(arg));
                self.error_at(arg, Code::InvalidSyntaxTree, text);
                params.push(self.declare_type_param(Ident { name: sym::Blank, pos: expr.pos }, i));
                continue;
            };
            let param = self.declare_type_param(Ident { name, pos: expr.pos }, i);
            let ty = self.types().intern(Ty::TypeParam(param));
            self.record_type(arg, ty);
            params.push(param);
        }
        let Some(named) = generic else {
            for &p in &params {
                let _ = self.types().type_param(p).constraint.set(TyId::ERROR);
            }
            return (TyId::ERROR, params);
        };
        let ty = self.receiver_instance(named, base, &params);
        if !ty.is_valid() {
            return (ty, params);
        }
        self.record_type(self.receiver_core(recv), ty);
        (if pointer { self.pointer_to(ty) } else { ty }, params)
    }

    /// The expression `T[P]` inside a receiver's pointer and parentheses.
    fn receiver_core(&self, recv: ExprId) -> ExprId {
        let ast = self.ast();
        let base = ast.unparen(recv);
        match ast.exprs[base].kind {
            ExprKind::Star(inner) => ast.unparen(inner),
            _ => base,
        }
    }

    /// The generic type that a receiver with type parameters is based on; reports if there is none.
    fn receiver_base(&mut self, base: ExprId) -> Option<NamedId> {
        let ty = match self.generic_type(base) {
            Ok(ty) => ty,
            Err(cause) => {
                if let Some(cause) = cause {
                    self.error_at(base, Code::InvalidRecv, cause);
                }
                return None;
            }
        };
        match self.types().get(ty) {
            Ty::Named(n) => Some(*n),
            _ => {
                let text = format!("cannot define new methods on generic alias type {}", self.ty_str(ty));
                self.error_at(base, Code::InvalidRecv, text);
                None
            }
        }
    }

    /// The receiver's type as an instance with the method's own type parameters, which take over the constraints of the
    /// generic type's.
    fn receiver_instance(&mut self, named: NamedId, base: ExprId, params: &[TypeParamId]) -> TyId {
        let types = self.types();
        let declared: &[TypeParamId] = types.named(named).tparams.get().map_or(&[], |p| p);
        let args: Vec<TyId> = params.iter().map(|&p| types.intern(Ty::TypeParam(p))).collect();
        if declared.len() == params.len() {
            for (&p, &d) in params.iter().zip(declared) {
                let constraint = types.type_param(d).constraint.get().copied().unwrap_or_default();
                let constraint = types.subst(constraint, declared, &args);
                let _ = types.type_param(p).constraint.set(constraint);
                self.mono.same_param(p, d);
            }
        } else {
            for &p in params {
                let _ = types.type_param(p).constraint.set(TyId::ERROR);
            }
            let got = params.len();
            let text = format!(
                "receiver declares {got} type parameter{}, but receiver base type declares {}",
                if got == 1 { "" } else { "s" },
                declared.len()
            );
            self.error_at(base, Code::BadRecv, text);
        }
        self.verify_version(self.start(base), 18, "type instantiation");
        types.instance(named, &args)
    }
}
