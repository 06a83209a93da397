//! The values of literals (Go spec, Integer literals and following).

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Num, One, Pow, Zero};

use super::real::{MAX_EXPONENT, MIN_EXPONENT};
use super::{ConstValue, MAX_FRACTION_BITS, PRECISION, Real};
use crate::ast::LitKind;

impl ConstValue {
    /// The value of a literal as written in the source; `None` if it is malformed or beyond all bounds.
    pub fn from_literal(kind: LitKind, text: &str) -> Option<ConstValue> {
        match kind {
            LitKind::Int => integer(text).map(ConstValue::Int),
            LitKind::Float => float(text).map(ConstValue::Float),
            LitKind::Imag => imaginary(text),
            LitKind::Rune => rune(text),
            LitKind::String => string(text).map(|bytes| ConstValue::String(bytes.into())),
        }
    }
}

/// Decimal, `0x`, `0b`, `0o` and `0` integers with underscores.
fn integer(text: &str) -> Option<BigInt> {
    let clean = text.replace('_', "");
    let prefix = clean.get(..2).unwrap_or("").to_ascii_lowercase();
    let (digits, radix) = match prefix.as_str() {
        "0x" => (&clean[2..], 16),
        "0b" => (&clean[2..], 2),
        "0o" => (&clean[2..], 8),
        _ if clean.len() > 1 && clean.starts_with('0') => (&clean[1..], 8),
        _ => (&clean[..], 10),
    };
    if !digits.chars().all(|c| c.is_digit(radix)) {
        return None;
    }
    BigInt::from_str_radix(digits, radix).ok()
}

fn float(text: &str) -> Option<Real> {
    let clean = text.replace('_', "").to_ascii_lowercase();
    match clean.strip_prefix("0x") {
        Some(hex) => {
            let (mantissa, exponent) = hex.split_once('p')?;
            let (digits, places) = digits_and_places(mantissa);
            let mantissa = BigInt::from_str_radix(&digits, 16).ok()?;
            power_product(mantissa, 2, exponent.parse::<i64>().ok()?.checked_sub(4 * places)?)
        }
        None => {
            let (mantissa, exponent) = clean.split_once('e').unwrap_or((&clean, "0"));
            let (digits, places) = digits_and_places(mantissa);
            let mantissa = BigInt::from_str_radix(&digits, 10).ok()?;
            power_product(mantissa, 10, exponent.parse::<i64>().ok()?.checked_sub(places)?)
        }
    }
}

/// The digits without the point, and how many stood behind it.
fn digits_and_places(mantissa: &str) -> (String, i64) {
    match mantissa.split_once('.') {
        Some((whole, places)) => (format!("{whole}{places}"), places.len() as i64),
        None => (mantissa.to_string(), 0),
    }
}

/// `mantissa * base^exponent`, exactly if it is of moderate size, else rounded.
fn power_product(mantissa: BigInt, base: u32, exponent: i64) -> Option<Real> {
    if mantissa.is_zero() {
        return Some(Real::zero());
    }
    // Even without the powers of five in powers of ten.
    let magnitude = exponent.saturating_add(mantissa.bits() as i64);
    if !(MIN_EXPONENT..=MAX_EXPONENT).contains(&magnitude) {
        return None;
    }
    let bits = mantissa.bits() as f64 + exponent as f64 * f64::from(base).log2();
    if bits.abs() < MAX_FRACTION_BITS as f64 {
        let power = BigInt::from(base).pow(exponent.unsigned_abs() as u32);
        return Some(Real::Exact(if exponent >= 0 {
            BigRational::from_integer(mantissa * power)
        } else {
            BigRational::new(mantissa, power)
        }));
    }
    Real::scaled(mantissa, rounded_power(base, exponent.unsigned_abs()), exponent < 0)
}

