//! gc's rules in words, and the change of the source that would lift them.

use frontend::source::Pos;
use middle::gc_kinds::{GcRule, MOST_COPIES, MOST_OPEN};

/// The rule in one sentence; `line` names the line of another statement.
pub fn sentence(rule: &GcRule, line: &dyn Fn(Pos) -> String) -> String {
    match rule {
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
pub fn upgrade(rule: &GcRule, line: &dyn Fn(Pos) -> String) -> Option<String> {
    Some(match rule {
        GcRule::Dead | GcRule::Fits(..) => return None,
        GcRule::Loop(_) | GcRule::RangeFunc => "put the loop's body into a function of its own".to_string(),
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

/// `noun`, with an s unless there is one.
pub fn plural(n: u32, noun: &str) -> String {
    if n == 1 { noun.to_string() } else { format!("{noun}s") }
}
