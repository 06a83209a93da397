//! What must not link, and what the message says.

mod common;

use common::{Lang, START, asm, c, link, link_error, run, try_compile, try_link};
use linker::{DebugSections, LinkError, LinkOptions};

fn start() -> Vec<u8> {
    c(START, &["-O1"])
}

/// An assembly program of one instruction sequence after `_start`.
fn program(body: &str) -> Vec<u8> {
    asm(&format!(".globl _start\n.text\n_start: nop\n{body}\n"))
}

#[test]
fn undefined_symbol_names_its_first_use() {
    let message = link_error(&[program("nop\ncall nobody\ncall nobody\ncall other")]);
    assert_eq!(message, "0.o: .text+0x3: undefined symbol nobody\n0.o: .text+0xd: undefined symbol other");
}

#[test]
fn undefined_symbol_in_dead_code_is_no_error() {
    let object = asm(".globl _start\n.text\n_start: movl $7, %edi\nmovl $231, %eax\nsyscall\n\
         .section .text.dead,\"ax\"\ndead: call nobody\n");
    assert_eq!(run(&link(&[object], &LinkOptions::default())).status.code(), Some(7));
}

#[test]
fn many_undefined_symbols_are_counted() {
    let calls: String = (0..25).map(|n| format!("call nobody{n}\n")).collect();
    let message = link_error(&[program(&calls)]);
    assert_eq!(message.lines().count(), 11, "{message}");
    assert!(message.ends_with("and 15 more undefined symbols"), "{message}");
}

#[test]
fn no_entry_symbol() {
    assert_eq!(link_error(&[c("int x;", &[])]), "undefined symbol _start");
    assert_eq!(link_error(&[]), "undefined symbol _start");
}

#[test]
fn duplicate_symbol_names_both_objects() {
    let f = c("int run(void) { return 0; }", &[]);
    let message = link_error(&[start(), f.clone(), f]);
    assert_eq!(message, "2.o: duplicate symbol run, first defined in 1.o");
}

#[test]
fn duplicate_of_an_option() {
    let f = c("int run(void) { return 0; }", &[]);
    let opts = LinkOptions { absolute: vec![("run".into(), 0x1000)], ..LinkOptions::default() };
    let error = try_link(&[start(), f], &opts).unwrap_err();
    assert!(matches!(error, LinkError::Duplicate { .. }), "{error}");
}

#[test]
fn thread_local_storage() {
    let object = c("_Thread_local int x = 1; int run(void) { return x; }", &["-O1", "-fno-pic"]);
    let message = link_error(&[start(), object]);
    assert!(message.starts_with("1.o: .text+"), "{message}");
    assert!(message.ends_with("thread-local storage is not supported"), "{message}");
    let object = c("extern _Thread_local int x; int run(void) { return x; }", &["-O1", "-fPIC"]);
    assert!(link_error(&[start(), object]).contains("thread-local storage is not supported"));
}

#[test]
fn indirect_function() {
    let object = asm(".globl run\n.type run, @gnu_indirect_function\n.text\nrun: ret\n");
    let message = link_error(&[start(), object]);
    assert!(message.ends_with("indirect functions are not supported"), "{message}");
}

#[test]
fn unsupported_relocation_names_its_place() {
    let message = link_error(&[program("leaq _GLOBAL_OFFSET_TABLE_(%rip), %rbx")]);
    assert_eq!(message, "0.o: .text+0x4: relocation kind 26 is not supported");
    assert_eq!(
        link_error(&[program(".data\nx: .byte _start\n.text\nmovq x(%rip), %rax")]),
        "0.o: .data+0x0: relocation kind 14 is not supported"
    );
}

#[test]
fn values_that_do_not_fit() {
    let far = ".globl far\n.set far, 0x123456789a\n";
    for (code, kind) in [("call far", "PLT32"), ("movl $far, %eax", "32"), ("movq $far, %rax", "32S")] {
        // An own object: the assembler would resolve an absolute symbol of the same file.
        let message = link_error(&[program(code), asm(far)]);
        let expected = format!("{kind} relocation to far is out of range");
        assert!(message.starts_with("0.o: .text+") && message.contains(&expected), "{message}");
    }
    let fits = "movabsq $far, %rdi\nshrq $36, %rdi\nmovl $231, %eax\nsyscall";
    let object = link(&[program(fits), asm(far)], &LinkOptions::default());
    assert_eq!(run(&object).status.code(), Some(1));
}

