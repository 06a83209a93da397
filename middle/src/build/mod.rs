//! From the typed tree to SSA.
//!
//! [`build_program`] starts from the program's entry and builds what is reachable, in rounds: each item of a round is
//! built on its own ([`cx`]). One file a construct, named like the same construct in the checker.

pub mod assign;
pub mod binary;
pub mod builtin;
pub mod call;
pub mod captures;
pub mod closure;
pub mod constant;
pub mod convert;
pub mod cx;
pub mod embed;
pub mod expr;
pub mod func;
pub mod go_defer;
pub mod if_for;
pub mod index;
pub mod init;
mod intrinsics;
pub mod label_goto;
pub mod linkname;
pub mod literal;
pub mod map;
pub mod names;
pub mod place;
pub mod range;
pub mod range_func;
pub mod return_;
pub mod select;
pub mod selector;
pub mod shape;
pub mod signature;
pub mod slice;
pub mod static_data;
pub mod stmt;
pub mod strings;
pub mod subst;
pub mod switch;
pub mod type_switch;
pub mod unary;
pub mod value;
pub mod wrappers;

use frontend::diag::{Code, Diagnostic};
use frontend::program::{Package, Program};
use frontend::source::{Pos, sym};
use rayon::prelude::*;

pub use cx::{Cx, Instance, Item, MethodKey, Output};
pub use func::FuncCx;
pub use shape::{Repr, Scalar, Shape};
pub use signature::{Context, FnAbi, ParamAbi, ResultAbi, ResultPlace};

use crate::{ir, type_desc};

/// Stack of the threads that build functions: deeply nested expressions are built recursively.
const STACK_SIZE: usize = 256 << 20;

/// The output of an item that cannot be built.
pub fn unsupported(pos: Pos, what: impl std::fmt::Display) -> Output {
    let message = format!("{what} not supported yet");
    let diagnostic = Diagnostic { pos, code: Code::Unsupported, message, soft: false };
    Output { diagnostics: vec![diagnostic], ..Output::default() }
}

/// Which functions are built.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extent {
    /// What the program's entry reaches.
    Reachable,
    /// All functions of the package that is built, which need not be a program, and what they reach.
    Named,
    /// All functions of all packages, too; for tests.
    Everything,
}

/// Builds the SSA of a checked program.
///
/// # Errors
/// What cannot be compiled, by position.
pub fn build_program(prog: &Program) -> Result<ir::Module, Vec<Diagnostic>> {
    build_extent(prog, Extent::Reachable)
}

/// [`build_program`] with a choice of what is built.
///
/// # Errors
/// As of [`build_program`].
pub fn build_extent(prog: &Program, extent: Extent) -> Result<ir::Module, Vec<Diagnostic>> {
    let threads = rayon::current_num_threads();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK_SIZE).build();
    let pool = pool.map_err(|e| {
        let message = format!("cannot start compiler threads: {e}");
        vec![Diagnostic { pos: Pos::NONE, code: Code::Unsupported, message, soft: false }]
    })?;
    pool.install(|| build_rounds(prog, extent))
}

fn build_rounds(prog: &Program, extent: Extent) -> Result<ir::Module, Vec<Diagnostic>> {
    let cx = Cx::new(prog);
    let main = &prog.packages[prog.main];
    let has_entry = extent != Extent::Named || prog.headers[prog.main].lookup(sym::Main).is_some();
    if has_entry {
        init::request_entry(&cx);
    }
    let wanted: Vec<&Package> = match extent {
        Extent::Reachable => Vec::new(),
        Extent::Named => vec![main],
        Extent::Everything => prog.packages.values().collect(),
    };
    for f in wanted.into_iter().flat_map(|p| &p.funcs).filter(|f| !cx.is_generic(f.obj)) {
        cx.func_sym(&Instance::plain(f.obj));
    }
    request_runtime_roots(&cx);
    let mut outputs = Vec::new();
    loop {
        let mut items = cx.take_work();
        if items.is_empty() {
            cx.match_methods();
            items = cx.take_work();
        }
        if items.is_empty() {
            break;
        }
        outputs.extend(items.into_par_iter().map(|item| build_item(&cx, &item)).collect::<Vec<_>>());
    }
    // Only now it is known which variables are reached.
    if has_entry {
        outputs.push(init::build_entry(&cx));
    }
    assemble(cx, outputs)
}

