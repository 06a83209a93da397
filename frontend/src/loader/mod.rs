//! From the packages that are asked for to the syntax trees of all packages they need.
//!
//! Packages are found and parsed in waves: first those asked for, then what these import, and so on; the files of a wave in
//! parallel. Then [`graph`] walks the imports as the go command does: it reports what cannot be imported, and numbers the
//! packages so that each comes after those it imports.

mod graph;
pub mod path;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use cranelift_entity::{PrimaryMap, entity_impl};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::ast::{Ast, DeclKind, ExprKind};
use crate::constraint::BuildContext;
use crate::diag::{Code, Sink};
use crate::embed::{self, EmbeddedFile};
use crate::header::{header_error, likely_imports};
use crate::object::PkgId;
use crate::parse::{self, Bodies};
use crate::program::PackageHeader;
use crate::source::{FileId, Interner, Pos, SourceMap};
use crate::types::constant::ConstValue;

/// The newest language version that is understood: Go 1.27.
pub const NEWEST_LANG: u32 = 27;

/// The go command's name for a package whose files are given by hand.
pub const COMMAND_LINE: &str = "command-line-arguments";

/// Where the standard packages come from.
pub trait SourceProvider: Sync {
    /// Names and texts of the files of a standard package, or `None` if there is no such package.
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>>;

    /// Whether it is known that the packages have no errors, so that what a program does not reach need not be looked at.
    fn is_proven(&self) -> bool {
        false
    }
}

/// Where all imported packages come from.
pub trait Finder: Sync {
    /// The full import path of the package that `path` means in a file of `importer`; the two differ for vendored packages
    /// of the standard library.
    ///
    /// # Errors
    /// Why there is none.
    fn resolve(&self, path: &str, importer: &Identity) -> Result<String, ImportError>;

    /// The sources of the package with a full import path.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn package(&self, path: &str) -> Result<SourcePackage, ImportError>;

    /// The files that a pattern of a `//go:embed` directive matches in the directory of a package.
    ///
    /// # Errors
    /// Why the pattern is wrong, in the go command's words.
    fn embed(&self, dir: &str, pattern: &str) -> Result<Vec<EmbeddedFile>, String> {
        let _ = (dir, pattern);
        Err("no matching files found".to_string())
    }
}

/// A source file of a package.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// The name shown in diagnostics, `./prog.go`.
    pub display_name: String,
    /// The absolute path.
    pub path: String,
    /// The text; bytes that are not UTF-8 are reported.
    pub text: Vec<u8>,
}

/// Which package it is.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Its import path, or [`COMMAND_LINE`].
    pub path: String,
    /// The import path that decides which internal packages it may import: for files given by hand that of their
    /// directory.
    pub place: String,
    /// Whether it belongs to the embedded standard library.
    pub is_std: bool,
}

/// A package as it is found.
#[derive(Clone, Debug)]
pub struct SourcePackage {
    /// Which package it is.
    pub identity: Identity,
    /// Its directory, for messages.
    pub dir: String,
    /// The files that take part in the build, sorted by name.
    pub files: Vec<InputFile>,
    /// Minor number of its language version.
    pub lang: u32,
    /// Whether functions may lack a body because something else than Go implements them (gc: no `-complete`).
    pub may_lack_bodies: bool,
    /// When the bodies of its functions are parsed and checked: late if it is known that they are right.
    pub bodies: Bodies,
}

impl SourcePackage {
    /// An embedded package.
    pub fn standard(path: &str, files: Vec<(String, String)>) -> SourcePackage {
        let context = BuildContext::default();
        let file = |(name, text): (String, String)| {
            let shown = format!("{path}/{name}");
            InputFile { display_name: shown.clone(), path: shown, text: text.into_bytes() }
        };
        let files = files.into_iter().filter(|(name, text)| context.includes(name, text.as_bytes()));
        SourcePackage {
            identity: Identity { path: path.to_string(), place: path.to_string(), is_std: true },
            dir: path.to_string(),
            files: files.map(file).collect(),
            lang: NEWEST_LANG,
            may_lack_bodies: true,
            bodies: Bodies::Now,
        }
    }

