//! One definition for each global name.
//!
//! Rules (gABI, "Symbol Table"; common symbols as GNU ld treats them): a strong definition beats a common symbol, which
//! beats a weak definition; of several weak ones the first counts; several commons become one of the largest size and
//! alignment; two strong definitions are an error. Of several COMDAT groups with one signature the first is linked, the
//! others' symbols count as references.

use object::elf;
use rustc_hash::FxHashMap;

use crate::LinkOptions;
use crate::error::{LinkError, lossy};
use crate::input::{Binding, Kind, Object, Place, Section, Symbol};

/// Number of a global name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct GlobalId(pub u32);

/// A global name and what defines it.
pub(crate) struct Global<'a> {
    pub name: &'a [u8],
    pub def: Definition<'a>,
}

/// What defines a global name.
#[derive(Clone, Copy)]
pub(crate) enum Definition<'a> {
    Undefined,
    /// A symbol of an object, in a section or absolute.
    Symbol {
        obj: u32,
        sym: u32,
        weak: bool,
    },
    /// Space to be reserved.
    Common {
        obj: u32,
        size: u64,
        align: u64,
    },
    /// By an option.
    Absolute(u64),
    /// By the layout.
    Bound(Bound<'a>),
}

/// An address that only the finished layout knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Bound<'a> {
    /// First byte of an output section.
    SectionStart(&'a [u8]),
    /// The byte after an output section.
    SectionStop(&'a [u8]),
    /// The ELF header in memory.
    ImageStart,
    /// End of the executable segment.
    TextEnd,
    /// End of the initialised data.
    DataEnd,
    /// Start of zeroed data.
    BssStart,
    /// End of everything.
    ImageEnd,
}

/// What a symbol number in an object stands for.
#[derive(Clone, Copy)]
pub(crate) enum Target<'a> {
    /// Symbol 0: the relocation has no symbol.
    Nothing,
    Section {
        obj: u32,
        sec: u32,
        value: u64,
    },
    Absolute(u64),
    Common(GlobalId),
    Bound(Bound<'a>),
    /// Nobody defines it.
    Undefined,
    /// In a group of which another copy is linked.
    Discarded,
    /// Not supported, and why.
    Refused(&'static str),
}

/// The result of symbol resolution.
pub(crate) struct Resolved<'a> {
    pub globals: Vec<Global<'a>>,
    /// By object and symbol number; `None` for local symbols.
    ids: Vec<Vec<Option<GlobalId>>>,
    names: FxHashMap<&'a [u8], GlobalId>,
    /// By object and section number: in a COMDAT group of which another copy is linked.
    discarded: Vec<Vec<bool>>,
}

/// Resolves the symbols of all objects.
pub(crate) fn resolve<'a>(
    objects: &'a [Object<'a>],
    opts: &'a LinkOptions,
) -> Result<Resolved<'a>, LinkError> {
    let mut resolved = Resolved {
        globals: Vec::new(),
        ids: Vec::with_capacity(objects.len()),
        names: FxHashMap::default(),
        discarded: discard_groups(objects),
    };
    for (name, value) in &opts.absolute {
        let id = resolved.intern(name.as_bytes());
        let def = &mut resolved.globals[id.0 as usize].def;
        if matches!(def, Definition::Absolute(old) if old != value) {
            return Err(LinkError::BadOption { what: format!("symbol {name} is given two values") });
        }
        *def = Definition::Absolute(*value);
    }
    for (obj, object) in objects.iter().enumerate() {
        resolved.add_object(objects, obj, object)?;
    }
    for global in &mut resolved.globals {
        if matches!(global.def, Definition::Undefined)
            && let Some(bound) = bound(global.name, objects)
        {
            global.def = Definition::Bound(bound);
        }
    }
    Ok(resolved)
}

