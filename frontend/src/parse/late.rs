//! Bodies that are parsed late: those of functions in embedded packages, of which a program reaches few.
//!
//! Parsing such a file leaves out what stands between the braces of a body: [`Outline`] jumps over it. When the function
//! is reached, [`parse_function`] parses its declaration again, with the body, as a file of its own. Generic functions
//! and the methods of generic types are parsed at once, because the type parameters in their signatures must be those in
//! their bodies.

use super::builder::Builder;
use super::grammar::SourceFileParser;
use crate::ast::Ast;
use crate::lex::{Lexer, Semi, Tok};
use crate::source::{Interner, Pos, SourceFile};

type Spanned = (Pos, Tok, Pos);

/// The tokens of a file without those in the bodies of functions that are not generic.
pub(super) struct Outline<'l, 'a> {
    lexer: &'l mut Lexer<'a>,
    /// How many brackets are open.
    depth: usize,
    /// The token before.
    prev: Tok,
    /// The head of a function declaration that is being read.
    head: Option<Head>,
    /// The closing brace of a body that was left out.
    closing: Option<Spanned>,
    /// What was left out: where the closing brace of a body and the keyword of its declaration stand.
    pub left_out: Vec<(Pos, Pos)>,
}

#[derive(Clone, Copy)]
struct Head {
    keyword: Pos,
    named: bool,
    params: bool,
    generic: bool,
}

impl<'l, 'a> Outline<'l, 'a> {
    pub(super) fn new(lexer: &'l mut Lexer<'a>) -> Self {
        let prev = Tok::Semi(Semi::Newline);
        Outline { lexer, depth: 0, prev, head: None, closing: None, left_out: Vec::new() }
    }

    /// Takes notice of a token; whether a body to be left out begins with it.
    fn opens_body(&mut self, pos: Pos, tok: Tok) -> bool {
        if self.depth == 0 && tok == Tok::Func && matches!(self.prev, Tok::Semi(_)) {
            self.head = Some(Head { keyword: pos, named: false, params: false, generic: false });
        } else if let Some(head) = &mut self.head {
            match tok {
                Tok::LBrack if !head.params => head.generic = true,
                Tok::Ident(_) if self.depth == 0 => head.named = true,
                Tok::LParen if self.depth == 0 && head.named => head.params = true,
                Tok::Semi(_) if self.depth == 0 => self.head = None,
                // The brace of a result type such as `struct{}` stands right behind its keyword.
                Tok::LBrace if self.depth == 0 && !matches!(self.prev, Tok::Interface | Tok::Struct) => {
                    if !head.generic {
                        return true;
                    }
                    self.head = None;
                }
                _ => {}
            }
        }
        match tok {
            Tok::LParen | Tok::LBrack | Tok::LBrace => self.depth += 1,
            Tok::RParen | Tok::RBrack | Tok::RBrace => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.prev = tok;
        false
    }
}

impl Iterator for Outline<'_, '_> {
    type Item = Spanned;

    fn next(&mut self) -> Option<Spanned> {
        if let Some(closing) = self.closing.take() {
            self.prev = closing.1;
            return Some(closing);
        }
        let token = self.lexer.token()?;
        if self.opens_body(token.0, token.1)
            && let Some(head) = self.head.take()
        {
            self.closing = self.lexer.skip_block();
            self.left_out.extend(self.closing.map(|c| (c.0, head.keyword)));
        }
        Some(token)
    }
}

/// Parses a file without the bodies of its functions, if it has no syntax error.
pub(super) fn parse<'a>(b: &mut Builder<'_>, src: &'a SourceFile, interner: &'a Interner) -> Lexer<'a> {
    let mut lexer = Lexer::new(src, interner);
    let mut outline = Outline::new(&mut lexer);
    let result = SourceFileParser::new().parse(b, outline.by_ref());
    let left_out = std::mem::take(&mut outline.left_out);
    if result.is_err() || !b.misplaced_braces.is_empty() {
        b.restart(false);
        return super::recover::parse(b, src, interner);
    }
    b.ast.late_bodies = left_out.into_iter().collect();
    lexer
}

/// Parses a function declaration whose body was left out, from its keyword to its closing brace. Its file holds nothing
/// else.
///
/// # Panics
/// If there is a syntax error: embedded packages have none.
pub fn parse_function(
    outline: &Ast,
    src: &SourceFile,
    interner: &Interner,
    (keyword, rbrace): (Pos, Pos),
) -> Ast {
    let mut b = Builder::new(outline.file, interner);
    b.ast.eof = outline.eof;
    let package: [Tok; 3] = [Tok::Package, Tok::Ident(outline.package.name), Tok::Semi(Semi::Semicolon)];
    let mut lexer = Lexer::starting_at(src, interner, keyword);
    let declaration = lexer.by_ref().take_while(|t| t.0 <= rbrace);
    let end = (rbrace, Tok::Semi(Semi::Eof), rbrace);
    let tokens = package.map(|t| (keyword, t, keyword)).into_iter().chain(declaration).chain([end]);
    let result = SourceFileParser::new().parse(&mut b, tokens);
    b.finish_decls();
    super::branches::check(&b.ast, interner, src, &mut b.sink);
    let wrong = result.is_err() || !lexer.sink.is_empty() || !b.sink.is_empty();
    assert!(!wrong, "the body of an embedded function has a syntax error at {}", src.display_name);
    b.finish()
}
