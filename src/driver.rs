//! From arguments to results, one stage after the other.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use backend::{Compiled, SourceInfo};
use frontend::constraint::BuildContext;
use frontend::program::Program;
use frontend::source::{Pos, SourceMap};
use frontend::{Failure, Form, Input, Problem};
use middle::build::Extent;
use middle::ir::{Module, print};
use middle::pipeline;
use regex::Regex;

use crate::cache::Store;
use crate::cli::{Action, BuildOptions, Cli};
use crate::emit::Emit;
use crate::ice::Doing;
use crate::packages::{self, Embedded, UserPackage};
use crate::{compare, explain, output, run, show, trace};

/// The newest language version that is understood: Go 1.27.
const NEWEST_LANG: u32 = 27;

/// Stack of the threads that compile: deeply nested source is walked recursively.
const STACK_SIZE: usize = 256 << 20;

/// Text that explains a failure, and the exit status.
struct Failed {
    message: String,
    status: i32,
}

impl From<String> for Failed {
    fn from(message: String) -> Failed {
        Failed { message, status: 1 }
    }
}

/// Runs a building command; returns the exit status.
pub fn main(cli: &Cli) -> i32 {
    if let Some(dir) = &cli.build.chdir
        && let Err(e) = std::env::set_current_dir(dir)
    {
        eprintln!("mini-go: chdir {dir}: {}", packages::describe(&e));
        return 1;
    }
    let mut pool = rayon::ThreadPoolBuilder::new().stack_size(STACK_SIZE);
    if let Some(n) = cli.build.threads {
        pool = pool.num_threads(n);
    }
    let pool = match pool.build() {
        Ok(pool) => pool,
        Err(e) => {
            eprintln!("mini-go: cannot start threads: {e}");
            return 1;
        }
    };
    let mut times = Times { start: Instant::now(), stages: Vec::new() };
    let result = pool.install(|| command(cli, &mut times));
    if cli.build.time_passes {
        times.print();
    }
    let program = match result {
        Ok(program) => program,
        Err(Failed { message, status }) => {
            eprintln!("{}", message.trim_end_matches('\n'));
            return status;
        }
    };
    match (program, &cli.action) {
        (Some(Runnable { exe, scratch }), Action::Run { args }) => {
            let status = run::run(&exe, args);
            drop(scratch);
            status
        }
        (Some(Runnable { exe, scratch }), Action::Trace { args }) => {
            let status = trace::run(&exe, args, &scratch, &cli.build);
            drop(scratch);
            status
        }
        _ => 0,
    }
}

/// An executable to be run and the folder it lies in.
struct Runnable {
    exe: PathBuf,
    scratch: run::Scratch,
}

/// How long the stages took.
struct Times {
    start: Instant,
    stages: Vec<(String, Duration)>,
}

impl Times {
    fn stage<T>(&mut self, name: &str, f: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let out = f();
        self.stages.push((name.to_string(), start.elapsed()));
        out
    }

    fn print(&self) {
        for (name, t) in &self.stages {
            eprintln!("{:10.3} ms  {name}", t.as_secs_f64() * 1e3);
        }
        eprintln!("{:10.3} ms  total", self.start.elapsed().as_secs_f64() * 1e3);
    }
}

