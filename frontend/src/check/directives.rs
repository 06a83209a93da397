//! Compiler directives, `//go:name …`: where they may stand, and what the two that bind names refer to (gc: `noder.pragma`,
//! `writer.collectDecls`).
//!
//! A directive belongs to the declaration that follows it. gc looks at some rules while it parses, at the others only
//! when a package has no errors; so do we. The embedded packages may do anything.

use rustc_hash::FxHashSet;

use super::Checker;
use super::scope::PACKAGE_SCOPE;
use crate::ast::{Ast, Decl, DeclId, DeclKind, Directive, ExprKind};
use crate::diag::Code;
use crate::embed::patterns;
use crate::object::{ObjId, ObjKind};
use crate::source::{Pos, sym};
use crate::types::constant::ConstValue;

/// What a directive may be attached to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A function.
    Func,
    /// A function, in the packages of the run-time system.
    RuntimeFunc,
    /// A function, in the standard library.
    StdFunc,
    /// The package clause.
    Package,
}

/// The directives with a fixed place; unknown ones may stand anywhere.
const PLACES: &[(&str, Place)] = &[
    ("go:noescape", Place::Func),
    ("go:norace", Place::Func),
    ("go:nosplit", Place::Func),
    ("go:noinline", Place::Func),
    ("go:nocheckptr", Place::Func),
    ("go:cgo_unsafe_args", Place::Func),
    ("go:uintptrescapes", Place::Func),
    ("go:registerparams", Place::Func),
    ("go:systemstack", Place::RuntimeFunc),
    ("go:nowritebarrier", Place::RuntimeFunc),
    ("go:nowritebarrierrec", Place::RuntimeFunc),
    ("go:yeswritebarrierrec", Place::RuntimeFunc),
    ("go:uintptrkeepalive", Place::StdFunc),
    ("go:build", Place::Package),
];

/// What follows a directive.
#[derive(Clone, Copy)]
enum Owner {
    Package,
    Decl(DeclId),
    /// Neither: a statement, a group of declarations, the end.
    None,
}

fn verb(d: &Directive) -> &str {
    d.text.split([' ', '\t']).next().unwrap_or_default()
}

/// gc's position of a directive: after the slashes.
fn position(d: &Directive) -> Pos {
    Pos(d.pos.0 + 2)
}

