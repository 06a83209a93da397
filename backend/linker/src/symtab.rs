//! `.symtab` and `.strtab` of the output: local symbols object by object, then the global ones.

use object::elf;
use object::endian::{LittleEndian as LE, U16, U32, U64};
use object::pod::bytes_of;

use crate::input::{Binding, Object, Place, Symbol};
use crate::layout::Layout;
use crate::mark::Marks;
use crate::resolve::{Definition, GlobalId, Resolved, Target};

/// Size of an entry, in bytes.
pub(crate) const ENTRY: u64 = 24;

/// The finished tables.
pub(crate) struct Tables {
    pub symbols: Vec<u8>,
    pub strings: Vec<u8>,
    /// Number of entries before the first that is not local.
    pub locals: u32,
}

/// Makes the tables of what is live.
pub(crate) fn build<'a>(
    objects: &'a [Object<'a>],
    resolved: &Resolved<'a>,
    marks: &Marks,
    layout: &Layout<'a>,
) -> Tables {
    let mut builder = Builder {
        tables: Tables { symbols: vec![0; ENTRY as usize], strings: vec![0], locals: 1 },
        layout,
        count: 1,
    };
    for (obj, object) in objects.iter().enumerate().filter(|(obj, _)| marks.is_object_live(*obj)) {
        for symbol in object.symbols.iter().filter(|s| s.binding == Binding::Local) {
            builder.add_local(obj, symbol);
        }
    }
    builder.add_globals(objects, resolved, Visible::Inside);
    builder.tables.locals = builder.count;
    builder.add_globals(objects, resolved, Visible::Outside);
    builder.tables
}

/// Who may refer to a global name. Hidden ones are local in a finished program.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visible {
    Inside,
    Outside,
}

struct Builder<'a, 'l> {
    tables: Tables,
    layout: &'l Layout<'a>,
    count: u32,
}

impl<'a> Builder<'a, '_> {
    fn add_local(&mut self, obj: usize, symbol: &Symbol<'a>) {
        let info = symbol.ty;
        match symbol.place {
            Place::Section(sec) if symbol.ty != elf::STT_SECTION => {
                let Some((place, home)) = self.layout.place(obj, sec).zip(self.layout.home(obj, sec)) else {
                    return;
                };
                // Labels of the assembler are nobody's business.
                if !symbol.name.is_empty() && !symbol.name.starts_with(b".L") {
                    let addr = place.wrapping_add(symbol.value);
                    self.push(symbol.name, info, home as u16 + 1, addr, symbol.size);
                }
            }
            Place::Absolute if !symbol.name.is_empty() => {
                self.push(symbol.name, info, elf::SHN_ABS, symbol.value, symbol.size);
            }
            _ => {}
        }
    }

    fn add_globals(&mut self, objects: &'a [Object<'a>], resolved: &Resolved<'a>, visible: Visible) {
        for (number, global) in resolved.globals.iter().enumerate() {
            let id = GlobalId(number as u32);
            let symbol = match global.def {
                Definition::Symbol { obj, sym, .. } => Some(&objects[obj as usize].symbols[sym as usize]),
                _ => None,
            };
            let hidden = symbol.is_some_and(|s| s.hidden);
            if hidden != (visible == Visible::Inside) {
                continue;
            }
            let target = resolved.global_target(objects, id);
            let Some(addr) = self.layout.address(target) else { continue };
            let section = match target {
                Target::Section { obj, sec, .. } => {
                    self.layout.home(obj as usize, sec).map_or(elf::SHN_ABS, |h| h as u16 + 1)
                }
                Target::Common(_) => self.home_of_commons(),
                _ => elf::SHN_ABS,
            };
            let (ty, size) = match (symbol, global.def) {
                (Some(symbol), _) => (symbol.ty, symbol.size),
                (None, Definition::Common { size, .. }) => (elf::STT_OBJECT, size),
                (None, _) => (elf::STT_NOTYPE, 0),
            };
            let binding = match visible {
                Visible::Inside => elf::STB_LOCAL,
                Visible::Outside if matches!(global.def, Definition::Symbol { weak: true, .. }) => {
                    elf::STB_WEAK
                }
                Visible::Outside => elf::STB_GLOBAL,
            };
            self.push(global.name, binding << 4 | ty, section, addr, size);
        }
    }

    fn home_of_commons(&self) -> u16 {
        let bss = self.layout.sections.iter().position(|s| s.name == b".bss");
        bss.map_or(elf::SHN_ABS, |n| n as u16 + 1)
    }

    fn push(&mut self, name: &[u8], info: u8, section: u16, value: u64, size: u64) {
        let entry = elf::Sym64::<LE> {
            st_name: U32::new(LE, self.tables.strings.len() as u32),
            st_info: info,
            st_other: 0,
            st_shndx: U16::new(LE, section),
            st_value: U64::new(LE, value),
            st_size: U64::new(LE, size),
        };
        self.tables.symbols.extend_from_slice(bytes_of(&entry));
        self.tables.strings.extend_from_slice(name);
        self.tables.strings.push(0);
        self.count += 1;
    }
}