fn command(cli: &Cli, times: &mut Times) -> Result<Option<Runnable>, Failed> {
    let opts = &cli.build;
    let user = times.stage("read", || packages::find(&cli.packages))?;
    match opts.emit {
        Emit::Tokens => return text(opts, &show::tokens(&user.files)).map(|()| None),
        Emit::Ast => return text(opts, &show::trees(&user.files)).map(|()| None),
        _ => {}
    }
    let program = times.stage("check", || check(&user, opts))?;
    if matches!(cli.action, Action::Check) {
        return Ok(None);
    }
    if opts.emit == Emit::Types {
        return text(opts, &show::types(&program)).map(|()| None);
    }
    let explain = matches!(cli.action, Action::Explain);
    if !explain && program.interner.resolve(program.packages[program.main].name) != "main" {
        return match cli.action {
            Action::Run { .. } | Action::Trace { .. } => {
                Err("package command-line-arguments is not a main package".to_string().into())
            }
            _ => Ok(None),
        };
    }
    let mut module = times.stage("build SSA", || build(&program, cli))?;
    let report = times.stage("optimise", || optimise(&mut module, opts))?;
    times.stages.extend(report.times.iter().map(|(name, t)| (format!("  {name}"), *t)));
    if explain {
        let report = explain::report(&program, &user.dir, &module, &report);
        return text(opts, &explain::render(&report, opts)).map(|()| None);
    }
    let lines = Lines(&program.sources);
    let filter = match &cli.action {
        Action::Asm { filter: Some(f) } => {
            Some(Regex::new(f).map_err(|e| Failed { message: e.to_string(), status: 2 })?)
        }
        _ => None,
    };
    let matches = |name: &str| filter.as_ref().is_none_or(|r| r.is_match(name));
    if let Emit::Ssa { .. } = opts.emit {
        return text(opts, &ssa(&module, &program)).map(|()| None);
    }
    let target = backend::Options {
        verify: opts.verify,
        debug_info: opts.dwarf,
        amd64_level: opts.amd64_level,
        ..backend::Options::default()
    };
    if opts.emit == Emit::Clif {
        let clif = backend::clif_text(&module, &lines, &target, Some(&matches)).map_err(|e| e.to_string())?;
        return text(opts, &clif).map(|()| None);
    }
    // Who asks for verification wants everything compiled.
    let store = (!opts.verify).then(|| Store::open(&target, &user.dir)).flatten();
    let cache = store.as_ref().map(|s| times.stage("read cache", || s.read(opts.rebuild)));
    let (compiled, additions) = times.stage("generate", || {
        let _doing = Doing::new("generating code");
        backend::compile_with(&module, &lines, &target, cache.as_ref()).map_err(|e| format!("mini-go: {e}"))
    })?;
    if let (Some(store), Some(cache)) = (&store, &cache) {
        times.stage("write cache", || store.write(cache, &additions));
    }
    let listing = || backend::listing::render(&compiled, backend::listing::Syntax::Intel, Some(&matches));
    if matches!(cli.action, Action::Asm { .. }) || opts.emit == Emit::Asm {
        return text(opts, &listing()).map(|()| None);
    }
    if opts.listing {
        print!("{}", listing());
    }
    if let Action::Compare(options) = &cli.action {
        return compare_with(&program, &user, &compiled, opts, options).map(|()| None);
    }
    finish(cli, &user, &compiled, times)
}

fn compare_with(
    program: &Program,
    user: &UserPackage,
    compiled: &Compiled<'_>,
    opts: &BuildOptions,
    options: &compare::Options,
) -> Result<(), Failed> {
    let exe = backend::link_executable(&compiled.object).map_err(|e| format!("mini-go: {e}"))?;
    let (report, regressions) = compare::run(program, &user.dir, &exe, options)?;
    text(opts, &report)?;
    if regressions.is_empty() { Ok(()) } else { Err(regressions.join("\n").into()) }
}

/// Writes the object or the executable.
fn finish(
    cli: &Cli,
    user: &UserPackage,
    compiled: &Compiled<'_>,
    times: &mut Times,
) -> Result<Option<Runnable>, Failed> {
    let opts = &cli.build;
    if opts.emit == Emit::Obj {
        let target = opts.output.clone().unwrap_or_else(|| format!("{}.o", user.name));
        times.stage("write", || output::write(Path::new(&target), &compiled.object, false))?;
        return Ok(None);
    }
    let exe = times.stage("link", || match opts.dwarf {
        true => backend::link_executable_with(&compiled.object, &backend::debug_link_options()),
        false => backend::link_executable(&compiled.object),
    });
    let exe = exe.map_err(|e| format!("mini-go: {e}"))?;
    if matches!(cli.action, Action::Run { .. } | Action::Trace { .. }) {
        let scratch = run::Scratch::new()?;
        let path = scratch.file(&user.name);
        times.stage("write", || output::write(&path, &exe, true))?;
        return Ok(Some(Runnable { exe: path, scratch }));
    }
    let mut target = PathBuf::from(opts.output.as_deref().unwrap_or(&user.name));
    if target.is_dir() {
        target.push(&user.name);
    }
    times.stage("write", || output::write(&target, &exe, true))?;
    Ok(None)
}

