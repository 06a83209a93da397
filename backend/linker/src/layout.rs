//! Where everything goes: live sections merged by name, ordered into three segments, with addresses and file offsets.
//!
//! ```text
//!  R   ELF header, program headers, notes, .rodata, tables, .eh_frame, .data.rel.ro, .init_array, .got
//!  RX  .text
//!  RW  .data, then what has no bytes in the file: .bss
//!      not loaded: .debug_*, .symtab, .strtab, .shstrtab, section headers
//! ```
//! Addresses and file offsets are equal modulo the page size, so the file has no padding between segments: the page
//! where two of them meet is mapped twice.

use object::elf;
use rustc_hash::FxHashMap;

use crate::error::{LinkError, lossy};
use crate::input::{Kind, MAX_SIZE, Object, Section};
use crate::mark::Marks;
use crate::resolve::{Bound, Definition, GlobalId, Resolved, Target};
use crate::{DebugSections, LinkOptions};

/// Page size, in bytes.
pub(crate) const PAGE: u64 = 4096;
/// Size of the ELF header and of one program header, in bytes.
const EHDR_SIZE: u64 = 64;
const PHDR_SIZE: u64 = 56;
/// Size of a GOT slot, in bytes.
pub(crate) const SLOT: u64 = 8;
/// Most output sections: larger numbers would need the extended numbering of section headers.
const MAX_SECTIONS: usize = 0xf000;

/// A part of memory with one protection.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Area {
    Read,
    Execute,
    Write,
    /// In the file only.
    NotLoaded,
}

impl Area {
    /// `PF_*` of the segment.
    pub fn flags(self) -> u32 {
        match self {
            Area::Read | Area::NotLoaded => elf::PF_R,
            Area::Execute => elf::PF_R | elf::PF_X,
            Area::Write => elf::PF_R | elf::PF_W,
        }
    }
}

/// An input section in an output section.
pub(crate) struct Piece {
    pub obj: u32,
    pub sec: u32,
    /// In the output section, in bytes.
    pub offset: u64,
}

/// What an output section is made of.
pub(crate) enum Content {
    Pieces(Vec<Piece>),
    Got,
    /// By number in [`Marks::frames`], the live records with their offsets in the output section.
    Frames(Vec<Vec<(usize, u64)>>),
}

/// An output section.
pub(crate) struct OutSection<'a> {
    pub name: &'a [u8],
    /// `SHT_*`.
    pub ty: u32,
    /// `SHF_*`.
    pub flags: u64,
    pub area: Area,
    pub align: u64,
    /// 0 if not loaded.
    pub addr: u64,
    pub offset: u64,
    pub size: u64,
    pub content: Content,
}

impl OutSection<'_> {
    /// Bytes in the file.
    pub fn file_size(&self) -> u64 {
        if self.ty == elf::SHT_NOBITS { 0 } else { self.size }
    }
}

/// A loadable segment.
#[derive(Clone, Copy)]
pub(crate) struct Segment {
    pub area: Area,
    pub offset: u64,
    pub addr: u64,
    pub file_size: u64,
    pub mem_size: u64,
}

/// The finished layout.
pub(crate) struct Layout<'a> {
    /// In file order.
    pub sections: Vec<OutSection<'a>>,
    pub segments: Vec<Segment>,
    /// Number of program headers.
    pub headers: u64,
    /// Where the contents of sections end in the file.
    pub file_end: u64,
    /// By object and section: address, or offset in the output section if not loaded. `DEAD` if not linked.
    places: Vec<Vec<u64>>,
    /// By object and section: number of the output section.
    homes: Vec<Vec<u32>>,
    /// By global number: address of a live common symbol.
    commons: Vec<u64>,
    /// Address of the GOT.
    pub got: u64,
}

const DEAD: u64 = u64::MAX;
const NO_HOME: u32 = u32::MAX;

