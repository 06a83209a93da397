//! The object file: one text section, data by kind, the side tables.
//!
//! Everything is placed here rather than by a general-purpose module writer, because the collector needs all data with
//! pointers side by side, the tables count from the start of the text, and type descriptors hold 4-byte addresses.

use std::mem::offset_of;

use abi::symtab::{FuncEntry, MODULE_DATA_SYMBOL, ModuleData, PC_HEADER_SYMBOL, PcHeader};
use middle::ir::{self, DataKind};
use object::write::{Object, Relocation, SectionId, StandardSection, Symbol, SymbolId, SymbolSection};
use object::{
    Architecture, BinaryFormat, Endianness, RelocationFlags, SymbolFlags, SymbolKind, SymbolScope, elf,
};
use rustc_hash::FxHashMap;

use crate::Error;
use crate::codegen::{CODE_ALIGN, CodeRelocKind, CompiledFunc};
use crate::debug;
use crate::tables::{self, Bytes};

/// Writes the object of a program, with DWARF if `debug_info`.
pub(crate) fn write(module: &ir::Module, funcs: &[CompiledFunc], debug_info: bool) -> Result<Vec<u8>, Error> {
    let mut w = Writer::new(module);
    let starts = w.place_code(funcs)?;
    let layout = w.place_data()?;
    w.relocate_code(funcs, &starts)?;
    w.relocate_data(&layout)?;
    w.write_tables(funcs, &starts)?;
    w.write_module_data(&layout)?;
    if debug_info {
        let text_len = w.object.section(w.text).data().len() as u64;
        let text = w.object.section_symbol(w.text);
        debug::write(&mut w.object, module, funcs, &starts, text_len, text)?;
    }
    w.object.write().map_err(|e| Error::Object(e.to_string()))
}

struct Writer<'m> {
    module: &'m ir::Module,
    object: Object<'static>,
    text: SectionId,
    rodata: SectionId,
    data: SectionId,
    bss: SectionId,
    symbols: FxHashMap<&'m str, SymbolId>,
}

/// Where data stands.
struct Layout {
    /// Section and offset of each data object of the module.
    places: Vec<(SectionId, u64)>,
    data: PointerPart,
    bss: PointerPart,
}

/// The front of a section, which holds all pointers.
#[derive(Default)]
struct PointerPart {
    len: u64,
    mask: Vec<u8>,
}

impl PointerPart {
    /// Notes the pointers of an object at `offset`.
    fn add(&mut self, offset: u64, data: &ir::Data) {
        self.len = offset + data.size;
        self.mask.resize(self.len.div_ceil(64) as usize, 0);
        for word in 0..data.size / 8 {
            if data.pointer_mask.get(word as usize / 8).is_some_and(|b| b >> (word % 8) & 1 != 0) {
                let word = offset / 8 + word;
                self.mask[word as usize / 8] |= 1 << (word % 8);
            }
        }
    }
}

fn elf_reloc(r_type: u32) -> RelocationFlags {
    RelocationFlags::Elf { r_type }
}

