//! Garbage collection: stop, mark, sweep, all at once, on the system stack of the thread that allocates.
//!
//! Nothing moves. Roots are the program's variables (precise, by the compiler's masks), the stacks with saved
//! registers (conservative: any word that points into an object keeps it) and the function values of pooled defer
//! records. Heap objects are scanned by the pattern of their shape or type. Marking is total: any word is a valid
//! question, so stale or unlucky words can only retain.
//!
//! Rust data of the runtime is not scanned. What it holds of Go memory must also be on a stack, in the heap or be
//! named here.
//!
//! Pacing follows GOGC: the next collection starts when the heap has grown by that percentage of what was live
//! (stacks and variables included), at 4 MB at the earliest.

pub mod mark;

use core::fmt::Write;

use crate::g::{GState, Racy, getg};
use crate::mem::HEAP;
use crate::switch_x86_64::call_on_system_stack;
use crate::{print, sched, sys};
use mark::Marker;

/// Heap size at which the first collection starts with GOGC=100.
const MIN_HEAP: usize = 4 << 20;

/// Settings and figures.
pub struct State {
    /// GOGC; negative is off.
    percent: i64,
    /// Collect at every n-th allocation that needs a new run (0: never), for tests.
    stress: u64,
    countdown: u64,
    /// Overwrite freed memory, for tests.
    poison: bool,
    /// GODEBUG=gctrace=1
    trace: bool,
    running: bool,
    marker: Marker,
    /// Figures for ReadMemStats.
    pub figures: Figures,
}

/// Figures for ReadMemStats.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    /// Collections.
    pub count: u32,
    /// Those asked for by the program.
    pub forced: u32,
    /// Nanoseconds in all collections.
    pub pause_total: u64,
    /// Circular, newest at `(count + 255) % 256`.
    pub pauses: [u64; 256],
    /// End of each, nanoseconds since 1970.
    pub ends: [u64; 256],
}

static STATE: Racy<State> = Racy::new(State {
    percent: 0,
    stress: 0,
    countdown: 0,
    poison: false,
    trace: false,
    running: false,
    marker: Marker::new(),
    figures: Figures { count: 0, forced: 0, pause_total: 0, pauses: [0; 256], ends: [0; 256] },
});

fn state() -> &'static mut State {
    // SAFETY: single user; callers do not keep the reference over a call back into this module.
    unsafe { &mut *STATE.get() }
}

/// What the environment says.
pub struct Settings {
    /// GOGC
    pub percent: i64,
    /// MINIGO_GCSTRESS
    pub stress: u64,
    /// MINIGO_GCPOISON
    pub poison: bool,
    /// GODEBUG=gctrace=1
    pub trace: bool,
}

/// GOGC's value: a percentage or `off`; the default is 100.
pub fn parse_percent(value: &[u8]) -> i64 {
    if value == b"off" {
        return -1;
    }
    core::str::from_utf8(value).ok().and_then(|s| s.parse().ok()).unwrap_or(100)
}

/// Takes the settings over.
pub fn init(settings: Settings) {
    let state = state();
    state.percent = settings.percent;
    state.stress = settings.stress;
    state.countdown = settings.stress;
    state.poison = settings.poison;
    state.trace = settings.trace;
    // SAFETY: single thread at start.
    let heap = unsafe { &mut *HEAP.get() };
    heap.single_cells = settings.stress != 0;
    heap.trigger = goal(0, 0, state.percent);
}

/// The heap size at which to collect next.
fn goal(live: usize, roots: usize, percent: i64) -> usize {
    if percent < 0 {
        return usize::MAX;
    }
    let percent = percent as u128;
    let minimum = MIN_HEAP as u128 * percent / 100;
    let grown = live as u128 + (live as u128 + roots as u128) * percent / 100;
    usize::try_from(minimum.max(grown)).unwrap_or(usize::MAX)
}

/// Figures for ReadMemStats.
pub fn figures() -> Figures {
    state().figures
}

/// Collects if it is time to.
pub fn poll() {
    let s = state();
    if s.stress != 0 {
        s.countdown -= 1;
        if s.countdown == 0 {
            s.countdown = s.stress;
            collect();
            return;
        }
    }
    // SAFETY: single user of the heap.
    if unsafe { (*HEAP.get()).is_due() } {
        collect();
    }
}

/// A collection for the program.
pub fn collect_forced() {
    state().figures.forced += 1;
    collect();
}

/// A collection. On a goroutine its registers are saved where the marker finds them.
pub fn collect() {
    if state().running {
        return;
    }
    if getg().is_null() {
        collect_now(core::ptr::null_mut());
    } else {
        // SAFETY: we are on a goroutine's stack, and a collection switches no goroutine.
        unsafe { call_on_system_stack(collect_now, core::ptr::null_mut()) };
    }
}

extern "C" fn collect_now(_: *mut u8) {
    let start = sys::nanotime();
    let s = state();
    s.running = true;
    // SAFETY: single user of the heap.
    let heap = unsafe { &mut *HEAP.get() };
    let before = heap.stats.live + heap.stats.since;
    heap.flush();
    let mut roots = s.marker.mark_globals(heap);
    for &g in sched::all() {
        // SAFETY: descriptors live for ever; nothing runs but this.
        let g = unsafe { &mut *g };
        if g.state == GState::Waiting && g.wait_since == 0 {
            g.wait_since = start;
        }
        if g.state != GState::Dead && g.stack.contains(g.sp) {
            roots += g.stack.hi - g.sp;
            s.marker.mark_goroutine(heap, g);
        }
    }
    s.marker.drain(heap);
    heap.sweep(s.poison);
    heap.trigger = goal(heap.stats.live, roots, s.percent);
    finish(s, start, before);
    s.running = false;
}

fn finish(s: &mut State, start: i64, before: usize) {
    let pause = (sys::nanotime() - start) as u64;
    let (seconds, nanos) = sys::walltime();
    let f = &mut s.figures;
    let slot = f.count as usize % f.pauses.len();
    f.count += 1;
    f.pause_total += pause;
    f.pauses[slot] = pause;
    f.ends[slot] = (seconds * 1_000_000_000 + nanos) as u64;
    if s.trace {
        // SAFETY: single user of the heap.
        let heap = unsafe { &*HEAP.get() };
        let (mb, live, next) = (before >> 20, heap.stats.live >> 20, heap.trigger >> 20);
        let _ = writeln!(
            print::Stderr,
            "gc {}: {}.{:03} ms stopped, {mb}->{live} MB, {next} MB goal",
            f.count,
            pause / 1_000_000,
            pause / 1000 % 1000
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pacing() {
        assert_eq!(goal(0, 0, 100), 4 << 20);
        assert_eq!(goal(0, 0, 50), 2 << 20);
        assert_eq!(goal(10 << 20, 2 << 20, 100), 22 << 20);
        assert_eq!(goal(10 << 20, 0, 200), 30 << 20);
        assert_eq!(goal(10 << 20, 0, -1), usize::MAX);
        assert_eq!(parse_percent(b"off"), -1);
        assert_eq!(parse_percent(b"50"), 50);
        assert_eq!(parse_percent(b""), 100);
        assert_eq!(parse_percent(b"x"), 100);
    }
}
