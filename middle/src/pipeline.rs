//! The pass table: which passes run, in which order, and why in that order.
//!
//! The table drives `--emit=ssa:after=<pass>`, `--time-passes` and verification between passes. Functions are
//! processed in parallel; a pass sees one function.

use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::ir::{Func, Module, verify};
use crate::lower::defer::{self, Decision, DeferKind};
use crate::opt;

/// What the command line chose.
#[derive(Clone, Debug)]
pub struct Options {
    /// The strongest defer lowering allowed (`-d=defer=…`).
    pub defer: DeferKind,
    /// Run the verifier between passes.
    pub verify: bool,
    /// Stop after the pass of this name (`--emit=ssa:after=<pass>`).
    pub stop_after: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Options { defer: DeferKind::Stack, verify: cfg!(debug_assertions), stop_after: None }
    }
}

/// What a pass gets besides the function.
pub struct PassCx<'a> {
    /// Command line.
    pub options: &'a Options,
    /// Defer decisions of the function, filled by `lower-defer`.
    pub defers: Vec<Decision>,
}

/// A pass over one function.
pub struct Pass {
    /// Name for the command line and `--time-passes`.
    pub name: &'static str,
    /// What it does.
    pub run: fn(&mut Func, &mut PassCx<'_>),
    /// Why it stands where it stands.
    pub order: &'static str,
}

/// The passes in order.
pub const PASSES: &[Pass] = &[
    Pass {
        name: "dce",
        run: |f, _| opt::dce::run(f),
        order: "first, so that later passes do not look at what the builder left unused",
    },
    Pass {
        name: "lower-defer",
        run: |f, cx| cx.defers = defer::run(f, cx.options.defer),
        order: "after the passes that remove code: dead defer statements need no record",
    },
];

/// What the pipeline reports besides the changed module.
#[derive(Default)]
pub struct Report {
    /// Time of each pass, summed over functions and threads.
    pub times: Vec<(&'static str, Duration)>,
    /// Defer decisions by function, in module order.
    pub defers: Vec<Vec<Decision>>,
}

/// Runs the passes over a module.
///
/// # Errors
/// Violations found by the verifier: bugs of ours, with the name of the pass.
pub fn run(module: &mut Module, options: &Options) -> Result<Report, Vec<String>> {
    let symbols = &module.symbols;
    let results: Vec<_> =
        module.funcs.par_iter_mut().map(|f| run_func(f, symbols, options)).collect::<Result<_, _>>()?;
    let mut report =
        Report { times: PASSES.iter().map(|p| (p.name, Duration::ZERO)).collect(), defers: Vec::new() };
    for (times, defers) in results {
        for (total, t) in report.times.iter_mut().zip(times) {
            total.1 += t;
        }
        report.defers.push(defers);
    }
    Ok(report)
}

type FuncReport = (Vec<Duration>, Vec<Decision>);

fn run_func(
    f: &mut Func,
    symbols: &frontend::source::Interner,
    options: &Options,
) -> Result<FuncReport, Vec<String>> {
    let mut cx = PassCx { options, defers: Vec::new() };
    let mut times = Vec::with_capacity(PASSES.len());
    let check = |f: &Func, after: &str| match options.verify {
        true => verify::func(f, symbols)
            .map_err(|es| es.into_iter().map(|e| format!("after {after}: {e}")).collect::<Vec<_>>()),
        false => Ok(()),
    };
    check(f, "build")?;
    for pass in PASSES {
        let start = Instant::now();
        (pass.run)(f, &mut cx);
        times.push(start.elapsed());
        check(f, pass.name)?;
        if options.stop_after.as_deref() == Some(pass.name) {
            break;
        }
    }
    Ok((times, cx.defers))
}
