//! Functions of package unsafe (Go spec, Package unsafe).

use super::builtin::BuiltinCall;
use super::index::Negative;
use super::{Checker, Operand};
use crate::ast::{ExprId, ExprKind, Ident};
use crate::diag::Code;
use crate::program::{ExprInfo, Mode, Selection, SelectionKind};
use crate::types::builtins::Builtin;
use crate::types::constant::ConstValue;
use crate::types::lookup::{Found, Lookup, Member};
use crate::types::{Basic, Ty, TyId};

impl<'p> Checker<'p> {
    /// Reports the use of a function in a version of the language that does not have it.
    fn unsafe_version(&mut self, call: &BuiltinCall<'_>) {
        let since = call.builtin.since();
        if self.lang() < since {
            let what = format!("unsafe.{}", call.builtin.name());
            self.verify_version(self.start(call.fun), since, &what);
        }
    }

    /// `unsafe.Add(ptr, n)`
    pub(super) fn unsafe_add(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        self.unsafe_version(&call);
        let pointer = Basic::UnsafePointer.ty();
        self.assignment(&mut call.operands[0], Some(pointer), "argument to unsafe.Add");
        let ok = !call.operands[0].is_invalid()
            && self.valid_index(&mut call.operands[1], Code::InvalidUnsafeAdd, "length", Negative::Allowed);
        if ok { Operand::new(Mode::Value, pointer, call.e) } else { call.invalid() }
    }

    /// `unsafe.Sizeof(x)`, `unsafe.Alignof(x)`
    pub(super) fn unsafe_size(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        let context = format!("argument to unsafe.{}", call.builtin.name());
        let mut x = call.operands.remove(0);
        self.assignment(&mut x, None, &*context);
        if x.is_invalid() || !self.is_complete(x.ty) {
            return call.invalid();
        }
        if self.has_unknown_size(x.ty) {
            return Operand::new(Mode::Value, Basic::Uintptr.ty(), call.e);
        }
        let Some(layout) = self.types().layout(x.ty) else {
            if self.types().contains_error(x.ty) {
                return call.invalid();
            }
            self.error_about(&x, Code::TypeTooLarge, |c, x| format!("{} is too large", c.operand_string(x)));
            return call.invalid();
        };
        let n = if call.builtin == Builtin::UnsafeSizeof { layout.size } else { layout.align };
        Operand::constant(Basic::Uintptr.ty(), ConstValue::from(n), call.e)
    }

    /// Whether the size of a type depends on itself, as that of `type T [unsafe.Sizeof(T{})]int`; reports the cycle
    /// (gc: `hasVarSize`).
    fn has_unknown_size(&mut self, ty: TyId) -> bool {
        match self.types().get(self.types().unalias(ty)) {
            Ty::Named(n) => {
                let named = self.types().named(*n);
                let obj = named.obj;
                if let Some(&start) = self.path_index.get(&obj) {
                    let cycle = self.path[start..].to_vec();
                    let first = self.first_in_source(&cycle);
                    self.cycle_error(&cycle, first);
                    return true;
                }
                let rhs = match named.rhs.get() {
                    Some(&rhs) => rhs,
                    // An instance, which is worked out on demand.
                    None if !named.targs.is_empty() => self.types().underlying(ty),
                    None => return true,
                };
                self.path_index.insert(obj, self.path.len());
                self.path.push(obj);
                let unknown = self.has_unknown_size(rhs);
                self.path.pop();
                self.path_index.remove(&obj);
                unknown
            }
            Ty::TypeParam(_) => true,
            Ty::Array { elem, .. } => self.has_unknown_size(*elem),
            Ty::Struct(fields) => fields.iter().any(|f| self.has_unknown_size(f.ty)),
            _ => false,
        }
    }

    /// `unsafe.Offsetof(x.f)`
    pub(super) fn unsafe_offsetof(&mut self, call: BuiltinCall<'_>) -> Operand {
        let arg = call.args[0];
        let selector = self.ast().unparen(arg);
        let ExprKind::Selector { x: inner, sel } = self.ast().exprs[selector].kind else {
            let text = format!("invalid argument: {} is not a selector expression", self.expr_str(arg));
            self.error_at(arg, Code::BadOffsetofSyntax, text);
            self.use_exprs(&[arg]);
            return call.invalid();
        };
        let x = self.expr(inner, None);
        if x.is_invalid() {
            return call.invalid();
        }
        let base = match self.pointer_base(x.ty) {
            Some(base) if matches!(self.under(base), Ty::Struct(_)) => base,
            _ => x.ty,
        };
        let Some((path, ty)) = self.offset_field(&x, arg, base, sel) else { return call.invalid() };
        let selection = Selection {
            kind: SelectionKind::Field,
            recv: base,
            path: path.as_slice().into(),
            method: None,
            name: sel.name,
            ty,
            takes_address: false,
            derefs: false,
        };
        self.record_selection(selector, selection);
        let mode = if x.mode == Mode::Variable { Mode::Variable } else { Mode::Value };
        self.record(selector, ExprInfo { mode, ty });
        let uintptr = Basic::Uintptr.ty();
        if self.has_unknown_size(base) {
            return Operand::new(Mode::Value, uintptr, call.e);
        }
        if self.types().layout(base).is_none() {
            self.error_about(&x, Code::TypeTooLarge, |c, x| format!("{} is too large", c.operand_string(x)));
            return call.invalid();
        }
        Operand::constant(uintptr, ConstValue::from(self.path_offset(base, &path)), call.e)
    }

