//! Debug information: DWARF lines and functions, and unwind records, so that gdb and perf show Go functions and lines.
//!
//! All addresses are offsets from the text section, whose symbol is the only one the sections refer to.

use std::path::Path;

use gimli::write::{
    Address, AttributeValue, CallFrameInstruction, CommonInformationEntry, DwarfUnit, EndianVec, Expression,
    FileId, FrameDescriptionEntry, FrameTable, LineProgram, LineString, RelocateWriter, Relocation,
    RelocationTarget, Sections, UnitEntryId,
};
use gimli::{
    DW_EH_PE_pcrel, DW_EH_PE_sdata4, DwEhPe, Encoding, Format, LineEncoding, LittleEndian, SectionId, X86_64,
    constants as dw,
};
use middle::ir;
use object::write::{Object, SymbolId};
use object::{RelocationFlags, SectionKind, elf};
use rustc_hash::FxHashMap;

use crate::Error;
use crate::codegen::CompiledFunc;

const ENCODING: Encoding = Encoding { format: Format::Dwarf32, version: 5, address_size: 8 };
const FRAME_ENCODING: Encoding = Encoding { format: Format::Dwarf32, version: 1, address_size: 8 };
/// Number of the text section's symbol in [`Address::Symbol`].
const TEXT: usize = 0;
/// Prologue: `push rbp` ends at 1, `mov rbp, rsp` at 4.
const AFTER_PUSH: u32 = 1;
const AFTER_MOVE: u32 = 4;

/// Adds the debug sections for functions at the ascending offsets `starts` of a text section of `text_len` bytes.
pub(crate) fn write(
    object: &mut Object<'static>,
    module: &ir::Module,
    funcs: &[CompiledFunc],
    starts: &[u32],
    text_len: u64,
    text: SymbolId,
) -> Result<(), Error> {
    let error = |e: &dyn std::fmt::Display| Error::Object(format!("debug information: {e}"));
    let mut sections = Sections::new(Section::default());
    let mut dwarf = unit(module, funcs, starts, text_len);
    dwarf.write(&mut sections).map_err(|e| error(&e))?;
    frames(funcs, starts).write_eh_frame(&mut sections.eh_frame).map_err(|e| error(&e))?;
    let mut ids = FxHashMap::default();
    sections.for_each(|id, data| {
        if !data.bytes.slice().is_empty() {
            let kind = if id == SectionId::EhFrame { SectionKind::ReadOnlyData } else { SectionKind::Debug };
            let section = object.add_section(Vec::new(), id.name().as_bytes().to_vec(), kind);
            object.set_section_data(
                section,
                data.bytes.slice().to_vec(),
                if kind == SectionKind::Debug { 1 } else { 8 },
            );
            ids.insert(id, section);
        }
        Ok::<(), Error>(())
    })?;
    sections.for_each(|id, data| {
        for r in &data.relocations {
            let symbol = match r.target {
                RelocationTarget::Symbol(_) => text,
                RelocationTarget::Section(target) => match ids.get(&target) {
                    Some(&section) => object.section_symbol(section),
                    None => return Err(error(&"a reference to an empty section")),
                },
            };
            let r_type = match (r.eh_pe, r.size) {
                (Some(_), 4) => elf::R_X86_64_PC32,
                (None, 4) => elf::R_X86_64_32,
                (None, 8) => elf::R_X86_64_64,
                _ => return Err(error(&"an address of an unusual size")),
            };
            let flags = RelocationFlags::Elf { r_type };
            object
                .add_relocation(
                    ids[&id],
                    object::write::Relocation { offset: r.offset as u64, symbol, addend: r.addend, flags },
                )
                .map_err(|e| error(&e))?;
        }
        Ok(())
    })
}

/// A section with its references.
#[derive(Clone)]
struct Section {
    bytes: EndianVec<LittleEndian>,
    relocations: Vec<Relocation>,
}

impl Default for Section {
    fn default() -> Self {
        Section { bytes: EndianVec::new(LittleEndian), relocations: Vec::new() }
    }
}

impl RelocateWriter for Section {
    type Writer = EndianVec<LittleEndian>;

    fn writer(&self) -> &Self::Writer {
        &self.bytes
    }

    fn writer_mut(&mut self) -> &mut Self::Writer {
        &mut self.bytes
    }

    fn relocate(&mut self, relocation: Relocation) {
        self.relocations.push(relocation);
    }
}

fn text_address(offset: u32) -> Address {
    Address::Symbol { symbol: TEXT, addend: i64::from(offset) }
}

