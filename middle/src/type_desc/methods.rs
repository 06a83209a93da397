//! Method sets: which methods a type has, its own and those promoted from embedded fields
//! (Go spec, Method sets, Struct types; gc: `types.CalcMethods`, `typecheck.Lookdot`).

use frontend::object::{ObjId, PkgId};
use frontend::source::Symbol;
use frontend::types::{NamedId, Ty, TyId};
use rustc_hash::{FxHashMap, FxHashSet};

use super::string::is_exported;
use crate::build::{Cx, MethodKey};

/// What a method is in the end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A declared method; its receiver is a pointer or not.
    Declared {
        /// The method.
        obj: ObjId,
        /// The canonical receiver type, with the type arguments if the type is an instance.
        recv: TyId,
        /// Whether it was declared for `*T`.
        pointer: bool,
    },
    /// A method of an embedded interface (or of the interface type itself).
    Interface {
        /// The canonical interface type.
        iface: TyId,
        /// Index in its sorted method list.
        index: usize,
    },
}

/// A method of a type.
#[derive(Clone, Debug)]
pub struct Method {
    /// Name.
    pub name: Symbol,
    /// Package, for unexported names.
    pub pkg: Option<PkgId>,
    /// Embedded fields passed through, from the receiver inwards.
    pub path: Vec<u32>,
    /// Whether a pointer is followed on the way.
    pub through_pointer: bool,
    /// What is called.
    pub target: Target,
    /// Canonical signature without receiver.
    pub sig: TyId,
}

/// A name as method sets distinguish them.
pub type Name = (Symbol, Option<PkgId>);

/// The name of a method of package `pkg`: the package matters for unexported names only.
pub fn name_key(cx: &Cx<'_>, name: Symbol, pkg: Option<PkgId>) -> Name {
    (name, if is_exported(cx.prog, name) { None } else { pkg })
}

/// All methods selectable from a variable of type `ty` (or through a pointer `ty`), those that need an address
/// included; sorted as gc sorts methods.
pub fn selectable(cx: &Cx<'_>, ty: TyId) -> Vec<Method> {
    let mut search = Search { cx, found: FxHashMap::default(), seen: FxHashSet::default() };
    let base = match cx.types().get(cx.canon(ty)) {
        Ty::Pointer(t) => *t,
        _ => ty,
    };
    search.run(base);
    let mut out: Vec<Method> = search.found.into_values().flatten().collect();
    let text = |m: &Method| cx.text(m.name);
    let pkg_path = |m: &Method| m.pkg.map(|p| cx.prog.headers[p].path.as_str());
    out.sort_by(|a, b| (a.pkg.is_some(), text(a), pkg_path(a)).cmp(&(b.pkg.is_some(), text(b), pkg_path(b))));
    out
}

/// The method set of a type: what its values implement.
pub fn method_set(cx: &Cx<'_>, ty: TyId) -> Vec<Method> {
    let is_pointer = matches!(cx.types().get(cx.canon(ty)), Ty::Pointer(_));
    // A pointer to an interface or to a pointer has no methods.
    if is_pointer
        && let Ty::Pointer(t) = cx.types().get(cx.canon(ty))
        && matches!(cx.types().under(*t), Ty::Interface(_) | Ty::Pointer(_))
    {
        return Vec::new();
    }
    let mut all = selectable(cx, ty);
    if !is_pointer {
        all.retain(|m| !matches!(m.target, Target::Declared { pointer: true, .. }) || m.through_pointer);
    }
    all
}

/// The method a key names.
pub fn find(cx: &Cx<'_>, key: MethodKey) -> Option<Method> {
    let name = name_key(cx, key.name, key.pkg);
    selectable(cx, key.recv).into_iter().find(|m| (m.name, m.pkg) == name)
}

/// Breadth-first through the embedded fields: a shallower name hides deeper ones, equal depth makes it ambiguous.
struct Search<'a, 'p> {
    cx: &'a Cx<'p>,
    /// `None`: the name is taken, by a field or ambiguously.
    found: FxHashMap<Name, Option<Method>>,
    seen: FxHashSet<NamedId>,
}

struct Level {
    ty: TyId,
    path: Vec<u32>,
    through_pointer: bool,
}

impl Search<'_, '_> {
    fn run(&mut self, ty: TyId) {
        let mut level = vec![Level { ty: self.cx.canon(ty), path: Vec::new(), through_pointer: false }];
        while !level.is_empty() {
            let mut here: FxHashMap<Name, Option<Method>> = FxHashMap::default();
            let mut next = Vec::new();
            let mut seen_here = Vec::new();
            for l in &level {
                self.visit(l, &mut here, &mut next, &mut seen_here);
            }
            self.seen.extend(seen_here);
            for (name, m) in here {
                self.found.entry(name).or_insert(m);
            }
            level = next;
        }
    }

    fn visit(
        &self,
        l: &Level,
        here: &mut FxHashMap<Name, Option<Method>>,
        next: &mut Vec<Level>,
        seen_here: &mut Vec<NamedId>,
    ) {
        let cx = self.cx;
        let mut add = |name: Name, m: Option<Method>| {
            here.entry(name).and_modify(|old| *old = None).or_insert(m);
        };
        if let Ty::Named(n) = cx.types().get(l.ty) {
            if self.seen.contains(n) {
                return;
            }
            seen_here.push(*n);
            for obj in cx.types().methods_of(*n) {
                let o = cx.prog.objects.get(obj);
                let name = name_key(cx, o.name, o.pkg);
                let inst = cx.method_of(obj, l.ty);
                let Some(recv) = cx.inst_receiver(&inst) else { continue };
                let pointer = matches!(cx.types().get(recv), Ty::Pointer(_));
                let target = Target::Declared { obj, recv, pointer };
                // A generic method counts as a name only: interfaces cannot ask for it.
                let generic = cx.types().method_tparams(obj).len() != cx.type_params(obj).len();
                add(name, (!generic).then(|| self.method(l, name, target, cx.inst_sig(&inst))));
            }
        }
        match cx.types().under(l.ty) {
            Ty::Struct(fields) => {
                for (i, f) in fields.iter().enumerate() {
                    add(name_key(cx, f.name, f.pkg), None);
                    if f.embedded {
                        let (ty, pointer) = match cx.types().get(cx.canon(f.ty)) {
                            Ty::Pointer(t) => (*t, true),
                            _ => (cx.canon(f.ty), false),
                        };
                        let mut path = l.path.clone();
                        path.push(i as u32);
                        next.push(Level { ty, path, through_pointer: l.through_pointer || pointer });
                    }
                }
            }
            Ty::Interface(_) => {
                let iface = cx.canon(cx.types().underlying(l.ty));
                let Ty::Interface(flat) = cx.types().get(iface) else { return };
                for (index, m) in flat.methods.iter().enumerate() {
                    let target = Target::Interface { iface, index };
                    let name = name_key(cx, m.name, m.pkg);
                    add(name, Some(self.method(l, name, target, cx.canon(m.sig))));
                }
            }
            _ => {}
        }
    }

    fn method(&self, l: &Level, name: Name, target: Target, sig: TyId) -> Method {
        Method {
            name: name.0,
            pkg: name.1,
            path: l.path.clone(),
            through_pointer: l.through_pointer,
            target,
            sig,
        }
    }
}
