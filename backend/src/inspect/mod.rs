//! Reads a finished executable: its functions with code, lines and frames, whoever made it.
//!
//! ```text
//!  executable ──┬─ runtime.pcheader ──▶ mini-go's tables   (minigo.rs)
//!               ├─ .gopclntab ────────▶ gc's tables        (pclntab.rs)
//!               └─ .debug_line ───────▶ DWARF              (dwarf.rs)
//!  Function ── decode ──▶ Instruction: text, line, callee  (code.rs)
//! ```

mod code;
mod dwarf;
mod elf;
mod minigo;
mod pclntab;

use std::fmt;
use std::sync::Arc;

pub use code::{Access, Callee, Instruction, decode};
use elf::Elf;

/// Who made an executable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Producer {
    /// mini-go.
    MiniGo,
    /// gc.
    Gc,
    /// Another compiler; known by its symbols and DWARF.
    Other,
}

/// An executable.
pub struct Image {
    /// Who made it.
    pub producer: Producer,
    /// Its functions with a name, by address.
    pub functions: Vec<Function>,
    /// Names of addresses, functions and data, by address.
    symbols: Arc<[(u64, String)]>,
}

/// A function.
#[derive(Clone, Default, Debug)]
pub struct Function {
    /// Its symbol (`main.(*T).M`).
    pub name: String,
    /// Where it lies.
    pub address: u64,
    /// Its code.
    pub code: Vec<u8>,
    /// Path of its source file.
    pub file: String,
    /// Line of its declaration; 0 if unknown.
    pub line: u32,
    /// From each offset on, code belongs to the line. What was inlined belongs to the line of the call.
    pub lines: Vec<(u32, u32)>,
    /// Bytes of the frame below the saved frame pointer.
    pub frame: u32,
    /// Offsets at which execution goes on after a recovered panic.
    pub landings: Vec<u32>,
    /// Bytes by which the bits of the open defers lie below the frame pointer; 0: there are none.
    pub defer_bits: u32,
    /// How many bytes the bits take.
    pub defer_bits_size: u32,
}

/// Why an executable cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InspectError(pub String);

impl fmt::Display for InspectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InspectError {}

impl Image {
    /// Reads an ELF executable for x86-64.
    ///
    /// # Errors
    /// What is missing or broken.
    pub fn read(bytes: &[u8]) -> Result<Image, InspectError> {
        let elf = Elf::read(bytes)?;
        let symbols = elf.symbols()?;
        let (producer, functions) = if let Some(header) = elf.symbol(abi::symtab::PC_HEADER_SYMBOL) {
            (Producer::MiniGo, minigo::functions(&elf, header)?)
        } else if let Some(table) = elf.section(".gopclntab") {
            (Producer::Gc, pclntab::functions(&elf, table)?)
        } else {
            (Producer::Other, dwarf::functions(&elf)?)
        };
        let mut functions: Vec<Function> = functions.into_iter().filter(|f| !f.code.is_empty()).collect();
        functions.sort_by_key(|f| f.address);
        Ok(Image { producer, functions, symbols: symbols.into() })
    }

    /// The name of what begins at or contains an address, with the distance.
    pub fn name_of(&self, address: u64) -> Option<(&str, u64)> {
        /// Further away, the symbol in front has nothing to do with the address.
        const FURTHEST: u64 = 1 << 16;
        let i = self.symbols.partition_point(|s| s.0 <= address).checked_sub(1)?;
        let (start, name) = &self.symbols[i];
        (address - start < FURTHEST).then_some((name.as_str(), address - start))
    }
}

impl Function {
    /// The line of an offset; 0 if unknown.
    pub fn line_at(&self, offset: u32) -> u32 {
        match self.lines.partition_point(|l| l.0 <= offset) {
            0 => self.line,
            n => self.lines[n - 1].1,
        }
    }
}

fn error(text: impl Into<String>) -> InspectError {
    InspectError(text.into())
}
