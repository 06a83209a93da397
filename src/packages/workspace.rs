//! The module around the current directory and the modules it needs: from import paths to directories.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use frontend::SourceProvider;
use frontend::constraint::BuildContext;
use frontend::embed::EmbeddedFile;
use frontend::loader::path::{has_prefix, is_standard, malformed, missing};
use frontend::loader::{Finder, Identity, ImportError, NEWEST_LANG, ProblemForm, SourcePackage};
use frontend::parse::Bodies;

use super::gomod::{self, GoMod};
use super::installed::{self, Installation, VERSION};
use super::{Embedded, dir, embed, gowork};

/// A module.
#[derive(Debug)]
pub struct Module {
    /// Its path.
    pub path: String,
    /// Where it lies, or why it is not there.
    pub dir: Result<PathBuf, String>,
    /// Minor number of its language version.
    lang: u32,
    /// Directories that patterns leave out.
    pub ignore: Vec<String>,
}

/// Where packages are looked for.
pub struct Workspace {
    /// The current directory.
    pub cwd: PathBuf,
    /// The module that is being worked on.
    pub main: Option<Module>,
    /// The standard library beside gc's tools, if these are worked on.
    beside_tools: Option<Module>,
    /// Modules that it needs.
    needed: Vec<Module>,
    /// Modules that are replaced but not needed.
    only_replaced: Vec<String>,
    /// Packages below `vendor`, with the language versions of their modules by path.
    vendored: Option<Vec<(String, u32)>>,
    /// Tags.
    pub context: BuildContext,
    /// The packages that the compiler carries.
    embedded: Embedded,
    /// Where other standard packages come from, or why from nowhere; looked for when one is wanted.
    installation: OnceLock<Result<Installation, String>>,
}

impl Workspace {
    /// The module whose go.mod file lies in `start` or the nearest directory above it; none if there is no such file.
    ///
    /// # Errors
    /// What is wrong with the go.mod file.
    pub fn new(
        cwd: PathBuf,
        start: &Path,
        context: BuildContext,
        embedded: Embedded,
    ) -> Result<Workspace, String> {
        let mut out = Workspace {
            cwd,
            main: None,
            beside_tools: None,
            needed: Vec::new(),
            only_replaced: Vec::new(),
            vendored: None,
            context,
            embedded,
            installation: OnceLock::new(),
        };
        let Some(root) = start.ancestors().find(|d| d.join("go.mod").is_file()) else { return Ok(out) };
        let file = root.join("go.mod");
        let shown = dir::shown_dir(&file, &out.cwd);
        let text = fs::read_to_string(&file).map_err(|e| format!("open {shown}: {}", dir::describe(&e)))?;
        let go_mod = GoMod::parse(&text, &shown)?;
        out.needed = needed(&go_mod, root);
        for (dir, module) in gowork::beside(root)?.into_iter().rev() {
            let lang = module.lang();
            out.needed.retain(|m| m.path != module.module);
            let (path, ignore) = (module.module, module.ignore);
            out.needed.insert(0, Module { path, dir: Ok(dir), lang, ignore });
        }
        let is_needed = |path: &str| go_mod.require.iter().any(|r| r.0 == path);
        out.only_replaced =
            go_mod.replace.iter().filter(|r| !is_needed(&r.path)).map(|r| r.path.clone()).collect();
        let is_library = |dir: &Path| {
            fs::read_to_string(dir.join("go.mod")).is_ok_and(|t| t.lines().any(|l| l.trim() == "module std"))
        };
        if go_mod.module == TOOLS
            && let Some(above) = root.parent().filter(|dir| is_library(dir))
        {
            let (path, dir) = (STD.to_string(), Ok(above.to_path_buf()));
            out.beside_tools = Some(Module { path, dir, lang: go_mod.lang(), ignore: Vec::new() });
        }
        let is_own_tree = go_mod.module == STD || out.beside_tools.is_some();
        if go_mod.lang() >= 14 && root.join("vendor").is_dir() && !is_own_tree {
            out.vendored = Some(vendored(root));
        }
        let lang = go_mod.lang();
        let (path, ignore) = (go_mod.module, go_mod.ignore);
        out.main = Some(Module { path, dir: Ok(root.to_path_buf()), lang, ignore });
        Ok(out)
    }

