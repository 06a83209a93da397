//! Writing the file: contents, relocations, tables, headers.

use object::elf;
use object::endian::{LittleEndian as LE, U16, U32, U64};
use object::pod::bytes_of;

use crate::error::{LinkError, lossy};
use crate::input::{Kind, Object, Section};
use crate::layout::{Area, Content, Layout, OutSection, PAGE, SLOT, align_up};
use crate::mark::{GotKey, Marks, relaxation};
use crate::reloc::{Base, Reloc, rule, store};
use crate::resolve::{Resolved, Target};
use crate::symtab::{self, Tables};
use crate::{Image, LinkOptions, Report, SymbolTable};

const EHDR: usize = 64;
const PHDR: usize = 56;
const SHDR: usize = 64;
/// What is between functions: a jump there stops at once.
const CODE_FILL: u8 = 0xcc;

/// Writes the executable.
pub(crate) fn write<'a>(
    objects: &'a [Object<'a>],
    resolved: &Resolved<'a>,
    marks: &Marks,
    layout: &Layout<'a>,
    opts: &LinkOptions,
) -> Result<Image, LinkError> {
    let writer = Writer { objects, resolved, marks, layout };
    let target = resolved
        .find(opts.entry.as_bytes())
        .map_or(Target::Undefined, |id| resolved.global_target(objects, id));
    let entry = layout.address(target).ok_or_else(|| LinkError::BadOption {
        what: format!("entry symbol {} has no address", opts.entry),
    })?;
    let tables = (opts.symtab == SymbolTable::Keep).then(|| symtab::build(objects, resolved, marks, layout));
    let tail = Tail::plan(layout, tables.as_ref())?;
    let mut bytes = vec![0; tail.end];
    for section in &layout.sections {
        writer.write_section(section, &mut bytes)?;
    }
    tail.write(layout, tables.as_ref(), &mut bytes);
    write_headers(layout, entry, &tail, &mut bytes);
    Ok(Image { bytes, entry, symbols: writer.report(&opts.report) })
}

struct Writer<'a, 'w> {
    objects: &'a [Object<'a>],
    resolved: &'w Resolved<'a>,
    marks: &'w Marks,
    layout: &'w Layout<'a>,
}

