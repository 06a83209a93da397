//! Types as messages show them (gc: `types2/typestring.go`).

use super::constant::quote;
use super::*;
use crate::object::Objects;
use crate::source::sym;

/// What is put before names of a package: nothing, or its name or path.
pub type Qualifier<'a> = dyn Fn(PkgId) -> String + 'a;

/// Writes types.
pub struct TypeWriter<'a> {
    /// The types.
    pub types: &'a Types,
    /// Their declarations.
    pub objects: &'a Objects,
    /// How packages are named. An empty string leaves the name unqualified.
    pub qualifier: &'a Qualifier<'a>,
    /// Whether parameter names are written.
    pub param_names: bool,
    /// What is said about a type parameter behind its name.
    pub note: Option<&'a dyn Fn(ObjId) -> Option<String>>,
    /// What has been written.
    pub out: String,
}

impl<'a> TypeWriter<'a> {
    /// A writer that has written nothing.
    pub fn new(types: &'a Types, objects: &'a Objects, qualifier: &'a Qualifier<'a>) -> Self {
        TypeWriter { types, objects, qualifier, param_names: true, note: None, out: String::new() }
    }

    /// Writes a type as it was written in the source.
    pub fn ty(&mut self, ty: TyId) {
        match self.types.get(ty) {
            Ty::Basic(b) => self.out.push_str(b.name()),
            Ty::Named(n) => self.named(*n),
            Ty::Alias { obj, targs, .. } => {
                self.name_of(*obj);
                if targs.is_empty() {
                    self.type_params(self.types.alias_tparams(*obj));
                } else {
                    self.args(targs);
                }
            }
            Ty::Pointer(base) => {
                self.out.push('*');
                self.ty(*base);
            }
            Ty::Slice(elem) => {
                self.out.push_str("[]");
                self.ty(*elem);
            }
            Ty::Array { elem, len } => {
                self.out.push_str(&format!("[{len}]"));
                self.ty(*elem);
            }
            Ty::Map { key, elem } => {
                self.out.push_str("map[");
                self.ty(*key);
                self.out.push(']');
                self.ty(*elem);
            }
            Ty::Chan { dir, elem } => self.chan(*dir, *elem),
            Ty::Struct(fields) => self.structure(fields),
            Ty::Func(f) => {
                self.out.push_str("func");
                self.signature(f);
            }
            Ty::Interface(i) => self.interface(i),
            Ty::Tuple(types) => self.list('(', types, ')'),
            Ty::TypeParam(p) => {
                let obj = self.types.type_param(*p).obj;
                self.out.push_str(self.types.interner().resolve(self.objects.get(obj).name));
                if let Some(text) = self.note.and_then(|note| note(obj)) {
                    self.out.push_str(&text);
                }
            }
            Ty::Union(terms) => {
                for (i, term) in terms.iter().enumerate() {
                    self.out.push_str(if i > 0 { " | " } else { "" });
                    self.out.push_str(if term.tilde { "~" } else { "" });
                    self.ty(term.ty);
                }
            }
        }
    }

    fn named(&mut self, n: NamedId) {
        let named = self.types.named(n);
        self.name_of(named.obj);
        if !named.targs.is_empty() {
            // Arguments for a local type's implicit parameters were never written.
            if named.origin.is_none_or(|o| self.types.named(o).implicit.is_empty()) {
                self.args(&named.targs);
            }
        } else if let Some(tparams) = named.tparams.get() {
            self.type_params(tparams);
        }
    }

    /// Type arguments.
    fn args(&mut self, args: &[TyId]) {
        self.list('[', args, ']');
    }

    /// A type parameter list with constraints, `[K comparable, V any]`.
    pub fn type_params(&mut self, tparams: &[TypeParamId]) {
        if tparams.is_empty() {
            return;
        }
        self.out.push('[');
        let constraint = |p: TypeParamId| self.types.type_param(p).constraint.get().copied();
        for (i, &p) in tparams.iter().enumerate() {
            let name = self.types.type_param(p).obj;
            if i > 0 {
                if constraint(p) != constraint(tparams[i - 1]) {
                    self.out.push(' ');
                    if let Some(c) = constraint(tparams[i - 1]) {
                        self.ty(c);
                    }
                }
                self.out.push_str(", ");
            }
            let name = self.objects.get(name).name;
            self.out.push_str(self.types.interner().resolve(name));
        }
        if let Some(c) = tparams.last().and_then(|&p| constraint(p)) {
            self.out.push(' ');
            self.ty(c);
        }
        self.out.push(']');
    }

