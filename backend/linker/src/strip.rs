//! Making an object smaller before it is embedded.

use object::elf;
use object::endian::{LittleEndian as LE, U32, U64};
use object::pod::{bytes_of, bytes_of_slice};
use object::read::elf::{FileHeader as _, SectionHeader as _};

use crate::Input;
use crate::error::LinkError;
use crate::input::{Kind, Object};
use crate::layout::align_up;

/// Gives the object without the contents of its debug sections and of sections that no link would use (comments,
/// address tables), relocations for them included. Section and symbol numbers stay, so nothing else changes; the
/// emptied sections become null entries.
///
/// # Errors
/// If the object is malformed.
pub fn strip_debug(name: &str, bytes: &[u8]) -> Result<Vec<u8>, LinkError> {
    let bad = |e: object::read::Error| LinkError::malformed(name, e.to_string());
    let object = Object::parse(&Input { name, bytes })?;
    let mut header = *elf::FileHeader64::<LE>::parse(bytes).map_err(bad)?;
    let mut headers = header.section_headers(LE, bytes).map_err(bad)?.to_vec();
    let emptied: Vec<bool> = object.sections.iter().map(|s| is_emptied(s.kind, s.ty)).collect();
    let mut out = bytes_of(&header).to_vec();
    for (number, section) in headers.iter_mut().enumerate() {
        let target = section.sh_info.get(LE) as usize;
        let orphan = section.sh_type(LE) == elf::SHT_RELA && emptied.get(target) == Some(&true);
        if orphan || emptied[number] {
            section.sh_type = U32::new(LE, elf::SHT_NULL);
            section.sh_flags = U64::new(LE, 0);
            section.sh_info = U32::new(LE, 0);
            section.sh_link = U32::new(LE, 0);
            section.sh_size = U64::new(LE, 0);
            section.sh_offset = U64::new(LE, 0);
            continue;
        }
        match section.sh_type(LE) {
            elf::SHT_NULL => continue,
            elf::SHT_NOBITS => {
                section.sh_offset = U64::new(LE, out.len() as u64);
                continue;
            }
            _ => {}
        }
        let data = section.data(LE, bytes).map_err(bad)?;
        let align = section.sh_addralign.get(LE).max(1);
        let align = if align.is_power_of_two() { align.min(64) } else { 1 };
        out.resize(align_up(out.len() as u64, align) as usize, 0);
        section.sh_offset = U64::new(LE, out.len() as u64);
        out.extend_from_slice(data);
    }
    out.resize(align_up(out.len() as u64, 8) as usize, 0);
    header.e_shoff = U64::new(LE, out.len() as u64);
    out.extend_from_slice(bytes_of_slice(&headers));
    let ehdr = bytes_of(&header);
    out[..ehdr.len()].copy_from_slice(ehdr);
    Ok(out)
}

/// Whether a section's bytes are of no use to a link without debug information. The format's own tables are.
fn is_emptied(kind: Kind, ty: u32) -> bool {
    let own = matches!(
        ty,
        elf::SHT_NULL
            | elf::SHT_SYMTAB
            | elf::SHT_STRTAB
            | elf::SHT_RELA
            | elf::SHT_GROUP
            | elf::SHT_SYMTAB_SHNDX
            | elf::SHT_NOBITS
    );
    match kind {
        Kind::Debug => true,
        Kind::Ignored => !own,
        Kind::Bits | Kind::NoBits | Kind::EhFrame | Kind::Refused(_) => false,
    }
}
