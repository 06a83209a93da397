//! The list of known failures, `known-failures.tsv`: test and reason.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::verdict::{Class, Failure, Verdict};
use crate::{Run, support};

const HEAD: &str = "# Counting tests of Go's own suite that mini-go fails: test, reason. CONFORMANCE_UPDATE=remove takes out what passes.\n";

/// How to change the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Update {
    /// Take out what passes.
    Remove,
    /// And add what fails.
    Add,
}

fn path() -> PathBuf {
    support::root().join("tests/conformance/known-failures.tsv")
}

/// The reasons by test.
pub fn read() -> BTreeMap<String, String> {
    let text = fs::read_to_string(path()).unwrap_or_else(|e| panic!("{}: {e}", path().display()));
    let line = |l: &str| l.split_once('\t').map(|(t, r)| (t.to_string(), r.to_string()));
    let lines = text.lines().filter(|l| !l.starts_with('#'));
    lines.map(|l| line(l).unwrap_or_else(|| panic!("known-failures.tsv: bad line {l:?}"))).collect()
}

/// What differs from the list.
pub fn compare(listed: &BTreeMap<String, String>, runs: &[Run]) -> Vec<String> {
    let problem = |run: &Run| {
        let name = &run.test.name;
        match &run.verdict {
            Verdict::Pass if listed.contains_key(name) => {
                Some(format!("  {name}: passes, take it out of the list of known failures"))
            }
            Verdict::Fail(f) if f.class == Class::Crash || !listed.contains_key(name) => {
                Some(unexpected(name, f))
            }
            _ => None,
        }
    };
    runs.iter().filter_map(problem).collect()
}

fn unexpected(name: &str, f: &Failure) -> String {
    const MOST: usize = 12;
    let detail: String = f.detail.lines().take(MOST).map(|l| format!("\n      {l}")).collect();
    format!("  {name}: {}: {}{detail}", f.class.name(), f.reason)
}

/// Writes the list anew. Tests that were not run keep their lines, tests that fail as before their reasons.
pub fn update(listed: &BTreeMap<String, String>, runs: &[Run], how: Update) {
    let mut list = listed.clone();
    for run in runs {
        match &run.verdict {
            Verdict::Pass | Verdict::Skipped => {
                list.remove(&run.test.name);
            }
            Verdict::Fail(f) => {
                let reason = format!("{}: {}", f.class.name(), f.reason);
                if how == Update::Add || listed.contains_key(&run.test.name) {
                    list.insert(run.test.name.clone(), reason);
                }
            }
        }
    }
    let lines: String = list.iter().map(|(t, r)| format!("{t}\t{r}\n")).collect();
    fs::write(path(), format!("{HEAD}{lines}")).unwrap_or_else(|e| panic!("{}: {e}", path().display()));
    println!("known failures: {} before, {} now", listed.len(), list.len());
}