    /// The package with the bodies of its functions left for later if it is known to have no errors.
    #[must_use]
    pub fn proven(self, proven: bool) -> SourcePackage {
        SourcePackage { bodies: if proven { Bodies::Late } else { Bodies::Now }, ..self }
    }
}

/// A package that is asked for.
#[derive(Clone, Debug)]
pub enum Root {
    /// Its sources.
    Package(SourcePackage),
    /// Its import path.
    Path(String),
}

/// Why a package cannot be imported, in the go command's words.
#[derive(Clone, Debug)]
pub struct ImportError {
    /// Which rule.
    pub code: Code,
    /// The words.
    pub message: String,
    /// How they are printed: [`ProblemForm::Place`] if the fault is the import declaration's, [`ProblemForm::Stack`] if it is
    /// the imported package's.
    pub form: ProblemForm,
}

impl ImportError {
    /// A path that leads nowhere.
    pub fn of_import(message: String) -> ImportError {
        ImportError { code: Code::BrokenImport, message, form: ProblemForm::Place }
    }

    /// A path that is wrong by itself.
    pub fn malformed(message: String) -> ImportError {
        ImportError { code: Code::BadImportPath, message, form: ProblemForm::Place }
    }
}

/// One package by hand, which may import standard packages only.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its files.
    pub files: Vec<InputFile>,
    /// Its directory, for messages about it as a whole.
    pub dir: String,
    /// Tags and language version.
    pub context: BuildContext,
}

impl Input {
    /// The package, without the files that the build leaves out.
    ///
    /// # Errors
    /// A message if there is no file.
    pub fn into_package(self) -> Result<SourcePackage, String> {
        let base = |path: &str| path.rsplit('/').next().unwrap_or(path).to_string();
        let total = self.files.len();
        let context = self.context;
        let files: Vec<_> =
            self.files.into_iter().filter(|f| context.includes(&base(&f.path), &f.text)).collect();
        if files.is_empty() {
            return Err(match total {
                0 => format!("no Go files in {}", self.dir),
                _ => {
                    format!("package {COMMAND_LINE}: build constraints exclude all Go files in {}", self.dir)
                }
            });
        }
        Ok(SourcePackage {
            identity: Identity {
                path: COMMAND_LINE.to_string(),
                place: COMMAND_LINE.to_string(),
                is_std: false,
            },
            dir: self.dir,
            files,
            lang: context.lang,
            may_lack_bodies: false,
            bodies: Bodies::Now,
        })
    }
}

/// A finder of standard packages only.
pub struct StandardOnly<'a>(pub &'a dyn SourceProvider);

impl Finder for StandardOnly<'_> {
    fn resolve(&self, path: &str, importer: &Identity) -> Result<String, ImportError> {
        if !importer.is_std
            && let Some(message) = path::malformed(path)
        {
            return Err(ImportError::malformed(message));
        }
        Ok(path.to_string())
    }

    fn package(&self, path: &str) -> Result<SourcePackage, ImportError> {
        match self.0.package(path) {
            Some(files) => Ok(SourcePackage::standard(path, files).proven(self.0.is_proven())),
            None => Err(ImportError::of_import(path::missing(path, false))),
        }
    }
}

/// Packages that every program contains: compiled code calls functions in them.
const IMPLICIT: &[&str] = &["runtime"];

/// A package with its trees.
pub struct LoadedPackage {
    /// The trees of its files.
    pub asts: Vec<Ast>,
    /// Errors of the parser.
    pub early: Sink,
}

impl LoadedPackage {
    /// Whether the trees are not worth checking. An unused label, for example, does not keep a package from being checked.
    pub fn is_broken(&self) -> bool {
        self.early.diagnostics.iter().any(|d| d.message.starts_with("syntax error"))
    }
}

/// All packages of a program, each after those it imports.
pub struct Loaded {
    /// What packages see of each other.
    pub headers: PrimaryMap<PkgId, PackageHeader>,
    /// Their trees.
    pub packages: PrimaryMap<PkgId, LoadedPackage>,
    /// The packages asked for.
    pub roots: Vec<PkgId>,
    /// All packages in the order in which the go command compiles them one after the other, and reports errors.
    pub report_order: Vec<PkgId>,
}

