//! Gathers what is known of each defer statement.

use std::path::Path;

use abi::RuntimeFn;
use frontend::ast::{Ast, Block, DeclKind, ExprId, ExprKind, GoDefer, StmtKind, print};
use frontend::program::{CheckedFile, Program};
use frontend::source::Pos;
use middle::gc_kinds::{self, GcDecision, GcKind, GcRule, flow};
use middle::ir::{AllocKind, Imm, Module};
use middle::lower::defer::Decision;
use middle::pipeline;
use rustc_hash::FxHashMap;

use super::escape::{self, Escape};
use super::ours::{self, Ours};
use super::{gc_text, gc_tool};
use crate::gc::{Gc, HOW_TO_GET};

/// Where gc's kinds come from.
pub enum GcSource {
    /// From gc of this version.
    Tool(String),
    /// From its rules, because of this.
    Rules(String),
}

/// What is known of a program's defer statements.
pub struct Report {
    /// The package's import path, as gc names it.
    pub package: String,
    /// Where gc's kinds come from.
    pub gc: GcSource,
    /// Functions with defer statements, in source order.
    pub functions: Vec<Function>,
    /// With `-escape`: what is allocated where.
    pub escapes: Vec<Escape>,
    /// Decisions about generic functions of other packages.
    elsewhere: Vec<(Pos, Ours)>,
}

/// Completes reports about packages of one program by what each knows of the others' generic functions.
pub fn complete(reports: &mut [Report]) {
    let elsewhere = reports.iter_mut().flat_map(|r| std::mem::take(&mut r.elsewhere));
    let known: FxHashMap<Pos, Ours> = elsewhere.collect();
    let statements = reports.iter_mut().flat_map(|r| &mut r.functions).flat_map(|f| &mut f.statements);
    for s in statements.filter(|s| s.ours.reason == ours::NOT_INSTANTIATED.reason) {
        if let Some(ours) = known.get(&s.pos) {
            s.ours = ours.clone();
        }
    }
}

/// A function.
pub struct Function {
    /// Its symbol.
    pub name: String,
    /// Its statements in source order.
    pub statements: Vec<Statement>,
}

/// A defer statement.
pub struct Statement {
    /// Where it stands.
    pub pos: Pos,
    /// Path as in messages.
    pub file: String,
    pub line: u32,
    pub column: u32,
    /// As written, on one line.
    pub text: String,
    /// Our decision.
    pub ours: Ours,
    /// gc's kind.
    pub gc: GcKind,
    /// One word for gc's rule, the sentence, the change that helps; `None` if gc decides otherwise than the rules say.
    pub gc_rule: Option<(&'static str, String, Option<String>)>,
}

/// The decisions about one statement: in a generic function there may be several.
type Decided<'m> = FxHashMap<Pos, Vec<(usize, &'m Decision)>>;

/// Gathers. `module` has been through the passes that gave `decisions`.
pub fn report(prog: &Program, dir: &str, module: &Module, decisions: &pipeline::Report) -> Report {
    let package = &prog.packages[prog.main];
    let mut decided: Decided<'_> = FxHashMap::default();
    for (i, list) in decisions.defers.iter().enumerate() {
        for d in list {
            decided.entry(d.pos).or_default().push((i, d));
        }
    }
    let in_range = range_func_statements(module);
    let (source, kinds) = ask_gc(prog, &package.files, dir);
    let mut functions: Vec<Function> = Vec::new();
    for file in &package.files {
        let rules = gc_decisions(prog, file, module, decisions, &decided);
        for (pos, text) in statements(prog, file) {
            let dead = GcDecision { kind: GcKind::None, rule: GcRule::Dead };
            let gc = rules.get(&pos).unwrap_or(&dead);
            for (name, ours) in our_decisions(prog, file, module, (&decided, &in_range), pos) {
                let statement = statement(prog, pos, &text, ours, gc, kinds.as_ref());
                match functions.iter_mut().rfind(|f| f.name == name) {
                    Some(f) => f.statements.push(statement),
                    None => functions.push(Function { name, statements: vec![statement] }),
                }
            }
        }
    }
    let path = &prog.headers[prog.main].path;
    let name = if path == "main" { "command-line-arguments" } else { path };
    Report {
        package: name.to_string(),
        gc: source,
        functions,
        escapes: escape::decisions(prog, module, decisions),
        elsewhere: elsewhere(prog, module, decisions),
    }
}

