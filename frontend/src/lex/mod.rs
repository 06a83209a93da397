//! The lexer: logos finds the tokens, an adaptor inserts semicolons, interns names and judges literals.

pub mod line;
pub mod literal;
mod number;
mod scan;
pub mod token;

pub use scan::{Lexer, Tokens};
pub use token::{Semi, Tok};

use crate::diag::Sink;
use crate::source::{Interner, SourceFile};

/// `--emit=tokens`: one token a line, `line:column`, its kind in gc's words and, where that does not say it, its
/// text. Inserted semicolons are shown.
pub fn dump(src: &SourceFile, interner: &Interner, sink: &mut Sink) -> String {
    let mut lexer = Lexer::new(src, interner);
    let mut out = String::new();
    let starts = src.line_starts();
    while let Some((pos, tok, _)) = lexer.token() {
        let offset = pos.0 - src.base;
        let line = starts.partition_point(|&s| s <= offset);
        let col = offset - starts[line - 1] + 1;
        out.push_str(&format!("{line}:{col}\t{}\n", tok.describe(interner)));
    }
    sink.diagnostics.append(&mut lexer.sink.diagnostics);
    out
}

/// A character as Go's `%#U` shows it: `U+0040 '@'`, without the quoted part if it cannot be printed.
pub(crate) fn unicode_name(code: u32) -> String {
    match char::from_u32(code) {
        Some(c) if is_printable(c) => format!("U+{code:04X} '{c}'"),
        _ => format!("U+{code:04X}"),
    }
}

/// A character as Go's `%q` shows it.
pub(crate) fn quoted_char(c: char) -> String {
    match c {
        '\'' => r"'\''".to_string(),
        '\\' => r"'\\'".to_string(),
        '\n' => r"'\n'".to_string(),
        '\t' => r"'\t'".to_string(),
        '\r' => r"'\r'".to_string(),
        '\x07' => r"'\a'".to_string(),
        '\x08' => r"'\b'".to_string(),
        '\x0b' => r"'\v'".to_string(),
        '\x0c' => r"'\f'".to_string(),
        c if is_printable(c) => format!("'{c}'"),
        c if (c as u32) < 0x80 => format!(r"'\x{:02x}'", c as u32),
        c if (c as u32) < 0x10000 => format!(r"'\u{:04x}'", c as u32),
        c => format!(r"'\U{:08x}'", c as u32),
    }
}

fn is_printable(c: char) -> bool {
    if matches!(c, '"' | '\'' | '\\') {
        return true;
    }
    // Rust escapes a combining mark only where it starts a string; Go counts marks as printable.
    let mut text = String::from("x");
    text.push(c);
    text.escape_debug().eq(text.chars())
}
