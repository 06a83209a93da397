//! Calls of predeclared functions (Go spec, Built-in functions; gc: `types2/builtins.go`).
//!
//! The call's operands are checked here, then each function's own rule decides; those on slices, numbers and
//! package unsafe have files of their own.

use super::index::Index;
use super::{Checker, Operand};
use crate::ast::{ChanDir, ExprId};
use crate::diag::Code;
use crate::program::Mode;
use crate::types::builtins::Builtin;
use crate::types::constant::ConstValue;
use crate::types::{Basic, Ty, TyId};

/// A call of a predeclared function.
pub(super) struct BuiltinCall<'a> {
    /// The call.
    pub e: ExprId,
    /// Which function.
    pub builtin: Builtin,
    /// The expression that names it.
    pub fun: ExprId,
    /// The arguments.
    pub args: &'a [ExprId],
    /// Whether the last is followed by `...`.
    pub dots: bool,
    /// The checked arguments; empty for functions that take types.
    pub operands: Vec<Operand>,
}

impl BuiltinCall<'_> {
    /// The result of a call that was found wrong.
    pub fn invalid(&self) -> Operand {
        Operand::invalid(Some(self.e))
    }

    /// The result of a function without result.
    pub fn no_value(&self, cx: &Checker<'_>) -> Operand {
        Operand::new(Mode::NoValue, cx.tuple(&[]), self.e)
    }
}

impl<'p> Checker<'p> {
    /// `fun(args…)` where `fun` names the predeclared function `builtin`.
    pub(super) fn builtin_call(
        &mut self,
        e: ExprId,
        builtin: Builtin,
        fun: ExprId,
        args: &[ExprId],
        dots: bool,
    ) -> Operand {
        if dots && builtin != Builtin::Append {
            let text = format!("invalid operation: invalid use of ... with built-in {}", builtin.name());
            self.error_at(e, Code::InvalidDotDotDot, text);
            self.use_exprs(args);
            return Operand::invalid(Some(e));
        }
        // len and cap need to know whether their argument calls or receives.
        let saved = self.env.has_call_or_recv;
        let mut call = BuiltinCall { e, builtin, fun, args, dots, operands: Vec::new() };
        let measures = matches!(builtin, Builtin::Len | Builtin::Cap);
        if measures {
            self.env.has_call_or_recv = false;
        }
        let x = if self.builtin_operands(&mut call) { self.dispatch_builtin(call) } else { call.invalid() };
        if measures {
            self.env.has_call_or_recv = saved;
        }
        x
    }

    /// Checks the arguments and their number.
    fn builtin_operands(&mut self, call: &mut BuiltinCall<'_>) -> bool {
        let b = call.builtin;
        let takes_type = matches!(b, Builtin::Make | Builtin::New | Builtin::UnsafeOffsetof);
        if !takes_type {
            call.operands = self.expr_list(call.args);
            if call.operands.iter().any(Operand::is_invalid) {
                return false;
            }
        }
        let found = if takes_type { call.args.len() } else { call.operands.len() };
        let quantity = if found < b.min_args() {
            "not enough"
        } else if !b.is_variadic() && found > b.min_args() {
            "too many"
        } else {
            return true;
        };
        let text = format!(
            "invalid operation: {quantity} arguments for {} (expected {}, found {found})",
            self.expr_str(call.e),
            b.min_args()
        );
        self.error_at(call.e, Code::WrongArgCount, text);
        false
    }

    fn dispatch_builtin(&mut self, call: BuiltinCall<'_>) -> Operand {
        match call.builtin {
            Builtin::Append => self.builtin_append(call),
            Builtin::Cap | Builtin::Len => self.builtin_len(call),
            Builtin::Clear => self.builtin_clear(call),
            Builtin::Close => self.builtin_close(call),
            Builtin::Complex => self.builtin_complex(call),
            Builtin::Copy => self.builtin_copy(call),
            Builtin::Delete => self.builtin_delete(call),
            Builtin::Imag | Builtin::Real => self.builtin_part(call),
            Builtin::Make => self.builtin_make(call),
            Builtin::Max | Builtin::Min => self.builtin_min_max(call),
            Builtin::New => self.builtin_new(call),
            Builtin::Panic => self.builtin_panic(call),
            Builtin::Print | Builtin::Println => self.builtin_print(call),
            Builtin::Recover => Operand::new(Mode::Value, self.shared.universe.empty_interface, call.e),
            Builtin::UnsafeAdd => self.unsafe_add(call),
            Builtin::UnsafeAlignof | Builtin::UnsafeSizeof => self.unsafe_size(call),
            Builtin::UnsafeOffsetof => self.unsafe_offsetof(call),
            Builtin::UnsafeSlice => self.unsafe_slice(call),
            Builtin::UnsafeSliceData => self.unsafe_slice_data(call),
            Builtin::UnsafeString => self.unsafe_string(call),
            Builtin::UnsafeStringData => self.unsafe_string_data(call),
        }
    }