/// Defer statements in bodies of ranges over functions, which the builder makes calls of the runtime at once, with the
/// function that is the body.
fn range_func_statements(module: &Module) -> FxHashMap<Pos, usize> {
    let mut out = FxHashMap::default();
    for (i, f) in module.funcs.iter().enumerate() {
        for inst in f.layout.iter().flat_map(|&b| &f.blocks[b].insts).map(|&inst| &f.insts[inst]) {
            if inst.imm == Imm::Rt(RuntimeFn::DeferProcAt) {
                out.entry(inst.pos).or_insert(i);
            }
        }
    }
    out
}

fn ask_gc(prog: &Program, files: &[CheckedFile], dir: &str) -> (GcSource, Option<gc_tool::Kinds>) {
    let Some(gc) = Gc::find() else {
        let off = std::env::var_os("GO").is_some_and(|go| go == "off");
        let why = if off { "GO=off" } else { HOW_TO_GET };
        return (GcSource::Rules(why.to_string()), None);
    };
    let paths: Vec<&str> = files.iter().map(|f| prog.sources.file(f.ast.file).path.as_str()).collect();
    match gc_tool::ask(&gc, Path::new(dir), &paths) {
        Ok(kinds) => (GcSource::Tool(gc.version), Some(kinds)),
        Err(why) => (GcSource::Rules(why), None),
    }
}

/// The defer statements of a file in source order, with their text.
fn statements(prog: &Program, file: &CheckedFile) -> Vec<(Pos, String)> {
    let defers = file.ast.stmts.values().filter_map(|s| match s.kind {
        StmtKind::GoDefer { kind: GoDefer::Defer, call } => Some((s.pos, call)),
        _ => None,
    });
    let text = |call| format!("defer {}", print::expr_to_string(&file.ast, &prog.interner, call));
    let mut out: Vec<(Pos, String)> = defers.map(|(pos, call)| (pos, text(call))).collect();
    out.sort();
    out
}

