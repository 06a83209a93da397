//! Linker symbols, spelled as gc spells them.

use frontend::ast::ChanDir;
use frontend::object::{ObjId, PkgId};
use frontend::source::Symbol;
use frontend::types::{FuncTy, InterfaceTy, NamedId, ParamTy, Ty as GoTy, TyId};

use super::{Cx, Instance};
use crate::ir::Sym;

/// A path as symbols begin with it: dots of the last element, quotes and control characters are escaped
/// (gc: `objabi.PathToPrefix`).
pub fn path_to_prefix(path: &str) -> String {
    let last = path.rfind('/').map_or(0, |i| i + 1);
    let mut out = String::with_capacity(path.len());
    for (i, b) in path.bytes().enumerate() {
        let plain = b > b' ' && b != b'%' && b != b'"' && b < 0x7f && !(b == b'.' && i >= last);
        if plain {
            out.push(char::from(b));
        } else {
            out.push_str(&format!("%{b:02x}"));
        }
    }
    out
}

impl Cx<'_> {
    /// The text of a Go name.
    pub fn text(&self, name: Symbol) -> &str {
        self.prog.interner.resolve(name)
    }

    /// The linker symbol with this spelling.
    pub fn sym(&self, name: &str) -> Sym {
        self.symbols.intern(name)
    }

    /// A package's path as symbols begin with it.
    pub fn pkg_prefix(&self, pkg: PkgId) -> String {
        path_to_prefix(&self.prog.headers[pkg].path)
    }

    /// `main.x`: a package-level object.
    pub fn obj_name(&self, obj: ObjId) -> String {
        let o = self.prog.objects.get(obj);
        let name = self.text(o.name);
        match o.pkg {
            Some(pkg) => format!("{}.{name}", self.pkg_prefix(pkg)),
            None => name.to_string(),
        }
    }

    /// `main.f`, `main.T.M`, `main.(*T).M`, `main.f[int]`, `main.(*T[int]).M`
    pub fn func_name(&self, inst: &Instance) -> String {
        let o = self.prog.objects.get(inst.obj);
        let outer = self.types().method_tparams(inst.obj).len().min(inst.targs.len());
        let targs = self.type_arg_list(&inst.targs[outer..]);
        let Some(recv) = self.inst_receiver(inst) else {
            return match self.init_number(inst.obj) {
                Some(n) => format!("{}.{n}", self.obj_name(inst.obj)),
                None => self.obj_name(inst.obj) + &targs,
            };
        };
        let (base, is_pointer) = self.types().deref(recv);
        let method = self.text(o.name);
        let type_name = match self.types().as_named(base) {
            Some(n) => self.obj_base_name(n),
            None => String::new(),
        };
        let pkg = o.pkg.map_or_else(String::new, |p| self.pkg_prefix(p));
        if is_pointer {
            format!("{pkg}.(*{type_name}).{method}{targs}")
        } else {
            format!("{pkg}.{type_name}.{method}{targs}")
        }
    }

    /// `T`, `T·1`: a defined type without its package.
    fn obj_base_name(&self, n: NamedId) -> String {
        let named = self.types().named(n);
        let mut name = self.text(self.prog.objects.get(named.obj).name).to_string();
        name.push_str(&self.type_arg_list(&named.targs));
        if named.local_index > 0 {
            name.push_str(&format!("·{}", named.local_index));
        }
        name
    }

    /// `[int,string]`; empty if there are none.
    pub(super) fn type_arg_list(&self, targs: &[TyId]) -> String {
        if targs.is_empty() {
            return String::new();
        }
        let args: Vec<_> = targs.iter().map(|&t| self.link_string(t)).collect();
        format!("[{}]", args.join(","))
    }

    /// A type as symbols spell it: unique, with full package paths (gc: `Type.LinkString`).
    pub fn link_string(&self, ty: TyId) -> String {
        let mut out = String::new();
        self.write_type(&mut out, self.canon(ty));
        out
    }

    fn write_type(&self, out: &mut String, ty: TyId) {
        match self.types().get(ty) {
            GoTy::Basic(b) => out.push_str(b.name()),
            GoTy::Named(n) => {
                if let Some(pkg) = self.prog.objects.get(self.types().named(*n).obj).pkg {
                    out.push_str(&self.pkg_prefix(pkg));
                    out.push('.');
                }
                out.push_str(&self.obj_base_name(*n));
            }
            GoTy::Alias { .. } => self.write_type(out, self.canon(ty)),
            GoTy::Pointer(t) => self.write_prefixed(out, "*", *t),
            GoTy::Slice(t) => self.write_prefixed(out, "[]", *t),
            GoTy::Array { elem, len } => self.write_prefixed(out, &format!("[{len}]"), *elem),
            GoTy::Map { key, elem } => {
                self.write_prefixed(out, "map[", *key);
                self.write_prefixed(out, "]", *elem);
            }
            GoTy::Chan { dir, elem } => self.write_chan(out, *dir, *elem),
            GoTy::Struct(fields) => {
                out.push_str("struct {");
                for (i, f) in fields.iter().enumerate() {
                    out.push_str(if i > 0 { "; " } else { " " });
                    if !f.embedded {
                        self.write_member(out, f.name, f.pkg);
                        out.push(' ');
                    } else if !self.is_name_of(f.name, f.pkg, f.ty) {
                        // The name of an alias, or a predeclared type, whose name belongs to the struct's package.
                        self.write_member(out, f.name, f.pkg);
                        out.push_str(" = ");
                    }
                    self.write_type(out, f.ty);
                    if let Some(tag) = f.tag {
                        out.push_str(&format!(" {:?}", self.text(tag)));
                    }
                }
                out.push_str(if fields.is_empty() { "}" } else { " }" });
            }
            GoTy::Func(f) => {
                out.push_str("func");
                self.write_signature(out, f);
            }
            GoTy::Interface(i) => self.write_interface(out, i),
            GoTy::Tuple(parts) => {
                let parts: Vec<_> = parts.iter().map(|&t| self.link_string(t)).collect();
                out.push_str(&format!("({})", parts.join(", ")));
            }
            GoTy::TypeParam(_) | GoTy::Union(_) => out.push('?'),
        }
    }

    /// Whether an embedded field's name follows from its type.
    fn is_name_of(&self, name: Symbol, pkg: Option<PkgId>, ty: TyId) -> bool {
        let (base, _) = self.types().deref(ty);
        let Some(n) = self.types().as_named(base) else { return false };
        let obj = self.prog.objects.get(self.types().named(n).obj);
        obj.name == name && (obj.pkg == pkg || self.types().is_exported(name))
    }

    fn write_prefixed(&self, out: &mut String, prefix: &str, ty: TyId) {
        out.push_str(prefix);
        self.write_type(out, ty);
    }

    fn write_chan(&self, out: &mut String, dir: ChanDir, elem: TyId) {
        let nested_recv = matches!(self.types().get(elem), GoTy::Chan { dir: ChanDir::Recv, .. });
        match dir {
            ChanDir::Recv => self.write_prefixed(out, "<-chan ", elem),
            ChanDir::Send => self.write_prefixed(out, "chan<- ", elem),
            ChanDir::Both if nested_recv => {
                self.write_prefixed(out, "chan (", elem);
                out.push(')');
            }
            ChanDir::Both => self.write_prefixed(out, "chan ", elem),
        }
    }

    /// A field or method name, with its package if it is not exported.
    fn write_member(&self, out: &mut String, name: Symbol, pkg: Option<PkgId>) {
        if let Some(pkg) = pkg.filter(|_| !self.types().is_exported(name)) {
            out.push_str(&self.pkg_prefix(pkg));
            out.push('.');
        }
        out.push_str(self.text(name));
    }

    fn write_signature(&self, out: &mut String, f: &FuncTy) {
        let write_list = |out: &mut String, list: &[ParamTy], variadic: bool| {
            out.push('(');
            for (i, p) in list.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                match self.types().get(p.ty) {
                    GoTy::Slice(elem) if variadic && i + 1 == list.len() => {
                        self.write_prefixed(out, "...", *elem)
                    }
                    _ => self.write_type(out, p.ty),
                }
            }
            out.push(')');
        };
        write_list(out, &f.params, f.variadic);
        match &*f.results {
            [] => {}
            [one] => self.write_prefixed(out, " ", one.ty),
            several => {
                out.push(' ');
                write_list(out, several, false);
            }
        }
    }

    fn write_interface(&self, out: &mut String, i: &InterfaceTy) {
        if i.methods.is_empty() {
            out.push_str("interface {}");
            return;
        }
        out.push_str("interface {");
        for (n, m) in i.methods.iter().enumerate() {
            out.push_str(if n > 0 { "; " } else { " " });
            self.write_member(out, m.name, m.pkg);
            self.write_signature(out, self.func_ty(m.sig));
        }
        out.push_str(" }");
    }
}