#[test]
fn writable_code() {
    let message = link_error(&[program(".section .both,\"awx\"\nx: nop\n.text\ncall x")]);
    assert_eq!(message, "0.o: .both+0x0: a section that is both writable and executable is not supported");
    let data = asm(".globl x\n.section merged,\"aw\"\nx: .quad 1\n");
    let message =
        link_error(&[program(".section merged,\"ax\"\ny: nop\n.text\ncall y\nmovq x(%rip), %rax"), data]);
    assert!(message.ends_with("output section merged would be both writable and executable"), "{message}");
}

#[test]
fn compressed_debug_sections() {
    let object = c(&format!("int run(void) {{ return 0; }}{START}"), &["-g", "-gz=zlib"]);
    link(std::slice::from_ref(&object), &LinkOptions::default());
    let opts = LinkOptions { debug: DebugSections::Keep, ..LinkOptions::default() };
    let message = try_link(&[object], &opts).unwrap_err().to_string();
    assert!(message.contains("compile with -gz=none"), "{message}");
}

#[test]
fn what_is_no_object() {
    for bytes in [&b""[..], b"\0", b"\x7fELF", b"!<arch>\n", b"package main\n"] {
        let error = try_link(&[bytes.to_vec()], &LinkOptions::default()).unwrap_err();
        assert_eq!(error.to_string(), "0.o: malformed object file: not an ELF64 file");
    }
    let executable = link(&[program("ud2")], &LinkOptions::default());
    let message = link_error(&[executable]);
    assert_eq!(message, "0.o: malformed object file: not a relocatable object");
    let mut other_machine = start();
    other_machine[18] = 183;
    assert_eq!(link_error(&[other_machine]), "0.o: malformed object file: not for x86-64");
}

#[test]
fn truncated_objects() {
    let object = start();
    for length in 0..object.len() {
        let error = try_link(&[object[..length].to_vec()], &LinkOptions::default());
        assert!(error.is_err(), "{length} bytes of {} link", object.len());
    }
}

#[test]
fn memory_beyond_two_gigabytes() {
    let object =
        c("char a[0x7f000000], b[0x7f000000]; int run(void) { return a[1] + b[1]; }", &["-mcmodel=large"]);
    let error = try_link(&[start(), object], &LinkOptions::default()).unwrap_err();
    assert!(matches!(error, LinkError::TooLarge { .. } | LinkError::Malformed { .. }), "{error}");
}

#[test]
fn local_symbol_of_a_dropped_group() {
    let copy = "template <class T> struct S { static int f() { return 1; } }; int (*p)() = S<int>::f;";
    let Some(first) = try_compile(Lang::Cxx, &format!("{copy} extern \"C\" int run() {{ return 0; }}"), &[])
    else {
        eprintln!("no g++: skipped");
        return;
    };
    // Refers to a local label in a group of the same signature.
    let second = asm(".section .text._ZN1SIiE1fEv,\"axG\",@progbits,_ZN1SIiE1fEv,comdat\n\
         .weak _ZN1SIiE1fEv\n.type _ZN1SIiE1fEv, @function\n_ZN1SIiE1fEv: nop\ninner: ret\n\
         .data\n.globl hook\nhook: .quad inner\n");
    let main = program("movq hook(%rip), %rax\nmovq run(%rip), %rax");
    let message = link_error(&[main, first, second]);
    assert_eq!(message, "2.o: .data+0x0: refers into a section group of which another copy is linked");
}

#[test]
fn options_without_meaning() {
    let object = program("ud2");
    for opts in [
        LinkOptions { base: 0x1001, ..LinkOptions::default() },
        LinkOptions { base: 1 << 40, ..LinkOptions::default() },
        LinkOptions { absolute: vec![("a".into(), 1), ("a".into(), 2)], ..LinkOptions::default() },
    ] {
        let error = try_link(std::slice::from_ref(&object), &opts).unwrap_err();
        assert!(matches!(error, LinkError::BadOption { .. }), "{error}");
    }
    let opts = LinkOptions { roots: vec!["missing".into()], ..LinkOptions::default() };
    assert_eq!(try_link(&[object], &opts).unwrap_err().to_string(), "undefined symbol missing");
}
