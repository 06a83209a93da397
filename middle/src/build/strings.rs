//! Strings: concatenation, conversions from and to slices of bytes and runes, and where these need no copy (gc:
//! `walk/order.go`, `OBYTES2STRTMP` and `OSTR2BYTESTMP`).

use abi::RuntimeFn;
use abi::layout::SMALL_STRING;
use frontend::ast::{BinaryOp, ExprId, ExprKind};
use frontend::program::Mode;
use frontend::types::{Basic, Ty as GoTy, TyId};

use super::func::FuncCx;
use super::value::Val;
use crate::ir::{AllocKind, Op, Value};

impl FuncCx<'_, '_> {
    // Conversions

    /// Room in the frame for a string or slice that a conversion makes; null if escape analysis finds that it is kept.
    fn buffer(&mut self, bytes: usize, name: &str) -> Value {
        self.alloc_bytes(bytes as u64, 4, None, AllocKind::Buffer, name)
    }

    /// Whether this is the type of bytes.
    pub fn is_byte(&self, elem: TyId) -> bool {
        self.types().basic(elem) == Some(Basic::Uint8)
    }

    /// `string(v)` of an integer: a rune; what does not fit is invalid and stays so.
    pub fn rune_to_string(&mut self, v: Value, unsigned: bool) -> Val {
        let v = self.widen(v, unsigned);
        let buf = self.buffer(4, "string(rune)");
        let s = self.b.call_rt(RuntimeFn::IntString, &[buf, v]);
        Val::of(&s)
    }

    /// `[]byte(v)` or `[]rune(v)`
    pub fn string_to_slice(&mut self, v: &Val, elem: TyId) -> Val {
        let s = v.scalars();
        if self.is_byte(elem) {
            let buf = self.buffer(SMALL_STRING, "[]byte(string)");
            let r = self.b.call_rt(RuntimeFn::StringToSliceByte, &[buf, s[0], s[1]]);
            return Val::of(&[r[0], s[1], r[1]]);
        }
        let buf = self.buffer(SMALL_STRING * 4, "[]rune(string)");
        let r = self.b.call_rt(RuntimeFn::StringToSliceRune, &[buf, s[0], s[1]]);
        let [mask, shift] = [(1 << 48) - 1, 48].map(|k| self.int(k));
        let n = self.b.binary(Op::And, r[1], mask);
        let spare = self.b.binary(Op::LShr, r[1], shift);
        let cap = self.b.binary(Op::Add, n, spare);
        Val::of(&[r[0], n, cap])
    }

    /// `[]byte("…")`: an array of that length.
    pub fn constant_bytes(&mut self, text: &[u8]) -> Val {
        let n = self.int(text.len() as i64);
        if text.is_empty() {
            let sym = self.cx.zero_base();
            let p = self.b.sym_addr(sym, 0);
            return Val::of(&[p, n, n]);
        }
        let array = self.alloc_bytes(text.len() as u64, 1, None, AllocKind::SliceArray, "[]byte(string)");
        let data = self.cx.string_data(text);
        let data = self.b.sym_addr(data, 0);
        self.b.mem_copy(array, data, text.len() as u64);
        Val::of(&[array, n, n])
    }

    /// `string(v)` of a slice of bytes or runes.
    pub fn slice_to_string(&mut self, v: &Val, elem: TyId) -> Val {
        let (f, name) = match self.is_byte(elem) {
            true => (RuntimeFn::SliceByteToString, "string([]byte)"),
            false => (RuntimeFn::SliceRuneToString, "string([]rune)"),
        };
        let buf = self.buffer(SMALL_STRING, name);
        let s = v.scalars();
        let r = self.b.call_rt(f, &[buf, s[0], s[1]]);
        Val::of(&r)
    }

    // Without a copy

    /// The operand of a conversion that is not a constant.
    fn converted(&self, e: ExprId) -> Option<ExprId> {
        let e = self.ast().unparen(e);
        let info = self.info();
        match self.ast().exprs[e].kind {
            ExprKind::Call { fun, args, .. }
                if info.expr(fun).mode == Mode::Type
                    && info.expr(e).mode != Mode::Constant
                    && !self.hoisted.contains_key(&e) =>
            {
                Some(self.ast().list(args)[0])
            }
            _ => None,
        }
    }

