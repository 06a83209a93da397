//! The pass table: which passes run, in which order, and why in that order.
//!
//! The table drives `--emit=ssa:after=<pass>`, `--time-passes` and verification between passes. A pass that sees one
//! function runs over all functions in parallel; escape analysis sees the whole module, callees first. Late passes are run
//! by the code generator, on what it has to compile.

use std::time::{Duration, Instant};

use abi::RuntimeFn;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::escape;
use crate::ir::{DataKind, DataReloc, Func, Imm, InstData, Module, Op, Pos, Sym, Ty, verify};
use crate::lower::defer::{self, Decision, DeferKind};
use crate::opt;
use frontend::source::Interner;

/// What the command line chose.
#[derive(Clone, Debug)]
pub struct Options {
    /// The strongest defer lowering allowed (`-d=defer=…`).
    pub defer: DeferKind,
    /// Report registration and run of deferred calls to the event trace (`-d=defertrace`).
    pub defer_trace: bool,
    /// Tell the runtime that the program has barriers (`-d=barriers`).
    pub barriers: bool,
    /// Keep the reasons of escape analysis (`explain -escape`).
    pub explain_escapes: bool,
    /// Run the verifier between passes.
    pub verify: bool,
    /// Run the late passes, too: the module is to be printed.
    pub late: bool,
    /// Stop after the pass of this name (`--emit=ssa:after=<pass>`).
    pub stop_after: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            defer: DeferKind::STRONGEST,
            defer_trace: false,
            barriers: false,
            explain_escapes: false,
            verify: cfg!(debug_assertions),
            late: false,
            stop_after: None,
        }
    }
}

/// What a pass gets besides the function.
pub struct PassCx<'a> {
    /// Command line.
    pub options: &'a Options,
}

/// A function value without captures, in read-only data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StaticFunc {
    /// Its code.
    pub code: Sym,
    /// Whether the code has a parameter for the address of the function value.
    pub takes_context: bool,
}

/// Those of a program, by symbol.
pub type StaticFuncs = FxHashMap<Sym, StaticFunc>;

/// Finds the function values in the data of a program: one word, the address of a function.
pub fn static_funcs(module: &Module) -> StaticFuncs {
    let mut out = StaticFuncs::default();
    for data in module.data.iter().filter(|d| d.kind == DataKind::ReadOnly && d.size == 8) {
        if let [DataReloc { offset: 0, target: code, addend: 0, size: 8 }] = data.relocs[..]
            && let Some(func) = module.func(code)
        {
            let takes_context = !func.sig.params.is_empty();
            out.insert(data.sym, StaticFunc { code, takes_context });
        }
    }
    out
}

