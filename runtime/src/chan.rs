//! Channels.
//!
//! A channel is a ring buffer with two queues of waiting goroutines. A value goes straight from sender to receiver if
//! one of them waits; the buffer is used only when nobody does. So at any time at most one of the queues is not
//! empty, save that one select may wait in both; receivers wait only while the buffer is empty, senders only while it
//! is full.
//!
//! What a waiting goroutine leaves in a queue is a [`Waiter`] in its own stack frame, with the place of its element.
//! Stacks do not move, so a partner reads or writes that place directly.
//!
//! All of a channel is used under its lock, but for the number of elements and the size of the buffer, which compiled
//! code reads. A select waits in the queues of several channels: partners compete for it by setting `chosen`.

#[path = "chan/timer.rs"] // the models include this file by its path, too
pub mod timer;

use abi::layout::{ChanType, PanicCode, Type};
use core::ptr::null_mut;
use core::sync::atomic::compiler_fence;

use crate::g::{G, WaitReason, getg};
use crate::gc::barrier;
use crate::lock::Lock;
use crate::sched::chaos;
use crate::sync::atomic::AtomicPtr;
use crate::sync::atomic::Ordering::SeqCst;
use crate::{go, mem, sched};

/// A channel. The first two words are `abi::layout::ChanHeader`.
#[repr(C)]
pub struct Chan {
    /// Elements in the buffer.
    pub count: usize,
    /// Size of the buffer.
    pub cap: usize,
    buffer: *mut u8,
    elem_size: usize,
    send_at: usize,
    receive_at: usize,
    /// For all that follows and precedes.
    pub lock: Lock,
    /// Closed.
    pub closed: bool,
    /// Waiting to receive.
    pub receivers: WaitQueue,
    /// Waiting to send.
    pub senders: WaitQueue,
}

/// A goroutine waiting for one channel operation.
pub struct Waiter {
    /// Who.
    pub g: *mut G,
    /// What to send, or where to put what is received; may be null.
    pub elem: *mut u8,
    next: *mut Waiter,
    prev: *mut Waiter,
    /// In a select: where the waiter that was chosen is noted. Null otherwise.
    pub chosen: *const AtomicPtr<Waiter>,
    /// Set by the partner: a value went over. False when woken by close.
    pub ok: bool,
}

impl Waiter {
    /// A waiter for the current goroutine.
    pub fn new(elem: *mut u8, chosen: *const AtomicPtr<Waiter>) -> Waiter {
        Waiter { g: getg(), elem, next: null_mut(), prev: null_mut(), chosen, ok: false }
    }
}

/// Waiting goroutines in order of arrival.
#[repr(C)]
pub struct WaitQueue {
    first: *mut Waiter,
    last: *mut Waiter,
}

impl WaitQueue {
    /// Adds at the end.
    ///
    /// # Safety
    /// `w` must stay where it is until it is taken out.
    pub unsafe fn push(&mut self, w: *mut Waiter) {
        // SAFETY: by contract; queued waiters are live.
        unsafe {
            (*w).next = null_mut();
            (*w).prev = self.last;
            match self.last.as_mut() {
                Some(last) => last.next = w,
                None => self.first = w,
            }
        }
        self.last = w;
    }

    /// Takes a waiter out if it is in.
    ///
    /// # Safety
    /// `w` must be live and in no other queue.
    pub unsafe fn remove(&mut self, w: *mut Waiter) {
        // SAFETY: by contract; neighbours are live.
        unsafe {
            let (prev, next) = ((*w).prev, (*w).next);
            if prev.is_null() && self.first != w {
                return;
            }
            match prev.as_mut() {
                Some(prev) => prev.next = next,
                None => self.first = next,
            }
            match next.as_mut() {
                Some(next) => next.prev = prev,
                None => self.last = prev,
            }
            (*w).next = null_mut();
            (*w).prev = null_mut();
        }
    }

    /// Takes the first waiter that can be served. A select that has been served already is passed over.
    pub fn pop(&mut self) -> Option<&'static mut Waiter> {
        loop {
            let w = self.first;
            if w.is_null() {
                return None;
            }
            // SAFETY: queued waiters are live until their goroutine has been woken and has run.
            unsafe {
                self.remove(w);
                let free = match (*w).chosen.as_ref() {
                    None => true,
                    Some(chosen) => chosen.compare_exchange(null_mut(), w, SeqCst, SeqCst).is_ok(),
                };
                if free {
                    return Some(&mut *w);
                }
            }
        }
    }
}

/// The collector's view of a channel whose buffer has pointers.
struct Descriptor(Type);

// SAFETY: never written.
unsafe impl Sync for Descriptor {}

