//! `//go:linkname local remote`: a function without body or a variable of one package is one of another.

use frontend::object::{ObjId, ObjKind, VarKind};
use frontend::program::Program;
use frontend::source::Symbol;
use rustc_hash::{FxHashMap, FxHashSet};

/// The objects that stand for others.
pub(super) type Links = FxHashMap<ObjId, ObjId>;

/// Reads the directives of a program. Functions in `bodies` have bodies.
pub(super) fn links(prog: &Program, bodies: &FxHashSet<ObjId>) -> Links {
    let mut links = Links::default();
    for (id, package) in prog.packages.iter() {
        for directive in package.files.iter().flat_map(|f| &f.ast.directives) {
            let mut words = directive.text.split_whitespace();
            if words.next() != Some("go:linkname") {
                continue;
            }
            let (Some(local), Some(remote)) = (words.next(), words.next()) else { continue };
            let local = prog.headers[id].lookup(prog.interner.intern(local));
            let (Some(local), Some(remote)) = (local, object(prog, remote)) else { continue };
            // Links in a circle lead nowhere.
            if local == remote || links.contains_key(&remote) || !same_type(prog, local, remote) {
                continue;
            }
            let link = match (&prog.objects.get(local).kind, &prog.objects.get(remote).kind) {
                (ObjKind::Func { .. }, ObjKind::Func { .. }) => {
                    match (bodies.contains(&local), bodies.contains(&remote)) {
                        (false, _) => Some((local, remote)),
                        // Offered under the name of one without body.
                        (true, false) => Some((remote, local)),
                        (true, true) => None,
                    }
                }
                (ObjKind::Var(VarKind::Global), ObjKind::Var(VarKind::Global)) => Some((local, remote)),
                _ => None,
            };
            links.extend(link);
        }
    }
    links
}

/// The package-level object with a name as in symbols: `path/of/package.name`.
fn object(prog: &Program, symbol: &str) -> Option<ObjId> {
    let slash = symbol.rfind('/').map_or(0, |i| i + 1);
    let dot = slash + symbol[slash..].find('.')?;
    let (path, name): (&str, Symbol) = (&symbol[..dot], prog.interner.intern(&symbol[dot + 1..]));
    prog.headers.values().find(|p| p.path == path)?.lookup(name)
}

fn same_type(prog: &Program, a: ObjId, b: ObjId) -> bool {
    prog.types.canon(prog.objects.ty(a)) == prog.types.canon(prog.objects.ty(b))
}
