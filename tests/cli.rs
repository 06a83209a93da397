//! The command line: messages, exit statuses, files left behind or not.

mod support;

use std::fs;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::process::Command;
use std::time::{Duration, Instant};

use support::{MINI_GO, Outcome, TempDir};

fn mini_go(dir: &TempDir, args: &[&str]) -> Outcome {
    support::run(Command::new(MINI_GO).args(args).current_dir(&dir.0), Duration::from_secs(60))
}

const HELLO: &str = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"hello\")\n}\n";

#[test]
fn run_prints_and_hands_on_arguments_and_status() {
    let dir = TempDir::new("run");
    dir.file(
        "prog.go",
        "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc main() {\n\tdefer fmt.Println(\"not printed\")\n\tfmt.Println(os.Args[1:])\n\tos.Exit(7)\n}\n",
    );
    let o = mini_go(&dir, &["run", "prog.go", "a", "-b"]);
    assert_eq!(o.stdout, "[a -b]\n");
    assert_eq!(o.stderr, "exit status 7\n");
    assert_eq!(o.status, Some(1));
}

#[test]
fn build_names_the_executable_after_the_file() {
    let dir = TempDir::new("build");
    dir.file("prog.go", HELLO);
    let o = mini_go(&dir, &["build", "prog.go"]);
    assert_eq!((o.status, o.stdout.as_str(), o.stderr.as_str()), (Some(0), "", ""));
    let exe = dir.0.join("prog");
    assert_eq!(fs::metadata(&exe).expect("an executable").permissions().mode() & 0o111, 0o111);
    assert_eq!(support::run(&mut Command::new(exe), Duration::from_secs(10)).stdout, "hello\n");
    assert_eq!(fs::read_dir(&dir.0).expect("a folder").count(), 2, "nothing else is left behind");
}

#[test]
fn type_errors_are_gcs() {
    let dir = TempDir::new("errors");
    dir.file("prog.go", "package main\n\nfunc main() {\n\ty := undefinedName\n\tx := 1\n}\n");
    let o = mini_go(&dir, &["build", "prog.go"]);
    assert_eq!(
        o.stderr,
        "# command-line-arguments\n./prog.go:4:2: declared and not used: y\n./prog.go:4:7: undefined: undefinedName\n./prog.go:5:2: declared and not used: x\n"
    );
    assert_eq!(o.status, Some(1));
    assert!(!dir.0.join("prog").exists());
}

#[test]
fn line_directives_name_positions() {
    let dir = TempDir::new("line");
    dir.file(
        "prog.go",
        "package main\n\n//line a/gen.y:20\nvar x int = \"\"\n\nfunc main() {\n/*line /b.go:7:9*/goto L\n//line :9:3\nvar y int\nL:\n}\n",
    );
    let o = mini_go(&dir, &["build", "prog.go"]);
    let origin = dir.0.join("prog.go").display().to_string();
    assert_eq!(
        o.stderr,
        format!(
            "# command-line-arguments\n./a/gen.y:20: cannot use \"\" (untyped string constant) as int value in variable declaration\n/b.go:7:14: goto L jumps over declaration of y at /b.go:9:7[{origin}:9:5]\n/b.go:9:7: declared and not used: y\n"
        )
    );
}

#[test]
fn too_many_errors_are_cut() {
    let dir = TempDir::new("many");
    let body: String = (0..20).map(|i| format!("\tx{i} := 1\n")).collect();
    dir.file("prog.go", format!("package main\n\nfunc main() {{\n{body}}}\n"));
    let o = mini_go(&dir, &["build", "prog.go"]);
    assert_eq!(o.stderr.lines().count(), 12, "header, ten errors, and the last line:\n{}", o.stderr);
    assert!(o.stderr.ends_with("too many errors\n"), "{}", o.stderr);
    let o = mini_go(&dir, &["build", "-gcflags=-e", "prog.go"]);
    assert_eq!(o.stderr.lines().count(), 21);
}

