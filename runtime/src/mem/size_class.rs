//! Size classes and the rounding of append's capacity.
//!
//! The class sizes are gc's (`internal/runtime/gc/sizeclasses.go`): programs print capacities, so append must round to
//! the same numbers, and cells of exactly these sizes then fit without waste.

/// Bytes of a cell by class; class 0 is not used.
pub const SIZES: [u16; 67] = [
    0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384,
    416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072,
    3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568,
    14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672,
];

/// gc's largest class, which is not a class here: such objects get blocks of their own.
const LARGEST: usize = 32768;
/// gc's header on objects with pointers above [`HEADER_FREE`] bytes.
const HEADER: usize = 8;
/// Objects with pointers up to this size have no header in gc.
const HEADER_FREE: usize = 512;
/// gc's page, to which large objects are rounded.
const PAGE: usize = 8192;

/// Classes in use here: objects above the last one's size are large.
pub const CLASSES: usize = 60;
/// Bytes of the largest object that shares a block with others.
pub const MAX_SMALL: usize = SIZES[CLASSES - 1] as usize;

/// Class by size in eighths, rounded up.
static CLASS_OF: [u8; MAX_SMALL / 8 + 1] = {
    let mut table = [0u8; MAX_SMALL / 8 + 1];
    let mut class = 1;
    let mut eighths = 0;
    while eighths < table.len() {
        if eighths * 8 > SIZES[class] as usize {
            class += 1;
        }
        table[eighths] = class as u8;
        eighths += 1;
    }
    table
};

/// The class of a size from 1 to [`MAX_SMALL`].
#[inline]
pub fn class_of(size: usize) -> usize {
    CLASS_OF[size.div_ceil(8)] as usize
}

/// The smallest of gc's class sizes that holds `size` (at most [`LARGEST`]).
fn gc_class_size(size: usize) -> usize {
    if size <= MAX_SMALL {
        return SIZES[class_of(size)] as usize;
    }
    SIZES[CLASSES..].iter().map(|&s| s as usize).find(|&s| s >= size).unwrap_or(LARGEST)
}

/// The usable size of the cell that gc would allocate for `size` bytes (gc: `roundupsize`).
pub fn round_up_size(size: usize, has_pointers: bool) -> usize {
    if size > LARGEST - HEADER {
        return match size.checked_add(PAGE - 1) {
            Some(s) => s & !(PAGE - 1),
            None => size,
        };
    }
    if size == 0 {
        return gc_class_size(1);
    }
    if has_pointers && size > HEADER_FREE {
        return gc_class_size(size + HEADER) - HEADER;
    }
    gc_class_size(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_the_tightest() {
        assert_eq!(MAX_SMALL, 16384);
        for size in 1..=MAX_SMALL {
            let class = class_of(size);
            assert!(SIZES[class] as usize >= size && (SIZES[class - 1] as usize) < size, "{size}");
        }
    }

    /// Values printed by gc 1.27.3 for `cap(append([]T(nil), make([]T, n)...))`.
    #[test]
    fn rounding_is_gcs() {
        for (size, pointers, want) in [
            (5, false, 8),
            (33, false, 48),
            (1025, false, 1152),
            (16385, false, 18432),
            (28673, false, 32768),
            (32760, false, 32768),
            (32761, false, 32768),
            (32769, false, 40960),
            (512, true, 512),
            (520, true, 568),
            (1024, true, 1144),
            (40000, true, 40960),
        ] {
            assert_eq!(round_up_size(size, pointers), want, "{size} {pointers}");
        }
    }
}
