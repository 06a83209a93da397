//! The facts that later stages rely on are complete: every expression of a valid program has a mode and a final
//! type, every constant its value in that type, every name its object.

use frontend::ast::*;
use frontend::constraint::BuildContext;
use frontend::program::{CheckedFile, Mode, Program};
use frontend::source::sym;
use frontend::types::{Basic, Ty, TyId};
use frontend::{Form, Input, InputFile, SourceProvider, check_program, render};

/// The packages that the compiler carries.
struct Embedded;

impl SourceProvider for Embedded {
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>> {
        let files = golib::package(import_path)?;
        Some(files.iter().map(|&(name, text)| (name.to_string(), text.to_string())).collect())
    }
}

fn check(text: &str) -> Program {
    let file = InputFile {
        display_name: "./prog.go".to_string(),
        path: "/src/prog.go".to_string(),
        text: text.into(),
    };
    let context = BuildContext::default();
    let input = Input { files: vec![file], dir: ".".to_string(), context };
    check_program(input, &Embedded).unwrap_or_else(|f| panic!("{}", render(&f, Form::Text { all: true })))
}

/// Walks a file and collects what is missing.
struct Walk<'a> {
    program: &'a Program,
    file: &'a CheckedFile,
    missing: Vec<String>,
}

impl Walk<'_> {
    fn ast(&self) -> &Ast {
        &self.file.ast
    }

    fn complain(&mut self, e: ExprId, what: &str) {
        let at = self.program.sources.mention(self.ast().start_pos(e));
        let text = print::expr_to_string(self.ast(), &self.program.interner, e);
        let info = self.file.info.expr(e);
        self.missing.push(format!("{at}: {text}: {what} (mode {:?})", info.mode));
    }

    fn decls(&mut self, list: List<DeclId>) {
        for &d in self.ast().list(list).to_vec().iter() {
            match self.ast().decl_nodes[d].kind {
                DeclKind::Import { .. } => {}
                DeclKind::Const { ty, values, names, .. } => {
                    self.idents(names);
                    self.opt(ty);
                    self.exprs(values);
                }
                DeclKind::Var { ty, values, names } => {
                    self.idents(names);
                    self.opt(ty);
                    self.exprs(values);
                }
                DeclKind::Type { ty, .. } => self.expr(ty),
                DeclKind::Func { recv, ty, body, .. } => {
                    if let Some(recv) = recv {
                        self.receiver(self.ast()[recv].ty);
                    }
                    self.expr(ty);
                    if let Some(body) = body {
                        self.stmts(self.ast()[body].stmts);
                    }
                }
            }
        }
    }

    fn idents(&mut self, list: List<Ident>) {
        for ident in self.ast().list(list).to_vec() {
            if ident.name != sym::Blank && !self.file.info.defs.contains_key(&ident.pos) {
                let at = self.program.sources.mention(ident.pos);
                self.missing
                    .push(format!("{at}: no definition of {}", self.program.interner.resolve(ident.name)));
            }
        }
    }

    fn exprs(&mut self, list: List<ExprId>) {
        for e in self.ast().list(list).to_vec() {
            self.expr(e);
        }
    }

    fn opt(&mut self, e: Option<ExprId>) {
        if let Some(e) = e {
            self.expr(e);
        }
    }

    fn fields(&mut self, list: List<Field>) {
        for f in self.ast().list(list).to_vec() {
            self.expr(f.ty);
        }
    }

    fn stmts(&mut self, list: List<StmtId>) {
        for s in self.ast().list(list).to_vec() {
            self.stmt(s);
        }
    }

    fn opt_stmt(&mut self, s: Option<StmtId>) {
        if let Some(s) = s {
            self.stmt(s);
        }
    }

    fn stmt(&mut self, s: StmtId) {
        match self.ast().stmts[s].kind {
            StmtKind::Bad | StmtKind::Empty | StmtKind::Branch { .. } => {}
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt),
            StmtKind::Block(b) => self.stmts(self.ast()[b].stmts),
            StmtKind::Expr(e) | StmtKind::IncDec { x: e, .. } | StmtKind::GoDefer { call: e, .. } => {
                self.expr(e)
            }
            StmtKind::Send { chan, value } => {
                self.expr(chan);
                self.expr(value);
            }
            StmtKind::Assign { lhs, rhs } | StmtKind::Define { lhs, rhs } => {
                self.exprs(lhs);
                self.exprs(rhs);
            }
            StmtKind::OpAssign { x, y, .. } => {
                self.expr(x);
                self.expr(y);
            }
            StmtKind::Return(results) => self.exprs(results),
            StmtKind::If { init, cond, then, els } => {
                self.opt_stmt(init);
                self.expr(cond);
                self.stmts(self.ast()[then].stmts);
                self.opt_stmt(els);
            }
            StmtKind::For { init, cond, post, body } => {
                self.opt_stmt(init);
                self.opt(cond);
                self.opt_stmt(post);
                self.stmts(self.ast()[body].stmts);
            }
            StmtKind::Range { key, value, x, body, .. } => {
                self.opt(key);
                self.opt(value);
                self.expr(x);
                self.stmts(self.ast()[body].stmts);
            }
            StmtKind::Switch { init, tag, clauses, .. } => self.switch(init, tag, clauses),
            StmtKind::Select { clauses, .. } => {
                for c in self.ast().list(clauses).to_vec() {
                    self.opt_stmt(c.comm);
                    self.stmts(c.body);
                }
            }
            StmtKind::Decl(decls) => self.decls(decls),
        }
    }

    fn switch(&mut self, init: Option<StmtId>, tag: Option<ExprId>, clauses: List<CaseClause>) {
        self.opt_stmt(init);
        let mut guarded = false;
        if let Some(tag) = tag {
            if let ExprKind::TypeSwitchGuard { x, lhs } = self.ast().exprs[tag].kind {
                guarded = lhs.is_some();
                self.expr(x);
            } else {
                self.expr(tag);
            }
        }
        for c in self.ast().list(clauses).to_vec() {
            self.exprs(c.exprs);
            if guarded && !self.file.info.implicits.contains_key(&c.pos) {
                let at = self.program.sources.mention(c.pos);
                self.missing.push(format!("{at}: no variable for the clause"));
            }
            self.stmts(c.body);
        }
    }

    fn expr(&mut self, e: ExprId) {
        match self.ast().exprs[e].kind {
            ExprKind::Name(sym::Blank) => return,
            ExprKind::Name(_) => {
                if !self.file.info.uses.contains_key(&e) {
                    self.complain(e, "no object");
                }
            }
            ExprKind::Selector { x, .. } => {
                self.expr(x);
                if !self.file.info.uses.contains_key(&e) && !self.file.info.selections.contains_key(&e) {
                    self.complain(e, "no selection");
                }
            }
            ExprKind::CompositeLit { ty, value } => {
                self.opt(ty);
                self.elems(e, self.ast()[value].elems);
            }
            ExprKind::FuncLit { ty, body } => {
                self.expr(ty);
                self.stmts(self.ast()[body].stmts);
            }
            ExprKind::List(items) => return self.exprs(items),
            ExprKind::StructType(fields) => self.fields(fields),
            ExprKind::InterfaceType(elems) => {
                for elem in self.ast().list(elems).to_vec() {
                    match elem {
                        InterfaceElem::Method { ty, .. } => self.expr(ty),
                        InterfaceElem::Embedded(ty) => self.terms(ty),
                    }
                }
            }
            ExprKind::FuncType(signature) => {
                let Signature { params, results } = self.ast()[signature];
                self.fields(params);
                self.fields(results);
            }
            kind => self.children(kind),
        }
        self.facts(e);
    }

    /// The types of a union: the union itself is no expression.
    fn terms(&mut self, e: ExprId) {
        match self.ast().exprs[e].kind {
            ExprKind::Binary { op: BinaryOp::Or, x, y } => {
                self.terms(x);
                self.terms(y);
            }
            ExprKind::Unary { op: UnaryOp::Tilde, x } => self.expr(x),
            _ => self.expr(e),
        }
    }

    /// The type of a receiver, whose type arguments declare type parameters.
    fn receiver(&mut self, e: ExprId) {
        match self.ast().exprs[e].kind {
            ExprKind::Paren(x) | ExprKind::Star(x) => self.receiver(x),
            ExprKind::Index { x, .. } => self.expr(x),
            _ => self.expr(e),
        }
    }

    /// Operands of expressions that need no special care.
    fn children(&mut self, kind: ExprKind) {
        match kind {
            ExprKind::Paren(x) | ExprKind::Unary { x, .. } | ExprKind::Star(x) => self.expr(x),
            ExprKind::SliceType(x) | ExprKind::DotsType(x) | ExprKind::ChanType { elem: x, .. } => {
                self.expr(x)
            }
            ExprKind::Index { x, index: y }
            | ExprKind::TypeAssert { x, ty: y }
            | ExprKind::Binary { x, y, .. }
            | ExprKind::MapType { key: x, value: y } => {
                self.expr(x);
                self.expr(y);
            }
            ExprKind::Slice { x, bounds } => {
                let SliceBounds { lo, hi, max, .. } = self.ast()[bounds];
                self.expr(x);
                [lo, hi, max].into_iter().for_each(|e| self.opt(e));
            }
            ExprKind::Call { fun, args, .. } => {
                self.expr(fun);
                self.exprs(args);
            }
            ExprKind::ArrayType { len, elem } => {
                self.opt(len);
                self.expr(elem);
            }
            _ => {}
        }
    }

    /// Elements of a literal; keys of structs are field names, which have a selection.
    fn elems(&mut self, lit: ExprId, elems: List<ExprId>) {
        let types = &self.program.types;
        let ty = self.file.info.expr(lit).ty;
        let base = match types.under(ty) {
            Ty::Pointer(base) => *base,
            _ => ty,
        };
        let is_struct = matches!(types.under(base), Ty::Struct(_));
        for elem in self.ast().list(elems).to_vec() {
            let ExprKind::KeyValue { key, value } = self.ast().exprs[elem].kind else {
                self.expr(elem);
                continue;
            };
            if !is_struct {
                self.expr(key);
            } else if !self.file.info.selections.contains_key(&key) {
                self.complain(key, "no field");
            }
            self.expr(value);
        }
    }

    /// What must be known of any expression.
    fn facts(&mut self, e: ExprId) {
        let info = self.file.info.expr(e);
        let types = &self.program.types;
        match info.mode {
            Mode::Invalid => self.complain(e, "not recorded"),
            Mode::Package | Mode::Builtin | Mode::NoValue => {}
            // `case nil` of a type switch has no type.
            Mode::Nil if info.ty == Basic::UntypedNil.ty() => {}
            Mode::Constant => {
                let value = self.file.info.consts.get(&e);
                let basic = types.basic(info.ty);
                match (value, basic) {
                    // The parts of a sum of strings are not kept.
                    (None, Some(b))
                        if b.is_string() && matches!(self.ast().exprs[e].kind, ExprKind::Binary { .. }) => {}
                    (None, _) | (_, None) => self.complain(e, "no constant value"),
                    // Operands of constant expressions may be too large for any type.
                    (Some(v), Some(b)) if b.is_untyped() => {
                        if v.representable(default(b)).is_some() {
                            self.complain(e, "untyped");
                        }
                    }
                    (Some(v), Some(b)) => {
                        if v.representable(b).as_ref() != Some(v) {
                            self.complain(e, "value is not one of the type");
                        }
                    }
                }
            }
            _ if info.ty == TyId::ERROR || types.underlying(info.ty) == TyId::ERROR => {
                self.complain(e, "no type")
            }
            _ if types.basic(info.ty).is_some_and(Basic::is_untyped) => self.complain(e, "untyped"),
            _ => {}
        }
    }
}

