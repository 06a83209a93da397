//! Programs linked with the real runtime: start-up, printing, panics and recovery across compiled frames.

mod common;

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use abi::RuntimeFn;
use abi::functions::Side;
use abi::layout::{Defer, Kind, Type};
use common::{add, add_data, compile, func, module};
use middle::ir::{Cond, Data, DataKind, DataReloc, FuncBuilder, Module, Op, Pos, Ty, Value};

/// A string in read-only data.
fn string(m: &mut Module, b: &mut FuncBuilder, text: &str) -> [Value; 2] {
    let sym = m.symbols.intern(&format!("go:string.{text:?}"));
    if !m.data.iter().any(|d| d.sym == sym) {
        let bytes = text.as_bytes().to_vec();
        let size = bytes.len() as u64;
        let kind = DataKind::ReadOnly;
        add_data(m, Data { sym, kind, align: 1, bytes, size, relocs: vec![], pointer_mask: vec![] });
    }
    let p = b.sym_addr(sym, 0);
    let n = b.iconst(Ty::I64, text.len() as i64);
    [p, n]
}

fn print(m: &mut Module, b: &mut FuncBuilder, text: &str) {
    let s = string(m, b, text);
    b.call_rt(RuntimeFn::PrintString, &s);
}

/// What a program always defines: the functions of the Go package runtime. Those without operands raise a panic whose
/// value is a pointer to nothing; all others are not reached here.
fn go_runtime(m: &mut Module) {
    let ty = m.symbols.intern("type:int");
    let mut bytes = vec![0; size_of::<Type>()];
    bytes[0] = 8;
    bytes[std::mem::offset_of!(Type, kind)] = Kind::Int as u8;
    let size = bytes.len() as u64;
    let kind = DataKind::ReadOnly;
    add_data(m, Data { sym: ty, kind, align: 8, bytes, size, relocs: vec![], pointer_mask: vec![] });
    for &f in RuntimeFn::ALL {
        let info = f.info();
        if info.side != Side::Go {
            continue;
        }
        let params: Vec<Ty> = info.params.iter().map(|&t| Ty::of_abi(t)).collect();
        let mut b = func(m, info.symbol, &params, &[], 1000);
        if info.params.is_empty() {
            let t = b.sym_addr(ty, 0);
            b.call_rt(RuntimeFn::GoPanic, &[t, t]);
        } else {
            print(m, &mut b, info.symbol);
            b.call_rt(RuntimeFn::PrintNl, &[]);
            b.ret(&[]);
        }
        let f = b.finish();
        add(m, f);
    }
}

/// Compiles, links with the runtime, runs; returns exit status and standard error.
fn run(m: &Module) -> (Option<i32>, String) {
    let exe = backend::link_executable(&compile(m).object).unwrap_or_else(|e| panic!("{e}"));
    let path = common::fresh("-rt");
    std::fs::write(&path, exe).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    let out = Command::new(&path).output().unwrap();
    std::fs::remove_file(&path).unwrap();
    (out.status.code(), String::from_utf8_lossy(&out.stderr).into_owned())
}

/// Emits `defer fv` with a record in the frame.
fn defer_stack(m: &Module, b: &mut FuncBuilder, fv: &str) {
    let record = b.func.new_slot(size_of::<Defer>() as u32, 8, "defer");
    let at = b.slot_addr(record, 0);
    b.mem_zero(at, size_of::<Defer>() as u64);
    let fv = b.sym_addr(m.symbols.intern(fv), 0);
    b.store(fv, at, std::mem::offset_of!(Defer, fun) as i64);
    let level = b.iconst(Ty::I64, 0);
    b.call_rt(RuntimeFn::DeferProcStack, &[at, level]);
}

/// A func value of a function without captures.
fn funcval(m: &mut Module, code: &str) {
    let target = m.symbols.intern(code);
    let sym = m.symbols.intern(&format!("{code}·f"));
    let relocs = vec![DataReloc { offset: 0, target, addend: 0, size: 8 }];
    let kind = DataKind::ReadOnly;
    add_data(m, Data { sym, kind, align: 8, bytes: vec![0; 8], size: 8, relocs, pointer_mask: vec![] });
}

#[test]
fn hello() {
    let mut m = module();
    go_runtime(&mut m);
    let mut b = func(&m, "runtime.main", &[], &[], 1);
    print(&mut m, &mut b, "hello\n");
    b.ret(&[]);
    let f = b.finish();
    add(&mut m, f);
    assert_eq!(run(&m), (Some(0), "hello\n".to_string()));
}

