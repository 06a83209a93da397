//! `mini-go explain`: what becomes of each defer statement, why, and what gc makes of it.
//!
//! Our kinds are the decisions of the pass that lowers defer statements. gc's come from gc itself where there is a go
//! command ([`gc_tool`]), else from its rules ([`middle::gc_kinds`]), which give the reasons in both cases.

mod escape;
mod gc_text;
mod gc_tool;
mod json;
mod ours;
mod report;
mod text;

pub use report::{Report, complete, report};

use crate::cli::BuildOptions;

/// The reports as text or JSON lines.
pub fn render(reports: &[Report], opts: &BuildOptions) -> String {
    let one = |(i, report): (usize, &Report)| match (opts.json, opts.explain_escapes) {
        (true, _) => json::render(report),
        (false, true) => text::render(report, i == 0) + &escape::text(&report.escapes),
        (false, false) => text::render(report, i == 0),
    };
    let all: String = reports.iter().enumerate().map(one).collect();
    if opts.json || reports.len() < 2 { all } else { all + &text::total(reports) }
}
