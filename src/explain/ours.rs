//! What mini-go decided about a defer statement, in words.

use abi::layout::{Defer, OpenDefers};
use middle::lower::defer::{Decision, DeferKind};

/// The rule that decided.
pub struct Ours {
    /// The kind's name; `none` for a statement that is never reached.
    pub kind: &'static str,
    /// One word for the rule.
    pub reason: &'static str,
    /// The rule in one sentence.
    pub rule: &'static str,
    /// The smallest change of the source that gives a stronger kind.
    pub upgrade: Option<&'static str>,
    /// What a call costs, as one of a few words.
    pub cost: &'static str,
    /// The same in a few more.
    pub cost_text: &'static str,
    /// Bytes of the frame, the closure apart.
    pub frame_bytes: u32,
}

/// A statement that is not compiled.
pub const NEVER_REACHED: Ours = Ours {
    kind: "none",
    reason: "dead",
    rule: "never reached, not compiled",
    upgrade: None,
    cost: "none",
    cost_text: "nothing",
    frame_bytes: 0,
};

/// Describes a decision.
pub fn describe(d: &Decision) -> Ours {
    let (reason, rule, upgrade) = why(d);
    let (cost, cost_text) = match d.kind {
        DeferKind::Heap => {
            ("pooled-record", "a record from the pool, linked at the statement and run by the exit")
        }
        DeferKind::Stack => ("record", "a record in the frame, linked at the statement and run by the exit"),
        DeferKind::Open => ("call", "two stores at the statement, a direct call at the exit"),
    };
    Ours { kind: d.kind.name(), reason, rule, upgrade, cost, cost_text, frame_bytes: frame_bytes(d.kind) }
}

/// Bytes of a record, or of the place of a function value.
fn frame_bytes(kind: DeferKind) -> u32 {
    let bytes = match kind {
        DeferKind::Heap => 0,
        DeferKind::Stack => size_of::<Defer>(),
        DeferKind::Open => OpenDefers::fun_offset(1) - OpenDefers::fun_offset(0),
    };
    bytes as u32
}

/// Word, sentence, and the change that helps.
fn why(d: &Decision) -> (&'static str, &'static str, Option<&'static str>) {
    match (d.kind, d.in_loop) {
        (_, true) => (
            "loop",
            "control flow comes back to it, so any number of calls may be due",
            Some("put the loop's body into a function of its own"),
        ),
        (DeferKind::Open, false) => ("once", "runs at most once in a call of the function: no record", None),
        (_, false) => ("option", "-d=defer or the number of defers allows nothing stronger", None),
    }
}
