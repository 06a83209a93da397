//! The parser: an LR(1) grammar (`go.lalrpop`), actions that build the tree, validation, messages, recovery.

mod actions;
mod branches;
mod builder;
mod context;
mod depth;
mod late;
mod message;
mod recover;

#[allow(clippy::all, clippy::pedantic, missing_docs, unused)]
mod grammar {
    include!(concat!(env!("OUT_DIR"), "/go.rs"));
}

use crate::ast::Ast;
use crate::diag::{Diagnostic, Sink};
use crate::lex::line;
use crate::source::{FileId, Interner, SourceFile};
use builder::Builder;
pub use late::parse_function;

/// Parses one file. Files can be parsed in parallel.
///
/// Errors go to `sink` in source order. Those that gc calls "syntax error" are hard: the tree lacks what could not
/// be read, and types must not be checked. The others are soft, as in gc: literals, labels, and what gc's type
/// checker says about things that the tree cannot hold.
pub fn parse_file(file: FileId, src: &SourceFile, interner: &Interner, sink: &mut Sink) -> Ast {
    parse(file, src, interner, sink, Bodies::Now)
}

/// When the bodies of functions are parsed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bodies {
    /// With the file.
    Now,
    /// When they are asked for, with [`parse_function`]; until then they are empty. See [`Ast::late_bodies`].
    Late,
}

/// [`parse_file`] with a choice about the bodies.
pub fn parse(file: FileId, src: &SourceFile, interner: &Interner, sink: &mut Sink, bodies: Bodies) -> Ast {
    let mut b = Builder::new(file, interner);
    b.ast.eof = src.pos(src.text.len());
    let mut lexer = match bodies {
        Bodies::Now => recover::parse(&mut b, src, interner),
        Bodies::Late => late::parse(&mut b, src, interner),
    };
    b.finish_decls();
    src.set_line_bases(line::bases(src, &lexer.directives));
    branches::check(&b.ast, interner, src, &mut b.sink);
    let mut found = std::mem::take(&mut lexer.sink.diagnostics);
    found.append(&mut b.sink.diagnostics);
    b.ast.has_errors = !found.is_empty();
    sink.diagnostics.extend(one_per_line(found, src));
    b.ast.directives = lexer.directives;
    b.finish()
}

/// In source order, with one syntax error a line, and one of equal errors (gc: `base.ErrorfAt`).
fn one_per_line(mut found: Vec<Diagnostic>, src: &SourceFile) -> Vec<Diagnostic> {
    found.sort_by_key(|d| d.pos);
    let line = |d: &Diagnostic| src.line_starts().partition_point(|&s| s <= d.pos.0 - src.base);
    let mut kept: Vec<Diagnostic> = Vec::new();
    for d in found {
        let same_line = kept.iter().rev().take_while(|k| line(k) == line(&d));
        let repeated = |k: &Diagnostic| {
            let both_syntax = k.message.starts_with("syntax error") && d.message.starts_with("syntax error");
            both_syntax || k.message == d.message
        };
        if !same_line.into_iter().any(repeated) {
            kept.push(d);
        }
    }
    kept
}
