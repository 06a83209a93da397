//! The parser: an LR(1) grammar (`go.lalrpop`), actions that build the tree, validation, messages, recovery.

mod actions;
mod builder;
mod depth;

#[allow(clippy::all, clippy::pedantic, missing_docs, unused)]
mod grammar {
    include!(concat!(env!("OUT_DIR"), "/go.rs"));
}

use crate::ast::Ast;
use crate::diag::Sink;
use crate::lex::Lexer;
use crate::source::{FileId, Interner, SourceFile};
use builder::Builder;

/// Parses one file. Errors go to `sink`; the tree then lacks what could not be read. Files can be parsed in
/// parallel.
pub fn parse_file(file: FileId, src: &SourceFile, interner: &Interner, sink: &mut Sink) -> Ast {
    let mut lexer = Lexer::new(src, interner);
    let mut b = Builder::new(Ast::new(file), interner);
    b.ast.eof = src.pos(src.text.len());
    let r = grammar::SourceFileParser::new().parse(&mut b, lexer.by_ref().map(Ok));
    if let Err(e) = r {
        b.syntax_error(src.pos(0), format!("{e:?}"));
    }
    b.report_guards();
    b.finish_decls();
    sink.diagnostics.append(&mut lexer.sink.diagnostics);
    sink.diagnostics.append(&mut b.sink.diagnostics);
    b.ast.directives = lexer.directives;
    b.ast
}