const BUFFER_WORD: usize = core::mem::offset_of!(Chan, buffer) / 8;
static POINTERS: [u8; 1] = [1 << BUFFER_WORD];
static DESCRIPTOR: Descriptor = Descriptor(Type {
    size: size_of::<Chan>(),
    ptr_bytes: (BUFFER_WORD + 1) * 8,
    hash: 0,
    tflag: 0,
    align: 8,
    field_align: 8,
    kind: abi::layout::Kind::Struct as u8,
    equal: core::ptr::null(),
    gcdata: (&raw const POINTERS).cast(),
    str: 0,
    ptr_to_this: 0,
});

/// The longest buffer in bytes.
const MAX_BYTES: usize = 1 << 47;

/// `make(chan T, size)`
///
/// # Safety
/// `ty` must be a channel type's descriptor.
pub unsafe fn make(ty: *const ChanType, size: i64) -> *mut Chan {
    // SAFETY: by contract.
    let elem = unsafe { &*(*ty).elem };
    let bytes = usize::try_from(size).ok().and_then(|n| n.checked_mul(elem.size));
    let Some(bytes) = bytes.filter(|&b| b <= MAX_BYTES) else { go::panic_code(PanicCode::MakeChanSize) };
    let header = size_of::<Chan>();
    // SAFETY: descriptors; the channel is ours until it is returned.
    unsafe {
        let c: *mut Chan;
        if elem.ptr_bytes == 0 || bytes == 0 {
            c = mem::new_bytes(header + bytes).cast();
            (*c).buffer = c.cast::<u8>().add(header);
        } else {
            c = mem::new_object(&DESCRIPTOR.0).cast();
            (*c).buffer = mem::allocate(bytes, elem);
        }
        (&raw mut (*c).lock).write(Lock::new());
        (*c).cap = size as usize;
        (*c).elem_size = elem.size;
        c
    }
}

impl Chan {
    fn slot(&self, index: usize) -> *mut u8 {
        // SAFETY: the index is below `cap`.
        unsafe { self.buffer.add(index * self.elem_size) }
    }

    /// # Safety
    /// `from` must hold an element.
    unsafe fn put(&mut self, from: *const u8) {
        // SAFETY: by contract; there is room.
        unsafe { self.slot(self.send_at).copy_from(from, self.elem_size) };
        self.send_at = (self.send_at + 1) % self.cap;
        self.count += 1;
    }

    /// # Safety
    /// `to` must be null or a place for an element.
    unsafe fn take(&mut self, to: *mut u8) {
        let slot = self.slot(self.receive_at);
        // SAFETY: by contract; the buffer is not empty.
        unsafe {
            if !to.is_null() {
                barrier::before_overwrite(to, self.elem_size);
                to.copy_from(slot, self.elem_size);
            }
            barrier::before_overwrite(slot, self.elem_size);
            slot.write_bytes(0, self.elem_size);
        }
        self.receive_at = (self.receive_at + 1) % self.cap;
        self.count -= 1;
    }

    /// Sends if that is possible at once. Under the lock.
    ///
    /// # Safety
    /// `elem` must hold an element.
    pub unsafe fn try_send(&mut self, elem: *const u8) -> Attempt {
        if self.closed {
            return Attempt::Closed;
        }
        if let Some(receiver) = self.receivers.pop() {
            // SAFETY: the waiter's place is on a stack that stands still.
            unsafe {
                if !receiver.elem.is_null() {
                    barrier::before_overwrite(receiver.elem, self.elem_size);
                    receiver.elem.copy_from(elem, self.elem_size);
                }
                receiver.ok = true;
            }
            return Attempt::Done(receiver.g);
        }
        if self.count < self.cap {
            // SAFETY: by contract.
            unsafe { self.put(elem) };
            return Attempt::Done(null_mut());
        }
        Attempt::MustWait
    }

    /// Receives if that is possible at once. Under the lock.
    ///
    /// # Safety
    /// `elem` must be null or a place for an element.
    pub unsafe fn try_receive(&mut self, elem: *mut u8) -> Attempt {
        if self.count > 0 {
            // SAFETY: by contract.
            unsafe { self.take(elem) };
            let Some(sender) = self.senders.pop() else { return Attempt::Done(null_mut()) };
            // SAFETY: a waiting sender's element; there is room now.
            unsafe { self.put(sender.elem) };
            sender.ok = true;
            return Attempt::Done(sender.g);
        }
        if let Some(sender) = self.senders.pop() {
            // SAFETY: a waiting sender's element.
            unsafe {
                if !elem.is_null() {
                    barrier::before_overwrite(elem, self.elem_size);
                    elem.copy_from(sender.elem, self.elem_size);
                }
            }
            sender.ok = true;
            return Attempt::Done(sender.g);
        }
        if self.closed {
            // SAFETY: by contract.
            unsafe { self.clear(elem) };
            return Attempt::Closed;
        }
        Attempt::MustWait
    }

