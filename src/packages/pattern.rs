//! Patterns with `...` (Go: `go help packages`).

use std::fs;
use std::path::Path;

use frontend::loader::path;
use regex::Regex;

use super::dir;
use super::workspace::Workspace;

/// The import paths of the packages that a pattern matches, sorted. Directories whose files all stay out of the build do not
/// count.
///
/// # Errors
/// A message as the go command prints it.
pub fn expand(workspace: &Workspace, pattern: &str) -> Result<Vec<String>, String> {
    if pattern == "std" {
        return Ok(golib::packages().map(str::to_string).collect());
    }
    if path::is_relative(pattern) || pattern.starts_with('/') || pattern.starts_with("...") {
        return directories(workspace, pattern);
    }
    let matches = matcher(if pattern == "all" { "..." } else { pattern });
    let mut out: Vec<String> = Vec::new();
    if let Some(root) = workspace.main.as_ref().and_then(|m| m.dir.as_ref().ok()) {
        out.extend(below(workspace, root)?.into_iter().map(|(path, _)| path).filter(|p| matches(p)));
    }
    if pattern != "all" {
        out.extend(golib::packages().filter(|p| matches(p)).map(str::to_string));
    }
    Ok(out)
}

/// The packages below a directory.
fn directories(workspace: &Workspace, pattern: &str) -> Result<Vec<String>, String> {
    // The part before the first directory with a wildcard.
    let at = pattern.find("...").unwrap_or(pattern.len());
    let start = pattern[..at].rfind('/').map_or("", |i| &pattern[..i + 1]);
    let dir = dir::absolute(&workspace.cwd.join(start))?;
    if !dir.is_dir() {
        return Err(format!("pattern {pattern}: lstat {start}: no such file or directory"));
    }
    let whole = dir::absolute(&workspace.cwd.join(pattern))?;
    let matches = matcher(&whole.display().to_string());
    let found = below(workspace, &dir)?;
    Ok(found.into_iter().filter(|(_, dir)| matches(dir)).map(|(path, _)| path).collect())
}

/// Import paths and directories of the packages in and below a directory, as the go command walks them.
fn below(workspace: &Workspace, dir: &Path) -> Result<Vec<(String, String)>, String> {
    let mut out = Vec::new();
    walk(workspace, dir, &mut out)?;
    Ok(out)
}

fn walk(workspace: &Workspace, dir: &Path, out: &mut Vec<(String, String)>) -> Result<(), String> {
    if dir::has_go_files(dir) && !dir::read(dir, &workspace.cwd, &workspace.context)?.files.is_empty() {
        let path = workspace.path_of(dir, &dir.display().to_string())?;
        out.push((path, dir.display().to_string()));
    }
    let entries = fs::read_dir(dir).map_err(|e| format!("open {}: {}", dir.display(), dir::describe(&e)))?;
    let mut names: Vec<String> = entries
        .filter_map(|e| e.ok())
        .filter(|e| e.file_type().is_ok_and(|t| t.is_dir()))
        .filter_map(|e| e.file_name().into_string().ok())
        .filter(|n| !n.starts_with(['_', '.']) && n != "testdata" && n != "vendor")
        .collect();
    names.sort();
    for name in names {
        let sub = dir.join(name);
        if !sub.join("go.mod").is_file() && !workspace.is_ignored(&sub) {
            walk(workspace, &sub, out)?;
        }
    }
    Ok(())
}

/// Whether a path matches a pattern: `...` stands for any text, and `x/...` also for `x` (Go: `search.MatchPattern`).
fn matcher(pattern: &str) -> impl Fn(&str) -> bool + use<> {
    let mut text = regex::escape(pattern).replace(r"\.\.\.", ".*");
    if let Some(head) = text.strip_suffix("/.*") {
        text = format!("{head}(/.*)?");
    }
    let regex = Regex::new(&format!("^{text}$")).expect("an escaped pattern");
    move |path| regex.is_match(path)
}

#[cfg(test)]
mod tests {
    use super::matcher;

    #[test]
    fn wildcards() {
        for (pattern, path, want) in [
            ("a/...", "a", true),
            ("a/...", "a/b/c", true),
            ("a/...", "ab", false),
            ("a...", "ab", true),
            ("a/.../c", "a/b/c", true),
            ("a/.../c", "a/c", false),
            ("a.b/...", "axb/c", false),
        ] {
            assert_eq!(matcher(pattern)(path), want, "{pattern} {path}");
        }
    }
}
