//! Interface types (Go spec, Interface types; gc: `types2/interface.go`, `types2/typeset.go`, `types2/union.go`).

use rustc_hash::FxHashMap;

use super::Checker;
use crate::ast::{BinaryOp, ExprId, ExprKind, Ident, InterfaceElem, List, UnaryOp};
use crate::diag::Code;
use crate::source::{Pos, Symbol, sym};
use crate::types::{Basic, InterfaceTy, MethodTy, Term, Ty, TyId};

/// Longest union, gc's limit.
const MAX_TERMS: usize = 100;

/// A method of an interface while the set is being collected.
struct Seen {
    name: Symbol,
    pkg: Option<crate::object::PkgId>,
    sig: TyId,
    /// Where the method, or the embedding that brought it, stands.
    pos: Pos,
}

impl<'p> Checker<'p> {
    /// An interface type.
    pub(super) fn interface_type(&mut self, e: ExprId, elems: List<InterfaceElem>) -> TyId {
        let mut methods: Vec<MethodTy> = Vec::new();
        let mut embedded = Vec::new();
        let mut embedded_pos = Vec::new();
        self.env.interface_depth += 1;
        for &elem in self.ast().list(elems) {
            match elem {
                InterfaceElem::Embedded(ty) => {
                    embedded_pos.push(self.ast().start_pos(ty));
                    embedded.push(self.interface_elem(ty));
                }
                InterfaceElem::Method { name, ty } => methods.extend(self.interface_method(name, ty)),
            }
        }
        self.env.interface_depth -= 1;
        if methods.is_empty() && embedded.is_empty() {
            return self.shared.universe.empty_interface;
        }
        // In gc's order: exported names first, then by name.
        let key = |m: &MethodTy| (!self.types().is_exported(m.name), self.name(m.name));
        methods.sort_by(|a, b| key(a).cmp(&key(b)));
        let simple = embedded.is_empty() && methods.len() == 1;
        if self.env.interface_depth == 0 {
            self.interfaces.push((self.file, e));
        }
        let ty = self.types().intern(Ty::Interface(InterfaceTy {
            methods: methods.into(),
            embedded: embedded.into(),
            ..InterfaceTy::default()
        }));
        if !simple {
            self.later(move |c| c.check_interface(ty, &embedded_pos));
        }
        ty
    }

    fn interface_method(&mut self, name: Ident, ty: ExprId) -> Option<MethodTy> {
        if name.name == sym::Blank {
            self.error(name.pos, Code::BlankIfaceMethod, "methods must have a unique non-blank name");
            return None;
        }
        let sig = self.typ(ty);
        matches!(self.types().get(sig), Ty::Func(_)).then_some(MethodTy {
            name: name.name,
            pkg: Some(self.pkg),
            sig,
            pos: name.pos,
        })
    }

    /// An embedded type, or a union of terms.
    pub(super) fn interface_elem(&mut self, e: ExprId) -> TyId {
        let mut exprs = Vec::new();
        self.flatten_union(e, &mut exprs);
        if let [only] = exprs[..]
            && !self.is_tilde(only)
        {
            let ty = self.typ(only);
            if self.is_type_param(ty) {
                let text = "term cannot be a type parameter";
                self.error_at(only, Code::MisplacedTypeParam, text);
                return TyId::ERROR;
            }
            return ty;
        }
        if let Some(&first) = exprs.get(MAX_TERMS) {
            let text = format!("cannot handle more than {MAX_TERMS} union terms (implementation limitation)");
            self.error_at(first, Code::InvalidUnion, text);
            return TyId::ERROR;
        }
        let mut terms = Vec::with_capacity(exprs.len());
        for &x in &exprs {
            let (tilde, inner) = match self.ast().exprs[x].kind {
                ExprKind::Unary { op: UnaryOp::Tilde, x } => (true, x),
                _ => (false, x),
            };
            let ty = self.typ(inner);
            if !ty.is_valid() {
                return TyId::ERROR;
            }
            if self.is_type_param(ty) {
                let text = if tilde {
                    format!("type in term {} cannot be a type parameter", self.expr_str(x))
                } else {
                    "term cannot be a type parameter".to_string()
                };
                self.error_at(inner, Code::MisplacedTypeParam, text);
                return TyId::ERROR;
            }
            terms.push(Term { tilde, ty });
        }
        let union = self.types().intern(Ty::Union(terms.clone().into()));
        self.record_type(e, union);
        self.later(move |c| c.check_union(&exprs, &terms));
        union
    }