/// Something that keeps a package from being loaded.
#[derive(Clone, Debug)]
pub struct LoadProblem {
    /// Where, if it is about a place.
    pub pos: Pos,
    /// Which rule.
    pub code: Code,
    /// The words.
    pub message: String,
    /// By which imports the package is reached, from the package asked for, with the files they stand in.
    pub stack: Vec<(String, Option<String>)>,
    /// How the two are printed.
    pub form: ProblemForm,
}

/// How a problem is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProblemForm {
    /// The position and the words; the imports only if there is no position.
    Place,
    /// The position with the whole path of the file, and the words.
    FullPath,
    /// The imports, then the position.
    Stack,
    /// The imports with their files: a cycle.
    Cycle,
    /// Just the words.
    Plain,
}

/// An import in a file.
struct Import {
    path: String,
    pos: Pos,
}

/// A package being loaded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct NodeId(u32);
entity_impl!(NodeId);

/// An import whose path has characters that no path has.
struct Invalid {
    file: FileId,
    pos: Pos,
    message: String,
}

/// What is known of a package that is imported or asked for.
struct Node {
    identity: Identity,
    dir: String,
    lang: u32,
    may_lack_bodies: bool,
    asts: Vec<Ast>,
    early: Sink,
    /// Why it could not be found.
    missing: Option<ImportError>,
    /// The first error in the header of a file.
    header: Option<(Pos, String)>,
    /// An import whose path cannot be one. The go command reads no further in that file.
    invalid_import: Option<Invalid>,
    /// Its imports by path: where the first is, and what they lead to.
    imports: BTreeMap<String, (Pos, NodeId)>,
    /// What the patterns of its `//go:embed` directives match, or the first one that is wrong.
    embeds: Result<FxHashMap<String, Vec<EmbeddedFile>>, (Pos, String)>,
}

/// Loads packages and all that they need.
///
/// # Errors
/// What the go command would report before it starts to compile.
pub fn load(
    roots: Vec<Root>,
    finder: &dyn Finder,
    interner: &Interner,
    sources: &mut SourceMap,
) -> Result<Loaded, Vec<LoadProblem>> {
    let mut loader = Loader { finder, interner, sources, nodes: PrimaryMap::new(), by_path: BTreeMap::new() };
    let count = roots.len();
    let root = |root: Root| match root {
        Root::Package(package) => Ok(package),
        // What is asked for is looked at as a whole.
        Root::Path(path) => loader.find(&path).map(|p| p.proven(false)),
    };
    let mut wave: Vec<Found> = roots.into_par_iter().map(root).collect();
    let implicit =
        IMPLICIT.iter().filter(|path| !wave.iter().any(|p| matches!(p, Ok(p) if p.identity.path == **path)));
    let implicit: Vec<_> = implicit.map(|path| loader.find(path)).collect();
    wave.extend(implicit);
    while !wave.is_empty() {
        let first = loader.nodes.len();
        loader.add_embedded(&mut wave);
        loader.add(wave);
        loader.find_embedded(first);
        wave = loader.next_wave(first);
    }
    let Loader { nodes, sources, .. } = loader;
    let roots = nodes.keys().take(count).collect::<Vec<_>>();
    graph::finish(nodes, &roots, interner, sources)
}

struct Loader<'a> {
    finder: &'a dyn Finder,
    interner: &'a Interner,
    sources: &'a mut SourceMap,
    nodes: PrimaryMap<NodeId, Node>,
    /// Packages by full import path, and failed imports by what they could not be resolved to.
    by_path: BTreeMap<String, NodeId>,
}

type Found = Result<SourcePackage, (Identity, ImportError)>;

