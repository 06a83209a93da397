//! From SSA to machine code, object and executable.
//!
//! ```text
//!  Module ──clif──▶ Cranelift IR ──codegen──▶ CompiledFunc ──object (tables)──▶ ELF object ──link──▶ executable
//! ```
//!
//! [`compile`] does the first three steps, per function in parallel; [`listing`] shows the result as assembly.
//! The crate knows SSA and memory layouts only, never Go syntax or types.

pub mod cache;
mod clif;
mod codegen;
mod debug;
pub mod image;
pub mod inspect;
pub mod listing;
mod object;
mod portable;
mod prologue;
mod tables;
mod target;

use std::fmt;

use middle::ir;
use rayon::prelude::*;

use cache::{Additions, CodeCache};
pub use codegen::{
    CODE_ALIGN, CodeReloc, CodeRelocKind, CodeTarget, CompiledFunc, InlinedCall, Landing, Line,
    MORESTACK_SYMBOL,
};
use codegen::{Origin, Unit};

/// Where positions are.
pub trait SourceInfo: Sync {
    /// Path and line of a position, `None` for one that is not in a file.
    fn locate(&self, pos: ir::Pos) -> Option<(&str, u32)>;
    /// Whether a position is in a package that the compiler carries: functions there are the same in many programs.
    fn is_embedded(&self, pos: ir::Pos) -> bool;
}

/// How to compile.
#[derive(Clone, Debug)]
pub struct Options {
    /// Let Cranelift optimise.
    pub optimize: bool,
    /// Let Cranelift check the functions it gets: finds our bugs, costs half the time again.
    pub verify: bool,
    /// The processor level of the psABI, 1 to 4, as `GOAMD64=v1` …
    pub amd64_level: u8,
    /// DWARF lines and functions and unwind records, for debuggers and profilers. To keep them in the executable, link
    /// with [`debug_link_options`].
    pub debug_info: bool,
    /// Barriers before writes to the heap, for a collector that marks while the program runs.
    pub barriers: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            optimize: true,
            verify: cfg!(debug_assertions),
            amd64_level: 1,
            debug_info: false,
            barriers: false,
        }
    }
}

/// Why there is no object. All of these are bugs or limits of the compiler, none an error of the user's program.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Error {
    /// A function cannot be compiled.
    Codegen {
        /// Its symbol.
        func: String,
        /// Why.
        message: String,
    },
    /// Cranelift refuses a setting.
    Target(String),
    /// Data or tables cannot be written.
    Object(String),
    /// Object and runtime do not fit together.
    Link(linker::LinkError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Codegen { func, message } => write!(f, "{func}: {message}"),
            Error::Target(message) => write!(f, "code generator: {message}"),
            Error::Object(message) => write!(f, "object: {message}"),
            Error::Link(e) => write!(f, "link: {e}"),
        }
    }
}

impl std::error::Error for Error {}

/// A compiled program.
pub struct Compiled<'m> {
    /// What was compiled.
    pub module: &'m ir::Module,
    /// The ELF object.
    pub object: Vec<u8>,
    /// The functions in the order of the module, which is that of the source.
    pub funcs: Vec<CompiledFunc>,
}

/// Compiles a program to an object.
///
/// # Errors
/// See [`Error`].
pub fn compile<'m>(
    module: &'m ir::Module,
    sources: &dyn SourceInfo,
    opts: &Options,
) -> Result<Compiled<'m>, Error> {
    compile_with(module, sources, opts, None).map(|(compiled, _)| compiled)
}

/// Compiles a program to an object, taking the code of known functions from a cache; also returns what to add to it.
/// The object is the same with and without cache.
///
/// # Errors
/// See [`Error`].
pub fn compile_with<'m>(
    module: &'m ir::Module,
    sources: &dyn SourceInfo,
    opts: &Options,
    cache: Option<&CodeCache>,
) -> Result<(Compiled<'m>, Additions), Error> {
    let isa = target::isa(opts)?;
    let unit = Unit {
        module,
        isa: &*isa,
        sources,
        cache,
        fingerprint: cache::fingerprint(opts),
        barriers: opts.barriers,
    };
    let done = module
        .funcs
        .par_iter()
        .map_init(codegen::Worker::new, |worker, func| worker.compile(&unit, func))
        .collect::<Result<Vec<_>, _>>()?;
    let mut additions = Additions::default();
    let mut funcs = Vec::with_capacity(done.len());
    for ((compiled, origin), func) in done.into_iter().zip(&module.funcs) {
        funcs.push(compiled);
        match (origin, sources.is_embedded(func.pos)) {
            (Origin::Cache(_), true) => {}
            (Origin::Cache(key), false) => additions.user_found.push(key),
            (Origin::Cranelift(key, entry), true) => additions.embedded.push((key, entry)),
            (Origin::Cranelift(key, entry), false) => additions.user.push((key, entry)),
        }
    }
    let object = object::write(module, &funcs, opts.debug_info)?;
    Ok((Compiled { module, object, funcs }, additions))
}

/// The Cranelift form of the functions that `filter` accepts by symbol, before Cranelift's optimiser, with source
/// lines as comments.
///
/// # Errors
/// See [`Error`].
pub fn clif_text(
    module: &ir::Module,
    sources: &dyn SourceInfo,
    opts: &Options,
    filter: Option<&dyn Fn(&str) -> bool>,
) -> Result<String, Error> {
    let isa = target::isa(opts)?;
    let mut worker = codegen::Worker::new();
    let mut out = String::new();
    for func in &module.funcs {
        if filter.is_none_or(|f| f(module.symbols.resolve(func.sym))) {
            let lowered = worker.lower(module, func, &*isa, opts.barriers)?;
            clif::print(&mut out, module, lowered, sources);
        }
    }
    Ok(out)
}

/// Links the object of a program with the runtime to an executable without debug information.
///
/// # Errors
/// [`Error::Link`], for example if a function that an embedded package declares is missing in the runtime.
pub fn link_executable(object: &[u8]) -> Result<Vec<u8>, Error> {
    link_executable_with(object, &linker::LinkOptions::default())
}

/// Links the object of a program with the runtime.
///
/// # Errors
/// As [`link_executable`].
pub fn link_executable_with(object: &[u8], opts: &linker::LinkOptions) -> Result<Vec<u8>, Error> {
    let mut inputs = vec![linker::Input { name: "program", bytes: object }];
    inputs.extend(image::runtime_objects().iter().map(|&(name, bytes)| linker::Input { name, bytes }));
    linker::link(&inputs, opts).map_err(Error::Link)
}

/// Options of [`link_executable_with`] that keep what [`Options::debug_info`] adds.
pub fn debug_link_options() -> linker::LinkOptions {
    linker::LinkOptions {
        debug: linker::DebugSections::Keep,
        eh_frame: linker::EhFrame::Keep,
        ..linker::LinkOptions::default()
    }
}
