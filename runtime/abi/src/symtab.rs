//! The tables from program counters to functions, lines and landing pads, read-only in the executable.
//!
//! All offsets of code are relative to the first byte of the Go text. Entries are sorted by offset; each table is
//! searched by bisection and nothing is allocated while reading.

/// Symbol of the [`PcHeader`].
pub const PC_HEADER_SYMBOL: &str = "runtime.pcheader";
/// Symbol of the function that runs package initialisers and `main.main`.
pub const MAIN_SYMBOL: &str = "runtime.main";
/// Symbol of the [`ModuleData`].
pub const MODULE_DATA_SYMBOL: &str = "runtime.firstmoduledata";

/// Start of the tables.
#[repr(C)]
pub struct PcHeader {
    /// First byte of Go code.
    pub text_start: *const u8,
    /// Bytes of Go code.
    pub text_len: usize,
    /// Functions.
    pub funcs: *const FuncEntry,
    /// How many.
    pub func_count: usize,
    /// Lines of all functions.
    pub lines: *const LineEntry,
    /// How many.
    pub line_count: usize,
    /// Calls of all functions that were replaced by the callee's body.
    pub inlines: *const InlineEntry,
    /// How many.
    pub inline_count: usize,
    /// Landing pads of all functions.
    pub landings: *const LandingEntry,
    /// How many.
    pub landing_count: usize,
    /// Names, not terminated.
    pub strings: *const u8,
    /// Bytes of names.
    pub strings_len: usize,
}

/// A function.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct FuncEntry {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset past the last byte.
    pub end: u32,
    /// Name (`main.f`, `main.(*T).M`, `main.f.func1`): offset into strings.
    pub name: u32,
    /// Its length.
    pub name_len: u32,
    /// Path of the source file: offset into strings.
    pub file: u32,
    /// Its length.
    pub file_len: u32,
    /// Line of the declaration.
    pub line: u32,
    /// See [`func_flag`].
    pub flags: u32,
    /// Index of the first line entry.
    pub first_line: u32,
    /// How many.
    pub line_count: u32,
    /// Words of arguments (for tracebacks: 0 prints `()`, else `(...)`).
    pub arg_words: u32,
    /// Bytes of the frame below the frame pointer.
    pub frame_size: u32,
    /// Bytes by which the [`OpenDefers`](crate::layout::OpenDefers) of the frame lie below the frame pointer; 0: none.
    pub open_defers: u32,
}

/// Bits of [`FuncEntry::flags`].
pub mod func_flag {
    /// Made by the compiler around a user function: hidden in tracebacks, transparent to recover.
    pub const WRAPPER: u32 = 1 << 0;
    /// Contains defer statements: has landing pads.
    pub const HAS_DEFER: u32 = 1 << 1;
}

/// From `pc` on (until the next entry of the function) code belongs to `line`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct LineEntry {
    /// Offset of the code.
    pub pc: u32,
    /// Line, in the file of the inlined function if it is inlined.
    pub line: u32,
    /// The innermost inlined call, as its index in the table plus 1; 0: the code is the function's own.
    pub inline: u32,
}

/// A call that was replaced by the callee's body.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct InlineEntry {
    /// Name of the callee: offset into strings.
    pub name: u32,
    /// Its length.
    pub name_len: u32,
    /// Path of its source file: offset into strings.
    pub file: u32,
    /// Its length.
    pub file_len: u32,
    /// Line of its declaration.
    pub line: u32,
    /// See [`func_flag`].
    pub flags: u32,
    /// Line of the call.
    pub call_line: u32,
    /// The inlined call in which this one stood, as index plus 1; 0: it stood in the function.
    pub parent: u32,
    /// Index of the function.
    pub func: u32,
}

/// A call after which a recovered panic may continue.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct LandingEntry {
    /// Offset of the call's return address.
    pub ret: u32,
    /// Offset of the landing pad.
    pub handler: u32,
    /// Frame pointer minus stack pointer at the landing pad.
    pub frame_offset: u32,
}

/// What the collector and the type machinery need to know of the program.
#[repr(C)]
pub struct ModuleData {
    /// Start of mutable data that may hold pointers.
    pub data_start: *const u8,
    /// Its bytes.
    pub data_len: usize,
    /// One bit a word of the data, set where a pointer stands.
    pub data_mask: *const u8,
    /// Start of zero-initialised data that may hold pointers.
    pub bss_start: *const u8,
    /// Its bytes.
    pub bss_len: usize,
    /// One bit a word.
    pub bss_mask: *const u8,
    /// Itabs made by the compiler.
    pub itabs: *const *const crate::layout::Itab,
    /// How many.
    pub itab_count: usize,
    /// `GODEBUG`-like defaults: language version, minor number.
    pub lang_minor: u64,
}
