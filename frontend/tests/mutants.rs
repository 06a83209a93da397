//! The checker does not panic, hang or take all memory, whatever it is given: files whose tokens are mutated at random.
//!
//! The originals are the golden programs and error files of the workspace, Go's own test suite where it is installed, and
//! the type checker's test data of the Go source tree that MINIGO_GOROOT names. Settings are environment variables:
//!
//! | variable | meaning |
//! |---|---|
//! | `MUTANTS=n` | how many; by default 2,000, in unoptimised builds 60 |
//! | `MUTANTS_SEED=n` | what the random numbers start with; printed |
//! | `MUTANTS_KEEP=file` | where to write the mutant that fails |

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use frontend::constraint::BuildContext;
use frontend::lex::Lexer;
use frontend::source::{Interner, SourceMap};
use frontend::{Form, Input, InputFile, SourceProvider, check_program, render};
use rayon::prelude::*;

/// How often the watching thread looks.
const TICK: Duration = Duration::from_millis(200);
/// A check that takes more ticks hangs. (Not measured by the clock: it goes on while a busy machine stops the process.)
const MOST_TICKS: usize = if cfg!(debug_assertions) { 600 } else { 150 };
/// More than this, for all threads together, is a blow-up.
const MOST_MEMORY: usize = 4 << 30;
/// Larger files add time, no variety.
const MOST_TEXT: u64 = 40_000;

struct Embedded;

impl SourceProvider for Embedded {
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>> {
        let files = golib::package(import_path)?;
        Some(files.iter().map(|&(name, text)| (name.to_string(), text.to_string())).collect())
    }
}

/// Checks a program of one file; what is printed does not matter, only that something can be.
fn check(text: String) -> usize {
    let file = InputFile { display_name: "./x.go".to_string(), path: "/x.go".to_string(), text: text.into() };
    let context = BuildContext::default();
    let input = Input { files: vec![file], dir: "/".to_string(), context };
    match check_program(input, &Embedded) {
        Ok(_) => 0,
        Err(failure) => render(&failure, Form::Text { all: true }).len(),
    }
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

/// Tokens that change the meaning of what is around them.
const SPICE: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ":",
    ".",
    "...",
    "=",
    ":=",
    "<-",
    "*",
    "&",
    "|",
    "~",
    "+",
    "-",
    "<<",
    "==",
    "_",
    "0",
    "1",
    "-1",
    "1<<62",
    "1e1000",
    "1i",
    "'a'",
    "\"s\"",
    "nil",
    "true",
    "iota",
    "int",
    "uint8",
    "string",
    "any",
    "comparable",
    "error",
    "T",
    "P",
    "x",
    "f",
    "len",
    "make",
    "new",
    "append",
    "panic",
    "recover",
    "min",
    "clear",
    "unsafe.Sizeof",
    "struct{}",
    "interface{}",
    "interface{ m() }",
    "func()",
    "[]int",
    "[2]int",
    "[...]int",
    "*int",
    "map[string]int",
    "chan int",
    "<-chan T",
    "[T any]",
    "[P ~int|~string]",
    "[int]",
    "(int)",
    "x.(type)",
    "x.(int)",
    "range",
    "defer",
    "go",
    "return",
    "func(x int) int { return x }",
    "func",
    "type",
    "var",
    "const",
    "if",
    "for",
    "switch",
    "select",
    "case",
    "default",
    "break",
    "continue",
    "goto L",
    "L:",
    "fallthrough",
    "type T[P any] struct{ T[P] }",
    "type A = A",
    "T{}",
    "[]T{{}}",
    "T[T]",
    "x.x",
    "f()",
    "f(f())",
    "import \"unsafe\"",
];

/// The text with blanks and comments, cut before each token.
fn pieces(text: &str) -> Vec<String> {
    let mut source = SourceMap::default();
    let id = source.add("x.go".to_string(), "/x.go".to_string(), text.to_string());
    let file = source.file(id);
    let interner = Interner::default();
    let mut cuts: Vec<usize> =
        Lexer::new(file, &interner).map(|(start, _, _)| (start.0 - file.base) as usize).collect();
    cuts.push(text.len());
    cuts.dedup();
    let mut from = 0;
    let mut out = Vec::with_capacity(cuts.len());
    for cut in cuts.into_iter().filter(|&c| text.is_char_boundary(c)) {
        out.push(text[from..cut].to_string());
        from = cut;
    }
    out
}