impl Checker<'_> {
    fn go_directives(&self, file: usize) -> impl Iterator<Item = &Directive> + use<'_> {
        self.files[file].directives.iter().filter(|d| d.text.starts_with("go:"))
    }

    fn is_user_package(&self) -> bool {
        !self.shared.packages[self.pkg].is_std
    }

    /// The rules that gc checks while it parses.
    pub(super) fn check_directives(&mut self) {
        if !self.is_user_package() {
            return;
        }
        for file in 0..self.files.len() {
            let list: Vec<Directive> = self.go_directives(file).cloned().collect();
            for d in &list {
                if !self.is_alone_on_line(file, d.pos) {
                    self.error(position(d), Code::MisplacedDirective, "misplaced compiler directive");
                    continue;
                }
                let owner = self.owner(file, d);
                self.check_directive(d, owner);
            }
        }
    }

    fn check_directive(&mut self, d: &Directive, owner: Owner) {
        let mut say = |text: String| self.error(position(d), Code::MisplacedDirective, text);
        let verb = verb(d);
        let words = d.text.split_whitespace().count();
        match PLACES.iter().find(|p| p.0 == verb).map(|p| p.1) {
            Some(Place::RuntimeFunc) => say(format!("//{verb} only allowed in runtime")),
            Some(Place::StdFunc) => say(format!("//{verb} is only allowed in the standard library")),
            _ if verb.starts_with("go:cgo_") && verb != "go:cgo_import_dynamic" => {
                say(format!("//{} only allowed in cgo-generated code", d.text));
                if let Some(usage) = cgo_usage(&d.text) {
                    say(usage);
                }
            }
            _ => {}
        }
        match verb {
            // Without anything behind it, it is some unknown directive.
            "go:linkname" | "go:linknamestd" if words != 1 && !(2..=3).contains(&words) => {
                say(format!("usage: //{verb} localname [linkname]"));
            }
            "go:embed" if words == 1 => say("usage: //go:embed pattern...".to_string()),
            "go:embed" if patterns(&d.text).is_err() => {
                say(patterns(&d.text).err().unwrap_or_default());
                say("usage: //go:embed pattern...".to_string());
            }
            "go:embed" if matches!(owner, Owner::None) => say("misplaced go:embed directive".to_string()),
            _ if matches!(owner, Owner::None) && PLACES.iter().any(|p| p.0 == verb) => {
                say("misplaced compiler directive".to_string());
            }
            _ => {}
        }
    }

    fn is_alone_on_line(&self, file: usize, pos: Pos) -> bool {
        let src = self.shared.sources.file(self.files[file].file);
        let before = &src.text[..(pos.0 - src.base) as usize];
        before.rsplit('\n').next().is_none_or(|line| line.trim().is_empty())
    }

    /// The declaration behind a directive, comments skipped.
    fn owner(&self, file: usize, d: &Directive) -> Owner {
        let ast = &self.files[file];
        let src = self.shared.sources.file(ast.file);
        let start = (d.pos.0 - src.base) as usize;
        let at = start + skip_comments(&src.text[start..]);
        let rest = &src.text[at..];
        let word = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
        let after = rest[word.len()..].trim_start();
        match word {
            "package" => Owner::Package,
            // A group takes nothing; its declarations do.
            "var" | "const" | "type" | "import" if after.starts_with('(') => Owner::None,
            "func" | "var" | "const" | "type" | "import" => {
                let here = src.pos(at);
                let next = ast.decl_nodes.iter().filter(|(_, n)| n.pos > here).min_by_key(|(_, n)| n.pos);
                next.map_or(Owner::None, |(id, _)| Owner::Decl(id))
            }
            _ => {
                let here = src.pos(at);
                let spec = ast.decl_nodes.iter().find(|(_, n)| n.pos == here);
                spec.map_or(Owner::None, |(id, _)| Owner::Decl(id))
            }
        }
    }

    /// The rules that gc checks in packages without errors, in its order.
    pub(super) fn check_late_directives(&mut self) {
        if !self.is_user_package() {
            return;
        }
        let mut linked: FxHashSet<ObjId> = FxHashSet::default();
        for file in 0..self.files.len() {
            let list: Vec<Directive> = self.go_directives(file).cloned().collect();
            for d in &list {
                let owner = self.owner(file, d);
                self.check_place(file, d, owner);
                if matches!(verb(d), "go:linkname" | "go:linknamestd") {
                    self.check_linkname(file, d, &mut linked);
                }
            }
        }
        self.check_missing_bodies(&linked);
    }

    /// The variables of the package below `//go:embed` directives, with the texts of these.
    pub(super) fn embeds(&self) -> Vec<(usize, DeclId, String)> {
        let mut out = Vec::new();
        for file in 0..self.files.len() {
            for d in self.go_directives(file).filter(|d| verb(d) == "go:embed") {
                if let Owner::Decl(id) = self.owner(file, d) {
                    out.push((file, id, d.text.clone()));
                }
            }
        }
        out
    }

    fn check_place(&mut self, file: usize, d: &Directive, owner: Owner) {
        let ast = &self.files[file];
        let (verb, pos) = (verb(d), position(d));
        let kind = match owner {
            Owner::Decl(id) => Some((id, ast.decl_nodes[id].kind)),
            _ => None,
        };
        if verb == "go:embed" {
            let text = match kind {
                Some((id, decl @ DeclKind::Var { .. })) => self.embed_fault(ast, id, decl),
                _ => Some("misplaced go:embed directive"),
            };
            let lang = self.file_langs[file].unwrap_or(self.shared.lang);
            let text = text.or((lang < 16).then_some("go:embed requires go1.16 or later"));
            if let Some(text) = text {
                self.error(pos, Code::MisplacedDirective, text);
            }
            return;
        }
        let Some(&(_, place)) = PLACES.iter().find(|p| p.0 == verb) else { return };
        match (place, owner, kind) {
            (Place::Package, Owner::Package, _) => {}
            (Place::Func, _, Some((_, DeclKind::Func { body, .. }))) => {
                if verb == "go:noescape" && body.is_some() {
                    let Owner::Decl(id) = owner else { return };
                    let text = "can only use //go:noescape with external func implementations";
                    self.error(ast.decl_nodes[id].pos, Code::MisplacedDirective, text);
                }
            }
            _ => self.error(pos, Code::MisplacedDirective, "misplaced compiler directive"),
        }
    }

    /// Why a variable cannot be filled from a file (gc: `checkEmbed`).
    fn embed_fault(&self, ast: &Ast, id: DeclId, decl: DeclKind) -> Option<&'static str> {
        let DeclKind::Var { names, values, .. } = decl else { return None };
        if !self.imports_path(ast, b"embed") {
            return Some(
                "go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)",
            );
        }
        if names.len() > 1 {
            return Some("go:embed cannot apply to multiple vars");
        }
        if !values.is_empty() {
            return Some("go:embed cannot apply to var with initializer");
        }
        let local = !ast.list(ast.decls).contains(&id);
        local.then_some("go:embed cannot apply to var inside func")
    }

    fn imports_path(&self, ast: &Ast, wanted: &[u8]) -> bool {
        ast.list(ast.decls).iter().any(|&decl| {
            if let DeclKind::Import { path, .. } = ast.decl_nodes[decl].kind
                && let ExprKind::BasicLit { kind, text, bad: false } = ast.exprs[path].kind
                && let Some(ConstValue::String(bytes)) =
                    ConstValue::from_literal(kind, self.shared.interner.resolve(text))
            {
                return *bytes == *wanted;
            }
            false
        })
    }

    /// `//go:linkname local remote`
    fn check_linkname(&mut self, file: usize, d: &Directive, linked: &mut FxHashSet<ObjId>) {
        let (verb, pos) = (verb(d), position(d));
        let mut words = d.text.split_whitespace().skip(1);
        let (Some(local), remote) = (words.next(), words.next().unwrap_or_default()) else { return };
        let code = Code::InvalidLinkname;
        if !self.imports_path(&self.files[file], b"unsafe") {
            let text = format!("//{verb} only allowed in Go files that import \"unsafe\"");
            return self.error(pos, code, text);
        }
        if remote.contains('[') && remote.contains(']') {
            return self.error(pos, code, format!("//{verb} reference of an instantiation is not allowed"));
        }
        let name = self.shared.interner.intern(local);
        let obj = self.scopes[PACKAGE_SCOPE]
            .get(name)
            .filter(|&o| matches!(self.object(o).kind, ObjKind::Func { .. } | ObjKind::Var(_)));
        match obj {
            None => self.error(pos, code, format!("//{verb} must refer to declared function or variable")),
            Some(obj) if !linked.insert(obj) => {
                self.error(pos, code, format!("duplicate //{verb} for {local}"));
            }
            Some(_) => {}
        }
    }

    /// Functions without body are implemented by the runtime, in the embedded packages only (gc: `-complete`), or
    /// elsewhere under the name of a linkname directive.
    fn check_missing_bodies(&mut self, linked: &FxHashSet<ObjId>) {
        if self.shared.packages[self.pkg].may_lack_bodies {
            return;
        }
        for file in self.files {
            for &decl in file.list(file.decls) {
                let Decl { pos, kind: DeclKind::Func { body: None, name, recv, .. } } = file.decl_nodes[decl]
                else {
                    continue;
                };
                let obj = self.scopes[PACKAGE_SCOPE].get(name.name).filter(|_| recv.is_none());
                // gc does not write functions that nobody can call.
                if name.name != sym::Blank && obj.is_none_or(|o| !linked.contains(&o)) {
                    self.error(pos, Code::BadDecl, "missing function body");
                }
            }
        }
    }
}

