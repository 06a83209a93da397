//! Which sections are live, and what their code needs from the linker.
//!
//! A worklist from the entry symbol over relocations. On the way each relocation of live code is checked (kind, field,
//! symbol), so that later phases see only sound ones, and those that must go through the GOT get a slot.

use object::elf;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::eh_frame::{self, Frame};
use crate::error::{LinkError, UndefinedReference, lossy};
use crate::input::{Binding, Kind, MAX_SIZE, Object, Section};
use crate::reloc::{Base, Relaxed, Reloc, relax, rule};
use crate::resolve::{Bound, GlobalId, Resolved, Target};
use crate::{Collect, EhFrame, LinkOptions};

/// What a GOT slot holds the address of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum GotKey {
    Global(GlobalId),
    /// A local symbol: object, symbol number.
    Local(u32, u32),
}

/// The result of marking.
pub(crate) struct Marks {
    /// By object and section number.
    sections: Vec<Vec<bool>>,
    /// By global number; only those of common symbols mean something.
    commons: Vec<bool>,
    /// GOT slots in order.
    pub got: Vec<GotKey>,
    slots: FxHashMap<GotKey, u32>,
    /// The unwind records, live and dead.
    pub frames: Vec<Frame>,
}

impl Marks {
    pub fn is_live(&self, obj: usize, sec: u32) -> bool {
        self.sections[obj][sec as usize]
    }

    pub fn is_common_live(&self, id: GlobalId) -> bool {
        self.commons[id.0 as usize]
    }

    /// Whether anything of an object is linked.
    pub fn is_object_live(&self, obj: usize) -> bool {
        self.sections[obj].contains(&true)
    }

    /// The number of the GOT slot for a symbol of an object.
    pub fn slot(&self, resolved: &Resolved<'_>, obj: usize, sym: u32) -> Option<u32> {
        self.slots.get(&got_key(resolved, obj, sym)).copied()
    }
}

fn got_key(resolved: &Resolved<'_>, obj: usize, sym: u32) -> GotKey {
    match resolved.global(obj, sym) {
        Some(id) => GotKey::Global(id),
        None => GotKey::Local(obj as u32, sym),
    }
}

/// How a GOT-based relocation can do without the GOT: only in code, only if the address is near any code.
pub(crate) fn relaxation(section: &Section<'_>, reloc: Reloc, target: Target<'_>) -> Option<Relaxed> {
    let near = match target {
        Target::Absolute(value) => value < MAX_SIZE,
        Target::Nothing | Target::Refused(_) => false,
        _ => true,
    };
    if near && section.is_code() { relax(section.data, reloc) } else { None }
}

/// Marks what is live.
pub(crate) fn mark<'a>(
    objects: &'a [Object<'a>],
    resolved: &'a Resolved<'a>,
    opts: &LinkOptions,
) -> Result<Marks, LinkError> {
    let mut marker = Marker {
        objects,
        resolved,
        marks: Marks {
            sections: objects.iter().map(|o| vec![false; o.sections.len()]).collect(),
            commons: vec![false; resolved.globals.len()],
            got: Vec::new(),
            slots: FxHashMap::default(),
            frames: Vec::new(),
        },
        work: Vec::new(),
        dependents: dependents(objects),
        groups: FxHashSet::default(),
        bounded: FxHashSet::default(),
        undefined: Vec::new(),
        undefined_names: FxHashSet::default(),
    };
    marker.add_roots(opts)?;
    marker.drain()?;
    if opts.eh_frame == EhFrame::Keep {
        marker.marks.frames = eh_frame::parse(objects, resolved)?;
        marker.mark_frames()?;
    }
    if !marker.undefined.is_empty() {
        return Err(LinkError::Undefined(marker.undefined));
    }
    Ok(marker.marks)
}

/// By section, the sections that describe it (`SHF_LINK_ORDER`).
fn dependents(objects: &[Object<'_>]) -> FxHashMap<(u32, u32), Vec<u32>> {
    let mut map: FxHashMap<_, Vec<u32>> = FxHashMap::default();
    for (obj, object) in objects.iter().enumerate() {
        for (sec, section) in object.sections.iter().enumerate() {
            if let Some(described) = section.link_order {
                map.entry((obj as u32, described)).or_default().push(sec as u32);
            }
        }
    }
    map
}

struct Marker<'a> {
    objects: &'a [Object<'a>],
    resolved: &'a Resolved<'a>,
    marks: Marks,
    /// Live sections whose relocations are still to be followed.
    work: Vec<(u32, u32)>,
    dependents: FxHashMap<(u32, u32), Vec<u32>>,
    /// Groups that are live: object, number.
    groups: FxHashSet<(u32, u32)>,
    /// Section names whose bounds are used.
    bounded: FxHashSet<&'a [u8]>,
    undefined: Vec<UndefinedReference>,
    undefined_names: FxHashSet<&'a [u8]>,
}

