//! Compiled functions, kept from build to build.
//!
//! Cranelift takes half the time of a build, and most functions are the same as in the last one: those of the embedded
//! packages always, those of the user but for the one just edited. A function is found again by the hash of all that
//! its code depends on ([`key`]): its SSA after all passes, the names it refers to, the options, and the version of
//! the code generator. Positions are not part of it; what is kept refers to the function's own list of symbols and of
//! positions ([`crate::portable`]), so that a function that merely moved is found, too.
//!
//! This module knows bytes only; the driver decides where packs lie.
//!
//! ```text
//!   Func ──key──▶ Key, symbols, positions         Key ──packs──▶ PortableFunc   (or Cranelift makes it)
//!   PortableFunc + symbols + positions ──finish──▶ CompiledFunc
//! ```

mod key;
mod pack;

use middle::ir;
use xxhash_rust::xxh3::xxh3_64;

pub(crate) use key::Sketch;
pub use pack::Pack;

use crate::portable::PortableFunc;
use crate::{Options, SourceInfo};

/// The hash of all that the machine code of a function depends on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Key(pub u128);

/// The packs of a build: one of the functions that come from embedded packages, which all programs share, and one of
/// the user's own.
#[derive(Default)]
pub struct CodeCache {
    /// Functions declared in embedded packages.
    pub embedded: Pack,
    /// All others.
    pub user: Pack,
}

/// What a build adds to a cache: functions compiled anew.
#[derive(Default)]
pub struct Additions {
    /// Functions declared in embedded packages.
    pub embedded: Vec<(Key, Vec<u8>)>,
    /// All others.
    pub user: Vec<(Key, Vec<u8>)>,
    /// Keys of the user's pack that this build found.
    pub user_found: Vec<Key>,
}

/// Identifies what else decides about machine code: the sources of the code generator and its settings.
pub fn fingerprint(opts: &Options) -> u64 {
    // Debug information is made from the tables, outside the code; the verifier changes nothing.
    let Options { optimize, verify: _, amd64_level, debug_info: _, barriers } = *opts;
    xxh3_64(format!("{} {optimize} {amd64_level} {barriers}", env!("MINIGO_CODEGEN_ID")).as_bytes())
}

impl Additions {
    /// Whether the build found all it needed.
    pub fn is_empty(&self) -> bool {
        self.embedded.is_empty() && self.user.is_empty()
    }
}

impl CodeCache {
    fn pack(&self, func: &ir::Func, sources: &dyn SourceInfo) -> &Pack {
        if sources.is_embedded(func.pos) { &self.embedded } else { &self.user }
    }

    /// The code kept under a key. Broken entries count as missing.
    pub(crate) fn find(&self, func: &ir::Func, sources: &dyn SourceInfo, key: Key) -> Option<PortableFunc> {
        postcard::from_bytes(self.pack(func, sources).find(key)?).ok()
    }
}
