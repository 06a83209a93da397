//! Garbage collection: stop the world, mark, sweep, all at once, on the system stack of the thread that allocates. In a
//! larger heap other threads help it mark (`team`).
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
//! (stacks and variables included), at 4 MB at the earliest. A memory limit makes it start earlier. After a
//! collection, free memory beyond what the heap will need until the next one goes back to the system.

pub mod barrier;
pub mod dump;
mod far;
pub mod mark;
mod pool;
pub mod special;
mod team;
pub mod trace;
pub mod verify;

use crate::g::Racy;
use crate::mem::HEAP;
use crate::mem::block::BLOCK;
use crate::mem::heap::Heap;
use crate::sched::{proc, world};
use crate::{sched, stack, sys};
use mark::Marker;

/// Heap size at which the first collection starts with GOGC=100.
const MIN_HEAP: usize = 4 << 20;

/// In stress tests all collections but every so many have helpers.
const ALONE: u32 = 4;

/// Settings and figures.
pub struct State {
    /// GOGC; negative is off.
    percent: i64,
    /// GOMEMLIMIT in bytes.
    limit: i64,
    /// Bytes of stacks and of variables that the last collection found.
    stacks: usize,
    globals: usize,
    /// When the program started.
    birth: i64,
    /// Collect at every n-th allocation that needs a new run (0: never), for tests.
    stress: u64,
    countdown: u64,
    /// Check the heap after marking, for tests.
    verify: bool,
    /// Mark while the program runs, in a program with barriers.
    split: bool,
    /// GODEBUG=gctrace=1
    trace: bool,
    marker: Marker,
    /// The collection that goes on while the program runs.
    current: Option<Cycle>,
    /// Times that something has been done.
    steps: u32,
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
    limit: i64::MAX,
    stacks: 0,
    globals: 0,
    birth: 0,
    stress: 0,
    countdown: 0,
    verify: false,
    split: false,
    trace: false,
    marker: Marker::new(),
    current: None,
    steps: 0,
    figures: Figures { count: 0, forced: 0, pause_total: 0, pauses: [0; 256], ends: [0; 256] },
});

/// Used under the lock of the heap or while the world is stopped.
fn state() -> &'static mut State {
    // SAFETY: so there is one user; callers do not keep the reference over a call back into this module.
    unsafe { &mut *STATE.get() }
}

/// What the environment says.
pub struct Settings {
    /// GOGC
    pub percent: i64,
    /// GOMEMLIMIT
    pub limit: i64,
    /// MINIGO_GCSTRESS
    pub stress: u64,
    /// MINIGO_GCPOISON
    pub poison: bool,
    /// MINIGO_GCVERIFY
    pub verify: bool,
    /// MINIGO_GCSPLIT
    pub split: bool,
    /// GODEBUG=gctrace=1
    pub trace: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            percent: 100,
            limit: i64::MAX,
            stress: 0,
            poison: false,
            verify: false,
            split: false,
            trace: false,
        }
    }
}

/// GOGC's value: a percentage or `off`; the default is 100.
pub fn parse_percent(value: &[u8]) -> i64 {
    if value == b"off" {
        return -1;
    }
    core::str::from_utf8(value).ok().and_then(|s| s.parse().ok()).unwrap_or(100)
}

/// GOMEMLIMIT's value: bytes, with a unit B, KiB, MiB, GiB or TiB or without; `None` if it is none of that.
pub fn parse_limit(value: &[u8]) -> Option<i64> {
    const UNITS: [(&str, u32); 5] = [("KiB", 10), ("MiB", 20), ("GiB", 30), ("TiB", 40), ("B", 0)];
    let text = core::str::from_utf8(value).ok()?;
    if text.is_empty() || text == "off" {
        return Some(i64::MAX);
    }
    let unit = UNITS.iter().find_map(|u| Some((text.strip_suffix(u.0)?, u.1)));
    let (digits, shift) = unit.unwrap_or((text, 0));
    let number: i64 = digits.parse().ok().filter(|&n| n >= 0 && !digits.starts_with('+'))?;
    number.checked_mul(1 << shift)
}

/// Takes the settings over.
pub fn init(settings: Settings) {
    let state = state();
    state.percent = settings.percent;
    state.limit = settings.limit;
    state.birth = sys::nanotime();
    state.stress = settings.stress;
    state.countdown = settings.stress;
    state.verify = settings.verify;
    state.split = settings.split;
    state.trace = settings.trace;
    let mut heap = HEAP.lock();
    heap.single_cells = settings.stress != 0;
    heap.poison = settings.poison;
    pace(&mut heap);
}