    /// `len(x)`, `cap(x)`; constant for arrays whose computation has no effect.
    fn builtin_len(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        let mut x = call.operands.remove(0);
        let int = Basic::Int.ty();
        let is_len = call.builtin == Builtin::Len;
        let measurable = match self.under(x.ty) {
            Ty::TypeParam(_) => self.all_measurable(x.ty, is_len),
            Ty::Basic(b) if b.is_string() && is_len => {
                if x.is_constant() {
                    x.ty = int;
                    x.value = x
                        .value
                        .as_ref()
                        .and_then(ConstValue::as_bytes)
                        .map(|s| ConstValue::from(s.len() as u64));
                    return x;
                }
                true
            }
            Ty::Slice(_) | Ty::Chan { .. } => true,
            Ty::Map { .. } => is_len,
            Ty::Array { .. } | Ty::Pointer(_) => match self.array_or_pointer(x.ty) {
                Some((_, len)) if !self.env.has_call_or_recv => {
                    x.set_constant(int, ConstValue::from(len));
                    return x;
                }
                array => array.is_some(),
            },
            _ => false,
        };
        if !measurable {
            if self.is_valid(self.types().underlying(x.ty)) {
                let code = if is_len { Code::InvalidLen } else { Code::InvalidCap };
                self.error_about(&x, code, |c, x| {
                    format!("invalid argument: {} for built-in {}", c.operand_string(x), call.builtin.name())
                });
            }
            return call.invalid();
        }
        x.set_value(int);
        x
    }

    /// Whether all types of a type set have a length or capacity.
    fn all_measurable(&self, ty: TyId, is_len: bool) -> bool {
        let measurable = |&(_, u): &(TyId, TyId)| match self.types().get(u) {
            Ty::Basic(b) => b.is_string() && is_len,
            Ty::Slice(_) | Ty::Chan { .. } => true,
            Ty::Map { .. } => is_len,
            _ => self.array_or_pointer(u).is_some(),
        };
        self.types().each_type(ty).is_some_and(|list| list.iter().all(measurable))
    }

    /// Whether the underlying types of all types of a type set have a property.
    pub(super) fn all_under(&self, ty: TyId, holds: impl Fn(&Ty) -> bool) -> bool {
        self.types().each_type(ty).is_some_and(|list| list.iter().all(|&(_, u)| holds(self.types().get(u))))
    }

    /// `clear(m)`
    fn builtin_clear(&mut self, call: BuiltinCall<'_>) -> Operand {
        self.verify_version(self.start(call.fun), 21, "clear");
        let x = &call.operands[0];
        if self.all_under(x.ty, |u| matches!(u, Ty::Map { .. } | Ty::Slice(_))) {
            return call.no_value(self);
        }
        self.error_about(x, Code::InvalidClear, |c, x| {
            let x = c.operand_string(x);
            format!("invalid argument: cannot clear {x}: argument must be (or constrained by) map or slice")
        });
        call.invalid()
    }

    /// `close(c)`
    fn builtin_close(&mut self, call: BuiltinCall<'_>) -> Operand {
        let x = &call.operands[0];
        let sendable = |u: &Ty| matches!(u, Ty::Chan { dir, .. } if *dir != ChanDir::Recv);
        let problem = match self.under(x.ty) {
            _ if self.all_under(x.ty, sendable) => return call.no_value(self),
            _ if self.all_under(x.ty, |u| matches!(u, Ty::Chan { .. })) => "receive-only channel",
            _ => "non-channel",
        };
        self.error_about(x, Code::InvalidClose, |c, x| {
            format!("invalid operation: cannot close {problem} {}", c.operand_string(x))
        });
        call.invalid()
    }

    /// `delete(m, key)`
    fn builtin_delete(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        let map = call.operands[0].ty;
        if self.is_type_param(map) {
            return self.delete_from_param(call, map);
        }
        let Ty::Map { key, .. } = self.under(map) else {
            self.error_about(&call.operands[0], Code::InvalidDelete, |c, x| {
                format!("invalid argument: {} is not a map", c.operand_string(x))
            });
            return call.invalid();
        };
        self.assignment(&mut call.operands[1], Some(*key), "argument to delete");
        if call.operands[1].is_invalid() { call.invalid() } else { call.no_value(self) }
    }

