//! Channels and select: each value arrives once, in order, and nobody sleeps for ever.

use std::sync::Mutex;

use abi::layout::{ChanType, SelectCase, Type};
use loom::thread::JoinHandle;
use models::chan::{self, Chan};
use models::{check, sched, select};

fn ty(size: usize) -> Type {
    Type {
        size,
        ptr_bytes: 0,
        hash: 0,
        tflag: 0,
        align: 8,
        field_align: 8,
        kind: abi::layout::Kind::Int as u8,
        equal: core::ptr::null(),
        gcdata: core::ptr::null(),
        str: 0,
        ptr_to_this: 0,
    }
}

/// A channel of ints.
#[derive(Clone, Copy)]
struct Ints(*mut Chan);

// SAFETY: that is what channels are for.
unsafe impl Send for Ints {}

impl Ints {
    fn new(size: i64) -> Ints {
        let elem = ty(8);
        // SAFETY: descriptors, read during the call only.
        Ints(unsafe { chan::make(&ChanType { ty: ty(8), elem: &elem, dir: 3 }, size) })
    }

    fn send(self, mut value: u64) {
        // SAFETY: a channel of such elements.
        unsafe { chan::send(self.0, (&raw mut value).cast()) }
    }

    fn receive(self) -> Option<u64> {
        let mut value = 99u64;
        // SAFETY: as above.
        let ok = unsafe { chan::receive(self.0, (&raw mut value).cast()) };
        assert!(ok || value == 0);
        ok.then_some(value)
    }

    fn close(self) {
        // SAFETY: a channel.
        unsafe { chan::close(self.0) }
    }
}

/// One case of a select: a value to send, or none to receive.
fn select_of(cases: &[(Ints, Option<u64>)], block: bool) -> (i64, bool, u64) {
    let mut values: Vec<u64> = cases.iter().map(|c| c.1.unwrap_or(99)).collect();
    let mut cases: Vec<SelectCase> = cases
        .iter()
        .zip(&mut values)
        .map(|((c, value), place)| SelectCase {
            chan: c.0.cast(),
            elem: (place as *mut u64).cast(),
            is_send: value.is_some() as _,
        })
        .collect();
    let mut ok = 0u8;
    // SAFETY: cases of such channels.
    let index = unsafe {
        select::export::selectgo(cases.as_mut_ptr().cast(), cases.len() as i64, block as u8, &raw mut ok)
    };
    let value = usize::try_from(index).map_or(0, |i| values[i]);
    (index, ok != 0, value)
}

fn goroutine<R: 'static>(f: impl FnOnce() -> R + 'static) -> JoinHandle<R> {
    loom::thread::spawn(move || {
        sched::become_goroutine();
        f()
    })
}

fn model(preemptions: usize, f: impl Fn() + Sync + Send + 'static) {
    check(preemptions, move || {
        sched::become_goroutine();
        f();
    });
}

#[test]
fn unbuffered() {
    model(3, || {
        let c = Ints::new(0);
        let sender = goroutine(move || {
            c.send(1);
            c.send(2);
        });
        assert_eq!((c.receive(), c.receive()), (Some(1), Some(2)));
        sender.join().unwrap();
    });
}

#[test]
fn two_senders_share_a_buffer() {
    model(3, || {
        let c = Ints::new(1);
        let senders = [1, 2].map(|n| goroutine(move || c.send(n)));
        let sum = c.receive().unwrap() + c.receive().unwrap();
        assert_eq!(sum, 3);
        senders.into_iter().for_each(|s| s.join().unwrap());
    });
}

#[test]
fn close_wakes_all_that_receive() {
    model(3, || {
        let c = Ints::new(1);
        let receivers = [(); 2].map(|_| goroutine(move || c.receive()));
        c.send(7);
        c.close();
        let mut got: Vec<_> = receivers.into_iter().map(|r| r.join().unwrap()).collect();
        got.sort();
        assert_eq!(got, [None, Some(7)]);
    });
}

