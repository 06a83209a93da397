//! The adaptor between logos and the grammar: semicolons, names, literals, directives, lexical errors.

use logos::Logos;

use super::line;
use super::literal::{self, Unit};
use super::number;
use super::token::{Raw, Semi, Tok};
use super::unicode_name;
use crate::ast::{Directive, LitKind};
use crate::diag::{Code, Sink};
use crate::source::{Interner, Pos, SourceFile};
use crate::symbol::RecentSymbols;

/// Yields the tokens of a file with inserted semicolons. Lexical errors go to [`Lexer::sink`]; a substitute token
/// takes the place of what was wrong, so that parsing goes on.
pub struct Lexer<'a> {
    raw: logos::Lexer<'a, Raw>,
    src: &'a SourceFile,
    names: RecentSymbols<'a>,
    /// The previous token ends a statement if a newline follows.
    nl_ends: bool,
    /// Lexical errors found so far.
    pub sink: Sink,
    /// `//go:` and `//line` comments found so far.
    pub directives: Vec<Directive>,
}

/// Characters that may stand in a name beyond ASCII.
#[derive(Logos, Clone, Copy, PartialEq, Eq)]
enum CharClass {
    #[regex(r"\p{L}")]
    Letter,
    #[regex(r"\p{Nd}")]
    Digit,
}

impl<'a> Lexer<'a> {
    /// A lexer at the start of the file. Bytes that are forbidden everywhere are reported at once.
    pub fn new(src: &'a SourceFile, interner: &'a Interner) -> Self {
        let mut lexer = Lexer {
            raw: Raw::lexer(&src.text),
            src,
            names: RecentSymbols::new(interner),
            nl_ends: false,
            sink: Sink::default(),
            directives: Vec::new(),
        };
        lexer.check_encoding();
        lexer
    }

    /// A lexer in the middle of a file of which it is known that it has no lexical errors.
    pub fn starting_at(src: &'a SourceFile, interner: &'a Interner, start: Pos) -> Self {
        let mut raw = Raw::lexer(&src.text);
        raw.bump((start.0 - src.base) as usize);
        let names = RecentSymbols::new(interner);
        Lexer { raw, src, names, nl_ends: false, sink: Sink::default(), directives: Vec::new() }
    }

    /// Passes over the rest of a block whose `{` was the last token, and returns the `}`; `None` if there is none, and
    /// then nothing is passed over.
    pub fn skip_block(&mut self) -> Option<(Pos, Tok, Pos)> {
        let len = block_end(self.raw.remainder().as_bytes())?;
        self.raw.bump(len);
        self.token()
    }

    /// The next token with the positions of its first byte and of the byte after it; `None` at the end. Part of the
    /// parser's loop: passing tokens through memory would cost more than finding them.
    #[inline(always)]
    pub fn token(&mut self) -> Option<(Pos, Tok, Pos)> {
        loop {
            let Some(found) = self.raw.next() else { return self.at_end() };
            let span = self.raw.span();
            let Ok(raw) = found else {
                self.invalid_character(span.start);
                continue;
            };
            let tok = match raw.tok() {
                Some(tok) => tok,
                None => match self.valued(raw) {
                    Some(tok) => tok,
                    None => continue,
                },
            };
            self.nl_ends = raw.ends_statement();
            return Some((self.src.pos(span.start), tok, self.src.pos(span.end)));
        }
    }

    /// At the end of the file an unfinished statement ends, too.
    fn at_end(&mut self) -> Option<(Pos, Tok, Pos)> {
        let end = self.src.pos(self.src.text.len());
        std::mem::take(&mut self.nl_ends).then_some((end, Tok::Semi(Semi::Eof), end))
    }