impl<'a> Layout<'a> {
    /// The address of a section (if it is not loaded: its offset in the output section), if it is linked.
    pub fn place(&self, obj: usize, sec: u32) -> Option<u64> {
        Some(self.places[obj][sec as usize]).filter(|&p| p != DEAD)
    }

    /// The number of the output section that an input section is part of, if it is linked.
    pub fn home(&self, obj: usize, sec: u32) -> Option<usize> {
        Some(self.homes[obj][sec as usize]).filter(|&h| h != NO_HOME).map(|h| h as usize)
    }

    /// The address a target stands for, if it is linked; that of an undefined symbol is unknown.
    pub fn address(&self, target: Target<'_>) -> Option<u64> {
        match target {
            Target::Nothing => Some(0),
            Target::Section { obj, sec, value } => Some(self.place(obj as usize, sec)?.wrapping_add(value)),
            Target::Absolute(value) => Some(value),
            Target::Common(id) => Some(self.commons[id.0 as usize]).filter(|&a| a != DEAD),
            Target::Bound(bound) => Some(self.bound(bound)),
            Target::Undefined | Target::Discarded | Target::Refused(_) => None,
        }
    }

    fn bound(&self, bound: Bound<'_>) -> u64 {
        let named = |name| self.sections.iter().find(|s: &&OutSection<'_>| s.name == name);
        let end_of = |area| self.segments.iter().find(|s| s.area == area).map(|s| s.addr + s.mem_size);
        let image_end = self.segments.last().map_or(0, |s| s.addr + s.mem_size);
        let data = self.segments.iter().find(|s| s.area == Area::Write);
        let data_end = data.map_or(image_end, |s| s.addr + s.file_size);
        match bound {
            Bound::SectionStart(name) => named(name).map_or(0, |s| s.addr),
            Bound::SectionStop(name) => named(name).map_or(0, |s| s.addr + s.size),
            Bound::ImageStart => self.segments.first().map_or(0, |s| s.addr),
            Bound::TextEnd => end_of(Area::Execute).unwrap_or(image_end),
            Bound::DataEnd => data_end,
            Bound::BssStart => self
                .sections
                .iter()
                .find(|s| s.area == Area::Write && s.ty == elf::SHT_NOBITS)
                .map_or(data_end, |s| s.addr),
            Bound::ImageEnd => image_end,
        }
    }
}

/// Lays out what is live.
pub(crate) fn layout<'a>(
    objects: &'a [Object<'a>],
    resolved: &Resolved<'a>,
    marks: &Marks,
    opts: &LinkOptions,
) -> Result<Layout<'a>, LinkError> {
    if !opts.base.is_multiple_of(PAGE) || opts.base >= MAX_SIZE {
        return Err(LinkError::BadOption { what: format!("base address {:#x}", opts.base) });
    }
    let mut sections = merge(objects, marks, opts)?;
    for section in &mut sections {
        place_pieces(section, objects);
    }
    let commons = add_commons(&mut sections, resolved, marks);
    add_tables(&mut sections, marks);
    for section in &mut sections {
        // Zeros that are not writable, or are code: rare enough to store them.
        if section.ty == elf::SHT_NOBITS && section.area != Area::Write {
            section.ty = elf::SHT_PROGBITS;
        }
    }
    if sections.len() > MAX_SECTIONS {
        return Err(LinkError::TooLarge { what: format!("{} output sections", sections.len()) });
    }
    // A stable sort: ties stay in the order of first appearance.
    sections.sort_by_key(|s| (s.area, rank(s)));
    let mut layout = assign(sections, opts)?;
    publish(&mut layout, objects, resolved, &commons);
    Ok(layout)
}

/// Common prefixes of section names that are merged under the prefix; a longer prefix stands before its own.
const MERGED: [&[u8]; 9] = [
    b".text",
    b".rodata",
    b".data.rel.ro",
    b".data",
    b".bss",
    b".init_array",
    b".fini_array",
    b".preinit_array",
    b".gcc_except_table",
];
/// Sections that are writable for a dynamic linker's sake only.
const RELOCATED: [&[u8]; 4] = [b".data.rel.ro", b".init_array", b".fini_array", b".preinit_array"];

