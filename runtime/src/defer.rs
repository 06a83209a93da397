//! `defer`: the chain of registered calls.
//!
//! Each goroutine has a list of records, newest first. A record names the frame that registered it by its frame
//! pointer, so the calls of one frame are the records at the head of the list with that value. Records registered at
//! most once lie in the frame itself, the others come from a pool.
//!
//! A frame may also have open defers, which are no records: a word of bits and the function values lie at a place that
//! the tables tell, compiled code runs them at the exits, and [`Cursor`] finds them during a panic. Levels order
//! records among them, see [`Defer::level`].

use abi::layout::{Defer, FuncVal, OpenDefers};
use core::ptr::null_mut;
use core::sync::atomic::{AtomicPtr, Ordering};

use crate::g::{G, getg, getm};
use crate::switch_x86_64 as switch;
use crate::symtab::tables;
use crate::unwind::Frame;
use crate::{fatal, mem, signal, trace};

/// Unused records of this thread, linked.
fn pool() -> *mut *mut Defer {
    // SAFETY: this thread's descriptor.
    unsafe { &raw mut (*getm()).defers }
}

/// The `head` of a range-over-func record whose calls have been moved to the goroutine's list.
const CONVERTED: *mut Defer = core::ptr::dangling_mut();

/// A deferred call that has been taken off the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Call {
    /// The function value.
    pub fun: *const FuncVal,
    /// The frame that deferred it.
    pub frame: usize,
}

impl Call {
    /// What to call: a nil function value faults in a frame of its own, like any that is called.
    pub fn function(&self) -> *const FuncVal {
        struct Shared(FuncVal);
        // SAFETY: never written.
        unsafe impl Sync for Shared {}
        static NIL: Shared = Shared(FuncVal { code: signal::nil_call as *const u8 });
        if self.fun.is_null() { &raw const NIL.0 } else { self.fun }
    }
}

fn new_record() -> *mut Defer {
    // SAFETY: the records of the pool are unused.
    unsafe {
        let pool = pool();
        let record = *pool;
        if !record.is_null() {
            *pool = (*record).link;
            return record;
        }
    }
    let empty = Defer {
        heap: true,
        rangefunc: false,
        level: 0,
        frame: 0,
        pc: 0,
        fun: core::ptr::null(),
        link: null_mut(),
        head: null_mut(),
    };
    alloc::boxed::Box::into_raw(alloc::boxed::Box::new(empty))
}

/// Takes the newest record off the list.
///
/// # Safety
/// `g` must be the current goroutine and its list intact.
pub unsafe fn pop(g: *mut G) -> Option<Call> {
    // SAFETY: by contract.
    unsafe {
        let record = (*g).header.defer;
        if record.is_null() {
            return None;
        }
        let call = Call { fun: (*record).fun, frame: (*record).frame };
        (*g).header.defer = (*record).link;
        (*record).link = null_mut();
        (*record).fun = core::ptr::null();
        if (*record).heap {
            let pool = pool();
            (*record).link = *pool;
            *pool = record;
        }
        Some(call)
    }
}

