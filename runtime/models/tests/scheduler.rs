//! Finding work, and stopping the world.
//!
//! Each model ends when all threads sleep: then nothing may be left to run ([`sched::deadlock`]).

use loom::cell::UnsafeCell;
use loom::thread;
use models::note::Note;
use models::sched::{self, world};
use models::{check, sys};

/// Runs a program: `main` on the first thread, then what it has left there.
fn program(preemptions: usize, procs: usize, main: fn()) {
    check(preemptions, move || {
        sched::make_processors(procs);
        sched::until_the_end(|| {
            main();
            sched::run();
        });
        sched::thread::join_all();
    });
}

/// A thread that goes to sleep and one that brings work do not miss each other.
#[test]
fn work_is_found() {
    program(3, 2, || {
        sched::go(|| {});
        sched::go(|| {});
    });
}

loom::lazy_static! {
    static ref DONE: Note = Note::new();
}

/// Also if who brings it has no time for it.
#[test]
fn work_of_the_busy_is_found() {
    program(3, 2, || {
        sched::go(|| {});
        sched::go(|| DONE.wake());
        DONE.sleep();
    });
}

/// What a goroutine starts is found too, wherever it runs.
#[test]
fn work_makes_work() {
    program(3, 2, || sched::go(|| sched::go(|| {})));
}

loom::lazy_static! {
    static ref MEMORY: Memory = Memory(UnsafeCell::new(0));
}

/// What goroutines write and who has stopped the world reads. Loom complains where these meet.
struct Memory(UnsafeCell<u32>);

// SAFETY: loom's cell checks that accesses do not meet.
unsafe impl Sync for Memory {}
// SAFETY: as above.
unsafe impl Send for Memory {}

fn write() {
    // SAFETY: loom checks.
    MEMORY.0.with_mut(|n| unsafe { *n += 1 });
}

fn read() {
    // SAFETY: loom checks.
    MEMORY.0.with(|n| unsafe { assert!(*n < 100) });
}

/// A goroutine that comes to safepoints stands still.
#[test]
fn the_world_stops_at_safepoints() {
    program(3, 2, || {
        sched::go(|| {
            write();
            world::safepoint();
            write();
        });
        world::with_stopped(read);
    });
}

/// One in a system call may stay there, but does not come back before the world goes on.
#[test]
fn the_world_stops_around_system_calls() {
    program(3, 2, || {
        sched::go(|| {
            write();
            // SAFETY: none is made.
            unsafe { sched::syscall::blocking(0, [0; 6]) };
            write();
        });
        world::with_stopped(read);
    });
}

/// One that stays in a system call is not waited for.
#[test]
fn the_world_stops_during_system_calls() {
    program(3, 2, || {
        sched::go(|| {
            write();
            // SAFETY: none is made.
            unsafe { sched::syscall::blocking(sys::WAIT, [0; 6]) };
            write();
        });
        world::with_stopped(read);
        sys::ARRIVAL.wake();
    });
}

/// The monitor takes the processor of a system call while the world stops, or the caller comes back.
#[test]
fn a_processor_is_taken_from_a_system_call() {
    program(2, 2, || {
        sched::go(|| {
            // SAFETY: none is made.
            unsafe { sched::syscall::blocking(0, [0; 6]) };
            write();
        });
        let monitor = thread::spawn(sched::monitor::take_all);
        world::with_stopped(read);
        monitor.join().unwrap();
    });
}

/// Two want to stop the world.
#[test]
fn one_stops_the_world_at_a_time() {
    program(3, 2, || {
        sched::go(|| {
            write();
            world::with_stopped(read);
            write();
        });
        world::with_stopped(read);
    });
}

/// A thread that loses its processor while it looks for work does not count as one that looks.
#[test]
fn work_is_found_with_fewer_processors() {
    program(1, 3, || {
        sched::go(|| {});
        sched::go(|| {});
        world::with_stopped(|| sched::proc::resize(2));
        sched::go(|| DONE.wake());
        DONE.sleep();
    });
}
