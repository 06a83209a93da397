//! Syntax error messages: `parse/errors.txt` holds texts and gc's messages, written by `parse/gc-errors.sh`.

mod common;

use common::parse;

struct Case<'a> {
    name: &'a str,
    text: String,
    /// gc's messages, as `line:column: message`.
    gc: Vec<&'a str>,
}

fn cases(data: &str) -> Vec<Case<'_>> {
    let mut cases: Vec<Case> = Vec::new();
    let mut in_text = false;
    for line in data.lines() {
        if let Some(name) = line.strip_prefix("=== ") {
            cases.push(Case { name, text: String::new(), gc: Vec::new() });
            in_text = true;
        } else if line == "---" {
            in_text = false;
        } else if let Some(case) = cases.last_mut() {
            if in_text {
                case.text.push_str(line);
                case.text.push('\n');
            } else {
                case.gc.push(line);
            }
        }
    }
    cases
}

/// The first message is gc's, and each of the others is one of gc's. Recovery differs, so that gc may say more.
#[test]
fn messages_are_those_of_gc() {
    let cases = cases(include_str!("parse/errors.txt"));
    assert!(cases.len() >= 120, "only {} cases were read", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let ours = parse(case.text.as_str()).errors();
        let first = ours.first().map(String::as_str) == case.gc.first().copied();
        let spurious = ours.iter().find(|e| !case.gc.contains(&e.as_str()));
        if !first || spurious.is_some() {
            wrong.push(format!("{}:\n{}gc:   {:#?}\nours: {ours:#?}", case.name, case.text, case.gc));
        }
    }
    let count = wrong.len();
    assert!(wrong.is_empty(), "{}\n{count} of {} cases", wrong.join("\n"), cases.len());
}

#[test]
fn several_errors_of_a_function_are_found() {
    let p = parse(
        "package p\nfunc f() {\n\tx y\n\tz = 1 2\n\tg()\n\tif a b {\n\t\tc d\n\t}\n}\nfunc g() {\n\tx y\n}\n",
    );
    let lines: Vec<_> = p.errors().iter().map(|e| e.split(':').next().unwrap_or("").to_string()).collect();
    assert_eq!(lines, ["3", "4", "6", "7", "11"], "{:?}", p.errors());
}

#[test]
fn bytes_that_are_not_utf8() {
    let p = parse(b"package p\nvar x = \"a\xff\"\n// \xfe\nvar y = 1\0\n".to_vec());
    let want = ["2:11: invalid UTF-8 encoding", "3:4: invalid UTF-8 encoding", "4:10: invalid NUL character"];
    assert_eq!(p.errors(), want);
    let p = parse("\u{feff}package p\nvar x = \"\u{feff}\"\n");
    assert_eq!(p.errors(), ["2:10: invalid BOM in the middle of the file"]);
}

#[test]
fn labels() {
    let body = "
L:
\tfor {
\t\tbreak M
\t\tcontinue N
\t}
\tgoto K
\tx := 1
K:
\tgoto B
\t{
\tB:
\t}
\tgoto Z
\tbreak
\tcontinue
\tfallthrough
S:
\tswitch x {
\tcase 1:
\t\tcontinue S
\tcase 2:
\t\tfallthrough
\t}
L:
";
    let p = parse(format!("package p\nfunc f() {{{body}}}\n"));
    let want = [
        "3:1: label L defined and not used",
        "5:9: break label not defined: M",
        "6:12: continue label not defined: N",
        "8:7: goto K jumps over declaration of x at x.go:9:4",
        "11:7: goto B jumps into block starting at x.go:12:2",
        "15:7: label Z not defined",
        "16:2: break is not in a loop, switch, or select",
        "17:2: continue is not in a loop",
        "18:2: fallthrough statement out of place",
        "22:12: invalid continue label S",
        "24:3: cannot fallthrough final case in switch",
        "26:1: label L already defined at x.go:3:1",
    ];
    assert_eq!(p.errors(), want);
    assert!(p.sink.diagnostics.iter().all(|d| d.soft));
}
