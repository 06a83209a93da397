//! `--emit`: which stage's result is wanted.

/// The last stage to run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Emit {
    /// The tokens of each file.
    Tokens,
    /// The syntax trees.
    Ast,
    /// Types of all expressions.
    Types,
    /// SSA after all passes, or after the named one (`build`: before the first).
    Ssa {
        /// `ssa:after=<pass>`
        after: Option<String>,
    },
    /// Cranelift's intermediate form.
    Clif,
    /// The listing.
    Asm,
    /// The object file.
    Obj,
    /// The executable.
    Exe,
}

impl Emit {
    /// Parses the flag's value.
    pub fn parse(s: &str) -> Option<Emit> {
        Some(match s {
            "tokens" => Emit::Tokens,
            "ast" => Emit::Ast,
            "types" => Emit::Types,
            "ssa" => Emit::Ssa { after: None },
            "clif" => Emit::Clif,
            "asm" => Emit::Asm,
            "obj" => Emit::Obj,
            "exe" => Emit::Exe,
            _ => Emit::Ssa { after: Some(s.strip_prefix("ssa:after=")?.to_string()) },
        })
    }
}
