//! The summary: per kind and per reason.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::Run;
use crate::table::Kind;
use crate::verdict::{Class, Verdict};

/// Passed and all.
#[derive(Default, Clone, Copy)]
struct Count {
    passed: usize,
    all: usize,
}

impl Count {
    fn add(&mut self, run: &Run) {
        self.all += 1;
        self.passed += usize::from(matches!(run.verdict, Verdict::Pass));
    }

    fn show(self) -> String {
        let percent = if self.all == 0 { 100.0 } else { 100.0 * self.passed as f64 / self.all as f64 };
        format!("{:5} of {:5} {percent:6.1} %", self.passed, self.all)
    }
}

/// Tables for people: kinds, sums, reasons, the slowest tests.
pub fn table(runs: &[Run]) -> String {
    let mut out = String::new();
    let counting: Vec<&Run> = runs.iter().filter(|r| r.test.counts.is_ok()).collect();
    let _ = writeln!(out, "{:21} {:>22}   with embedded imports", "kind", "passed");
    let count = |of: &dyn Fn(&Run) -> bool| {
        let mut c = Count::default();
        counting.iter().filter(|r| of(r)).for_each(|r| c.add(r));
        c
    };
    let mut line = |name: &str, of: &dyn Fn(&Run) -> bool| {
        let all = count(of);
        if all.all > 0 {
            let embedded = count(&|r| of(r) && r.test.imports_are_embedded());
            let _ = writeln!(out, "{name:21} {}   {}", all.show(), embedded.show());
        }
    };
    for (kind, name) in Kind::ALL {
        line(name, &|r| r.test.kind == kind);
    }
    for group in ["runs as gc's", "compiles", "rejected as by gc"] {
        line(group, &|r| r.test.kind.group() == group);
    }
    line("all", &|_| true);
    out.push('\n');
    out.push_str(&reasons(runs));
    out.push_str(&slowest(runs));
    out
}

fn reasons(runs: &[Run]) -> String {
    const MOST: usize = 15;
    let mut classes: BTreeMap<Class, BTreeMap<&str, usize>> = BTreeMap::new();
    for run in runs {
        if let Verdict::Fail(f) = &run.verdict {
            *classes.entry(f.class).or_default().entry(&f.reason).or_default() += 1;
        }
    }
    let failed: usize = classes.values().flat_map(|c| c.values()).sum();
    let mut out = String::new();
    for (class, reasons) in classes {
        let n: usize = reasons.values().sum();
        let _ = writeln!(out, "{n:5} {:5.1} %  {}", 100.0 * n as f64 / failed as f64, class.name());
        let mut list: Vec<_> = reasons.into_iter().collect();
        list.sort_by_key(|&(reason, n)| (std::cmp::Reverse(n), reason));
        for (reason, n) in list.iter().take(MOST) {
            let _ = writeln!(out, "            {n:5}  {reason}");
        }
        if list.len() > MOST {
            let _ = writeln!(out, "                   and {} more reasons", list.len() - MOST);
        }
    }
    out
}

fn slowest(runs: &[Run]) -> String {
    const MOST: usize = 5;
    let mut list: Vec<&Run> = runs.iter().collect();
    list.sort_by_key(|r| std::cmp::Reverse(r.time));
    let show = |r: &&Run| format!("{} {:.1} s", r.test.name, r.time.as_secs_f64());
    format!("slowest: {}\n", list.iter().take(MOST).map(show).collect::<Vec<_>>().join(", "))
}

/// Every result: test, kind, class, reason, time, and the details indented below.
pub fn log(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        let (class, reason, detail) = match &run.verdict {
            Verdict::Pass => ("pass", "", ""),
            Verdict::Skipped => ("skipped", "", ""),
            Verdict::Fail(f) => (f.class.name(), f.reason.as_str(), f.detail.as_str()),
        };
        let (name, kind) = (&run.test.name, run.test.kind.name());
        let _ = writeln!(out, "{name}\t{kind}\t{class}\t{reason}\t{:.2}", run.time.as_secs_f64());
        const MOST: usize = 40;
        for l in detail.lines().take(MOST) {
            let _ = writeln!(out, "    {l}");
        }
    }
    out
}

/// The failures with all that is known about them.
pub fn details(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        if let Verdict::Fail(f) = &run.verdict {
            let _ = writeln!(out, "{}: {}: {}\n{}", run.test.name, f.class.name(), f.reason, f.detail);
        }
    }
    out
}