impl<'a> Writer<'a, '_> {
    fn write_section(&self, out: &OutSection<'a>, bytes: &mut [u8]) -> Result<(), LinkError> {
        let start = out.offset as usize;
        let bytes = &mut bytes[start..start + out.file_size() as usize];
        match &out.content {
            Content::Pieces(_) if out.ty == elf::SHT_NOBITS => Ok(()),
            Content::Pieces(pieces) => {
                let mut filled = 0;
                for piece in pieces {
                    let (obj, start) = (piece.obj as usize, piece.offset as usize);
                    let input = &self.objects[obj].sections[piece.sec as usize];
                    let end = start + input.size as usize;
                    if out.area == Area::Execute {
                        bytes[filled..start].fill(CODE_FILL);
                    }
                    filled = end;
                    if input.kind == Kind::NoBits {
                        continue;
                    }
                    let field = &mut bytes[start..end];
                    field.copy_from_slice(input.data);
                    let place = Part { obj, sec: piece.sec, addr: out.addr + piece.offset, start: 0 };
                    for reloc in input.relocs {
                        self.relocate(&place, Reloc::from(reloc), field)?;
                    }
                }
                Ok(())
            }
            Content::Got => {
                self.write_got(bytes);
                Ok(())
            }
            Content::Frames(frames) => self.write_frames(out, frames, bytes),
        }
    }

    fn write_got(&self, bytes: &mut [u8]) {
        for (slot, key) in bytes.chunks_exact_mut(SLOT as usize).zip(&self.marks.got) {
            let target = match *key {
                GotKey::Global(id) => self.resolved.global_target(self.objects, id),
                GotKey::Local(obj, sym) => self
                    .resolved
                    .target(self.objects, obj as usize, sym)
                    .expect("slots are given to symbols that exist"),
            };
            // An undefined weak symbol is 0.
            let addr = self.layout.address(target).unwrap_or(0);
            slot.copy_from_slice(&addr.to_le_bytes());
        }
    }

    fn write_frames(
        &self,
        out: &OutSection<'a>,
        frames: &[Vec<(usize, u64)>],
        bytes: &mut [u8],
    ) -> Result<(), LinkError> {
        for (frame, placed) in self.marks.frames.iter().zip(frames) {
            let (obj, sec) = (frame.obj as usize, frame.sec);
            let data = self.objects[obj].sections[sec as usize].data;
            for &(number, offset) in placed {
                let source = frame.records[number].bytes.clone();
                let start = source.start as u64;
                let field = &mut bytes[offset as usize..][..source.len()];
                field.copy_from_slice(&data[source]);
                frame.point_at_cie(number, placed, field);
                let place = Part { obj, sec, addr: out.addr + offset, start };
                for reloc in frame.relocs_of(number) {
                    self.relocate(&place, *reloc, field)?;
                }
            }
        }
        Ok(())
    }

    /// Applies one relocation to `bytes`, the output's copy of `part`.
    fn relocate(&self, part: &Part, reloc: Reloc, bytes: &mut [u8]) -> Result<(), LinkError> {
        if reloc.kind == elf::R_X86_64_NONE {
            return Ok(());
        }
        let object = &self.objects[part.obj];
        let section = &object.sections[part.sec as usize];
        let at = || object.location(part.sec, reloc.offset);
        let outside = |what: String| LinkError::malformed(object.name, format!("{}: {what}", at()));
        let rule = rule(reloc.kind).map_err(|what| LinkError::Unsupported { at: at(), what })?;
        let field = reloc
            .offset
            .checked_sub(part.start)
            .and_then(|o| usize::try_from(o).ok())
            .filter(|o| o.checked_add(rule.field.width()).is_some_and(|end| end <= bytes.len()))
            .ok_or_else(|| outside("relocation outside of the section".into()))?;
        let target = self
            .resolved
            .target(self.objects, part.obj, reloc.sym)
            .ok_or_else(|| outside(format!("relocation with symbol number {}", reloc.sym)))?;
        let address = match self.layout.address(target) {
            Some(address) => address,
            None if section.kind == Kind::Debug => {
                store(&mut bytes[field..][..rule.field.width()], tombstone(section));
                return Ok(());
            }
            // Marking has refused all undefined symbols but weak ones.
            None => 0,
        };
        let (mut base, mut moved) = (address, 0);
        if rule.base == Base::GotSlot {
            match relaxation(section, reloc, target) {
                Some(relaxed) => moved = relaxed.rewrite(bytes, field),
                None => {
                    let slot = self.marks.slot(self.resolved, part.obj, reloc.sym);
                    let slot =
                        slot.ok_or_else(|| outside("GOT relocation outside of loaded sections".into()))?;
                    base = self.layout.got + u64::from(slot) * SLOT;
                }
            }
        }
        let field = field.wrapping_add_signed(moved as isize);
        let mut value = (base as i64).wrapping_add(reloc.addend);
        if rule.pc_relative {
            value = value.wrapping_sub((part.addr + field as u64) as i64);
        }
        if !rule.field.holds(value) {
            let symbol = object.symbols.get(reloc.sym as usize).map_or(String::new(), |s| lossy(s.name));
            return Err(LinkError::OutOfRange { at: at(), kind: rule.name, symbol, value });
        }
        store(&mut bytes[field..][..rule.field.width()], value);
        Ok(())
    }

    fn report(&self, report: &Report) -> Vec<(String, u64)> {
        let address = |id| self.layout.address(self.resolved.global_target(self.objects, id));
        let mut symbols: Vec<(String, u64)> = match report {
            Report::Nothing => Vec::new(),
            Report::Named(names) => names
                .iter()
                .filter_map(|n| Some((n.clone(), address(self.resolved.find(n.as_bytes())?)?)))
                .collect(),
            Report::Globals => self
                .resolved
                .globals
                .iter()
                .filter_map(|g| Some((lossy(g.name), address(self.resolved.find(g.name)?)?)))
                .collect(),
        };
        symbols.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
        symbols.dedup();
        symbols
    }
}

