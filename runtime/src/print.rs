//! `print` and `println`, and the formatting that crash reports share with them.
//!
//! Output goes to standard error. The pieces of one statement are collected between `printlock` and `printunlock`
//! and written at once, so that nothing of another writer gets between them.

use core::fmt::{self, Write};
use core::ptr::null_mut;
use core::sync::atomic::AtomicPtr;
use core::sync::atomic::Ordering::{Relaxed, SeqCst};

use crate::g::{M, Racy, getm};
use crate::lock::Lock;
use crate::sys;

const BUFFER: usize = 1024;

struct Buffer {
    bytes: [u8; BUFFER],
    len: usize,
    depth: u32,
}

/// Belongs to the [`OWNER`].
static BUFFERED: Racy<Buffer> = Racy::new(Buffer { bytes: [0; BUFFER], len: 0, depth: 0 });
static LOCK: Lock = Lock::new();
/// The thread that has the lock.
static OWNER: AtomicPtr<M> = AtomicPtr::new(null_mut());
/// How often, and nanoseconds apart, a program that ends tries to get the lock before it goes on without it.
const LAST_TRIES: (u32, i64) = (100, 1_000_000);

/// Standard error through the buffer of `print`.
pub struct Stderr;

impl Write for Stderr {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        write(s.as_bytes());
        Ok(())
    }
}

/// Writes bytes to standard error, at once unless a print statement is in progress.
pub fn write(bytes: &[u8]) {
    lock();
    // SAFETY: we have the lock.
    let buffer = unsafe { &mut *BUFFERED.get() };
    if bytes.len() > BUFFER - buffer.len {
        drain(buffer);
    }
    if bytes.len() > BUFFER {
        sys::write_all(2, bytes);
    } else {
        buffer.bytes[buffer.len..buffer.len + bytes.len()].copy_from_slice(bytes);
        buffer.len += bytes.len();
    }
    unlock();
}

fn drain(buffer: &mut Buffer) {
    let len = core::mem::take(&mut buffer.len);
    sys::write_all(2, &buffer.bytes[..len]);
}

/// Writes out what an interrupted print statement has collected. Before the end of the program.
pub fn flush() {
    for _ in 0..LAST_TRIES.0 {
        if is_mine() || LOCK.try_lock() {
            OWNER.store(getm(), SeqCst);
            // SAFETY: we have the lock.
            drain(unsafe { &mut *BUFFERED.get() });
            // SAFETY: as above.
            if unsafe { (*BUFFERED.get()).depth == 0 } {
                OWNER.store(null_mut(), SeqCst);
                LOCK.unlock();
            }
            return;
        }
        sys::sleep_for(LAST_TRIES.1);
    }
    // Its owner does not come forward: what is to be said now is more important.
    OWNER.store(getm(), SeqCst);
}

/// Whether this thread is in a print statement.
pub fn is_mine() -> bool {
    OWNER.load(Relaxed) == getm()
}

/// Starts collecting output.
pub fn lock() {
    if !is_mine() {
        LOCK.lock();
        OWNER.store(getm(), SeqCst);
    }
    // SAFETY: we have the lock.
    unsafe { (*BUFFERED.get()).depth += 1 };
}

/// Ends collecting.
pub fn unlock() {
    if !is_mine() {
        return;
    }
    // SAFETY: we have the lock.
    let buffer = unsafe { &mut *BUFFERED.get() };
    buffer.depth = buffer.depth.saturating_sub(1);
    if buffer.depth == 0 {
        drain(buffer);
        OWNER.store(null_mut(), SeqCst);
        LOCK.unlock();
    }
}

/// A small text built in place.
pub struct Text<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Text<N> {
    /// The empty text.
    pub fn new() -> Text<N> {
        Text { bytes: [0; N], len: 0 }
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    fn push(&mut self, bytes: &[u8]) {
        self.bytes[self.len..self.len + bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }
}

impl<const N: usize> Default for Text<N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const N: usize> Write for Text<N> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        if s.len() > N - self.len {
            return Err(fmt::Error);
        }
        self.push(s.as_bytes());
        Ok(())
    }
}

/// Room for any float.
pub type FloatText = Text<40>;

/// Shortest decimal that reads back as the same float64, in the format of Go's `strconv` with verb `g`.
pub fn format_float64(v: f64) -> FloatText {
    let mut digits = FloatText::new();
    let _ = write!(digits, "{:e}", v.abs());
    go_format(v.is_nan(), v.is_infinite(), v.is_sign_negative(), digits.as_bytes())
}

/// The same for float32.
pub fn format_float32(v: f32) -> FloatText {
    let mut digits = FloatText::new();
    let _ = write!(digits, "{:e}", v.abs());
    go_format(v.is_nan(), v.is_infinite(), v.is_sign_negative(), digits.as_bytes())
}

/// Turns Rust's `d.ddde-x` into Go's `%g`: positional for exponents from -4 to 5, else with an exponent of
/// two digits at least.
fn go_format(nan: bool, infinite: bool, negative: bool, scientific: &[u8]) -> FloatText {
    let mut out = FloatText::new();
    if nan {
        out.push(b"NaN");
        return out;
    }
    if infinite {
        out.push(if negative { b"-Inf" } else { b"+Inf" });
        return out;
    }
    if negative {
        out.push(b"-");
    }
    let (digits, exponent) = split_scientific(scientific);
    let digits = digits.as_bytes();
    if !(-4..SHORTEST_PRECISION).contains(&exponent) {
        push_scientific(&mut out, digits, exponent);
    } else {
        push_positional(&mut out, digits, exponent);
    }
    out
}

