//! What hangs on objects beside their memory: finalizers, cleanups, weak pointers.
//!
//! The table is keyed by the address of an object's cell. Before marking everything reachable *from* an object with a
//! finalizer is marked, but not the object: so a cycle through it is never finalized, and of a chain of such objects
//! the first one goes first. After marking, the objects that are not marked lose their weak pointers; one with a
//! finalizer is kept for this once and its finalizer queued, one without gets its cleanups queued.
//!
//! A goroutine of package runtime runs what is queued.

use abi::layout::FuncVal;
use alloc::collections::{BTreeMap, VecDeque};
use alloc::vec::Vec;
use core::ptr::null_mut;

use super::barrier;
use super::mark::{self, Marker};
use crate::g::{G, WaitReason, getg};
use crate::lock::Locked;
use crate::mem::heap::Heap;
use crate::{mem, sched};

/// A call to be made by the goroutine that runs finalizers. Layout of `runtime.finalizerCall`.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Call {
    /// The function.
    pub fun: *const FuncVal,
    /// Its argument's words if it is a finalizer: the pointer, or an interface that holds it.
    pub words: [usize; 2],
    /// 0 for a cleanup, else the number of words.
    pub count: usize,
}

/// The special things of one object.
#[derive(Default)]
struct Specials {
    finalizer: Option<Call>,
    /// Number and function of cleanups.
    cleanups: Vec<(u64, *const FuncVal)>,
    /// Addresses in the object and the handles that stand for them.
    weak: Vec<(usize, *mut usize)>,
}

impl Specials {
    fn is_empty(&self) -> bool {
        self.finalizer.is_none() && self.cleanups.is_empty() && self.weak.is_empty()
    }
}

struct State {
    table: BTreeMap<usize, Specials>,
    queue: VecDeque<Call>,
    next_cleanup: u64,
    /// The goroutine that makes the calls exists.
    started: bool,
    /// It, while it waits for them.
    runner: *mut G,
}

static STATE: Locked<State> = Locked::new(State {
    table: BTreeMap::new(),
    queue: VecDeque::new(),
    next_cleanup: 1,
    started: false,
    runner: null_mut(),
});

/// The address of the cell that holds an object, 0 if it is not in the heap.
fn cell_of(p: usize) -> usize {
    let heap = mem::HEAP.lock();
    heap.arena.find(p).map_or(0, |cell| heap.arena.cell_address(cell))
}

/// How far `p` is from the start of its object; -1 if it does not point into the heap.
pub fn offset_in_object(p: usize) -> i64 {
    let heap = mem::HEAP.lock();
    match heap.arena.find(p) {
        Some(cell) => (p - heap.object_address(cell)) as i64,
        None => -1,
    }
}

/// Sets the finalizer of the object at `p`; false if it has one.
pub fn set_finalizer(p: usize, call: Call) -> bool {
    let cell = cell_of(p);
    let mut s = STATE.lock();
    let specials = s.table.entry(cell).or_default();
    let free = specials.finalizer.is_none();
    if free {
        specials.finalizer = Some(call);
    }
    free
}

/// Takes the finalizer of the object at `p` away.
pub fn clear_finalizer(p: usize) {
    change(cell_of(p), |specials| specials.finalizer = None);
}

/// Changes what an object has, and forgets it when that is nothing.
fn change(cell: usize, f: impl FnOnce(&mut Specials)) {
    let table = &mut STATE.lock().table;
    if let Some(specials) = table.get_mut(&cell) {
        f(specials);
        if specials.is_empty() {
            table.remove(&cell);
        }
    }
}

/// Adds a cleanup to the object that contains `p`; its number.
pub fn add_cleanup(p: usize, fun: *const FuncVal) -> u64 {
    let cell = cell_of(p);
    let mut s = STATE.lock();
    let id = s.next_cleanup;
    s.next_cleanup += 1;
    s.table.entry(cell).or_default().cleanups.push((id, fun));
    id
}

/// Takes a cleanup away if it has not been queued.
pub fn stop_cleanup(p: usize, id: u64) {
    change(cell_of(p), |specials| specials.cleanups.retain(|c| c.0 != id));
}

/// The handle of weak pointers to `p`: a word without pointers that holds the address as long as the object exists.
pub fn weak_handle(p: usize) -> *mut usize {
    let cell = cell_of(p);
    let known = |s: &State| {
        let weak = s.table.get(&cell)?.weak.iter().find(|w| w.0 == p);
        weak.map(|w| w.1)
    };
    let handle = known(&STATE.lock());
    if let Some(handle) = handle {
        return handle;
    }
    let handle: *mut usize = mem::new_bytes(size_of::<usize>()).cast();
    // SAFETY: a fresh word.
    unsafe { handle.write(p) };
    let mut s = STATE.lock();
    if let Some(handle) = known(&s) {
        return handle;
    }
    // An object outside the heap exists for ever, and so does its handle's word.
    s.table.entry(cell).or_default().weak.push((p, handle));
    handle
}