/// An input section, or a record of one, in the output.
struct Part {
    obj: usize,
    sec: u32,
    /// Its address; if not loaded, its offset in the output section.
    addr: u64,
    /// Where it starts in the input section.
    start: u64,
}

/// What debug information says of dead code: an address of none. In the range lists of DWARF 4 and older a pair of
/// zeros ends the list, hence 1.
fn tombstone(section: &Section<'_>) -> i64 {
    i64::from(matches!(section.name, b".debug_ranges" | b".debug_loc"))
}

/// What follows the contents: tables and section headers.
struct Tail {
    names: Vec<u8>,
    /// By output section, then of `.symtab`, `.strtab` (if there are tables) and `.shstrtab`: offset in `names`.
    name_offsets: Vec<u32>,
    symtab: usize,
    strtab: usize,
    shstrtab: usize,
    headers: usize,
    /// Number of section headers, the null one included.
    count: usize,
    end: usize,
}

impl Tail {
    fn plan(layout: &Layout<'_>, tables: Option<&Tables>) -> Result<Tail, LinkError> {
        let mut names = vec![0];
        let own: &[&[u8]] =
            if tables.is_some() { &[b".symtab", b".strtab", b".shstrtab"] } else { &[b".shstrtab"] };
        let all = layout.sections.iter().map(|s| s.name).chain(own.iter().copied());
        let name_offsets: Vec<u32> = all
            .map(|name| {
                let offset = names.len() as u32;
                names.extend_from_slice(name);
                names.push(0);
                offset
            })
            .collect();
        let (symbols, strings) = tables.map_or((0, 0), |t| (t.symbols.len(), t.strings.len()));
        let symtab = align_up(layout.file_end, 8) as usize;
        let strtab = symtab + symbols;
        let shstrtab = strtab + strings;
        let headers = align_up((shstrtab + names.len()) as u64, 8) as usize;
        let count = 1 + name_offsets.len();
        let end = headers + count * SHDR;
        if u32::try_from(strings).is_err() || end as u64 > 1 << 32 {
            return Err(LinkError::TooLarge { what: "the file would be larger than 4 GiB".into() });
        }
        Ok(Tail { names, name_offsets, symtab, strtab, shstrtab, headers, count, end })
    }

    fn write(&self, layout: &Layout<'_>, tables: Option<&Tables>, bytes: &mut [u8]) {
        let mut headers = vec![section_header(&Header::default())];
        let mut names = self.name_offsets.iter().copied();
        let mut push = |header: Header| {
            let name = names.next().expect("each section has a name");
            headers.push(section_header(&Header { name, ..header }));
        };
        for s in &layout.sections {
            let (addr, offset, size) = (s.addr, s.offset, s.size);
            push(Header {
                ty: s.ty,
                flags: s.flags,
                addr,
                offset,
                size,
                align: s.align,
                ..Header::default()
            });
        }
        if let Some(tables) = tables {
            bytes[self.symtab..][..tables.symbols.len()].copy_from_slice(&tables.symbols);
            bytes[self.strtab..][..tables.strings.len()].copy_from_slice(&tables.strings);
            push(Header {
                ty: elf::SHT_SYMTAB,
                offset: self.symtab as u64,
                size: tables.symbols.len() as u64,
                link: layout.sections.len() as u32 + 2,
                info: tables.locals,
                align: 8,
                entry_size: symtab::ENTRY,
                ..Header::default()
            });
            push(strings_header(self.strtab, tables.strings.len()));
        }
        push(strings_header(self.shstrtab, self.names.len()));
        bytes[self.shstrtab..][..self.names.len()].copy_from_slice(&self.names);
        for (slot, header) in bytes[self.headers..].chunks_exact_mut(SHDR).zip(&headers) {
            slot.copy_from_slice(bytes_of(header));
        }
    }
}