/// The usage of a cgo directive whose arguments do not fit (gc: `pragcgo`).
fn cgo_usage(text: &str) -> Option<String> {
    let fields = cgo_fields(text);
    let verb = fields[0].trim_start_matches("go:");
    let quoted =
        |i: usize| fields.get(i).is_some_and(|f| f.len() >= 2 && f.starts_with('"') && f.ends_with('"'));
    let (ok, form) = match verb {
        "cgo_export_static" | "cgo_export_dynamic" => {
            (matches!(fields.len(), 2 | 3) && !quoted(1) && !quoted(2), "local [remote]")
        }
        "cgo_import_static" => (fields.len() == 2 && !quoted(1), "local"),
        "cgo_dynamic_linker" => (fields.len() == 2 && quoted(1), "\"path\""),
        "cgo_ldflag" => (fields.len() == 2 && quoted(1), "\"arg\""),
        _ => return None,
    };
    (!ok).then(|| format!("usage: //go:{verb} {form}"))
}

/// Words separated by blanks; a quoted one may hold blanks (gc: `pragmaFields`).
fn cgo_fields(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = match rest.strip_prefix('"') {
            Some(inner) => inner.find('"').map_or(rest.len(), |i| i + 2),
            None => rest.find(char::is_whitespace).unwrap_or(rest.len()),
        };
        out.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    if out.is_empty() {
        out.push("");
    }
    out
}

/// Length of the blanks and comments at the start of a text.
fn skip_comments(text: &str) -> usize {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let end = match rest {
            _ if rest.starts_with("//") => rest.find('\n'),
            _ if rest.starts_with("/*") => rest.find("*/").map(|i| i + 2),
            _ => return text.len() - rest.len(),
        };
        rest = end.map_or("", |i| &rest[i..]);
    }
}
