//! A static linker for x86-64 Linux that runs inside the compiler.
//!
//! [`link`] turns ELF64 relocatable objects held in memory into the bytes of a static, non-position-independent
//! executable. It needs no external linker, no libc and no file system. [`select`] takes from an archive the members
//! that a set of symbols needs; [`strip_debug`] makes an object smaller before it is embedded somewhere.
//!
//! ```text
//!  bytes ──input──▶ sections, symbols ──resolve──▶ one definition a name ──mark──▶ live sections, GOT slots
//!        ──eh_frame──▶ unwind records of live code ──layout──▶ addresses ──output (reloc, symtab)──▶ bytes
//! ```
//!
//! Properties the rest of the compiler relies on:
//! * **Only what is reached is there.** Sections are the unit: everything not reachable by relocations from the entry
//!   symbol is left out, and an undefined symbol is an error only if live code refers to it.
//! * **Nothing is writable and executable.** Three loadable segments: `R`, `RX`, `RW`. Data that only a dynamic linker
//!   would have had to write (`.data.rel.ro`, `.init_array`, the GOT) is read-only, since all addresses are known.
//! * **Deterministic.** Equal inputs in equal order give equal bytes.
//! * **Never a wrong program, never a panic.** Input bytes are not trusted; each relocation is range-checked; whatever
//!   is not supported is an error that names object, section and offset.
//!
//! Sections are merged by name, `.text.*`, `.rodata.*`, `.data.rel.ro.*`, `.data.*` and `.bss.*` under their common
//! prefix. Symbols `__start_X` and `__stop_X` bound the merged section `X` where `X` is a C identifier, as in other
//! linkers. Not supported: thread-local storage, indirect functions (`STT_GNU_IFUNC`), shared objects, compressed debug
//! sections, link-time optimisation input.
//!
//! Sources of the rules: the System V gABI chapters 4 and 5, and the AMD64 psABI, "Relocation" and "Optimize GOTPCRELX
//! Relocations".

mod archive;
mod eh_frame;
mod error;
mod input;
mod layout;
mod mark;
mod output;
mod reloc;
mod resolve;
mod strip;
mod symtab;

pub use archive::select;
pub use error::{LinkError, Location, UndefinedReference};
pub use strip::strip_debug;

/// One object file to link.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The name errors use for it.
    pub name: &'a str,
    /// The bytes of an ELF64 x86-64 relocatable object, at any alignment.
    pub bytes: &'a [u8],
}

/// What happens to `.debug_*` sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebugSections {
    /// Those of every object with live code are linked; references into dead code become 0.
    Keep,
    /// None is in the output.
    Strip,
}

/// What happens to `.eh_frame`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EhFrame {
    /// The records of live functions are linked (a debugger unwinds by them).
    Keep,
    /// The section is not in the output.
    Drop,
}

/// Whether the output has a symbol table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SymbolTable {
    /// `.symtab` names live functions and data.
    Keep,
    /// No `.symtab`, as with `-s`.
    Strip,
}

/// Which sections are dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collect {
    /// Those that nothing reaches from the entry symbol and the roots.
    Unreached,
    /// None; even so, only the first of several COMDAT groups with one signature is linked.
    Nothing,
}

/// Which symbols' addresses [`link_image`] reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// None.
    Nothing,
    /// Those of these names that are in the output.
    Named(Vec<String>),
    /// All global symbols in the output.
    Globals,
}

/// How to link. [`LinkOptions::default`] is what a release build wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkOptions {
    /// The symbol execution starts at.
    pub entry: String,
    /// The address of the first byte of the file in memory, a multiple of 4096. As gc on linux/amd64: 0x400000.
    pub base: u64,
    /// More symbols that are live whether reached or not.
    pub roots: Vec<String>,
    /// Symbols defined here to a fixed value.
    pub absolute: Vec<(String, u64)>,
    /// Dropping unreached sections.
    pub collect: Collect,
    /// Debug sections.
    pub debug: DebugSections,
    /// Unwind tables.
    pub eh_frame: EhFrame,
    /// The symbol table.
    pub symtab: SymbolTable,
    /// Addresses to report.
    pub report: Report,
}

impl Default for LinkOptions {
    fn default() -> Self {
        LinkOptions {
            entry: "_start".to_owned(),
            base: 0x40_0000,
            roots: Vec::new(),
            absolute: Vec::new(),
            collect: Collect::Unreached,
            debug: DebugSections::Strip,
            eh_frame: EhFrame::Drop,
            symtab: SymbolTable::Keep,
            report: Report::Nothing,
        }
    }
}

/// An executable and what is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The bytes of the executable file.
    pub bytes: Vec<u8>,
    /// The entry address.
    pub entry: u64,
    /// Name and address of the symbols asked for by [`LinkOptions::report`], by ascending address, then name.
    pub symbols: Vec<(String, u64)>,
}

/// Links `inputs` to the bytes of a static executable.
///
/// # Errors
/// A [`LinkError`] for input that is malformed, contradictory, incomplete or uses what is not supported.
pub fn link(inputs: &[Input<'_>], opts: &LinkOptions) -> Result<Vec<u8>, LinkError> {
    link_image(inputs, opts).map(|image| image.bytes)
}

/// Like [`link`], and says at which addresses chosen symbols are.
///
/// # Errors
/// As [`link`].
pub fn link_image(inputs: &[Input<'_>], opts: &LinkOptions) -> Result<Image, LinkError> {
    let objects = inputs.iter().map(input::Object::parse).collect::<Result<Vec<_>, _>>()?;
    let resolved = resolve::resolve(&objects, opts)?;
    let marks = mark::mark(&objects, &resolved, opts)?;
    let layout = layout::layout(&objects, &resolved, &marks, opts)?;
    output::write(&objects, &resolved, &marks, &layout, opts)
}
