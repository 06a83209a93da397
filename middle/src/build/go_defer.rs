//! `go` and `defer`.
//!
//! Both want a function value without parameters and results. A call that is not of this form is wrapped: its
//! operands are evaluated at the statement and stand in a closure (gc: `typecheck.normalizeGoDeferCall`).

use abi::RuntimeFn;
use frontend::ast::{ExprId, ExprKind, GoDefer, List};
use frontend::program::Mode;
use frontend::source::Pos;
use frontend::types::builtins::Builtin;
use frontend::types::{Basic, TyId};

use super::Context;
use super::call::{Callee, Prepared};
use super::func::FuncCx;
use super::value::Val;
use crate::ir::{AllocKind, Imm, Op, Ty, Value};

/// A call with the operands it was prepared with.
enum Wrapped {
    Call(Prepared),
    Builtin(Builtin, Vec<(Val, TyId)>),
}

impl FuncCx<'_, '_> {
    /// `go call`, `defer call`
    pub fn go_defer(&mut self, pos: Pos, kind: GoDefer, call: ExprId) {
        let plain = self.ast().unparen(call);
        let ExprKind::Call { fun, args, dots, .. } = self.ast().exprs[plain].kind else {
            return self.unsupported(pos, "this go or defer statement");
        };
        if self.info().expr(fun).mode == Mode::Type {
            return self.unsupported(pos, "a conversion here");
        }
        let f = self.unordered(|f| f.thunk(pos, kind, plain, fun, args, dots));
        self.at(pos);
        match kind {
            GoDefer::Go => {
                self.b.call_rt(RuntimeFn::NewProc, &[f]);
            }
            GoDefer::Defer => match self.body.as_ref().and_then(|b| b.defers) {
                // For the function around the loop.
                Some(record) => {
                    self.b.call_rt(RuntimeFn::DeferProcAt, &[f, record]);
                }
                None => {
                    self.b.emit(Op::Defer, Ty::I64, &[f], Imm::None, &[]);
                }
            },
        }
    }

    /// The function value that makes the call.
    fn thunk(
        &mut self,
        pos: Pos,
        kind: GoDefer,
        e: ExprId,
        fun: ExprId,
        args: List<ExprId>,
        dots: bool,
    ) -> Value {
        if self.info().expr(fun).mode == Mode::Builtin {
            let Some(builtin) = self.as_builtin(fun) else { return self.nil() };
            let operands = self.builtin_operands(builtin, self.ast().list(args));
            return self.wrap(pos, kind, Wrapped::Builtin(builtin, operands));
        }
        if let Some(f) = self.plain_function(fun) {
            return f;
        }
        let call = self.prepare_call(e, fun, args, dots);
        if let Callee::Interface { tab, .. } = call.callee {
            self.at(pos);
            self.b.nil_check(tab, 0);
        }
        self.wrap(pos, kind, Wrapped::Call(call))
    }

    /// A function without receiver, parameters and results is its own thunk.
    fn plain_function(&mut self, fun: ExprId) -> Option<Value> {
        let is_method = |f: &Self| {
            let plain = f.ast().unparen(fun);
            f.selection(plain).is_some_and(|s| s.kind != frontend::program::SelectionKind::Field)
        };
        let sig = self.cx.func_ty(self.ty(fun));
        if !sig.params.is_empty() || !sig.results.is_empty() || is_method(self) {
            return None;
        }
        Some(self.expr(fun).scalar())
    }

    /// A closure over the operands of a call that makes the call.
    fn wrap(&mut self, pos: Pos, kind: GoDefer, call: Wrapped) -> Value {
        self.wrappers += 1;
        let suffix = if kind == GoDefer::Go { "gowrap" } else { "deferwrap" };
        let name = format!("{}.{suffix}{}", self.name, self.wrappers);
        let parts = call.parts();
        let types: Vec<TyId> = parts.iter().map(|p| p.1).collect();
        let sig = self.types().intern(frontend::types::Ty::Func(frontend::types::FuncTy::default()));
        let abi = self.cx.fn_abi(sig, None, Context::Yes);
        let mut f = FuncCx::new(self.cx, self.file, self.pkg, name, abi, pos, self.facts, self.out);
        f.b.func.wrapper = true;
        let context = f.b.params()[0];
        let values = f.closure_parts(context, &types);
        f.at(pos);
        f.make_wrapped_call(call, values);
        if f.b.is_reachable() {
            f.b.ret(&[]);
        }
        let func = f.finish();
        let code = func.sym;
        self.out.funcs.push(func);
        self.at(pos);
        if parts.is_empty() {
            let sym = self.cx.sym(&format!("{}·f", self.cx.symbols.resolve(code)));
            let data = self.cx.static_closure(sym, code);
            self.out.data.push((pos, data));
            return self.b.sym_addr(sym, 0);
        }
        self.closure_object(code, &parts, AllocKind::Closure)
    }

    fn make_wrapped_call(&mut self, call: Wrapped, values: Vec<Val>) {
        match call {
            Wrapped::Builtin(builtin, operands) => {
                let args: Vec<(Val, TyId)> = values.into_iter().zip(operands.iter().map(|o| o.1)).collect();
                self.emit_builtin(builtin, &args);
            }
            Wrapped::Call(mut call) => {
                let mut values = values.into_iter();
                match &mut call.callee {
                    Callee::Direct(_) => {}
                    Callee::Interface { tab: word, .. } | Callee::Closure(word) => {
                        *word = values.next().expect("the callee was captured first").scalar();
                    }
                }
                for (arg, v) in call.args.iter_mut().zip(values) {
                    arg.0 = v;
                }
                self.emit_call(&call);
            }
        }
    }
}

impl Wrapped {
    /// What has to be kept until the call is made.
    fn parts(&self) -> Vec<(Val, TyId)> {
        match self {
            Wrapped::Builtin(_, operands) => operands.clone(),
            Wrapped::Call(call) => {
                let word = match call.callee {
                    Callee::Direct(_) => None,
                    Callee::Interface { tab: word, .. } | Callee::Closure(word) => Some(word),
                };
                let word = word.map(|w| (Val::one(w), Basic::UnsafePointer.ty()));
                word.into_iter().chain(call.args.iter().cloned()).collect()
            }
        }
    }
}
