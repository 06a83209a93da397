//! Judges number literals (Go spec, Integer, Floating-point and Imaginary literals) in gc's words.

use crate::ast::LitKind;

/// What is wrong with a number, and at which byte of it.
pub(super) type Fault = (usize, String);

/// The kind of a number literal, and the first fault in it.
pub(super) fn check(text: &str) -> (LitKind, Option<Fault>) {
    let n = Shape::of(text.as_bytes());
    let kind = n.kind();
    let fault = n
        .radix_point_fault()
        .or_else(|| n.mantissa_fault())
        .or_else(|| n.exponent_fault())
        .or_else(|| n.digit_fault(kind))
        .or_else(|| n.separator_fault());
    (kind, fault)
}

/// Where the parts of a number literal lie.
struct Shape<'a> {
    text: &'a [u8],
    base: u32,
    /// Lower-case letter of `0x`, `0o`, `0b`; `0` for a leading zero without letter.
    prefix: Option<u8>,
    /// First byte after the prefix.
    digits: usize,
    point: Option<usize>,
    exponent: Option<usize>,
    /// End of the last digit, before any `i`.
    end: usize,
}

impl<'a> Shape<'a> {
    fn of(text: &'a [u8]) -> Self {
        let letter = text.get(1).map_or(0, u8::to_ascii_lowercase);
        let (base, prefix, digits) = match (text[0], letter) {
            (b'0', b'x') => (16, Some(letter), 2),
            (b'0', b'o') => (8, Some(letter), 2),
            (b'0', b'b') => (2, Some(letter), 2),
            (b'0', _) => (8, Some(b'0'), 0),
            _ => (10, None, 0),
        };
        let is_exponent = |b: &u8| matches!(b, b'p' | b'P') || base != 16 && matches!(b, b'e' | b'E');
        let end = text.len() - usize::from(text.ends_with(b"i"));
        let point = text.iter().position(|&b| b == b'.');
        let exponent = text.iter().position(is_exponent);
        Shape { text, base, prefix, digits, point, exponent, end }
    }

    fn kind(&self) -> LitKind {
        if self.end < self.text.len() {
            LitKind::Imag
        } else if self.point.is_some() || self.exponent.is_some() {
            LitKind::Float
        } else {
            LitKind::Int
        }
    }

    fn base_name(&self) -> &'static str {
        match self.base {
            2 => "binary",
            8 => "octal",
            10 => "decimal",
            _ => "hexadecimal",
        }
    }

    fn mantissa_end(&self) -> usize {
        self.exponent.unwrap_or(self.end)
    }

    fn radix_point_fault(&self) -> Option<Fault> {
        let point = self.point?;
        let binary = matches!(self.prefix, Some(b'o' | b'b'));
        binary.then(|| (point, format!("invalid radix point in {} literal", self.base_name())))
    }

    fn mantissa_fault(&self) -> Option<Fault> {
        let mantissa = &self.text[self.digits..self.mantissa_end()];
        if !mantissa.iter().any(u8::is_ascii_hexdigit) {
            return Some((self.mantissa_end(), format!("{} literal has no digits", self.base_name())));
        }
        None
    }

    fn exponent_fault(&self) -> Option<Fault> {
        let Some(at) = self.exponent else {
            let needs = self.prefix == Some(b'x') && self.point.is_some();
            let text = "hexadecimal mantissa requires a 'p' exponent";
            return needs.then(|| (self.end, text.to_string()));
        };
        let letter = self.text[at] as char;
        let decimal = letter.eq_ignore_ascii_case(&'e');
        if decimal && !matches!(self.prefix, None | Some(b'0')) {
            return Some((at, format!("'{letter}' exponent requires decimal mantissa")));
        }
        if !decimal && self.prefix != Some(b'x') {
            return Some((at, format!("'{letter}' exponent requires hexadecimal mantissa")));
        }
        if !self.text[at..self.end].iter().any(u8::is_ascii_digit) {
            return Some((self.end, "exponent has no digits".to_string()));
        }
        None
    }

    fn digit_fault(&self, kind: LitKind) -> Option<Fault> {
        if kind != LitKind::Int || self.base > 10 {
            return None;
        }
        let too_big = |b: &u8| b.is_ascii_digit() && u32::from(b - b'0') >= self.base;
        let at = self.digits + self.text[self.digits..].iter().position(too_big)?;
        let digit = self.text[at] as char;
        Some((at, format!("invalid digit '{digit}' in {} literal", self.base_name())))
    }

    /// A `_` must have a digit, or the base prefix, on its left and a digit on its right.
    fn separator_fault(&self) -> Option<Fault> {
        let is_digit = |i: usize| {
            let b = self.text.get(i).copied().unwrap_or(b' ');
            b.is_ascii_digit() || self.base == 16 && b.is_ascii_hexdigit()
        };
        let prefixed = matches!(self.prefix, Some(b'x' | b'o' | b'b'));
        for (i, _) in self.text.iter().enumerate().filter(|&(_, &b)| b == b'_') {
            let after_prefix = prefixed && i == 2;
            let before = after_prefix || i > 0 && is_digit(i - 1);
            // Of two in a row the second is wrong.
            let after = is_digit(i + 1) || self.text.get(i + 1) == Some(&b'_');
            if !before || !after {
                return Some((i, "'_' must separate successive digits".to_string()));
            }
        }
        None
    }
}