    /// The import path of a directory.
    ///
    /// # Errors
    /// The go command's words if the directory belongs to no module, or to none that is needed.
    pub fn path_of(&self, dir: &Path, arg: &str) -> Result<String, String> {
        let Some(main) = &self.main else {
            return Err(
                "go: go.mod file not found in current directory or any parent directory; see 'go help \
                        modules'"
                    .to_string(),
            );
        };
        for module in std::iter::once(main).chain(&self.needed) {
            let Ok(root) = &module.dir else { continue };
            let Ok(rest) = dir.strip_prefix(root) else { continue };
            let path = module.join(&rest.display().to_string());
            // A directory with a go.mod file of its own is another module.
            let nested = dir.ancestors().take_while(|d| d != root).any(|d| d.join("go.mod").is_file());
            if nested && module.path == main.path {
                return Err(format!("main module ({}) does not contain package {path}", main.path));
            }
            if !nested {
                return Ok(path);
            }
        }
        let shown = if arg.starts_with('/') { dir::shown_dir(dir, &self.cwd) } else { arg.to_string() };
        Err(format!("directory {shown} outside main module or its selected dependencies"))
    }

    /// Minor number of the main module's language version.
    pub fn lang(&self) -> u32 {
        self.main.as_ref().map_or(NEWEST_LANG, |m| m.lang)
    }

    /// Whether an import path leads nowhere.
    pub fn has_no_package(&self, path: &str) -> bool {
        let is_embedded = !self.is_std_tree() && (path == "unsafe" || self.embedded.has(path));
        !is_embedded && self.locate(path).is_err() && self.installed(path).is_none()
    }

    /// Whether the go.mod file keeps patterns out of a directory.
    pub fn is_ignored(&self, dir: &Path) -> bool {
        let Some(main) = &self.main else { return false };
        let Ok(root) = &main.dir else { return false };
        let Ok(rest) = dir.strip_prefix(root) else { return false };
        main.ignore.iter().any(|i| match i.strip_prefix('/') {
            Some(from_root) => rest == Path::new(from_root),
            None => rest.ends_with(i),
        })
    }

    /// The standard library, if its own sources or the tools beside it are worked on.
    fn library(&self) -> Option<&Module> {
        self.main.as_ref().filter(|m| m.path == STD).or(self.beside_tools.as_ref())
    }

    fn is_std_tree(&self) -> bool {
        self.library().is_some()
    }

    fn installation(&self) -> Result<&Installation, &String> {
        self.installation.get_or_init(Installation::find).as_ref()
    }

    /// The directory of a package of the Go installation.
    fn installed(&self, path: &str) -> Option<(&Installation, PathBuf)> {
        if self.is_std_tree() || !installed::is_candidate(path) {
            return None;
        }
        let installation = self.installation().ok()?;
        Some((installation, installation.directory(path)?))
    }

    /// Why a path leads nowhere.
    fn missing(&self, path: &str) -> String {
        match self.installation() {
            Err(why) if is_standard(path) => {
                format!(
                    "package {path} of the standard library is taken from a Go installation of version {VERSION}, {why}"
                )
            }
            _ => missing(path, self.main.is_some()),
        }
    }

    /// The directory of a package and its language version.
    fn locate(&self, path: &str) -> Result<(PathBuf, u32), ImportError> {
        let fail = |message: String| Err(ImportError::of_import(message));
        if let Some(main) = &self.main {
            if let Some(dir) = main.directory(path) {
                return Ok((dir, main.lang));
            }
            if let Some(dir) = self.beside_tools.as_ref().and_then(|library| library.directory(path)) {
                return Ok((dir, main.lang));
            }
            if let Some(vendored) = &self.vendored {
                return self.locate_vendored(main, vendored, path);
            }
        }
        let mut owners: Vec<&Module> = self.needed.iter().filter(|m| has_prefix(path, &m.path)).collect();
        owners.sort_by_key(|m| std::cmp::Reverse(m.path.len()));
        for module in owners {
            match &module.dir {
                Err(e) => return fail(e.clone()),
                Ok(_) => {
                    if let Some(dir) = module.directory(path) {
                        return Ok((dir, module.lang));
                    }
                }
            }
        }
        if let Some(module) = self.only_replaced.iter().find(|m| has_prefix(path, m)) {
            return fail(format!(
                "module {module} provides package {path} and is replaced but not required; to add it:\n\tgo get {module}"
            ));
        }
        fail(self.missing(path))
    }

