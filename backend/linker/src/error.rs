//! What can go wrong, in words that name the place.

use std::fmt;

/// A place in an input object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The object's name.
    pub object: String,
    /// The section's name.
    pub section: String,
    /// Offset in the section, in bytes.
    pub offset: u64,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}+{:#x}", self.object, self.section, self.offset)
    }
}

/// A symbol nobody defines, with the first live place that needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndefinedReference {
    /// The symbol's name.
    pub symbol: String,
    /// Where it is needed; none if an option names it (the entry, a root).
    pub from: Option<Location>,
}

/// Why linking failed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinkError {
    /// The bytes are not what the format says.
    Malformed {
        /// The object or archive.
        object: String,
        /// What is wrong.
        what: String,
    },
    /// The object is well-formed but needs something this linker does not do.
    Unsupported {
        /// Where.
        at: Location,
        /// What is needed.
        what: String,
    },
    /// Two objects define one symbol.
    Duplicate {
        /// The symbol's name.
        symbol: String,
        /// The object with the first definition.
        first: String,
        /// The object with the second definition.
        second: String,
    },
    /// Live code refers to symbols that nobody defines; one entry a symbol, at least one.
    Undefined(Vec<UndefinedReference>),
    /// A relocated value does not fit its field.
    OutOfRange {
        /// The field.
        at: Location,
        /// The relocation kind's name without its `R_X86_64_` prefix.
        kind: &'static str,
        /// The symbol referred to, empty if it has no name.
        symbol: String,
        /// The value, read as a signed number.
        value: i64,
    },
    /// The program does not fit the address space of the small code model, or one of the fixed limits.
    TooLarge {
        /// Which limit.
        what: String,
    },
    /// An option has no meaning.
    BadOption {
        /// Which, and why.
        what: String,
    },
}

impl LinkError {
    pub(crate) fn malformed(object: &str, what: impl Into<String>) -> Self {
        LinkError::Malformed { object: object.to_owned(), what: what.into() }
    }
}

/// How many undefined symbols a message lists.
const LISTED: usize = 10;

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkError::Malformed { object, what } => write!(f, "{object}: malformed object file: {what}"),
            LinkError::Unsupported { at, what } => write!(f, "{at}: {what}"),
            LinkError::Duplicate { symbol, first, second } => {
                write!(f, "{second}: duplicate symbol {symbol}, first defined in {first}")
            }
            LinkError::Undefined(refs) => write_undefined(f, refs),
            LinkError::OutOfRange { at, kind, symbol, value } => {
                let symbol = if symbol.is_empty() { "a local address" } else { symbol };
                write!(f, "{at}: {kind} relocation to {symbol} is out of range: {value:#x} does not fit")
            }
            LinkError::TooLarge { what } => write!(f, "program too large: {what}"),
            LinkError::BadOption { what } => write!(f, "{what}"),
        }
    }
}

fn write_undefined(f: &mut fmt::Formatter<'_>, refs: &[UndefinedReference]) -> fmt::Result {
    for (i, r) in refs.iter().take(LISTED).enumerate() {
        if i > 0 {
            writeln!(f)?;
        }
        match &r.from {
            Some(at) => write!(f, "{at}: undefined symbol {}", r.symbol)?,
            None => write!(f, "undefined symbol {}", r.symbol)?,
        }
    }
    if refs.len() > LISTED {
        write!(f, "\nand {} more undefined symbols", refs.len() - LISTED)?;
    }
    Ok(())
}

impl std::error::Error for LinkError {}

/// Bytes of a name, for a message.
pub(crate) fn lossy(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}