    /// Whether there was a moment at which a receive, or a send, had to wait. Nobody is kept from using the channel, so that
    /// asking often costs others nothing: one that is still open after it was not ready was open when it was not.
    ///
    /// # Safety
    /// `c` must be a channel.
    pub unsafe fn must_wait(c: *const Chan, is_send: bool) -> bool {
        // SAFETY: by contract. Each is a word that others write at once, as compiled code reads the first.
        unsafe {
            if (*c).lock.is_held() {
                return false; // it is about to change
            }
            let (count, cap) = ((&raw const (*c).count).read_volatile(), (*c).cap);
            let partners = if is_send { &raw const (*c).receivers } else { &raw const (*c).senders };
            let ready = match (cap, is_send) {
                (0, _) => !(&raw const (*partners).first).read_volatile().is_null(),
                (_, true) => count < cap,
                (_, false) => count > 0,
            };
            compiler_fence(SeqCst);
            !ready && !(&raw const (*c).closed).read_volatile()
        }
    }

    /// # Safety
    /// `elem` must be null or a place for an element.
    unsafe fn clear(&self, elem: *mut u8) {
        if !elem.is_null() {
            barrier::before_overwrite(elem, self.elem_size);
            // SAFETY: by contract.
            unsafe { elem.write_bytes(0, self.elem_size) };
        }
    }
}

/// What came of an operation that does not wait.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attempt {
    /// A value went over. The partner that has been waiting is to be made ready, if it is not null.
    Done(*mut G),
    /// The channel is closed.
    Closed,
    /// It is not possible now.
    MustWait,
}

/// Makes a partner ready, if there is one. Not under a lock.
///
/// # Safety
/// From an [`Attempt::Done`].
pub unsafe fn wake(partner: *mut G) {
    if !partner.is_null() {
        // SAFETY: it waits, and has been taken out of the queue.
        unsafe { sched::ready(partner) };
    }
}

/// `c <- *elem`
///
/// # Safety
/// `c` must be nil or a channel, `elem` must hold an element.
pub unsafe fn send(c: *mut Chan, elem: *mut u8) {
    chaos::point();
    // SAFETY: by contract; no reference is held while the goroutine waits.
    unsafe {
        let Some(chan) = c.as_mut() else {
            sched::park(WaitReason::ChanSendNil, || {});
            unreachable!("nobody wakes a send on a nil channel")
        };
        chan.lock.lock_with_processor();
        let attempt = chan.try_send(elem);
        if attempt != Attempt::MustWait {
            chan.lock.unlock();
            let Attempt::Done(partner) = attempt else { go::panic_code(PanicCode::SendClosed) };
            return wake(partner);
        }
        let mut waiter = Waiter::new(elem, core::ptr::null());
        let w = &raw mut waiter;
        chan.senders.push(w);
        sched::park(WaitReason::ChanSend, || (*c).lock.unlock());
        if !(*w).ok {
            go::panic_code(PanicCode::SendClosed);
        }
    }
}

/// `*elem, ok = <-c`
///
/// # Safety
/// `c` must be nil or a channel, `elem` null or a place for an element.
pub unsafe fn receive(c: *mut Chan, elem: *mut u8) -> bool {
    chaos::point();
    // SAFETY: by contract; no reference is held while the goroutine waits.
    unsafe {
        let Some(chan) = c.as_mut() else {
            sched::park(WaitReason::ChanReceiveNil, || {});
            unreachable!("nobody wakes a receive from a nil channel")
        };
        chan.lock.lock_with_processor();
        let attempt = chan.try_receive(elem);
        if attempt != Attempt::MustWait {
            chan.lock.unlock();
            let Attempt::Done(partner) = attempt else { return false };
            wake(partner);
            return true;
        }
        let mut waiter = Waiter::new(elem, core::ptr::null());
        let w = &raw mut waiter;
        chan.receivers.push(w);
        sched::park(WaitReason::ChanReceive, || (*c).lock.unlock());
        (*w).ok
    }
}

/// `close(c)`
///
/// # Safety
/// `c` must be nil or a channel.
pub unsafe fn close(c: *mut Chan) {
    // SAFETY: by contract.
    let Some(chan) = (unsafe { c.as_mut() }) else { go::panic_code(PanicCode::CloseNil) };
    chan.lock.lock_with_processor();
    if chan.closed {
        chan.lock.unlock();
        go::panic_code(PanicCode::CloseClosed);
    }
    chan.closed = true;
    // Woken in reverse order: the last one made ready runs first, so the first that came does.
    let mut woken: *mut Waiter = null_mut();
    while let Some(receiver) = chan.receivers.pop() {
        // SAFETY: its place for an element.
        unsafe { chan.clear(receiver.elem) };
        receiver.next = woken;
        woken = receiver;
    }
    while let Some(sender) = chan.senders.pop() {
        sender.next = woken;
        woken = sender;
    }
    chan.lock.unlock();
    // SAFETY: waiters are live until their goroutine runs.
    while let Some(w) = unsafe { woken.as_mut() } {
        woken = w.next;
        w.ok = false;
        // SAFETY: it waits.
        unsafe { sched::ready(w.g) };
    }
}