    fn locate_vendored(
        &self,
        main: &Module,
        vendored: &[(String, u32)],
        path: &str,
    ) -> Result<(PathBuf, u32), ImportError> {
        let root = main.dir.as_ref().map_err(|e| ImportError::of_import(e.clone()))?;
        let dir = root.join("vendor").join(path);
        if dir::has_go_files(&dir) {
            let owner = vendored.iter().filter(|m| has_prefix(path, &m.0)).max_by_key(|m| m.0.len());
            return Ok((dir, owner.map_or(NEWEST_LANG, |m| m.1)));
        }
        if !path.split('/').next().is_some_and(|first| first.contains('.')) {
            return Err(ImportError::of_import(self.missing(path)));
        }
        Err(ImportError::of_import(format!(
            "cannot find module providing package {path}: import lookup disabled by -mod=vendor\n\t(Go version in go.mod \
             is at least 1.14 and vendor directory exists.)"
        )))
    }
}

/// The module of the standard library's own sources: its packages have no common prefix.
const STD: &str = "std";

/// The module of gc's tools, below the library.
const TOOLS: &str = "cmd";

impl Module {
    /// The import path of a directory of the module, given relative to it.
    pub fn join(&self, rest: &str) -> String {
        match (self.path.as_str(), rest) {
            (path, "") => path.to_string(),
            (STD, rest) => rest.to_string(),
            (path, rest) => format!("{path}/{rest}"),
        }
    }

    /// The directory of a package if the module has it.
    fn directory(&self, path: &str) -> Option<PathBuf> {
        let root = self.dir.as_ref().ok()?;
        let rest = match self.path == STD {
            true => path,
            false => path.strip_prefix(&*self.path)?,
        };
        let dir = match rest.strip_prefix('/') {
            Some(rest) => root.join(rest),
            None if rest.is_empty() => root.clone(),
            None if self.path == STD => root.join(rest),
            None => return None,
        };
        let nested = dir.ancestors().take_while(|d| d != root).any(|d| d.join("go.mod").is_file());
        (!nested && dir::has_go_files(&dir)).then_some(dir)
    }
}

/// The modules that the go.mod file in `root` asks for, after replacement.
fn needed(go_mod: &GoMod, root: &Path) -> Vec<Module> {
    let module = |(path, version): &(String, String)| {
        let applies =
            |r: &&gomod::Replace| r.path == *path && r.version.as_ref().is_none_or(|v| v == version);
        let replace = go_mod.replace.iter().find(applies);
        let dir = match replace {
            Some(r) if r.by_version.is_none() => {
                let dir = dir::absolute(&root.join(&r.by)).unwrap_or_else(|_| root.join(&r.by));
                match dir.is_dir() {
                    true => Ok(dir),
                    false => Err(format!("{path}@{version}: replacement directory {} does not exist", r.by)),
                }
            }
            Some(r) => cached(&r.by, r.by_version.as_deref().unwrap_or_default()),
            None => cached(path, version),
        };
        let text = dir.as_ref().ok().and_then(|d| fs::read_to_string(d.join("go.mod")).ok());
        let lang = text
            .map_or(UNSTATED_NEEDED_LANG, |t| GoMod::parse(&t, "go.mod").map_or(NEWEST_LANG, |m| m.lang()));
        Module { path: path.clone(), dir, lang, ignore: Vec::new() }
    };
    go_mod.require.iter().map(module).collect()
}

/// The language version of a module without go.mod file.
const UNSTATED_NEEDED_LANG: u32 = 16;

