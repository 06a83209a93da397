//! Finds the packages that the command line names: Go files, directories, import paths, patterns with `...`.

mod dir;
mod embed;
mod glob;
mod gomod;
mod gowork;
mod installed;
mod pattern;
mod workspace;

use std::path::{Path, PathBuf};

use frontend::constraint::BuildContext;
use frontend::loader::{COMMAND_LINE, Identity, NEWEST_LANG, Root, path};
use frontend::parse::Bodies;
use frontend::{InputFile, SourcePackage, SourceProvider};

pub use dir::describe;
pub use workspace::Workspace;

/// The packages that the compiler carries.
pub struct Embedded {
    /// A folder to take them from instead, for work on them: `-d=golib=<folder>`.
    folder: Option<PathBuf>,
}

impl Embedded {
    /// Whether there is a package of this path.
    fn has(&self, import_path: &str) -> bool {
        match &self.folder {
            Some(folder) => dir::has_go_files(&folder.join(import_path)),
            None => golib::package(import_path).is_some(),
        }
    }

    /// The files for an installed package, in place of its own or added to them.
    fn overlay(&self, path: &str) -> Vec<(String, String)> {
        match &self.folder {
            Some(folder) => read_folder(&folder.with_file_name("overlay").join(installed::plain(path)))
                .unwrap_or_default(),
            None => {
                let files = golib::overlay(installed::plain(path));
                files.iter().map(|&(name, text)| (name.to_string(), text.to_string())).collect()
            }
        }
    }
}

impl SourceProvider for Embedded {
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>> {
        if let Some(folder) = &self.folder {
            return read_folder(&folder.join(import_path));
        }
        let files = golib::package(import_path)?;
        Some(files.iter().map(|&(name, text)| (name.to_string(), text.to_string())).collect())
    }

    fn is_proven(&self) -> bool {
        self.folder.is_none()
    }
}

/// Names and texts of the Go files of a folder in order of their names; `None` if there are none.
fn read_folder(dir: &Path) -> Option<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(dir).ok()? {
        let name = entry.ok()?.file_name().into_string().ok()?;
        if name.ends_with(".go") {
            let text = std::fs::read_to_string(dir.join(&name)).ok()?;
            files.push((name, text));
        }
    }
    files.sort();
    (!files.is_empty()).then_some(files)
}

/// Flags that decide which files make up a package.
pub struct Settings<'a> {
    /// `-tags`
    pub tags: &'a [String],
    /// Minor number of the language version of the named packages, in place of their module's.
    pub lang: Option<u32>,
    /// Where the embedded packages are taken from instead.
    pub golib: Option<&'a str>,
}

/// What the arguments name.
pub struct Request {
    /// Where imports are looked for.
    pub workspace: Workspace,
    /// The packages, each once.
    pub targets: Vec<Target>,
    /// Patterns that match nothing.
    pub warnings: Vec<String>,
}

impl Request {
    /// Whether a package is a program by its first file.
    pub fn is_program(&self, target: &Target) -> bool {
        let first = match &target.root {
            Root::Package(p) => p.files.first().cloned(),
            Root::Path(path) => {
                frontend::Finder::package(&self.workspace, path).ok().and_then(|p| p.files.into_iter().next())
            }
        };
        first.is_some_and(|f| frontend::header::package_name(&f.text) == Some("main"))
    }
}

/// A package that the arguments name.
#[derive(Clone, Debug)]
pub struct Target {
    /// The package.
    pub root: Root,
    /// What an executable is called: after the first file or the last part of the import path.
    pub name: String,
}

impl Target {
    /// Its import path, or the go command's name for files given by hand.
    pub fn path(&self) -> &str {
        match &self.root {
            Root::Package(p) => &p.identity.path,
            Root::Path(path) => path,
        }
    }
}