/// Exponent from which verb `g` with the shortest precision switches to scientific notation.
const SHORTEST_PRECISION: i32 = 6;

fn split_scientific(text: &[u8]) -> (FloatText, i32) {
    let mut digits = FloatText::new();
    let e = text.iter().position(|&b| b == b'e').unwrap_or(text.len());
    for &b in &text[..e] {
        if b != b'.' {
            digits.push(&[b]);
        }
    }
    let mut exponent = 0i32;
    let (sign, rest) = match text.get(e + 1) {
        Some(b'-') => (-1, &text[e + 2..]),
        Some(_) => (1, &text[e + 1..]),
        None => (1, &text[e..]),
    };
    for &b in rest {
        exponent = exponent * 10 + (b - b'0') as i32;
    }
    (digits, sign * exponent)
}

fn push_scientific(out: &mut FloatText, digits: &[u8], exponent: i32) {
    out.push(&digits[..1]);
    if digits.len() > 1 {
        out.push(b".");
        out.push(&digits[1..]);
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    let _ = write!(out, "e{sign}{:02}", exponent.unsigned_abs());
}

fn push_positional(out: &mut FloatText, digits: &[u8], exponent: i32) {
    if exponent < 0 {
        out.push(b"0.");
        for _ in 1..-exponent {
            out.push(b"0");
        }
        out.push(digits);
        return;
    }
    let integer = exponent as usize + 1;
    let split = integer.min(digits.len());
    out.push(&digits[..split]);
    for _ in split..integer {
        out.push(b"0");
    }
    if split < digits.len() {
        out.push(b".");
        out.push(&digits[split..]);
    }
}

/// Prints `(re+imi)` from the texts of its parts.
fn write_complex(re: FloatText, im: FloatText) {
    lock();
    write(b"(");
    write(re.as_bytes());
    if !matches!(im.as_bytes()[0], b'+' | b'-') {
        write(b"+");
    }
    write(im.as_bytes());
    write(b"i)");
    unlock();
}

/// The entry points of `print`.
pub mod export {
    use super::*;

    macro_rules! print_fn {
        ($symbol:literal $name:ident($($p:ident: $t:ty),*) $body:block) => {
            #[doc = concat!("`", $symbol, "`, see the table.")]
            ///
            /// # Safety
            /// Called by compiled code according to the table.
            #[cfg_attr(feature = "entry", unsafe(export_name = $symbol))]
            pub unsafe extern "C" fn $name($($p: $t),*) $body
        };
    }

    print_fn!("runtime.printlock" printlock() { lock() });
    print_fn!("runtime.printunlock" printunlock() { unlock() });
    print_fn!("runtime.printbool" printbool(v: u8) { write(if v != 0 { b"true" } else { b"false" }) });
    print_fn!("runtime.printint" printint(v: i64) { let _ = write!(Stderr, "{v}"); });
    print_fn!("runtime.printuint" printuint(v: i64) { let _ = write!(Stderr, "{}", v as u64); });
    print_fn!("runtime.printhex" printhex(v: i64) { let _ = write!(Stderr, "{v:#x}"); });
    print_fn!("runtime.printfloat64" printfloat64(v: f64) { write(format_float64(v).as_bytes()) });
    print_fn!("runtime.printfloat32" printfloat32(v: f32) { write(format_float32(v).as_bytes()) });
    print_fn!("runtime.printcomplex128" printcomplex128(re: f64, im: f64) {
        write_complex(format_float64(re), format_float64(im))
    });
    print_fn!("runtime.printcomplex64" printcomplex64(re: f32, im: f32) {
        write_complex(format_float32(re), format_float32(im))
    });
    print_fn!("runtime.printstring" printstring(p: *mut u8, n: i64) {
        if n > 0 {
            // SAFETY: a Go string.
            write(unsafe { core::slice::from_raw_parts(p, n as usize) })
        }
    });
    print_fn!("runtime.printpointer" printpointer(p: *mut u8) { let _ = write!(Stderr, "{:#x}", p as usize); });
    print_fn!("runtime.printslice" printslice(p: *mut u8, n: i64, cap: i64) {
        let _ = write!(Stderr, "[{n}/{cap}]{:#x}", p as usize);
    });
    print_fn!("runtime.printeface" printeface(ty: *mut u8, data: *mut u8) {
        let _ = write!(Stderr, "({:#x},{:#x})", ty as usize, data as usize);
    });
    print_fn!("runtime.printsp" printsp() { write(b" ") });
    print_fn!("runtime.printnl" printnl() { write(b"\n") });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn f64_text(v: f64) -> String {
        String::from_utf8(format_float64(v).as_bytes().to_vec()).unwrap()
    }

    #[test]
    fn floats_as_gc_prints_them() {
        for (v, want) in [
            (0.0, "0"),
            (-0.0, "-0"),
            (1.0, "1"),
            (2.5, "2.5"),
            (0.1, "0.1"),
            (100.0, "100"),
            (123456.0, "123456"),
            (1234567.0, "1.234567e+06"),
            (1e100, "1e+100"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (-1234.5678, "-1234.5678"),
            (1.0 / 3.0, "0.3333333333333333"),
            (f64::MAX, "1.7976931348623157e+308"),
            (5e-324, "5e-324"),
            (f64::INFINITY, "+Inf"),
            (f64::NEG_INFINITY, "-Inf"),
            (f64::NAN, "NaN"),
        ] {
            assert_eq!(f64_text(v), want);
        }
        assert_eq!(format_float32(0.1).as_bytes(), b"0.1");
        assert_eq!(format_float32(16777216.0).as_bytes(), format_float64(16777216.0).as_bytes());
    }
}