/// The entry points.
pub mod export {
    use super::*;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.makechan"))]
    pub unsafe extern "C" fn makechan(ty: *mut u8, size: i64) -> *mut u8 {
        // SAFETY: by contract.
        unsafe { make(ty.cast(), size).cast() }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.chansend1"))]
    pub unsafe extern "C" fn chansend1(c: *mut u8, elem: *mut u8) {
        // SAFETY: by contract.
        unsafe { send(c.cast(), elem) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.chanrecv1"))]
    pub unsafe extern "C" fn chanrecv1(c: *mut u8, elem: *mut u8) {
        // SAFETY: by contract.
        unsafe { receive(c.cast(), elem) };
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.chanrecv2"))]
    pub unsafe extern "C" fn chanrecv2(c: *mut u8, elem: *mut u8) -> u8 {
        // SAFETY: by contract.
        unsafe { receive(c.cast(), elem) as u8 }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.closechan"))]
    pub unsafe extern "C" fn closechan(c: *mut u8) {
        // SAFETY: by contract.
        unsafe { close(c.cast()) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "internal/rtype.chanlen"))]
    pub unsafe extern "C" fn chanlen(c: *mut u8) -> i64 {
        // SAFETY: nil or a channel.
        unsafe { c.cast::<Chan>().as_ref() }.map_or(0, |c| c.count as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::fake;
    use abi::layout::{ChanHeader, Kind};
    use core::mem::offset_of;

    const DONE: Attempt = Attempt::Done(null_mut());

    fn chan_of(elem: *const Type, size: i64) -> *mut Chan {
        crate::mem::tests::with_heap();
        let ty = ChanType { ty: fake::ty(Kind::Chan, 8, &[true], 0), elem, dir: 3 };
        // SAFETY: a descriptor.
        unsafe { make(&ty, size) }
    }

    #[test]
    fn layout_is_the_abis() {
        assert_eq!(offset_of!(Chan, count), offset_of!(ChanHeader, count));
        assert_eq!(offset_of!(Chan, cap), offset_of!(ChanHeader, cap));
    }

    #[test]
    fn buffer_is_a_ring() {
        let _serial = crate::mem::tests::serial();
        let c = chan_of(fake::basic(Kind::Int), 3);
        // SAFETY: a channel of ints.
        unsafe {
            let c = &mut *c;
            let (mut next_in, mut next_out) = (0i64, 0i64);
            for round in 0..20 {
                for _ in 0..1 + round % 3 {
                    if c.try_send((&raw const next_in).cast()) == DONE {
                        next_in += 1;
                    } else {
                        assert_eq!(c.count, 3);
                    }
                }
                let mut v = -1i64;
                assert_eq!(c.try_receive((&raw mut v).cast()), DONE);
                assert_eq!(v, next_out);
                next_out += 1;
            }
            while c.count > 0 {
                assert_eq!(c.try_receive(null_mut()), DONE);
            }
            assert_eq!(c.try_receive(null_mut()), Attempt::MustWait);
            close(c);
            let mut v = 7i64;
            assert_eq!(c.try_receive((&raw mut v).cast()), Attempt::Closed);
            assert_eq!(v, 0);
        }
    }

    #[test]
    fn queue_passes_over_served_selects() {
        let mut q = WaitQueue { first: null_mut(), last: null_mut() };
        let chosen = AtomicPtr::new(null_mut());
        let (mut a, mut b, mut c) = (
            Waiter::new(null_mut(), &raw const chosen),
            Waiter::new(null_mut(), &raw const chosen),
            Waiter::new(null_mut(), core::ptr::null()),
        );
        let (pa, pb, pc) = (&raw mut a, &raw mut b, &raw mut c);
        // SAFETY: the waiters outlive the queue.
        unsafe {
            q.push(pa);
            q.push(pb);
            q.push(pc);
            assert!(core::ptr::eq(q.pop().unwrap(), pa));
            assert_eq!(chosen.load(SeqCst), pa);
            assert!(core::ptr::eq(q.pop().unwrap(), pc));
            assert!(q.pop().is_none());
            q.push(pb);
            q.push(pc);
            q.remove(pc);
            q.remove(pc);
            q.remove(pb);
            assert!(q.first.is_null() && q.last.is_null());
        }
    }

    #[test]
    #[should_panic(expected = "panicrt")]
    fn negative_size_panics() {
        chan_of(fake::basic(Kind::Int), -1);
    }
}