/// Finds what the arguments name.
///
/// # Errors
/// A message as the go command prints it.
pub fn find(args: &[String], settings: &Settings<'_>) -> Result<Request, String> {
    let lang = settings.lang;
    let cwd = std::env::current_dir().map_err(|e| format!("getwd: {}", describe(&e)))?;
    let context =
        BuildContext { tags: settings.tags.to_vec(), lang: lang.unwrap_or(NEWEST_LANG), amd64: true };
    let start = args.first().map(|a| start_dir(&cwd, a)).transpose()?.unwrap_or_else(|| cwd.clone());
    let embedded = Embedded { folder: settings.golib.map(PathBuf::from) };
    let workspace = Workspace::new(cwd, &start, context, embedded)?;
    let mut request = Request { workspace, targets: Vec::new(), warnings: Vec::new() };
    if args.iter().any(|a| a.ends_with(".go") && request.workspace.cwd.join(a).is_file()) {
        request.targets.push(by_hand(&request.workspace, args, lang)?);
        return Ok(request);
    }
    let mut errors = Vec::new();
    for arg in args {
        match targets(&request.workspace, arg, lang) {
            Ok(found) if found.is_empty() => {
                request.warnings.push(format!("go: warning: {arg:?} matched no packages"));
            }
            Ok(found) => request.targets.extend(found),
            Err(e) => errors.push(e),
        }
    }
    if !errors.is_empty() {
        return Err(errors.join("\n"));
    }
    let mut seen = std::collections::BTreeSet::new();
    request.targets.retain(|t| seen.insert(t.path().to_string()));
    Ok(request)
}

/// Where the search for go.mod starts: the current directory, or what the first argument names if there is no go.mod file
/// above the current directory.
fn start_dir(cwd: &Path, arg: &str) -> Result<PathBuf, String> {
    if cwd.ancestors().any(|d| d.join("go.mod").is_file()) {
        return Ok(cwd.to_path_buf());
    }
    let named = dir::absolute(&cwd.join(arg.strip_suffix("...").unwrap_or(arg)))?;
    Ok(match named.is_dir() {
        true => named,
        false => named.parent().map_or_else(|| cwd.to_path_buf(), Path::to_path_buf),
    })
}

/// The packages that one argument names.
fn targets(workspace: &Workspace, arg: &str, lang: Option<u32>) -> Result<Vec<Target>, String> {
    if arg.contains("...") || matches!(arg, "all" | "std") {
        let paths = pattern::expand(workspace, arg)?;
        return paths.into_iter().map(|p| target(workspace, p, lang)).collect();
    }
    let is_path = path::is_relative(arg) || arg.starts_with('/');
    let dir = dir::absolute(&workspace.cwd.join(arg))?;
    // A directory is also taken by its plain name, unless that is the path of a package.
    let plain = !is_path && dir.is_dir() && workspace.has_no_package(arg);
    if !is_path && !plain {
        let path = arg.trim_end_matches('/');
        if let Some(message) = path::malformed(path) {
            return Err(message);
        }
        return Ok(vec![target(workspace, path.to_string(), lang)?]);
    }
    if !dir.exists() {
        return Err(format!("stat {}: directory not found", dir.display()));
    }
    if !dir.is_dir() {
        return Err(format!("{arg} is not in std").replace(arg, &format!("package {arg}")));
    }
    if !dir::has_go_files(&dir) {
        return Err(format!("no Go files in {}", dir.display()));
    }
    if workspace.main.is_none() {
        return Ok(vec![by_directory(workspace, &dir, lang)?]);
    }
    let path = workspace.path_of(&dir, arg)?;
    Ok(vec![target(workspace, path, lang)?])
}

/// A package by its import path; where its language version is set by a flag, its sources.
fn target(workspace: &Workspace, path: String, lang: Option<u32>) -> Result<Target, String> {
    let name = executable_name(&path);
    let Some(lang) = lang.filter(|_| !workspace.has_no_package(&path)) else {
        return Ok(Target { root: Root::Path(path), name });
    };
    match frontend::Finder::package(workspace, &path) {
        Ok(package) => Ok(Target { root: Root::Package(SourcePackage { lang, ..package }), name }),
        // The loader reports it in its place.
        Err(_) => Ok(Target { root: Root::Path(path), name }),
    }
}

