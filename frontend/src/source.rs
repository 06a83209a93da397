//! Source text: files and positions.
//!
//! A [`Pos`] is one `u32` over all files of a program: the file's base plus the byte offset. Bases are handed
//! out when files are added, in the order of the package list, so positions are deterministic.

use std::fmt;
use std::sync::OnceLock;

use cranelift_entity::entity_impl;

pub use crate::symbol::{Interner, Symbol, sym};

/// A source file of the program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);
entity_impl!(FileId, "file");

/// A byte position in the program's source; [`Pos::NONE`] where there is none (predeclared objects).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Pos(pub u32);

impl Pos {
    /// No position: predeclared objects and generated code.
    pub const NONE: Pos = Pos(0);

    /// Whether this is a position in a file.
    pub fn is_known(self) -> bool {
        self.0 != 0
    }

    /// This position moved by `bytes`.
    pub fn offset(self, bytes: u32) -> Pos {
        Pos(self.0 + bytes)
    }
}

/// A position as a person reads it. Line and column count from 1; the column counts bytes, as gc's does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LineCol {
    /// Line, from 1.
    pub line: u32,
    /// Byte column, from 1.
    pub col: u32,
}

/// One source file with its text.
pub struct SourceFile {
    /// The name shown in diagnostics, relative to the current directory as gc shows it (`./prog.go`).
    pub display_name: String,
    /// The absolute path, as tracebacks and debug information show it.
    pub path: String,
    /// The text.
    pub text: String,
    /// Position of the first byte.
    pub base: u32,
    /// Offsets of bytes that were not UTF-8, in order; `text` holds a NUL in their place.
    pub invalid_utf8: Vec<u32>,
    line_starts: OnceLock<Vec<u32>>,
    line_bases: OnceLock<Vec<LineBase>>,
}

/// What a line directive says about the text after it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineBase {
    /// Offset of that text in the file.
    pub start: u32,
    /// The name shown in diagnostics instead of the file's.
    pub display_name: String,
    /// The path shown in tracebacks instead of the file's.
    pub path: String,
    /// The line that the text is said to begin in.
    pub line: u32,
    /// The column that it is said to begin at, if the directive gives one.
    pub col: Option<u32>,
}

/// A position as messages and tracebacks show it, after line directives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shown<'a> {
    /// The file in diagnostics.
    pub name: &'a str,
    /// The file in tracebacks.
    pub path: &'a str,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, unless a line directive hides it.
    pub col: Option<u32>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.name, self.line)?;
        self.col.map_or(Ok(()), |col| write!(f, ":{col}"))
    }
}

impl SourceFile {
    /// Byte offsets at which lines start.
    pub fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let mut starts = Vec::with_capacity(self.text.len() / 24 + 1);
            starts.push(0);
            starts.extend(memchr::memchr_iter(b'\n', self.text.as_bytes()).map(|i| i as u32 + 1));
            starts
        })
    }

    /// Sets what the file's line directives say, by offset; the first call counts.
    pub fn set_line_bases(&self, bases: Vec<LineBase>) {
        let _ = self.line_bases.set(bases);
    }

    /// Line and column of a byte of this file.
    pub fn line_col(&self, offset: u32) -> LineCol {
        let starts = self.line_starts();
        let line = starts.partition_point(|&s| s <= offset);
        LineCol { line: line as u32, col: offset - starts[line - 1] + 1 }
    }

    /// A position in this file after line directives (gc: `src.Pos.RelLine`, `RelCol`).
    pub fn shown(&self, pos: Pos) -> Shown<'_> {
        let offset = pos.0 - self.base;
        let at = self.line_col(offset);
        let bases = self.line_bases.get().map_or(&[][..], Vec::as_slice);
        let Some(base) = bases[..bases.partition_point(|b| b.start <= offset)].last() else {
            return Shown { name: &self.display_name, path: &self.path, line: at.line, col: Some(at.col) };
        };
        let from = self.line_col(base.start);
        let col = base.col.map(|c| if at.line == from.line { c + at.col - from.col } else { at.col });
        Shown { name: &base.display_name, path: &base.path, line: base.line + (at.line - from.line), col }
    }

    /// A position in this file in the middle of a message: where line directives change it, with the true one
    /// (gc: `syntax.Pos.String`).
    pub fn mention(&self, pos: Pos) -> String {
        let shown = self.shown(pos);
        let LineCol { line, col } = self.line_col(pos.0 - self.base);
        if (shown.name, shown.line, shown.col) == (&self.display_name, line, Some(col)) {
            return shown.to_string();
        }
        format!("{shown}[{}:{line}:{col}]", self.path)
    }

    /// The position of byte `offset` of this file.
    pub fn pos(&self, offset: usize) -> Pos {
        Pos(self.base + offset as u32)
    }
}

/// All files of a program.
#[derive(Default)]
pub struct SourceMap {
    files: cranelift_entity::PrimaryMap<FileId, SourceFile>,
}

impl SourceMap {
    /// Adds a file and gives it its range of positions.
    pub fn add(&mut self, display_name: String, path: String, text: String) -> FileId {
        // One position past the end of each file is reserved, so that "at end of file" belongs to it.
        let base = self.files.values().last().map_or(1, |f| f.base + f.text.len() as u32 + 1);
        self.files.push(SourceFile {
            display_name,
            path,
            text,
            base,
            invalid_utf8: Vec::new(),
            line_starts: OnceLock::new(),
            line_bases: OnceLock::new(),
        })
    }

    /// Adds a file as read from disk. Bytes that are not UTF-8 are remembered, and reported by the lexer.
    pub fn add_bytes(&mut self, display_name: String, path: String, bytes: Vec<u8>) -> FileId {
        let mut bytes = bytes;
        let mut invalid = Vec::new();
        let mut valid_to = 0;
        while let Err(e) = std::str::from_utf8(&bytes[valid_to..]) {
            let at = valid_to + e.valid_up_to();
            invalid.push(at as u32);
            bytes[at] = 0;
            valid_to = at + 1;
        }
        let text = String::from_utf8(bytes).expect("every invalid byte was replaced");
        let id = self.add(display_name, path, text);
        self.files[id].invalid_utf8 = invalid;
        id
    }

    /// The file with this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id]
    }

    /// All files, in the order they were added.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter()
    }

    /// The file that holds `pos`, if any.
    pub fn file_of(&self, pos: Pos) -> Option<FileId> {
        if !pos.is_known() {
            return None;
        }
        let files = self.files.as_values_slice();
        let i = files.partition_point(|f| f.base <= pos.0);
        (i > 0).then(|| FileId::from_u32(i as u32 - 1))
    }

    /// File, line and column of `pos`, without regard to line directives.
    pub fn resolve(&self, pos: Pos) -> Option<(FileId, LineCol)> {
        let id = self.file_of(pos)?;
        let file = &self.files[id];
        Some((id, file.line_col(pos.0 - file.base)))
    }

    /// The position as people are shown it.
    pub fn shown(&self, pos: Pos) -> Option<Shown<'_>> {
        self.file_of(pos).map(|id| self.files[id].shown(pos))
    }

    /// `./prog.go:5:2`, the form in which messages mention a position.
    pub fn mention(&self, pos: Pos) -> String {
        self.file_of(pos).map_or_else(|| "<unknown position>".to_string(), |id| self.files[id].mention(pos))
    }
}