/// The next queued call.
pub fn next_call() -> Option<Call> {
    STATE.lock().queue.pop_front()
}

/// Parks the goroutine that runs finalizers until there is something to do.
pub fn park_runner() {
    let mut s = STATE.lock();
    if !s.queue.is_empty() {
        return;
    }
    s.runner = getg();
    sched::park(WaitReason::Finalizers, || drop(s));
}

/// Calls `f` with the objects that have finalizers, and with the calls of finalizers that are queued.
pub fn each_finalizer(mut f: impl FnMut(usize, &Call, bool)) {
    let s = STATE.lock();
    let set = s.table.iter().filter_map(|(&object, specials)| Some((object, specials.finalizer.as_ref()?)));
    set.for_each(|(object, call)| f(object, call, false));
    s.queue.iter().for_each(|call| f(call.words[call.count.max(1) - 1], call, true));
}

/// Before marking: the functions, the handles, and what objects with finalizers refer to.
pub fn mark_roots(marker: &mut Marker, heap: &Heap) {
    let s = STATE.lock();
    for call in &s.queue {
        mark_call(marker, heap, call);
    }
    for (&address, specials) in &s.table {
        for cleanup in &specials.cleanups {
            marker.visit(heap, cleanup.1 as usize);
        }
        for weak in &specials.weak {
            marker.visit(heap, weak.1 as usize);
        }
        if let Some(call) = &specials.finalizer {
            marker.visit(heap, call.fun as usize);
            if let Some(cell) = heap.arena.find(address) {
                mark::object_slots(&heap.arena, cell, &mut |slot| {
                    // SAFETY: a word of an object that exists.
                    marker.visit(heap, unsafe { *slot })
                });
            }
        }
    }
}

fn mark_call(marker: &mut Marker, heap: &Heap, call: &Call) {
    marker.visit(heap, call.fun as usize);
    for word in call.words {
        marker.visit(heap, word);
    }
}

/// After marking: queues what is to be done for objects that nothing refers to. What that keeps alive is marked.
pub fn process(marker: &mut Marker, heap: &Heap) {
    let s = &mut *STATE.lock();
    let mut gone = Vec::new();
    for (&address, specials) in &mut s.table {
        let Some(cell) = heap.arena.find(address) else { continue };
        if heap.arena.is_marked(cell) {
            continue;
        }
        bury(specials, &mut s.queue);
        if specials.is_empty() {
            gone.push(address);
        }
    }
    for address in &gone {
        s.table.remove(address);
    }
    for call in &s.queue {
        mark_call(marker, heap, call);
    }
    keep_with_cleanups(s, marker, heap);
    marker.drain(heap);
}

/// An object is found dead: its weak pointers go, then its finalizer or its cleanups are due.
fn bury(specials: &mut Specials, queue: &mut VecDeque<Call>) {
    for (_, handle) in specials.weak.drain(..) {
        // SAFETY: handles are marked as long as they stand in the table.
        unsafe { handle.write(0) };
    }
    match specials.finalizer.take() {
        Some(call) => queue.push_back(call),
        None => {
            queue.extend(specials.cleanups.drain(..).map(|(_, fun)| Call { fun, words: [0; 2], count: 0 }))
        }
    }
}

/// An object whose finalizer has just been queued stays for that; its cleanups wait for its real end.
fn keep_with_cleanups(s: &State, marker: &mut Marker, heap: &Heap) {
    for &address in s.table.keys() {
        marker.visit(heap, address);
    }
}

/// After a collection, on the system stack: lets the goroutine run that makes the queued calls.
pub fn wake_runner() {
    let mut s = STATE.lock();
    if s.queue.is_empty() || s.runner.is_null() {
        return;
    }
    let g = core::mem::replace(&mut s.runner, null_mut());
    // SAFETY: it waits and only we know.
    unsafe { sched::ready_later(g) };
}

/// The functions that package runtime, debug and weak call.
pub mod export {
    use super::*;

    /// `runtime.setFinalizer`: false if there is one already.
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.setFinalizer"))]
    pub unsafe extern "C" fn set_finalizer(p: *mut u8, fun: *mut u8, first: *mut u8, count: i64) -> u8 {
        let words = if count == 1 { [p as usize, 0] } else { [first as usize, p as usize] };
        super::set_finalizer(p as usize, Call { fun: fun.cast(), words, count: count as usize }) as u8
    }

    /// `runtime.clearFinalizer`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.clearFinalizer"))]
    pub unsafe extern "C" fn clear_finalizer(p: *mut u8) {
        super::clear_finalizer(p as usize);
    }

    /// `runtime.offsetInObject`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.offsetInObject"))]
    pub unsafe extern "C" fn offset_in_object(p: *mut u8) -> i64 {
        super::offset_in_object(p as usize)
    }

