//! The parts of the runtime in which threads meet, built against loom: run queues, locks and parking, finding work,
//! channels, timers, stopping the world, marking together. What surrounds them is simplified here to what they need of it. The tests run
//! small programs of two or three threads in every order of events that a bounded number of preemptions can bring about,
//! and with every value that the memory model lets a load see.
//!
//! A goroutine is a thread of its own in the models of channels and timers ([`sched::park`]); in those of the scheduler
//! it is a function that whoever finds it calls ([`sched::run`]).
// The files have unit tests of their own, which are the runtime's.
#![cfg(not(test))]
#![allow(
    missing_docs,
    dead_code,
    unexpected_cfgs,
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc
)]

extern crate alloc;

#[path = "../../src/chan.rs"]
pub mod chan;
pub mod g;
pub mod lock;
#[path = "../../src/note.rs"]
pub mod note;
#[path = "../../src/gc/pool.rs"]
pub mod pool;
pub mod sched;
#[path = "../../src/select.rs"]
pub mod select;
#[path = "../../src/lock.rs"]
pub mod spinning;
mod surroundings;
mod sync;
pub mod sys;

use surroundings::{fatal, gc, go, mem, print, stack, switch_x86_64};

pub use sync::atomic;

/// Runs a model with at most so many preemptions in a row of events.
pub fn check(preemptions: usize, model: impl Fn() + Sync + Send + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(preemptions);
    builder.max_branches = 20_000;
    builder.check(move || {
        sched::reset();
        model();
    });
}