/// Finds the sections of all but the first group of each signature. Debug sections stay: a second copy does no harm,
/// while the object's other debug sections point into it.
fn discard_groups(objects: &[Object<'_>]) -> Vec<Vec<bool>> {
    let mut seen = FxHashMap::default();
    let mut discarded: Vec<Vec<bool>> = objects.iter().map(|o| vec![false; o.sections.len()]).collect();
    for (obj, object) in objects.iter().enumerate() {
        for group in object.groups.iter().filter(|g| g.comdat) {
            if *seen.entry(group.signature).or_insert(obj) != obj {
                for &member in &group.members {
                    let debug = object.sections[member as usize].kind == Kind::Debug;
                    discarded[obj][member as usize] = !debug;
                }
            }
        }
    }
    discarded
}

impl<'a> Resolved<'a> {
    fn intern(&mut self, name: &'a [u8]) -> GlobalId {
        let next = GlobalId(self.globals.len() as u32);
        let id = *self.names.entry(name).or_insert(next);
        if id == next {
            self.globals.push(Global { name, def: Definition::Undefined });
        }
        id
    }

    fn add_object(
        &mut self,
        objects: &[Object<'a>],
        obj: usize,
        object: &'a Object<'a>,
    ) -> Result<(), LinkError> {
        let mut ids = vec![None; object.symbols.len()];
        for (sym, symbol) in object.symbols.iter().enumerate() {
            if symbol.binding == Binding::Local {
                continue;
            }
            let id = self.intern(symbol.name);
            ids[sym] = Some(id);
            let defined = match symbol.place {
                Place::Undefined => None,
                Place::Section(sec) if self.discarded[obj][sec as usize] => None,
                Place::Common => Some(Definition::Common {
                    obj: obj as u32,
                    size: symbol.size,
                    align: symbol.value.max(1),
                }),
                Place::Absolute | Place::Section(_) => Some(Definition::Symbol {
                    obj: obj as u32,
                    sym: sym as u32,
                    weak: symbol.binding == Binding::Weak,
                }),
            };
            if let Some(new) = defined {
                let old = self.globals[id.0 as usize].def;
                self.globals[id.0 as usize].def = merge(old, new).ok_or_else(|| LinkError::Duplicate {
                    symbol: lossy(symbol.name),
                    first: owner(old, objects),
                    second: object.name.to_owned(),
                })?;
            }
        }
        self.ids.push(ids);
        Ok(())
    }

    /// The global name of a symbol, if it is global.
    pub fn global(&self, obj: usize, sym: u32) -> Option<GlobalId> {
        *self.ids.get(obj)?.get(sym as usize)?
    }

    /// The number of a global name.
    pub fn find(&self, name: &[u8]) -> Option<GlobalId> {
        self.names.get(name).copied()
    }

    /// Whether a section is one of the copies that are not linked.
    pub fn is_discarded(&self, obj: usize, sec: u32) -> bool {
        self.discarded[obj][sec as usize]
    }

    /// What symbol `sym` of object `obj` stands for; `None` if there is no such symbol.
    pub fn target(&self, objects: &'a [Object<'a>], obj: usize, sym: u32) -> Option<Target<'a>> {
        if sym == 0 {
            return Some(Target::Nothing);
        }
        let symbol = objects[obj].symbols.get(sym as usize)?;
        Some(match self.global(obj, sym) {
            Some(id) => self.global_target(objects, id),
            None => self.symbol_target(obj as u32, symbol),
        })
    }

    /// What a global name stands for.
    pub fn global_target(&self, objects: &'a [Object<'a>], id: GlobalId) -> Target<'a> {
        match self.globals[id.0 as usize].def {
            Definition::Undefined => Target::Undefined,
            Definition::Symbol { obj, sym, .. } => {
                self.symbol_target(obj, &objects[obj as usize].symbols[sym as usize])
            }
            Definition::Common { .. } => Target::Common(id),
            Definition::Absolute(value) => Target::Absolute(value),
            Definition::Bound(bound) => Target::Bound(bound),
        }
    }

    fn symbol_target(&self, obj: u32, symbol: &Symbol<'a>) -> Target<'a> {
        match (symbol.ty, symbol.place) {
            (elf::STT_TLS, _) => Target::Refused("thread-local storage is not supported"),
            (elf::STT_GNU_IFUNC, _) => Target::Refused("indirect functions are not supported"),
            (_, Place::Section(sec)) if self.is_discarded(obj as usize, sec) => Target::Discarded,
            (_, Place::Section(sec)) => Target::Section { obj, sec, value: symbol.value },
            (_, Place::Absolute) => Target::Absolute(symbol.value),
            // A local symbol cannot be undefined or common; a global one is resolved by name.
            (_, Place::Undefined | Place::Common) => Target::Undefined,
        }
    }
}