impl Loader<'_> {
    fn find(&self, path: &str) -> Found {
        let identity = |is_std| Identity { path: path.to_string(), place: path.to_string(), is_std };
        if path == "unsafe" {
            return Ok(SourcePackage::standard(path, Vec::new()));
        }
        self.finder.package(path).map_err(|e| (identity(false), e))
    }

    /// Adds to a wave what its embedded packages are going to need, so that all is parsed at once and not wave by wave.
    fn add_embedded(&self, wave: &mut Vec<Found>) {
        let key = |p: &Found| match p {
            Ok(p) => p.identity.path.clone(),
            Err((identity, _)) => identity.path.clone(),
        };
        let mut known: BTreeSet<String> = wave.iter().map(key).collect();
        let mut at = 0;
        while let Some(package) = wave.get(at) {
            at += 1;
            let Ok(package) = package else { continue };
            if package.bodies != Bodies::Late {
                continue;
            }
            let imports = package.files.iter().flat_map(|f| likely_imports(&f.text));
            let full = imports.filter_map(|path| match path {
                "unsafe" => Some(path.to_string()),
                _ => self.finder.resolve(path, &package.identity).ok(),
            });
            let new: Vec<String> =
                full.filter(|path| !self.by_path.contains_key(path) && known.insert(path.clone())).collect();
            // What is missing is reported where it is really imported.
            wave.extend(new.iter().map(|path| self.find(path)).filter(Result::is_ok));
        }
    }

    /// Parses the files of packages, in parallel, and adds the packages.
    fn add(&mut self, wave: Vec<Found>) {
        let mut files: Vec<Vec<FileId>> = Vec::with_capacity(wave.len());
        for package in &wave {
            let list = package.as_ref().map_or(&[][..], |p| &p.files[..]);
            let add = |f: &InputFile| {
                self.sources.add_bytes(f.display_name.clone(), f.path.clone(), f.text.clone())
            };
            files.push(list.iter().map(add).collect());
        }
        let all: Vec<(FileId, Bodies)> = wave
            .iter()
            .zip(&files)
            .flat_map(|(package, files)| {
                let bodies = package.as_ref().map_or(Bodies::Now, |p| p.bodies);
                files.iter().map(move |&f| (f, bodies))
            })
            .collect();
        let mut parsed = self.parse(&all).into_iter();
        for (package, files) in wave.into_iter().zip(files) {
            let mut early = Sink::default();
            let mut asts = Vec::with_capacity(files.len());
            for (ast, mut sink) in parsed.by_ref().take(files.len()) {
                early.diagnostics.append(&mut sink.diagnostics);
                asts.push(ast);
            }
            let header = match early.is_empty() {
                true => None,
                false => files.iter().find_map(|&f| header_error(self.sources.file(f), self.interner)),
            };
            let invalid_import = self.invalid_import(&asts);
            let node = match package {
                Ok(p) => Node {
                    identity: p.identity,
                    dir: p.dir,
                    lang: p.lang,
                    may_lack_bodies: p.may_lack_bodies,
                    asts,
                    early,
                    missing: None,
                    header,
                    invalid_import,
                    imports: BTreeMap::new(),
                    embeds: Ok(FxHashMap::default()),
                },
                Err((identity, e)) => Node {
                    identity,
                    dir: String::new(),
                    lang: NEWEST_LANG,
                    may_lack_bodies: false,
                    asts,
                    early,
                    missing: Some(e),
                    header,
                    invalid_import,
                    imports: BTreeMap::new(),
                    embeds: Ok(FxHashMap::default()),
                },
            };
            let path = node.identity.path.clone();
            let id = self.nodes.push(node);
            self.by_path.insert(path, id);
        }
    }

    /// Parses files in parallel.
    fn parse(&self, files: &[(FileId, Bodies)]) -> Vec<(Ast, Sink)> {
        let parse = |&(id, bodies): &(FileId, Bodies)| {
            let mut sink = Sink::default();
            let ast = parse::parse(id, self.sources.file(id), self.interner, &mut sink, bodies);
            (ast, sink)
        };
        files.par_iter().map(parse).collect()
    }

    /// Asks for the files that the packages from `first` on embed.
    fn find_embedded(&mut self, first: usize) {
        let ids: Vec<NodeId> = self.nodes.keys().skip(first).collect();
        for id in ids {
            let node = &self.nodes[id];
            let mut patterns: BTreeMap<String, Pos> = BTreeMap::new();
            for ast in
                node.asts.iter().filter(|a| a.directives.iter().any(|d| d.text.starts_with("go:embed")))
            {
                if !self.imports_of(ast).iter().any(|i| i.path == "embed") {
                    continue;
                }
                for d in ast.directives.iter().filter(|d| d.text.starts_with("go:embed")) {
                    // The checker complains of wrong ones.
                    for (pattern, offset) in embed::patterns(&d.text).unwrap_or_default() {
                        patterns.entry(pattern).or_insert(d.pos.offset(2 + offset as u32));
                    }
                }
            }
            let find = |(pattern, pos): (String, Pos)| match self.finder.embed(&node.dir, &pattern) {
                Ok(files) => Ok((pattern, files)),
                Err(e) => Err((pos, format!("pattern {pattern}: {e}"))),
            };
            let found = patterns.into_iter().map(find).collect();
            self.nodes[id].embeds = found;
        }
    }

    /// Finds what the packages from `first` on import and is not known yet.
    fn next_wave(&mut self, first: usize) -> Vec<Found> {
        /// An import: who, the path as written, where, and the full path or why there is none.
        type Wanted = (NodeId, String, Pos, Result<String, ImportError>);
        let mut wanted: Vec<Wanted> = Vec::new();
        for (id, node) in self.nodes.iter().skip(first) {
            let mut seen: FxHashMap<String, Pos> = FxHashMap::default();
            let unread = node.invalid_import.as_ref().map(|i| i.file);
            let read = node.asts.iter().filter(|a| Some(a.file) != unread);
            for import in read.flat_map(|a| self.imports_of(a)) {
                seen.entry(import.path).or_insert(import.pos);
            }
            for (path, pos) in seen {
                let full = match path.as_str() {
                    "unsafe" => Ok(path.clone()),
                    _ => self.finder.resolve(&path, &node.identity),
                };
                wanted.push((id, path, pos, full));
            }
        }
        // In the order of paths, so that numbers do not depend on tables.
        wanted.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        let mut new: BTreeMap<String, Option<ImportError>> = BTreeMap::new();
        for (_, path, _, full) in &wanted {
            let (key, error) = match full {
                Ok(full) => (full, None),
                Err(e) => (path, Some(e.clone())),
            };
            if !self.by_path.contains_key(key) {
                new.entry(key.clone()).or_insert(error);
            }
        }
        let next = self.nodes.len() as u32;
        let numbers: BTreeMap<&String, NodeId> =
            new.keys().enumerate().map(|(i, path)| (path, NodeId(next + i as u32))).collect();
        for (importer, path, pos, full) in &wanted {
            let key = full.as_ref().unwrap_or(path);
            let target = self.by_path.get(key).or_else(|| numbers.get(key)).copied();
            let target = target.expect("every import is known or new");
            self.nodes[*importer].imports.insert(path.clone(), (*pos, target));
        }
        let new: Vec<(String, Option<ImportError>)> = new.into_iter().collect();
        new.into_par_iter()
            .map(|(path, error)| match error {
                None => self.find(&path),
                Some(e) => Err((Identity { place: path.clone(), path, is_std: false }, e)),
            })
            .collect()
    }

    fn invalid_import(&self, asts: &[Ast]) -> Option<Invalid> {
        asts.iter().find_map(|ast| {
            let invalid = self.imports_of(ast).into_iter().find(|i| !path::is_valid(&i.path))?;
            let message = format!("invalid import path: {}", invalid.path);
            Some(Invalid { file: ast.file, pos: invalid.pos, message })
        })
    }

    fn imports_of(&self, ast: &Ast) -> Vec<Import> {
        let mut imports = Vec::new();
        for &decl in ast.list(ast.decls) {
            if let DeclKind::Import { name, path } = ast.decl_nodes[decl].kind
                && let ExprKind::BasicLit { kind, text, bad: false } = ast.exprs[path].kind
                && let Some(ConstValue::String(bytes)) =
                    ConstValue::from_literal(kind, self.interner.resolve(text))
                && let Ok(text) = std::str::from_utf8(&bytes)
            {
                imports.push(Import {
                    path: text.to_string(),
                    pos: name.map_or(ast.exprs[path].pos, |n| n.pos),
                });
            }
        }
        imports
    }
}

/// An empty header, to be filled by the checker.
fn header(node: &Node, path: String, name: crate::source::Symbol) -> PackageHeader {
    PackageHeader {
        path,
        import_path: node.identity.path.clone(),
        name,
        is_std: node.identity.is_std,
        lang: node.lang,
        may_lack_bodies: node.may_lack_bodies,
        embeds: node.embeds.clone().unwrap_or_default(),
        imports: FxHashMap::default(),
        scope: OnceLock::new(),
    }
}
