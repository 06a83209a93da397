//! Arguments of calls (Go spec, Calls, Passing arguments to ... parameters).

use super::assign::Context;
use super::{Checker, Operand};
use crate::ast::ExprId;
use crate::diag::Code;
use crate::program::Mode;
use crate::types::{FuncTy, Ty, TyId};

/// How the last type of a list is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Last {
    /// As it is.
    Plain,
    /// A slice `[]T` as the parameter `...T`.
    Variadic,
    /// With the dots of the argument `s...`.
    Dots,
}

impl<'p> Checker<'p> {
    /// Checks a list of values; a single call may yield several.
    pub fn expr_list(&mut self, exprs: &[ExprId]) -> Vec<Operand> {
        match exprs {
            &[e] => self.multi_expr(e, false).0,
            _ => exprs.iter().map(|&e| self.expr(e, None)).collect(),
        }
    }

    /// [`Checker::expr_list`] for arguments, where messages show the call for each of its results.
    pub(super) fn argument_list(&mut self, exprs: &[ExprId]) -> Vec<Operand> {
        match exprs {
            &[e] => {
                let (mut x, _) = self.raw_expr(e, None);
                self.exclude(&mut x, &[Mode::NoValue, Mode::Builtin, Mode::Type]);
                match self.tuple_types(x.ty) {
                    Some(types) if !x.is_invalid() => {
                        types.iter().map(|&ty| Operand::new(Mode::Value, ty, e)).collect()
                    }
                    _ => vec![x],
                }
            }
            _ => exprs.iter().map(|&e| self.expr(e, None)).collect(),
        }
    }

    /// Checks that the operands can be passed to a function with this signature. `args` are the expressions they
    /// came from, `dots` tells whether the last is followed by `...`.
    pub(super) fn arguments(
        &mut self,
        call: ExprId,
        fun: ExprId,
        sig: &FuncTy,
        args: &[ExprId],
        dots: bool,
        operands: &mut [Operand],
    ) {
        let count = operands.len();
        let mut params: Vec<TyId> = sig.params.iter().map(|p| p.ty).collect();
        let mut wanted = params.len();
        match (sig.variadic, dots) {
            (true, true) if args.len() == 1 && count > 1 => {
                let text = format!("cannot use ... with {count}-valued {}", self.expr_str(args[0]));
                self.error_at(call, Code::InvalidDotDotDot, text);
                return;
            }
            (false, true) => {
                let text = format!("cannot use ... in call to non-variadic {}", self.expr_str(fun));
                self.error_at(call, Code::NonVariadicDotDotDot, text);
                return;
            }
            (true, false) if count + 1 >= wanted => {
                let rest = params.pop().expect("a variadic function has a parameter");
                params.resize(count, self.slice_elem(rest));
                wanted = count;
            }
            (true, false) => wanted -= 1,
            (true, true) | (false, false) => {}
        }
        if count != wanted {
            self.argument_mismatch(call, fun, sig, dots, operands, wanted);
            return;
        }
        for (x, &ty) in operands.iter_mut().zip(&params) {
            self.assignment(x, Some(ty), Context::Argument(fun));
        }
    }

    /// The element type of a slice type; that of a variadic parameter is always one.
    fn slice_elem(&self, ty: TyId) -> TyId {
        match self.under(ty) {
            Ty::Slice(elem) => *elem,
            _ => TyId::ERROR,
        }
    }

    fn argument_mismatch(
        &mut self,
        call: ExprId,
        fun: ExprId,
        sig: &FuncTy,
        dots: bool,
        operands: &[Operand],
        wanted: usize,
    ) {
        let (pos, quantity) = match (operands.get(wanted), operands.last()) {
            (Some(extra), _) => (self.operand_pos(extra), "too many"),
            (None, Some(last)) => (self.operand_pos(last), "not enough"),
            (None, None) => (self.start(call), "not enough"),
        };
        let have: Vec<TyId> = operands.iter().map(|x| x.ty).collect();
        let want: Vec<TyId> = sig.params.iter().map(|p| p.ty).collect();
        let text = format!(
            "{quantity} arguments in call to {}\n\thave {}\n\twant {}",
            self.expr_str(fun),
            self.types_summary(&have, if dots { Last::Dots } else { Last::Plain }),
            self.types_summary(&want, if sig.variadic { Last::Variadic } else { Last::Plain })
        );
        self.error(pos, Code::WrongArgCount, text);
    }

    /// `(int, string)`: types of values or variables as mismatches show them. Untyped numbers are `number`, so that
    /// no particular type seems to be asked for.
    pub(super) fn types_summary(&self, types: &[TyId], last: Last) -> String {
        let shown = types.iter().enumerate().map(|(i, &ty)| {
            let special = if i + 1 == types.len() { last } else { Last::Plain };
            match special {
                Last::Plain => self.type_summary(ty),
                Last::Variadic => format!("...{}", self.ty_str(self.slice_elem(ty))),
                Last::Dots => format!("{}...", self.type_summary(ty)),
            }
        });
        format!("({})", shown.collect::<Vec<_>>().join(", "))
    }

    fn type_summary(&self, ty: TyId) -> String {
        match self.types().get(ty) {
            _ if !self.is_valid(ty) => "unknown type".to_string(),
            Ty::Basic(b) if b.is_untyped() && b.is_numeric() => "number".to_string(),
            Ty::Basic(b) if b.is_untyped() => b.name().trim_start_matches("untyped ").to_string(),
            _ => self.ty_str(ty),
        }
    }
}
