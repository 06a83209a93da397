//! The commands that show what becomes of a defer: `explain`, `trace`, `compare`. Where gc is needed its place is taken by
//! another executable of mini-go, or by the rules.

mod support;

use std::process::Command;
use std::time::Duration;

use support::{MINI_GO, Outcome, TempDir};

const PROGRAM: &str = r#"package main

func each(n int) (r int) {
	defer func() { r *= 2 }()
	for i := 0; i < n; i++ {
		defer println("loop", i)
	}
	return n
}

func fails() (ok bool) {
	defer func() { ok = recover() != nil }()
	panic("boom")
}

func main() {
	println(each(1))
	println(fails())
}
"#;

fn mini_go(dir: &TempDir, args: &[&str]) -> Outcome {
    let mut c = Command::new(MINI_GO);
    c.args(args).current_dir(&dir.0).env("GO", "off");
    support::run(&mut c, Duration::from_secs(60))
}

fn program(label: &str) -> TempDir {
    let dir = TempDir::new(label);
    dir.file("prog.go", PROGRAM);
    dir
}

#[test]
fn explain_names_kind_rule_and_upgrade() {
    let dir = program("explain");
    let o = mini_go(&dir, &["explain", "-d=defer=open", "prog.go"]);
    assert_eq!(o.status, Some(0), "{}", o.stderr);
    for wanted in [
        "main.each ./prog.go mini-go gc",
        "4:2 defer func() {…}() open stack",
        "gc the defer in a loop (line 6) keeps the whole function from open code",
        "6:3 defer println(\"loop\", i) heap heap",
        "upgrade put the loop's body into a function of its own",
        "3 defer statements in 2 functions",
        "gc 1 open, 1 stack, 1 heap",
    ] {
        let squeezed = o.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(squeezed.contains(wanted), "no {wanted:?} in\n{}", o.stdout);
    }
}

#[test]
fn explain_json_is_one_object_a_line() {
    let dir = program("explain-json");
    let o = mini_go(&dir, &["explain", "-json", "prog.go"]);
    let lines: Vec<serde_json::Value> =
        o.stdout.lines().map(|l| serde_json::from_str(l).expect("an object")).collect();
    assert_eq!(lines.len(), 4, "{}", o.stdout);
    let kinds: Vec<&str> = lines[..3].iter().map(|l| l["gc"]["kind"].as_str().expect("a kind")).collect();
    assert_eq!(kinds, ["stack", "heap", "open"]);
    assert_eq!(lines[1]["kind"], "heap");
    assert_eq!(lines[1]["reason"], "loop");
    assert_eq!(lines[0]["gc"]["source"], "rules");
    assert_eq!((&lines[3]["type"], &lines[3]["defers"]), (&"summary".into(), &3.into()));
}

#[test]
fn explain_escape_tells_the_way_of_an_address() {
    let dir = TempDir::new("escape");
    let text = "package main\n\n//go:noinline\nfunc f() *int {\n\tx := 1\n\ty := 2\n\tp := &y\n\treturn &x\n}\n\nfunc main() { println(*f()) }\n";
    dir.file("prog.go", text.replace("p := &y", "p := &y; *p = 3"));
    let o = mini_go(&dir, &["explain", "-escape", "prog.go"]);
    assert_eq!(o.status, Some(0), "{}", o.stderr);
    let squeezed = o.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in [
        "./prog.go:5:2 variable x, 8 bytes heap its address is returned",
        "./prog.go:6:2 variable y, 8 bytes frame its address does not outlive it",
        "./prog.go:8:2 returned",
        "2 allocations: 1 in the frame, 1 on the heap",
    ] {
        assert!(squeezed.contains(wanted), "no {wanted:?} in\n{}", o.stdout);
    }
}

#[test]
fn explain_knows_gcs_limits() {
    let dir = TempDir::new("limits");
    let body = |defers: usize, returns: usize| {
        let d = "\tdefer println()\n".repeat(defers);
        let r: String = (1..returns).map(|i| format!("\tif n == {i} {{\n\t\treturn\n\t}}\n")).collect();
        format!("(n int) {{\n{d}{r}\treturn\n}}\n")
    };
    let mut text = "package main\n".to_string();
    let cases =
        [(1, 15, "open"), (1, 16, "stack"), (2, 7, "open"), (2, 8, "stack"), (8, 1, "open"), (9, 1, "stack")];
    for (i, &(defers, returns, _)) in cases.iter().enumerate() {
        text += &format!("\nfunc f{i}{}", body(defers, returns));
    }
    dir.file("prog.go", text + "\nfunc main() {}\n");
    let o = mini_go(&dir, &["explain", "-json", "prog.go"]);
    for (i, (defers, returns, kind)) in cases.iter().enumerate() {
        let mine = o.stdout.lines().filter(|l| l.contains(&format!("\"main.f{i}\"")));
        let mine: Vec<&str> = mine.collect();
        assert_eq!(mine.len(), *defers, "{}", o.stdout);
        let gc = format!("\"version\":\"go1.27\",\"kind\":\"{kind}\"");
        assert!(mine.iter().all(|l| l.contains(&gc)), "{defers} × {returns}: no {gc} in {mine:?}");
    }
}