    fn is_bytes(&self, ty: TyId) -> bool {
        matches!(*self.under(ty), GoTy::Slice(elem) if self.is_byte(elem))
    }

    /// Whether this is a string type.
    pub fn is_string(&self, ty: TyId) -> bool {
        self.types().basic(ty).is_some_and(Basic::is_string)
    }

    /// The operand, if this is `string(b)` of a slice of bytes.
    pub fn bytes_as_string(&self, e: ExprId) -> Option<ExprId> {
        self.converted(e).filter(|&x| self.is_string(self.ty(e)) && self.is_bytes(self.ty(x)))
    }

    /// The operand, if this is `[]byte(s)` of a string.
    fn string_as_bytes(&self, e: ExprId) -> Option<ExprId> {
        self.converted(e).filter(|&x| self.is_bytes(self.ty(e)) && self.is_string(self.ty(x)))
    }

    /// The operand, if this is `[]rune(s)` of a string: its length is asked for only.
    pub fn string_as_runes(&self, e: ExprId) -> Option<ExprId> {
        let is_runes = |ty| matches!(*self.under(ty), GoTy::Slice(elem) if !self.is_byte(elem));
        self.converted(e).filter(|&x| is_runes(self.ty(e)) && self.is_string(self.ty(x)))
    }

    /// The value of an operand that is looked at before anything else happens: `string(b)` is the bytes themselves.
    pub fn string_view(&mut self, e: ExprId) -> Val {
        match self.bytes_as_string(e) {
            Some(x) => {
                let b = self.expr(x);
                Val::of(&b.scalars()[..2])
            }
            None => self.expr(e),
        }
    }

    /// The value of an operand that is only read while its operand is alive: `[]byte(s)` is the string itself.
    pub fn bytes_view(&mut self, e: ExprId) -> Val {
        match self.string_as_bytes(e) {
            Some(x) => {
                let s = self.expr(x);
                let (p, n) = (s.scalars()[0], s.scalars()[1]);
                Val::of(&[p, n, n])
            }
            None => self.expr(e),
        }
    }

    // Concatenation

    /// `a + b + c`: one call for the whole chain.
    pub fn concat(&mut self, e: ExprId) -> Val {
        let mut operands = Vec::new();
        self.concat_operands(e, &mut operands);
        // The result is certainly a copy if there is something besides the bytes.
        let is_text =
            |&e: &ExprId| self.const_value(e).and_then(|v| v.as_bytes()).is_some_and(|b| !b.is_empty());
        let copies = operands.iter().any(is_text);
        let outer = self.settle(&operands);
        let view = |f: &mut Self, &e: &ExprId| if copies { f.string_view(e) } else { f.expr(e) };
        let values: Vec<Val> = operands.iter().map(|e| view(self, e)).collect();
        self.unsettle(outer);
        self.at(self.pos(e));
        self.concat_values(&values)
    }

    fn concat_operands(&self, e: ExprId, out: &mut Vec<ExprId>) {
        let plain = self.ast().unparen(e);
        match self.ast().exprs[plain].kind {
            ExprKind::Binary { op: BinaryOp::Add, x, y }
                if self.info().expr(e).mode != Mode::Constant && !self.hoisted.contains_key(&plain) =>
            {
                self.concat_operands(x, out);
                self.concat_operands(y, out);
            }
            _ => out.push(e),
        }
    }

    /// The values joined.
    pub fn concat_values(&mut self, values: &[Val]) -> Val {
        let n = values.len() as i64;
        let slot = self.b.func.new_slot(16 * n as u32, 8, "strings");
        let at = self.slot(slot);
        for (i, v) in values.iter().enumerate() {
            let (p, len) = (v.scalars()[0], v.scalars()[1]);
            self.b.store(p, at.base, 16 * i as i64);
            self.b.store(len, at.base, 16 * i as i64 + 8);
        }
        let n = self.int(n);
        let buf = self.buffer(SMALL_STRING, "a + b");
        let r = self.b.call_rt(RuntimeFn::ConcatStrings, &[buf, at.base, n]);
        Val::of(&r)
    }
}
