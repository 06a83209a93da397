//! Asks gc for its decisions: `go build -gcflags=-d=defer=1`.

use std::path::Path;

use middle::gc_kinds::GcKind;
use rustc_hash::FxHashMap;

use crate::gc::Gc;

/// gc's kinds by file name, line and column.
pub type Kinds = FxHashMap<(String, u32, u32), GcKind>;

/// Compiles the files of one directory with gc and reads what it says about defer statements.
///
/// # Errors
/// Why gc has nothing to say.
pub fn ask(gc: &Gc, dir: &Path, files: &[&str]) -> Result<Kinds, String> {
    let out = gc
        .command(dir)
        .args(["build", "-gcflags=-d=defer=1", "-o", "/dev/null"])
        .args(files)
        .output()
        .map_err(|e| format!("{}: {e}", gc.path.display()))?;
    let text = String::from_utf8_lossy(&out.stderr);
    if !out.status.success() {
        let first = text.lines().find(|l| !l.starts_with('#')).unwrap_or_default();
        return Err(format!("go build fails: {first}"));
    }
    Ok(text.lines().filter_map(line).collect())
}

/// `./prog.go:6:2: open-coded defer`
fn line(text: &str) -> Option<((String, u32, u32), GcKind)> {
    let (place, message) = text.split_once(": ")?;
    let kind = GcKind::by_gc_name(message.strip_suffix(" defer")?)?;
    let mut parts = place.rsplitn(3, ':');
    let (column, line, file) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    let file = Path::new(file).file_name()?.to_str()?.to_string();
    Some(((file, line, column), kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gcs_lines_are_understood() {
        let wanted = Some((("prog.go".to_string(), 6, 2), GcKind::Open));
        assert_eq!(line("./prog.go:6:2: open-coded defer"), wanted);
        assert_eq!(line("# command-line-arguments"), None);
        assert_eq!(line("./prog.go:6:2: func literal does not escape"), None);
    }
}
