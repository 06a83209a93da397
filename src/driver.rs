//! From arguments to results, one stage after the other.

use std::io::IsTerminal;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use backend::{Compiled, SourceInfo};
use frontend::loader::{Finder, Root};
use frontend::object::PkgId;
use frontend::program::Program;
use frontend::source::{Pos, SourceMap, sym};
use frontend::{Failure, Form, PackageErrors, Problem};
use middle::build::Extent;
use middle::ir::{Module, print};
use middle::pipeline;
use regex::Regex;

use crate::cache::Store;
use crate::cli::{Action, BuildOptions, Cli};
use crate::emit::Emit;
use crate::ice::Doing;
use crate::packages::{self, Request, Settings, Target};
use crate::{compare, explain, output, run, show, trace};

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
    crate::memory::restore();
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
    if cli.action.runs() && cli.packages.is_empty() {
        return Err("go: no go files listed".to_string().into());
    }
    let settings = Settings { tags: &opts.tags, lang: opts.lang_minor, golib: opts.golib.as_deref() };
    let request = times.stage("read", || packages::find(&cli.packages, &settings))?;
    for w in &request.warnings {
        eprintln!("{w}");
    }
    if request.targets.is_empty() {
        return Ok(None);
    }
    if matches!(opts.emit, Emit::Tokens | Emit::Ast) {
        return sources(opts, &request).map(|()| None);
    }
    let checked = times.stage("check", || check(&request));
    // The go command first loads the packages, then looks where to write, then compiles.
    if !matches!(&checked, Err(f) if matches!(f.problem, Problem::Load(_))) {
        Wanted::check(cli, &request)?;
    }
    // The process ends soon: taking the program and its modules apart would only take time.
    let mut program = ManuallyDrop::new(checked.map_err(|f| failed(&f, opts))?);
    if matches!(cli.action, Action::Check) {
        return Ok(None);
    }
    if opts.emit == Emit::Types {
        return text(opts, &show::types(&program)).map(|()| None);
    }
    let explain = matches!(cli.action, Action::Explain);
    let programs: Vec<(PkgId, &Target)> = program
        .roots
        .iter()
        .zip(&request.targets)
        .filter(|(root, _)| explain || program.headers[**root].name == sym::Main)
        .map(|(&root, target)| (root, target))
        .collect();
    if explain {
        let roots: Vec<PkgId> = programs.iter().map(|&(root, _)| root).collect();
        return explain_packages(cli, &mut program, &roots, times).map(|()| None);
    }
    let wanted = Wanted::of(cli, &request, programs.len())?;
    let mut runnable = None;
    for (root, target) in programs {
        program.main = root;
        runnable = compile(cli, &program, target, &wanted, times)?;
    }
    Ok(runnable)
}

/// `mini-go explain`
fn explain_packages(
    cli: &Cli,
    program: &mut Program,
    roots: &[PkgId],
    times: &mut Times,
) -> Result<(), Failed> {
    let mut reports = Vec::with_capacity(roots.len());
    for &root in roots {
        program.main = root;
        let mut module = times.stage("build SSA", || build(program, cli))?;
        let report = times.stage("optimise", || optimise(&mut module, &cli.build))?;
        reports.push(explain::report(program, &target_dir(program), &module, &report));
    }
    explain::complete(&mut reports);
    text(&cli.build, &explain::render(&reports, &cli.build))
}

/// Where executables go.
enum Wanted {
    /// To this file.
    File(PathBuf),
    /// Into this directory, each under its name.
    Directory(PathBuf),
    /// Nowhere: several packages are built to see whether they can be.
    Nothing,
    /// To a scratch folder, to be run.
    Run,
}