/// ```go
/// func f(p *int, i int) (r int) {
///     r = 7
///     defer func() { if recover() != nil { println("recovered") } }()
///     return g(p, i)
/// }
/// func g(p *int, i int) int { if i == 0 { division by zero }; return *p }
/// ```
#[test]
fn panics_are_recovered() {
    let mut m = module();
    go_runtime(&mut m);
    let mut b = func(&m, "main.f.func1", &[], &[], 20);
    let r = b.call_rt(RuntimeFn::GoRecover, &[]);
    let zero = b.iconst(Ty::Ptr, 0);
    let some = b.icmp(Cond::Ne, r[0], zero);
    let [yes, done] = [b.new_block(), b.new_block()];
    b.br(some, yes, done);
    b.seal(yes);
    b.switch_to(yes);
    print(&mut m, &mut b, "recovered\n");
    b.jump(done);
    b.seal(done);
    b.switch_to(done);
    b.ret(&[]);
    let f = b.finish();
    add(&mut m, f);
    funcval(&mut m, "main.f.func1");

    let mut b = func(&m, "main.f", &[Ty::Ptr, Ty::I64], &[Ty::I64], 10);
    let (p, i) = (b.params()[0], b.params()[1]);
    let r = b.func.new_slot(8, 8, "r");
    let at = b.slot_addr(r, 0);
    let seven = b.iconst(Ty::I64, 7);
    b.store(seven, at, 0);
    let landing = b.new_block();
    b.func.landing = Some(landing);
    defer_stack(&m, &mut b, "main.f.func1·f");
    let g = m.symbols.intern("main.g");
    let call = b.call(g, &[p, i], &[Ty::I64]);
    let v = b.results(call)[0];
    b.store(v, at, 0);
    let exit = b.new_block();
    b.jump(exit);
    b.seal(landing);
    b.switch_to(landing);
    b.jump(exit);
    b.seal(exit);
    b.switch_to(exit);
    let level = b.iconst(Ty::I64, 0);
    b.call_rt(RuntimeFn::DeferReturn, &[level]);
    let at = b.slot_addr(r, 0);
    let v = b.load(Ty::I64, at, 0);
    b.ret(&[v]);
    let f = b.finish();
    add(&mut m, f);

    let mut b = func(&m, "main.g", &[Ty::Ptr, Ty::I64], &[Ty::I64], 30);
    let (p, i) = (b.params()[0], b.params()[1]);
    let zero = b.iconst(Ty::I64, 0);
    let ok = b.icmp(Cond::Ne, i, zero);
    b.guard(RuntimeFn::PanicDivide, ok, &[]);
    b.nil_check(p, 0);
    let v = b.load(Ty::I64, p, 0);
    b.ret(&[v]);
    let f = b.finish();
    add(&mut m, f);

    let mut b = func(&m, "runtime.main", &[], &[], 1);
    let x = b.func.new_slot(8, 8, "x");
    let at = b.slot_addr(x, 0);
    let forty = b.iconst(Ty::I64, 40);
    b.store(forty, at, 0);
    let null = b.iconst(Ty::Ptr, 0);
    let (zero, one) = (b.iconst(Ty::I64, 0), b.iconst(Ty::I64, 1));
    let f = m.symbols.intern("main.f");
    // No panic; a panic by a check; one by a fault in the callee.
    for (p, i) in [(at, one), (at, zero), (null, one)] {
        let call = b.call(f, &[p, i], &[Ty::I64]);
        let v = b.results(call)[0];
        b.call_rt(RuntimeFn::PrintInt, &[v]);
        b.call_rt(RuntimeFn::PrintNl, &[]);
    }
    b.ret(&[]);
    let f = b.finish();
    add(&mut m, f);
    let (status, err) = run(&m);
    assert_eq!((status, err.as_str()), (Some(0), "40\nrecovered\n7\nrecovered\n7\n"));
}

/// Recursion far beyond the first stack.
#[test]
fn deep_recursion() {
    let mut m = module();
    go_runtime(&mut m);
    let mut b = func(&m, "main.depth", &[Ty::I64], &[Ty::I64], 10);
    let n = b.params()[0];
    let me = m.symbols.intern("main.depth");
    let zero = b.iconst(Ty::I64, 0);
    let more = b.icmp(Cond::Gt, n, zero);
    let [deeper, done] = [b.new_block(), b.new_block()];
    b.br(more, deeper, done);
    b.seal(deeper);
    b.seal(done);
    b.switch_to(deeper);
    let one = b.iconst(Ty::I64, 1);
    let less = b.binary(Op::Sub, n, one);
    b.set_pos(Pos(12));
    let call = b.call(me, &[less], &[Ty::I64]);
    let r = b.results(call)[0];
    let v = b.binary(Op::Add, r, one);
    b.ret(&[v]);
    b.switch_to(done);
    b.ret(&[zero]);
    let f = b.finish();
    add(&mut m, f);
    let mut b = func(&m, "runtime.main", &[], &[], 1);
    let n = b.iconst(Ty::I64, 1_000_000);
    let call = b.call(me, &[n], &[Ty::I64]);
    let v = b.results(call)[0];
    b.call_rt(RuntimeFn::PrintInt, &[v]);
    b.call_rt(RuntimeFn::PrintNl, &[]);
    b.ret(&[]);
    let f = b.finish();
    add(&mut m, f);
    assert_eq!(run(&m), (Some(0), "1000000\n".to_string()));
}
