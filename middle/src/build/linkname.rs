//! `//go:linkname local remote`: a function without body or a variable of one package is one of another, or one of the
//! runtime's in the tables of [`abi::functions`].

use abi::RuntimeFn;
use abi::functions::{Side, hook};
use frontend::object::{ObjId, ObjKind, PkgId, VarKind};
use frontend::program::Program;
use frontend::source::Symbol;
use rustc_hash::{FxHashMap, FxHashSet};

/// What links say.
#[derive(Default)]
pub(super) struct Links {
    /// Objects and those that they stand for.
    pub objects: FxHashMap<ObjId, ObjId>,
    /// Functions of standard packages and the symbols of the runtime's functions that they are.
    pub runtime: FxHashMap<ObjId, String>,
}

/// Reads the directives of a program. Functions in `bodies` have bodies.
pub(super) fn links(prog: &Program, bodies: &FxHashSet<ObjId>) -> Links {
    let mut links = Links::default();
    for (id, package) in prog.packages.iter() {
        for directive in package.files.iter().flat_map(|f| &f.ast.directives) {
            let mut words = directive.text.split_whitespace();
            if !matches!(words.next(), Some("go:linkname" | "go:linknamestd")) {
                continue;
            }
            let (Some(local), Some(remote)) = (words.next(), words.next()) else { continue };
            let Some(local) = prog.headers[id].lookup(prog.interner.intern(local)) else { continue };
            if prog.headers[id].is_std && !bodies.contains(&local) && is_of_runtime(remote) {
                links.runtime.insert(local, remote.to_string());
                continue;
            }
            let Some(remote) = object(prog, remote) else { continue };
            // Links in a circle lead nowhere.
            if local == remote || links.objects.contains_key(&remote) || !same_type(prog, local, remote) {
                continue;
            }
            let link = match (&prog.objects.get(local).kind, &prog.objects.get(remote).kind) {
                (ObjKind::Func { .. }, ObjKind::Func { .. }) => {
                    match (bodies.contains(&local), bodies.contains(&remote)) {
                        (false, _) => Some((local, remote)),
                        // Offered under the name of one without body.
                        (true, false) => Some((remote, local)),
                        // An overlay has a function for one of its package.
                        (true, true) if is_own_package(prog, id, remote) => Some((remote, local)),
                        (true, true) => None,
                    }
                }
                (ObjKind::Var(VarKind::Global), ObjKind::Var(VarKind::Global)) => Some((local, remote)),
                _ => None,
            };
            links.objects.extend(link);
        }
    }
    links
}

/// Whether an object belongs to a package, which is a standard one.
fn is_own_package(prog: &Program, package: PkgId, obj: ObjId) -> bool {
    prog.headers[package].is_std && prog.objects.get(obj).pkg == Some(package)
}

/// Whether the runtime has a function of this symbol.
fn is_of_runtime(symbol: &str) -> bool {
    hook(symbol).is_some() || RuntimeFn::by_symbol(symbol).is_some_and(|f| f.info().side == Side::Rust)
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
