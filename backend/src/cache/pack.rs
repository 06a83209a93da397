//! A file of compiled functions: an index sorted by key, then the entries.
//!
//! ```text
//!   magic  fingerprint  count  checksum of all that follows
//!   (key, offset, length) × count
//!   entries
//! ```
//!
//! All numbers are little-endian. A pack that is cut, changed or from another compiler is an empty one.

use xxhash_rust::xxh3::xxh3_64;

use super::Key;

const MAGIC: u64 = u64::from_le_bytes(*b"mini-go1");
const HEADER: usize = 32;
const INDEX_ENTRY: usize = 24;

/// Compiled functions by key.
#[derive(Default)]
pub struct Pack {
    bytes: Vec<u8>,
    count: usize,
}

impl Pack {
    /// A pack from the bytes of its file; empty if they are no whole pack with this fingerprint.
    pub fn open(bytes: Vec<u8>, fingerprint: u64) -> Pack {
        match whole(&bytes, fingerprint) {
            Some(count) => Pack { bytes, count },
            None => Pack::default(),
        }
    }

    /// The bytes of a pack's file.
    pub fn write<'a>(entries: impl IntoIterator<Item = (Key, &'a [u8])>, fingerprint: u64) -> Vec<u8> {
        let mut entries: Vec<(Key, &[u8])> = entries.into_iter().collect();
        entries.sort_by_key(|e| e.0);
        entries.dedup_by_key(|e| e.0);
        let index = entries.len() * INDEX_ENTRY;
        let mut out = vec![0; HEADER];
        let mut offset = (HEADER + index) as u32;
        for (key, entry) in &entries {
            out.extend(key.0.to_le_bytes());
            out.extend(offset.to_le_bytes());
            out.extend((entry.len() as u32).to_le_bytes());
            offset += entry.len() as u32;
        }
        for (_, entry) in &entries {
            out.extend_from_slice(entry);
        }
        let checksum = xxh3_64(&out[HEADER..]);
        let header = [MAGIC, fingerprint, entries.len() as u64, checksum];
        for (at, word) in out.chunks_exact_mut(8).zip(header) {
            at.copy_from_slice(&word.to_le_bytes());
        }
        out
    }

    /// The entry of a key.
    pub fn find(&self, key: Key) -> Option<&[u8]> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = (low + high) / 2;
            let (found, entry) = self.entry(middle)?;
            match found.cmp(&key) {
                std::cmp::Ordering::Equal => return Some(entry),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// All entries by ascending key.
    pub fn entries(&self) -> impl Iterator<Item = (Key, &[u8])> {
        (0..self.count).filter_map(|i| self.entry(i))
    }

    /// Bytes of the file.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    fn entry(&self, i: usize) -> Option<(Key, &[u8])> {
        let row = self.bytes.get(HEADER + i * INDEX_ENTRY..)?.first_chunk::<INDEX_ENTRY>()?;
        let key = Key(u128::from_le_bytes(*row.first_chunk()?));
        let offset = u32::from_le_bytes(*row[16..].first_chunk()?) as usize;
        let len = u32::from_le_bytes(*row[20..].first_chunk()?) as usize;
        Some((key, self.bytes.get(offset..offset.checked_add(len)?)?))
    }
}

/// How many entries a pack has if it is a whole one.
fn whole(bytes: &[u8], fingerprint: u64) -> Option<usize> {
    let word = |i: usize| Some(u64::from_le_bytes(*bytes.get(i * 8..)?.first_chunk()?));
    let count = usize::try_from(word(2)?).ok()?;
    let index_end = count.checked_mul(INDEX_ENTRY)?.checked_add(HEADER)?;
    let good = word(0)? == MAGIC && word(1)? == fingerprint && index_end <= bytes.len();
    (good && word(3)? == xxh3_64(&bytes[HEADER..])).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack() -> Vec<u8> {
        let entries: Vec<(Key, Vec<u8>)> =
            (0..100u128).map(|i| (Key(i * 0x1234_5678_9abc_def0_1357), vec![i as u8; i as usize])).collect();
        Pack::write(entries.iter().rev().map(|(k, e)| (*k, &e[..])), 7)
    }

    #[test]
    fn finds_what_was_written() {
        let pack = Pack::open(pack(), 7);
        assert_eq!(pack.entries().count(), 100);
        for i in [0, 1, 50, 99] {
            let key = Key(i * 0x1234_5678_9abc_def0_1357);
            assert_eq!(pack.find(key), Some(&vec![i as u8; i as usize][..]));
            assert_eq!(pack.find(Key(key.0 + 1)), None);
        }
    }

    #[test]
    fn damage_and_other_compilers_count_as_empty() {
        let good = pack();
        assert_eq!(Pack::open(good.clone(), 8).entries().count(), 0);
        for cut in [0, 1, 31, 32, 1000, good.len() - 1] {
            assert_eq!(Pack::open(good[..cut].to_vec(), 7).entries().count(), 0, "cut at {cut}");
        }
        for at in (0..good.len()).step_by(97) {
            let mut bad = good.clone();
            bad[at] ^= 0x10;
            assert_eq!(Pack::open(bad, 7).entries().count(), 0, "changed at {at}");
        }
    }
}