/// One unit with all functions.
fn unit(module: &ir::Module, funcs: &[CompiledFunc], starts: &[u32], text_len: u64) -> DwarfUnit {
    let mut dwarf = DwarfUnit::new(ENCODING);
    let main = funcs.iter().find(|f| module.symbols.resolve(f.sym) == "main.main").map_or("", |f| &f.file);
    let (dir, file) = split(main);
    let dir_string = LineString::new(dir, ENCODING, &mut dwarf.line_strings);
    let file_string = LineString::new(file, ENCODING, &mut dwarf.line_strings);
    dwarf.unit.line_program =
        LineProgram::new(ENCODING, LineEncoding::default(), dir_string, None, file_string, None);
    let mut files = FxHashMap::default();
    let root = dwarf.unit.root();
    let entry = dwarf.unit.get_mut(root);
    entry.set(dw::DW_AT_producer, AttributeValue::String(b"mini-go".to_vec()));
    entry.set(dw::DW_AT_language, AttributeValue::Language(dw::DW_LANG_Go));
    entry.set(dw::DW_AT_name, AttributeValue::String(file.into()));
    entry.set(dw::DW_AT_comp_dir, AttributeValue::String(dir.into()));
    entry.set(dw::DW_AT_low_pc, AttributeValue::Address(text_address(0)));
    entry.set(dw::DW_AT_high_pc, AttributeValue::Udata(text_len));
    for (func, &start) in funcs.iter().zip(starts) {
        let mut file_id = |path| *files.entry(path).or_insert_with(|| add_file(&mut dwarf, path));
        let file = file_id(func.file.as_str());
        let line_files: Vec<FileId> = func.lines.iter().map(|line| file_id(func.file_of(line))).collect();
        subprogram(&mut dwarf, root, module.symbols.resolve(func.sym), func, start, file);
        lines(&mut dwarf.unit.line_program, func, start, &line_files);
    }
    dwarf
}

/// Folder and name of a path; neither may be empty in a line program.
fn split(path: &str) -> (&str, &str) {
    let path = Path::new(path);
    let dir = path.parent().and_then(Path::to_str).filter(|s| !s.is_empty()).unwrap_or("/");
    let file = path.file_name().and_then(|s| s.to_str()).unwrap_or("main.go");
    (dir, file)
}

fn add_file(dwarf: &mut DwarfUnit, path: &str) -> FileId {
    let (dir, file) = split(path);
    let dir = LineString::new(dir, ENCODING, &mut dwarf.line_strings);
    let file = LineString::new(file, ENCODING, &mut dwarf.line_strings);
    let dir = dwarf.unit.line_program.add_directory(dir);
    dwarf.unit.line_program.add_file(file, dir, None)
}

fn subprogram(
    dwarf: &mut DwarfUnit,
    root: UnitEntryId,
    name: &str,
    func: &CompiledFunc,
    start: u32,
    file: FileId,
) {
    let id = dwarf.unit.add(root, dw::DW_TAG_subprogram);
    let entry = dwarf.unit.get_mut(id);
    entry.set(dw::DW_AT_name, AttributeValue::String(name.into()));
    entry.set(dw::DW_AT_low_pc, AttributeValue::Address(text_address(start)));
    entry.set(dw::DW_AT_high_pc, AttributeValue::Udata(func.code.len() as u64));
    let mut frame_base = Expression::new();
    frame_base.op(dw::DW_OP_call_frame_cfa);
    entry.set(dw::DW_AT_frame_base, AttributeValue::Exprloc(frame_base));
    entry.set(dw::DW_AT_external, AttributeValue::Flag(true));
    entry.set(dw::DW_AT_decl_file, AttributeValue::FileIndex(Some(file)));
    entry.set(dw::DW_AT_decl_line, AttributeValue::Udata(u64::from(func.line)));
}

fn lines(program: &mut LineProgram, func: &CompiledFunc, start: u32, files: &[FileId]) {
    program.begin_sequence(Some(text_address(start)));
    for (line, &file) in func.lines.iter().zip(files) {
        let row = program.row();
        row.address_offset = u64::from(line.offset);
        row.file = file;
        row.line = u64::from(line.line);
        program.generate_row();
    }
    program.end_sequence(func.code.len() as u64);
}

/// Every function sets up a frame pointer first.
fn frames(funcs: &[CompiledFunc], starts: &[u32]) -> FrameTable {
    let mut table = FrameTable::default();
    let mut cie = CommonInformationEntry::new(FRAME_ENCODING, 1, -8, X86_64::RA);
    cie.fde_address_encoding = DwEhPe(DW_EH_PE_pcrel.0 | DW_EH_PE_sdata4.0);
    cie.add_instruction(CallFrameInstruction::Cfa(X86_64::RSP, 8));
    cie.add_instruction(CallFrameInstruction::Offset(X86_64::RA, -8));
    let cie = table.add_cie(cie);
    for (func, &start) in funcs.iter().zip(starts) {
        let mut fde = FrameDescriptionEntry::new(text_address(start), func.code.len() as u32);
        fde.add_instruction(AFTER_PUSH, CallFrameInstruction::CfaOffset(16));
        fde.add_instruction(AFTER_PUSH, CallFrameInstruction::Offset(X86_64::RBP, -16));
        fde.add_instruction(AFTER_MOVE, CallFrameInstruction::CfaRegister(X86_64::RBP));
        table.add_fde(cie, fde);
    }
    table
}
