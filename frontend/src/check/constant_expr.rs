//! Constant operands: literals, ranges, overflow (Go spec, Constant expressions; gc: `types2/const.go`).

use std::sync::Arc;

use num_bigint::BigInt;

use super::untyped::NotImplicit;
use super::{Checker, Operand};
use crate::ast::{BinaryOp, ExprId, ExprKind, LitKind, UnaryOp};
use crate::diag::Code;
use crate::source::{Pos, Symbol};
use crate::types::constant::ConstValue;
use crate::types::{Basic, TyId};

/// Longest numeric literal, in bytes.
const MAX_LITERAL_LEN: usize = 10_000;
/// Most bits of an untyped integer constant.
const MAX_INT_BITS: u64 = 512;
/// Longest string constant (gc: `cmd/internal/obj.MaxSymSize`).
const MAX_STRING_LEN: usize = 2_000_000_000;

impl<'p> Checker<'p> {
    /// A literal of a basic type.
    pub(super) fn basic_lit(&mut self, e: ExprId, kind: LitKind, text: Symbol, bad: bool) -> Operand {
        if bad {
            return Operand::invalid(Some(e));
        }
        let source = self.name(text);
        let ty = match kind {
            LitKind::Int => Basic::UntypedInt,
            LitKind::Float => Basic::UntypedFloat,
            LitKind::Imag => Basic::UntypedComplex,
            LitKind::Rune => Basic::UntypedRune,
            LitKind::String => Basic::UntypedString,
        };
        let pos = self.start(e);
        let numeric = matches!(kind, LitKind::Int | LitKind::Float | LitKind::Imag);
        if numeric && source.len() > MAX_LITERAL_LEN {
            let text = format!("excessively long constant: {}... ({} chars)", &source[..10], source.len());
            self.error(pos, Code::InvalidConstVal, text);
            return Operand::invalid(Some(e));
        }
        if numeric {
            self.literal_version(kind, source, pos);
        }
        let Some(value) = ConstValue::from_literal(kind, source) else {
            let text = format!("malformed constant: {source}");
            self.error(pos, Code::InvalidConstVal, text);
            return Operand::invalid(Some(e));
        };
        let mut x = Operand::constant(ty.ty(), value, e);
        self.overflow(&mut x, pos);
        x
    }

    /// Forms of numbers that Go 1.13 brought (gc: `langCompat`).
    fn literal_version(&mut self, kind: LitKind, source: &str, pos: Pos) {
        if source.len() <= 2 || self.lang() >= 13 {
            return;
        }
        let radix = if source.starts_with('0') { source.as_bytes()[1].to_ascii_lowercase() } else { 0 };
        let what = match radix {
            _ if source.contains('_') => "underscore in numeric literal",
            b'b' => "binary literal",
            b'o' => "0o/0O-style octal literal",
            b'x' if kind != LitKind::Int => "hexadecimal floating-point literal",
            _ => return,
        };
        self.verify_version(pos, 13, what);
    }

    /// Checks that a constant is in the range of its type, and an untyped one not absurdly large. `op_pos` is the
    /// position of the operation that made it.
    pub(super) fn overflow(&mut self, x: &mut Operand, op_pos: Pos) {
        let Some(value) = &x.value else {
            self.error(op_pos, Code::InvalidConstVal, "constant result is not representable");
            return;
        };
        if !self.is_untyped(x.ty) {
            self.representable(x, x.ty);
            return;
        }
        match value {
            ConstValue::Int(i) if i.bits() > MAX_INT_BITS => {
                let op = x.expr.map_or("", |e| self.overflowing_op(e));
                self.error(op_pos, Code::InvalidConstVal, format!("constant {op}overflow"));
                x.value = None;
            }
            _ => {}
        }
    }

    /// Whether a string constant of `len` bytes, the value of `e`, is too long; reports it.
    pub(super) fn string_too_long(&mut self, e: Option<ExprId>, len: usize) -> bool {
        let too_long = len > MAX_STRING_LEN;
        if too_long {
            let text = format!("constant string too long ({len} bytes > {MAX_STRING_LEN} bytes)");
            let pos = e.map_or(Pos::NONE, |e| self.op_pos(e));
            self.error(pos, Code::InvalidConstVal, text);
        }
        too_long
    }

    /// The name of an operation that can overflow and a space, or nothing.
    fn overflowing_op(&self, e: ExprId) -> &'static str {
        match self.ast().exprs[e].kind {
            ExprKind::Unary { op: UnaryOp::Xor, .. } => "bitwise complement ",
            ExprKind::Binary { op, .. } => match op {
                BinaryOp::Add => "addition ",
                BinaryOp::Sub => "subtraction ",
                BinaryOp::Xor => "bitwise XOR ",
                BinaryOp::Mul => "multiplication ",
                BinaryOp::Shl => "shift ",
                _ => "",
            },
            _ => "",
        }
    }

    /// Where an overflow of `e` is reported: its operator if it is an operation, else its start.
    pub(super) fn op_pos(&self, e: ExprId) -> Pos {
        match self.ast().exprs[e].kind {
            ExprKind::Unary { .. } | ExprKind::Binary { .. } | ExprKind::Star(_) => self.ast().exprs[e].pos,
            _ => self.start(e),
        }
    }

    /// Rounds a constant to a value of the type, or reports that there is none.
    pub(super) fn representable(&mut self, x: &mut Operand, ty: TyId) {
        let Some(b) = self.types().basic(ty) else { return };
        match self.representation(x, b) {
            Ok(Some(value)) => x.value = Some(value),
            Ok(None) => {}
            Err(why) => {
                self.invalid_conversion(why, x, self.shown_underlying(ty));
                x.invalidate();
            }
        }
    }

    /// The value of a constant in type `b`; `None` if its value is unknown.
    pub(super) fn representation(&self, x: &Operand, b: Basic) -> Result<Option<ConstValue>, NotImplicit> {
        let Some(value) = &x.value else { return Ok(None) };
        if let Some(rounded) = value.representable(b) {
            return Ok(Some(rounded));
        }
        Err(if !self.all_numeric(x.ty) || !b.is_numeric() {
            NotImplicit::Mismatch
        } else if !self.all_integer(x.ty) && b.is_integer() {
            NotImplicit::Truncated
        } else {
            NotImplicit::Overflows
        })
    }
}

/// A constant as a key: equal numbers are equal keys whatever their kind.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum ConstKey {
    /// A boolean.
    Bool(bool),
    /// A string.
    String(Arc<[u8]>),
    /// A number with an integral value.
    Int(BigInt),
    /// Another real number: the bits of the nearest `f64`.
    Float(u64),
    /// A number with an imaginary part, rounded likewise.
    Complex(u64, u64),
}

impl ConstKey {
    /// The key of a constant (gc: `keyVal` in `types2/expr.go`).
    pub(super) fn of(value: &ConstValue) -> ConstKey {
        if let Some(i) = value.to_int() {
            return ConstKey::Int(i);
        }
        let bits = |v: Option<ConstValue>| v.and_then(|v| v.to_f64()).unwrap_or(f64::NAN).to_bits();
        match value {
            ConstValue::Bool(b) => ConstKey::Bool(*b),
            ConstValue::String(s) => ConstKey::String(s.clone()),
            ConstValue::Complex(_, im) if !im.is_zero() => {
                ConstKey::Complex(bits(value.real()), bits(value.imag()))
            }
            ConstValue::Int(_) | ConstValue::Float(_) | ConstValue::Complex(..) => {
                ConstKey::Float(bits(value.real()))
            }
        }
    }
}
