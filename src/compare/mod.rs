//! `mini-go compare`: the code of two compilers for one program, function by function, read back from the two
//! executables by the same disassembler.

mod class;
mod events;
mod json;
mod measure;
mod pair;
mod text;

use std::collections::BTreeSet;
use std::path::Path;

use backend::inspect::{Image, Producer};
use frontend::ast::{GoDefer, StmtKind};
use frontend::program::Program;
use regex::Regex;

use crate::gc::{Gc, HOW_TO_GET};
use crate::run::Scratch;
use pair::{DeferLines, Pair};

/// What the command line chose.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// `-f regexp`: these functions, with listings.
    pub filter: Option<String>,
    /// `-with path`: the other executable.
    pub with: Option<String>,
    /// `-max-regress=N%`: how many instructions more than the other's a function may have.
    pub max_regress: Option<f64>,
    /// `-json`
    pub json: bool,
}

/// The two executables' functions.
pub struct Comparison {
    /// What the other executable is called.
    pub other: String,
    pub pairs: Vec<Pair>,
    /// Lines of the user's files, for the listings.
    pub sources: Vec<(String, Vec<String>)>,
    /// Whether listings are wanted.
    pub listings: bool,
}

impl Comparison {
    /// Functions that both executables have.
    pub fn common(&self) -> impl Iterator<Item = (&str, &measure::Measured, &measure::Measured)> {
        self.pairs.iter().filter_map(|p| Some((p.name.as_str(), p.ours.as_ref()?, p.theirs.as_ref()?)))
    }
}

/// Compares our executable with the other; text to print, and what exceeds the bound.
///
/// # Errors
/// Why there is nothing to compare with.
pub fn run(
    prog: &Program,
    dir: &str,
    exe: &[u8],
    options: &Options,
) -> Result<(String, Vec<String>), String> {
    let filter = match &options.filter {
        Some(f) => Some(Regex::new(f).map_err(|e| e.to_string())?),
        None => None,
    };
    let ours = Image::read(exe).map_err(|e| format!("mini-go: {e}"))?;
    let (theirs, other) = other(prog, dir, options)?;
    let (lines, sources) = sources(prog);
    let pairs = pair::pair(&ours, &theirs, filter.as_ref(), &lines);
    if pairs.is_empty() {
        return Err("mini-go: no function to compare matches".to_string());
    }
    let comparison = Comparison { other, pairs, sources, listings: filter.is_some() };
    let text = if options.json { json::render(&comparison) } else { text::render(&comparison) };
    let regressions = options.max_regress.map_or(Vec::new(), |most| regressions(&comparison, most));
    Ok((text, regressions))
}

/// Functions with more instructions than allowed.
fn regressions(c: &Comparison, most: f64) -> Vec<String> {
    let allowed = |n: usize| n as f64 * (1.0 + most / 100.0);
    let is_beyond = |(_, ours, theirs): &(&str, &measure::Measured, &measure::Measured)| {
        ours.instructions as f64 > allowed(theirs.instructions)
    };
    let message = |(name, ours, theirs): (&str, &measure::Measured, &measure::Measured)| {
        let more = 100.0 * (ours.instructions as f64 / theirs.instructions as f64 - 1.0);
        format!(
            "{name}: {} instructions, {} has {}: {more:.0} % more, allowed are {most} %",
            ours.instructions, c.other, theirs.instructions
        )
    };
    c.common().filter(is_beyond).map(message).collect()
}

fn other(prog: &Program, dir: &str, options: &Options) -> Result<(Image, String), String> {
    let read = |path: &Path| {
        let bytes = std::fs::read(path).map_err(|e| format!("mini-go: {}: {e}", path.display()))?;
        Image::read(&bytes).map_err(|e| format!("mini-go: {}: {e}", path.display()))
    };
    if let Some(path) = &options.with {
        let image = read(Path::new(path))?;
        let name = match image.producer {
            Producer::MiniGo => "mini-go too",
            Producer::Gc => "gc",
            Producer::Other => pair::base(path),
        };
        return Ok((image, name.to_string()));
    }
    let gc = Gc::find().ok_or(format!(
        "mini-go: nothing to compare with: {HOW_TO_GET}; or name an executable: -with path"
    ))?;
    let scratch = Scratch::new()?;
    let exe = scratch.file("gc");
    let package = &prog.packages[prog.main];
    let files = package.files.iter().map(|f| prog.sources.file(f.ast.file).path.as_str());
    let out = gc.command(Path::new(dir)).args(["build", "-o"]).arg(&exe).args(files).output();
    let out = out.map_err(|e| format!("mini-go: {}: {e}", gc.path.display()))?;
    if !out.status.success() {
        return Err(format!("mini-go: go build fails:\n{}", String::from_utf8_lossy(&out.stderr)));
    }
    Ok((read(&exe)?, format!("gc {}", gc.version)))
}

/// Lines of defer statements, and the text of the files.
fn sources(prog: &Program) -> (DeferLines, Vec<(String, Vec<String>)>) {
    let (mut lines, mut texts) = (DeferLines::new(), Vec::new());
    for file in &prog.packages[prog.main].files {
        let source = prog.sources.file(file.ast.file);
        let name = pair::base(&source.path).to_string();
        let defers: BTreeSet<u32> = file
            .ast
            .stmts
            .values()
            .filter(|s| matches!(s.kind, StmtKind::GoDefer { kind: GoDefer::Defer, .. }))
            .map(|s| source.shown(s.pos).line)
            .collect();
        texts.push((name.clone(), source.text.lines().map(str::to_string).collect()));
        lines.insert(name, defers);
    }
    (lines, texts)
}