/// Sets the heap size at which the next collection starts.
fn pace(heap: &mut Heap) {
    let s = state();
    let live = heap.stats.live;
    let by_growth = goal(live, s.stacks + s.globals, s.percent);
    let room = usize::try_from(s.limit).unwrap_or(0).saturating_sub(s.stacks + s.globals);
    // However low the limit, the program must come forward between two collections.
    heap.trigger = by_growth.min(room.max(live + live / 16 + MIN_HEAP / 4));
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

/// Which collection is due at an allocation; `None` if none is.
pub fn due(heap: &mut Heap) -> Option<u32> {
    let s = state();
    if s.stress != 0 {
        s.countdown -= 1;
        if s.countdown == 0 {
            s.countdown = s.stress;
            return Some(s.steps);
        }
    }
    heap.is_due().then_some(s.steps)
}

/// Makes the collection with this number, or its next step, if nobody else has done so meanwhile.
pub fn collect_number(number: u32) {
    world::with_stopped(|| {
        if state().steps == number {
            step();
        }
    });
}

/// A collection if all are wanted at which one can take place. For tests.
pub fn collect_in_stress() {
    if state().stress != 0 {
        world::with_stopped(step);
    }
}

/// A collection for the program. A goroutine that does nothing else must leave room for others.
pub fn collect_forced() {
    world::with_stopped(|| collect_now(true));
    sched::yield_now();
}

/// A collection. On a goroutine its registers are saved where the marker finds them.
pub fn collect() {
    world::with_stopped(|| collect_now(false));
}

/// What is due: a collection, or the beginning or the end of one that goes on while the program runs. On the system
/// stack; the world is stopped.
fn step() {
    let start = sys::nanotime();
    let s = state();
    if !s.split || !barrier::are_present() {
        return collect_now(false);
    }
    let heap = &mut *HEAP.lock();
    match s.current.take() {
        Some(cycle) => end(s, heap, cycle, start),
        None => begin(s, heap, start),
    }
}

/// A whole collection. On the system stack; the world is stopped.
fn collect_now(forced: bool) {
    let start = sys::nanotime();
    let s = state();
    let heap = &mut *HEAP.lock();
    if let Some(cycle) = s.current.take() {
        end(s, heap, cycle, start);
    }
    s.figures.forced += forced as u32;
    let cycle = Cycle::new(heap, start, forced);
    flush(heap);
    mark_all(s, heap, Some(start));
    sweep(s, heap, cycle, start);
}

/// Marks from the roots; what they refer to is marked while the program runs.
#[cold]
fn begin(s: &mut State, heap: &mut Heap, start: i64) {
    s.steps += 1;
    s.current = Some(Cycle::new(heap, start, false));
    flush(heap);
    set_marking(heap, true);
    let marker = &mut s.marker;
    sched::with_all(|all| {
        team::GOROUTINES.set(all, start);
        s.globals = marker.mark_globals(heap);
        special::mark_roots(marker, heap);
        team::GOROUTINES.mark(marker, heap);
        // SAFETY: descriptors live for ever; all stand still.
        all.iter().for_each(|&g| marker.mark_interrupted(heap, unsafe { &*g }));
        s.stacks = team::GOROUTINES.stacks();
    });
    heap.trigger = heap.stats.live + heap.stats.since + heap.stats.live / 8 + MIN_HEAP / 4;
}

/// Marks the rest.
fn end(s: &mut State, heap: &mut Heap, cycle: Cycle, start: i64) {
    set_marking(heap, false);
    flush(heap);
    for word in barrier::take() {
        s.marker.visit(heap, word);
    }
    mark_all(s, heap, None);
    sweep(s, heap, cycle, start);
}

/// Old values are noted from now on and new objects count as marked; or that ends.
fn set_marking(heap: &mut Heap, marking: bool) {
    heap.marking = marking;
    barrier::set_marking(marking);
    sched::with_all(|all| {
        for &g in all {
            // SAFETY: descriptors live for ever; all stand still.
            unsafe { (*g).header.marking = marking };
        }
    });
}

/// Takes back what processors have to themselves: free memory, old values.
fn flush(heap: &mut Heap) {
    for p in proc::every() {
        // SAFETY: nobody uses the processors.
        unsafe {
            heap.flush(&mut (*p).cache);
            (*p).noted.flush();
        }
    }
}

/// After marking.
fn sweep(s: &mut State, heap: &mut Heap, cycle: Cycle, start: i64) {
    if s.verify {
        verify::verify(heap);
    }
    heap.sweep();
    pace(heap);
    let in_use = heap.stats.blocks * BLOCK;
    heap.release((heap.trigger / 10).saturating_add(heap.trigger).saturating_sub(in_use));
    stack::trim();
    special::wake_runner();
    s.steps += 1;
    finish(s, heap, cycle, start);
}

/// A collection that comes to its end.
#[derive(Clone, Copy)]
struct Cycle {
    start: i64,
    /// Bytes in the heap at its start.
    before: usize,
    /// Bytes at which it was due.
    goal: usize,
    forced: bool,
}

impl Cycle {
    fn new(heap: &Heap, start: i64, forced: bool) -> Cycle {
        Cycle { start, before: heap.stats.live + heap.stats.since, goal: heap.trigger, forced }
    }
}

/// Marks everything, from the roots that are found at this time, if any, and from what waits already.
fn mark_all(s: &mut State, heap: &Heap, roots: Option<i64>) {
    let marker = &mut s.marker;
    sched::with_all(|all| {
        team::GOROUTINES.set(if roots.is_some() { all } else { &[] }, roots.unwrap_or(0));
        // Tests have no large heaps.
        let forced = s.stress != 0 && !(s.figures.count + 1).is_multiple_of(ALONE);
        let helpers = if forced { team::most() } else { team::worth(heap.stats.live + s.stacks) };
        if helpers != 0 {
            team::call(marker, heap, helpers);
        }
        if roots.is_some() {
            s.globals = marker.mark_globals(heap);
            special::mark_roots(marker, heap);
            team::GOROUTINES.mark(marker, heap);
        }
        if helpers != 0 {
            team::finish(marker, heap)
        } else {
            marker.drain(heap)
        }
        if roots.is_some() {
            s.stacks = team::GOROUTINES.stacks();
        }
    });
    special::process(marker, heap);
    marker.rest();
}

/// Takes down the figures.
fn finish(s: &mut State, heap: &Heap, cycle: Cycle, start: i64) {
    let pause = (sys::nanotime() - start) as u64;
    let (seconds, nanos) = sys::walltime();
    let f = &mut s.figures;
    let slot = f.count as usize % f.pauses.len();
    f.count += 1;
    f.pause_total += pause;
    f.pauses[slot] = pause;
    f.ends[slot] = (seconds * 1_000_000_000 + nanos) as u64;
    if s.trace {
        trace::print(&trace::Cycle {
            number: f.count,
            at: (cycle.start - s.birth) as u64,
            pause,
            total: f.pause_total,
            before: cycle.before,
            live: heap.stats.live,
            goal: cycle.goal,
            stacks: s.stacks,
            globals: s.globals,
            procs: sched::set_procs(0),
            forced: cycle.forced,
        });
    }
}

/// The functions that package debug calls.
pub mod export {
    use super::*;

    /// `runtime/debug.setGCPercent`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime/debug.setGCPercent"))]
    pub unsafe extern "C" fn set_gc_percent(percent: i64) -> i64 {
        let mut heap = HEAP.lock();
        let old = core::mem::replace(&mut state().percent, percent.max(-1));
        pace(&mut heap);
        old
    }

    /// `runtime/debug.setMemoryLimit`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime/debug.setMemoryLimit"))]
    pub unsafe extern "C" fn set_memory_limit(limit: i64) -> i64 {
        let mut heap = HEAP.lock();
        let old = state().limit;
        if limit >= 0 {
            state().limit = limit;
            pace(&mut heap);
        }
        old
    }

    /// `runtime/debug.freeOSMemory`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime/debug.freeOSMemory"))]
    pub unsafe extern "C" fn free_os_memory() {
        collect_forced();
        HEAP.lock().release(0);
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

    #[test]
    fn limits() {
        assert_eq!(parse_limit(b"off"), Some(i64::MAX));
        assert_eq!(parse_limit(b"1234"), Some(1234));
        assert_eq!(parse_limit(b"7B"), Some(7));
        assert_eq!(parse_limit(b"3MiB"), Some(3 << 20));
        assert_eq!(parse_limit(b"2TiB"), Some(2 << 40));
        for bad in [&b"x"[..], b"-1", b"+1", b"1MB", b"MiB", b"99999999999TiB"] {
            assert_eq!(parse_limit(bad), None);
        }
    }
}