impl Wanted {
    /// As the go command decides; `programs` of the packages are programs.
    fn of(cli: &Cli, request: &Request, programs: usize) -> Result<Wanted, Failed> {
        let fail = |text: String| Err(Failed::from(text));
        if cli.action.runs() {
            return match &request.targets[..] {
                [one] if programs == 0 => fail(format!("package {} is not a main package", one.path())),
                [_] => Ok(Wanted::Run),
                several => {
                    let paths: Vec<_> = several.iter().map(|t| t.path()).collect();
                    let pattern = cli.packages.first().map_or("", |p| p);
                    fail(format!(
                        "go: pattern {pattern} matches multiple packages:\n\t{}",
                        paths.join("\n\t")
                    ))
                }
            };
        }
        let Some(output) = &cli.build.output else {
            return match &request.targets[..] {
                [one] => {
                    let name = if cli.build.emit == Emit::Obj {
                        format!("{}.o", one.name)
                    } else {
                        one.name.clone()
                    };
                    Ok(Wanted::File(PathBuf::from(name)))
                }
                _ => Ok(Wanted::Nothing),
            };
        };
        let path = PathBuf::from(output);
        if output.ends_with('/') || path.is_dir() {
            if programs == 0 && cli.action.makes_executable() {
                return fail("go: no main packages to build".to_string());
            }
            return Ok(Wanted::Directory(path));
        }
        Ok(if request.targets.len() > 1 { Wanted::Nothing } else { Wanted::File(path) })
    }

    /// What the go command refuses before it compiles anything.
    fn check(cli: &Cli, request: &Request) -> Result<(), Failed> {
        let Some(output) = &cli.build.output else {
            let [target] = &request.targets[..] else { return Ok(()) };
            let builds = matches!(cli.action, Action::Build) && cli.build.emit == Emit::Exe;
            if builds && Path::new(&target.name).is_dir() && request.is_program(target) {
                let name = &target.name;
                return Err(format!("go: build output {name:?} already exists and is a directory").into());
            }
            return Ok(());
        };
        let is_directory = output.ends_with('/') || Path::new(output).is_dir();
        let several = request.targets.len() > 1 && cli.action.makes_executable();
        if several && !is_directory && output != "/dev/null" {
            return Err(format!("go: cannot write multiple packages to non-directory {output}").into());
        }
        Ok(())
    }

    /// The file of an executable.
    fn file(&self, name: &str) -> Option<PathBuf> {
        match self {
            Wanted::File(path) => Some(path.clone()),
            Wanted::Directory(dir) => Some(dir.join(name)),
            Wanted::Nothing | Wanted::Run => None,
        }
    }
}

/// Prints the first stages of files as they are found.
fn sources(opts: &BuildOptions, request: &Request) -> Result<(), Failed> {
    let mut out = String::new();
    for target in &request.targets {
        let package = match &target.root {
            Root::Package(p) => p.clone(),
            Root::Path(path) => request.workspace.package(path).map_err(|e| e.message)?,
        };
        out.push_str(&match opts.emit {
            Emit::Tokens => show::tokens(&package.files),
            _ => show::trees(&package.files),
        });
    }
    text(opts, &out)
}

/// From a checked program to what is wanted of it.
fn compile(
    cli: &Cli,
    program: &Program,
    target: &Target,
    wanted: &Wanted,
    times: &mut Times,
) -> Result<Option<Runnable>, Failed> {
    let opts = &cli.build;
    let mut module = ManuallyDrop::new(times.stage("build SSA", || build(program, cli))?);
    let report = times.stage("optimise", || optimise(&mut module, opts))?;
    times.stages.extend(report.times.iter().map(|(name, t)| (format!("  {name}"), *t)));
    let dir = target_dir(program);
    let lines = Lines(&program.sources);
    let filter = match &cli.action {
        Action::Asm { filter: Some(f) } => {
            Some(Regex::new(f).map_err(|e| Failed { message: e.to_string(), status: 2 })?)
        }
        _ => None,
    };
    let matches = |name: &str| filter.as_ref().is_none_or(|r| r.is_match(name));
    if let Emit::Ssa { .. } = opts.emit {
        return text(opts, &ssa(&module, program)).map(|()| None);
    }
    let options = backend::Options {
        verify: opts.verify,
        debug_info: opts.dwarf,
        amd64_level: opts.amd64_level,
        barriers: opts.barriers,
        ..backend::Options::default()
    };
    if opts.emit == Emit::Clif {
        let clif =
            backend::clif_text(&module, &lines, &options, Some(&matches)).map_err(|e| e.to_string())?;
        return text(opts, &clif).map(|()| None);
    }
    // Who asks for verification wants everything compiled.
    let store = (!opts.verify).then(|| Store::open(&options, &dir)).flatten();
    let cache = store.as_ref().map(|s| times.stage("read cache", || s.read(opts.rebuild)));
    let (compiled, additions) = times.stage("generate", || {
        let _doing = Doing::new("generating code");
        backend::compile_with(&module, &lines, &options, cache.as_ref()).map_err(|e| format!("mini-go: {e}"))
    })?;
    let compiled = ManuallyDrop::new(compiled);
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
        return compare_with(program, &dir, &compiled, opts, options).map(|()| None);
    }
    finish(opts, target, wanted, &compiled, times)
}

