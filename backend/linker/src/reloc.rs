//! Relocations: which kinds there are, how instructions that load from the GOT are shortened, how a value is put into
//! its field.

use object::elf;
use object::endian::LittleEndian as LE;

use crate::input::Rela;

/// What a relocated field refers to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Base {
    /// The symbol itself.
    Symbol,
    /// The symbol's slot in the GOT, from code that may be rewritten to do without.
    GotSlot,
}

/// The field's type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Field {
    /// 64 bits.
    Word,
    /// 32 bits that are zero-extended.
    Unsigned32,
    /// 32 bits that are sign-extended.
    Signed32,
}

impl Field {
    /// Width in bytes.
    pub fn width(self) -> usize {
        match self {
            Field::Word => 8,
            Field::Unsigned32 | Field::Signed32 => 4,
        }
    }

    /// Whether `value` survives being stored and extended again.
    pub fn holds(self, value: i64) -> bool {
        match self {
            Field::Word => true,
            Field::Unsigned32 => u32::try_from(value).is_ok(),
            Field::Signed32 => i32::try_from(value).is_ok(),
        }
    }
}

/// How one kind of relocation is computed: `base + addend`, less the field's address if `pc_relative`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Rule {
    pub name: &'static str,
    pub base: Base,
    pub field: Field,
    pub pc_relative: bool,
}

/// The rule of a relocation kind (`R_X86_64_*`; psABI, table "Relocation Types"), or why there is none.
/// `R_X86_64_NONE` has no rule either: callers skip it first.
pub(crate) fn rule(kind: u32) -> Result<Rule, String> {
    let (name, base, field, pc_relative) = match kind {
        elf::R_X86_64_64 => ("64", Base::Symbol, Field::Word, false),
        elf::R_X86_64_PC64 => ("PC64", Base::Symbol, Field::Word, true),
        elf::R_X86_64_PC32 => ("PC32", Base::Symbol, Field::Signed32, true),
        // Without shared objects a call needs no procedure linkage table.
        elf::R_X86_64_PLT32 => ("PLT32", Base::Symbol, Field::Signed32, true),
        elf::R_X86_64_32 => ("32", Base::Symbol, Field::Unsigned32, false),
        elf::R_X86_64_32S => ("32S", Base::Symbol, Field::Signed32, false),
        elf::R_X86_64_GOTPCREL => ("GOTPCREL", Base::GotSlot, Field::Signed32, true),
        elf::R_X86_64_GOTPCRELX => ("GOTPCRELX", Base::GotSlot, Field::Signed32, true),
        elf::R_X86_64_REX_GOTPCRELX => ("REX_GOTPCRELX", Base::GotSlot, Field::Signed32, true),
        elf::R_X86_64_DTPMOD64..=elf::R_X86_64_TPOFF32
        | elf::R_X86_64_GOTPC32_TLSDESC..=elf::R_X86_64_TLSDESC => {
            return Err("thread-local storage is not supported".into());
        }
        _ => return Err(format!("relocation kind {kind} is not supported")),
    };
    Ok(Rule { name, base, field, pc_relative })
}

/// The parts of a relocation entry.
#[derive(Clone, Copy)]
pub(crate) struct Reloc {
    pub offset: u64,
    pub kind: u32,
    pub sym: u32,
    pub addend: i64,
}

impl From<&Rela> for Reloc {
    fn from(rela: &Rela) -> Self {
        let info = rela.r_info.get(LE);
        Reloc {
            offset: rela.r_offset.get(LE),
            kind: info as u32,
            sym: (info >> 32) as u32,
            addend: rela.r_addend.get(LE),
        }
    }
}

/// A rewriting of an instruction that used the GOT to one that uses the address itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Relaxed {
    /// `mov slot(%rip), %r` becomes `lea symbol(%rip), %r`.
    Lea,
    /// `call *slot(%rip)` becomes `addr32 call symbol`, of the same length.
    Call,
    /// `jmp *slot(%rip)` becomes `jmp symbol; nop`.
    Jmp,
}

const REX_W_MASK: u8 = 0xf8;
const REX_W: u8 = 0x48;
const MOV_LOAD: u8 = 0x8b;
const LEA: u8 = 0x8d;
const GROUP5: u8 = 0xff;
/// ModRM bytes: `mod` and `rm` of a RIP-relative operand; the same with the group's call and jump in `reg`.
const MODRM_RIP_MASK: u8 = 0xc7;
const MODRM_RIP: u8 = 0x05;
const MODRM_CALL_RIP: u8 = 0x15;
const MODRM_JMP_RIP: u8 = 0x25;
const ADDR32: u8 = 0x67;
const CALL_REL32: u8 = 0xe8;
const JMP_REL32: u8 = 0xe9;
const NOP: u8 = 0x90;

