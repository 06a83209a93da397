//! Types as text a program sees: `%T`, `reflect.Type.String`, run-time panics. Package names qualify, not paths.

use std::fmt::Write;

use crate::build::names::path_to_prefix;
use frontend::ast::ChanDir;
use frontend::object::PkgId;
use frontend::program::Program;
use frontend::source::{Symbol, sym};
use frontend::types::{FuncTy, InterfaceTy, Ty, TyId};

/// The text of a type.
pub fn type_string(prog: &Program, ty: TyId) -> String {
    let mut w = Writer { prog, paths: false, out: String::new() };
    w.ty(ty);
    w.out
}

struct Writer<'a> {
    prog: &'a Program,
    /// Inside type arguments, which gc writes with import paths.
    paths: bool,
    out: String,
}

impl Writer<'_> {
    fn name(&mut self, name: Symbol) {
        self.out.push_str(self.prog.interner.resolve(name));
    }

    fn package(&mut self, pkg: PkgId) {
        if self.paths {
            self.out.push_str(&path_to_prefix(&self.prog.headers[pkg].path));
        } else {
            self.name(self.prog.headers[pkg].name);
        }
    }

    fn ty(&mut self, ty: TyId) {
        let types = &self.prog.types;
        match types.get(types.canon(ty)) {
            Ty::Basic(b) => self.out.push_str(b.name()),
            Ty::Named(n) => {
                let named = types.named(*n);
                let obj = self.prog.objects.get(named.obj);
                if let Some(pkg) = obj.pkg {
                    self.package(pkg);
                    self.out.push('.');
                }
                self.name(obj.name);
                if !named.targs.is_empty() {
                    self.out.push('[');
                    for (i, &t) in named.targs.iter().enumerate() {
                        if i > 0 {
                            self.out.push(',');
                        }
                        let paths = std::mem::replace(&mut self.paths, true);
                        self.ty(t);
                        self.paths = paths;
                    }
                    self.out.push(']');
                }
            }
            Ty::Pointer(t) => {
                self.out.push('*');
                self.ty(*t);
            }
            Ty::Slice(t) => {
                self.out.push_str("[]");
                self.ty(*t);
            }
            Ty::Array { elem, len } => {
                let _ = write!(self.out, "[{len}]");
                self.ty(*elem);
            }
            Ty::Map { key, elem } => {
                self.out.push_str("map[");
                self.ty(*key);
                self.out.push(']');
                self.ty(*elem);
            }
            Ty::Chan { dir, elem } => self.chan(*dir, *elem),
            Ty::Struct(fields) => {
                self.out.push_str("struct {");
                for (i, f) in fields.iter().enumerate() {
                    self.out.push_str(if i > 0 { "; " } else { " " });
                    if !f.embedded {
                        self.name(f.name);
                        self.out.push(' ');
                    }
                    self.ty(f.ty);
                    if let Some(tag) = f.tag {
                        let _ = write!(self.out, " {}", quote(self.prog.interner.resolve(tag)));
                    }
                }
                self.out.push_str(if fields.is_empty() { "}" } else { " }" });
            }
            Ty::Func(f) => {
                self.out.push_str("func");
                self.signature(f);
            }
            Ty::Interface(i) => self.interface(i),
            Ty::Tuple(ts) => {
                self.out.push('(');
                self.list(ts.iter().copied());
                self.out.push(')');
            }
            Ty::TypeParam(p) => {
                let obj = types.type_param(*p).obj;
                self.name(self.prog.objects.get(obj).name);
            }
            Ty::Alias { actual, .. } => self.ty(*actual),
            Ty::Union(_) => self.out.push_str("union"),
        }
    }

    fn list(&mut self, tys: impl Iterator<Item = TyId>) {
        for (i, t) in tys.enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            self.ty(t);
        }
    }

    fn chan(&mut self, dir: ChanDir, elem: TyId) {
        self.out.push_str(match dir {
            ChanDir::Both => "chan ",
            ChanDir::Send => "chan<- ",
            ChanDir::Recv => "<-chan ",
        });
        let types = &self.prog.types;
        let parens = dir != ChanDir::Send
            && matches!(types.get(types.canon(elem)), Ty::Chan { dir: ChanDir::Recv, .. });
        if parens {
            self.out.push('(');
        }
        self.ty(elem);
        if parens {
            self.out.push(')');
        }
    }

    fn signature(&mut self, f: &FuncTy) {
        self.out.push('(');
        for (i, p) in f.params.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            match self.prog.types.under(p.ty) {
                Ty::Slice(elem) if f.variadic && i + 1 == f.params.len() => {
                    self.out.push_str("...");
                    self.ty(*elem);
                }
                _ => self.ty(p.ty),
            }
        }
        self.out.push(')');
        match &*f.results {
            [] => {}
            [one] => {
                self.out.push(' ');
                self.ty(one.ty);
            }
            many => {
                self.out.push_str(" (");
                self.list(many.iter().map(|r| r.ty));
                self.out.push(')');
            }
        }
    }

    fn interface(&mut self, i: &InterfaceTy) {
        if i.methods.is_empty() {
            return self.out.push_str("interface {}");
        }
        self.out.push_str("interface {");
        for (n, m) in i.methods.iter().enumerate() {
            self.out.push_str(if n > 0 { "; " } else { " " });
            // Unexported methods carry their package even in what programs see.
            if let Some(pkg) = m.pkg {
                self.package(pkg);
                self.out.push('.');
            }
            self.name(m.name);
            if let Ty::Func(f) = self.prog.types.get(m.sig) {
                self.signature(f);
            }
        }
        self.out.push_str(" }");
    }
}

/// A struct tag as `strconv.Quote` writes it.
fn quote(s: &str) -> String {
    let mut out = String::from("\"");
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if (c as u32) < 0x20 || c as u32 == 0x7f => {
                let _ = write!(out, "\\x{:02x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether the name starts with an upper-case letter (Go spec, Exported identifiers).
pub fn is_exported(prog: &Program, name: Symbol) -> bool {
    name != sym::Blank && prog.interner.resolve(name).chars().next().is_some_and(char::is_uppercase)
}