fn default(b: Basic) -> Basic {
    match b {
        Basic::UntypedBool => Basic::Bool,
        Basic::UntypedInt => Basic::Int,
        Basic::UntypedRune => Basic::Int32,
        Basic::UntypedFloat => Basic::Float64,
        Basic::UntypedComplex => Basic::Complex128,
        _ => Basic::String,
    }
}

/// What is missing in a program, and how many expressions there are.
fn missing(program: &Program) -> (Vec<String>, usize) {
    let mut missing = Vec::new();
    let mut count = 0;
    for package in program.packages.values() {
        for file in &package.files {
            let mut walk = Walk { program, file, missing: Vec::new() };
            walk.decls(file.ast.decls);
            missing.append(&mut walk.missing);
            count += file.ast.exprs.len();
        }
    }
    (missing, count)
}

fn assert_complete(text: &str) {
    let (missing, _) = missing(&check(text));
    assert!(missing.is_empty(), "{} facts are missing:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn embedded_packages() {
    let program = check(include_str!("facts/std.go"));
    let (missing, count) = missing(&program);
    assert!(missing.is_empty(), "{} facts are missing:\n{}", missing.len(), missing.join("\n"));
    assert!(count > 10_000, "the embedded packages have many expressions, not {count}");
}

#[test]
fn all_forms() {
    assert_complete(include_str!("facts/forms.go"));
}

/// The selection of the selector `x.name` whose text is `text`.
fn selection<'a>(program: &'a Program, text: &str) -> &'a frontend::program::Selection {
    let file = &program.packages[program.main].files[0];
    let mut found = file
        .info
        .selections
        .iter()
        .filter(|&(&e, _)| print::expr_to_string(&file.ast, &program.interner, e) == text);
    found.next().unwrap_or_else(|| panic!("no selection {text}")).1
}

