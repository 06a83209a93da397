//! Which defer statements may, and which must, have run when control arrives at a block.

use cranelift_entity::SecondaryMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Open, Site, Sites};
use crate::ir::cfg::reverse_postorder;
use crate::ir::{Block, Func, Op, Sym};

/// What is known at one place of a function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct State {
    /// Open statements, by number, that may have run.
    pub may: u64,
    /// Those that have run on every path.
    pub must: u64,
    /// Levels of records that may be on the chain.
    pub levels: u128,
}

impl State {
    /// Nothing has run.
    pub const NOTHING: State = State { may: 0, must: 0, levels: 0 };

    /// Whether there is nothing to do at an exit.
    pub fn is_idle(&self) -> bool {
        self.may == 0 && self.levels == 0
    }

    /// The level of a record registered here.
    pub fn level(&self) -> u64 {
        u64::from(u64::BITS - self.may.leading_zeros())
    }

    pub fn push_record(&mut self) {
        self.levels |= 1 << self.level();
    }

    pub fn push_open(&mut self, number: u32) {
        self.may |= 1 << number;
        self.must |= 1 << number;
    }

    /// What holds where control comes from either place.
    pub fn join(self, other: State) -> State {
        State { may: self.may | other.may, must: self.must & other.must, levels: self.levels | other.levels }
    }
}

/// The states at the starts of the blocks, and in front of the exits.
pub(super) struct Flow {
    start: SecondaryMap<Block, State>,
    exit: FxHashMap<Block, State>,
    has_records: bool,
    /// What may be due where a panic may be raised.
    in_panics: State,
}

impl Flow {
    /// Solves the flow equations by iteration in reverse postorder; where a panic lands, anything may have run.
    pub fn new(f: &Func, sites: &Sites, open: &[Open], calm: &FxHashSet<Sym>) -> Flow {
        let is_range = |&b: &Block| f.blocks[b].insts.iter().any(|&i| f.insts[i].op == Op::DeferRange);
        let has_records =
            sites.values().any(|s| !matches!(s, Site::Open(_))) || f.layout.iter().any(is_range);
        let mut flow = Flow {
            start: SecondaryMap::with_default(State::NOTHING),
            exit: FxHashMap::default(),
            has_records,
            in_panics: State::NOTHING,
        };
        let order = reverse_postorder(f);
        let preds = f.predecessors();
        let mut end: SecondaryMap<Block, Option<State>> = SecondaryMap::new();
        let mut changed = true;
        while changed {
            changed = false;
            // The landing block stands behind all blocks that a panic can come from.
            for &b in &order {
                let known = preds[b].iter().filter_map(|&p| end[p]).reduce(State::join);
                let start = match known {
                    Some(state) if b != f.entry() => state,
                    _ if f.landing == Some(b) => State { must: 0, ..flow.in_panics },
                    _ => State::NOTHING,
                };
                let after = flow.through(f, sites, open, calm, b, start);
                changed |= end[b] != Some(after);
                flow.start[b] = start;
                end[b] = Some(after);
            }
        }
        flow
    }

    /// The state at the start of a block.
    pub fn at(&self, b: Block) -> State {
        self.start[b]
    }

    /// The state in front of the exit of a block, if it has one.
    pub fn at_exit(&self, b: Block) -> Option<State> {
        self.exit.get(&b).copied()
    }

    /// Whether there are records at all.
    pub fn has_records(&self) -> bool {
        self.has_records
    }

    /// The open statements that a panic may find due.
    pub fn due_in_panics(&self) -> u64 {
        self.in_panics.may
    }

    fn through(
        &mut self,
        f: &Func,
        sites: &Sites,
        open: &[Open],
        calm: &FxHashSet<Sym>,
        b: Block,
        mut state: State,
    ) -> State {
        for &inst in &f.blocks[b].insts {
            match f.insts[inst].op {
                Op::Defer => match sites[&inst] {
                    Site::Open(number) => state.push_open(number),
                    Site::Heap | Site::Stack => state.push_record(),
                },
                Op::DeferRange => state.push_record(),
                Op::DeferExit => {
                    self.exit.insert(b, state);
                    self.panics_in_exit(open, state);
                }
                _ if f.may_panic_but(inst, calm) => self.in_panics = self.in_panics.join(state),
                _ => {}
            }
        }
        state
    }

    /// While a deferred call runs, all older ones are due.
    fn panics_in_exit(&mut self, open: &[Open], state: State) {
        let mut rest = state;
        for n in (0..u64::BITS).rev().filter(|n| state.may >> n & 1 != 0) {
            let records = rest.levels >> (n + 1) != 0;
            if records {
                self.in_panics = self.in_panics.join(rest);
                rest.levels &= (1 << (n + 1)) - 1;
            }
            rest.may &= (1 << n) - 1;
            if open[n as usize].may_panic {
                self.in_panics = self.in_panics.join(rest);
            }
        }
        if rest.levels != 0 {
            self.in_panics = self.in_panics.join(rest);
        }
    }
}