#[derive(Default)]
struct Header {
    name: u32,
    ty: u32,
    flags: u64,
    addr: u64,
    offset: u64,
    size: u64,
    link: u32,
    info: u32,
    align: u64,
    entry_size: u64,
}

fn strings_header(offset: usize, size: usize) -> Header {
    Header { ty: elf::SHT_STRTAB, offset: offset as u64, size: size as u64, align: 1, ..Header::default() }
}

fn section_header(h: &Header) -> elf::SectionHeader64<LE> {
    elf::SectionHeader64 {
        sh_name: U32::new(LE, h.name),
        sh_type: U32::new(LE, h.ty),
        sh_flags: U64::new(LE, h.flags),
        sh_addr: U64::new(LE, h.addr),
        sh_offset: U64::new(LE, h.offset),
        sh_size: U64::new(LE, h.size),
        sh_link: U32::new(LE, h.link),
        sh_info: U32::new(LE, h.info),
        sh_addralign: U64::new(LE, h.align),
        sh_entsize: U64::new(LE, h.entry_size),
    }
}

/// Writes the ELF header and the program headers.
fn write_headers(layout: &Layout<'_>, entry: u64, tail: &Tail, bytes: &mut [u8]) {
    let ident = elf::Ident {
        magic: elf::ELFMAG,
        class: elf::ELFCLASS64,
        data: elf::ELFDATA2LSB,
        version: elf::EV_CURRENT,
        os_abi: elf::ELFOSABI_NONE,
        abi_version: 0,
        padding: [0; 7],
    };
    let header = elf::FileHeader64::<LE> {
        e_ident: ident,
        e_type: U16::new(LE, elf::ET_EXEC),
        e_machine: U16::new(LE, elf::EM_X86_64),
        e_version: U32::new(LE, u32::from(elf::EV_CURRENT)),
        e_entry: U64::new(LE, entry),
        e_phoff: U64::new(LE, EHDR as u64),
        e_shoff: U64::new(LE, tail.headers as u64),
        e_flags: U32::new(LE, 0),
        e_ehsize: U16::new(LE, EHDR as u16),
        e_phentsize: U16::new(LE, PHDR as u16),
        e_phnum: U16::new(LE, layout.headers as u16),
        e_shentsize: U16::new(LE, SHDR as u16),
        e_shnum: U16::new(LE, tail.count as u16),
        e_shstrndx: U16::new(LE, tail.count as u16 - 1),
    };
    bytes[..EHDR].copy_from_slice(bytes_of(&header));
    let mut headers = Vec::with_capacity(layout.headers as usize);
    for s in &layout.segments {
        let sizes = (s.file_size, s.mem_size);
        headers.push(program_header(elf::PT_LOAD, s.area.flags(), s.offset, s.addr, sizes, PAGE));
    }
    for s in layout.sections.iter().filter(|s| s.area == Area::Read && s.ty == elf::SHT_NOTE) {
        headers.push(program_header(elf::PT_NOTE, elf::PF_R, s.offset, s.addr, (s.size, s.size), s.align));
    }
    headers.push(program_header(elf::PT_GNU_STACK, elf::PF_R | elf::PF_W, 0, 0, (0, 0), 16));
    for (slot, header) in bytes[EHDR..].chunks_exact_mut(PHDR).zip(&headers) {
        slot.copy_from_slice(bytes_of(header));
    }
}

fn program_header(
    ty: u32,
    flags: u32,
    offset: u64,
    addr: u64,
    (file_size, mem_size): (u64, u64),
    align: u64,
) -> elf::ProgramHeader64<LE> {
    elf::ProgramHeader64 {
        p_type: U32::new(LE, ty),
        p_flags: U32::new(LE, flags),
        p_offset: U64::new(LE, offset),
        p_vaddr: U64::new(LE, addr),
        p_paddr: U64::new(LE, addr),
        p_filesz: U64::new(LE, file_size),
        p_memsz: U64::new(LE, mem_size),
        p_align: U64::new(LE, align),
    }
}
