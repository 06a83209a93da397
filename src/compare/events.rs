//! Which part of a defer statement's life an instruction belongs to.

use std::collections::BTreeSet;

use backend::inspect::{Access, Function, Instruction};

use super::class::Class;

/// Parts, in the order in which they are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Event {
    /// On the line of a defer statement: operands, closure.
    Evaluate,
    /// The call that links a record, or the store that sets the bit.
    Register,
    /// Nothing to do with defer.
    Body,
    /// At an exit: whether the bit is set.
    TestBit,
    /// At an exit: the bit is cleared, the call made.
    Run,
    /// The runtime runs the records of the frame.
    DeferReturn,
    /// Where a recovered panic continues.
    Landing,
}

impl Event {
    /// In reports.
    pub fn name(self) -> &'static str {
        match self {
            Event::Evaluate => "evaluate operands",
            Event::Register => "register",
            Event::Body => "",
            Event::TestBit => "test bit",
            Event::Run => "run",
            Event::DeferReturn => "deferreturn",
            Event::Landing => "recovery landing",
        }
    }

    /// One word, for machines.
    pub fn word(self) -> &'static str {
        match self {
            Event::Evaluate => "evaluate",
            Event::Register => "register",
            Event::Body => "body",
            Event::TestBit => "test-bit",
            Event::Run => "run",
            Event::DeferReturn => "deferreturn",
            Event::Landing => "landing",
        }
    }
}

/// The event of each instruction of a function whose defer statements stand on these lines.
pub fn of(f: &Function, code: &[Instruction], defer_lines: &BTreeSet<u32>) -> Vec<Event> {
    let landing = only_after_recovery(f, code);
    let mut out = vec![Event::Body; code.len()];
    // Up to the call after a cleared bit, or the branch after a loaded one.
    let (mut running, mut testing) = (false, false);
    for (i, c) in code.iter().enumerate() {
        let class = c.callee.as_ref().map(Class::of);
        let at_statement = defer_lines.contains(&c.line);
        let event = match (class, c.defer_bits) {
            _ if c.padding => Event::Body,
            (Some(Class::DeferExit), _) => Event::DeferReturn,
            (Some(Class::DeferRegistration), _) => Event::Register,
            (_, Some(Access::Write)) if at_statement && !landing[i] => Event::Register,
            (_, Some(Access::Write)) if c.line != f.line => {
                running = true;
                Event::Run
            }
            (_, Some(Access::Read)) if at_statement => Event::Register,
            (_, Some(Access::Read)) => {
                testing = true;
                Event::TestBit
            }
            _ if running => Event::Run,
            _ if testing => Event::TestBit,
            _ if at_statement => Event::Evaluate,
            _ => Event::Body,
        };
        running &= c.callee.is_none() && c.falls_through;
        testing &= !c.branches && c.falls_through && event == Event::TestBit;
        out[i] = match event {
            Event::DeferReturn | Event::Run | Event::TestBit => event,
            _ if landing[i] => Event::Landing,
            event => event,
        };
    }
    out
}

/// Instructions that are reached after a recovered panic and in no other way.
fn only_after_recovery(f: &Function, code: &[Instruction]) -> Vec<bool> {
    let from_start = reached(code, &[0]);
    let from_landing = reached(code, &f.landings);
    from_landing.iter().zip(from_start).map(|(&landing, start)| landing && !start).collect()
}

fn reached(code: &[Instruction], starts: &[u32]) -> Vec<bool> {
    let index = |offset: u32| code.binary_search_by_key(&offset, |c| c.offset).ok();
    let mut seen = vec![false; code.len()];
    let mut work: Vec<usize> = starts.iter().filter_map(|&s| index(s)).collect();
    while let Some(i) = work.pop() {
        if std::mem::replace(&mut seen[i], true) {
            continue;
        }
        work.extend(code[i].target.and_then(index));
        if code[i].falls_through && i + 1 < code.len() {
            work.push(i + 1);
        }
    }
    seen
}