/// One to six changes.
fn mutate(original: &[String], random: &mut Random) -> String {
    let mut parts = original.to_vec();
    for _ in 0..1 + random.below(6) {
        if parts.is_empty() {
            break;
        }
        let (at, other) = (random.below(parts.len()), random.below(parts.len()));
        match random.below(7) {
            0 => drop(parts.remove(at)),
            1 => parts[at] = parts[other].clone(),
            2 => parts.swap(at, other),
            3 => parts[at] = format!("{} ", SPICE[random.below(SPICE.len())]),
            4 => parts.insert(at, format!(" {} ", SPICE[random.below(SPICE.len())])),
            5 => {
                let end = (at + 1 + random.below(12)).min(parts.len());
                let copy: Vec<String> = parts[at..end].to_vec();
                parts.splice(other..other, copy);
            }
            _ => drop(parts.drain(at..(at + 1 + random.below(8)).min(parts.len()))),
        }
    }
    parts.concat()
}

fn collect(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, out);
        } else if path.extension().is_some_and(|e| e == "go")
            && entry.metadata().is_ok_and(|m| m.len() <= MOST_TEXT)
        {
            out.push(path);
        }
    }
}

fn originals() -> Vec<PathBuf> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
    let mut out = Vec::new();
    collect(&tests.join("errors"), &mut out);
    collect(&tests.join("golden"), &mut out);
    collect(Path::new("/usr/share/go-1.19/test"), &mut out);
    if let Some(root) = std::env::var_os("MINIGO_GOROOT") {
        collect(&Path::new(&root).join("src/internal/types/testdata"), &mut out);
        collect(&Path::new(&root).join("src/cmd/compile/internal/types2/testdata"), &mut out);
    }
    out.sort();
    out
}

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

/// Resident memory of the process.
fn memory() -> usize {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or(0) * 4096
}

/// What is being checked, by thread: the file, the text and for how many ticks.
type Busy = Vec<Mutex<Option<(PathBuf, String, usize)>>>;

fn keep(what: &str, path: &Path, text: &str) {
    eprintln!("{what}: a mutant of {}", path.display());
    let target = std::env::var("MUTANTS_KEEP")
        .unwrap_or_else(|_| std::env::temp_dir().join("mini-go-mutant.go").display().to_string());
    match std::fs::write(&target, text) {
        Ok(()) => eprintln!("it is in {target}"),
        Err(e) => eprintln!("{target}: {e}"),
    }
}

/// Ends the process if a check takes too long or too much: threads cannot be stopped.
fn watch(busy: &Busy, done: &AtomicBool) {
    while !done.load(Ordering::Relaxed) {
        std::thread::sleep(TICK);
        let large = memory() > MOST_MEMORY;
        for slot in busy {
            let mut slot = slot.lock().expect("no panic while locked");
            let Some((path, text, ticks)) = &mut *slot else { continue };
            *ticks += 1;
            if large || *ticks > MOST_TICKS {
                keep(if large { "takes too much memory" } else { "does not end" }, path, text);
                if !large {
                    std::process::exit(101);
                }
            }
        }
        if large {
            std::process::exit(101);
        }
    }
}

#[test]
fn mutants_give_errors_not_panics() {
    let seed = setting("MUTANTS_SEED", 1);
    let count = setting("MUTANTS", if cfg!(debug_assertions) { 60 } else { 2_000 });
    let originals = originals();
    assert!(originals.len() > 100, "only {} originals", originals.len());
    println!("{count} mutants of {} files, MUTANTS_SEED={seed}", originals.len());
    let pool = rayon::ThreadPoolBuilder::new().stack_size(256 << 20).build().expect("threads");
    let busy: Busy = (0..pool.current_num_threads()).map(|_| Mutex::new(None)).collect();
    let (done, panics, rejected) = (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0));
    let one = |n: usize| {
        let mut random = Random(seed.wrapping_mul(0x1_0000_0001).wrapping_add(n as u64));
        let path = &originals[random.below(originals.len())];
        let text = String::from_utf8_lossy(&std::fs::read(path).expect("file can be read")).into_owned();
        let mutant = mutate(&pieces(&text), &mut random);
        let slot = &busy[rayon::current_thread_index().unwrap_or(0)];
        *slot.lock().expect("no panic while locked") = Some((path.clone(), mutant.clone(), 0));
        // Threads that wait for a part of the work may take another mutant; without parts they do not.
        match catch_unwind(AssertUnwindSafe(|| check(mutant.clone()))) {
            Ok(printed) => drop(rejected.fetch_add(usize::from(printed > 0), Ordering::Relaxed)),
            Err(_) => {
                panics.fetch_add(1, Ordering::Relaxed);
                keep(&format!("number {n} panics"), path, &mutant);
            }
        }
        *slot.lock().expect("no panic while locked") = None;
    };
    std::thread::scope(|scope| {
        scope.spawn(|| watch(&busy, &done));
        pool.install(|| (0..count as usize).into_par_iter().with_max_len(1).for_each(one));
        done.store(true, Ordering::Relaxed);
    });
    let (panics, rejected) = (panics.into_inner(), rejected.into_inner() as u64);
    println!("{rejected} rejected, {panics} panics");
    assert_eq!(panics, 0, "panics");
    assert!(rejected * 2 > count, "only {rejected} of {count} were rejected: is anything mutated?");
}