impl<'m> Writer<'m> {
    fn new(module: &'m ir::Module) -> Writer<'m> {
        let mut object = Object::new(BinaryFormat::Elf, Architecture::X86_64, Endianness::Little);
        let text = object.section_id(StandardSection::Text);
        let rodata = object.section_id(StandardSection::ReadOnlyData);
        let data = object.section_id(StandardSection::Data);
        let bss = object.section_id(StandardSection::UninitializedData);
        Writer { module, object, text, rodata, data, bss, symbols: FxHashMap::default() }
    }

    fn define(
        &mut self,
        name: &'m str,
        kind: SymbolKind,
        section: SectionId,
        value: u64,
        size: u64,
    ) -> Result<(), Error> {
        let id = self.object.add_symbol(Symbol {
            name: name.as_bytes().to_vec(),
            value,
            size,
            kind,
            scope: SymbolScope::Linkage,
            weak: false,
            section: SymbolSection::Section(section),
            flags: SymbolFlags::None,
        });
        match self.symbols.insert(name, id) {
            None => Ok(()),
            Some(_) => Err(Error::Object(format!("{name} is defined twice"))),
        }
    }

    /// The symbol called `name`, which another object defines if this one does not.
    fn reference(&mut self, name: &'m str) -> SymbolId {
        let object = &mut self.object;
        *self.symbols.entry(name).or_insert_with(|| {
            object.add_symbol(Symbol {
                name: name.as_bytes().to_vec(),
                value: 0,
                size: 0,
                kind: SymbolKind::Unknown,
                scope: SymbolScope::Unknown,
                weak: false,
                section: SymbolSection::Undefined,
                flags: SymbolFlags::None,
            })
        })
    }

    fn relocate(
        &mut self,
        section: SectionId,
        offset: u64,
        symbol: SymbolId,
        addend: i64,
        r_type: u32,
    ) -> Result<(), Error> {
        self.object
            .add_relocation(section, Relocation { offset, symbol, addend, flags: elf_reloc(r_type) })
            .map_err(|e| Error::Object(e.to_string()))
    }

    /// Puts functions one behind the other and returns their offsets.
    fn place_code(&mut self, funcs: &[CompiledFunc]) -> Result<Vec<u32>, Error> {
        let mut text = Vec::new();
        let mut starts = Vec::with_capacity(funcs.len());
        for func in funcs {
            // int3: what stands between functions never runs.
            text.resize(text.len().next_multiple_of(CODE_ALIGN as usize), 0xcc);
            let start =
                u32::try_from(text.len()).map_err(|_| Error::Object("more than 4 GB of code".to_string()))?;
            starts.push(start);
            text.extend_from_slice(&func.code);
            let name = self.module.symbols.resolve(func.sym);
            self.define(name, SymbolKind::Text, self.text, u64::from(start), func.code.len() as u64)?;
        }
        self.object.set_section_data(self.text, text, CODE_ALIGN);
        Ok(starts)
    }

    fn relocate_code(&mut self, funcs: &[CompiledFunc], starts: &[u32]) -> Result<(), Error> {
        for (func, &start) in funcs.iter().zip(starts) {
            for r in &func.relocs {
                let symbol = self.reference(r.target.name(self.module));
                let r_type = match r.kind {
                    CodeRelocKind::Relative => elf::R_X86_64_PC32,
                    CodeRelocKind::Call => elf::R_X86_64_PLT32,
                    CodeRelocKind::Absolute => elf::R_X86_64_64,
                };
                self.relocate(self.text, u64::from(start + r.offset), symbol, r.addend, r_type)?;
            }
        }
        Ok(())
    }

    /// Places data: within a section in the order of the module, but what holds pointers first.
    fn place_data(&mut self) -> Result<Layout, Error> {
        let module = self.module;
        let mut layout = Layout {
            places: vec![(self.rodata, 0); module.data.len()],
            data: PointerPart::default(),
            bss: PointerPart::default(),
        };
        let (with, without): (Vec<_>, Vec<_>) =
            (0..module.data.len()).partition(|&i| !module.data[i].pointer_mask.is_empty());
        for i in with.into_iter().chain(without) {
            let data = &module.data[i];
            let pointers = !data.pointer_mask.is_empty();
            let align = u64::from(data.align.max(1)).max(if pointers { 8 } else { 1 });
            let name = module.symbols.resolve(data.sym);
            if data.kind != DataKind::Bss && data.bytes.len() as u64 != data.size {
                return Err(Error::Object(format!(
                    "{name}: {} bytes for a size of {}",
                    data.bytes.len(),
                    data.size
                )));
            }
            let (section, offset) = match data.kind {
                DataKind::ReadOnly => {
                    (self.rodata, self.object.append_section_data(self.rodata, &data.bytes, align))
                }
                DataKind::Data => (self.data, self.object.append_section_data(self.data, &data.bytes, align)),
                DataKind::Bss => (self.bss, self.object.append_section_bss(self.bss, data.size, align)),
            };
            if pointers {
                match data.kind {
                    DataKind::ReadOnly => {}
                    DataKind::Data => layout.data.add(offset, data),
                    DataKind::Bss => layout.bss.add(offset, data),
                }
            }
            self.define(name, SymbolKind::Data, section, offset, data.size)?;
            layout.places[i] = (section, offset);
        }
        Ok(layout)
    }

    fn relocate_data(&mut self, layout: &Layout) -> Result<(), Error> {
        let module = self.module;
        for (data, &(section, base)) in module.data.iter().zip(&layout.places) {
            for r in &data.relocs {
                let name = module.symbols.resolve(data.sym);
                let r_type = match (r.size, data.kind) {
                    (_, DataKind::Bss) => {
                        return Err(Error::Object(format!("{name}: a reference in zero data")));
                    }
                    (8, _) => elf::R_X86_64_64,
                    (4, _) => elf::R_X86_64_32,
                    (n, _) => return Err(Error::Object(format!("{name}: a reference of {n} bytes"))),
                };
                let symbol = self.reference(module.symbols.resolve(r.target));
                self.relocate(section, base + r.offset, symbol, r.addend, r_type)?;
            }
        }
        Ok(())
    }

    /// Appends a table to the read-only data and returns its offset.
    fn table(&mut self, bytes: &[u8]) -> u64 {
        self.object.append_section_data(self.rodata, bytes, 8)
    }

    /// Appends a struct whose fields at the given offsets are addresses: section symbol and offset.
    fn linked_struct(
        &mut self,
        symbol: &'static str,
        bytes: Bytes,
        addresses: &[(usize, SectionId, u64)],
    ) -> Result<(), Error> {
        let at = self.table(&bytes.0);
        self.define(symbol, SymbolKind::Data, self.rodata, at, bytes.0.len() as u64)?;
        for &(field, section, offset) in addresses {
            let base = self.object.section_symbol(section);
            self.relocate(self.rodata, at + field as u64, base, offset as i64, elf::R_X86_64_64)?;
        }
        Ok(())
    }

    fn write_tables(&mut self, funcs: &[CompiledFunc], starts: &[u32]) -> Result<(), Error> {
        let t = tables::build(self.module, funcs, starts);
        let (text, rodata) = (self.text, self.rodata);
        let text_len = self.object.section(text).data().len();
        let func_table = self.table(&t.funcs);
        let line_table = self.table(&t.lines);
        let inline_table = self.table(&t.inlines);
        let landing_table = self.table(&t.landings);
        let strings = self.table(&t.strings);
        let mut header = Bytes::zeroed(size_of::<PcHeader>());
        for (at, n) in [
            (offset_of!(PcHeader, text_len), text_len),
            (offset_of!(PcHeader, func_count), t.func_count),
            (offset_of!(PcHeader, line_count), t.line_count),
            (offset_of!(PcHeader, inline_count), t.inline_count),
            (offset_of!(PcHeader, landing_count), t.landing_count),
            (offset_of!(PcHeader, strings_len), t.strings.len()),
        ] {
            header.put64(at, n as u64);
        }
        debug_assert_eq!(t.funcs.len(), t.func_count * size_of::<FuncEntry>());
        self.linked_struct(
            PC_HEADER_SYMBOL,
            header,
            &[
                (offset_of!(PcHeader, text_start), text, 0),
                (offset_of!(PcHeader, funcs), rodata, func_table),
                (offset_of!(PcHeader, lines), rodata, line_table),
                (offset_of!(PcHeader, inlines), rodata, inline_table),
                (offset_of!(PcHeader, landings), rodata, landing_table),
                (offset_of!(PcHeader, strings), rodata, strings),
            ],
        )
    }

    fn write_module_data(&mut self, layout: &Layout) -> Result<(), Error> {
        let module = self.module;
        let rodata = self.rodata;
        let data_mask = self.table(&layout.data.mask);
        let bss_mask = self.table(&layout.bss.mask);
        let itabs = self.table(&vec![0; module.itabs.len() * 8]);
        for (i, &itab) in module.itabs.iter().enumerate() {
            let symbol = self.reference(module.symbols.resolve(itab));
            self.relocate(rodata, itabs + 8 * i as u64, symbol, 0, elf::R_X86_64_64)?;
        }
        let mut m = Bytes::zeroed(size_of::<ModuleData>());
        m.put64(offset_of!(ModuleData, data_len), layout.data.len);
        m.put64(offset_of!(ModuleData, bss_len), layout.bss.len);
        m.put64(offset_of!(ModuleData, itab_count), module.itabs.len() as u64);
        m.put64(offset_of!(ModuleData, lang_minor), module.lang_minor);
        self.linked_struct(
            MODULE_DATA_SYMBOL,
            m,
            &[
                (offset_of!(ModuleData, data_start), self.data, 0),
                (offset_of!(ModuleData, data_mask), rodata, data_mask),
                (offset_of!(ModuleData, bss_start), self.bss, 0),
                (offset_of!(ModuleData, bss_mask), rodata, bss_mask),
                (offset_of!(ModuleData, itabs), rodata, itabs),
            ],
        )
    }
}
