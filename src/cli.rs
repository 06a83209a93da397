//! The command line: the only place that spells a flag.
//!
//! The go command writes long flags with one dash (`-gcflags=-e`); they are handed to the argument parser with two.
//! Flags end at the first argument that is none, as in the go command; for `run`, what follows the source files
//! belongs to the program.

use std::ffi::OsString;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};
use middle::lower::defer::DeferKind;

use crate::compare;
use crate::emit::Emit;
use crate::help;

/// What to do.
#[derive(Debug)]
pub enum Action {
    /// Make an executable or another output.
    Build,
    /// Make an executable, run it, remove it.
    Run {
        /// Arguments of the program.
        args: Vec<String>,
    },
    /// Print listings.
    Asm {
        /// Only functions whose symbol matches.
        filter: Option<String>,
    },
    /// Type-check only.
    Check,
    /// Tell what becomes of the defer statements.
    Explain,
    /// Compare the code with another compiler's.
    Compare(compare::Options),
    /// Run, and tell what happened to the deferred calls.
    Trace {
        /// Arguments of the program.
        args: Vec<String>,
    },
    /// Print the environment variables that are honoured.
    Env {
        /// As JSON.
        json: bool,
    },
    /// Print the version.
    Version,
    /// Print help: the text.
    Help(String),
}

impl Action {
    /// Whether the result is an executable, unless another stage is asked for.
    pub fn makes_executable(&self) -> bool {
        matches!(self, Action::Build) || self.runs()
    }

    /// Whether the executable is run.
    pub fn runs(&self) -> bool {
        matches!(self, Action::Run { .. } | Action::Trace { .. })
    }
}

/// A parsed command line.
#[derive(Debug)]
pub struct Cli {
    /// What to do.
    pub action: Action,
    /// How to build.
    pub build: BuildOptions,
    /// Files, directories or import paths.
    pub packages: Vec<String>,
}

/// Flags that all building commands share.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// `-C dir`: change there first.
    pub chdir: Option<String>,
    /// `-o file`
    pub output: Option<String>,
    /// `--emit`
    pub emit: Emit,
    /// `-S`: print the listing too.
    pub listing: bool,
    /// `-a`: compile everything, whatever was kept from earlier builds.
    pub rebuild: bool,
    /// `-time-passes`
    pub time_passes: bool,
    /// `-json`: diagnostics as JSON lines.
    pub json: bool,
    /// `-x`: name the steps.
    pub trace_steps: bool,
    /// `-gcflags=-e`: no limit on the number of errors.
    pub all_errors: bool,
    /// `-lang=go1.N`: the minor version.
    pub lang_minor: Option<u32>,
    /// `-tags`
    pub tags: Vec<String>,
    /// `-d=defer=kind`
    pub defer: DeferKind,
    /// `-d=golib=folder`: take the embedded packages from there.
    pub golib: Option<String>,
    /// `explain -escape`
    pub explain_escapes: bool,
    /// `-d=defertrace`: the program writes what happens to its deferred calls.
    pub defer_trace: bool,
    /// `-d=barriers`: barriers before writes to the heap.
    pub barriers: bool,
    /// `-d=verify`: check the SSA between passes.
    pub verify: bool,
    /// `-p n`: threads.
    pub threads: Option<usize>,
    /// `-gcflags=-dwarf`: line tables, functions and unwind records for debuggers.
    pub dwarf: bool,
    /// `GOAMD64`: processor level, 1 to 4.
    pub amd64_level: u8,
}

/// A command line that makes no sense: exit status 2.
#[derive(Debug)]
pub struct UsageError(pub String);

/// Parses the arguments after the program's name.
///
/// # Errors
/// A message for standard error; the exit status is 2.
pub fn parse(args: Vec<OsString>) -> Result<Cli, UsageError> {
    if let Some(answer) = help_asked_for(&args) {
        return answer;
    }
    let name = args[0].to_string_lossy().into_owned();
    let args: Vec<OsString> =
        std::iter::once("mini-go".into()).chain(args.into_iter().map(double_dash)).collect();
    let matches = match command().try_get_matches_from(args) {
        Ok(m) => m,
        Err(e) if e.kind() == ErrorKind::DisplayHelp => return help_about(&name),
        Err(e) => return Err(wrong_usage(&name, &e)),
    };
    let (name, m) = matches.subcommand().expect("a subcommand is required");
    match name {
        "version" => Ok(Cli { action: Action::Version, build: defaults(), packages: Vec::new() }),
        "env" => {
            let action = Action::Env { json: m.get_flag("json") };
            Ok(Cli { action, build: defaults(), packages: Vec::new() })
        }
        _ => building(name, m),
    }
}

