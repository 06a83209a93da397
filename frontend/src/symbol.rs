//! Interned names.

use std::fmt;
use std::hash::BuildHasher;
use std::sync::Mutex;

use cranelift_entity::EntityRef;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxBuildHasher;

/// Declares a number for things in arenas that leaves room for `None`, so that `Option` of it is no larger.
macro_rules! niche_id {
    ($(#[$doc:meta])* $name:ident, $prefix:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::num::NonZeroU32);

        impl $name {
            const fn of_index(index: u32) -> $name {
                match std::num::NonZeroU32::new(index.wrapping_add(1)) {
                    Some(number) => $name(number),
                    None => panic!("too many things of one kind"),
                }
            }
        }
        cranelift_entity::entity_impl!($name, $prefix, i, $name::of_index(i), i.0.get() - 1);
    };
}
pub(crate) use niche_id;

niche_id! {
    /// An interned string: names, literal texts, import paths. Equality of symbols is equality of strings.
    Symbol, "sym"
}

macro_rules! predefined_symbols {
    ($($name:ident = $text:expr),* $(,)?) => {
        /// Symbols that every interner holds under fixed numbers.
        #[allow(non_upper_case_globals, missing_docs)]
        pub mod sym {
            use super::Symbol;
            #[repr(u32)]
            enum Index { $($name),* }
            $(pub const $name: Symbol = Symbol::of_index(Index::$name as u32);)*
            pub(super) const TEXTS: &[&str] = &[$($text),*];
        }
    };
}

predefined_symbols! {
    Empty = "", Blank = "_", Init = "init", Main = "main", Dot = ".", Unsafe = "unsafe", Error = "Error",
    Iota = "iota", Nil = "nil",
}

/// The interner. Shared by all threads, each of which asks it only for what it has not met lately ([`RecentSymbols`]).
pub struct Interner {
    texts: boxcar::Vec<Box<str>>,
    shards: [Mutex<HashTable<Known>>; 32],
    /// Tables of [`RecentSymbols`] that nobody uses now.
    spare: Mutex<Vec<Recent>>,
}

/// A symbol in the table. Its text is looked at only if the hash is right.
#[derive(Clone, Copy)]
struct Known {
    hash: u32,
    symbol: Symbol,
}

impl Known {
    /// What the table goes by: its groups want the upper bits to differ, too.
    fn spread(hash: u32) -> u64 {
        u64::from(hash).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

impl Default for Interner {
    fn default() -> Self {
        let interner =
            Interner { texts: boxcar::Vec::new(), shards: Default::default(), spare: Mutex::default() };
        for (i, text) in sym::TEXTS.iter().enumerate() {
            assert_eq!(interner.intern(text).as_u32(), i as u32, "predefined symbols keep their numbers");
        }
        interner
    }
}

impl Interner {
    /// The symbol of `text`.
    pub fn intern(&self, text: &str) -> Symbol {
        self.intern_hashed(text, Key::of(text).hash())
    }

    fn intern_hashed(&self, text: &str, hash: u64) -> Symbol {
        let shard = &self.shards[hash as usize % self.shards.len()];
        let hash = (hash >> 32) as u32;
        let spread = Known::spread(hash);
        let eq = |known: &Known| known.hash == hash && self.resolve(known.symbol) == text;
        let mut table = shard.lock().expect("interner lock");
        match table.entry(spread, eq, |known| Known::spread(known.hash)) {
            Entry::Occupied(known) => known.get().symbol,
            Entry::Vacant(place) => {
                let symbol = Symbol::of_index(self.texts.push(text.into()) as u32);
                place.insert(Known { hash, symbol });
                symbol
            }
        }
    }

    /// The text of a symbol.
    pub fn resolve(&self, symbol: Symbol) -> &str {
        &self.texts[symbol.index()]
    }
}

impl fmt::Debug for Interner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Interner({} symbols)", self.texts.count())
    }
}

/// The longest text that is compared without being looked at.
const SHORT: usize = 16;

/// A text in two words: the text itself if it is short, else its hash.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    words: [u64; 2],
    len: u32,
}