#[test]
fn trace_shows_a_goroutines_life() {
    let dir = program("trace");
    let o = mini_go(&dir, &["trace", "prog.go"]);
    assert_eq!(o.status, Some(0), "{}", o.stderr);
    assert_eq!(o.stderr, "loop 0\n2\ntrue\n");
    let events: Vec<String> = o
        .stdout
        .lines()
        .filter(|l| l.contains("prog.go:"))
        .map(|l| l.split_whitespace().skip(1).take(3).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        events,
        [
            "prog.go:4 main.each push",
            "prog.go:6 main.each push",
            "prog.go:9 main.each run",
            "prog.go:9 main.each run",
            "prog.go:12 main.fails push",
            "prog.go:13 main.fails panic",
            "prog.go:13 main.fails run",
            "prog.go:12 main.fails.func1 recover",
            "prog.go:13 main.fails resume",
        ],
        "{}",
        o.stdout
    );
    assert!(o.stdout.contains("[6 4]"), "the chain after the second push:\n{}", o.stdout);
}

#[test]
fn traced_programs_write_the_same_events_under_every_kind() {
    let dir = program("kinds");
    let events = |kind: &str| {
        let flag = format!("-d=defer={kind},defertrace");
        let o = mini_go(&dir, &["build", &flag, "prog.go"]);
        assert_eq!(o.status, Some(0), "{}", o.stderr);
        let file = dir.0.join(kind);
        let mut c = Command::new(dir.0.join("prog"));
        let o = support::run(c.env("MINIGO_DEFERTRACE", &file), Duration::from_secs(10));
        assert_eq!(o.stderr, "loop 0\n2\ntrue\n", "{kind}");
        let text = std::fs::read_to_string(file).expect("a trace");
        let line = |l: &str| {
            let v: serde_json::Value = serde_json::from_str(l).expect("an object");
            let due = v["chain"].as_array().expect("a chain").len();
            format!("{} {} {due}", v["event"], v["line"])
        };
        text.lines().map(line).collect::<Vec<_>>()
    };
    let heap = events("heap");
    assert!(heap.contains(&"\"push\" 6 2".to_string()), "{heap:?}");
    for kind in ["stack", "open", "auto"] {
        assert_eq!(events(kind), heap, "{kind}");
    }
}

#[test]
fn compare_counts_and_aligns() {
    let dir = program("compare");
    assert_eq!(mini_go(&dir, &["build", "-d=defer=heap", "-o", "records", "prog.go"]).status, Some(0));
    let o = mini_go(&dir, &["compare", "-with", "records", "-f", "^main.each$", "-d=defer=open", "prog.go"]);
    assert_eq!(o.status, Some(0), "{}", o.stderr);
    for wanted in [
        "defer registration",
        "prog.go:4  defer func() { r *= 2 }()",
        "-- evaluate operands",
        "-- register",
        "-- run",
        "-- deferreturn",
        "-- recovery landing",
        "call runtime.deferreturn",
        "1 function in both: ",
    ] {
        assert!(o.stdout.contains(wanted), "no {wanted:?} in\n{}", o.stdout);
    }
    let o = mini_go(&dir, &["compare", "-with", "records", "-json", "prog.go"]);
    let main: serde_json::Value = o
        .stdout
        .lines()
        .map(|l| serde_json::from_str(l).expect("an object"))
        .find(|v: &serde_json::Value| v["name"] == "main.each")
        .expect("main.each");
    assert_eq!(main["other"]["calls"]["defer registration"], 2, "{main}");
    assert_eq!(main["ours"]["calls"]["defer registration"], 1, "{main}");
}

#[test]
fn compare_fails_beyond_the_bound_and_without_gc() {
    let dir = program("bound");
    assert_eq!(mini_go(&dir, &["build", "-o", "same", "prog.go"]).status, Some(0));
    let o = mini_go(&dir, &["compare", "-with", "same", "-max-regress=0%", "prog.go"]);
    assert_eq!(o.status, Some(0), "{}", o.stderr);
    let o = mini_go(&dir, &["compare", "-with", "same", "-max-regress=-1%", "prog.go"]);
    assert_eq!(o.status, Some(1));
    assert!(o.stderr.contains("main.each: ") && o.stderr.contains("allowed are -1 %"), "{}", o.stderr);
    let o = mini_go(&dir, &["compare", "prog.go"]);
    assert_eq!(o.status, Some(1));
    assert!(o.stderr.contains("go.dev/dl"), "{}", o.stderr);
    assert_eq!(mini_go(&dir, &["compare", "-max-regress=x", "prog.go"]).status, Some(2));
}

/// `DEFER.md` shows what the commands print today.
#[test]
fn the_page_is_up_to_date() {
    let mut c = Command::new(support::root().join("tests/defer/page"));
    let o = support::run(c.arg("--check").env("MINI_GO", MINI_GO), Duration::from_secs(120));
    assert_eq!(o.status, Some(0), "{}{}", o.stdout, o.stderr);
}