/// The answer if the arguments ask for help, or there are none.
fn help_asked_for(args: &[OsString]) -> Option<Result<Cli, UsageError>> {
    let words: Vec<&str> = args.iter().map(|a| a.to_str().unwrap_or_default()).collect();
    match words[..] {
        [] => Some(Err(UsageError(help::overview()))),
        ["help" | "-h" | "-help" | "--help"] => Some(Ok(help_text(help::overview()))),
        ["help", topic] => Some(help_about(topic)),
        ["help", ..] => Some(Err(UsageError("usage: mini-go help <command>".to_string()))),
        _ => None,
    }
}

fn help_about(topic: &str) -> Result<Cli, UsageError> {
    match help::of(topic) {
        Some(text) => Ok(help_text(text)),
        None => Err(UsageError(format!("mini-go help {topic}: unknown help topic. Run 'mini-go help'."))),
    }
}

fn help_text(text: String) -> Cli {
    Cli { action: Action::Help(text), build: defaults(), packages: Vec::new() }
}

/// In the go command's words.
fn wrong_usage(name: &str, e: &clap::Error) -> UsageError {
    if e.kind() == ErrorKind::InvalidSubcommand {
        return UsageError(format!("mini-go {name}: unknown command\nRun 'mini-go help' for usage."));
    }
    let flag = match e.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(flag)) => flag.trim_start_matches('-').to_string(),
        _ => String::new(),
    };
    let flag = flag.split(' ').next().unwrap_or_default();
    let what = match e.kind() {
        ErrorKind::UnknownArgument => format!("flag provided but not defined: -{flag}"),
        ErrorKind::InvalidValue if e.get(ContextKind::InvalidValue).is_none_or(is_empty) => {
            format!("flag needs an argument: -{flag}")
        }
        _ => e.to_string().lines().next().unwrap_or_default().replace("--", "-"),
    };
    UsageError(format!("{what}\n{}\nRun 'mini-go help {name}' for details.", help::usage(name)))
}

fn is_empty(v: &ContextValue) -> bool {
    matches!(v, ContextValue::String(s) if s.is_empty())
}

/// `-gcflags=x` → `--gcflags=x`; `-o`, `-x`, negative numbers and everything after the flags stay.
fn double_dash(arg: OsString) -> OsString {
    match arg.to_str() {
        Some(s) if s.len() > 2 && s.starts_with('-') && !s.starts_with("--") => {
            let name = s[1..].split('=').next().unwrap_or_default();
            if name.len() > 1 || s.contains('=') { format!("-{s}").into() } else { arg }
        }
        _ => arg,
    }
}

fn command() -> Command {
    let packages = || Arg::new("packages").num_args(0..).trailing_var_arg(true).allow_hyphen_values(true);
    Command::new("mini-go")
        .about("A Go compiler that shows what it does with defer, panic and recover")
        .subcommand_required(true)
        .arg_required_else_help(false)
        .disable_version_flag(true)
        .subcommand(build_flags(Command::new("build").about("compile packages")).arg(packages()))
        .subcommand(build_flags(Command::new("run").about("compile and run a program")).arg(packages()))
        .subcommand(build_flags(Command::new("check").about("type-check packages")).arg(packages()))
        .subcommand(
            build_flags(Command::new("explain").about("tell what becomes of each defer statement, and why"))
                .arg(
                    Arg::new("escape")
                        .long("escape")
                        .action(ArgAction::SetTrue)
                        .help("also tell what is allocated where, and why"),
                )
                .arg(packages()),
        )
        .subcommand(
            build_flags(Command::new("compare").about("compare the code with gc's, function by function"))
                .arg(
                    Arg::new("f").short('f').long("f").value_name("regexp").help("only these, with listings"),
                )
                .arg(
                    Arg::new("with")
                        .long("with")
                        .value_name("file")
                        .help("another executable instead of gc's"),
                )
                .arg(
                    Arg::new("max-regress")
                        .long("max-regress")
                        .value_name("N%")
                        .help("fail if a function has so many more instructions"),
                )
                .arg(packages()),
        )
        .subcommand(
            build_flags(
                Command::new("trace").about("run a program and show what happens to its deferred calls"),
            )
            .arg(packages()),
        )
        .subcommand(
            build_flags(Command::new("asm").about("print the machine code, function by function"))
                .arg(Arg::new("f").short('f').long("f").value_name("regexp").help("only matching functions"))
                .arg(packages()),
        )
        .subcommand(
            Command::new("env")
                .about("print the environment variables that are honoured")
                .arg(Arg::new("json").long("json").action(ArgAction::SetTrue)),
        )
        .subcommand(Command::new("version").about("print the version"))
}