#[test]
fn selections() {
    let program = check(
        "package main\n\
         type A struct{ n int }\n\
         func (A) val() {}\n\
         func (*A) ptr() {}\n\
         type B struct { pad int; *A }\n\
         type C struct { B }\n\
         type I interface { m() }\n\
         type D struct { I }\n\
         func main() {\n\
         var c C\n var pc *C\n var a A\n var pa *A\n var d D\n\
         _ = c.n; pc.val(); c.ptr(); a.ptr(); pa.val(); a.val(); pa.ptr(); d.m()\n\
         _ = (*A).ptr; _ = A.val; _ = I.m; _ = D.m\n}\n",
    );
    use frontend::program::SelectionKind::*;
    let expect = [
        ("c.n", Field, &[0, 1, 0][..], false, false),
        ("pc.val", Method, &[0, 1], false, true),
        ("c.ptr", Method, &[0, 1], false, false),
        ("a.ptr", Method, &[], true, false),
        ("pa.val", Method, &[], false, true),
        ("a.val", Method, &[], false, false),
        ("pa.ptr", Method, &[], false, false),
        ("d.m", InterfaceMethod, &[0], false, false),
        ("(*A).ptr", MethodExpr, &[], false, false),
        ("A.val", MethodExpr, &[], false, false),
        ("I.m", InterfaceMethodExpr, &[], false, false),
        ("D.m", InterfaceMethodExpr, &[0], false, false),
    ];
    for (text, kind, path, takes_address, derefs) in expect {
        let s = selection(&program, text);
        assert_eq!(s.kind, kind, "{text}");
        assert_eq!(&*s.path, path, "{text}");
        assert_eq!((s.takes_address, s.derefs), (takes_address, derefs), "{text}");
        assert_eq!(s.method.is_some(), matches!(kind, Method | MethodExpr), "{text}");
    }
}