    /// [`Checker::builtin_delete`] for a map of a type parameter: all types of its set are maps with the same keys.
    fn delete_from_param(&mut self, mut call: BuiltinCall<'_>, map: TyId) -> Operand {
        let types = self.types();
        let mut common: Option<TyId> = None;
        for (_, u) in types.each_type(map).unwrap_or_default() {
            let Ty::Map { key, .. } = types.get(u) else {
                common = None;
                break;
            };
            if common.is_some_and(|known| !types.identical(*key, known)) {
                self.error_about(&call.operands[0], Code::InvalidDelete, |c, x| {
                    format!("invalid argument: maps of {} must have identical key types", c.operand_string(x))
                });
                return call.invalid();
            }
            common = Some(*key);
        }
        let Some(key) = common else {
            self.error_about(&call.operands[0], Code::InvalidDelete, |c, x| {
                format!("invalid argument: {} is not a map", c.operand_string(x))
            });
            return call.invalid();
        };
        self.assignment(&mut call.operands[1], Some(key), "argument to delete");
        if call.operands[1].is_invalid() { call.invalid() } else { call.no_value(self) }
    }

    /// `make(T, n)`, `make(T, n, m)`
    fn builtin_make(&mut self, call: BuiltinCall<'_>) -> Operand {
        let ty = self.var_type(call.args[0]);
        if !self.is_valid(ty) {
            return call.invalid();
        }
        let min = match self.types().core(ty) {
            Ty::Slice(_) => 2,
            Ty::Map { .. } | Ty::Chan { .. } => 1,
            _ => {
                let what = self.expr_str(call.args[0]);
                let kind = "type must be slice, map, or channel".to_string();
                let makeable = |u: &Ty| matches!(u, Ty::Slice(_) | Ty::Map { .. } | Ty::Chan { .. });
                let why = match self.common_underlying(ty) {
                    // That they differ only matters if each by itself would do.
                    Err(why) if why == "no specific type" || self.all_under(ty, makeable) => why,
                    _ => kind,
                };
                let text = format!("invalid argument: cannot make {what}: {why}");
                self.error_at(call.args[0], Code::InvalidMake, text);
                return call.invalid();
            }
        };
        let count = call.args.len();
        if count < min || min + 1 < count {
            let what = self.expr_str(call.e);
            let text =
                format!("invalid operation: {what} expects {min} or {} arguments; found {count}", min + 1);
            self.error_at(call.e, Code::WrongArgCount, text);
            return call.invalid();
        }
        let sizes: Vec<Index> = call.args[1..].iter().map(|&arg| self.index(arg, None)).collect();
        if let [Index::Constant(len), Index::Constant(cap)] = sizes[..]
            && len > cap
        {
            let text = "invalid argument: length and capacity swapped";
            self.error_at(call.args[1], Code::SwappedMakeArgs, text);
        }
        Operand::new(Mode::Value, ty, call.e)
    }

    /// `new(T)`, `new(x)`
    fn builtin_new(&mut self, call: BuiltinCall<'_>) -> Operand {
        let arg = call.args[0];
        let (mut x, _) = self.raw_expr(arg, None);
        self.exclude(&mut x, &[Mode::NoValue, Mode::Builtin]);
        self.single_value(&mut x);
        match x.mode {
            Mode::Invalid => return call.invalid(),
            Mode::Type => self.valid_var_type(arg, x.ty),
            _ => {
                if self.is_untyped(x.ty) {
                    self.assignment(&mut x, None, "argument to new");
                    if x.is_invalid() {
                        return call.invalid();
                    }
                }
                if self.lang() < 26 {
                    let what = format!("new({})", self.expr_str(arg));
                    self.verify_version(self.start(call.fun), 26, &what);
                }
            }
        }
        Operand::new(Mode::Value, self.pointer_to(x.ty), call.e)
    }

    /// `panic(x)`
    fn builtin_panic(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        if let Some(func) = &mut self.env.func {
            func.panics.insert(call.e);
        }
        let any = self.shared.universe.empty_interface;
        self.assignment(&mut call.operands[0], Some(any), "argument to panic");
        if call.operands[0].is_invalid() { call.invalid() } else { call.no_value(self) }
    }

    /// `print(…)`, `println(…)`
    fn builtin_print(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        let context = format!("argument to built-in {}", call.builtin.name());
        for x in &mut call.operands {
            self.assignment(x, None, &*context);
            if x.is_invalid() {
                return call.invalid();
            }
        }
        call.no_value(self)
    }
}