fn build_flags(c: Command) -> Command {
    let value = |id: &'static str, name: &'static str, help: &'static str| {
        Arg::new(id).long(id).value_name(name).help(help)
    };
    let flag =
        |id: &'static str, help: &'static str| Arg::new(id).long(id).action(ArgAction::SetTrue).help(help);
    c.arg(Arg::new("C").short('C').long("C").value_name("dir").help("change to dir first"))
        .arg(Arg::new("o").short('o').long("o").value_name("file").help("where to write the output"))
        .arg(Arg::new("p").short('p').long("p").value_name("n").help("number of threads"))
        .arg(Arg::new("a").short('a').long("a").action(ArgAction::SetTrue).help("compile everything anew"))
        .arg(Arg::new("S").short('S').long("S").action(ArgAction::SetTrue).help("print the listing"))
        .arg(Arg::new("x").short('x').long("x").action(ArgAction::SetTrue).help("name the steps"))
        .arg(
            value("emit", "stage", "what to produce; SSA also as ssa:after=<pass>")
                .value_parser(clap::value_parser!(String)),
        )
        .arg(value("gcflags", "flags", "-e, -S, -dwarf, -lang=go1.N, -d=…"))
        .arg(value("lang", "go1.N", "language version"))
        .arg(value("tags", "tag,list", "build tags"))
        .arg(
            value(
                "d",
                "settings",
                "defer=auto|heap|stack|open|inlined, defertrace, barriers, verify, noverify, golib=folder",
            )
            .short('d')
            .action(ArgAction::Append),
        )
        .arg(
            value("ldflags", "flags", "-s, -w are accepted")
                .value_parser(PossibleValuesParser::new(["-s", "-w", "-s -w", "-w -s"])),
        )
        .arg(flag("time-passes", "print how long each stage took"))
        .arg(flag("json", "diagnostics as JSON lines"))
        .arg(flag("trimpath", "accepted"))
}

fn defaults() -> BuildOptions {
    BuildOptions {
        chdir: None,
        output: None,
        emit: Emit::Exe,
        listing: false,
        rebuild: false,
        time_passes: false,
        json: false,
        trace_steps: false,
        all_errors: false,
        lang_minor: None,
        tags: Vec::new(),
        defer: DeferKind::STRONGEST,
        golib: None,
        explain_escapes: false,
        defer_trace: false,
        barriers: false,
        verify: cfg!(debug_assertions),
        threads: None,
        dwarf: false,
        amd64_level: 1,
    }
}

