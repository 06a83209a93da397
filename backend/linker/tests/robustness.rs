//! Objects with random damage must give an executable or an error, never a panic, and soon.

mod common;

use std::time::{Duration, Instant};

use common::{Lang, PRELUDE, START, c, try_compile};
use linker::{Collect, DebugSections, EhFrame, Input, LinkOptions, Report};

/// How many damaged objects each kind of object gives.
const MUTANTS: u32 = 4_000;
/// More than any of them may take: a limit that is not kept shows as minutes.
const LIMIT: Duration = Duration::from_secs(10);

/// xorshift64*
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

/// The seed of this run: a new one each time, or the one to repeat.
fn seed() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos() as u64;
    let seed = std::env::var("MINIGO_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(now | 1);
    eprintln!("repeat with MINIGO_SEED={seed}");
    seed
}

/// Damages one to four places; half of them in the tables at the end of the file, which steer everything else.
fn damage(object: &mut [u8], random: &mut Random) {
    for _ in 0..=random.below(4) {
        let tail = object.len() / 3;
        let at = match random.below(4) {
            0 => random.below(64),
            1 => object.len() - 1 - random.below(tail),
            _ => random.below(object.len()),
        };
        object[at] = match random.below(4) {
            0 => 0xff,
            1 => 0,
            2 => object[at] ^ 1 << random.below(8),
            _ => random.next() as u8,
        };
    }
}

fn torture(object: &[u8]) {
    let mut random = Random(seed());
    let helper = c(START, &[]);
    let everything = LinkOptions {
        collect: Collect::Nothing,
        debug: DebugSections::Keep,
        eh_frame: EhFrame::Keep,
        report: Report::Globals,
        ..LinkOptions::default()
    };
    let reached = LinkOptions { collect: Collect::Unreached, ..everything.clone() };
    let mut linked = 0;
    for _ in 0..MUTANTS {
        let mut mutant = object.to_vec();
        damage(&mut mutant, &mut random);
        let opts = if random.below(2) == 0 { &everything } else { &reached };
        let inputs = [Input { name: "helper.o", bytes: &helper }, Input { name: "mutant.o", bytes: &mutant }];
        let started = Instant::now();
        match linker::link(&inputs, opts) {
            Ok(_) => linked += 1,
            Err(error) => assert!(!error.to_string().is_empty()),
        }
        _ = linker::strip_debug("mutant.o", &mutant);
        assert!(started.elapsed() < LIMIT);
    }
    // Damage to code alone goes unnoticed: if nothing links, the objects are not what they should be.
    assert!(linked > MUTANTS / 50, "only {linked} of {MUTANTS} link");
}

const BODY: &str = "int data[4] = {1, 2, 3}; int zeros[100]; int common_one; int *p = &data[1];
    extern int missing __attribute__((weak));
    static int helper(int n) { switch (n) { case 1: return 4; case 2: return data[1]; case 3: return zeros[3];
        case 4: return 8; case 5: return common_one; } return *p; }
    int run(void) { num(helper((int)(long)&missing)); return 0; }";

#[test]
fn damaged_plain_object() {
    let flags = ["-O1", "-fPIC", "-ffunction-sections", "-fcommon", "-fasynchronous-unwind-tables"];
    torture(&c(&format!("{PRELUDE}{BODY}"), &flags));
}

#[test]
fn damaged_object_with_debug_information() {
    torture(&c(&format!("{PRELUDE}{BODY}"), &["-O0", "-g", "-fcommon"]));
}

#[test]
fn damaged_object_with_groups() {
    let source = format!(
        "{PRELUDE} template <class T> T twice(T n) {{ static T sum; return sum += n; }}
         extern \"C\" int run() {{ num(twice(1) + (int)twice(2L)); return 0; }}"
    );
    match try_compile(Lang::Cxx, &source, &["-fno-exceptions", "-fasynchronous-unwind-tables"]) {
        Some(object) => torture(&object),
        None => eprintln!("no g++: skipped"),
    }
}

#[test]
fn damaged_archive() {
    // An archive written by hand: one object, one symbol index.
    let object = c(START, &[]);
    let header =
        |name: &str, size: usize| format!("{name:<16}{:<12}{:<6}{:<6}{:<8}{size:<10}`\n", 0, 0, 0, 644);
    let mut archive = b"!<arch>\n".to_vec();
    archive.extend(header("a.o/", object.len()).as_bytes());
    archive.extend(&object);
    assert_eq!(linker::select(&archive, &["_start"], &[]).unwrap().len(), 1);
    let mut random = Random(seed());
    for _ in 0..MUTANTS {
        let mut mutant = archive.clone();
        damage(&mut mutant, &mut random);
        _ = linker::select(&mutant, &["_start"], &["run"]);
    }
}
