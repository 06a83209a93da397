//! Where the sources of a test are: single files, or a directory that is laid out anew as a module.
//!
//! Directories of the suite hold several packages side by side: the files of one package have the same package clause, packages
//! are compiled in the order of their first files, and `import "./a"` means the package whose first file is `a.go`. Here they
//! become the module `test` with a folder for each package; a last package `main` lies in the module's root.

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// What stands on the first line of a test.
#[derive(Debug, Default)]
pub struct Recipe {
    /// Flags, for gc.
    pub flags: Vec<String>,
    /// Further Go files of the program.
    pub files: Vec<String>,
    /// Arguments of the program.
    pub args: Vec<String>,
}

/// Reads the recipe: the first line that is neither empty nor a build constraint.
pub fn recipe(source: &str) -> Recipe {
    let constraint = |l: &&str| l.starts_with("//go:build") || l.starts_with("// +build");
    let line = source.lines().find(|l| !l.trim().is_empty() && !constraint(l)).unwrap_or_default();
    let mut out = Recipe::default();
    let mut words = line.trim_start_matches('/').split_whitespace().skip(1).peekable();
    while let Some(flag) = words.next_if(|w| w.starts_with('-')) {
        if ["-t", "-goexperiment", "-godebug"].contains(&flag) {
            words.next();
        }
        out.flags.push(flag.to_string());
    }
    for word in words {
        let list = if word.ends_with(".go") { &mut out.files } else { &mut out.args };
        list.push(word.to_string());
    }
    out
}

/// A package of a directory.
#[derive(Debug)]
pub struct Package {
    /// Its directory below the module's root, `.` for the root.
    pub dir: String,
    /// Name in the package clause.
    pub name: String,
    /// Files, sorted.
    pub files: Vec<PathBuf>,
}

/// How the files of a directory make packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// Files with the same package clause belong together.
    ByName,
    /// Each file is a package.
    ByFile,
}

/// The packages of a directory, in the order in which they are compiled.
///
/// # Errors
/// A file without package clause.
pub fn packages(dir: &Path, grouping: Grouping) -> Result<Vec<Package>, String> {
    let mut out: Vec<Package> = Vec::new();
    for file in files(dir, "go")? {
        let name = package_name(&file)?;
        match out.iter_mut().find(|p| grouping == Grouping::ByName && p.name == name) {
            Some(p) => p.files.push(file),
            None => {
                let stem = file.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
                out.push(Package { dir: stem, name, files: vec![file] });
            }
        }
    }
    if let Some(last) = out.last_mut().filter(|p| p.name == "main") {
        last.dir = ".".to_string();
    }
    Ok(out)
}

/// The files of a directory with an ending, sorted.
pub fn files(dir: &Path, ending: &str) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(dir).map_err(|e| format!("{}: {e}", dir.display()))?;
    let mut out: Vec<PathBuf> = entries
        .filter_map(|e| e.ok())
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == ending))
        .collect();
    out.sort();
    Ok(out)
}

fn package_name(file: &Path) -> Result<String, String> {
    let clause = Regex::new(r"(?m)^package ([\p{Lu}\p{Ll}\w]+)").expect("a regexp");
    let source = read(file)?;
    let name = clause.captures(&source).ok_or_else(|| format!("{}: no package clause", file.display()))?;
    Ok(name[1].to_string())
}

/// The text of a file; bytes that are not UTF-8 are replaced.
pub fn read(file: &Path) -> Result<String, String> {
    let bytes = fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The newest language version: tests count if gc 1.27 passes them.
const GO_LINE: &str = "go 1.27";

/// Writes the packages below `root` as the module `test`.
pub fn write_module(root: &Path, packages: &[Package]) -> Result<(), String> {
    write(&root.join("go.mod"), format!("module test\n\n{GO_LINE}\n").as_bytes())?;
    for p in packages {
        let dir = root.join(&p.dir);
        for f in &p.files {
            let bytes = fs::read(f).map_err(|e| format!("{}: {e}", f.display()))?;
            write(&dir.join(f.file_name().expect("a file")), &absolute_imports(bytes))?;
        }
    }
    Ok(())
}

/// `import "./a"` → `import "test/a"`, in the lines before the first declaration.
fn absolute_imports(bytes: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(bytes.clone()) else { return bytes };
    let declaration = Regex::new(r"(?m)^(func|type|var|const)\b").expect("a regexp");
    let relative = Regex::new(r#"(["`])\.\.?/"#).expect("a regexp");
    let (head, tail) = text.split_at(declaration.find(&text).map_or(text.len(), |m| m.start()));
    format!("{}{tail}", relative.replace_all(head, "${1}test/")).into_bytes()
}

/// Copies a directory with all below it as a module of the directory's name.
pub fn copy_module(root: &Path, dir: &Path) -> Result<(), String> {
    let name = dir.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    copy(root, dir)?;
    write(&root.join("go.mod"), format!("module {name}\n\n{GO_LINE}\n").as_bytes())
}

fn copy(to: &Path, from: &Path) -> Result<(), String> {
    for entry in fs::read_dir(from).map_err(|e| format!("{}: {e}", from.display()))? {
        let entry = entry.map_err(|e| e.to_string())?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&target, &source)?;
        } else {
            write(&target, &fs::read(&source).map_err(|e| format!("{}: {e}", source.display()))?)?;
        }
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let dir = path.parent().expect("a folder");
    fs::create_dir_all(dir)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|e| format!("{}: {e}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recipes() {
        let r = recipe("\n//go:build linux\n// run -t 5 -gcflags=-l other.go one two\n\npackage main\n");
        assert_eq!(
            (r.flags.len(), r.files, r.args),
            (2, vec!["other.go".to_string()], vec!["one".into(), "two".into()])
        );
        assert_eq!(recipe("// errorcheckdir -s\n").flags, ["-s"]);
    }

    #[test]
    fn imports_become_absolute() {
        let source = "package p\nimport \"./a\"\nimport (\n\tb \"./b/c\"\n)\nvar x = \"./a\"\n";
        let want = "package p\nimport \"test/a\"\nimport (\n\tb \"test/b/c\"\n)\nvar x = \"./a\"\n";
        assert_eq!(String::from_utf8(absolute_imports(source.into())).expect("text"), want);
    }
}
