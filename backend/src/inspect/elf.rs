//! The container: sections, symbols, bytes by address.

use object::LittleEndian;
use object::elf::{FileHeader64, SHF_COMPRESSED, SHT_NOBITS, STT_FUNC, STT_NOTYPE, STT_OBJECT};
use object::read::elf::{FileHeader, SectionHeader, SectionTable, Sym};

use super::{InspectError, error};

type Header = FileHeader64<LittleEndian>;

/// An ELF file.
pub struct Elf<'a> {
    bytes: &'a [u8],
    sections: SectionTable<'a, Header>,
}

/// Part of a file with the address it is loaded at.
#[derive(Clone, Copy)]
pub struct Bytes<'a> {
    pub address: u64,
    pub bytes: &'a [u8],
}

/// A symbol of a function.
pub struct FuncSymbol {
    pub name: String,
    pub address: u64,
    pub size: u64,
}

impl<'a> Elf<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Elf<'a>, InspectError> {
        let broken = |e: object::Error| error(format!("no ELF executable: {e}"));
        let header = Header::parse(bytes).map_err(broken)?;
        if header.e_machine(LittleEndian) != object::elf::EM_X86_64 {
            return Err(error("no executable for x86-64"));
        }
        let sections = header.sections(LittleEndian, bytes).map_err(broken)?;
        Ok(Elf { bytes, sections })
    }

    /// A section by name. Compressed ones count as missing.
    pub fn section(&self, name: &str) -> Option<Bytes<'a>> {
        let section = self
            .sections
            .iter()
            .find(|s| self.sections.section_name(LittleEndian, s) == Ok(name.as_bytes()))?;
        if section.sh_flags(LittleEndian) & u64::from(SHF_COMPRESSED) != 0 {
            return None;
        }
        let bytes = section.data(LittleEndian, self.bytes).ok()?;
        Some(Bytes { address: section.sh_addr(LittleEndian), bytes })
    }

    /// Whether there is such a section, compressed or not.
    pub fn has_section(&self, name: &str) -> bool {
        self.sections.iter().any(|s| self.sections.section_name(LittleEndian, s) == Ok(name.as_bytes()))
    }

    /// What is loaded from an address to the end of its section.
    pub fn at(&self, address: u64) -> Option<&'a [u8]> {
        self.sections.iter().find_map(|s| {
            let start = s.sh_addr(LittleEndian);
            let end = start + s.sh_size(LittleEndian);
            if start == 0 || s.sh_type(LittleEndian) == SHT_NOBITS || !(start..end).contains(&address) {
                return None;
            }
            s.data(LittleEndian, self.bytes).ok()?.get((address - start) as usize..)
        })
    }

    fn each_symbol(&self, mut f: impl FnMut(&str, u64, u64, u8)) -> Result<(), InspectError> {
        let broken = |e: object::Error| error(format!("symbol table: {e}"));
        let table =
            self.sections.symbols(LittleEndian, self.bytes, object::elf::SHT_SYMTAB).map_err(broken)?;
        for s in table.iter().filter(|s| s.st_shndx(LittleEndian) != object::elf::SHN_UNDEF) {
            if let Ok(name) = s.name(LittleEndian, table.strings())
                && let Ok(name) = std::str::from_utf8(name)
                && !name.is_empty()
            {
                f(name, s.st_value(LittleEndian), s.st_size(LittleEndian), s.st_type());
            }
        }
        Ok(())
    }

    /// Names of functions and data by address, the most telling one where there are several.
    pub fn symbols(&self) -> Result<Vec<(u64, String)>, InspectError> {
        let mut out = Vec::new();
        self.each_symbol(|name, address, _, kind| {
            if matches!(kind, STT_FUNC | STT_OBJECT | STT_NOTYPE) && address != 0 {
                out.push((address, name.to_string()));
            }
        })?;
        // A runtime function may also carry the names it has in packages.
        out.sort_by(|a, b| {
            (a.0, !a.1.starts_with("runtime."), &a.1).cmp(&(b.0, !b.1.starts_with("runtime."), &b.1))
        });
        out.dedup_by_key(|s| s.0);
        Ok(out)
    }

    /// Address of a symbol.
    pub fn symbol(&self, wanted: &str) -> Option<u64> {
        let mut found = None;
        self.each_symbol(|name, address, _, _| {
            if name == wanted {
                found = Some(address);
            }
        })
        .ok()?;
        found
    }

    /// All functions that have a size.
    pub fn functions(&self) -> Result<Vec<FuncSymbol>, InspectError> {
        let mut out = Vec::new();
        self.each_symbol(|name, address, size, kind| {
            if kind == STT_FUNC && size != 0 {
                out.push(FuncSymbol { name: name.to_string(), address, size });
            }
        })?;
        Ok(out)
    }
}

/// A little-endian integer of `N` bytes.
pub fn int<const N: usize>(bytes: &[u8], at: usize) -> Option<u64> {
    let mut out = [0; 8];
    out[..N].copy_from_slice(bytes.get(at..at.checked_add(N)?)?);
    Some(u64::from_le_bytes(out))
}

/// A 32-bit integer.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    int::<4>(bytes, at).map(|v| v as u32)
}
