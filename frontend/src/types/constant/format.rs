//! Constants as messages show them (gc: `constant.Value.String`).

use std::fmt;

use num_traits::ToPrimitive;

use super::{ConstValue, Real};

/// Longer strings are cut in messages.
const MAX_SHOWN: usize = 72;

impl fmt::Display for ConstValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConstValue::Bool(b) => b.fmt(f),
            ConstValue::Int(i) => i.fmt(f),
            ConstValue::Float(r) => f.write_str(&real(r)),
            ConstValue::Complex(re, im) => write!(f, "({} + {}i)", part(re), part(im)),
            ConstValue::String(s) => {
                let quoted = quote(s);
                if quoted.chars().count() <= MAX_SHOWN {
                    return f.write_str(&quoted);
                }
                let cut: String = quoted.chars().take(MAX_SHOWN - 3).collect();
                write!(f, "{cut}...")
            }
        }
    }
}

/// A part of a complex number; whole numbers are shown as integers, since gc keeps them so.
fn part(r: &Real) -> String {
    match r {
        Real::Exact(r) if r.is_integer() && r.numer().bits() < 64 => r.numer().to_string(),
        _ => real(r),
    }
}

/// Six significant digits; a number beyond the range of float64 is shown by its decimal exponent.
fn real(r: &Real) -> String {
    let x = r.to_f64();
    if r.is_zero() == (x == 0.0) && x.is_finite() {
        let short = general(x, Some(6));
        return if !r.is_integer() && !short.contains('.') { general(x, None) } else { short };
    }
    // The decimal exponent comes from the binary one, the digits from the mantissa.
    let (mantissa, exponent) = r.mantissa_exponent();
    let digits = exponent as f64 * std::f64::consts::LOG10_2;
    let mut exp10 = digits.trunc();
    let mut m = mantissa.abs() * 10f64.powf(digits - exp10);
    if m < 1.0 - 0.5e-6 {
        m *= 10.0;
        exp10 -= 1.0;
    } else if m >= 10.0 {
        m /= 10.0;
        exp10 += 1.0;
    }
    let sign = if r.is_negative() { "-" } else { "" };
    format!("{sign}{}e{:+}", general(m, Some(6)), exp10.to_i64().unwrap_or(0))
}

/// C's `%g` with `digits` significant digits, or the fewest that tell the number apart.
fn general(x: f64, digits: Option<usize>) -> String {
    let scientific = match digits {
        Some(n) => format!("{x:.*e}", n - 1),
        None => format!("{x:e}"),
    };
    let (mantissa, exponent) = scientific.split_once('e').expect("Rust writes an exponent");
    let exponent: i32 = exponent.parse().expect("Rust writes a decimal exponent");
    let mantissa =
        if mantissa.contains('.') { mantissa.trim_end_matches('0').trim_end_matches('.') } else { mantissa };
    let limit = digits.unwrap_or(6) as i32;
    if !(-4..limit).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{mantissa}e{sign}{:02}", exponent.abs());
    }
    fixed(mantissa, exponent)
}

/// `d.ddd` times ten to the `exponent`, without an exponent.
fn fixed(mantissa: &str, exponent: i32) -> String {
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits = mantissa.replace('.', "");
    if exponent < 0 {
        return format!("{sign}0.{}{digits}", "0".repeat(-exponent as usize - 1));
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        format!("{sign}{digits}{}", "0".repeat(whole - digits.len()))
    } else {
        format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
    }
}

/// A Go string literal for these bytes (Go: `strconv.Quote`).
pub fn quote(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push('"');
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            push_char(&mut out, c);
        }
        for b in chunk.invalid() {
            out.push_str(&format!("\\x{b:02x}"));
        }
    }
    out.push('"');
    out
}

fn push_char(out: &mut String, c: char) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\u{7}' => out.push_str("\\a"),
        '\u{8}' => out.push_str("\\b"),
        '\u{c}' => out.push_str("\\f"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\u{b}' => out.push_str("\\v"),
        '\u{0}'..='\u{1f}' | '\u{7f}' => out.push_str(&format!("\\x{:02x}", u32::from(c))),
        c if is_printable(c) => out.push(c),
        c if u32::from(c) < 0x10000 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
        c => out.push_str(&format!("\\U{:08x}", u32::from(c))),
    }
}

/// Letters, marks, numbers, punctuation, symbols and the ASCII space (Go: `strconv.IsPrint`).
fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_control();
    }
    // A combining mark is escaped at the beginning of a text only, so something is put before it.
    let text: String = ['a', c].iter().collect();
    !c.is_whitespace() && text.escape_debug().count() == 2
}
