//! Programs are compiled in several ways, linked here and by GNU ld, and must print the same.

mod common;

use common::{Lang, PRELUDE, START, asm, c, link, stdout, stdout_by_ld, try_compile};
use linker::{Collect, LinkOptions};

/// The ways a C compiler refers to things: by the GOT or not, through a PLT or not, in one section or many.
const WAYS: [&[&str]; 8] = [
    &["-O0", "-fno-pic"],
    &["-O0", "-fPIC"],
    &["-O2", "-fno-pic"],
    &["-O2", "-fPIC"],
    &["-O2", "-fPIC", "-fno-plt"],
    &["-O1", "-fPIC", "-fno-plt", "-Wa,-mrelax-relocations=no"],
    &["-O2", "-fcommon", "-ffunction-sections", "-fdata-sections"],
    &["-Os", "-g", "-fPIE", "-fcf-protection=full"],
];

/// Links each way with both linkers.
fn check(sources: &[&str], expected: &str) {
    for way in WAYS {
        let objects: Vec<Vec<u8>> = sources.iter().map(|s| c(&format!("{PRELUDE}{s}"), way)).collect();
        assert_eq!(stdout(&link(&objects, &LinkOptions::default())), expected, "{way:?}");
        assert_eq!(stdout_by_ld(&objects), expected, "GNU ld, {way:?}");
        let all = LinkOptions { collect: Collect::Nothing, ..LinkOptions::default() };
        assert_eq!(stdout(&link(&objects, &all)), expected, "all sections, {way:?}");
    }
}

fn main_of(body: &str) -> String {
    format!("{START}{body}")
}

#[test]
fn calls_data_and_pointers() {
    let main = main_of(
        r#"
extern int counter, table[], big[];
extern const char *const words[];
extern int (*const ops[])(int, int);
int add(int, int);
int *where(void);
static long local = 7;
long *local_ptr = &local;
int run(void) {
    counter++;
    num(add(counter, 2));
    for (int i = 0; i < 3; i++) say(words[i]);
    for (int i = 0; i < 2; i++) num(ops[i](20, 3));
    num(*where() + table[3]);
    num(*local_ptr);
    num(where() == &counter);
    num(ops[0] == add);
    big[99999] = 5;
    num(big[99999] + big[0]);
    return 0;
}"#,
    );
    let other = r#"
int counter = 41;
int table[4] = {1, 2, 3, 4};
int big[100000];
const char *const words[] = {"one ", "two ", "three\n"};
int add(int a, int b) { return a + b; }
static int mul(int a, int b) { return a * b; }
int (*const ops[])(int, int) = {add, mul};
int *where(void) { return &counter; }
"#;
    check(&[&main, other], "44\none two three\n23\n60\n46\n7\n1\n1\n5\n");
}

#[test]
fn common_and_weak_symbols() {
    let main = main_of(
        r#"
int shared[4] __attribute__((common));
int tentative __attribute__((common));
__attribute__((weak)) int strong_wins(void) { return 1; }
__attribute__((weak)) int only_weak(void) { return 2; }
extern int nobody(void) __attribute__((weak));
extern int missing __attribute__((weak));
int *shared_end(void);
int run(void) {
    num(strong_wins());
    num(only_weak());
    num(nobody == 0);
    num(&missing == 0);
    if (nobody) num(nobody());
    *shared_end() = 9;
    num(shared[3]);
    num((long)shared_end() - (long)shared);
    num(tentative);
    num((long)shared % 64);
    return 0;
}"#,
    );
    let other = r#"
__attribute__((aligned(64), common)) int shared[100];
int tentative = 12;
int strong_wins(void) { return 10; }
__attribute__((weak)) int only_weak(void) { return 20; }
int *shared_end(void) { return &shared[3]; }
"#;
    check(&[&main, other], "10\n2\n1\n1\n9\n12\n12\n0\n");
}

#[test]
fn section_bounds_and_jump_tables() {
    let main = main_of(
        r#"
struct entry { int value; };
#define ENTRY(n) static struct entry e##n __attribute__((section("entries"), used)) = {n}
ENTRY(1); ENTRY(2);
extern struct entry __start_entries[], __stop_entries[];
extern char __executable_start[], _end[], __bss_start[], _edata[], etext[];
int pick(int);
int run(void) {
    long sum = 0;
    for (struct entry *e = __start_entries; e < __stop_entries; e++) sum += e->value;
    num(sum);
    for (int i = 0; i < 8; i++) num(pick(i));
    num(__executable_start[1] == 'E' && etext > __executable_start && _end >= __bss_start && __bss_start >= _edata);
    return 0;
}"#,
    );
    let other = r#"
struct entry { int value; };
static struct entry e4 __attribute__((section("entries"), used)) = {4};
extern int f0(void), f1(void), f2(void), f3(void), f4(void), f5(void);
#define F(n, v) int __attribute__((noinline)) f##n(void) { return v; }
F(0, 100) F(1, 7) F(2, 99) F(3, 98) F(4, 5) F(5, 1)
int pick(int i) {
    switch (i) {
    case 0: return f0() + 1; case 1: return f1(); case 2: return f2() * 2;
    case 3: return f3(); case 4: return f4() - 3; case 5: return f5();
    }
    return -1;
}
"#;
    check(&[&main, other], "7\n101\n7\n198\n98\n2\n1\n-1\n-1\n1\n");
}

