//! gc 1.27's choice of defer kinds, from its rules (`walk/stmt.go`, `escape/call.go`, `escape/stmt.go`,
//! `ssagen/ssa.go`): which rule decides.
//!
//! `explain` shows it, for when there is no gc to ask, and for the reason where there is: gc itself names the kind only.
//! And the lines that tracebacks show depend on it: of a function that runs its deferred calls they name the `return`
//! where gc open-codes them, the closing brace where it has records. We do the same, whatever our own kinds are.

mod address;
pub mod flow;

pub use address::may_leave;
use frontend::source::Pos;
use rustc_hash::{FxHashMap, FxHashSet};

use flow::{Event, Flow};

/// gc's kinds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum GcKind {
    /// Not compiled: the statement is dead code.
    None,
    /// `heap-allocated`
    Heap,
    /// `stack-allocated`
    Stack,
    /// `open-coded`
    Open,
}

impl GcKind {
    /// In the words of the reports.
    pub fn name(self) -> &'static str {
        match self {
            GcKind::None => "none",
            GcKind::Heap => "heap",
            GcKind::Stack => "stack",
            GcKind::Open => "open",
        }
    }

    /// The kind gc calls so (`-d=defer=1`).
    pub fn by_gc_name(name: &str) -> Option<GcKind> {
        match name {
            "heap-allocated" => Some(GcKind::Heap),
            "stack-allocated" => Some(GcKind::Stack),
            "open-coded" => Some(GcKind::Open),
            _ => None,
        }
    }
}

/// The rule that decides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum GcRule {
    /// The statement is dead code.
    Dead,
    /// It is in a loop, this deep.
    Loop(u32),
    /// It follows a label that a goto jumps back to.
    Label,
    /// It is in the body of a range over a function.
    RangeFunc,
    /// Another statement of the function is in a loop.
    OtherInLoop(Pos),
    /// Another one is in the body of a range over a function.
    OtherInRangeFunc(Pos),
    /// So many statements.
    Many(u32),
    /// So many returns times so many statements.
    Product(u32, u32),
    /// This result is moved to the heap.
    MovedResult(String),
    /// Nothing speaks against open code; returns and statements.
    Fits(u32, u32),
}

/// `maxOpenDefers`
pub const MOST_OPEN: u32 = 8;
/// Returns times statements.
pub const MOST_COPIES: u32 = 15;

/// gc's decision about a statement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GcDecision {
    /// The kind.
    pub kind: GcKind,
    /// Why.
    pub rule: GcRule,
}

/// Decides for all defer statements of a function, whose result `moved` (if any) escapes to the heap.
pub fn decide(flow: &Flow, moved: Option<&str>) -> Vec<(Pos, GcDecision)> {
    let Facts { sites, returns } = facts(flow);
    let own = sites.iter().filter(|s| s.rule != Some(GcRule::RangeFunc)).count() as u32;
    let in_range = sites.iter().find(|s| s.rule == Some(GcRule::RangeFunc));
    let in_loop = sites.iter().find(|s| s.rule.is_some() && s.rule != Some(GcRule::RangeFunc));
    let verdict = if let Some(other) = in_loop {
        Some(GcRule::OtherInLoop(other.pos))
    } else if let Some(other) = in_range {
        Some(GcRule::OtherInRangeFunc(other.pos))
    } else if own > MOST_OPEN {
        Some(GcRule::Many(own))
    } else if let Some(name) = moved {
        Some(GcRule::MovedResult(name.to_string()))
    } else if returns * own > MOST_COPIES {
        Some(GcRule::Product(returns, own))
    } else {
        None
    };
    let decision = |site: Site| {
        let decision = match (site.rule, &verdict) {
            (Some(rule), _) => GcDecision { kind: GcKind::Heap, rule },
            (None, Some(rule)) => GcDecision { kind: GcKind::Stack, rule: rule.clone() },
            (None, None) => GcDecision { kind: GcKind::Open, rule: GcRule::Fits(returns, own) },
        };
        (site.pos, decision)
    };
    sites.into_iter().map(decision).collect()
}

/// Whether gc open-codes the defer statements of a function none of whose results escapes.
pub fn open_codes(flow: &Flow) -> bool {
    decide(flow, None).iter().all(|(_, d)| d.kind == GcKind::Open)
}

struct Site {
    pos: Pos,
    /// Why it gets a heap record, if it does.
    rule: Option<GcRule>,
}

struct Facts {
    sites: Vec<Site>,
    returns: u32,
}

/// Counts as gc's walk does, and follows the loop depth of its escape analysis: a label that is jumped back to counts as
/// a loop up to the end of the enclosing block.
fn facts(flow: &Flow) -> Facts {
    let looping = looping_labels(flow);
    let mut out = Facts { sites: Vec::new(), returns: 0 };
    let (mut loops, mut labels, mut ranges) = (0, 0, 0);
    let mut open = Vec::new();
    // A return out of the body of a range over a function becomes one return after the outermost such loop.
    let mut returns_from_range = false;
    for &event in &flow.events {
        match event {
            Event::Block | Event::Loop | Event::RangeFunc => {
                open.push((event, loops, labels));
                loops += u32::from(event == Event::Loop);
                ranges += u32::from(event == Event::RangeFunc);
            }
            Event::End => {
                let (event, l, b) = open.pop().expect("events nest");
                (loops, labels) = (l, b);
                ranges -= u32::from(event == Event::RangeFunc);
                if ranges == 0 && std::mem::take(&mut returns_from_range) {
                    out.returns += 1;
                }
            }
            Event::Label(name) => labels += u32::from(looping.contains(&name)),
            Event::Goto(_) => {}
            Event::Return if ranges > 0 => returns_from_range = true,
            Event::Return => out.returns += 1,
            Event::Defer(pos) => {
                let rule = match () {
                    () if ranges > 0 => Some(GcRule::RangeFunc),
                    () if loops > 0 => Some(GcRule::Loop(loops)),
                    () if labels > 0 => Some(GcRule::Label),
                    () => None,
                };
                out.sites.push(Site { pos, rule });
            }
        }
    }
    out
}

/// Labels that stand before a goto to them.
fn looping_labels(flow: &Flow) -> FxHashSet<frontend::source::Symbol> {
    let mut seen = FxHashMap::default();
    for event in &flow.events {
        match event {
            Event::Label(name) => {
                seen.insert(*name, false);
            }
            Event::Goto(name) => {
                seen.entry(*name).and_modify(|looping| *looping = true);
            }
            _ => {}
        }
    }
    seen.into_iter().filter(|&(_, looping)| looping).map(|(name, _)| name).collect()
}

impl GcRule {
    /// One word, for machines.
    pub fn name(&self) -> &'static str {
        match self {
            GcRule::Dead => "dead",
            GcRule::Loop(_) => "loop",
            GcRule::Label => "label",
            GcRule::RangeFunc => "range-func",
            GcRule::OtherInLoop(_) => "other-in-loop",
            GcRule::OtherInRangeFunc(_) => "other-in-range-func",
            GcRule::Many(_) => "many",
            GcRule::Product(..) => "returns-times-defers",
            GcRule::MovedResult(_) => "moved-result",
            GcRule::Fits(..) => "fits",
        }
    }
}
