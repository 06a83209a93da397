//! Any other compiler's executable: symbols for the functions, `.debug_line` for the lines.

use gimli::{EndianSlice, LittleEndian, SectionId};

use super::elf::Elf;
use super::{Function, InspectError, error};

type Reader<'a> = EndianSlice<'a, LittleEndian>;

/// The functions of a program.
pub fn functions(elf: &Elf<'_>) -> Result<Vec<Function>, InspectError> {
    if elf.section(".debug_line").is_none() {
        return Err(error(match elf.has_section(".debug_line") {
            true => "the debug sections are compressed: unpack them with objcopy --decompress-debug-sections",
            false => "the executable has no line table: build it with -g",
        }));
    }
    let mut rows = rows(elf).map_err(|e| error(format!("DWARF: {e}")))?;
    rows.sort_by_key(|r| r.address);
    let mut out = Vec::new();
    for symbol in elf.functions()? {
        let Some(code) = elf.at(symbol.address).and_then(|b| b.get(..symbol.size as usize)) else { continue };
        let (start, end) = (symbol.address, symbol.address + symbol.size);
        let first = rows.partition_point(|r| r.address < start);
        let own: Vec<&Row> = rows[first..].iter().take_while(|r| r.address < end).collect();
        let file = own.first().map_or(String::new(), |r| r.file.clone());
        let lines = own.iter().filter(|r| r.file == file).map(|r| ((r.address - start) as u32, r.line));
        out.push(Function {
            name: go_name(&symbol.name),
            address: start,
            code: code.to_vec(),
            line: own.first().map_or(0, |r| r.line),
            lines: lines.collect(),
            file,
            frame: 0,
            landings: Vec::new(),
            defer_bits: 0,
            defer_bits_size: 0,
        });
    }
    Ok(out)
}

struct Row {
    address: u64,
    file: String,
    line: u32,
}

fn rows(elf: &Elf<'_>) -> gimli::Result<Vec<Row>> {
    let section = |id: SectionId| -> gimli::Result<Reader<'_>> {
        Ok(EndianSlice::new(elf.section(id.name()).map_or(&[], |s| s.bytes), LittleEndian))
    };
    let dwarf = gimli::Dwarf::load(section)?;
    let mut out = Vec::new();
    let mut units = dwarf.units();
    while let Some(header) = units.next()? {
        let unit = dwarf.unit(header)?;
        let Some(program) = unit.line_program.clone() else { continue };
        let mut rows = program.rows();
        while let Some((header, row)) = rows.next_row()? {
            let Some(line) = row.line().filter(|_| !row.end_sequence()) else { continue };
            let file = match row.file(header) {
                Some(file) => {
                    let name = dwarf.attr_string(&unit, file.path_name())?;
                    name.to_string_lossy().rsplit('/').next().unwrap_or_default().to_string()
                }
                None => String::new(),
            };
            out.push(Row { address: row.address(), file, line: line.get() as u32 });
        }
    }
    Ok(out)
}

/// gccgo's symbols as gc spells them: `main.f`, `main.T.M`, `main.f..func1` (`go/names.cc` of gofrontend).
fn go_name(symbol: &str) -> String {
    symbol.replace("..func", ".func").replace("..deferwrap", ".deferwrap")
}