    /// The path to and the type of the field `sel` inside a variable of type `base`; reports if there is none.
    fn offset_field(
        &mut self,
        x: &Operand,
        arg: ExprId,
        base: TyId,
        sel: Ident,
    ) -> Option<(smallvec::SmallVec<[u32; 4]>, TyId)> {
        let (name, t) = (self.name(sel.name), self.ty_str(base));
        match self.lookup_field_or_method(base, false, sel.name) {
            Lookup::Found(Found { member: Member::Field { ty, .. }, path, indirect }) => {
                if !indirect {
                    return Some((path, ty));
                }
                let text = format!("invalid argument: field {name} is embedded via a pointer in {t}");
                self.error_about(x, Code::InvalidOffsetof, |_, _| text);
            }
            Lookup::Found(_) => {
                let text = format!("invalid argument: {} is a method value", self.expr_str(arg));
                self.error_at(arg, Code::InvalidOffsetof, text);
            }
            _ => {
                let text = format!("invalid argument: {t} has no single field {name}");
                self.error_about(x, Code::MissingFieldOrMethod, |_, _| text);
            }
        }
        None
    }

    /// The offset of the field at the end of a path that follows no pointer.
    fn path_offset(&self, mut ty: TyId, path: &[u32]) -> u64 {
        let mut offset = 0;
        for &i in path {
            offset += self.types().field_offset(ty, i as usize);
            let Ty::Struct(fields) = self.under(ty) else { break };
            ty = fields[i as usize].ty;
        }
        offset
    }

    /// `unsafe.Slice(ptr, len)`
    pub(super) fn unsafe_slice(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        self.unsafe_version(&call);
        let Ty::Pointer(base) = *self.types().core(call.operands[0].ty) else {
            self.error_about(&call.operands[0], Code::InvalidUnsafeSlice, |c, x| {
                format!("invalid argument: {} is not a pointer", c.operand_string(x))
            });
            return call.invalid();
        };
        if !self.valid_index(&mut call.operands[1], Code::InvalidUnsafeSlice, "length", Negative::Rejected) {
            return call.invalid();
        }
        Operand::new(Mode::Value, self.slice_of(base), call.e)
    }

    /// `unsafe.SliceData(slice)`
    pub(super) fn unsafe_slice_data(&mut self, call: BuiltinCall<'_>) -> Operand {
        self.unsafe_version(&call);
        let Ty::Slice(elem) = self.types().core(call.operands[0].ty) else {
            self.error_about(&call.operands[0], Code::InvalidUnsafeSliceData, |c, x| {
                format!("invalid argument: {} is not a slice", c.operand_string(x))
            });
            return call.invalid();
        };
        Operand::new(Mode::Value, self.pointer_to(*elem), call.e)
    }

    /// `unsafe.String(ptr, len)`
    pub(super) fn unsafe_string(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        self.unsafe_version(&call);
        let pointer = self.pointer_to(self.shared.universe.byte);
        self.assignment(&mut call.operands[0], Some(pointer), "argument to unsafe.String");
        let ok = !call.operands[0].is_invalid()
            && self.valid_index(
                &mut call.operands[1],
                Code::InvalidUnsafeString,
                "length",
                Negative::Rejected,
            );
        if ok { Operand::new(Mode::Value, Basic::String.ty(), call.e) } else { call.invalid() }
    }

    /// `unsafe.StringData(str)`
    pub(super) fn unsafe_string_data(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        self.unsafe_version(&call);
        self.assignment(&mut call.operands[0], Some(Basic::String.ty()), "argument to unsafe.StringData");
        if call.operands[0].is_invalid() {
            return call.invalid();
        }
        Operand::new(Mode::Value, self.pointer_to(self.shared.universe.byte), call.e)
    }
}
