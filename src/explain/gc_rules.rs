//! gc 1.27's choice of defer kinds, from its rules (`walk/stmt.go`, `escape/call.go`, `escape/stmt.go`,
//! `ssagen/ssa.go`): which rule decides, in words, and the change of the source that would lift it.
//!
//! For when there is no gc to ask, and for the reason where there is: gc itself names the kind only.

use frontend::source::Pos;
use rustc_hash::{FxHashMap, FxHashSet};

use super::gc_flow::{Event, Flow};

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
const MOST_OPEN: u32 = 8;
/// Returns times statements.
const MOST_COPIES: u32 = 15;

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

    /// The rule in one sentence; `line` names the line of another statement.
    pub fn sentence(&self, line: &dyn Fn(Pos) -> String) -> String {
        match self {
            GcRule::Dead => "dead code, not compiled".to_string(),
            GcRule::Loop(1) => "in a loop, so any number of calls may be due".to_string(),
            GcRule::Loop(depth) => format!("in {depth} nested loops, so any number of calls may be due"),
            GcRule::Label => "behind a label that a goto jumps back to, which counts as a loop".to_string(),
            GcRule::RangeFunc => "in the body of a range over a function".to_string(),
            GcRule::OtherInLoop(pos) => {
                format!("the defer in a loop ({}) keeps the whole function from open code", line(*pos))
            }
            GcRule::OtherInRangeFunc(pos) => format!(
                "the defer in a range over a function ({}) keeps the whole function from open code",
                line(*pos)
            ),
            GcRule::Many(n) => format!("{n} defers in the function, open code takes at most {MOST_OPEN}"),
            GcRule::Product(returns, defers) => format!(
                "{returns} returns × {defers} {} = {}, open code takes at most {MOST_COPIES}",
                plural(*defers, "defer"),
                returns * defers
            ),
            GcRule::MovedResult(name) => format!("result {name} escapes to the heap, so no open code"),
            GcRule::Fits(returns, defers) => format!(
                "no loop; {defers} {} (at most {MOST_OPEN}); {returns} {} × {defers} = {} (at most {MOST_COPIES})",
                plural(*defers, "defer"),
                plural(*returns, "return"),
                returns * defers
            ),
        }
    }

    /// The smallest change that would give a stronger kind.
    pub fn upgrade(&self, line: &dyn Fn(Pos) -> String) -> Option<String> {
        Some(match self {
            GcRule::Dead | GcRule::Fits(..) => return None,
            GcRule::Loop(_) | GcRule::RangeFunc => {
                "put the loop's body into a function of its own".to_string()
            }
            GcRule::Label => "put the defer in front of the label".to_string(),
            GcRule::OtherInLoop(pos) | GcRule::OtherInRangeFunc(pos) => {
                format!("put the body of the loop at {} into a function of its own", line(*pos))
            }
            GcRule::Many(n) => {
                let excess = n - MOST_OPEN;
                format!("join {excess} of the defers with others, in one literal each")
            }
            GcRule::Product(returns, defers) => {
                let allowed = MOST_COPIES / defers;
                format!("merge the {returns} returns into at most {allowed}")
            }
            GcRule::MovedResult(name) => {
                format!("return a local variable instead of {name}, whose address leaves the function")
            }
        })
    }
}

/// `noun`, with an s unless there is one.
pub fn plural(n: u32, noun: &str) -> String {
    if n == 1 { noun.to_string() } else { format!("{noun}s") }
}
