//! `defer`: the chain of registered calls.
//!
//! Each goroutine has a list of records, newest first. A record names the frame that registered it by its frame
//! pointer, so the calls of one frame are the records at the head of the list with that value. Records registered at
//! most once lie in the frame itself, the others come from a pool.

use abi::layout::{Defer, FuncVal};
use core::ptr::null_mut;

use crate::g::{G, Racy, getg};
use crate::signal;
use crate::switch_x86_64 as switch;

/// Unused records, linked.
static POOL: Racy<*mut Defer> = Racy::new(null_mut());

/// A deferred call that has been taken off the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Call {
    /// The function value.
    pub fun: *const FuncVal,
    /// The frame that deferred it.
    pub frame: usize,
}

fn new_record() -> *mut Defer {
    // SAFETY: single user of the pool; its records are unused.
    unsafe {
        let pool = POOL.get();
        let record = *pool;
        if !record.is_null() {
            *pool = (*record).link;
            return record;
        }
    }
    let empty = Defer {
        heap: true,
        rangefunc: false,
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
            (*record).link = *POOL.get();
            *POOL.get() = record;
        }
        Some(call)
    }
}

/// The same if it belongs to the frame.
///
/// # Safety
/// As [`pop`].
unsafe fn pop_of_frame(g: *mut G, frame: usize) -> Option<Call> {
    // SAFETY: by contract.
    unsafe {
        match (*g).header.defer.as_ref() {
            Some(record) if record.frame == frame => pop(g),
            _ => None,
        }
    }
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

extern "C" fn deferproc_at(fun: *const FuncVal, fp: usize, pc: usize) {
    let record = new_record();
    // SAFETY: a fresh record; compiled code runs on its goroutine.
    unsafe {
        (*record).heap = true;
        (*record).fun = fun;
        push(getg(), record, fp, pc);
    }
}

extern "C" fn deferproc_stack_at(record: *mut Defer, fp: usize, pc: usize) {
    // SAFETY: the record lies in the calling frame, which runs its deferred calls before it ends.
    unsafe {
        (*record).heap = false;
        push(getg(), record, fp, pc);
    }
}

extern "C" fn deferreturn_at(fp: usize) {
    let g = getg();
    let mut call_frame = 0;
    // SAFETY: compiled code runs on its goroutine; records hold function values.
    unsafe {
        while let Some(call) = pop_of_frame(g, fp) {
            if call.fun.is_null() {
                signal::raise_nil_call(g);
            }
            switch::call_deferred(call.fun, &raw mut call_frame);
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
    pub unsafe extern "C" fn deferproc(fun: *mut u8) {
        core::arch::naked_asm!("mov rsi, rbp", "mov rdx, [rsp]", "jmp {}", sym deferproc_at)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.deferprocStack"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn deferproc_stack(record: *mut u8) {
        core::arch::naked_asm!("mov rsi, rbp", "mov rdx, [rsp]", "jmp {}", sym deferproc_stack_at)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.deferreturn"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn deferreturn() {
        core::arch::naked_asm!("mov rdi, rbp", "jmp {}", sym deferreturn_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_off_in_reverse_order_and_by_frame() {
        let mut g = G::new(1);
        let g = &raw mut g;
        // SAFETY: records outlive the list.
        unsafe {
            for (frame, fun) in [(100usize, 1usize), (100, 2), (50, 3)] {
                let record = new_record();
                (*record).heap = true;
                (*record).fun = fun as *const FuncVal;
                push(g, record, frame, 0);
            }
            let call = |fun: usize, frame| Some(Call { fun: fun as *const FuncVal, frame });
            assert_eq!(pop_of_frame(g, 100), None);
            assert_eq!(pop_of_frame(g, 50), call(3, 50));
            assert_eq!(pop_of_frame(g, 50), None);
            assert_eq!(pop(g), call(2, 100));
            let pooled = *POOL.get();
            assert_eq!(new_record(), pooled);
            assert_eq!(pop(g), call(1, 100));
            assert_eq!(pop(g), None);
        }
    }
}
