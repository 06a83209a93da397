//! Finds the source files of the package to be built, and knows the embedded packages.

use std::fs;
use std::path::{Path, PathBuf};

use frontend::{InputFile, SourceProvider};

/// The packages that the compiler carries.
pub struct Embedded<'a> {
    /// A folder to take them from instead, for work on them: `-d=golib=<folder>`.
    pub folder: Option<&'a str>,
}

impl SourceProvider for Embedded<'_> {
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>> {
        if let Some(folder) = self.folder {
            return read_folder(&Path::new(folder).join(import_path));
        }
        let files = golib::package(import_path)?;
        Some(files.iter().map(|&(name, text)| (name.to_string(), text.to_string())).collect())
    }
}

/// Names and texts of the Go files of a folder in order of their names; `None` if there are none.
fn read_folder(dir: &Path) -> Option<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).ok()? {
        let name = entry.ok()?.file_name().into_string().ok()?;
        if name.ends_with(".go") {
            let text = fs::read_to_string(dir.join(&name)).ok()?;
            files.push((name, text));
        }
    }
    files.sort();
    (!files.is_empty()).then_some(files)
}

/// The user's package.
pub struct UserPackage {
    /// Its files, sorted by name if they were found in a directory.
    pub files: Vec<InputFile>,
    /// Absolute path of its directory.
    pub dir: String,
    /// What an executable is called: after the first file or the directory.
    pub name: String,
}

/// Reads the files that the arguments name: a list of Go files or one directory.
///
/// # Errors
/// A message as the go command prints it.
pub fn find(args: &[String]) -> Result<UserPackage, String> {
    let listed = args.iter().filter(|a| a.ends_with(".go")).count();
    if listed == args.len() {
        return from_files(args);
    }
    if listed > 0 {
        let other = args.iter().find(|a| !a.ends_with(".go")).map_or("", |a| a);
        return Err(format!("named files must be .go files: {other}"));
    }
    match args {
        [dir] => from_directory(dir),
        _ => Err("several packages at once are not supported yet".to_string()),
    }
}

fn from_files(args: &[String]) -> Result<UserPackage, String> {
    let files = args.iter().map(|a| read(Path::new(a), a)).collect::<Result<Vec<_>, _>>()?;
    let first = Path::new(&args[0]);
    let parent = first.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(UserPackage { files, dir: absolute(parent)?.display().to_string(), name: stem(first) })
}

fn from_directory(arg: &str) -> Result<UserPackage, String> {
    let dir = absolute(Path::new(arg))?;
    if !dir.exists() {
        return Err(format!("stat {}: directory not found", dir.display()));
    }
    if !dir.is_dir() {
        return Err(format!("{arg} is not a directory"));
    }
    let entries = fs::read_dir(&dir).map_err(|e| format!("open {}: {}", dir.display(), describe(&e)))?;
    let mut names: Vec<String> = entries
        .filter_map(|e| e.ok())
        .filter(|e| e.file_type().is_ok_and(|t| !t.is_dir()))
        .filter_map(|e| e.file_name().into_string().ok())
        .filter(|n| n.ends_with(".go") && !n.ends_with("_test.go") && !n.starts_with(['_', '.']))
        .collect();
    names.sort();
    if names.is_empty() {
        return Err(format!("no Go files in {}", dir.display()));
    }
    let base = Path::new(arg);
    let files = names
        .iter()
        .map(|n| {
            let shown = if arg == "." { n.clone() } else { base.join(n).display().to_string() };
            read(&dir.join(n), &shown)
        })
        .collect::<Result<Vec<_>, _>>()?;
    let name = dir.file_name().map_or_else(|| "main".to_string(), |n| n.to_string_lossy().into_owned());
    Ok(UserPackage { files, dir: dir.display().to_string(), name })
}

/// The largest source file that is read.
const MAX_FILE: u64 = 256 << 20;

fn read(path: &Path, shown: &str) -> Result<InputFile, String> {
    let meta = fs::metadata(path)
        .map_err(|e| format!("no required module provides package {shown}; {}", describe(&e)));
    let meta = meta.map_err(|_| format!("no such file or directory: {shown}"))?;
    if meta.is_dir() {
        return Err(format!("{shown} is a directory, should be a Go file"));
    }
    if !meta.is_file() {
        return Err(format!("{shown} is not a regular file"));
    }
    if meta.len() > MAX_FILE {
        return Err(format!("{shown} is larger than {} MB", MAX_FILE >> 20));
    }
    let bytes = fs::read(path).map_err(|e| format!("open {shown}: {}", describe(&e)))?;
    // What is not UTF-8 is reported by the lexer, which needs text: replacement characters do not occur by
    // accident, so the position of the first bad byte is found again there.
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(e) => {
            let at = e.utf8_error().valid_up_to();
            let before = &e.as_bytes()[..at];
            let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
            let column = at - before.iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1) + 1;
            return Err(format!(
                "# command-line-arguments\n{}:{line}:{column}: invalid UTF-8 encoding",
                local(shown)
            ));
        }
    };
    Ok(InputFile { display_name: local(shown), path: absolute(path)?.display().to_string(), text })
}

/// `prog.go` → `./prog.go`, as gc shows files of the current directory.
fn local(shown: &str) -> String {
    let plain = shown.strip_prefix("./").unwrap_or(shown);
    if plain.starts_with(['/', '.']) { plain.to_string() } else { format!("./{plain}") }
}

fn absolute(path: &Path) -> Result<PathBuf, String> {
    let path = std::path::absolute(path).map_err(|e| format!("{}: {}", path.display(), describe(&e)))?;
    Ok(path.components().collect())
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| "main".to_string(), |s| s.to_string_lossy().into_owned())
}

/// An I/O error without Rust's number.
pub fn describe(e: &std::io::Error) -> String {
    let text = e.to_string();
    match text.find(" (os error") {
        Some(at) => text[..at].to_lowercase(),
        None => text,
    }
}
