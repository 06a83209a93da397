//! The side tables of `abi::symtab` as bytes: functions, lines, landing pads, names.

use std::borrow::Cow;

use abi::symtab::{FuncEntry, InlineEntry, LandingEntry, LineEntry};
use middle::ir;
use rustc_hash::FxHashMap;

use crate::codegen::CompiledFunc;

/// A value of a `#[repr(C)]` struct under construction: fields are put where the struct has them.
pub(crate) struct Bytes(pub Vec<u8>);

impl Bytes {
    /// `size` zero bytes.
    pub(crate) fn zeroed(size: usize) -> Bytes {
        Bytes(vec![0; size])
    }

    /// Puts a 32-bit field.
    pub(crate) fn put32(&mut self, at: usize, v: u32) {
        self.0[at..at + 4].copy_from_slice(&v.to_le_bytes());
    }

    /// Puts a 64-bit field.
    pub(crate) fn put64(&mut self, at: usize, v: u64) {
        self.0[at..at + 8].copy_from_slice(&v.to_le_bytes());
    }
}

/// Writes the named 32-bit fields of a struct into `bytes` at `base`; naming all of them is checked by the pattern.
macro_rules! put_fields {
    ($bytes:expr, $base:expr, $ty:ident { $($field:ident),* } = $value:expr) => {
        let $ty { $($field),* } = $value;
        $($bytes.put32($base + std::mem::offset_of!($ty, $field), $field);)*
    };
}

/// The tables.
pub(crate) struct Tables {
    /// [`FuncEntry`] values.
    pub funcs: Vec<u8>,
    pub func_count: usize,
    /// [`LineEntry`] values.
    pub lines: Vec<u8>,
    pub line_count: usize,
    /// [`InlineEntry`] values.
    pub inlines: Vec<u8>,
    pub inline_count: usize,
    /// [`LandingEntry`] values.
    pub landings: Vec<u8>,
    pub landing_count: usize,
    /// Names.
    pub strings: Vec<u8>,
}

/// Strings, each stored once.
#[derive(Default)]
struct Strings<'a> {
    bytes: Vec<u8>,
    known: FxHashMap<Cow<'a, str>, u32>,
}

impl<'a> Strings<'a> {
    /// Offset and length.
    fn add(&mut self, s: impl Into<Cow<'a, str>>) -> (u32, u32) {
        let s = s.into();
        let len = s.len() as u32;
        let offset = *self.known.entry(s).or_insert_with_key(|s| {
            let at = self.bytes.len() as u32;
            self.bytes.extend(s.as_bytes());
            at
        });
        (offset, len)
    }
}

/// A function's name as people see it: type arguments become `[...]` (gc: `runtime.funcNameForPrint`).
fn shown_name(symbol: &str) -> Cow<'_, str> {
    match (symbol.find('['), symbol.rfind(']')) {
        (Some(start), Some(end)) if start < end => {
            format!("{}[...]{}", &symbol[..start], &symbol[end + 1..]).into()
        }
        _ => symbol.into(),
    }
}

/// Builds the tables of functions that stand at the ascending offsets `starts` of the text.
pub(crate) fn build(module: &ir::Module, funcs: &[CompiledFunc], starts: &[u32]) -> Tables {
    let mut strings = Strings::default();
    let line_count = funcs.iter().map(|f| f.lines.len()).sum();
    let inline_count = funcs.iter().map(|f| f.inlines.len()).sum();
    let landing_count = funcs.iter().map(|f| f.landings.len()).sum();
    let mut out_funcs = Bytes::zeroed(funcs.len() * size_of::<FuncEntry>());
    let mut out_lines = Bytes::zeroed(line_count * size_of::<LineEntry>());
    let mut out_inlines = Bytes::zeroed(inline_count * size_of::<InlineEntry>());
    let mut out_landings = Bytes::zeroed(landing_count * size_of::<LandingEntry>());
    let (mut next_line, mut next_inline, mut next_landing) = (0, 0, 0);
    for (i, (func, &start)) in funcs.iter().zip(starts).enumerate() {
        let (name, name_len) = strings.add(shown_name(module.symbols.resolve(func.sym)));
        let (file, file_len) = strings.add(&func.file);
        put_fields!(
            out_funcs,
            i * size_of::<FuncEntry>(),
            FuncEntry {
                start,
                end,
                name,
                name_len,
                file,
                file_len,
                line,
                flags,
                first_line,
                line_count,
                arg_words,
                frame_size,
                open_defers
            } = FuncEntry {
                start,
                end: start + func.code.len() as u32,
                name,
                name_len,
                file,
                file_len,
                line: func.line,
                flags: func.flags,
                first_line: next_line as u32,
                line_count: func.lines.len() as u32,
                arg_words: func.arg_words,
                frame_size: func.frame_size,
                open_defers: func.open_defers,
            }
        );
        let first_inline = next_inline as u32;
        for line in &func.lines {
            put_fields!(
                out_lines,
                next_line * size_of::<LineEntry>(),
                LineEntry { pc, line, inline } = LineEntry {
                    pc: start + line.offset,
                    line: line.line,
                    inline: if line.inline == 0 { 0 } else { first_inline + line.inline },
                }
            );
            next_line += 1;
        }
        for call in &func.inlines {
            let (name, name_len) = strings.add(shown_name(module.symbols.resolve(call.callee)));
            let (file, file_len) = strings.add(&call.file);
            put_fields!(
                out_inlines,
                next_inline * size_of::<InlineEntry>(),
                InlineEntry { name, name_len, file, file_len, line, flags, call_line, parent, func } =
                    InlineEntry {
                        name,
                        name_len,
                        file,
                        file_len,
                        line: call.line,
                        flags: call.flags,
                        call_line: call.call_line,
                        parent: if call.parent == 0 { 0 } else { first_inline + call.parent },
                        func: i as u32,
                    }
            );
            next_inline += 1;
        }
        for l in &func.landings {
            put_fields!(
                out_landings,
                next_landing * size_of::<LandingEntry>(),
                LandingEntry { ret, handler, frame_offset } = LandingEntry {
                    ret: start + l.ret,
                    handler: start + l.handler,
                    frame_offset: l.frame_offset,
                }
            );
            next_landing += 1;
        }
    }
    Tables {
        funcs: out_funcs.0,
        func_count: funcs.len(),
        lines: out_lines.0,
        line_count,
        inlines: out_inlines.0,
        inline_count,
        landings: out_landings.0,
        landing_count,
        strings: strings.bytes,
    }
}