/// The last part of the import path; the one before if that is a major version (Go: `exeFromImportPath`).
fn executable_name(path: &str) -> String {
    let is_version = |s: &str| {
        s.strip_prefix('v').is_some_and(|n| {
            !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()) && !n.starts_with('0') && n != "1"
        })
    };
    match path.rsplit_once('/') {
        Some((before, last)) if is_version(last) => before.rsplit('/').next().unwrap_or(before).to_string(),
        Some((_, last)) => last.to_string(),
        None => path.to_string(),
    }
}

/// A package of files given by hand.
fn by_hand(workspace: &Workspace, args: &[String], lang: Option<u32>) -> Result<Target, String> {
    if let Some(other) = args.iter().find(|a| !a.ends_with(".go")) {
        return Err(format!("named files must be .go files: {other}"));
    }
    let mut files = Vec::new();
    let mut first_dir: Option<PathBuf> = None;
    for arg in args {
        let path = dir::absolute(&workspace.cwd.join(arg))?;
        let dir = path.parent().map_or_else(|| workspace.cwd.clone(), Path::to_path_buf);
        let shown = dir::shown_dir(&dir, &workspace.cwd);
        match &first_dir {
            Some(first) if *first != dir => {
                let first = dir::shown_dir(first, &workspace.cwd);
                return Err(format!("named files must all be in one directory; have {first} and {shown}"));
            }
            _ => first_dir = Some(dir),
        }
        if !path.exists() {
            return Err(format!("no such file or directory: {arg}"));
        }
        let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        files.push(dir::read_file(&path, &format!("{shown}/{name}"))?);
    }
    let dir = first_dir.unwrap_or_else(|| workspace.cwd.clone());
    package(workspace, files, &dir, lang)
}

/// A directory that belongs to no module.
fn by_directory(workspace: &Workspace, dir: &Path, lang: Option<u32>) -> Result<Target, String> {
    let listing = dir::read(dir, &workspace.cwd, &workspace.context)?;
    if listing.files.is_empty() {
        return Err(format!("package {COMMAND_LINE}: {}", listing.nothing(dir)));
    }
    let mut target = package(workspace, listing.files, dir, lang)?;
    target.name = dir.file_name().map_or_else(|| "main".to_string(), |n| n.to_string_lossy().into_owned());
    Ok(target)
}

/// Files as a package that has no import path.
fn package(
    workspace: &Workspace,
    files: Vec<InputFile>,
    dir: &Path,
    lang: Option<u32>,
) -> Result<Target, String> {
    let base = |f: &InputFile| f.path.rsplit('/').next().unwrap_or_default().to_string();
    let is_test = |f: &InputFile| base(f).ends_with("_test.go");
    let all_tests = files.iter().all(is_test);
    let context = &workspace.context;
    let files: Vec<_> = files.into_iter().filter(|f| context.includes(&base(f), &f.text)).collect();
    let Some(first) = files.first() else {
        let listing = dir::Listing { files: Vec::new(), excluded: !all_tests, has_assembly: false };
        return Err(format!("package {COMMAND_LINE}: {}", listing.nothing(dir)));
    };
    let name = base(first).trim_end_matches(".go").to_string();
    let place = workspace.path_of(dir, "").unwrap_or_else(|_| COMMAND_LINE.to_string());
    let package = SourcePackage {
        identity: Identity { path: COMMAND_LINE.to_string(), place, is_std: false },
        dir: dir.display().to_string(),
        files,
        lang: lang.unwrap_or(workspace.lang()),
        may_lack_bodies: false,
        bodies: Bodies::Now,
    };
    Ok(Target { root: Root::Package(package), name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn executables() {
        let all = ["m", "a.b/c", "a.b/c/v2", "a.b/c/v1", "v2", "a/v02"];
        let names: Vec<_> = all.iter().map(|p| executable_name(p)).collect();
        assert_eq!(names, ["m", "c", "c", "v1", "v2", "v02"]);
    }
}