fn output_name(name: &[u8]) -> &[u8] {
    let merged = |prefix: &&&[u8]| {
        name.strip_prefix(**prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with(b"."))
    };
    MERGED.iter().find(merged).copied().unwrap_or(name)
}

/// Distributes live input sections over output sections.
fn merge<'a>(
    objects: &'a [Object<'a>],
    marks: &Marks,
    opts: &LinkOptions,
) -> Result<Vec<OutSection<'a>>, LinkError> {
    let mut sections: Vec<OutSection<'a>> = Vec::new();
    let mut by_name: FxHashMap<(&[u8], bool), usize> = FxHashMap::default();
    for (obj, object) in objects.iter().enumerate() {
        let debug = opts.debug == DebugSections::Keep && marks.is_object_live(obj);
        for (sec, input) in object.sections.iter().enumerate() {
            let sec = sec as u32;
            let loaded = marks.is_live(obj, sec);
            let kept = debug && input.kind == Kind::Debug;
            if !loaded && !kept {
                continue;
            }
            let at = |what: &str| LinkError::Unsupported { at: object.location(sec, 0), what: what.into() };
            if !loaded && (input.flags & u64::from(elf::SHF_COMPRESSED) != 0 || input.name.starts_with(b".z"))
            {
                return Err(at("compressed debug sections are not supported: compile with -gz=none"));
            }
            let name = output_name(input.name);
            let number = *by_name.entry((name, loaded)).or_insert(sections.len());
            if number == sections.len() {
                sections.push(new_section(name, input, loaded));
            }
            let section = &mut sections[number];
            add_piece(section, input, Piece { obj: obj as u32, sec, offset: 0 });
            let both = u64::from(elf::SHF_WRITE | elf::SHF_EXECINSTR);
            if section.flags & both == both {
                let name = lossy(section.name);
                return Err(at(&format!("output section {name} would be both writable and executable")));
            }
        }
    }
    Ok(sections)
}

fn new_section<'a>(name: &'a [u8], first: &Section<'a>, loaded: bool) -> OutSection<'a> {
    OutSection {
        name,
        ty: first.ty,
        flags: if loaded { u64::from(elf::SHF_ALLOC) } else { 0 },
        area: if loaded { Area::Read } else { Area::NotLoaded },
        align: 1,
        addr: 0,
        offset: 0,
        size: 0,
        content: Content::Pieces(Vec::new()),
    }
}

fn add_piece(section: &mut OutSection<'_>, input: &Section<'_>, piece: Piece) {
    if section.ty != input.ty {
        section.ty = elf::SHT_PROGBITS;
    }
    section.align = section.align.max(input.align);
    if section.area != Area::NotLoaded {
        let mut kept = u64::from(elf::SHF_EXECINSTR);
        if !RELOCATED.contains(&section.name) {
            kept |= u64::from(elf::SHF_WRITE);
        }
        section.flags |= input.flags & kept;
        section.area = match section.flags & u64::from(elf::SHF_EXECINSTR | elf::SHF_WRITE) {
            0 => Area::Read,
            flags if flags & u64::from(elf::SHF_EXECINSTR) != 0 => Area::Execute,
            _ => Area::Write,
        };
    }
    if let Content::Pieces(pieces) = &mut section.content {
        pieces.push(piece);
    }
}

/// Gives the pieces of a section their offsets.
fn place_pieces(section: &mut OutSection<'_>, objects: &[Object<'_>]) {
    let arrays = [elf::SHT_INIT_ARRAY, elf::SHT_FINI_ARRAY, elf::SHT_PREINIT_ARRAY];
    let sorted = arrays.contains(&section.ty);
    let Content::Pieces(pieces) = &mut section.content else { return };
    let input = |p: &Piece| &objects[p.obj as usize].sections[p.sec as usize];
    if sorted {
        pieces.sort_by_key(|p| priority(input(p).name));
    }
    let mut end = 0;
    for piece in pieces {
        let input = input(piece);
        piece.offset = align_up(end, input.align);
        end = piece.offset + input.size;
    }
    section.size = end;
}