fn compare_with(
    program: &Program,
    dir: &str,
    compiled: &Compiled<'_>,
    opts: &BuildOptions,
    options: &compare::Options,
) -> Result<(), Failed> {
    let exe = backend::link_executable(&compiled.object).map_err(|e| format!("mini-go: {e}"))?;
    let (report, regressions) = compare::run(program, dir, &exe, options)?;
    text(opts, &report)?;
    if regressions.is_empty() { Ok(()) } else { Err(regressions.join("\n").into()) }
}

/// Writes the object or the executable.
fn finish(
    opts: &BuildOptions,
    target: &Target,
    wanted: &Wanted,
    compiled: &Compiled<'_>,
    times: &mut Times,
) -> Result<Option<Runnable>, Failed> {
    if opts.emit == Emit::Obj {
        if let Some(path) = wanted.file(&format!("{}.o", target.name)) {
            times.stage("write", || output::write(&path, &compiled.object, false))?;
        }
        return Ok(None);
    }
    let exe = times.stage("link", || match opts.dwarf {
        true => backend::link_executable_with(&compiled.object, &backend::debug_link_options()),
        false => backend::link_executable(&compiled.object),
    });
    let exe = exe.map_err(|e| format!("mini-go: {e}"))?;
    if let Wanted::Run = wanted {
        let scratch = run::Scratch::new()?;
        let path = scratch.file(&target.name);
        times.stage("write", || output::write(&path, &exe, true))?;
        return Ok(Some(Runnable { exe: path, scratch }));
    }
    if let Some(path) = wanted.file(&target.name) {
        if let (Wanted::Directory(dir), false) = (wanted, path.is_dir()) {
            std::fs::create_dir_all(dir)
                .map_err(|e| format!("mkdir {}: {}", dir.display(), packages::describe(&e)))?;
        }
        times.stage("write", || output::write(&path, &exe, true))?;
    }
    Ok(None)
}

fn check(request: &Request) -> Result<Program, Box<Failure>> {
    let _doing = Doing::new("checking the program");
    let roots = request.targets.iter().map(|t| t.root.clone()).collect();
    frontend::check_packages(roots, &request.workspace)
}

fn failed(failure: &Failure, opts: &BuildOptions) -> Failed {
    frontend::render(failure, form(opts)).into()
}

/// How errors are printed.
fn form(opts: &BuildOptions) -> Form {
    if opts.json { Form::Json } else { Form::of_stream(std::io::stderr().is_terminal(), opts.all_errors) }
}

/// The directory of the package that is being built.
fn target_dir(program: &Program) -> String {
    let first = program.packages[program.main].files.first();
    let path = first.map_or("", |f| &program.sources.file(f.ast.file).path);
    path.rsplit_once('/').map_or(String::new(), |(dir, _)| dir.to_string())
}

fn build(program: &Program, cli: &Cli) -> Result<Module, Failed> {
    let _doing = Doing::new("building SSA");
    let opts = &cli.build;
    let extent = match cli.action {
        Action::Explain => Extent::Named,
        _ => Extent::Reachable,
    };
    middle::build::build_extent(program, extent).map_err(|diagnostics| {
        let package = program.headers[program.main].import_path.clone();
        let problem = Problem::Compile(vec![PackageErrors { package, diagnostics }]);
        frontend::render_problem(&program.sources, &problem, form(opts)).into()
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
        barriers: opts.barriers,
        explain_escapes: opts.explain_escapes,
        verify: opts.verify,
        late: matches!(opts.emit, Emit::Ssa { .. }),
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