/// `base^exponent` as a mantissa and a binary exponent, by repeated squaring with spare bits, so that the error stays
/// below the last bit kept.
fn rounded_power(base: u32, mut exponent: u64) -> (BigInt, i64) {
    let shorten = |m: BigInt, e: i64| {
        let excess = m.bits().saturating_sub(PRECISION + 128);
        (m >> excess, e.saturating_add(excess as i64))
    };
    let mut result = (BigInt::one(), 0i64);
    let mut square = (BigInt::from(base), 0i64);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = shorten(result.0 * &square.0, result.1.saturating_add(square.1));
        }
        square = shorten(&square.0 * &square.0, square.1.saturating_mul(2));
        exponent >>= 1;
    }
    result
}

/// `1i`, `0x1p3i`; for compatibility `010i` is ten.
fn imaginary(text: &str) -> Option<ConstValue> {
    let number = text.strip_suffix('i')?;
    let lower = number.to_ascii_lowercase();
    let radix = ["0x", "0b", "0o"].iter().any(|p| lower.starts_with(p));
    let im: Real = if radix && !lower.contains('p') && !lower.contains('.') {
        Real::from(integer(number)?)
    } else {
        float(number)?
    };
    Some(ConstValue::Complex(Real::zero(), im))
}

fn rune(text: &str) -> Option<ConstValue> {
    let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let (unit, rest) = unit(inner, '\'')?;
    let code = match unit {
        Unit::Byte(b) => u32::from(b),
        Unit::Char(c) => u32::from(c),
    };
    rest.is_empty().then(|| ConstValue::from(i64::from(code)))
}

fn string(text: &str) -> Option<Vec<u8>> {
    if let Some(raw) = text.strip_prefix('`') {
        return Some(raw.strip_suffix('`')?.bytes().filter(|&b| b != b'\r').collect());
    }
    let mut rest = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut bytes = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        // What has no escape is copied as a whole.
        let plain = rest.find('\\').unwrap_or(rest.len());
        bytes.extend_from_slice(&rest.as_bytes()[..plain]);
        rest = &rest[plain..];
        if rest.is_empty() {
            break;
        }
        let (unit, after) = unit(rest, '"')?;
        match unit {
            Unit::Byte(b) => bytes.push(b),
            Unit::Char(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
        rest = after;
    }
    Some(bytes)
}

/// A character or, after `\x` and octal escapes, a byte.
enum Unit {
    Byte(u8),
    Char(char),
}

/// The first character or escape, and what follows.
fn unit(s: &str, quote: char) -> Option<(Unit, &str)> {
    let mut chars = s.chars();
    let first = chars.next()?;
    if first != '\\' {
        return Some((Unit::Char(first), chars.as_str()));
    }
    let escape = chars.next()?;
    let rest = chars.as_str();
    let simple = |b: u8| Some((Unit::Char(char::from(b)), rest));
    let number = |digits: usize, radix: u32, from: usize| {
        let text = s.get(from..from + digits)?;
        Some((u32::from_str_radix(text, radix).ok()?, &s[from + digits..]))
    };
    match escape {
        'a' => simple(7),
        'b' => simple(8),
        'f' => simple(12),
        'n' => simple(b'\n'),
        'r' => simple(b'\r'),
        't' => simple(b'\t'),
        'v' => simple(11),
        '\\' => simple(b'\\'),
        c if c == quote => simple(quote as u8),
        'x' => number(2, 16, 2).and_then(|(n, rest)| Some((Unit::Byte(u8::try_from(n).ok()?), rest))),
        'u' => number(4, 16, 2).and_then(|(n, rest)| Some((Unit::Char(char::from_u32(n)?), rest))),
        'U' => number(8, 16, 2).and_then(|(n, rest)| Some((Unit::Char(char::from_u32(n)?), rest))),
        '0'..='7' => number(3, 8, 1).and_then(|(n, rest)| Some((Unit::Byte(u8::try_from(n).ok()?), rest))),
        _ => None,
    }
}
