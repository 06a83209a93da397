//! Run queues, locks and what threads sleep on.

use loom::cell::UnsafeCell;
use loom::sync::Arc;
use models::check;
use models::note::Note;
use models::sched::runq::RunQueue;
use models::spinning::Lock;

fn item(n: usize) -> *mut u8 {
    core::ptr::without_provenance_mut(n + 1)
}

/// What the owner and two thieves have is all there was, each once.
fn all_once(mut taken: Vec<Option<*mut u8>>, n: usize) {
    taken.retain(Option::is_some);
    let mut taken: Vec<usize> = taken.into_iter().flatten().map(|p| p.addr() - 1).collect();
    taken.sort();
    assert_eq!(taken, (0..n).collect::<Vec<_>>());
}

fn thief(queue: &Arc<RunQueue<u8>>, first_too: bool) -> loom::thread::JoinHandle<Vec<usize>> {
    let queue = queue.clone();
    loom::thread::spawn(move || {
        let mine = RunQueue::new();
        let stolen = queue.steal(&mine, first_too.then_some(|| {}));
        stolen.into_iter().chain(core::iter::from_fn(|| mine.pop(false))).map(|p| p.addr()).collect()
    })
}

fn come_out(thief: loom::thread::JoinHandle<Vec<usize>>) -> impl Iterator<Item = Option<*mut u8>> {
    thief.join().unwrap().into_iter().map(|a| Some(core::ptr::without_provenance_mut(a)))
}

#[test]
fn nothing_is_lost_or_doubled() {
    check(3, || {
        let queue = Arc::new(RunQueue::<u8>::new());
        queue.push(item(0), |_| ());
        queue.push(item(1), |_| ());
        let (one, other) = (thief(&queue, false), thief(&queue, false));
        queue.push(item(2), |_| ());
        let mut taken = vec![queue.pop(false)];
        taken.extend(come_out(one).chain(come_out(other)));
        taken.extend(core::iter::from_fn(|| queue.pop(false).map(Some)));
        all_once(taken, 3);
        assert!(queue.is_empty());
    });
}

#[test]
fn a_full_ring_spills_while_others_steal() {
    check(3, || {
        let queue = Arc::new(RunQueue::<u8>::new());
        (0..4).for_each(|n| assert!(!queue.push(item(n), |_| ())));
        let thief = thief(&queue, false);
        let mut taken = Vec::new();
        queue.push(item(4), |batch| taken.extend(batch.iter().map(|&p| Some(p))));
        taken.extend(come_out(thief));
        taken.extend(core::iter::from_fn(|| queue.pop(false).map(Some)));
        all_once(taken, 5);
    });
}

#[test]
fn the_first_goes_once() {
    check(3, || {
        let queue = Arc::new(RunQueue::<u8>::new());
        queue.set_first(item(0), false);
        let (one, other) = (thief(&queue, true), thief(&queue, true));
        let displaced = queue.set_first(item(1), false);
        let first = queue.take_first(false);
        let mut taken: Vec<_> = [displaced, first].into_iter().map(|p| (!p.is_null()).then_some(p)).collect();
        taken.extend(come_out(one).chain(come_out(other)));
        all_once(taken, 2);
    });
}

/// Who moves the first one to the ring is not seen with neither.
#[test]
fn a_queue_never_seems_empty_while_something_moves() {
    check(3, || {
        let queue = Arc::new(RunQueue::<u8>::new());
        queue.set_first(item(0), false);
        let looks = {
            let queue = queue.clone();
            loom::thread::spawn(move || assert!(!queue.is_empty()))
        };
        let displaced = queue.set_first(item(1), false);
        queue.push(displaced, |_| ());
        looks.join().unwrap();
    });
}

#[test]
fn a_lock_has_one_holder() {
    struct Shared(Lock, UnsafeCell<u32>);
    // SAFETY: loom's cell checks that accesses do not meet.
    unsafe impl Sync for Shared {}
    // SAFETY: as above.
    unsafe impl Send for Shared {}
    check(3, || {
        let shared = Arc::new(Shared(Lock::new(), UnsafeCell::new(0)));
        let add = |shared: &Shared| {
            shared.0.lock();
            // SAFETY: loom checks.
            shared.1.with_mut(|n| unsafe { *n += 1 });
            shared.0.unlock();
        };
        let other = {
            let shared = shared.clone();
            loom::thread::spawn(move || add(&shared))
        };
        add(&shared);
        other.join().unwrap();
        // SAFETY: alone.
        shared.1.with(|n| unsafe { assert_eq!(*n, 2) });
    });
}

/// Also if it comes before the sleep, or during another wake.
#[test]
fn a_wake_is_not_lost() {
    check(3, || {
        let notes = Arc::new((Note::new(), Note::new()));
        let other = {
            let notes = notes.clone();
            loom::thread::spawn(move || {
                notes.0.sleep();
                notes.1.wake();
                notes.0.sleep();
            })
        };
        notes.0.wake();
        notes.1.sleep();
        notes.0.wake();
        other.join().unwrap();
    });
}
