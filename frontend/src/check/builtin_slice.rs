//! `append` and `copy` (Go spec, Appending to and copying slices).

use super::builtin::BuiltinCall;
use super::{Checker, Operand};
use crate::diag::Code;
use crate::program::Mode;
use crate::source::sym;
use crate::types::{Basic, FuncTy, ParamTy, Ty, TyId};

impl<'p> Checker<'p> {
    /// `append(s, x…)`
    pub(super) fn builtin_append(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        let ty = call.operands[0].ty;
        let elem = match self.slice_operand(&call.operands[0]) {
            Ok(elem) => elem,
            Err(cause) => {
                let text = format!("invalid append: {cause}");
                self.error_about(&call.operands[0], Code::InvalidAppend, |_, _| text);
                return call.invalid();
            }
        };
        // append([]byte, string...)
        let bytes = self.bytes_type();
        let string = call.operands.len() == 2
            && call.dots
            && self.strings_or_bytes(call.operands[1].ty)
            && self.not_assignable(&call.operands[0], bytes).is_none();
        if !string {
            let param = |ty| ParamTy { name: sym::Empty, ty };
            let params = [param(ty), param(self.slice_of(elem))].into();
            let sig = FuncTy { params, variadic: true, ..FuncTy::default() };
            let mut operands = std::mem::take(&mut call.operands);
            self.arguments(call.e, call.fun, &sig, call.args, call.dots, &mut operands);
        }
        Operand::new(Mode::Value, ty, call.e)
    }

    /// `copy(dst, src)`
    pub(super) fn builtin_copy(&mut self, call: BuiltinCall<'_>) -> Operand {
        let [dst, src] = &call.operands[..] else { return call.invalid() };
        let dst_elem = match self.slice_operand(dst) {
            Ok(elem) => elem,
            Err(cause) => {
                self.error_about(dst, Code::InvalidCopy, |_, _| format!("invalid copy: {cause}"));
                return call.invalid();
            }
        };
        let from_string = self.all_string(src.ty);
        let special = self.strings_or_bytes(src.ty) && self.not_assignable(dst, self.bytes_type()).is_none();
        if !special {
            let src_elem = match self.slice_operand(src) {
                Ok(elem) => elem,
                Err(_) if from_string => self.shared.universe.byte,
                Err(cause) => {
                    self.error_about(src, Code::InvalidCopy, |_, _| format!("invalid copy: {cause}"));
                    return call.invalid();
                }
            };
            if !self.types().identical(dst_elem, src_elem) {
                let text = format!(
                    "invalid copy: arguments {} and {} have different element types {} and {}",
                    self.operand_string(dst),
                    self.operand_string(src),
                    self.ty_str(dst_elem),
                    self.ty_str(src_elem)
                );
                self.error_about(dst, Code::InvalidCopy, |_, _| text);
                return call.invalid();
            }
        }
        Operand::new(Mode::Value, Basic::Int.ty(), call.e)
    }

    /// The element type of a slice operand, or why it is none.
    fn slice_operand(&self, x: &Operand) -> Result<TyId, String> {
        let no_slice = || match x.is_nil() {
            true => "argument must be a slice; have untyped nil".to_string(),
            false => format!("argument must be a slice; have {}", self.operand_string(x)),
        };
        let mut common: Option<TyId> = None;
        for (_, u) in self.types().each_type(x.ty).ok_or_else(no_slice)? {
            let Ty::Slice(elem) = *self.types().get(u) else { return Err(no_slice()) };
            match common {
                Some(known) if !self.types().identical(known, elem) => {
                    let (a, b, x) = (self.ty_str(known), self.ty_str(elem), self.operand_string(x));
                    return Err(format!("mismatched slice element types {a} and {b} in {x}"));
                }
                Some(_) => {}
                None => common = Some(elem),
            }
        }
        common.ok_or_else(no_slice)
    }

    /// Whether all types of the type set are strings, or strings and `[]byte` of which there is at least one string.
    fn strings_or_bytes(&self, ty: TyId) -> bool {
        let types = self.types();
        let Some(list) = types.each_type(ty) else { return false };
        let is_string = |u: TyId| types.basic(u).is_some_and(Basic::is_string);
        let is_bytes =
            |u: TyId| matches!(types.get(u), Ty::Slice(elem) if types.identical(*elem, Basic::Uint8.ty()));
        list.iter().any(|&(_, u)| is_string(u)) && list.iter().all(|&(_, u)| is_string(u) || is_bytes(u))
    }

    /// `[]byte`
    fn bytes_type(&self) -> TyId {
        self.slice_of(self.shared.universe.byte)
    }
}
