//! The standard packages that the compiler does not carry: they come from the sources of a Go installation.
//!
//! Functions that gc has in assembly come from an overlay of files of our own (`runtime/golib/overlay`), or the package is
//! read as for an architecture that has none: gc's packages have Go code for such.

use std::path::{Path, PathBuf};

use frontend::constraint::BuildContext;
use frontend::loader::{Identity, ImportError, InputFile, NEWEST_LANG, SourcePackage};
use frontend::parse::Bodies;

use super::dir;
use crate::gc::Gc;

/// The version that the embedded packages and the overlays are made for.
pub const VERSION: &str = "go1.27";

/// Tags by which packages choose Go code in place of assembly.
const PORTABLE: &[&str] = &["purego", "math_big_pure_go"];

/// The sources of a Go installation.
pub struct Installation {
    /// The folder with the packages.
    src: PathBuf,
}

impl Installation {
    /// The one in `GOROOT`, else that of the go command in `$GO` or on PATH.
    ///
    /// # Errors
    /// Why there is none, as the end of a sentence.
    pub fn find() -> Result<Installation, String> {
        let wanted = std::env::var_os("GOROOT").filter(|r| !r.is_empty()).map(PathBuf::from);
        let Some(root) = wanted.or_else(|| Gc::find().and_then(|gc| gc.root())) else {
            return Err("and there is none: set GOROOT to one, or put its go command on PATH".to_string());
        };
        let text = std::fs::read_to_string(root.join("VERSION")).unwrap_or_default();
        let version = text.lines().next().unwrap_or_default();
        let is_right =
            version.strip_prefix(VERSION).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
        let src = root.join("src");
        match (is_right, src.is_dir()) {
            (true, true) => Ok(Installation { src }),
            (true, false) => Err(format!("and {} has no folder src", root.display())),
            (false, _) if version.is_empty() => Err(format!("and {} is none", root.display())),
            (false, _) => Err(format!("and {} is of version {version}", root.display())),
        }
    }

    /// The directory of a package.
    pub fn directory(&self, path: &str) -> Option<PathBuf> {
        let dir = self.src.join(plain(path));
        dir::has_go_files(&dir).then_some(dir)
    }

    /// The sources of the package in a directory.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn package(
        &self,
        path: &str,
        dir: &Path,
        context: &BuildContext,
        overlay: Vec<(String, String)>,
    ) -> Result<SourcePackage, ImportError> {
        let mut context = BuildContext { lang: NEWEST_LANG, ..context.clone() };
        if has_assembly(dir, &context) {
            context.amd64 = false;
            context.tags.extend(PORTABLE.iter().map(|tag| tag.to_string()));
        }
        // Messages and tracebacks name the whole path, as gc's do.
        let listing = dir::read(dir, Path::new(""), &context).map_err(ImportError::of_import)?;
        let mut files = listing.files;
        files.retain(|f| !overlay.iter().any(|(name, _)| f.path.rsplit('/').next() == Some(name)));
        files.extend(overlay.into_iter().map(|(name, text)| {
            let shown = format!("{path}/{name}");
            InputFile { display_name: shown.clone(), path: shown, text: text.into_bytes() }
        }));
        files.sort_by(|a, b| a.path.rsplit('/').next().cmp(&b.path.rsplit('/').next()));
        Ok(SourcePackage {
            identity: Identity { path: path.to_string(), place: path.to_string(), is_std: true },
            dir: dir.display().to_string(),
            files,
            lang: NEWEST_LANG,
            may_lack_bodies: true,
            // Released sources have no errors.
            bodies: Bodies::Late,
        })
    }
}

/// What stands before the import path of an installed package whose own path an embedded one has.
const ROOT: &str = "goroot/";

/// Embedded packages that have the path of one of gc's but not its declarations: each is for other embedded packages only.
const OURS_ALONE: &[&str] = &["internal/abi", "internal/bytealg", "internal/runtime/maps"];

/// The full import path of what an installed package imports.
pub fn resolve(installation: &Installation, path: &str) -> String {
    if OURS_ALONE.contains(&path) {
        return format!("{ROOT}{path}");
    }
    let vendored = format!("vendor/{path}");
    let is_foreign = path.split('/').next().is_some_and(|first| first.contains('.'));
    if is_foreign && installation.directory(&vendored).is_some() { vendored } else { path.to_string() }
}

/// Whether a full import path can be that of an installed package.
pub fn is_candidate(path: &str) -> bool {
    !path.split('/').next().is_some_and(|first| first.contains('.'))
}

/// The import path that an installed package has in its installation.
pub fn plain(path: &str) -> &str {
    path.strip_prefix(ROOT).unwrap_or(path)
}

/// Whether a directory has assembly for amd64: files that would not take part on an architecture without.
fn has_assembly(dir: &Path, context: &BuildContext) -> bool {
    let portable = BuildContext { amd64: false, ..context.clone() };
    dir::names(dir).unwrap_or_default().iter().any(|name| {
        let Some(stem) = name.strip_suffix(".s") else { return false };
        let (name, text) = (format!("{stem}.go"), std::fs::read(dir.join(name)).unwrap_or_default());
        context.includes(&name, &text) && !portable.includes(&name, &text)
    })
}
