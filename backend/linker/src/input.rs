//! Reading one relocatable object: bounds, sizes and indices are checked here, once, so that later phases can trust
//! them. What cannot be checked here (symbol numbers in relocations, field offsets) goes through `get`.

use object::elf;
use object::endian::LittleEndian as LE;
use object::read::elf::{FileHeader as _, SectionHeader as _, Sym as _};
use object::read::{SectionIndex, SymbolIndex};

use crate::Input;
use crate::error::{LinkError, Location, lossy};

pub(crate) type Rela = elf::Rela64<LE>;
type Header = elf::FileHeader64<LE>;
type Table<'a> = object::read::elf::SectionTable<'a, Header>;
type Symtab<'a> = object::read::elf::SymbolTable<'a, Header>;

/// Longest name, in bytes: without a limit a table without terminators costs quadratic time.
const MAX_NAME: usize = 1 << 16;
/// Largest alignment of a section or common symbol, in bytes.
pub(crate) const MAX_ALIGN: u64 = 1 << 16;
/// Largest section or common symbol, in bytes: the small code model's address space.
pub(crate) const MAX_SIZE: u64 = 1 << 31;

/// A parsed object. Sections and symbols have the numbers of the file.
pub(crate) struct Object<'a> {
    pub name: &'a str,
    pub sections: Vec<Section<'a>>,
    pub symbols: Vec<Symbol<'a>>,
    pub groups: Vec<Group<'a>>,
}

/// What a section is to the linker.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Loaded, with bytes in the file.
    Bits,
    /// Loaded, all zero, no bytes in the file.
    NoBits,
    /// Unwind records: taken apart, never merged as a whole.
    EhFrame,
    /// `.debug_*`.
    Debug,
    /// Loaded, but of a type or with a flag that is not supported: an error once it is live.
    Refused(&'static str),
    /// Not part of a program (tables of the format, comments).
    Ignored,
}

pub(crate) struct Section<'a> {
    pub name: &'a [u8],
    pub kind: Kind,
    /// `SHT_*`.
    pub ty: u32,
    /// `SHF_*`.
    pub flags: u64,
    /// Empty unless the kind has bytes in the file.
    pub data: &'a [u8],
    /// In memory; equal to `data.len()` where there are bytes.
    pub size: u64,
    /// A power of two.
    pub align: u64,
    pub relocs: &'a [Rela],
    /// Number in [`Object::groups`].
    pub group: Option<u32>,
    /// The section this one describes (`SHF_LINK_ORDER`), in range.
    pub link_order: Option<u32>,
}

impl Section<'_> {
    pub fn is_code(&self) -> bool {
        self.flags & u64::from(elf::SHF_EXECINSTR) != 0
    }
}

/// A section group: its members are linked or dropped together.
pub(crate) struct Group<'a> {
    /// Only the first group of a signature is linked, if `comdat`.
    pub signature: &'a [u8],
    pub comdat: bool,
    /// Section numbers, in range.
    pub members: Vec<u32>,
}

/// Where a symbol is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    Undefined,
    Absolute,
    /// `value` is the alignment.
    Common,
    /// In this section, in range.
    Section(u32),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Binding {
    Local,
    Global,
    Weak,
}

#[derive(Clone, Copy)]
pub(crate) struct Symbol<'a> {
    pub name: &'a [u8],
    pub place: Place,
    pub binding: Binding,
    /// `STT_*`.
    pub ty: u8,
    /// Hidden or internal: not visible outside of the program.
    pub hidden: bool,
    pub value: u64,
    pub size: u64,
}

impl<'a> Object<'a> {
    /// Reads `input`.
    pub fn parse(input: &Input<'a>) -> Result<Self, LinkError> {
        let Input { name, bytes } = *input;
        let bad = |e: object::read::Error| LinkError::malformed(name, e.to_string());
        let table = check_header(name, bytes)?.sections(LE, bytes).map_err(bad)?;
        let mut object = Object { name, sections: Vec::new(), symbols: Vec::new(), groups: Vec::new() };
        let symtab = find_symtab(name, bytes, &table)?;
        object.read_sections(bytes, &table)?;
        object.read_symbols(bytes, &table, &symtab)?;
        object.read_relocations(bytes, &table, &symtab)?;
        object.read_groups(bytes, &table)?;
        Ok(object)
    }

    /// A place for messages.
    pub fn location(&self, section: u32, offset: u64) -> Location {
        let section = self.sections.get(section as usize).map_or(String::new(), |s| lossy(s.name));
        Location { object: self.name.to_owned(), section, offset }
    }

