//! Directories and files: which belong to a package, how messages name them.

use std::fs;
use std::path::{Path, PathBuf};

use frontend::InputFile;
use frontend::constraint::BuildContext;

/// The Go files of a directory.
pub struct Listing {
    /// Those that take part in the build, sorted by name.
    pub files: Vec<InputFile>,
    /// Whether there are others, tests aside, that build constraints leave out.
    pub excluded: bool,
    /// Whether files in assembly take part.
    pub has_assembly: bool,
}

impl Listing {
    /// Why a directory with Go files has none for the build.
    pub fn nothing(&self, dir: &Path) -> String {
        let why =
            if self.excluded { "build constraints exclude all Go files" } else { "no non-test Go files" };
        format!("{why} in {}", dir.display())
    }
}

/// Reads the Go files of a directory that take part in the build.
///
/// # Errors
/// A message with the path.
pub fn read(dir: &Path, cwd: &Path, context: &BuildContext) -> Result<Listing, String> {
    let mut out = Listing { files: Vec::new(), excluded: false, has_assembly: false };
    let shown = shown_dir(dir, cwd);
    for name in names(dir)? {
        let is_test = name.ends_with("_test.go") || name.starts_with(['_', '.']);
        if let Some(stem) = name.strip_suffix(".s") {
            out.has_assembly |= context.includes_name(&format!("{stem}.go"));
            continue;
        }
        if !name.ends_with(".go") || is_test {
            continue;
        }
        if !context.includes_name(&name) {
            out.excluded = true;
            continue;
        }
        let file = read_file(&dir.join(&name), &format!("{shown}/{name}"))?;
        if context.includes(&name, &file.text) {
            out.files.push(file);
        } else {
            out.excluded = true;
        }
    }
    Ok(out)
}

/// Whether a directory holds Go files at all (Go: `fsys.IsGoDir`).
pub fn has_go_files(dir: &Path) -> bool {
    names(dir).is_ok_and(|names| names.iter().any(|n| n.ends_with(".go") && !n.starts_with(['_', '.'])))
}

/// Names of the files of a directory, sorted.
pub fn names(dir: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(dir).map_err(|e| format!("open {}: {}", dir.display(), describe(&e)))?;
    let mut names: Vec<String> = entries
        .filter_map(|e| e.ok())
        .filter(|e| e.file_type().is_ok_and(|t| t.is_file() || t.is_symlink() && e.path().is_file()))
        .filter_map(|e| e.file_name().into_string().ok())
        .collect();
    names.sort();
    Ok(names)
}

/// The largest source file that is read.
const MAX_FILE: u64 = 256 << 20;

/// Reads a source file.
///
/// # Errors
/// A message with the path.
pub fn read_file(path: &Path, shown: &str) -> Result<InputFile, String> {
    let fail = |e: std::io::Error| format!("open {shown}: {}", describe(&e));
    let meta = fs::metadata(path).map_err(fail)?;
    if meta.is_dir() {
        return Err(format!("{shown} is a directory, should be a Go file"));
    }
    if !meta.is_file() {
        return Err(format!("{shown} is not a regular file"));
    }
    if meta.len() > MAX_FILE {
        return Err(format!("{shown} is larger than {} MB", MAX_FILE >> 20));
    }
    let text = fs::read(path).map_err(fail)?;
    crate::memory::add_source(text.len());
    Ok(InputFile { display_name: shown.to_string(), path: absolute(path)?.display().to_string(), text })
}

/// A directory as messages show it: relative to the current one if that is shorter (Go: `base.ShortPath`).
pub fn shown_dir(dir: &Path, cwd: &Path) -> String {
    let whole = dir.display().to_string();
    match relative(dir, cwd) {
        Some(rel) if rel.len() < whole.len() => rel,
        _ => whole,
    }
}

/// `dir` as seen from `from`, both absolute.
fn relative(dir: &Path, from: &Path) -> Option<String> {
    let (mut d, mut f) = (dir.components().peekable(), from.components().peekable());
    while d.peek().is_some() && d.peek() == f.peek() {
        d.next();
        f.next();
    }
    let mut parts: Vec<String> = f.map(|_| "..".to_string()).collect();
    for c in d {
        parts.push(c.as_os_str().to_str()?.to_string());
    }
    Some(if parts.is_empty() { ".".to_string() } else { parts.join("/") })
}

/// An absolute path without `.` and `..`; symbolic links stay.
///
/// # Errors
/// A message with the path.
pub fn absolute(path: &Path) -> Result<PathBuf, String> {
    let path = std::path::absolute(path).map_err(|e| format!("{}: {}", path.display(), describe(&e)))?;
    let mut out = PathBuf::new();
    for c in path.components() {
        match c {
            std::path::Component::ParentDir => {
                out.pop();
            }
            c => out.push(c),
        }
    }
    Ok(out)
}

/// An I/O error without Rust's number.
pub fn describe(e: &std::io::Error) -> String {
    let text = e.to_string();
    match text.find(" (os error") {
        Some(at) => text[..at].to_lowercase(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_directories() {
        let shown = |dir: &str, cwd: &str| shown_dir(Path::new(dir), Path::new(cwd));
        assert_eq!(shown("/a/b", "/a/b"), ".");
        assert_eq!(shown("/a/b/c", "/a/b"), "c");
        // The shorter one, as the go command's `base.ShortPath` has it.
        assert_eq!(shown("/abc/d", "/abc/b"), "../d");
        assert_eq!(shown("/a/d", "/a/b"), "/a/d");
        assert_eq!(shown("/x", "/a/b"), "/x");
    }
}