impl Key {
    fn of(text: &str) -> Key {
        let bytes = text.as_bytes();
        // First and last bytes overlap where the length is none of the powers of two; with the length they are the text.
        let words = match (bytes.len(), bytes) {
            (_, []) => [0, 0],
            (len @ 1..4, &[first, ..]) => {
                let (middle, last) = (bytes[len / 2], bytes[len - 1]);
                [u64::from(first) | u64::from(middle) << 8 | u64::from(last) << 16, 0]
            }
            (4..8, _) => match (bytes.first_chunk(), bytes.last_chunk()) {
                (Some(&first), Some(&last)) => {
                    [u64::from(u32::from_le_bytes(first)) | u64::from(u32::from_le_bytes(last)) << 32, 0]
                }
                _ => unreachable!("there are four bytes"),
            },
            (8..=SHORT, _) => match (bytes.first_chunk(), bytes.last_chunk()) {
                (Some(&first), Some(&last)) => [u64::from_le_bytes(first), u64::from_le_bytes(last)],
                _ => unreachable!("there are eight bytes"),
            },
            _ => [FxBuildHasher.hash_one(bytes), 0],
        };
        Key { words, len: bytes.len() as u32 }
    }

    fn is_short(self) -> bool {
        self.len as usize <= SHORT
    }

    fn hash(self) -> u64 {
        let [a, b] = self.words;
        let product = u128::from(a ^ 0x243F_6A88_85A3_08D3)
            * u128::from((b ^ 0x1319_8A2E_0370_7344).wrapping_add(u64::from(self.len)));
        product as u64 ^ (product >> 64) as u64
    }
}

/// The symbols met last, each at the place that its hash gives.
struct Recent {
    slots: Box<[(Key, Symbol)]>,
    misses: usize,
}

impl Recent {
    const FEWEST: usize = 256;
    /// More would not stay in the cache of a processor.
    const MOST: usize = 1 << 14;

    fn with_slots(count: usize) -> Recent {
        Recent { slots: vec![(Key { words: [0, 0], len: 0 }, sym::Empty); count].into(), misses: 0 }
    }

    fn at(&self, hash: u64) -> usize {
        (hash >> 8) as usize & (self.slots.len() - 1)
    }

    fn insert(&mut self, key: Key, hash: u64, symbol: Symbol) {
        self.misses += 1;
        if self.misses > 2 * self.slots.len() && self.slots.len() < Self::MOST {
            let old = std::mem::replace(self, Recent::with_slots(4 * self.slots.len()));
            for (key, symbol) in old.slots {
                let at = self.at(key.hash());
                self.slots[at] = (key, symbol);
            }
        }
        let at = self.at(hash);
        self.slots[at] = (key, symbol);
    }
}

/// Remembers the strings that readers of text met last: most names occur again soon, and then no lock is needed.
pub struct RecentSymbols<'a> {
    interner: &'a Interner,
    recent: Recent,
}

impl<'a> RecentSymbols<'a> {
    /// What a reader before remembered, if there is one that has finished.
    pub fn new(interner: &'a Interner) -> Self {
        let spare = interner.spare.lock().expect("spare tables lock").pop();
        RecentSymbols { interner, recent: spare.unwrap_or_else(|| Recent::with_slots(Recent::FEWEST)) }
    }

    /// The symbol of `text`.
    pub fn intern(&mut self, text: &str) -> Symbol {
        let key = Key::of(text);
        let hash = key.hash();
        let (known, symbol) = self.recent.slots[self.recent.at(hash)];
        if known == key && (key.is_short() || self.interner.resolve(symbol) == text) {
            return symbol;
        }
        let symbol = self.interner.intern_hashed(text, hash);
        self.recent.insert(key, hash, symbol);
        symbol
    }
}

impl Drop for RecentSymbols<'_> {
    fn drop(&mut self) {
        let recent = Recent { slots: std::mem::take(&mut self.recent.slots), misses: self.recent.misses };
        // After a panic nobody wants it.
        if let Ok(mut spare) = self.interner.spare.lock() {
            spare.push(recent);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_equal_if_texts_are() {
        let interner = Interner::default();
        let alphabet =
            ["", "a", "b", "ab", "é", "abcdefg", "abcdefgh", "abcdefghijklmnop", "abcdefghijklmnopq"];
        let mut texts: Vec<String> = Vec::new();
        for x in alphabet {
            for y in alphabet {
                texts.push(format!("{x}{y}"));
                texts.push(format!("{x}b{y}"));
            }
        }
        texts.extend((0..20_000).map(|i| format!("name{i}")));
        let mut recent = RecentSymbols::new(&interner);
        let symbols: Vec<Symbol> = texts.iter().map(|t| recent.intern(t)).collect();
        for (text, &symbol) in texts.iter().zip(&symbols) {
            assert_eq!(interner.resolve(symbol), text);
            assert_eq!(interner.intern(text), symbol);
            assert_eq!(recent.intern(text), symbol);
        }
    }
}