/// Type and mode of the expressions whose text is `text`, as messages show the type.
fn types_of(program: &Program, text: &str) -> Vec<(Mode, String)> {
    let file = &program.packages[program.main].files[0];
    let mut found: Vec<(ExprId, (Mode, String))> = Vec::new();
    for e in file.ast.exprs.keys() {
        let info = file.info.expr(e);
        if info.mode != Mode::Invalid && print::expr_to_string(&file.ast, &program.interner, e) == text {
            let qualifier = |_| String::new();
            found.push((e, (info.mode, program.types.display(info.ty, &program.objects, &qualifier))));
        }
    }
    found.sort_by_key(|&(e, _)| e);
    found.into_iter().map(|(_, shown)| shown).collect()
}

#[test]
fn final_types() {
    let program = check(
        "package main\n\
         type B bool\n\
         func f(...any) {}\n\
         func main() {\n\
         var s uint = 3; var m map[string]int; var ok B; var v any; var c chan int; var p *int; var f32 float32\n\
         var u8 uint8 = 1 << s\n\
         f('x', 2.5, 77, s == 8, nil)\n\
         f32 = f32 + 11\n\
         v, ok = m[\"k\"]\n\
         v, ok = (<-c)\n\
         if p == nil { }\n\
         _, _, _, _ = u8, v, ok, s >> 4.0\n\
         _ = \"abcd\"[s]\n\
         }\n",
    );
    let one = |text: &str, mode: Mode, ty: &str| {
        assert_eq!(types_of(&program, text), vec![(mode, ty.to_string())], "{text}");
    };
    one("'x'", Mode::Constant, "rune");
    one("2.5", Mode::Constant, "float64");
    one("77", Mode::Constant, "int");
    one("s == 8", Mode::Value, "bool");
    one("8", Mode::Constant, "uint");
    one("11", Mode::Constant, "float32");
    one("1", Mode::Constant, "uint8");
    one("1 << s", Mode::Value, "uint8");
    one("4.0", Mode::Constant, "uint");
    one("\"abcd\"", Mode::Constant, "string");
    one("m[\"k\"]", Mode::MapIndex, "(int, B)");
    one("(<-c)", Mode::CommaOk, "(int, B)");
    one("<-c", Mode::CommaOk, "(int, B)");
    let nils = types_of(&program, "nil");
    assert_eq!(nils, vec![(Mode::Nil, "any".to_string()), (Mode::Nil, "*int".to_string())]);
}
