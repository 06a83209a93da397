//! mini-go's own tables, `abi::symtab`.

use std::mem::{offset_of, size_of};

use abi::symtab::{FuncEntry, InlineEntry, LandingEntry, LineEntry, PcHeader};

use super::elf::{Elf, int, u32_at};
use super::{Function, InspectError, error};

/// The functions of the program; those of the runtime, which is not Go, have no tables.
pub fn functions(elf: &Elf<'_>, header: u64) -> Result<Vec<Function>, InspectError> {
    read(elf, header).ok_or_else(|| error("mini-go's tables are broken"))
}

/// Reads the named 32-bit field of a struct.
macro_rules! field {
    ($bytes:expr, $base:expr, $ty:ident.$field:ident) => {
        u32_at($bytes, $base + offset_of!($ty, $field))?
    };
}

fn read(elf: &Elf<'_>, header: u64) -> Option<Vec<Function>> {
    let header = elf.at(header)?;
    let word = |at| int::<8>(header, at);
    let text_start = word(offset_of!(PcHeader, text_start))?;
    let table = |at: usize| elf.at(word(at)?);
    let strings = table(offset_of!(PcHeader, strings))?;
    let funcs = table(offset_of!(PcHeader, funcs))?;
    let lines = table(offset_of!(PcHeader, lines))?;
    let landing_count = word(offset_of!(PcHeader, landing_count))? as usize;
    let landings = if landing_count == 0 { &[] } else { table(offset_of!(PcHeader, landings))? };
    let inline_count = word(offset_of!(PcHeader, inline_count))? as usize;
    let inlines = if inline_count == 0 { &[] } else { table(offset_of!(PcHeader, inlines))? };
    let text = |start: u32, len: u32| {
        let bytes = strings.get(start as usize..start as usize + len as usize)?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    };
    let mut out = Vec::new();
    for i in 0..word(offset_of!(PcHeader, func_count))? as usize {
        let at = i * size_of::<FuncEntry>();
        let start = field!(funcs, at, FuncEntry.start);
        let end = field!(funcs, at, FuncEntry.end);
        let first = field!(funcs, at, FuncEntry.first_line) as usize;
        let count = field!(funcs, at, FuncEntry.line_count) as usize;
        let mut f = Function {
            name: text(field!(funcs, at, FuncEntry.name), field!(funcs, at, FuncEntry.name_len))?,
            address: text_start + u64::from(start),
            code: elf.at(text_start + u64::from(start))?.get(..(end - start) as usize)?.to_vec(),
            file: text(field!(funcs, at, FuncEntry.file), field!(funcs, at, FuncEntry.file_len))?,
            line: field!(funcs, at, FuncEntry.line),
            frame: field!(funcs, at, FuncEntry.frame_size),
            defer_bits: field!(funcs, at, FuncEntry.open_defers),
            defer_bits_size: size_of::<u64>() as u32,
            ..Function::default()
        };
        for l in first..first + count {
            let at = l * size_of::<LineEntry>();
            let pc = field!(lines, at, LineEntry.pc).checked_sub(start)?;
            let mut line = field!(lines, at, LineEntry.line);
            // Inlined code belongs to the line of the outermost call; no chain is longer than the table.
            let mut inline = field!(lines, at, LineEntry.inline) as usize;
            for _ in 0..inline_count {
                let Some(index) = inline.checked_sub(1) else { break };
                let entry = index * size_of::<InlineEntry>();
                line = field!(inlines, entry, InlineEntry.call_line);
                inline = field!(inlines, entry, InlineEntry.parent) as usize;
            }
            f.lines.push((pc, line));
        }
        for l in 0..landing_count {
            let handler = field!(landings, l * size_of::<LandingEntry>(), LandingEntry.handler);
            if (start..end).contains(&handler) {
                f.landings.push(handler - start);
            }
        }
        f.landings.sort_unstable();
        f.landings.dedup();
        out.push(f);
    }
    Some(out)
}
