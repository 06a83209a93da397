//! Writes results so that nobody sees a half-written file: to a temporary file beside the target, then renamed.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use crate::packages::describe;

/// Writes `bytes` to `target`. A target that exists and is no regular file (`/dev/null`, a pipe) is written to and
/// stays what it is.
///
/// # Errors
/// A message with the path.
pub fn write(target: &Path, bytes: &[u8], executable: bool) -> Result<(), String> {
    let fail = |e: std::io::Error| format!("open {}: {}", target.display(), describe(&e));
    match fs::metadata(target) {
        Ok(meta) if !meta.is_file() => {
            if meta.is_dir() {
                return Err(format!("{} is a directory", target.display()));
            }
            let mut file = fs::OpenOptions::new().write(true).open(target).map_err(fail)?;
            return file.write_all(bytes).map_err(fail);
        }
        _ => {}
    }
    let temporary = temporary_beside(target);
    let result = write_new(&temporary, bytes, executable).and_then(|()| fs::rename(&temporary, target));
    if result.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    result.map_err(fail)
}

fn write_new(path: &Path, bytes: &[u8], executable: bool) -> std::io::Result<()> {
    let mode = if executable { 0o777 } else { 0o666 };
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(mode).open(path)?;
    file.write_all(bytes)?;
    // The mode was cut by the umask; an executable is executable by whoever may read it.
    if executable {
        let mode = file.metadata()?.permissions().mode();
        file.set_permissions(fs::Permissions::from_mode(mode | (mode & 0o444) >> 2))?;
    }
    Ok(())
}

fn temporary_beside(target: &Path) -> PathBuf {
    let name = target.file_name().map_or_else(|| "out".into(), |n| n.to_string_lossy().into_owned());
    target.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}