    /// A token whose value depends on its text or on the token before; `None` if there is nothing to parse.
    fn valued(&mut self, raw: Raw) -> Option<Tok> {
        let text = self.raw.slice();
        let start = self.raw.span().start;
        match raw {
            Raw::Ident => {}
            Raw::BadIdent => self.check_name(start, text),
            Raw::Decimal if !text.starts_with('0') || text.len() == 1 => {
                return Some(self.literal(LitKind::Int, true));
            }
            Raw::Decimal | Raw::Number => return Some(self.number(start, text)),
            Raw::Str => return Some(self.quoted(start, text, true)),
            Raw::OpenStr => return Some(self.quoted(start, text, false)),
            Raw::Rune => return Some(self.rune(start, text, true)),
            Raw::OpenRune => return Some(self.rune(start, text, false)),
            Raw::Backquoted => return Some(self.literal(LitKind::String, true)),
            Raw::OpenBackquoted => {
                self.error(start, "string not terminated");
                return Some(self.literal(LitKind::String, false));
            }
            Raw::Semi => return Some(Tok::Semi(Semi::Semicolon)),
            Raw::Newline => return self.nl_ends.then_some(Tok::Semi(Semi::Newline)),
            Raw::LineComment => {
                self.line_comment(start, text);
                return None;
            }
            Raw::BlockComment => return self.block_comment(start, text),
            _ => unreachable!("{raw:?} has no value"),
        }
        Some(Tok::Ident(self.names.intern(text)))
    }

    fn literal(&mut self, kind: LitKind, ok: bool) -> Tok {
        Tok::Lit(kind, !ok, self.names.intern(self.raw.slice()))
    }

    fn error(&mut self, offset: usize, message: impl Into<String>) {
        // gc goes on to check types after an error that is not a "syntax error".
        self.sink.soft_error(self.src.pos(offset), Code::Syntax, message);
    }

    fn number(&mut self, start: usize, text: &str) -> Tok {
        let (kind, fault) = number::check(text);
        let ok = fault.is_none();
        if let Some((at, message)) = fault {
            self.error(start + at, message);
        }
        self.literal(kind, ok)
    }

    /// Reports wrong escapes; returns the number of characters, `None` if one was wrong.
    fn check_escapes(&mut self, start: usize, text: &str) -> Option<usize> {
        let (mut count, mut ok) = (0, true);
        literal::walk(text, |unit| {
            count += 1;
            if let Unit::Fault(at, message) = unit {
                ok = false;
                self.error(start + at, message);
            }
        });
        ok.then_some(count)
    }

    fn quoted(&mut self, start: usize, text: &str, closed: bool) -> Tok {
        let mut ok = !text.contains('\\') || self.check_escapes(start, text).is_some();
        if !closed {
            ok = false;
            self.unclosed(start, text, "newline in string", "string not terminated");
        }
        self.literal(LitKind::String, ok)
    }

    fn unclosed(&mut self, start: usize, text: &str, at_newline: &str, at_end: &str) {
        let end = start + text.len();
        if end < self.src.text.len() {
            self.error(end, at_newline);
        } else {
            self.error(start, at_end);
        }
    }

    fn rune(&mut self, start: usize, text: &str, closed: bool) -> Tok {
        let count = self.check_escapes(start, text);
        match count {
            None => {}
            Some(_) if !closed => {
                self.unclosed(start, text, "newline in rune literal", "rune literal not terminated");
            }
            Some(0) => self.error(start + 1, "empty rune literal or unescaped '"),
            Some(1) => {}
            Some(_) => self.error(start, "more than one character in rune literal"),
        }
        self.literal(LitKind::Rune, closed && count == Some(1))
    }

    /// Reports the characters of a name that may not stand there.
    fn check_name(&mut self, start: usize, text: &str) {
        for (i, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            let name = unicode_name(c as u32);
            match CharClass::lexer(&text[i..]).next() {
                Some(Ok(CharClass::Letter)) => {}
                Some(Ok(CharClass::Digit)) if i > 0 => {}
                Some(Ok(CharClass::Digit)) => {
                    self.error(start, format!("identifier cannot begin with digit {name}"));
                }
                _ => self.error(start + i, format!("invalid character {name} in identifier")),
            }
        }
    }