/// Function and decision, one for all instances that agree.
fn our_decisions(
    prog: &Program,
    file: &CheckedFile,
    module: &Module,
    (decided, in_range): (&Decided<'_>, &FxHashMap<Pos, usize>),
    pos: Pos,
) -> Vec<(String, Ours)> {
    let mut out: Vec<(String, Ours)> = Vec::new();
    for (func, d) in decided.get(&pos).into_iter().flatten() {
        let ours = ours::describe(d);
        if out.iter().all(|(_, o)| (o.kind, o.reason) != (ours.kind, ours.reason)) {
            out.push((module.symbols.resolve(module.funcs[*func].sym).to_string(), ours));
        }
    }
    if let Some(&func) = in_range.get(&pos) {
        out.push((module.symbols.resolve(module.funcs[func].sym).to_string(), ours::IN_RANGE_FUNC));
    }
    if out.is_empty() {
        let (name, generic) = enclosing(prog, &file.ast, pos);
        out.push((name, if generic { ours::NOT_INSTANTIATED } else { ours::NEVER_REACHED }));
    }
    out
}

fn statement(
    prog: &Program,
    pos: Pos,
    text: &str,
    ours: Ours,
    by_rules: &GcDecision,
    by_tool: Option<&gc_tool::Kinds>,
) -> Statement {
    let at = prog.sources.shown(pos);
    let (file, line, column) = at.map_or(("", 0, 0), |at| (at.name, at.line, at.col.unwrap_or(0)));
    let kind = match by_tool {
        Some(kinds) => {
            let base =
                Path::new(file).file_name().map_or(String::new(), |n| n.to_string_lossy().into_owned());
            kinds.get(&(base, line, column)).copied().unwrap_or(GcKind::None)
        }
        None => by_rules.kind,
    };
    let line_of = |p: Pos| prog.sources.shown(p).map_or(String::new(), |at| format!("line {}", at.line));
    let rule = &by_rules.rule;
    let gc_rule = (kind == by_rules.kind)
        .then(|| (rule.name(), gc_text::sentence(rule, &line_of), gc_text::upgrade(rule, &line_of)));
    Statement { pos, file: file.to_string(), line, column, text: text.to_string(), ours, gc: kind, gc_rule }
}

/// A function or literal.
struct Body {
    block: Block,
    ty: ExprId,
}

fn bodies(ast: &Ast) -> Vec<Body> {
    let decls = ast.list(ast.decls).iter().filter_map(|&d| match ast.decl_nodes[d].kind {
        DeclKind::Func { ty, body: Some(body), .. } => Some(Body { block: ast[body], ty }),
        _ => None,
    });
    let literals = ast.exprs.values().filter_map(|e| match e.kind {
        ExprKind::FuncLit { ty, body } => Some(Body { block: ast[body], ty }),
        _ => None,
    });
    decls.chain(literals).collect()
}

/// gc's decisions about the statements of a file that it compiles.
fn gc_decisions(
    prog: &Program,
    file: &CheckedFile,
    module: &Module,
    report: &pipeline::Report,
    decided: &Decided<'_>,
) -> FxHashMap<Pos, GcDecision> {
    let (mut out, mut dead) = (FxHashMap::default(), Vec::new());
    for body in bodies(&file.ast) {
        let ExprKind::FuncType(signature) = file.ast.exprs[body.ty].kind else { continue };
        let results = file.ast.list(file.ast[signature].results);
        let one_result = flow::one_plain_result(prog, file, results);
        let flow = flow::read(prog, file, &body.block, one_result);
        let sites = flow.events.iter().filter_map(|e| match e {
            flow::Event::Defer(pos) => Some(*pos),
            _ => None,
        });
        let func = sites.filter_map(|pos| decided.get(&pos)).flatten().next().map(|&(func, _)| func);
        let moved = func.and_then(|func| moved_result(module, report, func));
        out.extend(gc_kinds::decide(&flow, moved.as_deref()));
        dead.extend(flow.dead);
    }
    // What stands in a literal in dead code is dead, too.
    out.retain(|pos, _| !dead.iter().any(|(from, to)| from <= pos && pos < to));
    out
}

/// The result that escape analysis, which follows gc's model, puts on the heap.
fn moved_result(module: &Module, report: &pipeline::Report, func: usize) -> Option<String> {
    let allocs = &module.funcs[func].allocs;
    let mut moved = report.escapes.get(func)?.iter().filter(|d| d.escapes).map(|d| &allocs[d.alloc]);
    moved.find(|a| a.kind == AllocKind::Result).map(|a| a.name.clone())
}

/// The decisions about functions of other packages that have type arguments.
fn elsewhere(prog: &Program, module: &Module, decisions: &pipeline::Report) -> Vec<(Pos, Ours)> {
    let own: Vec<_> = prog.packages[prog.main].files.iter().map(|f| f.ast.file).collect();
    let is_other = |pos: Pos| prog.sources.file_of(pos).is_some_and(|f| !own.contains(&f));
    let generic = module.funcs.iter().zip(&decisions.defers);
    let generic = generic.filter(|(f, _)| is_other(f.pos) && module.symbols.resolve(f.sym).contains('['));
    generic.flat_map(|(_, list)| list.iter().map(|d| (d.pos, ours::describe(d)))).collect()
}

/// Name of the declaration around a position, for functions that have no code, and whether it is generic.
fn enclosing(prog: &Program, ast: &Ast, pos: Pos) -> (String, bool) {
    let package = &prog.headers[prog.main].path;
    let around = ast.list(ast.decls).iter().find_map(|&d| match ast.decl_nodes[d].kind {
        DeclKind::Func { name, recv, tparams, body: Some(body), .. }
            if ast[body].lbrace <= pos && pos <= ast[body].rbrace =>
        {
            let of_generic = recv.is_some_and(|recv| has_type_parameters(ast, ast[recv].ty));
            Some((name.name, of_generic || !ast.list(tparams).is_empty()))
        }
        _ => None,
    });
    match around {
        Some((name, generic)) => (format!("{package}.{}", prog.interner.resolve(name)), generic),
        None => (package.clone(), false),
    }
}

/// Whether the type of a receiver names type parameters: `T[K, V]`, `*T[K]`.
fn has_type_parameters(ast: &Ast, mut ty: ExprId) -> bool {
    loop {
        ty = match ast.exprs[ty].kind {
            ExprKind::Paren(x) | ExprKind::Star(x) => x,
            kind => return matches!(kind, ExprKind::Index { .. }),
        };
    }
}
