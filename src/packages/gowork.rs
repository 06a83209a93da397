//! The go.work file (Go: `go help work`): modules that are worked on together.

use std::fs;
use std::path::{Path, PathBuf};

use super::dir::{self, describe};
use super::gomod::{self, GoMod};

/// The go.work file that holds for a directory: that of `GOWORK`, or the nearest one above; none if that is `off`.
fn file_for(dir: &Path) -> Option<PathBuf> {
    match std::env::var("GOWORK") {
        Ok(name) if name == "off" => None,
        Ok(name) if !name.is_empty() => Some(PathBuf::from(name)),
        _ => dir.ancestors().map(|d| d.join("go.work")).find(|f| f.is_file()),
    }
}

/// The directories and go.mod files of the modules that are worked on together with the one in `root`, without it.
///
/// # Errors
/// What is wrong with the go.work file, in the go command's words where it has any.
pub fn beside(root: &Path) -> Result<Vec<(PathBuf, GoMod)>, String> {
    let Some(file) = file_for(root) else { return Ok(Vec::new()) };
    let text = fs::read_to_string(&file).map_err(|e| format!("open {}: {}", file.display(), describe(&e)))?;
    let base = file.parent().unwrap_or(Path::new("/"));
    let (mut lang, mut used, mut block) = (None, Vec::new(), String::new());
    for (i, line) in text.lines().enumerate() {
        let fail = |e: String| format!("go: errors parsing go.work:\ngo.work:{}: {e}", i + 1);
        let mut words = gomod::tokens(line).map_err(fail)?;
        match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] => continue,
            [")"] => {
                block.clear();
                continue;
            }
            [verb, "("] => {
                block = verb.to_string();
                continue;
            }
            _ => {}
        }
        if !block.is_empty() {
            words.insert(0, block.clone());
        }
        match (words[0].as_str(), &words[1..]) {
            ("go", [version]) => lang = gomod::minor(version),
            ("use", [dir]) => used.push(dir::absolute(&base.join(dir))?),
            ("toolchain" | "godebug", _) => {}
            (verb @ ("replace" | "use" | "go"), _) => {
                return Err(fail(format!("{verb} of this form is not supported")));
            }
            (verb, _) => return Err(fail(format!("unknown directive: {verb}"))),
        }
    }
    if !used.iter().any(|dir| dir == root) {
        return Err(
            "current directory is contained in a module that is not one of the workspace modules listed in \
                    go.work. You can add the module to the workspace using:\n\tgo work use ."
                .to_string(),
        );
    }
    let mut out = Vec::new();
    for dir in used {
        let shown = dir.strip_prefix(base).unwrap_or(&dir).display().to_string();
        let path = dir.join("go.mod");
        let text = fs::read_to_string(&path).map_err(|e| {
            format!(
                "go: cannot load module {shown} listed in go.work file: open {}: {}",
                path.display(),
                describe(&e)
            )
        })?;
        let module = GoMod::parse(&text, &format!("{shown}/go.mod"))?;
        let (needs, has) = (module.lang(), lang.unwrap_or(18));
        if needs > has {
            return Err(format!(
                "go: module {shown} listed in go.work file requires go >= 1.{needs}, but go.work lists go 1.{has}; to \
                 download and use go 1.{needs}:\n\tgo work use"
            ));
        }
        if dir != root {
            out.push((dir, module));
        }
    }
    Ok(out)
}
