//! Calls (Go spec, Calls): functions, methods, interface methods, closures; arguments.

use std::mem::offset_of;
use std::sync::Arc;

use ::abi::functions::ATOMIC_PREFIX;
use abi::layout::FuncVal;
use frontend::ast::{ExprId, ExprKind, List};
use frontend::object::ObjKind;
use frontend::program::{Mode, Selection, SelectionKind};
use frontend::source::Pos;
use frontend::types::{Basic, FuncTy, Ty as GoTy, TyId};
use smallvec::SmallVec;

use super::func::FuncCx;
use super::value::{Addr, Val};
use super::{Context, FnAbi, ResultPlace, wrappers};
use crate::ir::{AllocKind, Sym, Ty, Value};

/// What is called.
#[derive(Clone, Copy, Debug)]
pub enum Callee {
    /// This function.
    Direct(Sym),
    /// A method of a method table; the receiver is the first argument.
    Interface {
        /// The table.
        tab: Value,
        /// The number of the method.
        index: usize,
    },
    /// A function value.
    Closure(Value),
}

/// A call whose operands have been evaluated.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// What is called.
    pub callee: Callee,
    /// How.
    pub abi: Arc<FnAbi>,
    /// Receiver and arguments, of the parameters' types.
    pub args: Vec<(Val, TyId)>,
    /// Where.
    pub pos: Pos,
}

/// The operand before the arguments.
pub(super) struct Target {
    /// What is called.
    pub callee: Callee,
    /// How.
    pub abi: Arc<FnAbi>,
    /// The receiver of a method.
    pub recv: Option<(Val, TyId)>,
    /// The function's type.
    pub ty: TyId,
}

impl FuncCx<'_, '_> {
    /// The value of a call, conversion or call of a predeclared function.
    pub fn call_value(&mut self, e: ExprId, fun: ExprId, args: List<ExprId>, dots: bool) -> Val {
        match self.info().expr(fun).mode {
            Mode::Type => self.conversion(e, self.ast().list(args)[0]),
            Mode::Builtin => self.unordered(|f| f.builtin(e, fun, args, dots)),
            _ => {
                let results = self.unordered(|f| f.call(e, fun, args, dots));
                results.into_iter().next().unwrap_or(Val::Scalars(SmallVec::new()))
            }
        }
    }

    /// The results of a call with several of them.
    pub fn call_results(&mut self, e: ExprId) -> Vec<Val> {
        let plain = self.ast().unparen(e);
        let ExprKind::Call { fun, args, dots, .. } = self.ast().exprs[plain].kind else {
            unreachable!("several results come from a call");
        };
        self.unordered(|f| f.call(plain, fun, args, dots))
    }

    fn call(&mut self, e: ExprId, fun: ExprId, args: List<ExprId>, dots: bool) -> Vec<Val> {
        let call = self.prepare_call(e, fun, args, dots);
        match self.intrinsic(&call) {
            Some(results) => results,
            None => self.emit_call(&call),
        }
    }

    /// Evaluates the operands of a call.
    pub fn prepare_call(&mut self, e: ExprId, fun: ExprId, args: List<ExprId>, dots: bool) -> Prepared {
        let list = self.ast().list(args);
        let spread = list.len() == 1 && matches!(self.under(self.ty(list[0])), GoTy::Tuple(_));
        let outer = match spread {
            true => self.settled,
            false => {
                let operands: Vec<ExprId> = std::iter::once(fun).chain(list.iter().copied()).collect();
                self.settle(&operands)
            }
        };
        let target = self.call_target(e, fun);
        let sig = self.cx.func_ty(target.ty);
        let mut values: Vec<(Val, TyId)> = target.recv.into_iter().collect();
        if spread {
            values.extend(self.spread_arguments(sig, list[0]));
        } else {
            values.extend(self.arguments(sig, list, dots));
            self.unsettle(outer);
        }
        Prepared { callee: target.callee, abi: target.abi, args: values, pos: self.pos(e) }
    }