fn check(user: &UserPackage, opts: &BuildOptions) -> Result<Program, Failed> {
    let _doing = Doing::new("checking the program");
    let lang = opts.lang_minor.unwrap_or(NEWEST_LANG);
    let context = BuildContext { tags: opts.tags.clone(), lang };
    let input = Input { files: user.files.clone(), dir: user.dir.clone(), context };
    frontend::check_program(input, &Embedded { folder: opts.golib.as_deref() }).map_err(|f| failed(&f, opts))
}

fn failed(failure: &Failure, opts: &BuildOptions) -> Failed {
    let form = if opts.json { Form::Json } else { Form::Text { all: opts.all_errors } };
    frontend::render(failure, form).into()
}

fn build(program: &Program, cli: &Cli) -> Result<Module, Failed> {
    let _doing = Doing::new("building SSA");
    let opts = &cli.build;
    let extent = match cli.action {
        Action::Explain => Extent::Named,
        _ => Extent::Reachable,
    };
    middle::build::build_extent(program, extent).map_err(|diagnostics| {
        let problem = Problem::Compile { package: "command-line-arguments".to_string(), diagnostics };
        let form = if opts.json { Form::Json } else { Form::Text { all: opts.all_errors } };
        frontend::render_problem(&program.sources, &problem, form).into()
    })
}

fn optimise(module: &mut Module, opts: &BuildOptions) -> Result<pipeline::Report, Failed> {
    let _doing = Doing::new("optimising SSA");
    let stop_after = match &opts.emit {
        Emit::Ssa { after } => after.clone(),
        _ => None,
    };
    if let Some(name) = &stop_after
        && name != "build"
        && !pipeline::PASSES.iter().any(|p| p.name == name)
    {
        let names: Vec<_> = pipeline::PASSES.iter().map(|p| p.name).collect();
        let message = format!("there is no pass {name}; the passes are build, {}", names.join(", "));
        return Err(Failed { message, status: 2 });
    }
    let options = pipeline::Options {
        defer: opts.defer,
        defer_trace: opts.defer_trace,
        explain_escapes: opts.explain_escapes,
        verify: opts.verify,
        stop_after,
    };
    pipeline::run(module, &options).map_err(|errors| Failed {
        message: format!("mini-go: internal compiler error: invalid SSA\n{}", errors.join("\n")),
        status: crate::ice::EXIT_STATUS,
    })
}

fn ssa(module: &Module, program: &Program) -> String {
    let line_of = |pos: Pos| {
        let (file, at) = program.sources.resolve(pos)?;
        let path = &program.sources.file(file).display_name;
        Some(format!("{}:{}", path.rsplit('/').next().unwrap_or(path), at.line))
    };
    print::module(module, &print::PrintOptions { line_of: Some(&line_of) })
}

/// Text goes to standard output or to the file of `-o`.
fn text(opts: &BuildOptions, text: &str) -> Result<(), Failed> {
    match &opts.output {
        Some(path) => output::write(Path::new(path), text.as_bytes(), false).map_err(Failed::from),
        None => {
            use std::io::Write;
            // A reader that has seen enough is no failure.
            let _ = std::io::stdout().write_all(text.as_bytes());
            Ok(())
        }
    }
}

/// Lines for the code generator.
struct Lines<'a>(&'a SourceMap);

impl SourceInfo for Lines<'_> {
    fn locate(&self, pos: Pos) -> Option<(&str, u32)> {
        let at = self.0.shown(pos)?;
        Some((at.path, at.line))
    }

    fn is_embedded(&self, pos: Pos) -> bool {
        // Embedded files are known by a path relative to where the packages lie.
        self.0.file_of(pos).is_some_and(|f| !self.0.file(f).path.starts_with('/'))
    }
}