/// The priority in names such as `.init_array.00101`; the plain name comes last.
fn priority(name: &[u8]) -> u32 {
    let digits = name.rsplit(|b| *b == b'.').next().unwrap_or_default();
    std::str::from_utf8(digits).ok().and_then(|d| d.parse().ok()).unwrap_or(u32::MAX)
}

/// Reserves space for live common symbols at the end of `.bss`; gives their offsets in it.
fn add_commons(
    sections: &mut Vec<OutSection<'_>>,
    resolved: &Resolved<'_>,
    marks: &Marks,
) -> Vec<(GlobalId, u64)> {
    let mut placed = Vec::new();
    let mut bss = None;
    for (number, global) in resolved.globals.iter().enumerate() {
        let id = GlobalId(number as u32);
        let Definition::Common { size, align, .. } = global.def else { continue };
        if !marks.is_common_live(id) {
            continue;
        }
        let bss = *bss.get_or_insert_with(|| {
            let is_bss = |s: &OutSection<'_>| s.name == b".bss" && s.area == Area::Write;
            sections.iter().position(is_bss).unwrap_or_else(|| {
                sections.push(OutSection {
                    name: b".bss",
                    ty: elf::SHT_NOBITS,
                    flags: u64::from(elf::SHF_ALLOC | elf::SHF_WRITE),
                    area: Area::Write,
                    align: 1,
                    addr: 0,
                    offset: 0,
                    size: 0,
                    content: Content::Pieces(Vec::new()),
                });
                sections.len() - 1
            })
        });
        let section = &mut sections[bss];
        let offset = align_up(section.size, align);
        section.align = section.align.max(align);
        section.size = offset + size;
        placed.push((id, offset));
    }
    placed
}

/// Adds the sections the linker itself makes.
fn add_tables(sections: &mut Vec<OutSection<'_>>, marks: &Marks) {
    let table = |name, ty, size, content| OutSection {
        name,
        ty,
        flags: u64::from(elf::SHF_ALLOC),
        area: Area::Read,
        align: 8,
        addr: 0,
        offset: 0,
        size,
        content,
    };
    if !marks.got.is_empty() {
        let size = marks.got.len() as u64 * SLOT;
        sections.push(table(b".got".as_slice(), elf::SHT_PROGBITS, size, Content::Got));
    }
    if marks.frames.iter().any(|f| f.records.iter().any(|r| r.live)) {
        let mut end = 0;
        let mut frames = Vec::with_capacity(marks.frames.len());
        for frame in &marks.frames {
            let (placed, next) = frame.place(end);
            frames.push(placed);
            end = next;
        }
        // The table ends with an empty record.
        let size = end + 4;
        sections.push(table(b".eh_frame", elf::SHT_PROGBITS, size, Content::Frames(frames)));
    }
}

/// The order of sections in an area.
fn rank(section: &OutSection<'_>) -> u32 {
    match (section.area, section.name, section.ty) {
        (Area::Read, _, elf::SHT_NOTE) => 0,
        (Area::Read, b".rodata", _) => 1,
        (Area::Read, b".gcc_except_table" | b".eh_frame", _) => 3,
        (Area::Read, name, _) if RELOCATED.contains(&name) => 4,
        (Area::Read, b".got", _) => 5,
        (Area::Execute, b".text", _) | (Area::Write, b".data", _) => 0,
        (Area::Write, _, elf::SHT_NOBITS) => 3,
        _ => 2,
    }
}