    /// What the call `e` of `fun` calls.
    pub(super) fn call_target(&mut self, e: ExprId, fun: ExprId) -> Target {
        let plain = self.ast().unparen(fun);
        let plain = match self.ast().exprs[plain].kind {
            // An instantiated function.
            ExprKind::Index { x, .. } if self.info().instances.contains_key(&plain) => self.ast().unparen(x),
            _ => plain,
        };
        if let Some(obj) = self.named_object(plain)
            && let ObjKind::Func { .. } = self.cx.prog.objects.get(obj).kind
        {
            let inst = self.instance(plain, obj);
            let callee = Callee::Direct(self.cx.func_sym(&inst));
            let ty = self.cx.inst_sig(&inst);
            return Target { callee, abi: self.cx.fn_abi(ty, None, Context::No), recv: None, ty };
        }
        if let ExprKind::Selector { x, .. } = self.ast().exprs[plain].kind
            && let Some(s) = self.selection(plain)
            && s.kind != SelectionKind::Field
        {
            let ty = self.ty(fun);
            return self.method_target(e, plain, ty, x, &s);
        }
        let ty = self.ty(fun);
        let f = self.expr(fun).scalar();
        Target { callee: Callee::Closure(f), abi: self.cx.fn_abi(ty, None, Context::Yes), recv: None, ty }
    }

    /// `ty` is the type of the method as it is called.
    fn method_target(&mut self, e: ExprId, fun: ExprId, ty: TyId, x: ExprId, s: &Selection) -> Target {
        match s.kind {
            SelectionKind::InterfaceMethod => {
                let (iface, ty) = self.interface_operand(x, s);
                let (index, sig) = self.interface_method(ty, s).expect("the interface has the method");
                self.cx.note_interface_call(self.pkg, s.name, sig);
                let word = Basic::UnsafePointer.ty();
                let (tab, data) = (iface.scalars()[0], iface.scalars()[1]);
                Target {
                    callee: Callee::Interface { tab, index },
                    abi: self.cx.fn_abi(sig, Some(word), Context::No),
                    recv: Some((Val::one(data), word)),
                    ty: sig,
                }
            }
            SelectionKind::Method => {
                let inst = self.method_instance(fun, s);
                let (recv, recv_ty) = self.receiver(e, x, s, &inst);
                let ty = self.cx.inst_sig(&inst);
                Target {
                    callee: Callee::Direct(self.cx.func_sym(&inst)),
                    abi: self.cx.fn_abi(ty, Some(recv_ty), Context::No),
                    recv: Some((recv, recv_ty)),
                    ty,
                }
            }
            _ => {
                let callee = match self.type_args(fun).is_empty() {
                    true => self.cx.method_expr(self.method_key(s, self.cx.canon(s.recv))),
                    false => wrappers::generic_method_expr_sym(self.cx, &self.generic_method(fun, s)),
                };
                let abi = self.cx.fn_abi(ty, None, Context::No);
                Target { callee: Callee::Direct(callee), abi, recv: None, ty }
            }
        }
    }

    // Arguments

    fn arguments(&mut self, sig: &FuncTy, args: &[ExprId], dots: bool) -> Vec<(Val, TyId)> {
        let fixed = if sig.variadic && !dots { sig.params.len() - 1 } else { sig.params.len() };
        let mut values = Vec::with_capacity(sig.params.len());
        for (&a, p) in args.iter().zip(&sig.params[..fixed]) {
            let ty = self.cx.canon(p.ty);
            values.push((self.expr_as(a, ty), ty));
        }
        if fixed < sig.params.len() {
            let slice = self.cx.canon(sig.params[fixed].ty);
            let elem = self.slice_elem(slice);
            let rest: Vec<Val> = args[fixed..].iter().map(|&a| self.expr_as(a, elem)).collect();
            values.push((self.variadic_slice(&rest, elem), slice));
        }
        values
    }