/// Decides whether the instruction around `reloc` in `code` can do without the GOT (psABI, "Optimize GOTPCRELX
/// Relocations"). Assemblers that know the X kinds mark such instructions by them; rustc and Cranelift emit the plain
/// kind for the same instructions, so for it the bytes must be those of a 64-bit load with its REX prefix, or of an
/// indirect call or jump.
pub(crate) fn relax(code: &[u8], reloc: Reloc) -> Option<Relaxed> {
    // Any other addend means that the field is not the instruction's last, or that part of a slot is wanted.
    if reloc.addend != -4 {
        return None;
    }
    let field = usize::try_from(reloc.offset).ok()?;
    let opcode = *code.get(field.checked_sub(2)?)?;
    let modrm = *code.get(field - 1)?;
    let rex = field.checked_sub(3).map(|i| code[i]);
    let has_rex = reloc.kind == elf::R_X86_64_REX_GOTPCRELX || reloc.kind == elf::R_X86_64_GOTPCREL;
    match (opcode, modrm) {
        (MOV_LOAD, m) if m & MODRM_RIP_MASK == MODRM_RIP => {
            (!has_rex || rex? & REX_W_MASK == REX_W).then_some(Relaxed::Lea)
        }
        (GROUP5, MODRM_CALL_RIP) => Some(Relaxed::Call),
        (GROUP5, MODRM_JMP_RIP) => Some(Relaxed::Jmp),
        _ => None,
    }
}

impl Relaxed {
    /// Rewrites the instruction whose field is at `field` in `code`; gives how far the field has moved (0 or -1).
    /// `relax` has checked the two bytes before it.
    pub fn rewrite(self, code: &mut [u8], field: usize) -> i64 {
        match self {
            Relaxed::Lea => {
                code[field - 2] = LEA;
                0
            }
            Relaxed::Call => {
                code[field - 2] = ADDR32;
                code[field - 1] = CALL_REL32;
                0
            }
            Relaxed::Jmp => {
                code[field - 2] = JMP_REL32;
                code[field + 3] = NOP;
                -1
            }
        }
    }
}

/// Stores the low bytes of `value`.
pub(crate) fn store(field: &mut [u8], value: i64) {
    let width = field.len();
    field.copy_from_slice(&value.to_le_bytes()[..width]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(code: &[u8], kind: u32, field: u64) -> Option<Relaxed> {
        relax(code, Reloc { offset: field, kind, sym: 1, addend: -4 })
    }

    #[test]
    fn relaxes_only_what_it_knows() {
        let mov = [0x4c, 0x8b, 0x3d, 0, 0, 0, 0];
        assert_eq!(at(&mov, elf::R_X86_64_GOTPCREL, 3), Some(Relaxed::Lea));
        assert_eq!(at(&mov, elf::R_X86_64_REX_GOTPCRELX, 3), Some(Relaxed::Lea));
        // cmp slot(%rip), %rax compares with what is in the slot.
        assert_eq!(at(&[0x48, 0x3b, 0x05, 0, 0, 0, 0], elf::R_X86_64_REX_GOTPCRELX, 3), None);
        // A 32-bit load is only known to be one by its kind.
        assert_eq!(at(&[0x90, 0x8b, 0x05, 0, 0, 0, 0], elf::R_X86_64_GOTPCREL, 3), None);
        assert_eq!(at(&[0x8b, 0x05, 0, 0, 0, 0], elf::R_X86_64_GOTPCRELX, 2), Some(Relaxed::Lea));
        assert_eq!(at(&[0xff, 0x15, 0, 0, 0, 0], elf::R_X86_64_GOTPCRELX, 2), Some(Relaxed::Call));
        assert_eq!(at(&[0xff, 0x25, 0, 0, 0, 0], elf::R_X86_64_GOTPCREL, 2), Some(Relaxed::Jmp));
        // push slot(%rip) is of the same group.
        assert_eq!(at(&[0xff, 0x35, 0, 0, 0, 0], elf::R_X86_64_GOTPCRELX, 2), None);
        assert_eq!(at(&[0xff], elf::R_X86_64_GOTPCRELX, 1), None);
        assert_eq!(at(&[], elf::R_X86_64_GOTPCREL, u64::MAX), None);
    }

    #[test]
    fn jump_field_moves() {
        let mut code = [0xff, 0x25, 1, 2, 3, 4];
        assert_eq!(Relaxed::Jmp.rewrite(&mut code, 2), -1);
        assert_eq!((code[0], code[5]), (0xe9, 0x90));
    }

    #[test]
    fn fields_hold_what_extends_back() {
        assert!(Field::Signed32.holds(-1) && !Field::Unsigned32.holds(-1));
        assert!(Field::Unsigned32.holds(0xffff_ffff) && !Field::Signed32.holds(0x8000_0000));
        assert!(Field::Word.holds(i64::MIN));
    }
}