#[test]
fn hostile_sources_get_a_message() {
    let nested = format!(
        "package main\n\nfunc main() {{\n\t_ = {}1{}\n}}\n",
        "(".repeat(100_000),
        ")".repeat(100_000)
    );
    let cases: &[(&str, Vec<u8>)] = &[
        ("empty file", b"".to_vec()),
        ("NUL bytes", vec![0; 512]),
        ("invalid UTF-8", b"package main\n\nfunc main() {\n\tprintln(\"\xff\xfe\")\n}\n".to_vec()),
        ("unterminated string", b"package main\n\nfunc main() {\n\tprintln(\"abc)\n}\n".to_vec()),
        ("missing import", b"package main\n\nimport \"no/such/package\"\n\nfunc main() {}\n".to_vec()),
        ("type error", b"package main\n\nfunc main() {\n\tvar x int = \"a\"\n\t_ = x\n}\n".to_vec()),
    ];
    let dir = TempDir::new("hostile");
    for (what, text) in cases {
        dir.file("prog.go", text);
        dir.file("prog", "previous");
        let start = Instant::now();
        let o = mini_go(&dir, &["build", "prog.go"]);
        assert!(start.elapsed() < Duration::from_secs(2), "{what}: {:?}", start.elapsed());
        assert_eq!(o.status, Some(1), "{what}: {}", o.stderr);
        assert!(o.stderr.contains("prog.go:"), "{what}: {}", o.stderr);
        assert!(!o.stderr.contains("internal compiler error"), "{what}: {}", o.stderr);
        assert_eq!(fs::read_to_string(dir.0.join("prog")).expect("kept"), "previous", "{what}");
    }
    // gc accepts deep nesting of parentheses up to its own limits; a message or an executable are both right.
    dir.file("prog.go", nested);
    let start = Instant::now();
    let o = mini_go(&dir, &["build", "-o", "deep", "prog.go"]);
    assert!(start.elapsed() < Duration::from_secs(2), "nesting: {:?}", start.elapsed());
    assert!(matches!(o.status, Some(0 | 1)), "nesting: {:?} {}", o.status, o.stderr);
    assert!(o.status == Some(0) || o.stderr.contains("prog.go:"), "nesting: {}", o.stderr);
}

/// gc's words; it names the place where it happens to be, mini-go that of the variable.
#[test]
fn variables_that_no_executable_has_room_for() {
    let dir = TempDir::new("large");
    let text = "package main\n\nvar a [1 << 33]*int\n\nvar b = [1 << 45]byte{1: 2}\n\nfunc main() { println(&a, &b) }\n";
    dir.file("prog.go", text);
    let o = mini_go(&dir, &["build", "prog.go"]);
    assert_eq!(
        o.stderr,
        "# command-line-arguments\n\
         ./prog.go:3:5: main.a: symbol too large (68719476736 bytes > 2000000000 bytes)\n\
         ./prog.go:5:5: main.b: symbol too large (35184372088832 bytes > 2000000000 bytes)\n"
    );
    assert_eq!(o.status, Some(1));
}

#[test]
fn folders_without_go_files_and_wrong_usage() {
    let dir = TempDir::new("usage");
    let o = mini_go(&dir, &["build"]);
    assert_eq!(o.status, Some(1), "{}", o.stderr);
    assert!(o.stderr.contains("no Go files in"), "{}", o.stderr);
    assert_eq!(mini_go(&dir, &["build", "-nosuchflag", "x.go"]).status, Some(2));
    assert_eq!(mini_go(&dir, &["nosuchcommand"]).status, Some(2));
    assert_eq!(mini_go(&dir, &[]).status, Some(2));
    let o = mini_go(&dir, &["build", "missing.go"]);
    assert_eq!(o.status, Some(1));
    assert!(o.stderr.contains("missing.go"), "{}", o.stderr);
}

#[test]
fn dev_null_stays_a_device() {
    let dir = TempDir::new("null");
    dir.file("prog.go", HELLO);
    let o = mini_go(&dir, &["build", "-o", "/dev/null", "prog.go"]);
    assert_eq!(o.status, Some(0), "{}", o.stderr);
    assert!(fs::metadata("/dev/null").expect("/dev/null").file_type().is_char_device());
}

#[test]
fn a_killed_build_leaves_nothing_half_written() {
    let dir = TempDir::new("kill");
    dir.file("prog.go", HELLO);
    for ms in [1, 3, 6, 10, 15, 25, 40] {
        let mut child = Command::new(MINI_GO)
            .args(["build", "-o", "out", "prog.go"])
            .current_dir(&dir.0)
            .spawn()
            .expect("mini-go starts");
        std::thread::sleep(Duration::from_millis(ms));
        let _ = child.kill();
        let _ = child.wait();
        let exe = dir.0.join("out");
        if exe.exists() {
            let o = support::run(&mut Command::new(&exe), Duration::from_secs(10));
            assert_eq!(o.stdout, "hello\n", "after {ms} ms the executable is whole");
            fs::remove_file(exe).expect("removable");
        }
    }
}

