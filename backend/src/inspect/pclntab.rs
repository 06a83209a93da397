//! gc's pc-line table, as of Go 1.20 and later (`runtime/symtab.go`, `internal/abi/symtab.go`).

use super::elf::{Bytes, Elf, int, u32_at};
use super::{Function, InspectError, error};

/// `abi.Go120PCLnTabMagic`
const MAGIC: u32 = 0xffff_fff1;
/// `_func`: size up to the variable part, and fields.
const FUNC_SIZE: usize = 44;
const FUNC_NAME: usize = 4;
const FUNC_DEFERRETURN: usize = 12;
const FUNC_PCSP: usize = 16;
const FUNC_PCFILE: usize = 20;
const FUNC_PCLN: usize = 24;
const FUNC_NPCDATA: usize = 28;
const FUNC_CU: usize = 32;
const FUNC_START_LINE: usize = 36;
const FUNC_NFUNCDATA: usize = 43;
/// `PCDATA_InlTreeIndex`, `FUNCDATA_InlTree`, `FUNCDATA_OpenCodedDeferInfo`
const PCDATA_INL_TREE_INDEX: usize = 2;
const FUNCDATA_INL_TREE: usize = 3;
const FUNCDATA_OPEN_DEFERS: usize = 4;
/// `inlinedCall`: size, and the field `parentPc`.
const INLINED_CALL_SIZE: usize = 16;
const INLINED_CALL_PARENT_PC: usize = 8;

/// The functions of a program.
pub fn functions(elf: &Elf<'_>, table: Bytes<'_>) -> Result<Vec<Function>, InspectError> {
    if u32_at(table.bytes, 0) != Some(MAGIC) {
        return Err(error("the Go executable has a pclntab of another version"));
    }
    let text = elf.symbol("runtime.text").or_else(|| elf.section(".text").map(|s| s.address));
    let text = text.ok_or_else(|| error("the Go executable has no text section"))?;
    let table = Table::new(elf, table.bytes, text).ok_or_else(|| error("pclntab is cut off"))?;
    (0..table.count).map(|i| table.function(i).ok_or_else(|| error("pclntab is broken"))).collect()
}

struct Table<'a> {
    elf: &'a Elf<'a>,
    text: u64,
    count: usize,
    names: &'a [u8],
    units: &'a [u8],
    files: &'a [u8],
    values: &'a [u8],
    funcs: &'a [u8],
    /// Address that funcdata offsets count from; without symbols it is not known.
    funcdata: Option<u64>,
}

impl<'a> Table<'a> {
    fn new(elf: &'a Elf<'a>, bytes: &'a [u8], text: u64) -> Option<Table<'a>> {
        let word = |i: usize| int::<8>(bytes, 8 + 8 * i).map(|v| v as usize);
        let part = |i: usize| bytes.get(word(i)?..);
        Some(Table {
            elf,
            text,
            count: word(0)?,
            names: part(3)?,
            units: part(4)?,
            files: part(5)?,
            values: part(6)?,
            funcs: part(7)?,
            funcdata: elf.symbol("go:func.*"),
        })
    }

    fn function(&self, i: usize) -> Option<Function> {
        let entry = |i: usize| u32_at(self.funcs, 8 * i);
        let (start, end) = (entry(i)?, entry(i + 1)?);
        let func = self.funcs.get(u32_at(self.funcs, 8 * i + 4)? as usize..)?;
        let field = |at: usize| u32_at(func, at);
        let address = self.text + u64::from(start);
        let len = (end - start) as usize;
        let mut f = Function {
            name: c_string(self.names, field(FUNC_NAME)? as usize)?,
            address,
            code: self.elf.at(address)?.get(..len)?.to_vec(),
            line: field(FUNC_START_LINE)?,
            ..Function::default()
        };
        let spans = |at: u32| spans(self.values.get(at as usize..).unwrap_or_default(), len as u32);
        let file = spans(field(FUNC_PCFILE)?).first().map_or(0, |s| s.1);
        // Functions of the linker belong to no compilation unit.
        let unit = field(FUNC_CU)?.checked_add(file.max(0) as u32);
        let name = unit.and_then(|at| u32_at(self.units, 4 * at as usize));
        f.file = name.and_then(|at| c_string(self.files, at as usize)).unwrap_or_default();
        // gc counts from the return address; the saved frame pointer is the word below.
        let deepest = spans(field(FUNC_PCSP)?).iter().map(|s| s.1).max().unwrap_or(0);
        f.frame = (deepest - 8).max(0) as u32;
        let lines = spans(field(FUNC_PCLN)?);
        let inlined = self.inlined(func);
        f.lines = outer_lines(&lines, &inlined, len as u32);
        if let Some(at) = field(FUNC_DEFERRETURN).filter(|&at| at != 0) {
            f.landings.push(at);
        }
        if let Some(info) = self.funcdata(func, FUNCDATA_OPEN_DEFERS) {
            f.defer_bits = varint(&mut &info[..])?;
            f.defer_bits_size = 1;
        }
        // What follows the last function up to the next one is padding.
        trim_padding(&mut f.code);
        Some(f)
    }

    fn funcdata(&self, func: &[u8], index: usize) -> Option<&'a [u8]> {
        let (pcdata, funcdata) = (u32_at(func, FUNC_NPCDATA)? as usize, *func.get(FUNC_NFUNCDATA)? as usize);
        if index >= funcdata {
            return None;
        }
        let offset = u32_at(func, FUNC_SIZE + 4 * (pcdata + index))?;
        if offset == u32::MAX {
            return None;
        }
        self.elf.at(self.funcdata? + u64::from(offset))
    }