    fn flatten_union(&self, e: ExprId, out: &mut Vec<ExprId>) {
        match self.ast().exprs[e].kind {
            ExprKind::Binary { op: BinaryOp::Or, x, y } => {
                self.flatten_union(x, out);
                self.flatten_union(y, out);
            }
            _ => out.push(e),
        }
    }

    /// The rules for terms of a union (Go spec, General interfaces).
    fn check_union(&mut self, exprs: &[ExprId], terms: &[Term]) {
        for (i, t) in terms.iter().enumerate() {
            let under = self.types().underlying(t.ty);
            if !under.is_valid() {
                continue;
            }
            let shown = self.path_qualified(t.ty);
            let set = self.types().type_set(t.ty);
            let text = if t.tilde && set.is_some() {
                format!("invalid use of ~ ({} is an interface)", self.ty_str(t.ty))
            } else if t.tilde && !self.types().identical(under, t.ty) {
                let (t, under) = (self.ty_str(t.ty), self.ty_str(under));
                format!("invalid use of ~ (underlying type of {t} is {under})")
            } else if let Some(set) = set {
                if !set.methods.is_empty() {
                    format!("cannot use {shown} in union ({shown} contains methods)")
                } else if self.types().identical(t.ty, self.shared.universe.comparable) {
                    "cannot use comparable in union".to_string()
                } else if set.comparable {
                    format!("cannot use {shown} in union ({shown} embeds comparable)")
                } else {
                    continue;
                }
            } else if let Some(j) = self.overlapping_term(&terms[..i], t) {
                let term =
                    |t: &Term| format!("{}{}", if t.tilde { "~" } else { "" }, self.path_qualified(t.ty));
                format!("overlapping terms {} and {}", term(t), term(&terms[j]))
            } else {
                continue;
            };
            self.soft_error(self.ast().start_pos(exprs[i]), Code::InvalidUnion, text);
        }
    }

    /// A type whose names are qualified by their package's path, as gc prints terms.
    pub(super) fn path_qualified(&self, ty: TyId) -> String {
        let path = |pkg| self.shared.packages[pkg].path.clone();
        self.types().display(ty, self.shared.objects, &path)
    }

    fn overlapping_term(&self, earlier: &[Term], t: &Term) -> Option<usize> {
        let types = self.types();
        earlier.iter().position(|u| {
            let a = if u.tilde { types.underlying(t.ty) } else { t.ty };
            let b = if t.tilde { types.underlying(u.ty) } else { u.ty };
            types.type_set(u.ty).is_none() && types.identical(a, b)
        })
    }

    /// Reports methods that an interface has twice, once all that it embeds is known.
    fn check_interface(&mut self, ty: TyId, embedded_pos: &[Pos]) {
        let Ty::Interface(i) = self.types().get(ty) else { return };
        let mut seen: Vec<Seen> = Vec::new();
        for m in &i.methods {
            if let Some(other) = self.find_seen(&seen, m) {
                self.duplicate_method(m.name, m.pos, seen[other].pos);
            } else {
                seen.push(Seen { name: m.name, pkg: m.pkg, sig: m.sig, pos: m.pos });
            }
        }
        for (&embedded, &pos) in i.embedded.iter().zip(embedded_pos) {
            if !self.embedding_version(embedded, pos) {
                continue;
            }
            self.check_union_size(embedded, pos);
            let Some(set) = self.types().type_set(embedded) else { continue };
            for m in &set.methods {
                match self.find_seen(&seen, m) {
                    Some(other) => {
                        if self.lang() < 14 || !self.types().identical(seen[other].sig, m.sig) {
                            self.duplicate_method(m.name, pos, seen[other].pos);
                        }
                    }
                    None => seen.push(Seen { name: m.name, pkg: m.pkg, sig: m.sig, pos }),
                }
            }
        }
    }

