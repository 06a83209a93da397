//! `.eh_frame`, record by record: a function's description (FDE) is linked only if the function is, and a common part
//! (CIE) only if a description uses it. (LSB core, "Exception Frames"; DWARF 5 §6.4.)

use std::ops::Range;

use crate::error::LinkError;
use crate::input::{Kind, Object};
use crate::reloc::{Reloc, store};
use crate::resolve::{Resolved, Target};

/// One input `.eh_frame` section.
pub(crate) struct Frame {
    pub obj: u32,
    pub sec: u32,
    /// By ascending offset.
    relocs: Vec<Reloc>,
    pub records: Vec<Record>,
}

/// A CIE or an FDE.
pub(crate) struct Record {
    /// Bytes in the input section, the length word included.
    pub bytes: Range<usize>,
    /// Numbers in [`Frame::relocs`].
    relocs: Range<usize>,
    role: Role,
    pub live: bool,
}

enum Role {
    Cie,
    Fde {
        /// Number of its CIE in [`Frame::records`].
        cie: usize,
        /// The section of the function: object, number. `None` if it has none that is linked.
        function: Option<(u32, u32)>,
    },
}

impl Frame {
    /// If record `number` describes a function that is live by `is_live` and is not marked yet: the number of its CIE.
    pub fn wants(&self, number: usize, is_live: impl Fn(u32, u32) -> bool) -> Option<usize> {
        let record = &self.records[number];
        match record.role {
            Role::Fde { cie, function: Some((obj, sec)) } if !record.live && is_live(obj, sec) => Some(cie),
            _ => None,
        }
    }

    /// The relocations of one record.
    pub fn relocs_of(&self, number: usize) -> &[Reloc] {
        &self.relocs[self.records[number].relocs.clone()]
    }

    /// The live records with their offsets behind `start` in the output, and the first offset after them.
    pub fn place(&self, start: u64) -> (Vec<(usize, u64)>, u64) {
        let mut at = start;
        let mut placed = Vec::new();
        for (number, record) in self.records.iter().enumerate().filter(|(_, r)| r.live) {
            placed.push((number, at));
            at += record.bytes.len() as u64;
        }
        (placed, at)
    }

    /// Makes the copy of FDE `number` in `out` point at its CIE; `placed` is what [`Frame::place`] gave.
    pub fn point_at_cie(&self, number: usize, placed: &[(usize, u64)], out: &mut [u8]) {
        let Role::Fde { cie, .. } = self.records[number].role else { return };
        let offset = |n: usize| placed.binary_search_by_key(&n, |p| p.0).map(|i| placed[i].1);
        let (Ok(this), Ok(cie)) = (offset(number), offset(cie)) else {
            unreachable!("a live FDE and its CIE are placed");
        };
        store(&mut out[4..8], (this + 4 - cie) as i64);
    }
}

/// Takes apart all `.eh_frame` sections.
pub(crate) fn parse<'a>(objects: &'a [Object<'a>], resolved: &Resolved<'a>) -> Result<Vec<Frame>, LinkError> {
    let mut frames = Vec::new();
    for (obj, object) in objects.iter().enumerate() {
        for (sec, section) in object.sections.iter().enumerate() {
            if section.kind == Kind::EhFrame && !resolved.is_discarded(obj, sec as u32) {
                frames.push(parse_section(objects, resolved, obj, sec as u32)?);
            }
        }
    }
    Ok(frames)
}

fn parse_section<'a>(
    objects: &'a [Object<'a>],
    resolved: &Resolved<'a>,
    obj: usize,
    sec: u32,
) -> Result<Frame, LinkError> {
    let object = &objects[obj];
    let section = &object.sections[sec as usize];
    let data = section.data;
    let bad = |at: usize, what: &str| {
        LinkError::malformed(object.name, format!("{}: {what}", object.location(sec, at as u64)))
    };
    let mut relocs: Vec<Reloc> = section.relocs.iter().map(Reloc::from).collect();
    relocs.sort_by_key(|r| r.offset);
    let mut frame = Frame { obj: obj as u32, sec, relocs, records: Vec::new() };
    let (mut at, mut reloc) = (0, 0);
    while at < data.len() {
        let length = word(data, at).ok_or_else(|| bad(at, "truncated unwind record"))?;
        if length == 0 {
            break;
        }
        if length == u32::MAX {
            return Err(LinkError::Unsupported {
                at: object.location(sec, at as u64),
                what: "64-bit unwind records are not supported".into(),
            });
        }
        let end = at + 4 + length as usize;
        let id = word(data, at + 4).filter(|_| length >= 8 && end <= data.len());
        let id = id.ok_or_else(|| bad(at, "truncated unwind record"))?;
        let first = reloc;
        while frame.relocs.get(reloc).is_some_and(|r| r.offset < end as u64) {
            reloc += 1;
        }
        let role = if id == 0 {
            Role::Cie
        } else {
            let cie = (at + 4)
                .checked_sub(id as usize)
                .and_then(|start| frame.records.binary_search_by_key(&start, |r| r.bytes.start).ok())
                .filter(|&n| matches!(frame.records[n].role, Role::Cie))
                .ok_or_else(|| bad(at, "unwind record without its common part"))?;
            let function = frame.relocs[first..reloc]
                .iter()
                .find(|r| r.offset == at as u64 + 8)
                .and_then(|r| resolved.target(objects, obj, r.sym));
            let function = match function {
                Some(Target::Section { obj, sec, .. }) => Some((obj, sec)),
                _ => None,
            };
            Role::Fde { cie, function }
        };
        frame.records.push(Record { bytes: at..end, relocs: first..reloc, role, live: false });
        at = end;
    }
    Ok(frame)
}

fn word(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().expect("four bytes")))
}