#[test]
fn a_select_is_served_once() {
    model(3, || {
        let (a, b) = (Ints::new(0), Ints::new(0));
        let senders = [(a, 1), (b, 2)].map(|(c, n)| goroutine(move || c.send(n)));
        let (index, ok, value) = select_of(&[(a, None), (b, None)], true);
        assert!(ok && value == index as u64 + 1);
        let rest = if index == 0 { b.receive() } else { a.receive() };
        assert_eq!(rest, Some(2 - index as u64));
        senders.into_iter().for_each(|s| s.join().unwrap());
    });
}

/// Each waits in both channels, and they can only serve each other.
#[test]
fn select_meets_select() {
    model(3, || {
        let (a, b) = (Ints::new(0), Ints::new(0));
        let other = goroutine(move || select_of(&[(b, None), (a, None)], true));
        let (sent, _, _) = select_of(&[(a, Some(1)), (b, Some(2))], true);
        let (received, ok, value) = other.join().unwrap();
        assert!(ok && received == 1 - sent && value == sent as u64 + 1);
    });
}

#[test]
fn select_and_close() {
    model(3, || {
        let (a, b) = (Ints::new(0), Ints::new(0));
        let closer = goroutine(move || a.close());
        let sender = goroutine(move || b.send(5));
        let first = select_of(&[(a, None), (b, None)], true);
        if first.0 == 0 {
            assert_eq!(first, (0, false, 0));
            assert_eq!(b.receive(), Some(5));
        } else {
            assert_eq!(first, (1, true, 5));
            assert_eq!(a.receive(), None);
        }
        closer.join().unwrap();
        sender.join().unwrap();
    });
}

/// `select` with `default` takes what is there and nothing else.
#[test]
fn default_never_waits() {
    static SEEN: Mutex<[bool; 2]> = Mutex::new([false; 2]);
    model(3, || {
        let c = Ints::new(0);
        let sender = goroutine(move || c.send(3));
        let (index, ok, value) = select_of(&[(c, None)], false);
        SEEN.lock().unwrap()[ok as usize] = true;
        match index {
            -1 => assert_eq!(c.receive(), Some(3)),
            _ => assert!(ok && value == 3),
        }
        sender.join().unwrap();
    });
    assert_eq!(*SEEN.lock().unwrap(), [true; 2], "both happen");
}

/// The value of a timer goes to one of those who want it: a receiver, a select, or whoever stops the timer.
#[test]
fn a_timers_value_is_had_once() {
    static SEEN: Mutex<[bool; 3]> = Mutex::new([false; 3]);
    model(3, || {
        let c = Ints(chan::timer::make(8));
        let timer = goroutine(move || {
            let value = 4u64;
            // SAFETY: a timer's channel of such values.
            unsafe { chan::timer::send(c.0, (&raw const value).cast()) }
        });
        let other = goroutine(move || select_of(&[(c, None)], false).1);
        // SAFETY: as above.
        let stopped = unsafe { chan::timer::drain(c.0) };
        let selected = other.join().unwrap();
        timer.join().unwrap();
        assert!(!(stopped && selected));
        SEEN.lock().unwrap()[if stopped {
            0
        } else if selected {
            1
        } else {
            2
        }] = true;
        if !stopped && !selected {
            assert_eq!(c.receive(), Some(4));
        }
        assert_eq!(select_of(&[(c, None)], false).0, -1);
    });
    assert_eq!(*SEEN.lock().unwrap(), [true; 3], "all happen");
}

#[test]
fn a_timer_wakes_who_waits() {
    model(3, || {
        let c = Ints(chan::timer::make(8));
        let waiter = goroutine(move || select_of(&[(c, None)], true));
        let value = 4u64;
        // SAFETY: a timer's channel of such values.
        unsafe { chan::timer::send(c.0, (&raw const value).cast()) };
        assert_eq!(waiter.join().unwrap(), (0, true, 4));
    });
}
