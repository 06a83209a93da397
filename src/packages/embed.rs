//! The files that `//go:embed` patterns match (Go: `cmd/go/internal/load.resolveEmbed`).

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use frontend::embed::EmbeddedFile;
use regex::Regex;

use super::dir::describe;
use super::glob::Glob;

/// The files that a pattern matches in the directory of a package, sorted by name.
///
/// # Errors
/// What the go command says of the pattern.
pub fn find(dir: &Path, pattern: &str) -> Result<Vec<EmbeddedFile>, String> {
    let (text, all) = match pattern.strip_prefix("all:") {
        Some(rest) => (rest, true),
        None => (pattern, false),
    };
    let valid = text.split('/').all(|part| !matches!(part, "" | "." | ".."));
    let Some(glob) = Glob::parse(text).filter(|_| valid) else {
        return Err("invalid pattern syntax".to_string());
    };
    let mut names = Vec::new();
    for name in glob.find(dir) {
        matched(dir, &name, all, &mut names)?;
    }
    if names.is_empty() {
        return Err("no matching files found".to_string());
    }
    names.sort();
    names.dedup();
    let read = |name: String| {
        let data = fs::read(dir.join(&name)).map_err(|e| format!("open {name}: {}", describe(&e)))?;
        Ok(EmbeddedFile { name, data: data.into() })
    };
    names.into_iter().map(read).collect()
}

/// Adds a file that the pattern names, or the files below a directory.
fn matched(dir: &Path, name: &str, all: bool, out: &mut Vec<String>) -> Result<(), String> {
    let path = dir.join(name);
    let meta =
        fs::symlink_metadata(&path).map_err(|e| format!("lstat {}: {}", path.display(), describe(&e)))?;
    let what = if meta.is_dir() { "directory" } else { "file" };
    let mut at = Some(name);
    while let Some(part) = at {
        let place = dir.join(part);
        if place.join("go.mod").exists() {
            return Err(format!("cannot embed {what} {name}: in different module"));
        }
        if part != name && fs::symlink_metadata(&place).is_ok_and(|m| !m.is_dir()) {
            return Err(format!("cannot embed {what} {name}: in non-directory {part}"));
        }
        let (above, last) = part.rsplit_once('/').map_or((None, part), |(above, last)| (Some(above), last));
        if is_bad_name(last) {
            let place = if part == name { "invalid name" } else { "in invalid directory" };
            return Err(format!("cannot embed {what} {name}: {place} {last}"));
        }
        at = above;
    }
    if meta.is_file() {
        out.push(name.to_string());
        return Ok(());
    }
    if !meta.is_dir() {
        return Err(format!("cannot embed irregular file {name}"));
    }
    let before = out.len();
    walk(dir, name, all, out)?;
    if out.len() == before {
        return Err(format!("cannot embed directory {name}: contains no embeddable files"));
    }
    Ok(())
}

/// The files below a directory; other modules are left out, and what is hidden unless `all` are wanted.
fn walk(dir: &Path, name: &str, all: bool, out: &mut Vec<String>) -> Result<(), String> {
    let path = dir.join(name);
    let fail = |e: std::io::Error| format!("open {}: {}", path.display(), describe(&e));
    if path.join("go.mod").exists() {
        return Ok(());
    }
    let mut entries: Vec<_> = fs::read_dir(&path).map_err(fail)?.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let file_name = entry.file_name();
        let last = file_name.to_string_lossy();
        let full = format!("{name}/{last}");
        let Ok(kind) = entry.file_type() else { continue };
        let hidden = last.starts_with(['.', '_']);
        let bad = file_name.to_str().is_none_or(is_bad_name);
        if bad || hidden && !all {
            if kind.is_dir() || hidden {
                continue;
            }
            return Err(format!("cannot embed file {full}: invalid name {last}"));
        }
        if kind.is_dir() {
            walk(dir, &full, all, out)?;
        } else if kind.is_file() {
            out.push(full);
        }
    }
    Ok(())
}

/// Names that Windows keeps for devices.
const DEVICES: &[&str] = &[
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
    "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
];

/// Whether a name cannot be part of a module (Go: `module.CheckFilePath`), or belongs to version control.
fn is_bad_name(name: &str) -> bool {
    static GOOD: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^[\p{L}0-9!#$%&()+,.=@\[\]^_{}~ -]+$").expect("a regular expression"));
    let stem = name.split('.').next().unwrap_or_default();
    !GOOD.is_match(name)
        || name.ends_with('.')
        || DEVICES.iter().any(|d| d.eq_ignore_ascii_case(stem))
        || matches!(name, ".bzr" | ".hg" | ".git" | ".svn")
}