    /// Before Go 1.18 only interfaces could be embedded in interfaces, and only those without type sets.
    fn embedding_version(&mut self, embedded: TyId, pos: Pos) -> bool {
        if self.lang() >= 18 {
            return true;
        }
        let types = self.types();
        let what = match types.under(embedded) {
            Ty::Basic(Basic::Error) => return true,
            Ty::Union(_) => format!("embedding interface element {}", self.ty_str(embedded)),
            Ty::Interface(_) => {
                let set = types.type_set(embedded);
                let constraint = set.is_some_and(|set| set.comparable || set.terms.is_some());
                let imported = matches!(types.get(types.unalias(embedded)), Ty::Named(n)
                    if self.object(types.named(*n).obj).pkg.is_some_and(|p| p != self.pkg));
                if !constraint || !imported {
                    return true;
                }
                format!("embedding constraint interface {}", self.ty_str(embedded))
            }
            _ => format!("embedding non-interface type {}", self.ty_str(embedded)),
        };
        self.verify_version(pos, 18, &what)
    }

    /// A union may not have too many terms, those of the interfaces in it included.
    fn check_union_size(&mut self, embedded: TyId, pos: Pos) {
        let types = self.types();
        let Ty::Union(_) = types.under(embedded) else { return };
        if types.union_size(embedded) > MAX_TERMS {
            let text = format!("cannot handle more than {MAX_TERMS} union terms (implementation limitation)");
            self.error(pos, Code::InvalidUnion, text);
        }
    }

    /// Reports anonymous interfaces that contain themselves (gc: `cycleFinder`). Only for packages that are correct
    /// otherwise.
    pub(super) fn check_interface_cycles(&mut self) {
        let mut interfaces = std::mem::take(&mut self.interfaces);
        interfaces.sort_by_key(|&(file, e)| self.files[file].exprs[e].pos);
        let mut cyclic = FxHashMap::default();
        for (file, e) in interfaces {
            let ty = self.infos[file].expr(e).ty;
            if self.has_interface_cycle(ty, &mut cyclic) {
                let text = "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)";
                self.error(self.files[file].exprs[e].pos, Code::InvalidTypeCycle, text);
                // What takes part in this cycle is not reported again.
                cyclic.values_mut().for_each(|c| *c = false);
            }
        }
    }

    fn has_interface_cycle(&self, ty: TyId, cyclic: &mut FxHashMap<TyId, bool>) -> bool {
        let Ty::Interface(i) = self.under(ty) else { return false };
        let embedded = |&e: &TyId, cyclic: &mut FxHashMap<TyId, bool>| self.has_interface_cycle(e, cyclic);
        i.methods.iter().any(|m| self.leads_to_interface_cycle(m.sig, cyclic))
            || i.embedded.iter().any(|e| embedded(e, cyclic))
    }

    fn find_seen(&self, seen: &[Seen], m: &MethodTy) -> Option<usize> {
        seen.iter().position(|s| self.types().same_name((s.name, s.pkg), (m.name, m.pkg)))
    }

    fn duplicate_method(&mut self, name: Symbol, pos: Pos, other: Pos) {
        let name = self.name(name);
        let at = self.show_pos(other);
        let text = format!("duplicate method {name}\n\t{at}: other declaration of method {name}");
        self.error(pos, Code::DuplicateDecl, text);
    }

    /// Whether a type leads through anonymous types to an interface from which one comes back to it. Interfaces that
    /// are being visited are marked.
    fn leads_to_interface_cycle(&self, ty: TyId, cyclic: &mut FxHashMap<TyId, bool>) -> bool {
        let types = self.types();
        let ty = types.unalias(ty);
        match types.get(ty) {
            Ty::Interface(i) => {
                if i.methods.is_empty() && i.embedded.is_empty() {
                    return false;
                }
                if let Some(&known) = cyclic.get(&ty) {
                    return known;
                }
                cyclic.insert(ty, true);
                if self.has_interface_cycle(ty, cyclic) {
                    return true;
                }
                cyclic.insert(ty, false);
                false
            }
            Ty::Pointer(t) | Ty::Slice(t) | Ty::Array { elem: t, .. } | Ty::Chan { elem: t, .. } => {
                self.leads_to_interface_cycle(*t, cyclic)
            }
            Ty::Map { key, elem } => {
                self.leads_to_interface_cycle(*key, cyclic) || self.leads_to_interface_cycle(*elem, cyclic)
            }
            Ty::Struct(fields) => fields.iter().any(|f| self.leads_to_interface_cycle(f.ty, cyclic)),
            Ty::Func(f) => {
                f.params.iter().chain(&f.results).any(|p| self.leads_to_interface_cycle(p.ty, cyclic))
            }
            _ => false,
        }
    }
}
