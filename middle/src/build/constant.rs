//! Constants.

/// The symbol of a string's bytes: its text where that is short, else a hash (gc: `staticdata.StringSym`).
pub fn string_symbol(bytes: &[u8]) -> String {
    const LONGEST: usize = 100;
    if bytes.len() <= LONGEST
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return format!("go:string.{text:?}");
    }
    // FNV-1a, 128 bits, and the length.
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for &b in bytes {
        hash = (hash ^ u128::from(b)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    format!("go:string.{}.{hash:032x}", bytes.len())
}