impl<'a> Marker<'a> {
    fn add_roots(&mut self, opts: &LinkOptions) -> Result<(), LinkError> {
        for name in std::iter::once(&opts.entry).chain(&opts.roots) {
            let target = self
                .resolved
                .find(name.as_bytes())
                .map_or(Target::Undefined, |id| self.resolved.global_target(self.objects, id));
            match target {
                Target::Undefined => {
                    self.undefined.push(UndefinedReference { symbol: name.clone(), from: None });
                }
                Target::Section { .. } | Target::Common(_) | Target::Bound(_) => {
                    if let Err(what) = self.mark_target(target) {
                        return Err(LinkError::BadOption { what: format!("symbol {name}: {what}") });
                    }
                }
                Target::Refused(what) => {
                    return Err(LinkError::BadOption { what: format!("symbol {name}: {what}") });
                }
                Target::Nothing | Target::Absolute(_) | Target::Discarded => {}
            }
        }
        for (obj, object) in self.objects.iter().enumerate() {
            for (sec, section) in object.sections.iter().enumerate() {
                let kept = match opts.collect {
                    Collect::Nothing => {
                        matches!(section.kind, Kind::Bits | Kind::NoBits | Kind::Refused(_))
                    }
                    Collect::Unreached => is_root(section),
                };
                if kept {
                    self.mark_section(obj as u32, sec as u32);
                }
            }
        }
        Ok(())
    }

    fn drain(&mut self) -> Result<(), LinkError> {
        while let Some((obj, sec)) = self.work.pop() {
            let object = &self.objects[obj as usize];
            let section = &object.sections[sec as usize];
            if let Kind::Refused(what) = section.kind {
                return Err(LinkError::Unsupported { at: object.location(sec, 0), what: what.into() });
            }
            for reloc in section.relocs {
                self.visit(obj as usize, sec, Reloc::from(reloc))?;
            }
        }
        Ok(())
    }

    /// Checks one relocation of a live section and marks what it refers to.
    fn visit(&mut self, obj: usize, sec: u32, reloc: Reloc) -> Result<(), LinkError> {
        if reloc.kind == elf::R_X86_64_NONE {
            return Ok(());
        }
        let object = &self.objects[obj];
        let section = &object.sections[sec as usize];
        let at = || object.location(sec, reloc.offset);
        let refused = |what: &str| LinkError::Unsupported { at: at(), what: what.to_owned() };
        let rule = rule(reloc.kind).map_err(|what| refused(&what))?;
        let fits = usize::try_from(reloc.offset)
            .is_ok_and(|o| o.checked_add(rule.field.width()).is_some_and(|end| end <= section.data.len()));
        if !fits {
            return Err(LinkError::malformed(
                object.name,
                format!("{}: relocation outside of the section", at()),
            ));
        }
        let Some(target) = self.resolved.target(self.objects, obj, reloc.sym) else {
            let what = format!("{}: relocation with symbol number {}", at(), reloc.sym);
            return Err(LinkError::malformed(object.name, what));
        };
        match target {
            Target::Refused(what) => return Err(refused(what)),
            Target::Discarded => {
                return Err(refused("refers into a section group of which another copy is linked"));
            }
            Target::Undefined => self.note_undefined(obj, sec, reloc),
            _ => self.mark_target(target).map_err(refused)?,
        }
        if rule.base == Base::GotSlot && relaxation(section, reloc, target).is_none() {
            let key = got_key(self.resolved, obj, reloc.sym);
            let next = self.marks.got.len() as u32;
            if *self.marks.slots.entry(key).or_insert(next) == next {
                self.marks.got.push(key);
            }
        }
        Ok(())
    }