/// The functions of the Go package `runtime` that compiled code calls.
fn request_runtime_roots(cx: &Cx<'_>) {
    let Some((_, runtime)) = cx.package("runtime") else { return };
    for &f in abi::RuntimeFn::ALL {
        let info = f.info();
        if info.side == abi::functions::Side::Go
            && let Some(name) = info.symbol.strip_prefix("runtime.")
            && let Some(obj) = runtime.lookup(cx.prog.interner.intern(name))
        {
            cx.func_sym(&Instance::plain(obj));
        }
    }
}

fn build_item(cx: &Cx<'_>, item: &Item) -> Output {
    match item {
        Item::PackageInit(pkg) => init::build_package_init(cx, *pkg),
        Item::VarInit(obj) => init::build_var_init(cx, *obj),
        Item::Func(inst) => func::build_func(cx, inst),
        Item::Global(obj) => init::build_global(cx, *obj),
        Item::Extern(obj) => func::check_extern(cx, *obj),
        Item::GlobalLiteral(variable, e) => init::build_global_literal(cx, *variable, *e),
        Item::TypeDesc(ty) => type_desc::build(cx, *ty),
        Item::Itab(iface, concrete) => type_desc::build_itab(cx, *iface, *concrete),
        Item::FuncValue(inst) => wrappers::build_func_value(cx, inst),
        Item::MethodExpr(_) | Item::MethodExprValue(_) | Item::BoundMethod(_) | Item::IfaceMethod(_) => {
            wrappers::build(cx, item)
        }
        Item::GenericMethodExpr(m) => wrappers::build_generic_method_expr(cx, m),
        Item::GenericMethodExprValue(m) => wrappers::build_generic_method_expr_value(cx, m),
        Item::BoundGenericMethod(inst) => wrappers::build_bound_generic_method(cx, inst),
    }
}

/// Puts everything in an order that does not depend on threads: by position, then by symbol.
fn assemble(cx: Cx<'_>, outputs: Vec<Output>) -> Result<ir::Module, Vec<Diagnostic>> {
    let (mut funcs, mut data, mut diagnostics) = (Vec::new(), Vec::new(), Vec::new());
    for o in outputs {
        funcs.extend(o.funcs);
        data.extend(o.data);
        diagnostics.extend(o.diagnostics);
    }
    if !diagnostics.is_empty() {
        diagnostics.sort_by(|a, b| (a.pos, &a.message).cmp(&(b.pos, &b.message)));
        diagnostics.dedup_by(|a, b| a.pos == b.pos && a.message == b.message);
        return Err(diagnostics);
    }
    data.extend(cx.take_constants().into_iter().map(|d| (Pos::NONE, d)));
    type_desc::fill_methods(&mut data, cx.take_methods());
    type_desc::fill_type_links(&cx.symbols, &mut data, &cx.take_type_links());
    let extern_c = cx.take_externs();
    let lang_minor =
        cx.prog.packages[cx.prog.main].files.iter().map(|f| u64::from(f.lang)).max().unwrap_or_default();
    let symbols = cx.symbols;
    let text = |sym: ir::Sym| symbols.resolve(sym);
    funcs.sort_by(|a, b| (a.pos, text(a.sym)).cmp(&(b.pos, text(b.sym))));
    data.sort_by(|a, b| (a.0, text(a.1.sym)).cmp(&(b.0, text(b.1.sym))));
    // Encoded names with a package are made by every descriptor that has one.
    data.dedup_by(|a, b| a.1.sym == b.1.sym);
    let data: Vec<ir::Data> = data.into_iter().map(|(_, d)| d).collect();
    let func_index = funcs.iter().enumerate().map(|(i, f)| (f.sym, i)).collect();
    let itabs = data.iter().map(|d| d.sym).filter(|&s| text(s).starts_with("go:itab.")).collect();
    Ok(ir::Module { symbols, funcs, data, func_index, extern_c, itabs, lang_minor })
}
