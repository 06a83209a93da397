//! Types and objects in messages (gc: `types2/format.go`).

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Checker;
use crate::object::{ObjId, ObjKind, PkgId, VarKind};
use crate::source::Symbol;
use crate::types::constant::quote;
use crate::types::display::{Qualifier, TypeWriter};
use crate::types::{Ty, TyId};

/// Packages whose name another package has too that they need in gc's library, `internal/sync` and `internal/strconv`;
/// so gc's messages show their types under the whole path.
const NAMES_WITHIN: &[&str] = &["strconv", "sync"];

impl Checker<'_> {
    /// A type as messages show it: names of other packages are qualified by the package's name, or by its path if
    /// the program has several packages of that name.
    pub fn ty_str(&self, ty: TyId) -> String {
        let qualifier = |pkg| self.qualifier(pkg);
        let note = |obj| self.type_param_note(obj);
        let mut w = TypeWriter::new(self.shared.types, self.shared.objects, &qualifier);
        w.note = Some(&note);
        w.ty(ty);
        w.out
    }

    /// Where a type parameter is declared whose name is predeclared, too.
    fn type_param_note(&self, obj: ObjId) -> Option<String> {
        let o = self.object(obj);
        self.shared.universe.scope.get(&o.name)?;
        Some(format!(" /* with {} declared at {} */", self.name(o.name), self.show_pos(o.pos)))
    }

    /// The type without alias names at its top, but for `byte` and `rune`, which messages keep.
    pub fn expand_alias(&self, mut ty: TyId) -> TyId {
        let universe = self.shared.universe;
        while ty != universe.byte && ty != universe.rune {
            match *self.types().get(ty) {
                Ty::Alias { actual: TyId::ERROR, .. } => return self.types().unalias(ty),
                Ty::Alias { actual, .. } => ty = actual,
                _ => break,
            }
        }
        ty
    }

    /// Several types, as `[int, string]`.
    pub fn ty_list_str(&self, types: &[TyId]) -> String {
        let shown: Vec<String> = types.iter().map(|&t| self.ty_str(t)).collect();
        format!("[{}]", shown.join(", "))
    }

    /// What messages put before names of package `pkg`.
    pub fn qualifier(&self, pkg: PkgId) -> String {
        if pkg == self.pkg {
            return String::new();
        }
        let header = &self.shared.packages[pkg];
        if self.ambiguous_names().contains(&header.name) {
            return quote(header.path.as_bytes());
        }
        self.name(header.name).to_string()
    }

    /// Names that several of the packages have that this one needs directly or indirectly.
    fn ambiguous_names(&self) -> &FxHashSet<Symbol> {
        self.ambiguous.get_or_init(|| {
            let mut paths: FxHashMap<Symbol, BTreeSet<&str>> = FxHashMap::default();
            let mut seen = FxHashSet::default();
            let mut work = vec![self.pkg];
            while let Some(pkg) = work.pop() {
                if seen.insert(pkg) {
                    let header = &self.shared.packages[pkg];
                    paths.entry(header.name).or_default().insert(&header.path);
                    work.extend(header.imports.values());
                }
            }
            let twice =
                |paths: &BTreeSet<&str>| paths.len() > 1 || paths.iter().any(|p| NAMES_WITHIN.contains(p));
            paths.into_iter().filter(|(_, paths)| twice(paths)).map(|(name, _)| name).collect()
        })
    }

    /// A method as `name(int) string` (gc: `funcString`).
    pub fn method_str(&self, name: Symbol, sig: TyId) -> String {
        self.method_text(name, sig, &|pkg| self.qualifier(pkg))
    }

    /// [`Checker::method_str`] with packages shown by their paths, this one's too.
    pub fn method_str_with_paths(&self, name: Symbol, sig: TyId) -> String {
        self.method_text(name, sig, &|pkg| self.shared.packages[pkg].path.clone())
    }

    fn method_text(&self, name: Symbol, sig: TyId, qualifier: &Qualifier<'_>) -> String {
        let mut w = TypeWriter::new(self.shared.types, self.shared.objects, qualifier);
        w.param_names = false;
        w.out.push_str(self.name(name));
        if let Ty::Func(f) = self.types().get(sig) {
            w.signature(f);
        }
        w.out
    }

    /// The kind of an object in words, as in `x (variable of type int) is not a type`.
    pub fn object_kind(&self, obj: ObjId) -> &'static str {
        let o = self.object(obj);
        match &o.kind {
            ObjKind::PkgName(_) => "package name",
            ObjKind::Const(_) => "constant",
            ObjKind::TypeName => match o.ty.get().map(|&t| self.types().get(t)) {
                Some(Ty::Alias { .. }) => "type alias",
                Some(Ty::TypeParam(_)) => "type parameter",
                _ => "defined type",
            },
            ObjKind::Var(VarKind::Global) => "package-level variable",
            ObjKind::Var(VarKind::Local) => "local variable",
            ObjKind::Var(VarKind::Recv) => "receiver",
            ObjKind::Var(VarKind::Param) => "parameter",
            ObjKind::Var(VarKind::Result) => "result variable",
            ObjKind::Func { recv } if recv.get().is_some() => "method",
            ObjKind::Func { .. } => "function",
            ObjKind::Builtin(_) => "built-in function",
            ObjKind::Nil => "untyped nil",
        }
    }
}