    fn read_sections(&mut self, bytes: &'a [u8], table: &Table<'a>) -> Result<(), LinkError> {
        let bad = |what: String| LinkError::malformed(self.name, what);
        let names = section_names(self.name, bytes, table)?;
        self.sections.reserve_exact(table.len());
        // Sections of a real object do not overlap: no set of them is larger than the file.
        let mut budget = bytes.len() as u64;
        for (index, header) in table.enumerate() {
            let name =
                name_at(names, header.sh_name(LE)).map_err(|e| bad(format!("section {index}: {e}")))?;
            let what = |e: &str| LinkError::malformed(self.name, format!("section {}: {e}", lossy(name)));
            let kind = classify(name, header);
            let mut data: &[u8] = &[];
            if !matches!(header.sh_type(LE), elf::SHT_NULL | elf::SHT_NOBITS) {
                data = header.data(LE, bytes).map_err(|_| what("its bytes are outside of the file"))?;
                budget = budget
                    .checked_sub(data.len() as u64)
                    .ok_or_else(|| what("sections overlap in the file"))?;
            }
            let loaded = !matches!(kind, Kind::Ignored);
            let align = header.sh_addralign(LE).max(1);
            let size = header.sh_size(LE);
            if loaded && (!align.is_power_of_two() || align > MAX_ALIGN) {
                return Err(what(&format!("alignment {align:#x}")));
            }
            if loaded && size > MAX_SIZE {
                return Err(what(&format!("size {size:#x}")));
            }
            let link = header.sh_link(LE);
            let order = header.sh_flags(LE) & u64::from(elf::SHF_LINK_ORDER) != 0;
            self.sections.push(Section {
                name,
                kind,
                ty: header.sh_type(LE),
                flags: header.sh_flags(LE),
                data,
                size: if loaded { size } else { 0 },
                align,
                relocs: &[],
                group: None,
                link_order: (order && link != 0 && (link as usize) < table.len()).then_some(link),
            });
        }
        Ok(())
    }

    fn read_symbols(
        &mut self,
        bytes: &'a [u8],
        table: &Table<'a>,
        symtab: &Symtab<'a>,
    ) -> Result<(), LinkError> {
        let strings = table
            .section(symtab.string_section())
            .and_then(|header| header.data(LE, bytes))
            .map_err(|e| LinkError::malformed(self.name, e.to_string()))?;
        self.symbols.reserve_exact(symtab.len());
        for (index, sym) in symtab.enumerate() {
            let symbol = self
                .read_symbol(symtab, strings, index, sym)
                .map_err(|e| LinkError::malformed(self.name, format!("symbol {}: {e}", index.0)))?;
            self.symbols.push(symbol);
        }
        Ok(())
    }

    fn read_symbol(
        &self,
        symtab: &Symtab<'a>,
        strings: &'a [u8],
        index: SymbolIndex,
        sym: &'a elf::Sym64<LE>,
    ) -> Result<Symbol<'a>, String> {
        let raw = sym.st_shndx(LE);
        let place = match raw {
            elf::SHN_ABS => Place::Absolute,
            elf::SHN_COMMON => Place::Common,
            elf::SHN_UNDEF => Place::Undefined,
            _ => match symtab.symbol_section(LE, sym, index).map_err(|e| e.to_string())? {
                Some(SectionIndex(section)) if section < self.sections.len() => {
                    Place::Section(section as u32)
                }
                Some(_) => return Err("its section does not exist".into()),
                None => return Err(format!("reserved section number {raw:#x}")),
            },
        };
        let binding = match sym.st_bind() {
            elf::STB_LOCAL => Binding::Local,
            elf::STB_GLOBAL | elf::STB_GNU_UNIQUE => Binding::Global,
            elf::STB_WEAK => Binding::Weak,
            other => return Err(format!("binding {other}")),
        };
        let mut name = name_at(strings, sym.st_name(LE))?;
        let ty = sym.st_type();
        if let (elf::STT_SECTION, Place::Section(section)) = (ty, place)
            && name.is_empty()
        {
            name = self.sections[section as usize].name;
        }
        let (value, size) = (sym.st_value(LE), sym.st_size(LE));
        if place == Place::Common {
            if !value.max(1).is_power_of_two() || value > MAX_ALIGN || size > MAX_SIZE {
                return Err(format!("common symbol with alignment {value:#x}, size {size:#x}"));
            }
            if binding == Binding::Local {
                return Err("common symbol with local binding".into());
            }
        }
        let hidden = matches!(sym.st_visibility(), elf::STV_HIDDEN | elf::STV_INTERNAL);
        Ok(Symbol { name, place, binding, ty, hidden, value, size })
    }

    fn read_relocations(
        &mut self,
        bytes: &'a [u8],
        table: &Table<'a>,
        symtab: &Symtab<'a>,
    ) -> Result<(), LinkError> {
        for (index, header) in table.enumerate() {
            let bad = |what: &str| LinkError::malformed(self.name, format!("section {index}: {what}"));
            let target = header.sh_info(LE) as usize;
            match header.sh_type(LE) {
                elf::SHT_RELA => {}
                elf::SHT_REL | elf::SHT_RELR | elf::SHT_CREL => {
                    return Err(LinkError::Unsupported {
                        at: self.location(index.0 as u32, 0),
                        what: "relocations without addends and compact relocations are not supported".into(),
                    });
                }
                _ => continue,
            }
            let (relocs, link) = header
                .rela(LE, bytes)
                .map_err(|_| bad("bad relocation table"))?
                .ok_or_else(|| bad("bad relocation table"))?;
            if target == 0 || target >= self.sections.len() {
                return Err(bad("relocations for a section that does not exist"));
            }
            if link != symtab.section() {
                return Err(bad("relocations against another symbol table"));
            }
            let section = &mut self.sections[target];
            if !section.relocs.is_empty() {
                return Err(bad("second relocation table for one section"));
            }
            section.relocs = relocs;
        }
        Ok(())
    }

    fn read_groups(&mut self, bytes: &'a [u8], table: &Table<'a>) -> Result<(), LinkError> {
        for (index, header) in table.enumerate() {
            if header.sh_type(LE) != elf::SHT_GROUP {
                continue;
            }
            let bad = |what: &str| LinkError::malformed(self.name, format!("group {index}: {what}"));
            let words: &[object::U32<LE>] =
                header.data_as_array(LE, bytes).map_err(|_| bad("outside of the file"))?;
            let Some((flags, members)) = words.split_first() else { return Err(bad("empty")) };
            let signature =
                self.symbols.get(header.sh_info(LE) as usize).ok_or_else(|| bad("no signature symbol"))?.name;
            let number = self.groups.len() as u32;
            let members: Vec<u32> = members.iter().map(|m| m.get(LE)).collect();
            for &member in &members {
                let section =
                    self.sections.get_mut(member as usize).ok_or_else(|| bad("member does not exist"))?;
                if section.group.replace(number).is_some() {
                    return Err(bad("member of two groups"));
                }
            }
            self.groups.push(Group { signature, comdat: flags.get(LE) & elf::GRP_COMDAT != 0, members });
        }
        Ok(())
    }
}

