//! Bodies of embedded functions that are parsed and checked late are what they are when the package is checked as a
//! whole, and every embedded package is right: what a program does not reach is never looked at.

use frontend::ast::{DeclId, DeclKind, ExprKind, print};
use frontend::constraint::BuildContext;
use frontend::program::{CheckedFile, Program};
use frontend::{Form, Input, InputFile, SourceProvider, check_program, render};

/// The packages that the compiler carries, and whether they are known to be right.
struct Embedded {
    proven: bool,
}

impl SourceProvider for Embedded {
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>> {
        let files = golib::package(import_path)?;
        Some(files.iter().map(|&(name, text)| (name.to_string(), text.to_string())).collect())
    }

    fn is_proven(&self) -> bool {
        self.proven
    }
}

/// A program that imports every package that programs may import.
fn importer() -> String {
    let mut text = "package main\n".to_string();
    for path in golib::packages().filter(|p| !p.split('/').any(|part| part == "internal")) {
        text += &format!("import _ {path:?}\n");
    }
    text + "func main() {}\n"
}

fn check(proven: bool) -> Program {
    let file = InputFile {
        display_name: "./prog.go".to_string(),
        path: "/src/prog.go".to_string(),
        text: importer().into_bytes(),
    };
    let context = BuildContext::default();
    let input = Input { files: vec![file], dir: ".".to_string(), context };
    let failed = |f: Box<frontend::Failure>| panic!("{}", render(&f, Form::Text { all: true }));
    check_program(input, &Embedded { proven }).unwrap_or_else(failed)
}

/// The statements of a function, and the types of the calls in it in source order.
fn shown(prog: &Program, (file, decl): (&CheckedFile, DeclId)) -> String {
    let DeclKind::Func { name, body: Some(body), .. } = file.ast.decl_nodes[decl].kind else {
        panic!("it has a body");
    };
    let body = file.ast[body];
    let mut out = prog.interner.resolve(name.name).to_string();
    for &s in file.ast.list(body.stmts) {
        out += "\n";
        out += &print::stmt_to_string(&file.ast, &prog.interner, s);
    }
    let inside = body.lbrace..body.rbrace;
    let mut calls: Vec<_> = file
        .ast
        .exprs
        .iter()
        .filter(|(_, e)| matches!(e.kind, ExprKind::Call { .. }) && inside.contains(&e.pos))
        .map(|(id, e)| (e.pos, file.info.expr(id).ty))
        .collect();
    calls.sort_by_key(|c| c.0);
    let qualifier = |p| prog.headers[p].path.clone();
    for (_, ty) in calls {
        out += "\n";
        out += &prog.types.display(ty, &prog.objects, &qualifier);
    }
    out
}

#[test]
fn late_bodies_are_the_same() {
    let (whole, late) = (check(false), check(true));
    let mut put_off = 0;
    for (pkg, package) in late.packages.iter() {
        let path = &late.headers[pkg].path;
        let (other, _) = whole.headers.iter().find(|(_, h)| h.path == *path).expect("both have the package");
        assert_eq!(package.funcs.len(), whole.packages[other].funcs.len(), "{path}");
        assert_eq!(package.init_order.len(), whole.packages[other].init_order.len(), "{path}");
        for (i, f) in package.funcs.iter().enumerate() {
            put_off += usize::from(f.is_late);
            let (now, then) = (late.func_source(pkg, i), whole.func_source(other, i));
            assert_eq!(shown(&late, now), shown(&whole, then), "{path}");
        }
    }
    assert!(put_off > 1000, "only {put_off} bodies were late");
}
