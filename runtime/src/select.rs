//! `select`.
//!
//! First every case is tried in random order. If none can proceed the goroutine puts a waiter into the queue of each
//! channel and parks; the partner that takes the first of these waiters marks the select as served. On waking the
//! other waiters are taken out again.

use abi::layout::{PanicCode, SelectCase};
use core::ptr::null_mut;

use crate::chan::{Chan, Waiter};
use crate::g::{WaitReason, random_below};
use crate::{go, mem, sched};

/// Cases up to this number need no memory from the heap.
const FEW: usize = 16;

/// Runs a select; the index of the chosen case or -1 for `default`, and whether a receive got a value.
///
/// # Safety
/// Channels must be nil or channels, elements fit them.
unsafe fn select(cases: &[SelectCase], block: bool) -> (i64, bool) {
    let mut few = [0u16; FEW];
    let order = if cases.len() <= FEW {
        &mut few[..cases.len()]
    } else {
        let p = mem::new_bytes(cases.len() * 2).cast();
        // SAFETY: fresh memory of that size, referred to from this frame.
        unsafe { core::slice::from_raw_parts_mut(p, cases.len()) }
    };
    shuffle(order);
    for &i in order.iter() {
        // SAFETY: by contract.
        if let Some(ok) = unsafe { try_case(&cases[i as usize]) } {
            return (i as i64, ok);
        }
    }
    if !block {
        return (-1, false);
    }
    // SAFETY: by contract.
    unsafe { wait(cases) }
}

/// A random permutation of 0, 1, 2, …
fn shuffle(order: &mut [u16]) {
    for i in 0..order.len() {
        let j = random_below(i as u32 + 1) as usize;
        order[i] = order[j];
        order[j] = i as u16;
    }
}

/// # Safety
/// As [`select`].
unsafe fn try_case(case: &SelectCase) -> Option<bool> {
    // SAFETY: by contract.
    unsafe {
        let chan = case.chan.cast::<Chan>().as_mut()?;
        if case.is_send != 0 {
            chan.try_send(case.elem).then_some(false)
        } else {
            chan.try_receive(case.elem)
        }
    }
}

/// # Safety
/// As [`select`].
unsafe fn wait(cases: &[SelectCase]) -> (i64, bool) {
    let mut chosen: *mut Waiter = null_mut();
    let mut few = [const { core::mem::MaybeUninit::<Waiter>::uninit() }; FEW];
    let waiters: *mut Waiter = if cases.len() <= FEW {
        few.as_mut_ptr().cast()
    } else {
        mem::new_bytes(size_of_val(cases).max(cases.len() * size_of::<Waiter>())).cast()
    };
    // SAFETY: the waiters stay in place until all are out of their queues.
    unsafe {
        for (i, case) in cases.iter().enumerate() {
            let w = waiters.add(i);
            w.write(Waiter::new(case.elem, &raw mut chosen));
            if let Some(chan) = case.chan.cast::<Chan>().as_mut() {
                if case.is_send != 0 { chan.senders.push(w) } else { chan.receivers.push(w) }
            }
        }
        sched::park(WaitReason::Select);
        let chosen = (&raw const chosen).read_volatile();
        for (i, case) in cases.iter().enumerate() {
            let w = waiters.add(i);
            if let Some(chan) = case.chan.cast::<Chan>().as_mut()
                && w != chosen
            {
                if case.is_send != 0 { chan.senders.remove(w) } else { chan.receivers.remove(w) }
            }
        }
        let index = chosen.offset_from(waiters) as usize;
        if cases[index].is_send != 0 && !(*chosen).ok {
            go::panic_code(PanicCode::SendClosed);
        }
        (index as i64, (*chosen).ok)
    }
}

/// The entry point.
pub mod export {
    use super::*;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.selectgo"))]
    pub unsafe extern "C" fn selectgo(cases: *mut u8, n: i64, block: u8, recv_ok: *mut u8) -> i64 {
        // SAFETY: by contract; the array lies in the caller's frame.
        unsafe {
            let cases = if n == 0 { &[] } else { core::slice::from_raw_parts(cases.cast(), n as usize) };
            let (index, ok) = select(cases, block != 0);
            if !recv_ok.is_null() && index >= 0 {
                *recv_ok = ok as u8;
            }
            index
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shuffle_is_a_permutation_and_roughly_fair() {
        let _serial = crate::mem::tests::serial();
        let mut first = [0u32; 4];
        for _ in 0..4000 {
            let mut order = [0u16; 4];
            shuffle(&mut order);
            first[order[0] as usize] += 1;
            order.sort();
            assert_eq!(order, [0, 1, 2, 3]);
        }
        assert!(first.iter().all(|&n| (800..1200).contains(&n)), "{first:?}");
    }
}
