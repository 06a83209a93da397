//! Values of string and rune literals (Go spec, Rune literals and String literals).
//!
//! One walk over the text serves both the lexer, which reports what is wrong, and the checker, which wants the
//! value. Numbers stay text: the constant module reads them.

use super::{quoted_char, unicode_name};

/// The bytes of a string literal given as written, quotes included. Malformed escapes contribute nothing.
pub fn string_value(text: &str) -> Vec<u8> {
    if let Some(raw) = text.strip_prefix('`') {
        let raw = raw.strip_suffix('`').unwrap_or(raw);
        return raw.bytes().filter(|&b| b != b'\r').collect();
    }
    let mut bytes = Vec::with_capacity(text.len());
    walk(text, |unit| match unit {
        Unit::Byte(b) => bytes.push(b),
        Unit::Char(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        Unit::Fault(..) => {}
    });
    bytes
}

/// The code point of a rune literal given as written, quotes included; U+FFFD if it is malformed.
pub fn rune_value(text: &str) -> u32 {
    let mut value = None;
    walk(text, |unit| match unit {
        Unit::Byte(b) => value = value.or(Some(u32::from(b))),
        Unit::Char(c) => value = value.or(Some(c as u32)),
        Unit::Fault(..) => {}
    });
    value.unwrap_or(0xFFFD)
}

/// A piece of a quoted literal.
pub(super) enum Unit {
    /// `\x41` or `\101`: a byte in a string.
    Byte(u8),
    /// A character, written as itself or escaped.
    Char(char),
    /// An escape that is wrong: offset in the literal, and what gc says.
    Fault(usize, String),
}

/// Visits the pieces between the quotes of `text`, whose closing quote may be missing.
pub(super) fn walk(text: &str, mut visit: impl FnMut(Unit)) {
    let quote = text.as_bytes()[0] as char;
    let mut at = 1;
    while let Some(c) = text[at..].chars().next() {
        at += c.len_utf8();
        match c {
            '\\' => {
                let (end, unit) = escape(text, at, quote);
                at = end;
                if let Some(unit) = unit {
                    visit(unit);
                }
            }
            c if c == quote => break,
            c => visit(Unit::Char(c)),
        }
    }
}

/// Reads the escape whose text after the backslash starts at `at`. Nothing at the end of the text: the caller
/// reports the missing quote.
fn escape(text: &str, at: usize, quote: char) -> (usize, Option<Unit>) {
    let Some(c) = text[at..].chars().next() else {
        return (at, Some(Unit::Fault(at, "unknown escape".to_string())));
    };
    let simple = match c {
        'a' => '\x07',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        '\\' => '\\',
        c if c == quote => c,
        '0'..='7' => return numeric(text, at, 3, 8),
        'x' => return numeric(text, at + 1, 2, 16),
        'u' => return numeric(text, at + 1, 4, 16),
        'U' => return numeric(text, at + 1, 8, 16),
        _ => return (at, Some(Unit::Fault(at, "unknown escape".to_string()))),
    };
    (at + 1, Some(Unit::Char(simple)))
}

/// Reads `count` digits of `base` at `start`.
fn numeric(text: &str, start: usize, count: usize, base: u32) -> (usize, Option<Unit>) {
    let mut value = 0u32;
    for at in start..start + count {
        let Some(c) = text[at..].chars().next() else { return (at, None) };
        let Some(digit) = c.to_digit(base) else {
            let name = if base == 8 { "octal" } else { "hexadecimal" };
            let message = format!("invalid character {} in {name} escape", quoted_char(c));
            return (at, Some(Unit::Fault(at, message)));
        };
        value = value.wrapping_mul(base).wrapping_add(digit);
    }
    let end = start + count;
    let unit = match (count, char::from_u32(value)) {
        (3, _) if value > 255 => Unit::Fault(end, format!("octal escape value {value} > 255")),
        (2 | 3, _) => Unit::Byte(value as u8),
        (_, Some(c)) => Unit::Char(c),
        (_, None) => {
            Unit::Fault(end, format!("escape is invalid Unicode code point {}", unicode_name(value)))
        }
    };
    (end, Some(unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings() {
        assert_eq!(string_value(r#""a\n\x41\101\u00e9\U0001F600\"""#), "a\nAAé😀\"".as_bytes());
        assert_eq!(string_value(r#""\xff\377""#), [0xff, 0xff]);
        assert_eq!(string_value("`a\\n\r\nb`"), b"a\\n\nb");
        assert_eq!(string_value("\"\""), b"");
    }

    #[test]
    fn runes() {
        assert_eq!(rune_value("'a'"), 97);
        assert_eq!(rune_value(r"'\''"), 39);
        assert_eq!(rune_value(r"'\xff'"), 255);
        assert_eq!(rune_value("'é'"), 0xe9);
        assert_eq!(rune_value(r"'\U0010FFFF'"), 0x10FFFF);
    }
}
