//! What mini-go decided about a defer statement, in words.

use std::borrow::Cow;

use middle::lower::defer::{Decision, DeferKind, FEW_EXITS, MOST_INLINED, Reason};

use super::gc_text::plural;

/// A sentence.
type Text = Cow<'static, str>;

/// The rule that decided.
#[derive(Clone)]
pub struct Ours {
    /// The kind's name; `none` for a statement that is never reached.
    pub kind: &'static str,
    /// One word for the rule.
    pub reason: &'static str,
    /// The rule in one sentence.
    pub rule: Text,
    /// The smallest change of the source that gives a stronger kind.
    pub upgrade: Option<Text>,
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
    rule: Cow::Borrowed("never reached, not compiled"),
    upgrade: None,
    cost: "none",
    cost_text: "nothing",
    frame_bytes: 0,
};

/// A statement of a generic function that nothing that was compiled uses.
pub const NOT_INSTANTIATED: Ours = Ours {
    kind: "none",
    reason: "not-instantiated",
    rule: Cow::Borrowed("generic, and not used with any type arguments"),
    ..NEVER_REACHED
};

/// A statement in the body of a range over a function.
pub const IN_RANGE_FUNC: Ours = Ours {
    kind: "heap",
    reason: "range-func",
    rule: Cow::Borrowed("in the body of a range over a function, which may run any number of times"),
    upgrade: Some(Cow::Borrowed("put the loop's body into a function of its own")),
    cost: "pooled-record",
    cost_text: "a record from the pool, linked at the loop's place and run by the exit",
    frame_bytes: 0,
};

/// Describes a decision.
pub fn describe(d: &Decision) -> Ours {
    let (rule, upgrade) = why(d.reason);
    let (cost, cost_text) = match d.kind {
        DeferKind::Heap => {
            ("pooled-record", "a record from the pool, linked at the statement and run by the exit")
        }
        DeferKind::Stack => ("record", "a record in the frame, linked at the statement and run by the exit"),
        DeferKind::Open => ("call", "two stores at the statement, a direct call at the exit"),
        DeferKind::Inlined if d.frame_bytes == 0 => {
            ("body", "the body at the exit, nothing at the statement")
        }
        DeferKind::Inlined => ("body", "two stores at the statement, the body at the exit"),
    };
    Ours {
        kind: d.kind.name(),
        reason: d.reason.name(),
        rule,
        upgrade,
        cost,
        cost_text,
        frame_bytes: d.frame_bytes,
    }
}

/// The rule in a sentence, and the change that gives a stronger kind.
fn why(reason: Reason) -> (Text, Option<Text>) {
    let (rule, upgrade) = match reason {
        Reason::Loop => (
            "control flow comes back to it, so any number of calls may be due",
            Some("put the loop's body into a function of its own"),
        ),
        Reason::Option => ("-d=defer allows nothing stronger", Some("leave -d=defer out")),
        Reason::Many => (
            "the function has as many open defers as there are bits",
            Some("join it with another defer in one literal"),
        ),
        Reason::UnknownCallee => (
            "runs at most once, but which function it calls is known only at run time",
            Some("name the function, or defer a literal that calls it"),
        ),
        Reason::ClosedCallee => (
            "runs at most once, but the body of what it calls must keep a frame of its own",
            Some("take defer, recover() as a deferred call, go and //go:noinline out of what it calls"),
        ),
        Reason::LargeCallee { cost, most, exits } => {
            let rule = format!(
                "runs at most once, but what it calls is too large (size {cost}, at most {most}) to be copied to {exits} {}",
                plural(exits, "exit"),
            );
            let few = cost <= MOST_INLINED && exits as usize > FEW_EXITS;
            let fewer = format!("merge the {exits} exits into at most {FEW_EXITS}");
            let upgrade = if few { fewer.into() } else { Cow::Borrowed("make what it calls smaller") };
            return (rule.into(), Some(upgrade));
        }
        Reason::SmallCallee => ("runs at most once and what it calls is small", None),
    };
    (rule.into(), upgrade.map(Cow::Borrowed))
}