    /// Writes the name of an object with its package.
    pub fn name_of(&mut self, obj: ObjId) {
        let obj = self.objects.get(obj);
        if let Some(pkg) = obj.pkg {
            let prefix = (self.qualifier)(pkg);
            if !prefix.is_empty() {
                self.out.push_str(&prefix);
                self.out.push('.');
            }
        }
        self.out.push_str(self.types.interner().resolve(obj.name));
    }

    fn list(&mut self, open: char, types: &[TyId], close: char) {
        self.out.push(open);
        for (i, &ty) in types.iter().enumerate() {
            self.out.push_str(if i > 0 { ", " } else { "" });
            self.ty(ty);
        }
        self.out.push(close);
    }

    fn chan(&mut self, dir: ChanDir, elem: TyId) {
        self.out.push_str(match dir {
            ChanDir::Both => "chan ",
            ChanDir::Send => "chan<- ",
            ChanDir::Recv => "<-chan ",
        });
        // `chan (<-chan T)`: without parentheses the arrow would belong to the first `chan`.
        let parens =
            dir == ChanDir::Both && matches!(self.types.get(elem), Ty::Chan { dir: ChanDir::Recv, .. });
        self.out.push_str(if parens { "(" } else { "" });
        self.ty(elem);
        self.out.push_str(if parens { ")" } else { "" });
    }

    fn structure(&mut self, fields: &[FieldTy]) {
        self.out.push_str("struct{");
        for (i, f) in fields.iter().enumerate() {
            self.out.push_str(if i > 0 { "; " } else { "" });
            if !f.embedded {
                self.out.push_str(self.types.interner().resolve(f.name));
                self.out.push(' ');
            }
            self.ty(f.ty);
            if let Some(tag) = f.tag {
                self.out.push(' ');
                self.out.push_str(&quote(self.types.interner().resolve(tag).as_bytes()));
            }
        }
        self.out.push('}');
    }

    fn interface(&mut self, i: &InterfaceTy) {
        if i.implicit
            && i.methods.is_empty()
            && let [only] = *i.embedded
        {
            return self.ty(only);
        }
        self.out.push_str("interface{");
        let mut separator = "";
        if i.comparable && i.embedded.is_empty() {
            self.out.push_str("comparable");
            separator = "; ";
        }
        for m in &i.methods {
            self.out.push_str(separator);
            separator = "; ";
            self.out.push_str(self.types.interner().resolve(m.name));
            if let Ty::Func(sig) = self.types.get(m.sig) {
                self.signature(sig);
            }
        }
        for &e in &i.embedded {
            self.out.push_str(separator);
            separator = "; ";
            self.ty(e);
        }
        self.out.push('}');
    }

    /// Writes parameters and results.
    pub fn signature(&mut self, f: &FuncTy) {
        self.type_params(&f.tparams);
        self.params(&f.params, f.variadic);
        match &*f.results {
            [] => {}
            [only] if only.name == sym::Empty => {
                self.out.push(' ');
                self.ty(only.ty);
            }
            results => {
                self.out.push(' ');
                self.params(results, false);
            }
        }
    }

    fn params(&mut self, params: &[ParamTy], variadic: bool) {
        self.out.push('(');
        for (i, p) in params.iter().enumerate() {
            self.out.push_str(if i > 0 { ", " } else { "" });
            if p.name != sym::Empty && self.param_names {
                self.out.push_str(self.types.interner().resolve(p.name));
                self.out.push(' ');
            }
            match self.types.get(p.ty) {
                Ty::Slice(elem) if variadic && i + 1 == params.len() => {
                    self.out.push_str("...");
                    self.ty(*elem);
                }
                _ => self.ty(p.ty),
            }
        }
        self.out.push(')');
    }
}

impl Types {
    /// A type as messages show it; see [`TypeWriter`].
    pub fn display(&self, ty: TyId, objects: &Objects, qualifier: &Qualifier<'_>) -> String {
        let mut w = TypeWriter::new(self, objects, qualifier);
        w.ty(ty);
        w.out
    }
}
