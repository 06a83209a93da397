//! The Go sources of the standard packages that the compiler carries with it.
//!
//! The sources live in `go/<import path>/*.go` of this crate and are compiled like user code. Those in
//! `overlay/<import path>/*.go` stand for files of the same names of packages of a Go installation.
//! Functions without a body in them (all in files called `hooks.go`) are implemented by the
//! runtime under the symbol `<import path>.<name>`.

include!(concat!(env!("OUT_DIR"), "/packages.rs"));

/// A source file: its name without the folder, and its text.
pub type File = (&'static str, &'static str);

/// The files of the embedded package `import_path` sorted by name, or `None` if there is no such
/// package.
pub fn package(import_path: &str) -> Option<&'static [File]> {
    let i = PACKAGES.binary_search_by_key(&import_path, |&(path, _)| path).ok()?;
    Some(PACKAGES[i].1)
}

/// The files that replace, or are added to, those of the package `import_path` of a Go installation, sorted by name.
pub fn overlay(import_path: &str) -> &'static [File] {
    let i = OVERLAYS.binary_search_by_key(&import_path, |&(path, _)| path);
    i.map_or(&[], |i| OVERLAYS[i].1)
}

/// The import paths of all embedded packages in sorted order.
pub fn packages() -> impl Iterator<Item = &'static str> {
    PACKAGES.iter().map(|&(path, _)| path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_and_searchable() {
        let all: Vec<_> = packages().collect();
        assert!(all.is_sorted());
        assert!(all.contains(&"fmt"));
        for path in all {
            let files = package(path).expect("listed packages are found");
            assert!(!files.is_empty(), "{path} has no file");
            assert!(files.iter().map(|f| f.0).is_sorted());
        }
        assert_eq!(package("no/such/package"), None);
    }

    #[test]
    fn package_clauses_match_import_paths() {
        for path in packages() {
            // The last element that is no version: `math/rand/v2` is package rand.
            let version = |e: &&str| e.strip_prefix('v').is_some_and(|n| n.parse::<u32>().is_ok());
            let last = path.rsplit('/').find(|e| !version(e)).expect("a path is more than a version");
            let want = format!("package {last}");
            for (name, text) in package(path).expect("listed packages are found") {
                assert!(text.lines().any(|line| line == want), "{path}/{name}: no `{want}`");
            }
        }
    }

    /// Body-less functions stand in `hooks.go` only, so that one file per package names
    /// everything that the runtime has to supply.
    #[test]
    fn bodies_are_missing_in_hooks_only() {
        for path in packages() {
            for (name, text) in package(path).expect("listed packages are found") {
                for line in text.lines().filter(|line| line.starts_with("func ")) {
                    let complete = line.contains('{') || line.ends_with('(') || line.ends_with(',');
                    assert!(complete || *name == "hooks.go", "{path}/{name}: {line}");
                }
            }
        }
    }
}
