//! Where functions compiled earlier lie: `$MINIGO_CACHE`, or `mini-go` in the user's cache folder.
//!
//! A pack for the embedded packages serves all programs; each folder of user code has a pack of its own. A cache can
//! always be lost: whatever goes wrong here only costs time, so nothing is reported. Packs are replaced whole by
//! renaming; of two builds at once the later one's stays.

use std::fs;
use std::hash::BuildHasher;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use backend::cache::{Additions, CodeCache, Key, Pack, fingerprint};
use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::output;

/// Names the folder; `off` for none.
pub const VARIABLE: &str = "MINIGO_CACHE";
/// A pack of the embedded packages that would grow beyond this starts anew.
const MOST_EMBEDDED: usize = 32 << 20;
/// A user's pack is cleared of what the latest build did not use when it is larger than this …
const MOST_USER: usize = 1 << 20;
/// … and this many times as large as what the build used.
const MOST_STALE: usize = 4;
/// Packs that no build read for so long are removed (as the go command trims its cache).
const KEPT: Duration = Duration::from_secs(5 * 24 * 60 * 60);
/// How exactly the time of the latest reading is known.
const FRESH: Duration = Duration::from_secs(60 * 60);

/// The cache of one build.
pub struct Store {
    dir: PathBuf,
    fingerprint: u64,
    embedded: PathBuf,
    user: PathBuf,
}

/// The folder of the cache, if there is to be one.
pub fn folder() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty());
    match set(VARIABLE) {
        Some(off) if off == "off" => None,
        Some(dir) => Some(dir.into()),
        None => {
            let base = set("XDG_CACHE_HOME").map(PathBuf::from);
            let base = base.or_else(|| Some(Path::new(&set("HOME")?).join(".cache")));
            base.filter(|b| b.is_absolute()).map(|b| b.join("mini-go"))
        }
    }
}

impl Store {
    /// The cache of a program whose files lie in `user_dir`.
    pub fn open(opts: &backend::Options, user_dir: &str) -> Option<Store> {
        let dir = folder()?;
        let fingerprint = fingerprint(opts);
        let user = FxBuildHasher.hash_one(user_dir);
        Some(Store {
            embedded: dir.join(format!("{fingerprint:016x}.pack")),
            user: dir.join(format!("{fingerprint:016x}-{user:016x}.pack")),
            fingerprint,
            dir,
        })
    }

    /// Reads the packs; empty ones if everything is to be compiled anew.
    pub fn read(&self, rebuild: bool) -> CodeCache {
        if rebuild {
            return CodeCache::default();
        }
        CodeCache { embedded: self.pack(&self.embedded), user: self.pack(&self.user) }
    }

    fn pack(&self, path: &Path) -> Pack {
        let Ok(bytes) = fs::read(path) else { return Pack::default() };
        if age(path).is_some_and(|age| age > FRESH)
            && let Ok(file) = fs::File::options().append(true).open(path)
        {
            let _ = file.set_modified(SystemTime::now());
        }
        Pack::open(bytes, self.fingerprint)
    }

    /// Adds what a build compiled.
    pub fn write(&self, cache: &CodeCache, additions: &Additions) {
        if additions.is_empty() || fs::create_dir_all(&self.dir).is_err() {
            return;
        }
        if !additions.embedded.is_empty() {
            let keep = cache.embedded.size() < MOST_EMBEDDED;
            self.replace(&self.embedded, &cache.embedded, &additions.embedded, |_| keep);
            self.trim();
        }
        if !additions.user.is_empty() {
            let used: FxHashSet<Key> = additions.user_found.iter().copied().collect();
            let found = used.iter().filter_map(|&k| cache.user.find(k)).map(<[u8]>::len).sum::<usize>();
            let made = additions.user.iter().map(|(_, entry)| entry.len()).sum::<usize>();
            let stale = cache.user.size() > MOST_USER.max(MOST_STALE * (found + made));
            self.replace(&self.user, &cache.user, &additions.user, |k| !stale || used.contains(&k));
        }
    }

    fn replace(&self, path: &Path, old: &Pack, new: &[(Key, Vec<u8>)], keep: impl Fn(Key) -> bool) {
        let old = old.entries().filter(|&(k, _)| keep(k));
        let bytes = Pack::write(old.chain(new.iter().map(|(k, e)| (*k, &e[..]))), self.fingerprint);
        let _ = output::write(path, &bytes, false);
    }

    /// Removes packs of other compilers and folders that were not read for long.
    fn trim(&self) {
        let Ok(entries) = fs::read_dir(&self.dir) else { return };
        for path in entries.filter_map(|e| Some(e.ok()?.path())) {
            let pack = path.extension().is_some_and(|e| e == "pack");
            if pack && age(&path).is_some_and(|age| age > KEPT) {
                let _ = fs::remove_file(&path);
            }
        }
    }
}

fn age(path: &Path) -> Option<Duration> {
    fs::metadata(path).ok()?.modified().ok()?.elapsed().ok()
}
