//! What listings and dumps look like, and the exact bytes of prologue and epilogue.

mod common;

use abi::RuntimeFn;
use backend::listing::{Syntax, render};
use common::{Lines, add, compile, func, module};
use middle::ir::{Cond, Module, Op, Pos, Ty};

/// `func at(p *[…]int64, n, i int) int64` in lines 4 to 6, and `func touch()` in line 9.
fn sample() -> Module {
    let mut m = module();
    let mut b = func(&m, "main.at", &[Ty::Ptr, Ty::I64, Ty::I64], &[Ty::I64], 4);
    let [p, n, i] = [0, 1, 2].map(|k| b.params()[k]);
    b.set_pos(Pos(5));
    let ok = b.icmp(Cond::ULt, i, n);
    b.guard(RuntimeFn::PanicIndex, ok, &[i, n]);
    let eight = b.iconst(Ty::I64, 8);
    let offset = b.binary(Op::Mul, i, eight);
    let at = b.ptr_add(p, offset);
    let v = b.load(Ty::I64, at, 16);
    b.set_pos(Pos(6));
    b.ret(&[v]);
    let f = b.finish();
    add(&mut m, f);
    let mut b = func(&m, "main.touch", &[], &[], 9);
    let x = m.symbols.intern("main.x");
    let p = b.sym_addr(x, 8);
    b.call_rt(RuntimeFn::PrintPointer, &[p]);
    b.ret(&[]);
    let f = b.finish();
    add(&mut m, f);
    m
}

/// The stack check and the frame are what `prologue.rs` and the runtime's stack growth rely on: a different Cranelift
/// must not change them unnoticed.
#[test]
fn golden_prologue_and_epilogue() {
    let m = sample();
    let compiled = compile(&m);
    let text = render(&compiled, Syntax::Intel, Some(&|name| name == "main.at"));
    assert_eq!(
        text,
        "\
main.at STEXT size=73 frame=0x0 args=0x18
\t0x0000 00000 (/src/prog.go:4)\tpush rbp
\t0x0001 00001 (/src/prog.go:4)\tmov rbp, rsp
\t0x0004 00004 (/src/prog.go:4)\tcmp rsp, [r15]
\t0x0007 00007 (/src/prog.go:4)\tnop [rax]
\t0x000e 00014 (/src/prog.go:4)\tjb 0x39
\t0x0014 00020 (/src/prog.go:5)\tcmp rdx, rsi
\t0x0017 00023 (/src/prog.go:5)\tjae 0x27
\t0x001d 00029 (/src/prog.go:5)\tmov rax, [rdi+rdx*8+0x10]
\t0x0022 00034 (/src/prog.go:6)\tmov rsp, rbp
\t0x0025 00037 (/src/prog.go:6)\tpop rbp
\t0x0026 00038 (/src/prog.go:6)\tret
\t0x0027 00039 (/src/prog.go:5)\tmov rdi, r15
\t0x002a 00042 (/src/prog.go:5)\tmov [rdi+0x20], rdx
\t0x002e 00046 (/src/prog.go:5)\tmov [rdi+0x28], rsi
\t0x0032 00050 (/src/prog.go:5)\tcall runtime.panicIndex
\t0x0037 00055 (/src/prog.go:5)\tud2
\t0x0039 00057 (/src/prog.go:4)\tmov r11d, 0x10
\t0x003f 00063 (/src/prog.go:4)\tcall runtime.morestack
\t0x0044 00068 (/src/prog.go:4)\tjmp 4
",
    );
}

#[test]
fn symbols_and_filter() {
    let m = sample();
    let compiled = compile(&m);
    let text = render(&compiled, Syntax::Intel, Some(&|name| name.ends_with("touch")));
    assert!(text.starts_with("main.touch STEXT size="), "{text}");
    assert!(text.contains("(/src/prog.go:10)\tlea rdi, [rip+main.x+8]\n"), "{text}");
    assert!(text.contains("\tcall runtime.printpointer\n"), "{text}");
    let gas = render(&compiled, Syntax::Gas, None);
    assert!(gas.contains("\tlea main.x+8(%rip), %rdi\n"), "{gas}");
    assert!(gas.find("main.at STEXT").unwrap() < gas.find("main.touch STEXT").unwrap());
}

#[test]
fn cranelift_text_has_comments() {
    let m = sample();
    let opts = backend::Options::default();
    let text = backend::clif_text(&m, &Lines, &opts, Some(&|name| name == "main.touch")).unwrap();
    assert!(text.starts_with("; main.touch\n"), "{text}");
    assert!(text.contains("; /src/prog.go:10\n"), "{text}");
    assert!(text.contains("; runtime.printpointer\n") && text.contains("; main.x\n"), "{text}");
    assert!(!text.contains("main.at"), "{text}");
}

/// The example of `clif/memory.rs`: `q := b[5:][i-1000:]; for j := 3; j < n; j++ { g(); s += q[j-3] }`.
/// What lives across the call must point into the object: `q`, never `b + i`.
#[test]
fn pointers_stay_inside_their_objects() {
    let mut m = module();
    let mut f = func(&m, "main.f", &[Ty::Ptr, Ty::I64, Ty::I64], &[Ty::I64], 1);
    let [p, i, n] = [0, 1, 2].map(|k| f.params()[k]);
    let five = f.ptr_add_imm(p, 5);
    let back = f.iconst(Ty::I64, -1000);
    let start = f.binary(Op::Add, i, back);
    let q = f.ptr_add(five, start);
    let (j, sum) = (f.new_var(Ty::I64, None), f.new_var(Ty::I64, None));
    let (three, zero) = (f.iconst(Ty::I64, 3), f.iconst(Ty::I64, 0));
    f.def_var(j, three);
    f.def_var(sum, zero);
    let [head, body, done] = [f.new_block(), f.new_block(), f.new_block()];
    f.jump(head);
    f.switch_to(head);
    let jv = f.use_var(j);
    let c = f.icmp(Cond::Lt, jv, n);
    f.br(c, body, done);
    f.seal(body);
    f.seal(done);
    f.switch_to(body);
    f.call_rt(RuntimeFn::PrintNl, &[]);
    let jv = f.use_var(j);
    let minus = f.iconst(Ty::I64, -3);
    let index = f.binary(Op::Add, jv, minus);
    let at = f.ptr_add(q, index);
    let x = f.load(Ty::I8, at, 0);
    let x = f.convert(Op::ZExt, Ty::I64, x);
    let s = f.use_var(sum);
    let s = f.binary(Op::Add, s, x);
    f.def_var(sum, s);
    let one = f.iconst(Ty::I64, 1);
    let jv = f.binary(Op::Add, jv, one);
    f.def_var(j, jv);
    f.jump(head);
    f.seal(head);
    f.switch_to(done);
    let s = f.use_var(sum);
    f.ret(&[s]);
    let f = f.finish();
    add(&mut m, f);
    let compiled = compile(&m);
    let text = render(&compiled, Syntax::Intel, None);
    // The constants of the slice and of the index are not merged into one: 5 - 1000, and -3.
    assert!(text.contains("-0x3e3]") && text.contains("-3]"), "{text}");
}