    fn invalid_character(&mut self, start: usize) {
        if let Some(c) = self.src.text[start..].chars().next() {
            self.error(start, format!("invalid character {}", unicode_name(c as u32)));
        }
    }

    /// NUL, byte order marks and bytes that are not UTF-8 are wrong wherever they stand, also in comments.
    fn check_encoding(&mut self) {
        let text = &self.src.text;
        if memchr::memchr(0, text.as_bytes()).is_some() {
            for (at, _) in text.bytes().enumerate().filter(|&(_, b)| b == 0) {
                let bad_utf8 = self.src.invalid_utf8.binary_search(&(at as u32)).is_ok();
                let message = if bad_utf8 { "invalid UTF-8 encoding" } else { "invalid NUL character" };
                self.error(at, message);
            }
        }
        for at in memchr::memmem::find_iter(text.as_bytes(), "\u{FEFF}").filter(|&at| at > 0) {
            self.error(at, "invalid BOM in the middle of the file");
        }
    }

    fn line_comment(&mut self, start: usize, text: &str) {
        let rest = text[2..].trim_end_matches('\r');
        let at_line_start = start == 0 || self.src.text.as_bytes()[start - 1] == b'\n';
        let is_pragma = rest.starts_with("go:") || rest.starts_with("minigo:");
        if is_pragma || at_line_start && rest.starts_with("line ") {
            self.directive(start, rest);
        }
    }

    /// A comment that holds a newline acts as one.
    fn block_comment(&mut self, start: usize, text: &str) -> Option<Tok> {
        if text.len() < 4 || !text.ends_with("*/") {
            self.error(start, "comment not terminated");
        } else if text[2..].starts_with("line ") {
            self.directive(start, &text[2..text.len() - 2]);
        }
        (self.nl_ends && text.contains('\n')).then_some(Tok::Semi(Semi::Newline))
    }

    fn directive(&mut self, start: usize, text: &str) {
        if let Some((at, message)) = text.strip_prefix("line ").and_then(line::error) {
            self.error(start + "//line ".len() + at, message);
        }
        self.directives.push(Directive { pos: self.src.pos(start), text: text.to_string() });
    }
}

/// Offset of the `}` that closes a block whose text follows.
fn block_end(text: &[u8]) -> Option<usize> {
    let mut depth = 0;
    let mut at = 0;
    loop {
        let b = *text.get(at)?;
        at = match b {
            b'}' if depth == 0 => return Some(at),
            b'}' => {
                depth -= 1;
                at + 1
            }
            b'{' => {
                depth += 1;
                at + 1
            }
            b'"' | b'\'' => at + 1 + quoted_end(&text[at + 1..], b)? + 1,
            b'`' => at + 1 + text[at + 1..].iter().position(|&b| b == b'`')? + 1,
            b'/' if text.get(at + 1) == Some(&b'/') => at + text[at..].iter().position(|&b| b == b'\n')?,
            b'/' if text.get(at + 1) == Some(&b'*') => {
                at + 2 + text[at + 2..].windows(2).position(|w| w == b"*/")? + 2
            }
            _ => at + 1,
        };
    }
}

/// Offset of the quote that ends a literal whose text follows its first quote.
fn quoted_end(text: &[u8], quote: u8) -> Option<usize> {
    let mut at = 0;
    loop {
        match *text.get(at)? {
            b'\n' => return None,
            b'\\' => at += 2,
            b if b == quote => return Some(at),
            _ => at += 1,
        }
    }
}

/// The tokens of a lexer. Unlike those of `by_ref`, they are found in the loop that uses them.
pub struct Tokens<'l, 'a>(pub &'l mut Lexer<'a>);

impl Iterator for Tokens<'_, '_> {
    type Item = (Pos, Tok, Pos);

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.token()
    }
}

impl Iterator for Lexer<'_> {
    type Item = (Pos, Tok, Pos);

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        self.token()
    }
}