    /// An undefined weak symbol is 0; any other is remembered, once.
    fn note_undefined(&mut self, obj: usize, sec: u32, reloc: Reloc) {
        let object = &self.objects[obj];
        let symbol = &object.symbols[reloc.sym as usize];
        if symbol.binding != Binding::Weak && self.undefined_names.insert(symbol.name) {
            self.undefined.push(UndefinedReference {
                symbol: lossy(symbol.name),
                from: Some(object.location(sec, reloc.offset)),
            });
        }
    }

    /// Marks what a target needs; an error if it is not in memory.
    fn mark_target(&mut self, target: Target<'a>) -> Result<(), &'static str> {
        match target {
            Target::Section { obj, sec, .. } => {
                match self.objects[obj as usize].sections[sec as usize].kind {
                    Kind::Bits | Kind::NoBits | Kind::Refused(_) => self.mark_section(obj, sec),
                    Kind::EhFrame => return Err("refers into .eh_frame, which is rebuilt"),
                    Kind::Debug | Kind::Ignored => return Err("refers to a section that is not loaded"),
                }
            }
            Target::Common(id) => self.marks.commons[id.0 as usize] = true,
            Target::Bound(Bound::SectionStart(name) | Bound::SectionStop(name)) => self.mark_named(name),
            Target::Bound(_)
            | Target::Nothing
            | Target::Absolute(_)
            | Target::Undefined
            | Target::Discarded
            | Target::Refused(_) => {}
        }
        Ok(())
    }

    /// Marks all sections of a name, whose bounds somebody uses.
    fn mark_named(&mut self, name: &'a [u8]) {
        if !self.bounded.insert(name) {
            return;
        }
        for (obj, object) in self.objects.iter().enumerate() {
            for (sec, section) in object.sections.iter().enumerate() {
                if section.name == name && matches!(section.kind, Kind::Bits | Kind::NoBits) {
                    self.mark_section(obj as u32, sec as u32);
                }
            }
        }
    }

    /// Marks a section, its group and the sections that describe one of them.
    fn mark_section(&mut self, obj: u32, sec: u32) {
        if self.marks.is_live(obj as usize, sec) {
            return;
        }
        let object = &self.objects[obj as usize];
        let mut pending = vec![sec];
        while let Some(sec) = pending.pop() {
            let section = &object.sections[sec as usize];
            let loaded = matches!(section.kind, Kind::Bits | Kind::NoBits | Kind::Refused(_));
            if !loaded || self.resolved.is_discarded(obj as usize, sec) {
                continue;
            }
            if std::mem::replace(&mut self.marks.sections[obj as usize][sec as usize], true) {
                continue;
            }
            self.work.push((obj, sec));
            if let Some(group) = section.group
                && self.groups.insert((obj, group))
            {
                pending.extend(&object.groups[group as usize].members);
            }
            pending.extend(self.dependents.remove(&(obj, sec)).unwrap_or_default());
        }
    }

    /// Makes the unwind records of live functions live, with what they refer to, until nothing changes.
    fn mark_frames(&mut self) -> Result<(), LinkError> {
        let mut frames = std::mem::take(&mut self.marks.frames);
        let mut changed = true;
        while changed {
            changed = false;
            for frame in &mut frames {
                for number in 0..frame.records.len() {
                    let Some(cie) = frame.wants(number, |obj, sec| self.marks.is_live(obj as usize, sec))
                    else {
                        continue;
                    };
                    changed = true;
                    for record in [cie, number] {
                        if !std::mem::replace(&mut frame.records[record].live, true) {
                            for reloc in frame.relocs_of(record) {
                                self.visit(frame.obj as usize, frame.sec, *reloc)?;
                            }
                        }
                    }
                }
            }
            self.drain()?;
        }
        self.marks.frames = frames;
        Ok(())
    }
}

/// Sections that are live whether reached or not: what runs before and after `main`, notes, what asks for it.
fn is_root(section: &Section<'_>) -> bool {
    if !matches!(section.kind, Kind::Bits | Kind::NoBits) {
        return false;
    }
    let array = matches!(section.ty, elf::SHT_INIT_ARRAY | elf::SHT_FINI_ARRAY | elf::SHT_PREINIT_ARRAY);
    let note = section.ty == elf::SHT_NOTE && section.group.is_none();
    let retained = section.flags & u64::from(elf::SHF_GNU_RETAIN) != 0;
    array || note || retained || matches!(section.name, b".init" | b".fini")
}
