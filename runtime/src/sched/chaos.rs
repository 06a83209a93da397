//! For tests: a scheduler that decides at random what it may decide freely, and yields where goroutines communicate.
//!
//! The decisions follow from a seed. With one processor, and as far as a program does not depend on time, a run can be
//! repeated with it.

use core::fmt::Write;
use core::sync::atomic::AtomicBool;
use core::sync::atomic::Ordering::Relaxed;

use super::proc;
use crate::g::{M0, getp};
use crate::hash::random_seed;
use crate::print::Stderr;

static ON: AtomicBool = AtomicBool::new(false);

/// Switches it on. A seed of 0 stands for any, which is then printed. At start, after the processors have been made.
pub fn init(seed: u64) {
    let chosen = if seed == 0 { random_seed() >> 32 | 1 } else { seed };
    if seed == 0 {
        let _ = writeln!(Stderr, "runtime: MINIGO_SCHEDCHAOS={chosen}");
    }
    let seed = chosen;
    ON.store(true, Relaxed);
    for p in proc::every() {
        // SAFETY: single thread at start.
        unsafe { (*p).chaos = seed.wrapping_add((*p).id as u64) };
    }
    // SAFETY: as above.
    unsafe { (*M0.get()).rng = seed };
}

/// Whether it is on.
#[inline(always)]
pub fn is_on() -> bool {
    ON.load(Relaxed)
}

/// True once in `n` times, if it is on.
#[inline(always)]
pub fn chance(n: u64) -> bool {
    is_on() && draw().is_multiple_of(n)
}

/// The next number of this processor's sequence (splitmix64).
#[cold]
fn draw() -> u64 {
    // SAFETY: this thread's processor.
    let state = unsafe { &mut (*getp()).chaos };
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Where goroutines communicate: perhaps others run first.
#[inline(always)]
pub fn point() {
    const ONE_IN: u64 = 4;
    if chance(ONE_IN) {
        super::yield_now();
    }
}
