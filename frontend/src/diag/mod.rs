//! Diagnostics: what is wrong, where, in gc's words.

pub mod codes;
pub mod render;
mod snippet;

pub use codes::Code;

use crate::source::Pos;

/// One reported error.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Where.
    pub pos: Pos,
    /// Which rule.
    pub code: Code,
    /// The text after the position, in gc's words; continuation lines start with a tab.
    pub message: String,
    /// A follow-up or a soft error such as an unused variable: does not keep later stages of the same package from
    /// reporting (gc: `softErrorf`).
    pub soft: bool,
}

/// Collects diagnostics. Each stage or thread has its own; the driver merges, sorts and prints.
#[derive(Default, Debug)]
pub struct Sink {
    /// In the order reported.
    pub diagnostics: Vec<Diagnostic>,
}

impl Sink {
    /// Reports an error.
    pub fn error(&mut self, pos: Pos, code: Code, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic { pos, code, message: message.into(), soft: false });
    }

    /// Reports a soft error.
    pub fn soft_error(&mut self, pos: Pos, code: Code, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic { pos, code, message: message.into(), soft: true });
    }

    /// Whether nothing was reported.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }
}