/// The same if it belongs to the frame and is of at least this level.
///
/// # Safety
/// As [`pop`].
unsafe fn pop_of_frame(g: *mut G, frame: usize, level: u8) -> Option<Call> {
    // SAFETY: by contract.
    unsafe {
        match (*g).header.defer.as_ref() {
            Some(record) if record.frame == frame && record.level >= level => {
                convert_rangefunc(g);
                match (*g).header.defer.as_ref() {
                    Some(record) if record.frame == frame && record.level >= level => pop(g),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// While the newest record stands for the deferred calls of a range-over-func loop, puts those in its place
/// (gc: `deferconvert`).
///
/// # Safety
/// As [`pop`].
unsafe fn convert_rangefunc(g: *mut G) {
    // SAFETY: by contract; the record lives as long as the list or a loop body refers to it.
    unsafe {
        while let Some(list) = (*g).header.defer.as_mut().filter(|r| r.rangefunc) {
            let head = calls_of(list).swap(CONVERTED, Ordering::AcqRel);
            let mut end = &raw mut (*g).header.defer;
            *end = head;
            while !(*end).is_null() {
                end = &raw mut (**end).link;
            }
            *end = list.link;
            list.link = null_mut();
        }
    }
}

/// The calls that the body of a range-over-func loop has deferred; the body may run on another goroutine.
pub fn calls_of(list: &Defer) -> &AtomicPtr<Defer> {
    // SAFETY: an `AtomicPtr` has the layout of a pointer, and all access goes through here.
    unsafe { AtomicPtr::from_ptr((&raw const list.head).cast_mut()) }
}

/// The calls of a range-over-func record that has not been converted, newest first.
pub fn pending_of(list: &Defer) -> *const Defer {
    let head = calls_of(list).load(Ordering::Acquire);
    if head == CONVERTED { core::ptr::null() } else { head }
}

/// Takes the newest open call of a frame that is due, clearing its bit; records newer than it come first.
///
/// # Safety
/// As [`pop`]; `open` must be those of the live frame `frame`.
unsafe fn take_of_frame(g: *mut G, frame: usize, open: Option<*mut OpenDefers>) -> Option<Call> {
    // SAFETY: by contract; the frame's function does not run now.
    unsafe {
        let bits = open.map_or(0, |open| (*open).bits);
        let Some(number) = bits.checked_ilog2() else { return pop_of_frame(g, frame, 0) };
        let open = open.expect("bits were read from it");
        if let Some(call) = pop_of_frame(g, frame, number as u8 + 1) {
            return Some(call);
        }
        (*open).bits = bits & !(1 << number);
        let fun = open.byte_add(OpenDefers::fun_offset(number)).cast::<*const FuncVal>();
        Some(Call { fun: *fun, frame })
    }
}

/// How far a panic or Goexit has come on its way from its start to the oldest frame. The deferred calls of all younger
/// frames have been taken.
#[derive(Debug)]
pub struct Cursor {
    /// The frame whose calls are being run; `None` past the oldest.
    frame: Option<Frame>,
    /// Its open defers.
    open: Option<*mut OpenDefers>,
}

impl Cursor {
    /// In front of a live frame of the current goroutine.
    pub fn new(frame: Frame) -> Cursor {
        Cursor { frame: Some(frame), open: open_defers(frame) }
    }

    /// The frame whose calls are being run.
    pub fn frame(&self) -> Option<Frame> {
        self.frame
    }

    /// Takes the next deferred call. `older` is a panic in progress that began before, as the frame pointer of the
    /// trampoline that runs its deferred call and how far it has come: what lies between has been done by it.
    ///
    /// # Safety
    /// `g` must be the current goroutine, the frame one in progress on its stack.
    pub unsafe fn next(&mut self, g: *mut G, older: Option<(usize, &Cursor)>) -> Option<Call> {
        let (mut frame, mut open) = (self.frame?, self.open);
        // SAFETY: by contract.
        unsafe {
            loop {
                if let Some(call) = take_of_frame(g, frame.fp, open) {
                    *self = Cursor { frame: Some(frame), open };
                    return Some(call);
                }
                let next = match older {
                    Some((trampoline, to)) if frame.fp == trampoline => to.frame.map(|f| (f, to.open)),
                    _ => frame.caller(&(*g).stack).map(|f| (f, open_defers(f))),
                };
                let Some(next) = next else {
                    *self = Cursor { frame: None, open: None };
                    return None;
                };
                (frame, open) = next;
            }
        }
    }
}

#[inline]
fn open_defers(frame: Frame) -> Option<*mut OpenDefers> {
    let below = tables().open_defers_below(frame.pc);
    // SAFETY: the current goroutine.
    (below != 0).then(|| unsafe { ((*getg()).stack.frame_base(frame.fp) - below) as *mut OpenDefers })
}

/// Puts a record at the head of the list.
///
/// # Safety
/// As [`pop`]; the record must stay valid until it is taken off.
unsafe fn push(g: *mut G, record: *mut Defer, frame: usize, pc: usize) {
    // SAFETY: by contract.
    unsafe {
        (*record).rangefunc = false;
        (*record).frame = frame;
        (*record).pc = pc;
        (*record).head = null_mut();
        (*record).link = (*g).header.defer;
        (*g).header.defer = record;
    }
}

extern "C" fn deferproc_at(fun: *const FuncVal, level: u8, fp: usize, pc: usize) {
    let record = new_record();
    // SAFETY: a fresh record; compiled code runs on its goroutine.
    unsafe {
        (*record).heap = true;
        (*record).level = level;
        (*record).fun = fun;
        push(getg(), record, fp, pc);
    }
}

extern "C" fn deferproc_stack_at(record: *mut Defer, level: u8, fp: usize, pc: usize) {
    // SAFETY: the record lies in the calling frame, which runs its deferred calls before it ends.
    unsafe {
        (*record).heap = false;
        (*record).level = level;
        push(getg(), record, fp, pc);
    }
}

/// The record lives in collected memory, since the loop body may outlive the frame.
extern "C" fn deferrangefunc_at(level: u8, fp: usize, pc: usize) -> *mut Defer {
    let record = mem::new_bytes(size_of::<Defer>()).cast::<Defer>();
    // SAFETY: fresh memory; compiled code runs on its goroutine.
    unsafe {
        (*record).heap = false;
        (*record).level = level;
        (*record).fun = core::ptr::null();
        push(getg(), record, fp, pc);
        (*record).rangefunc = true;
    }
    record
}

fn deferproc_in(fun: *const FuncVal, list: &Defer) {
    let record = new_record();
    let head = calls_of(list);
    let mut newest = head.load(Ordering::Acquire);
    // SAFETY: a fresh record.
    unsafe {
        (*record).heap = true;
        (*record).rangefunc = false;
        (*record).level = list.level;
        (*record).frame = list.frame;
        (*record).pc = list.pc;
        (*record).fun = fun;
    }
    loop {
        if newest == CONVERTED {
            fatal::throw(b"defer after range func returned");
        }
        // SAFETY: nobody else has the record yet.
        unsafe { (*record).link = newest };
        match head.compare_exchange(newest, record, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => return,
            Err(now) => newest = now,
        }
    }
}

extern "C" fn deferreturn_at(level: u8, fp: usize) {
    let g = getg();
    let mut call_frame = 0;
    // SAFETY: compiled code runs on its goroutine; records hold function values.
    unsafe {
        while let Some(call) = pop_of_frame(g, fp, level) {
            switch::call_deferred(call.function(), &raw mut call_frame);
        }
    }
}

/// The same in a program that traces.
extern "C" fn deferreturn_traced_at(level: u8, fp: usize, pc: usize) {
    let g = getg();
    let (frame, mut call_frame) = (Frame { pc, fp }, 0);
    // SAFETY: as above.
    unsafe {
        while let Some(call) = pop_of_frame(g, fp, level) {
            trace::run(g, frame, "exit");
            switch::call_deferred(call.function(), &raw mut call_frame);
            trace::returned(g, frame);
        }
    }
}

/// The entry points, which pass the caller's frame pointer and return address on.
pub mod export {
    use super::*;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.deferproc"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn deferproc(fun: *mut u8, level: i64) {
        core::arch::naked_asm!("mov rdx, rbp", "mov rcx, [rsp]", "jmp {}", sym deferproc_at)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.deferprocStack"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn deferproc_stack(record: *mut u8, level: i64) {
        core::arch::naked_asm!("mov rdx, rbp", "mov rcx, [rsp]", "jmp {}", sym deferproc_stack_at)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.deferreturn"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn deferreturn(level: i64) {
        core::arch::naked_asm!("mov rsi, rbp", "jmp {}", sym deferreturn_at)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.deferrangefunc"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn deferrangefunc(level: i64) -> *mut u8 {
        core::arch::naked_asm!("mov rsi, rbp", "mov rdx, [rsp]", "jmp {}", sym deferrangefunc_at)
    }

    /// # Safety
    /// Called by compiled code according to the table; `record` is one of [`deferrangefunc`].
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.deferprocat"))]
    pub unsafe extern "C" fn deferprocat(fun: *mut u8, record: *mut u8) {
        // SAFETY: by contract.
        deferproc_in(fun.cast(), unsafe { &*record.cast::<Defer>() });
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.deferreturnTraced"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn deferreturn_traced(level: i64) {
        core::arch::naked_asm!("mov rsi, rbp", "mov rdx, [rsp]", "jmp {}", sym deferreturn_traced_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(fun: usize, frame: usize) -> Option<Call> {
        Some(Call { fun: fun as *const FuncVal, frame })
    }

    /// Pushes a record from the pool.
    fn push_new(g: *mut G, fun: usize, frame: usize, level: u8) {
        let record = new_record();
        // SAFETY: a fresh record; the test owns `g`.
        unsafe {
            (*record).heap = true;
            (*record).level = level;
            (*record).fun = fun as *const FuncVal;
            push(g, record, frame, 0);
        }
    }

    fn new_list(frame: usize) -> Defer {
        let (fun, link, head) = (core::ptr::null(), null_mut(), null_mut());
        Defer { heap: false, rangefunc: true, level: 0, frame, pc: 0, fun, link, head }
    }

    // One test, since the pool is not for several threads.
    #[test]
    fn calls_come_off_in_reverse_order_by_frame_and_level() {
        let mut g = G::new(1);
        let g = &raw mut g;
        for (frame, fun) in [(100, 1), (100, 2), (50, 3)] {
            push_new(g, fun, frame, 0);
        }
        // SAFETY: records outlive the list.
        unsafe {
            assert_eq!(pop_of_frame(g, 100, 0), None);
            assert_eq!(pop_of_frame(g, 50, 1), None);
            assert_eq!(pop_of_frame(g, 50, 0), call(3, 50));
            assert_eq!(pop_of_frame(g, 50, 0), None);
            assert_eq!(pop(g), call(2, 100));
            let pooled = *pool();
            assert_eq!(new_record(), pooled);
            assert_eq!(pop(g), call(1, 100));
            assert_eq!(pop(g), None);
        }

        // A loop's record between two others; its calls come in its place.
        push_new(g, 30, 60, 0);
        let mut list = new_list(60);
        // SAFETY: the list outlives its use.
        let taken: Vec<usize> = unsafe {
            push(g, &raw mut list, 60, 0);
            list.rangefunc = true;
            push_new(g, 33, 60, 0);
            for fun in [31, 32] {
                deferproc_in(fun as *const FuncVal, &list);
            }
            core::iter::from_fn(|| pop_of_frame(g, 60, 0)).map(|call| call.fun as usize).collect()
        };
        assert_eq!(taken, [33, 32, 31, 30]);
        assert!(pending_of(&list).is_null());

        // A loop, open 0, a loop, open 1 and 2 of which 1 was not taken, a loop.
        for (fun, level) in [(10, 0), (11, 0), (12, 1), (13, 3)] {
            push_new(g, fun, 70, level);
        }
        let mut slots: [usize; 4] = [0b101, 20, 21, 22];
        let open = Some((&raw mut slots).cast::<OpenDefers>());
        // SAFETY: as above; the slots have the layout of a frame's.
        let funs: Vec<usize> = unsafe { core::iter::from_fn(|| take_of_frame(g, 70, open)) }
            .map(|call| call.fun as usize)
            .collect();
        assert_eq!(funs, [13, 22, 12, 20, 11, 10]);
        assert_eq!(slots[0], 0);
    }
}