/// What a pass works on.
#[derive(Clone, Copy)]
pub enum Scope {
    /// One function.
    Func(fn(&mut Func, &mut PassCx<'_>)),
    /// One function, by the code generator: only where its code is not in the cache already. Nothing in the report
    /// depends on these passes.
    Late(fn(&mut Func)),
    /// All functions at once.
    Module(fn(&mut Module, &mut Report, &Options)),
}

/// A pass.
pub struct Pass {
    /// Name for the command line and `--time-passes`.
    pub name: &'static str,
    /// What it does.
    pub run: Scope,
    /// Why it stands where it stands.
    pub order: &'static str,
}

/// The passes in order.
pub const PASSES: &[Pass] = &[
    Pass {
        name: "simplify",
        run: Scope::Func(|f, _| opt::simplify::run(f)),
        order: "first: known branches and checks take code away that the others would look at",
    },
    Pass {
        name: "dce",
        run: Scope::Func(|f, _| opt::dce::run(f)),
        order: "before escape analysis, so that unused addresses hold nothing in memory",
    },
    Pass {
        name: "inline",
        run: Scope::Module(|m, _, _| opt::inline::run(m)),
        order: "before escape analysis, which sees more of what happens to an address then",
    },
    Pass {
        name: "escape",
        run: Scope::Module(|m, report, options| report.escapes = escape::run(m, options.explain_escapes)),
        order: "before mem2reg, which promotes the slots it makes",
    },
    Pass { name: "mem2reg", run: Scope::Func(|f, _| opt::mem2reg::run(f)), order: "after escape" },
    Pass {
        name: "simplify2",
        run: Scope::Func(|f, _| opt::simplify::run(f)),
        order: "promoted variables are often constant",
    },
    Pass {
        name: "dce2",
        run: Scope::Func(|f, _| opt::dce::run(f)),
        order: "removes the addresses of promoted slots",
    },
    Pass {
        name: "nilchecks",
        run: Scope::Func(|f, _| opt::nilchecks::run(f)),
        order: "pointers loaded twice are the same value; fewer places can panic when defer statements are lowered",
    },
    Pass {
        name: "lower-defer",
        run: Scope::Module(|m, report, options| report.defers = defer::run_all(m, options)),
        order: "after the passes that remove code: dead defer statements need no record",
    },
    Pass {
        name: "drop",
        run: Scope::Module(|m, report, _| opt::inline::drop::run(m, report)),
        order: "last: nothing refers to a closure any more whose body was inlined",
    },
    Pass {
        name: "thread",
        run: Scope::Late(opt::thread::run),
        order: "first of the late ones: there are fewer blocks then",
    },
    Pass {
        name: "cse",
        run: Scope::Late(opt::cse::run),
        order: "promoted variables are known to be the same; checks of the same thing look the same then",
    },
    Pass {
        name: "literal",
        run: Scope::Late(opt::literal::run),
        order: "after cse: what a literal takes from where it goes has been loaded before",
    },
    Pass {
        name: "maps",
        run: Scope::Late(opt::maps::run),
        order: "after cse, for which a look-up is one instruction; before the passes that look at blocks",
    },
    Pass {
        name: "zeros",
        run: Scope::Late(opt::zeros::run),
        order: "after cse: fewer loads stand between a clearing and the writes",
    },
    Pass {
        name: "nilchecks2",
        run: Scope::Late(opt::nilchecks::run),
        order: "pointers loaded twice are the same value now",
    },
    Pass { name: "prove", run: Scope::Late(opt::prove::run), order: "what is the same is one value" },
    Pass {
        name: "rotate",
        run: Scope::Late(opt::rotate::run),
        order: "after prove, for which a loop has one test",
    },
    Pass {
        name: "licm",
        run: Scope::Late(opt::licm::run),
        order: "after rotate: the head of a loop is its body then, whose start runs if the loop does",
    },
    Pass {
        name: "select",
        run: Scope::Late(opt::select::run),
        order: "last: the other passes learn from branches",
    },
];

/// Runs the late passes over a function.
///
/// # Errors
/// Violations found by the verifier.
pub fn finish(f: &mut Func, symbols: &Interner, verify: bool) -> Result<(), Vec<String>> {
    for pass in PASSES {
        if let Scope::Late(run) = pass.run {
            run(f);
            if verify {
                let explain = |e| format!("after {}: {e}", pass.name);
                verify::func(f, symbols)
                    .map_err(|errors| errors.into_iter().map(explain).collect::<Vec<_>>())?;
            }
        }
    }
    Ok(())
}

/// What the pipeline reports besides the changed module.
#[derive(Default)]
pub struct Report {
    /// Wall time of each pass.
    pub times: Vec<(&'static str, Duration)>,
    /// Defer decisions by function, in module order.
    pub defers: Vec<Vec<Decision>>,
    /// Escape decisions by function, in module order.
    pub escapes: Vec<Vec<escape::Decision>>,
}

/// Calls a function of the runtime before anything of the program runs.
pub(crate) fn start_with(module: &mut Module, f: RuntimeFn) {
    let main = module.funcs.iter_mut().find(|m| module.symbols.resolve(m.sym) == abi::symtab::MAIN_SYMBOL);
    let Some(main) = main else { return };
    let data = InstData {
        op: Op::CallRt,
        ty: Ty::I64,
        args: Default::default(),
        imm: Imm::Rt(f),
        targets: Vec::new(),
        cases: Vec::new(),
        results: Default::default(),
        pos: Pos::NONE,
    };
    let call = main.make_inst(data, &[]);
    let entry = main.entry();
    main.blocks[entry].insts.insert(0, call);
}

/// Runs the passes over a module.
///
/// # Errors
/// Violations found by the verifier: bugs of ours, with the name of the pass.
pub fn run(module: &mut Module, options: &Options) -> Result<Report, Vec<String>> {
    let mut report = Report { defers: vec![Vec::new(); module.funcs.len()], ..Report::default() };
    check(module, options, "build")?;
    if options.stop_after.as_deref() == Some("build") {
        return Ok(report);
    }
    if options.defer_trace {
        defer::trace::start(module);
    }
    if options.barriers {
        start_with(module, RuntimeFn::WriteBarrierStart);
    }
    for pass in PASSES {
        let start = Instant::now();
        match pass.run {
            Scope::Module(run) => run(module, &mut report, options),
            Scope::Late(_) if !options.late => break,
            Scope::Late(run) => module.funcs.par_iter_mut().for_each(run),
            Scope::Func(run) => module.funcs.par_iter_mut().for_each(|f| run(f, &mut PassCx { options })),
        }
        report.times.push((pass.name, start.elapsed()));
        check(module, options, pass.name)?;
        if options.stop_after.as_deref() == Some(pass.name) {
            break;
        }
    }
    Ok(report)
}

fn check(module: &Module, options: &Options, after: &str) -> Result<(), Vec<String>> {
    if !options.verify {
        return Ok(());
    }
    let errors: Vec<String> =
        module.funcs.par_iter().filter_map(|f| verify::func(f, &module.symbols).err()).flatten().collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors.into_iter().map(|e| format!("after {after}: {e}")).collect())
    }
}
