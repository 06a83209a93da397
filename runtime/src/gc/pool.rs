//! How threads share the work of marking: the protocol, without what the work is.
//!
//! A *round* is one marking. Who collects opens it, others join. Each has a list of its own; one that has nothing left
//! waits, and whoever sees that somebody waits ([`Pool::is_hungry`]) gives away the older half of its list, in which the
//! larger parts of the heap hang. When all wait there is nothing left and the round is over. Nobody spins: on a machine
//! with other work that would only take time from those that mark.
//!
//! A thread that waits when a round ends may be slow to notice, and another round may be open by then. It is no part of
//! that one unless it joins: what it knows about the heap is old. So the end of a round forgets those that wait, and a
//! round has a number.

use alloc::vec::Vec;

use crate::lock::Locked;
use crate::sync::atomic::Ordering::{Relaxed, SeqCst};
use crate::sync::atomic::{AtomicBool, AtomicU32};
use crate::sync::constant;
use crate::sync::size::ENOUGH_WORK;
use crate::sys;

/// Objects that are given away at a time, at most.
const GIFT: usize = 256;

/// The threads of one collector, and the work they exchange.
pub struct Pool {
    state: Locked<State>,
    /// More wait than there are gifts.
    hungry: AtomicBool,
    /// Counts what those that wait should look at.
    news: AtomicU32,
    /// Number of the last round.
    rounds: AtomicU32,
}

struct State {
    gifts: Vec<Vec<usize>>,
    /// The round, and whether it is open.
    round: u32,
    open: bool,
    /// Those in it that mark, and those that wait.
    active: usize,
    waiting: usize,
    /// Those that may still join.
    wanted: usize,
}

impl State {
    fn publish(&self, hungry: &AtomicBool) {
        hungry.store(self.waiting > self.gifts.len(), Relaxed);
    }

    fn is_in(&self, round: u32) -> bool {
        self.open && self.round == round
    }
}

impl Pool {
    constant! {
        /// Without a round.
        pub fn new() -> Pool {
            let state =
                State { gifts: Vec::new(), round: 0, open: false, active: 0, waiting: 0, wanted: 0 };
            Pool {
                state: Locked::new(state),
                hungry: AtomicBool::new(false),
                news: AtomicU32::new(0),
                rounds: AtomicU32::new(0),
            }
        }
    }

    /// Opens a round, which this thread is in, for so many more; its number. The one before must be over: this thread
    /// has had a false [`Pool::more`].
    pub fn open(&self, helpers: usize) -> u32 {
        let mut state = self.state.lock();
        assert!(!state.open && state.gifts.is_empty());
        let round = state.round.wrapping_add(1);
        (state.round, state.open, state.active, state.wanted) = (round, true, 1, helpers);
        self.rounds.store(round, SeqCst);
        drop(state);
        sys::futex_wake(&self.rounds, helpers as u32);
        round
    }

    /// Joins the round if one more is wanted; its number.
    pub fn join(&self) -> Option<u32> {
        let mut state = self.state.lock();
        if !state.open || state.wanted == 0 {
            return None;
        }
        state.wanted -= 1;
        state.active += 1;
        Some(state.round)
    }

    /// Sleeps until there has been a round after the one with this number; the last one's number.
    pub fn wait_for_round(&self, seen: u32) -> u32 {
        loop {
            let last = self.rounds.load(SeqCst);
            if last != seen {
                return last;
            }
            sys::futex_wait(&self.rounds, seen, None);
        }
    }

    /// Whether somebody waits for work.
    #[inline(always)]
    pub fn is_hungry(&self) -> bool {
        self.hungry.load(Relaxed)
    }

    /// Gives work away if there is enough of it. Only in a round.
    #[cold]
    #[inline(never)]
    pub fn share(&self, todo: &mut Vec<usize>) {
        if todo.len() < ENOUGH_WORK {
            return;
        }
        let mut state = self.state.lock();
        if state.waiting > state.gifts.len() {
            let gift = todo.drain(..GIFT.min(todo.len() / 2)).collect();
            state.gifts.push(gift);
            state.publish(&self.hungry);
            drop(state);
            self.tell(1);
        }
    }

    /// More work for one in a round that has none; false if the round is over.
    pub fn more(&self, round: u32, todo: &mut Vec<usize>) -> bool {
        let mut state = self.state.lock();
        assert!(state.is_in(round) && todo.is_empty());
        state.active -= 1;
        loop {
            if let Some(mut gift) = state.gifts.pop() {
                state.active += 1;
                state.publish(&self.hungry);
                drop(state);
                todo.append(&mut gift);
                return true;
            }
            if state.active == 0 {
                (state.open, state.waiting) = (false, 0);
                state.publish(&self.hungry);
                drop(state);
                self.tell(i32::MAX as u32);
                return false;
            }
            state.waiting += 1;
            state.publish(&self.hungry);
            let news = self.news.load(SeqCst);
            drop(state);
            sys::futex_wait(&self.news, news, None);
            state = self.state.lock();
            if !state.is_in(round) {
                return false;
            }
            state.waiting -= 1;
            state.publish(&self.hungry);
        }
    }

    fn tell(&self, how_many: u32) {
        self.news.fetch_add(1, SeqCst);
        sys::futex_wake(&self.news, how_many);
    }
}

impl Default for Pool {
    fn default() -> Self {
        Self::new()
    }
}
