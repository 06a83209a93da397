//! The table of diagnostic codes (gc: `internal/types/errors/codes.go`).
//!
//! One row per rule: the variant, the name shown by `-json`, and a documented example that a test checks.

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal;)*) => {
        /// Which rule a diagnostic is about.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Code { $($(#[$doc])* $variant),* }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The name in `-json` output.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }
        }
    };
}

codes! {
    /// The text is not a Go program by the grammar.
    Syntax = "Syntax";
    /// A construct that this version of the compiler does not support yet.
    Unsupported = "Unsupported";
}
