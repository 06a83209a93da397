//! `select`.
//!
//! First every case is tried in random order. If none can proceed the goroutine puts a waiter into the queue of each
//! channel and parks; the partner that takes the first of these waiters marks the select as served. On waking the
//! other waiters are taken out again.

use abi::layout::{PanicCode, SelectCase};
use core::mem::MaybeUninit;
use core::ptr::null_mut;

use crate::chan::{self, Attempt, Chan, Waiter};
use crate::g::{WaitReason, random_below};
use crate::sched::chaos;
use crate::sync::atomic::AtomicPtr;
use crate::sync::atomic::Ordering::SeqCst;
use crate::{go, mem, sched};

/// Cases up to this number need no memory from the heap.
const FEW: usize = 16;

/// Runs a select; the index of the chosen case or -1 for `default`, and whether a receive got a value.
///
/// # Safety
/// Channels must be nil or channels, elements fit them.
unsafe fn select(cases: &[SelectCase], block: bool) -> (i64, bool) {
    chaos::point();
    let n = cases.len();
    if let ([case], false) = (cases, block) {
        // SAFETY: by contract.
        return unsafe { poll(case) };
    }
    let mut few = [0u16; 2 * FEW];
    let numbers = if n <= FEW {
        &mut few[..2 * n]
    } else {
        let p = mem::new_bytes(n * 4).cast();
        // SAFETY: fresh memory of that size, referred to from this frame.
        unsafe { core::slice::from_raw_parts_mut(p, 2 * n) }
    };
    let (order, by_address) = numbers.split_at_mut(n);
    shuffle(order);
    let channels = Channels::new(cases, by_address);
    // Memory comes from the heap only without locks.
    let many = if n > FEW && block { mem::new_bytes(n * size_of::<Waiter>()).cast() } else { null_mut() };
    // SAFETY: by contract.
    unsafe {
        channels.lock();
        for &i in order.iter() {
            let case = &cases[i as usize];
            let attempt = try_case(case);
            if attempt != Attempt::MustWait {
                channels.unlock();
                return (i as i64, finish(case, attempt));
            }
        }
        if !block {
            channels.unlock();
            return (-1, false);
        }
        wait(cases, &channels, many)
    }
}

/// [`select`] of one case and a default.
///
/// # Safety
/// As [`select`].
unsafe fn poll(case: &SelectCase) -> (i64, bool) {
    // SAFETY: by contract.
    unsafe {
        let c = case.chan.cast::<Chan>();
        if c.is_null() || Chan::must_wait(c, case.is_send != 0) {
            return (-1, false);
        }
        (*c).lock.lock_with_processor();
        let attempt = try_case(case);
        (*c).lock.unlock();
        if attempt == Attempt::MustWait { (-1, false) } else { (0, finish(case, attempt)) }
    }
}

/// What is left to do after an attempt that was the last: whether a value was received.
///
/// # Safety
/// As [`select`]; no channel is locked.
unsafe fn finish(case: &SelectCase, attempt: Attempt) -> bool {
    match attempt {
        Attempt::Done(partner) => {
            // SAFETY: from an attempt.
            unsafe { chan::wake(partner) };
            case.is_send == 0
        }
        _ if case.is_send != 0 => go::panic_code(PanicCode::SendClosed),
        _ => false,
    }
}

/// The channels of a select. They are locked in the order of their addresses, each once.
struct Channels<'a> {
    cases: &'a [SelectCase],
    by_address: &'a [u16],
}

impl Channels<'_> {
    fn new<'a>(cases: &'a [SelectCase], by_address: &'a mut [u16]) -> Channels<'a> {
        by_address.iter_mut().enumerate().for_each(|(i, number)| *number = i as u16);
        let address = |&i: &u16| cases[i as usize].chan as usize;
        if cases.len() > FEW {
            by_address.sort_unstable_by_key(address);
        } else {
            for end in 1..by_address.len() {
                let mut i = end;
                while i > 0 && address(&by_address[i - 1]) > address(&by_address[i]) {
                    by_address.swap(i - 1, i);
                    i -= 1;
                }
            }
        }
        Channels { cases, by_address }
    }

    fn each(&self, f: impl Fn(&Chan)) {
        let mut last = null_mut();
        for &i in self.by_address {
            let c = self.cases[i as usize].chan.cast::<Chan>();
            // SAFETY: nil or a channel.
            let chan = unsafe { c.as_ref() };
            if c != last {
                chan.into_iter().for_each(&f);
            }
            last = c;
        }
    }

    fn lock(&self) {
        self.each(|chan| chan.lock.lock_with_processor());
    }

    fn unlock(&self) {
        self.each(|chan| chan.lock.unlock());
    }
}

/// A random permutation of 0, 1, 2, …
fn shuffle(order: &mut [u16]) {
    for i in 0..order.len() {
        let j = random_below(i as u32 + 1) as usize;
        order[i] = order[j];
        order[j] = i as u16;
    }
}

/// Under the channel's lock.
///
/// # Safety
/// As [`select`].
unsafe fn try_case(case: &SelectCase) -> Attempt {
    // SAFETY: by contract.
    unsafe {
        let Some(chan) = case.chan.cast::<Chan>().as_mut() else { return Attempt::MustWait };
        if case.is_send != 0 { chan.try_send(case.elem) } else { chan.try_receive(case.elem) }
    }
}

/// Waits until a partner has chosen a case. The channels are locked; `many` has room for waiters if there are more
/// than a few.
///
/// # Safety
/// As [`select`].
unsafe fn wait(cases: &[SelectCase], channels: &Channels, many: *mut Waiter) -> (i64, bool) {
    let chosen = AtomicPtr::<Waiter>::new(null_mut());
    let mut few = [const { MaybeUninit::<Waiter>::uninit() }; FEW];
    let waiters: *mut Waiter = if cases.len() <= FEW { few.as_mut_ptr().cast() } else { many };
    // SAFETY: the waiters stay in place until all are out of their queues.
    unsafe {
        for (i, case) in cases.iter().enumerate() {
            let w = waiters.add(i);
            w.write(Waiter::new(case.elem, &raw const chosen));
            if let Some(chan) = case.chan.cast::<Chan>().as_mut() {
                if case.is_send != 0 { chan.senders.push(w) } else { chan.receivers.push(w) }
            }
        }
        sched::park(WaitReason::Select, || channels.unlock());
        let chosen = chosen.load(SeqCst);
        channels.lock();
        for (i, case) in cases.iter().enumerate() {
            let w = waiters.add(i);
            if let Some(chan) = case.chan.cast::<Chan>().as_mut()
                && w != chosen
            {
                if case.is_send != 0 { chan.senders.remove(w) } else { chan.receivers.remove(w) }
            }
        }
        channels.unlock();
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