    /// `f(g())` where g has several results.
    fn spread_arguments(&mut self, sig: &FuncTy, arg: ExprId) -> Vec<(Val, TyId)> {
        let GoTy::Tuple(types) = self.under(self.ty(arg)) else { return Vec::new() };
        let results = self.call_results(arg);
        let fixed = if sig.variadic { sig.params.len() - 1 } else { sig.params.len() };
        let mut values = Vec::with_capacity(sig.params.len());
        let mut rest = Vec::new();
        let elem = sig.variadic.then(|| self.slice_elem(sig.params[fixed].ty));
        for (i, (v, &from)) in results.into_iter().zip(types.iter()).enumerate() {
            match elem {
                Some(elem) if i >= fixed => rest.push(self.assign_convert(v, from, elem)),
                _ => {
                    let ty = self.cx.canon(sig.params[i].ty);
                    values.push((self.assign_convert(v, from, ty), ty));
                }
            }
        }
        if let Some(elem) = elem {
            let slice = self.cx.canon(sig.params[fixed].ty);
            values.push((self.variadic_slice(&rest, elem), slice));
        }
        values
    }

    /// The canonical element type of a slice type.
    pub fn slice_elem(&self, slice: TyId) -> TyId {
        match *self.under(slice) {
            GoTy::Slice(elem) => self.cx.canon(elem),
            _ => TyId::ERROR,
        }
    }

    /// The slice of variadic arguments; nil if there are none.
    pub fn variadic_slice(&mut self, values: &[Val], elem: TyId) -> Val {
        if values.is_empty() {
            let (p, n) = (self.nil(), self.int(0));
            return Val::of(&[p, n, n]);
        }
        let len = values.len() as u64;
        let shape = self.shape(elem);
        let array = self.cx.canon(self.types().intern(GoTy::Array { elem, len }));
        let p = if shape.size == 0 {
            let sym = self.cx.zero_base();
            self.b.sym_addr(sym, 0)
        } else {
            self.alloc(array, AllocKind::Variadic, "... argument")
        };
        for (i, v) in values.iter().enumerate() {
            self.store(v, Addr::new(p).plus(i as u64 * shape.size), &shape);
        }
        self.slice_of_array(p, len)
    }

    // The call itself

    /// Calls; yields the results.
    pub fn emit_call(&mut self, call: &Prepared) -> Vec<Val> {
        self.at(call.pos);
        let abi = call.abi.clone();
        let mut hidden = Vec::with_capacity(abi.hidden.len());
        for &(size, align) in &abi.hidden {
            hidden.push(self.new_temp_of(size, align, "results"));
        }
        let mut words: SmallVec<[Value; 8]> = hidden.iter().map(|a: &Addr| a.base).collect();
        for (v, ty) in &call.args {
            let shape = self.shape(*ty);
            match self.stable_in_calls(v.clone(), &shape) {
                Val::Scalars(s) => words.extend_from_slice(&s),
                Val::Mem(addr, _) => words.push(self.addr_value(addr)),
            }
        }
        let inst = match call.callee {
            Callee::Direct(sym) => {
                if self.cx.symbols.resolve(sym).starts_with(ATOMIC_PREFIX) {
                    // It becomes an instruction, whose fault is the nil dereference.
                    self.b.nil_check(words[0], 7);
                }
                self.b.call(sym, &words, &abi.sig.results)
            }
            Callee::Interface { tab, index } => {
                let code = self.method_code(tab, index);
                self.b.call_indirect(abi.sig.clone(), code, &words)
            }
            Callee::Closure(f) => {
                self.b.nil_check(f, 7);
                let code = self.b.load(Ty::Ptr, f, offset_of!(FuncVal, code) as i64);
                words.push(f);
                self.b.call_indirect(abi.sig.clone(), code, &words)
            }
        };
        let values: SmallVec<[Value; 8]> = self.b.results(inst).into();
        let mut results = Vec::with_capacity(abi.results.len());
        for r in &abi.results {
            results.push(match &r.place {
                ResultPlace::Values(range) => {
                    self.note_lengths(r.shape.scalars().unwrap_or_default(), &values[range.clone()]);
                    Val::of(&values[range.clone()])
                }
                ResultPlace::Memory { param, offset } => {
                    let at = hidden[*param].plus(*offset);
                    self.load(at, super::value::Alias::Temp, &r.shape)
                }
            });
        }
        results
    }
}
