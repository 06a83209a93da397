//! Timers: whoever sleeps until the first one is due hears of an earlier one, and package time's goroutine is woken once.

use loom::thread;
use models::sched::{self, timer};
use models::{check, sys};

/// The goroutine of package time is woken for a new timer, before or after it has parked.
#[test]
fn a_wake_reaches_the_goroutine_of_timers() {
    check(3, || {
        sched::become_goroutine();
        let other = thread::spawn(|| {
            timer::wake();
            timer::wake();
        });
        timer::park_until(i64::MAX);
        other.join().unwrap();
    });
}

/// It is due and gets woken at the same time: that makes it ready once.
#[test]
fn due_and_woken() {
    check(3, || {
        sched::make_processors(2);
        sched::become_goroutine();
        let other = thread::spawn(|| {
            sys::pass(1);
            timer::fire_due();
        });
        let waker = thread::spawn(timer::wake);
        timer::park_until(1);
        other.join().unwrap();
        waker.join().unwrap();
    });
}

/// A thread without work sleeps until the first timer is due, which is far away, and another goroutine adds one that is
/// near. In whatever order that happens, the thread does not sleep past it.
#[test]
fn who_waits_for_the_first_timer_hears_of_an_earlier_one() {
    const FAR: i64 = sys::LONG;
    const NEAR: i64 = 5;
    check(3, || {
        sched::make_processors(2);
        let far = thread::spawn(|| {
            sched::until_the_end(|| {
                sched::take_processor();
                sched::become_goroutine();
                timer::sleep(FAR);
            })
        });
        while timer::next() != FAR {
            thread::yield_now();
        }
        let waits = thread::spawn(|| {
            while timer::next() != NEAR {
                assert!(timer::wait(), "nobody else waits");
            }
            sys::pass(NEAR);
            timer::fire_due();
        });
        sched::become_goroutine();
        timer::sleep(NEAR);
        waits.join().unwrap();
        sched::until_the_end(|| sys::end_all());
        far.join().unwrap();
    });
}