    /// Where code was inlined: from each offset on, the offset of an instruction at the call, or none.
    fn inlined(&self, func: &[u8]) -> Vec<(u32, Option<u32>)> {
        let count = u32_at(func, FUNC_NPCDATA).unwrap_or(0) as usize;
        let table = (count > PCDATA_INL_TREE_INDEX)
            .then(|| u32_at(func, FUNC_SIZE + 4 * PCDATA_INL_TREE_INDEX))
            .flatten()
            .filter(|&t| t != 0);
        let (Some(table), Some(tree)) = (table, self.funcdata(func, FUNCDATA_INL_TREE)) else {
            return Vec::new();
        };
        let spans = spans(self.values.get(table as usize..).unwrap_or_default(), u32::MAX);
        let parent = |index: i32| {
            let at = INLINED_CALL_SIZE * usize::try_from(index).ok()? + INLINED_CALL_PARENT_PC;
            u32_at(tree, at)
        };
        spans.into_iter().map(|(from, index)| (from, parent(index))).collect()
    }
}

/// A table of values: from each offset on, up to `end`, the value (gc: `step`).
fn spans(mut bytes: &[u8], end: u32) -> Vec<(u32, i32)> {
    let (mut at, mut value) = (0u32, -1i32);
    let mut out = Vec::new();
    let mut first = true;
    while at < end {
        let Some(delta) = varint(&mut bytes) else { break };
        if delta == 0 && !std::mem::take(&mut first) {
            break;
        }
        first = false;
        value = value.wrapping_add((delta >> 1) as i32 ^ -((delta & 1) as i32));
        let Some(step) = varint(&mut bytes) else { break };
        out.push((at, value));
        at = at.saturating_add(step);
    }
    out
}

fn value_at<T: Copy>(spans: &[(u32, T)], offset: u32) -> Option<T> {
    let n = spans.partition_point(|s| s.0 <= offset);
    n.checked_sub(1).map(|i| spans[i].1)
}

/// Lines, with inlined code given to the line of the outermost call.
fn outer_lines(lines: &[(u32, i32)], inlined: &[(u32, Option<u32>)], len: u32) -> Vec<(u32, u32)> {
    /// No chain of inlined calls is longer.
    const DEEPEST: usize = 100;
    let mut starts: Vec<u32> = lines.iter().map(|l| l.0).chain(inlined.iter().map(|i| i.0)).collect();
    starts.retain(|&at| at < len);
    starts.sort_unstable();
    starts.dedup();
    let line = |at: u32| {
        let mut outer = at;
        for _ in 0..DEEPEST {
            match value_at(inlined, outer).flatten() {
                Some(parent) => outer = parent,
                None => break,
            }
        }
        value_at(lines, outer).unwrap_or(0).max(0) as u32
    };
    let mut out: Vec<(u32, u32)> = starts.into_iter().map(|at| (at, line(at))).collect();
    out.dedup_by_key(|l| l.1);
    out
}

fn varint(bytes: &mut &[u8]) -> Option<u32> {
    let mut out = 0u32;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        out |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(out);
        }
    }
    None
}

fn c_string(bytes: &[u8], at: usize) -> Option<String> {
    let rest = bytes.get(at..)?;
    let end = rest.iter().position(|&b| b == 0)?;
    Some(String::from_utf8_lossy(&rest[..end]).into_owned())
}

/// Functions are filled up with `int3`.
fn trim_padding(code: &mut Vec<u8>) {
    while code.last() == Some(&0xcc) {
        code.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_stepped_from_minus_one() {
        // +1 over 4 bytes, then -1 over 2, then the end.
        assert_eq!(spans(&[2, 4, 1, 2, 0], 100), [(0, 0), (4, -1)]);
    }

    #[test]
    fn inlined_code_belongs_to_the_call() {
        let lines = [(0, 10), (4, 99), (8, 11)];
        let inlined = [(0, None), (4, Some(2)), (8, None)];
        assert_eq!(outer_lines(&lines, &inlined, 12), [(0, 10), (8, 11)]);
    }
}