#[test]
fn every_stage_can_be_printed() {
    let dir = TempDir::new("emit");
    dir.file("prog.go", "package main\n\nfunc twice(n int) int {\n\tdefer println(n)\n\treturn 2 * n\n}\n\nfunc main() {\n\tprintln(twice(21))\n}\n");
    for (stage, wanted) in [
        ("tokens", "twice"),
        ("ast", "twice"),
        ("types", "func(n int) int"),
        ("ssa", "func \"main.twice\""),
        ("ssa:after=build", "deferexit"),
        ("clif", "function"),
        ("asm", "main.twice STEXT"),
    ] {
        let o = mini_go(&dir, &["build", &format!("--emit={stage}"), "prog.go"]);
        assert_eq!(o.status, Some(0), "{stage}: {}", o.stderr);
        assert!(o.stdout.contains(wanted), "{stage}: no {wanted:?} in\n{}", o.stdout);
    }
    let o = mini_go(&dir, &["build", "--emit=obj", "-o", "prog.o", "prog.go"]);
    assert_eq!(o.status, Some(0), "{}", o.stderr);
    assert_eq!(&fs::read(dir.0.join("prog.o")).expect("an object")[..4], b"\x7fELF");
}

#[test]
fn asm_lists_functions_in_source_order() {
    let dir = TempDir::new("asm");
    dir.file("prog.go", "package main\n\n//go:noinline\nfunc b(n int) int { return n + 1 }\n\nfunc a(n int) int {\n\tdefer func() { println(n) }()\n\treturn b(n)\n}\n\nfunc main() { println(a(1)) }\n");
    let o = mini_go(&dir, &["asm", "-d=defer=stack", "-f", r"^main\.", "prog.go"]);
    assert_eq!(o.status, Some(0), "{}", o.stderr);
    let heads: Vec<&str> = o.stdout.lines().filter(|l| l.contains("STEXT")).collect();
    let names: Vec<&str> = heads.iter().map(|l| l.split_whitespace().next().unwrap_or_default()).collect();
    assert_eq!(names, ["main.b", "main.a", "main.a.func1", "main.main"], "{}", o.stdout);
    assert!(heads.iter().all(|h| h.contains("size=") && h.contains("frame=")), "{heads:?}");
    for wanted in ["prog.go:8)", "runtime.deferprocStack", "runtime.deferreturn", "main.b"] {
        assert!(o.stdout.contains(wanted), "no {wanted} in\n{}", o.stdout);
    }
}

#[test]
fn output_does_not_depend_on_threads() {
    let dir = TempDir::new("same");
    dir.file("prog.go", HELLO);
    let mut outputs = Vec::new();
    for (name, threads) in [("one", "1"), ("two", "2"), ("again", "2")] {
        let o = mini_go(&dir, &["build", "-p", threads, "-o", name, "prog.go"]);
        assert_eq!(o.status, Some(0), "{}", o.stderr);
        outputs.push(fs::read(dir.0.join(name)).expect("an executable"));
    }
    assert!(outputs[0] == outputs[1] && outputs[1] == outputs[2], "executables differ");
}

#[test]
fn debug_information_on_demand() {
    let dir = TempDir::new("dwarf");
    dir.file("prog.go", HELLO);
    let has_lines = |name: &str| {
        let bytes = fs::read(dir.0.join(name)).expect("an executable");
        bytes.windows(11).any(|w| w == b".debug_line")
    };
    assert_eq!(mini_go(&dir, &["build", "-o", "plain", "prog.go"]).status, Some(0));
    let o = mini_go(&dir, &["build", "-gcflags=-dwarf", "-o", "debug", "prog.go"]);
    assert_eq!(o.status, Some(0), "{}", o.stderr);
    assert!(!has_lines("plain") && has_lines("debug"));
    assert_eq!(
        support::run(&mut Command::new(dir.0.join("debug")), Duration::from_secs(10)).stdout,
        "hello\n"
    );
}

