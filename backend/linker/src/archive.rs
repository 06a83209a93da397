//! Taking members out of a static library.

use object::read::archive::ArchiveFile;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Input;
use crate::error::{LinkError, Location};
use crate::input::{Binding, Object, Place};

/// The name errors use for the archive itself.
const ARCHIVE: &str = "archive";
const ELF_MAGIC: &[u8] = b"\x7fELF";

/// Picks the members of `archive` that define `roots`, and those they need in turn, in the archive's order, each with
/// its name. Names in `provided` count as defined elsewhere. Names that no member defines are left to the link: it knows
/// whether live code needs them. Members that are no objects are skipped.
///
/// # Errors
/// If a root is not defined by any member, or the archive or one of its objects is malformed.
pub fn select(
    archive: &[u8],
    roots: &[&str],
    provided: &[&str],
) -> Result<Vec<(String, Vec<u8>)>, LinkError> {
    let members = read_members(archive)?;
    let inputs: Vec<Input<'_>> =
        members.iter().map(|(name, bytes)| Input { name: name.as_str(), bytes }).collect();
    let objects = inputs.iter().map(Object::parse).collect::<Result<Vec<_>, _>>()?;
    let definitions = definitions(&objects);
    let mut settled: FxHashSet<&[u8]> = provided.iter().map(|n| n.as_bytes()).collect();
    let mut wanted: Vec<&[u8]> = Vec::new();
    for root in roots {
        if !definitions.contains_key(root.as_bytes()) {
            return Err(LinkError::BadOption { what: format!("no member of the archive defines {root}") });
        }
        wanted.push(root.as_bytes());
    }
    let mut taken = vec![false; objects.len()];
    while let Some(name) = wanted.pop() {
        if !settled.insert(name) {
            continue;
        }
        let Some(&member) = definitions.get(name) else { continue };
        if std::mem::replace(&mut taken[member], true) {
            continue;
        }
        let needs = objects[member].symbols.iter().filter(|s| is_needed(s.place, s.binding));
        wanted.extend(needs.map(|s| s.name));
    }
    let kept = members.iter().zip(&taken).filter(|(_, taken)| **taken);
    Ok(kept.map(|((name, bytes), _)| (name.clone(), bytes.to_vec())).collect())
}

/// Whether a symbol makes its object need another: a weak reference does not (gABI, "Symbol Table").
fn is_needed(place: Place, binding: Binding) -> bool {
    place == Place::Undefined && binding == Binding::Global
}

fn read_members(archive: &[u8]) -> Result<Vec<(String, &[u8])>, LinkError> {
    let bad = |e: object::read::Error| LinkError::malformed(ARCHIVE, e.to_string());
    let file = ArchiveFile::parse(archive).map_err(bad)?;
    if file.is_thin() {
        return Err(LinkError::Unsupported {
            at: Location { object: ARCHIVE.into(), section: String::new(), offset: 0 },
            what: "thin archives are not supported".into(),
        });
    }
    let mut members = Vec::new();
    for member in file.members() {
        let member = member.map_err(bad)?;
        let bytes = member.data(archive).map_err(bad)?;
        if bytes.starts_with(ELF_MAGIC) {
            members.push((String::from_utf8_lossy(member.name()).into_owned(), bytes));
        }
    }
    Ok(members)
}

/// The first member that defines each global name.
fn definitions<'a>(objects: &[Object<'a>]) -> FxHashMap<&'a [u8], usize> {
    let mut definitions = FxHashMap::default();
    for (member, object) in objects.iter().enumerate() {
        for symbol in &object.symbols {
            if symbol.binding != Binding::Local && symbol.place != Place::Undefined {
                definitions.entry(symbol.name).or_insert(member);
            }
        }
    }
    definitions
}