/// A module in the go command's cache.
fn cached(path: &str, version: &str) -> Result<PathBuf, String> {
    let variable = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
    let cache = variable("GOMODCACHE").map(PathBuf::from).unwrap_or_else(|| {
        let first = variable("GOPATH").and_then(|p| p.split(':').next().map(PathBuf::from));
        let home = || PathBuf::from(variable("HOME").unwrap_or_default()).join("go");
        first.unwrap_or_else(home).join("pkg/mod")
    });
    // Upper case is escaped, for file systems without it.
    let escape =
        |s: &str| -> String {
            s.chars()
                .map(|c| {
                    if c.is_ascii_uppercase() {
                        format!("!{}", c.to_ascii_lowercase())
                    } else {
                        c.to_string()
                    }
                })
                .collect()
        };
    let dir = cache.join(format!("{}@{}", escape(path), escape(version)));
    if dir.is_dir() {
        return Ok(dir);
    }
    Err(format!("{path}@{version}: not in the module cache: {} does not exist", dir.display()))
}

/// The modules that `vendor/modules.txt` lists, with their language versions.
fn vendored(root: &Path) -> Vec<(String, u32)> {
    let text = fs::read_to_string(root.join("vendor/modules.txt")).unwrap_or_default();
    let mut out: Vec<(String, u32)> = Vec::new();
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("## ") {
            let go = rest.split(';').find_map(|part| part.trim().strip_prefix("go "));
            if let (Some(last), Some(minor)) = (out.last_mut(), go.and_then(gomod::minor)) {
                last.1 = minor;
            }
        } else if let Some(rest) = line.strip_prefix("# ") {
            let path = rest.split(' ').next().unwrap_or_default();
            out.push((path.to_string(), UNSTATED_NEEDED_LANG));
        }
    }
    out
}

impl Finder for Workspace {
    fn resolve(&self, path: &str, importer: &Identity) -> Result<String, ImportError> {
        if importer.is_std && !self.is_std_tree() {
            if self.embedded.has(&importer.path) {
                return Ok(path.to_string());
            }
            let installation = self.installation().map_err(|e| ImportError::of_import(e.clone()))?;
            return Ok(installed::resolve(installation, path));
        }
        if let Some(message) = malformed(path) {
            return Err(ImportError::malformed(message));
        }
        // The library and its tools have vendored packages under paths of their own.
        let owner = match &self.beside_tools {
            Some(_) if has_prefix(&importer.path, TOOLS) => self.main.as_ref(),
            _ => self.library(),
        };
        let vendored = |m: &Module| match self.has_no_package(path) {
            true => Some(m.join(&format!("vendor/{path}"))).filter(|p| m.directory(p).is_some()),
            false => None,
        };
        Ok(owner.and_then(vendored).unwrap_or_else(|| path.to_string()))
    }

    fn embed(&self, dir: &str, pattern: &str) -> Result<Vec<EmbeddedFile>, String> {
        embed::find(Path::new(dir), pattern)
    }

    fn package(&self, path: &str) -> Result<SourcePackage, ImportError> {
        if !self.is_std_tree()
            && let Some(files) = self.embedded.package(path)
        {
            return Ok(SourcePackage::standard(path, files).proven(self.embedded.is_proven()));
        }
        let found = if is_standard(path) && !self.is_std_tree() {
            Err(ImportError::of_import(self.missing(path)))
        } else {
            self.locate(path)
        };
        if found.is_err()
            && let Some((installation, dir)) = self.installed(path)
        {
            return installation.package(path, &dir, &self.context, self.embedded.overlay(path));
        }
        let (dir, lang) = found?;
        let listing = dir::read(&dir, &self.cwd, &self.context).map_err(ImportError::of_import)?;
        if listing.files.is_empty() {
            let why = listing.nothing(&dir);
            let (message, form) = match listing.excluded {
                true => (why, ProblemForm::Stack),
                false => (format!("{path}: {why}"), ProblemForm::Plain),
            };
            return Err(ImportError { form, ..ImportError::of_import(message) });
        }
        Ok(SourcePackage {
            // The library's own sources may use the directives that are kept to it.
            identity: Identity {
                path: path.to_string(),
                place: path.to_string(),
                is_std: self.is_std_tree(),
            },
            dir: dir.display().to_string(),
            files: listing.files,
            lang,
            may_lack_bodies: listing.has_assembly,
            bodies: Bodies::Now,
        })
    }
}