/// Functions compiled earlier are taken from the cache, and nothing of that can be seen in the executable.
#[test]
fn the_cache_changes_nothing() {
    let dir = TempDir::new("cache");
    dir.file("prog.go", HELLO);
    let build = |cache: &str, flags: &[&str]| {
        // Verified builds, those of a debug compiler, do without.
        let mut command = Command::new(MINI_GO);
        command.args(["build", "-d=noverify", "-o", "exe"]).args(flags).arg("prog.go");
        let o = support::run(command.current_dir(&dir.0).env("MINIGO_CACHE", cache), Duration::from_secs(60));
        assert_eq!((o.status, o.stderr.as_str()), (Some(0), ""));
        fs::read(dir.0.join("exe")).expect("an executable")
    };
    let packs = || -> Vec<(std::path::PathBuf, Vec<u8>)> {
        let Ok(entries) = fs::read_dir(dir.0.join("cache")) else { return Vec::new() };
        let paths = entries.map(|e| e.expect("an entry").path());
        paths.map(|p| (p.clone(), fs::read(&p).expect("a pack"))).collect()
    };
    let cache = dir.0.join("cache").display().to_string();
    let expected = build("off", &[]);
    assert!(packs().is_empty());
    assert!(build(&cache, &[]) == expected, "an empty cache");
    let filled = packs();
    assert_eq!(filled.len(), 2, "the embedded packages' and the program's");
    assert!(build(&cache, &[]) == expected, "a filled cache");
    assert!(packs() == filled, "nothing was added");
    assert!(build(&cache, &["-a"]) == expected, "all anew");

    // Moved down two lines and with another text: the function is found or not, the lines are right.
    dir.file("prog.go", HELLO.replace("func main", "\n\nfunc main").replace("hello", "another text"));
    let moved = build(&cache, &[]);
    assert!(moved != expected && moved == build("off", &[]), "an edited file");

    for (path, bytes) in packs() {
        for damage in [&bytes[..bytes.len() / 2], b"", &[0xff; 4096]] {
            fs::write(&path, damage).expect("a pack can be written");
            assert!(build(&cache, &[]) == moved, "damage of {}", path.display());
        }
    }
    assert!(build("/dev/null/no/such/folder", &[]) == moved, "a cache that cannot be written");
}

#[test]
fn help_and_wrong_usage_are_told_as_by_the_go_command() {
    let dir = TempDir::new("help");
    let o = mini_go(&dir, &["help"]);
    assert_eq!((o.status, o.stderr.as_str()), (Some(0), ""));
    assert!(o.stdout.contains("\n\tmini-go <command> [arguments]\n"), "{}", o.stdout);
    for command in ["build", "run", "check", "explain", "compare", "trace", "asm", "env", "version"] {
        assert!(o.stdout.contains(&format!("\n\t{command} ")), "no {command} in\n{}", o.stdout);
        let about = mini_go(&dir, &["help", command]);
        assert!(about.stdout.starts_with(&format!("usage: mini-go {command}")), "{}", about.stdout);
        assert_eq!(mini_go(&dir, &[command, "-h"]).stdout, about.stdout);
    }
    for (args, message) in [
        (&["nosuch"][..], "mini-go nosuch: unknown command\nRun 'mini-go help' for usage.\n"),
        (
            &["env", "-nosuch"],
            "flag provided but not defined: -nosuch\nusage: mini-go env [-json]\nRun 'mini-go help env' for details.\n",
        ),
        (
            &["check", "-nosuch=1", "x.go"],
            "flag provided but not defined: -nosuch\nusage: mini-go check [build flags] [packages]\nRun 'mini-go help check' for details.\n",
        ),
        (&["help", "nosuch"], "mini-go help nosuch: unknown help topic. Run 'mini-go help'.\n"),
    ] {
        let o = mini_go(&dir, args);
        assert_eq!((o.status, o.stderr.as_str()), (Some(2), message), "{args:?}");
    }
}

/// Where no Go installation is found, or one of another version, a package of it is refused with what to do.
#[test]
fn packages_of_an_installation() {
    let dir = TempDir::new("installation");
    dir.file("p.go", "package main\n\nimport \"reflect\"\n\nvar _ = reflect.TypeOf(1)\n\nfunc main() {}\n");
    let old = dir.0.join("old");
    fs::create_dir_all(old.join("src")).expect("a folder");
    fs::write(old.join("VERSION"), "go1.21.0\ntime 2023\n").expect("a file");
    let none = "and there is none: set GOROOT to one, or put its go command on PATH";
    for (root, why) in
        [("", none.to_string()), ("old", format!("and {} is of version go1.21.0", old.display()))]
    {
        let root = if root.is_empty() { String::new() } else { old.display().to_string() };
        let mut command = Command::new(MINI_GO);
        command
            .args(["build", "-o", "/dev/null", "p.go"])
            .current_dir(&dir.0)
            .env("GO", "off")
            .env("GOROOT", root);
        let o = support::run(&mut command, Duration::from_secs(60));
        let want = format!(
            "p.go:3:8: package reflect of the standard library is taken from a Go installation of version go1.27, {why}\n"
        );
        assert_eq!((o.status, o.stderr.as_str()), (Some(1), want.as_str()));
    }
}