fn building(name: &str, m: &ArgMatches) -> Result<Cli, UsageError> {
    let text = |id: &str| m.get_one::<String>(id).cloned();
    let mut build = defaults();
    build.chdir = text("C");
    build.output = text("o");
    build.listing = m.get_flag("S");
    build.trace_steps = m.get_flag("x");
    build.rebuild = m.get_flag("a");
    build.time_passes = m.get_flag("time-passes");
    build.json = m.get_flag("json");
    build.tags = text("tags").map_or(Vec::new(), |t| t.split([',', ' ']).map(str::to_string).collect());
    if let Some(e) = text("emit") {
        build.emit = Emit::parse(&e).ok_or_else(|| UsageError(format!("unknown stage in -emit={e}")))?;
    }
    if let Ok(level) = std::env::var("GOAMD64") {
        build.amd64_level = match level.as_str() {
            "" | "v1" => 1,
            "v2" => 2,
            "v3" => 3,
            "v4" => 4,
            _ => {
                return Err(UsageError(format!("invalid GOAMD64: must be v1, v2, v3, v4 (found {level:?})")));
            }
        };
    }
    if let Some(n) = text("p") {
        build.threads =
            Some(n.parse().ok().filter(|&n| n > 0).ok_or_else(|| UsageError(format!("bad -p={n}")))?);
    }
    if let Some(v) = text("lang") {
        build.lang_minor = Some(lang(&v)?);
    }
    for d in m.get_many::<String>("d").into_iter().flatten() {
        debug_settings(d, &mut build)?;
    }
    for f in text("gcflags").unwrap_or_default().split_whitespace() {
        compiler_flag(f, &mut build)?;
    }
    let mut packages: Vec<String> = m.get_many::<String>("packages").into_iter().flatten().cloned().collect();
    let action = match name {
        "build" => Action::Build,
        "check" => Action::Check,
        "explain" => {
            build.explain_escapes = m.get_flag("escape");
            Action::Explain
        }
        "compare" => Action::Compare(compare::Options {
            filter: text("f"),
            with: text("with"),
            max_regress: text("max-regress").map(|v| percent(&v)).transpose()?,
            json: build.json,
        }),
        "asm" => Action::Asm { filter: text("f") },
        _ => {
            let files = packages.iter().take_while(|p| p.ends_with(".go")).count().max(1).min(packages.len());
            let args = packages.split_off(files);
            if name == "trace" {
                build.defer_trace = true;
                Action::Trace { args }
            } else {
                Action::Run { args }
            }
        }
    };
    if let Some(flag) = packages.first().filter(|p| p.starts_with('-')) {
        let flag = flag.trim_start_matches('-').split('=').next().unwrap_or_default();
        let usage = help::usage(name);
        return Err(UsageError(format!(
            "flag provided but not defined: -{flag}\n{usage}\nRun 'mini-go help {name}' for details."
        )));
    }
    if let Some(flag) = packages.iter().find(|p| p.starts_with('-')) {
        return Err(UsageError(format!("flag {flag} stands after the packages")));
    }
    if packages.is_empty() && !action.runs() {
        packages.push(".".to_string());
    }
    Ok(Cli { action, build, packages })
}

fn percent(text: &str) -> Result<f64, UsageError> {
    let number = text.strip_suffix('%').unwrap_or(text).parse::<f64>().ok();
    number.filter(|n| n.is_finite()).ok_or_else(|| {
        UsageError(format!("invalid value {text:?} for -max-regress: should be something like 10%"))
    })
}

fn compiler_flag(flag: &str, build: &mut BuildOptions) -> Result<(), UsageError> {
    match flag.split_once('=').unwrap_or((flag, "")) {
        ("-e", _) => build.all_errors = true,
        ("-S", _) => build.listing = true,
        ("-dwarf", "" | "true") => build.dwarf = true,
        ("-dwarf", "false") => build.dwarf = false,
        ("-lang", v) => build.lang_minor = Some(lang(v)?),
        ("-d", v) => debug_settings(v, build)?,
        _ => return Err(UsageError(format!("-gcflags: flag {flag} is not supported"))),
    }
    Ok(())
}

fn debug_settings(settings: &str, build: &mut BuildOptions) -> Result<(), UsageError> {
    for s in settings.split(',') {
        match s.split_once('=').unwrap_or((s, "")) {
            ("verify", _) => build.verify = true,
            ("noverify", _) => build.verify = false,
            ("golib", folder) => build.golib = Some(folder.to_string()),
            ("defertrace", _) => build.defer_trace = true,
            ("barriers", _) => build.barriers = true,
            ("defer", kind) => {
                build.defer = DeferKind::by_name(kind).ok_or_else(|| {
                    UsageError(format!("-d=defer: {kind:?} is not one of auto, heap, stack, open"))
                })?;
            }
            _ => return Err(UsageError(format!("-d: setting {s} is not supported"))),
        }
    }
    Ok(())
}

fn lang(version: &str) -> Result<u32, UsageError> {
    version.strip_prefix("go1.").and_then(|n| n.parse().ok()).ok_or_else(|| {
        UsageError(format!("invalid value {version:?} for -lang: should be something like \"go1.27\""))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_knows_every_command_and_flag() {
        let commands = command();
        let mut names: Vec<&str> = commands.get_subcommands().map(Command::get_name).collect();
        let mut topics: Vec<&str> = help::TOPICS.iter().map(|t| t.name).collect();
        names.sort_unstable();
        topics.sort_unstable();
        assert_eq!(names, topics);
        for c in commands.get_subcommands() {
            let text = help::of(c.get_name()).expect("a topic");
            for flag in c.get_arguments().filter_map(Arg::get_long) {
                assert!(text.contains(&format!("-{flag}")), "help {} does not mention -{flag}", c.get_name());
            }
        }
    }
}