    /// `runtime.addCleanup`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.addCleanup"))]
    pub unsafe extern "C" fn add_cleanup(p: *mut u8, fun: *mut u8) -> i64 {
        super::add_cleanup(p as usize, fun.cast()) as i64
    }

    /// `runtime.stopCleanup`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.stopCleanup"))]
    pub unsafe extern "C" fn stop_cleanup(p: i64, id: i64) {
        super::stop_cleanup(p as usize, id as u64);
    }

    /// `runtime.nextFinalizer`: fills a `runtime.finalizerCall`, false if there is none.
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.nextFinalizer"))]
    pub unsafe extern "C" fn next_finalizer(out: *mut u8) -> u8 {
        let call = next_call();
        if let Some(call) = call {
            // SAFETY: a variable of that type.
            unsafe { out.cast::<Call>().write(call) };
        }
        call.is_some() as u8
    }

    /// `runtime.parkFinalizers`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.parkFinalizers"))]
    pub unsafe extern "C" fn park_finalizers() {
        park_runner();
    }

    /// `runtime.startFinalizers`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.startFinalizers"))]
    pub unsafe extern "C" fn start_finalizers(run: *mut u8) {
        let started = core::mem::replace(&mut STATE.lock().started, true);
        if !started {
            sched::start_system(run.cast());
        }
    }

    /// `weak.handle`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "weak.handle"))]
    pub unsafe extern "C" fn weak_handle(p: *mut u8) -> *mut u8 {
        super::weak_handle(p as usize).cast()
    }

    /// `time.weakHandle`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "time.weakHandle"))]
    pub unsafe extern "C" fn time_weak_handle(p: *mut u8) -> *mut u8 {
        super::weak_handle(p as usize).cast()
    }

    /// `time.weakStrong`
    ///
    /// # Safety
    /// Called by Go code with a handle.
    #[cfg_attr(feature = "entry", unsafe(export_name = "time.weakStrong"))]
    pub unsafe extern "C" fn time_weak_strong(handle: *mut u8) -> *mut u8 {
        // SAFETY: by contract.
        unsafe { weak_strong(handle) }
    }

    /// `weak.strong`
    ///
    /// # Safety
    /// Called by Go code with a handle.
    #[cfg_attr(feature = "entry", unsafe(export_name = "weak.strong"))]
    pub unsafe extern "C" fn weak_strong(handle: *mut u8) -> *mut u8 {
        // SAFETY: a handle.
        let p = unsafe { *handle.cast::<*mut u8>() };
        barrier::hold(p);
        p
    }
}

/// For unit tests.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::mem::block::Cell;
    use crate::types::fake;

    fn marked(heap: &Heap, p: usize) -> bool {
        let cell: Cell = heap.arena.find(p).expect("an object");
        heap.arena.is_marked(cell)
    }

    fn collect(roots: &[usize]) {
        let heap = &mut *mem::HEAP.lock();
        let mut marker = Marker::new();
        // SAFETY: the tests that use the heap run one at a time.
        heap.flush(unsafe { &mut (*crate::g::getp()).cache });
        roots.iter().for_each(|&root| marker.visit(heap, root));
        mark_roots(&mut marker, heap);
        marker.drain(heap);
        process(&mut marker, heap);
        for &root in roots {
            assert!(marked(heap, root));
        }
        heap.sweep();
    }

    /// Of a chain the first goes first; weak pointers go before; cleanups come after.
    #[test]
    fn order_of_the_end() {
        let _serial = mem::tests::serial();
        let node = fake::words(&[true]);
        // SAFETY: a descriptor, fresh objects.
        let (a, b) = unsafe {
            let (a, b) = (mem::new_object(node) as usize, mem::new_object(node) as usize);
            *(a as *mut usize) = b;
            (a, b)
        };
        let call = |n: usize| Call { fun: core::ptr::null(), words: [n, 0], count: 1 };
        assert!(set_finalizer(a, call(a)) && set_finalizer(b, call(b)));
        assert!(!set_finalizer(a, call(a)));
        let id = add_cleanup(a, core::ptr::null());
        assert_ne!(add_cleanup(a, core::ptr::null()), id);
        stop_cleanup(a, id);
        let handle = weak_handle(a);
        assert_eq!(handle, weak_handle(a));
        collect(&[a, handle as usize]);
        assert!(next_call().is_none());
        collect(&[handle as usize]);
        // SAFETY: the handle was a root.
        assert_eq!(unsafe { *handle }, 0);
        assert_eq!(next_call().map(|c| c.words[0]), Some(a));
        assert!(next_call().is_none());
        collect(&[]);
        let queued: Vec<_> = core::iter::from_fn(next_call).map(|c| (c.count, c.words[0])).collect();
        assert_eq!(queued, [(0, 0), (1, b)].into_iter().collect::<Vec<_>>());
        assert!(STATE.lock().table.is_empty());
    }
}