/// Checks that the file is an object for this machine.
fn check_header<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a Header, LinkError> {
    let bad = |what: &str| LinkError::malformed(name, what);
    let header = Header::parse(bytes).map_err(|_| bad("not an ELF64 file"))?;
    if header.e_ident().data != elf::ELFDATA2LSB || header.e_machine(LE) != elf::EM_X86_64 {
        return Err(bad("not for x86-64"));
    }
    if header.e_type(LE) != elf::ET_REL {
        return Err(bad("not a relocatable object"));
    }
    Ok(header)
}

/// The one symbol table, which may be missing in an object without symbols.
fn find_symtab<'a>(name: &str, bytes: &'a [u8], table: &Table<'a>) -> Result<Symtab<'a>, LinkError> {
    table.symbols(LE, bytes, elf::SHT_SYMTAB).map_err(|e| LinkError::malformed(name, e.to_string()))
}

fn classify(name: &[u8], header: &elf::SectionHeader64<LE>) -> Kind {
    let (ty, flags) = (header.sh_type(LE), header.sh_flags(LE));
    let has = |flag: u32| flags & u64::from(flag) != 0;
    if has(elf::SHF_EXCLUDE) {
        return Kind::Ignored;
    }
    if !has(elf::SHF_ALLOC) {
        let debug = name.starts_with(b".debug_") || name.starts_with(b".zdebug_");
        return if ty == elf::SHT_PROGBITS && debug { Kind::Debug } else { Kind::Ignored };
    }
    // A property note states what *all* objects have in common; leaving it out claims nothing.
    if name == b".note.gnu.property" {
        return Kind::Ignored;
    }
    if has(elf::SHF_TLS) {
        return Kind::Refused("thread-local storage is not supported");
    }
    if has(elf::SHF_WRITE) && has(elf::SHF_EXECINSTR) {
        return Kind::Refused("a section that is both writable and executable is not supported");
    }
    match ty {
        elf::SHT_PROGBITS | elf::SHT_X86_64_UNWIND if name == b".eh_frame" => Kind::EhFrame,
        elf::SHT_NOBITS => Kind::NoBits,
        elf::SHT_PROGBITS
        | elf::SHT_NOTE
        | elf::SHT_X86_64_UNWIND
        | elf::SHT_INIT_ARRAY
        | elf::SHT_FINI_ARRAY
        | elf::SHT_PREINIT_ARRAY => Kind::Bits,
        _ => Kind::Refused("a loaded section of this type is not supported"),
    }
}

/// The bytes of the section name table.
fn section_names<'a>(name: &str, bytes: &'a [u8], table: &Table<'a>) -> Result<&'a [u8], LinkError> {
    let bad = |_| LinkError::malformed(name, "bad section name table");
    let header = check_header(name, bytes)?;
    let index = header.shstrndx(LE, bytes).map_err(bad)?;
    if index == 0 {
        return Ok(&[]);
    }
    table.section(SectionIndex(index as usize)).map_err(bad)?.data(LE, bytes).map_err(bad)
}

/// The string at `offset` in a string table. Offset 0 is the empty name, also in an empty table.
fn name_at(strings: &[u8], offset: u32) -> Result<&[u8], String> {
    if offset == 0 {
        return Ok(&[]);
    }
    let tail = strings.get(offset as usize..).ok_or("its name is outside of the string table")?;
    let tail = &tail[..tail.len().min(MAX_NAME)];
    match tail.iter().position(|&b| b == 0) {
        Some(end) => Ok(&tail[..end]),
        None => Err("its name has no end".into()),
    }
}
