//! What the parser's tests share.

// Each test file uses a part of it.
#![allow(dead_code)]

use frontend::ast::Ast;
use frontend::diag::Sink;
use frontend::parse::parse_file;
use frontend::source::{Interner, SourceMap};

/// A parsed text.
pub struct Parsed {
    pub ast: Ast,
    pub interner: Interner,
    pub source: SourceMap,
    pub sink: Sink,
}

impl Parsed {
    /// The errors as `line:column: message`.
    pub fn errors(&self) -> Vec<String> {
        let line = |d: &frontend::diag::Diagnostic| {
            let (_, at) = self.source.resolve(d.pos).expect("errors have a position");
            format!("{}:{}: {}", at.line, at.col, d.message)
        };
        self.sink.diagnostics.iter().map(line).collect()
    }
}

/// Parses a text as the file `x.go`.
pub fn parse(text: impl Into<Vec<u8>>) -> Parsed {
    let mut source = SourceMap::default();
    let file = source.add_bytes("x.go".to_string(), "/x.go".to_string(), text.into());
    let interner = Interner::default();
    let mut sink = Sink::default();
    let ast = parse_file(file, source.file(file), &interner, &mut sink);
    Parsed { ast, interner, source, sink }
}