/// Gives sections their addresses and offsets, and makes the segments.
fn assign<'a>(mut sections: Vec<OutSection<'a>>, opts: &LinkOptions) -> Result<Layout<'a>, LinkError> {
    let loads = 1 + [Area::Execute, Area::Write]
        .iter()
        .filter(|&&area| sections.iter().any(|s| s.area == area && s.size > 0))
        .count();
    let notes = sections.iter().filter(|s| s.area == Area::Read && s.ty == elf::SHT_NOTE).count();
    let headers = (loads + notes + 1) as u64;
    let mut offset = EHDR_SIZE + headers * PHDR_SIZE;
    let mut addr = opts.base + offset;
    let mut segments =
        vec![Segment { area: Area::Read, offset: 0, addr: opts.base, file_size: offset, mem_size: offset }];
    let mut got = 0;
    for section in &mut sections {
        if section.area == Area::NotLoaded {
            offset = align_up(offset, section.align);
            section.offset = offset;
            offset += section.size;
            continue;
        }
        let last = *segments.last().expect("the first segment holds the headers");
        if section.area != last.area {
            addr = align_up(addr, PAGE) + offset % PAGE;
        }
        let aligned = align_up(addr, section.align);
        if section.ty != elf::SHT_NOBITS {
            offset += aligned - addr;
        }
        addr = aligned;
        (section.addr, section.offset) = (addr, offset);
        if section.area != last.area && section.size > 0 {
            segments.push(Segment { area: section.area, offset, addr, file_size: 0, mem_size: 0 });
        }
        if matches!(section.content, Content::Got) {
            got = addr;
        }
        addr += section.size;
        offset += section.file_size();
        let segment = segments.last_mut().expect("the first segment holds the headers");
        if section.size > 0 {
            segment.mem_size = addr - segment.addr;
            if section.ty != elf::SHT_NOBITS {
                segment.file_size = offset - segment.offset;
            }
        }
        if addr > MAX_SIZE {
            return Err(LinkError::TooLarge { what: "its memory image ends beyond 2 GiB".into() });
        }
    }
    Ok(Layout {
        sections,
        segments,
        headers,
        file_end: offset,
        places: Vec::new(),
        homes: Vec::new(),
        commons: Vec::new(),
        got,
    })
}

/// Records the final address of each input section and common symbol.
fn publish(
    layout: &mut Layout<'_>,
    objects: &[Object<'_>],
    resolved: &Resolved<'_>,
    commons: &[(GlobalId, u64)],
) {
    layout.places = objects.iter().map(|o| vec![DEAD; o.sections.len()]).collect();
    layout.homes = objects.iter().map(|o| vec![NO_HOME; o.sections.len()]).collect();
    for (number, section) in layout.sections.iter().enumerate() {
        let Content::Pieces(pieces) = &section.content else { continue };
        for piece in pieces {
            layout.places[piece.obj as usize][piece.sec as usize] = section.addr + piece.offset;
            layout.homes[piece.obj as usize][piece.sec as usize] = number as u32;
        }
    }
    layout.commons = vec![DEAD; resolved.globals.len()];
    let bss = layout.sections.iter().find(|s| s.name == b".bss" && s.area == Area::Write);
    for (id, offset) in commons {
        let bss = bss.expect("commons are in .bss");
        layout.commons[id.0 as usize] = bss.addr + offset;
    }
}

/// The first multiple of `align` (a power of two) from `value` on.
pub(crate) fn align_up(value: u64, align: u64) -> u64 {
    (value + align - 1) & !(align - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_merge_by_prefix() {
        for (input, output) in [
            (".text", ".text"),
            (".text.unlikely.f", ".text"),
            (".textual", ".textual"),
            (".data.rel.ro.local", ".data.rel.ro"),
            (".data.rel.local", ".data"),
            (".rodata.str1.1", ".rodata"),
            (".gopclntab", ".gopclntab"),
        ] {
            assert_eq!(lossy(output_name(input.as_bytes())), output);
        }
    }

    #[test]
    fn priorities_order_arrays() {
        assert!(priority(b".init_array.00101") < priority(b".init_array.65535"));
        assert!(priority(b".init_array.65535") < priority(b".init_array"));
    }
}