/// Combines two definitions of one name; `None` if they contradict each other.
fn merge<'a>(old: Definition<'a>, new: Definition<'a>) -> Option<Definition<'a>> {
    use Definition::{Absolute, Bound, Common, Symbol, Undefined};
    Some(match (old, new) {
        (Undefined, new) => new,
        (old, Undefined | Bound(_)) => old,
        (Common { obj, size, align }, Common { size: size2, align: align2, .. }) => {
            Common { obj, size: size.max(size2), align: align.max(align2) }
        }
        // A value given by an option replaces weak definitions and commons.
        (Absolute(value), Common { .. } | Symbol { weak: true, .. }) => Absolute(value),
        (Common { .. } | Symbol { weak: true, .. }, Absolute(value)) => Absolute(value),
        (Symbol { weak: true, .. }, Common { .. } | Symbol { weak: false, .. }) => new,
        (Common { .. } | Symbol { .. }, Symbol { weak: true, .. }) => old,
        (Symbol { weak: false, .. }, Common { .. }) => old,
        (Common { .. }, Symbol { weak: false, .. }) => new,
        (Symbol { weak: false, .. } | Absolute(_), Symbol { weak: false, .. } | Absolute(_)) => return None,
        (Bound(_), new) => new,
    })
}

fn owner(def: Definition<'_>, objects: &[Object<'_>]) -> String {
    match def {
        Definition::Symbol { obj, .. } | Definition::Common { obj, .. } => {
            objects[obj as usize].name.to_owned()
        }
        Definition::Absolute(_) => "an option".to_owned(),
        Definition::Undefined | Definition::Bound(_) => "the linker".to_owned(),
    }
}

/// Names the linker defines if nobody else does (GNU ld's default script and gABI's names for arrays).
fn bound<'a>(name: &'a [u8], objects: &'a [Object<'a>]) -> Option<Bound<'a>> {
    Some(match name {
        b"__init_array_start" => Bound::SectionStart(b".init_array"),
        b"__init_array_end" => Bound::SectionStop(b".init_array"),
        b"__fini_array_start" => Bound::SectionStart(b".fini_array"),
        b"__fini_array_end" => Bound::SectionStop(b".fini_array"),
        b"__preinit_array_start" => Bound::SectionStart(b".preinit_array"),
        b"__preinit_array_end" => Bound::SectionStop(b".preinit_array"),
        b"__executable_start" | b"__ehdr_start" => Bound::ImageStart,
        b"etext" | b"_etext" | b"__etext" => Bound::TextEnd,
        b"edata" | b"_edata" => Bound::DataEnd,
        b"__bss_start" => Bound::BssStart,
        b"end" | b"_end" => Bound::ImageEnd,
        _ => {
            let (section, bound): (_, fn(&'a [u8]) -> Bound<'a>) = match name.strip_prefix(b"__start_") {
                Some(section) => (section, Bound::SectionStart),
                None => (name.strip_prefix(b"__stop_")?, Bound::SectionStop),
            };
            let loaded = |s: &Section<'_>| s.name == section && matches!(s.kind, Kind::Bits | Kind::NoBits);
            let exists = objects.iter().any(|o| o.sections.iter().any(loaded));
            return (is_c_identifier(section) && exists).then(|| bound(section));
        }
    })
}

fn is_c_identifier(name: &[u8]) -> bool {
    name.first().is_some_and(|b| !b.is_ascii_digit())
        && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'_')
}
