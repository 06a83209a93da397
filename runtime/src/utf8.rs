//! UTF-8 as Go reads it: an invalid byte counts as one rune U+FFFD of width 1.

/// What stands for anything that is not valid.
pub const RUNE_ERROR: u32 = 0xfffd;

/// The first rune of `bytes` (not empty) and its width.
pub fn decode(bytes: &[u8]) -> (u32, usize) {
    const INVALID: (u32, usize) = (RUNE_ERROR, 1);
    let first = bytes[0];
    // Length and the allowed range of the second byte, which rules out overlong forms, surrogates and values
    // above U+10FFFF.
    let (len, low, high) = match first {
        0..=0x7f => return (first as u32, 1),
        0xc2..=0xdf => (2, 0x80, 0xbf),
        0xe0 => (3, 0xa0, 0xbf),
        0xed => (3, 0x80, 0x9f),
        0xe1..=0xef => (3, 0x80, 0xbf),
        0xf0 => (4, 0x90, 0xbf),
        0xf1..=0xf3 => (4, 0x80, 0xbf),
        0xf4 => (4, 0x80, 0x8f),
        _ => return INVALID,
    };
    if bytes.len() < len || !(low..=high).contains(&bytes[1]) {
        return INVALID;
    }
    let mut rune = first as u32 & (0x7f >> len);
    for &b in &bytes[1..len] {
        if b & 0xc0 != 0x80 {
            return INVALID;
        }
        rune = rune << 6 | (b & 0x3f) as u32;
    }
    (rune, len)
}

/// The encoding of a rune, U+FFFD for values that are none.
pub fn encode(rune: u32, buf: &mut [u8; 4]) -> usize {
    let c = char::from_u32(rune).unwrap_or('\u{fffd}');
    c.encode_utf8(buf).len()
}

/// Bytes that [`encode`] writes.
pub fn encoded_len(rune: u32) -> usize {
    char::from_u32(rune).map_or(3, char::len_utf8)
}

/// Number of runes.
pub fn count(bytes: &[u8]) -> usize {
    let (mut n, mut i) = (0, 0);
    while i < bytes.len() {
        i += if bytes[i] < 0x80 { 1 } else { decode(&bytes[i..]).1 };
        n += 1;
    }
    n
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rune_round_trips() {
        let mut buf = [0; 4];
        for rune in 0..=0x11_0010u32 {
            let n = encode(rune, &mut buf);
            assert_eq!(n, encoded_len(rune));
            let expected = if char::from_u32(rune).is_some() { rune } else { RUNE_ERROR };
            assert_eq!(decode(&buf[..n]), (expected, n));
        }
    }

    /// Against the standard library over all strings of three bytes from a set of edge bytes.
    #[test]
    fn invalid_bytes_have_width_one() {
        const EDGES: [u8; 18] = [
            0, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4,
            0xf5, 0xff,
        ];
        for a in EDGES {
            for b in EDGES {
                for c in EDGES {
                    let bytes = [a, b, c, 0x80];
                    let (rune, width) = decode(&bytes);
                    let valid = (1..=4).find_map(|n| core::str::from_utf8(&bytes[..n]).ok());
                    let want = valid
                        .and_then(|s| s.chars().next())
                        .map_or((RUNE_ERROR, 1), |c| (c as u32, c.len_utf8()));
                    assert_eq!((rune, width), want, "{bytes:x?}");
                }
            }
        }
        assert_eq!(decode(&[0xe4, 0xb8]), (RUNE_ERROR, 1));
        assert_eq!(count("añ世\u{10ffff}".as_bytes()), 4);
        assert_eq!(count(&[0xe4, 0xb8, b'a', 0xff]), 4);
    }
}