#[test]
fn initialisers_in_order_of_priority() {
    let main = main_of(
        r#"
typedef void (*init)(void);
extern init __init_array_start[], __init_array_end[];
static void last(void) { say("last\n"); }
static void second(void) { say("second\n"); }
__attribute__((section(".init_array"), used)) static init a = last;
__attribute__((section(".init_array.00200"), used)) static init b = second;
int run(void) {
    for (init *i = __init_array_start; i < __init_array_end; i++) (*i)();
    return 0;
}"#,
    );
    let other = r#"
typedef void (*init)(void);
static void first(void) { say("first\n"); }
__attribute__((section(".init_array.00101"), used)) static init a = first;
"#;
    check(&[&main, other], "first\nsecond\nlast\n");
}

#[test]
fn templates_and_inline_statics_are_linked_once() {
    let header = r#"
extern "C" int first();
template <class T> struct Box { static T value; static T bump(T by) { return value += by; } };
template <class T> T Box<T>::value = 40;
inline int shared_count() { static int n = 0; return ++n; }
"#;
    let main = format!(
        r#"{PRELUDE}{header}
extern "C" int run(void) {{
    num(Box<int>::bump(1));
    num(first());
    num(Box<int>::bump(1));
    num(shared_count());
    return 0;
}}
extern "C" {{ {START} }}"#
    );
    let other = format!(
        r#"{header}
extern "C" int first() {{ return Box<int>::bump(10) * 100 + shared_count(); }}"#
    );
    for way in WAYS {
        let flags = [way, &["-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics"]].concat();
        let compile = |source: &str| try_compile(Lang::Cxx, source, &flags);
        let Some(objects) = [&main, &other].into_iter().map(|s| compile(s)).collect::<Option<Vec<_>>>()
        else {
            eprintln!("no g++: skipped");
            return;
        };
        let expected = "41\n5101\n52\n2\n";
        assert_eq!(stdout(&link(&objects, &LinkOptions::default())), expected, "{way:?}");
        assert_eq!(stdout_by_ld(&objects), expected, "GNU ld, {way:?}");
    }
}

/// Instructions whose GOT access cannot be rewritten keep a slot; those that can do without it do.
#[test]
fn got_slots_and_relaxed_instructions() {
    let object = asm(r#"
    .globl _start, value, inner
    .text
_start:
    movq value@GOTPCREL(%rip), %r9        # lea
    cmpq value@GOTPCREL(%rip), %r9        # needs a slot
    jne 9f
    pushq value@GOTPCREL(%rip)            # needs the same slot
    popq %rax
    cmpq %rax, %r9
    jne 9f
    movq missing@GOTPCREL(%rip), %rcx
    testq %rcx, %rcx
    jne 9f
    cmpq missing@GOTPCREL(%rip), %rcx     # a slot with 0
    jne 9f
    movq far@GOTPCREL(%rip), %rdx         # too far for lea: a slot
    movabsq $0x123456789a, %rbx
    cmpq %rbx, %rdx
    jne 9f
    movl (%r9), %edi
    call *inner@GOTPCREL(%rip)
    jmp *leave@GOTPCREL(%rip)
9:  movl $99, %edi
leave:
    movl $231, %eax
    syscall
    ud2
inner:
    addl $2, %edi
    ret
    .weak missing
    .globl far
    .set far, 0x123456789a
    .data
value: .long 40
"#);
    let bytes = link(&[object], &LinkOptions::default());
    assert_eq!(common::run(&bytes).status.code(), Some(42));
    // Three slots: value, missing, far.
    assert_eq!(section(&bytes, ".got").map(|s| s.1), Some(24));
}

/// Name, size of an output section.
fn section(bytes: &[u8], name: &str) -> Option<(u64, u64)> {
    use object::read::elf::{FileHeader as _, SectionHeader as _};
    let header = object::elf::FileHeader64::<object::LittleEndian>::parse(bytes).unwrap();
    let table = header.sections(object::LittleEndian, bytes).unwrap();
    let (_, section) = table.section_by_name(object::LittleEndian, name.as_bytes())?;
    Some((section.sh_addr(object::LittleEndian), section.sh_size(object::LittleEndian)))
}

/// More sections than 16 bits can number (`SHN_XINDEX`).
#[test]
fn more_than_65536_sections() {
    let mut source =
        String::from(".globl _start\n.text\n_start: call f69999\nmovl $231, %eax\nsyscall\nud2\n");
    for n in 0..70_000 {
        source += &format!(".section .text.f{n},\"ax\"\nf{n}: movl ${}, %edi\nret\n", n % 251);
    }
    let bytes = link(&[asm(&source)], &LinkOptions::default());
    assert_eq!(common::run(&bytes).status.code(), Some(69_999 % 251));
    assert!(bytes.len() < 4096, "only what is reached: {} bytes", bytes.len());
}
