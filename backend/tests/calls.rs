//! Calls, stack growth, landing pads, data and tables.

mod common;

use abi::RuntimeFn;
use common::{add, add_data, check, compile, func, module};
use middle::ir::{Cond, Data, DataKind, DataReloc, FuncBuilder, Op, Pos, Signature, Ty, Value};

fn sum(b: &mut FuncBuilder, vs: &[Value]) -> Value {
    let mut acc = vs[0];
    for (i, &v) in vs.iter().enumerate().skip(1) {
        let k = b.iconst(Ty::I64, i as i64 + 1);
        let scaled = b.binary(Op::Mul, v, k);
        acc = b.binary(Op::Add, acc, scaled);
    }
    acc
}

#[test]
fn arguments_and_results() {
    let mut m = module();
    // Ten parameters in, eight results and a float out, through a func value with a context.
    let params: Vec<Ty> = std::iter::repeat_n(Ty::I64, 10).chain([Ty::F64, Ty::Ptr]).collect();
    let results: Vec<Ty> = std::iter::repeat_n(Ty::I64, 8).chain([Ty::F64]).collect();
    let sig = Signature { params: params.clone(), results: results.clone() };
    let mut b = func(&m, "main.callee", &params, &results, 1);
    let p = b.params().to_vec();
    let ctx = b.load(Ty::I64, p[11], 8);
    let mut out: Vec<Value> = (0..8).map(|i| b.binary(Op::Add, p[i], p[i + 2])).collect();
    out[7] = b.binary(Op::Add, out[7], ctx);
    out.push(p[10]);
    b.ret(&out);
    let f = b.finish();
    add(&mut m, f);

    let mut b = func(&m, "main.caller", &[Ty::I64, Ty::Ptr, Ty::F64], &[Ty::I64], 10);
    let [x, fv, d] = [0, 1, 2].map(|i| b.params()[i]);
    let mut args = Vec::new();
    for i in 0..10 {
        let k = b.iconst(Ty::I64, i * i);
        args.push(b.binary(Op::Add, x, k));
    }
    args.extend([d, fv]);
    let code = b.load(Ty::Ptr, fv, 0);
    let call = b.call_indirect(sig, code, &args);
    let mut rs = b.results(call).to_vec();
    let last = rs.pop().unwrap();
    rs.push(b.convert(Op::FToS, Ty::I64, last));
    let v = sum(&mut b, &rs);
    b.ret(&[v]);
    let f = b.finish();
    add(&mut m, f);

    // A function without integer parameter, which gets the hidden one, called with an extra context.
    let mut b = func(&m, "main.plain", &[Ty::F32], &[Ty::F32], 20);
    let x = b.params()[0];
    let helper = m.symbols.intern("main.double");
    let call = b.call(helper, &[x], &[Ty::F32]);
    let v = b.results(call)[0];
    b.ret(&[v]);
    let f = b.finish();
    add(&mut m, f);
    let mut b = func(&m, "main.double", &[Ty::F32], &[Ty::F32], 30);
    let x = b.params()[0];
    let v = b.binary(Op::FAdd, x, x);
    b.ret(&[v]);
    let f = b.finish();
    add(&mut m, f);
    check(
        &m,
        r#"
i64 caller(i64, void *, double) __asm__("main.caller");
float plain(float, i64) __asm__("main.plain");
void callee(void) __asm__("main.callee");
int tests(void) {
    struct { void *code; i64 x; } fv = { callee, 1000 };
    i64 want = 0, x = 7;
    for (i64 i = 0; i < 8; i++) want += (i + 1) * (2 * x + i * i + (i + 2) * (i + 2) + (i == 7 ? 1000 : 0));
    CHECK(caller(x, &fv, 2.5) == want + 9 * 2);
    CHECK(plain(1.5f, 99) == 3.0f);
    return 0;
}"#,
    );
}

#[test]
fn the_stack_grows() {
    let mut m = module();
    let me = m.symbols.intern("main.deep");
    // Stack arguments, values that live across the call, a frame of `size` bytes, recursion.
    for (name, size) in [("main.deep", 200u32), ("main.wide", 100_000)] {
        let mut b = func(&m, name, &[Ty::I64; 9], &[Ty::I64], 1);
        let p = b.params().to_vec();
        let slot = b.func.new_slot(size, 8, "buf");
        let s = b.slot_addr(slot, 0);
        b.store(p[0], s, i64::from(size) - 8);
        let [more, done] = [b.new_block(), b.new_block()];
        let zero = b.iconst(Ty::I64, 0);
        let c = b.icmp(Cond::Ne, p[0], zero);
        b.br(c, more, done);
        b.seal(more);
        b.seal(done);
        b.switch_to(more);
        let one = b.iconst(Ty::I64, 1);
        let mut args = p.clone();
        args[0] = b.binary(Op::Sub, p[0], one);
        let call = b.call(me, &args, &[Ty::I64]);
        let r = b.results(call)[0];
        let kept = b.load(Ty::I64, s, i64::from(size) - 8);
        let mut vs = p.clone();
        vs.push(kept);
        vs.push(r);
        let v = sum(&mut b, &vs);
        b.ret(&[v]);
        b.switch_to(done);
        let v = sum(&mut b, &p);
        b.ret(&[v]);
        let f = b.finish();
        add(&mut m, f);
    }
    // C passes stack arguments in another way, so it calls these.
    for (name, callee) in [("main.callDeep", "main.deep"), ("main.callWide", "main.wide")] {
        let mut b = func(&m, name, &[Ty::I64], &[Ty::I64], 1);
        let mut args = vec![b.params()[0]];
        args.extend((2..10).map(|k| b.iconst(Ty::I64, k)));
        let callee = m.symbols.intern(callee);
        let call = b.call(callee, &args, &[Ty::I64]);
        let r = b.results(call)[0];
        b.ret(&[r]);
        let f = b.finish();
        add(&mut m, f);
    }
    let compiled = compile(&m);
    for f in &compiled.funcs {
        // A large frame is added to the limit.
        let (load, compare) = ([0x4d, 0x8b, 0x17], [0x49, 0x3b, 0x27]);
        assert!([load, compare].contains(&f.code[4..7].try_into().unwrap()), "the limit lies at r15");
        assert!(f.relocs.iter().any(|r| r.target.name(compiled.module) == "runtime.morestack"));
    }
    check(
        &m,
        r#"
i64 deep(i64) __asm__("main.callDeep");
i64 wide(i64) __asm__("main.callWide");
static i64 weigh(i64 n, i64 kept, i64 r) {
    i64 s = n + 2 * 2 + 3 * 3 + 4 * 4 + 5 * 5 + 6 * 6 + 7 * 7 + 8 * 8 + 9 * 9;
    return s + 10 * kept + 11 * r;
}
int tests(void) {
    i64 want = weigh(0, 0, 0);
    for (i64 n = 1; n <= 5; n++) want = weigh(n, n, want);
    CHECK(deep(5) == want);
    CHECK(morestack_count == 0);
    g0.stack_limit = -4096; // too little for any frame, and the sum does not wrap around
    CHECK(deep(5) == want);
    CHECK(morestack_count == 1); CHECK(morestack_frame > 0 && morestack_frame < 200);
    u64 here = (u64)__builtin_frame_address(0);
    g0.stack_limit = here - 400; // enough for the caller, not for the frame
    CHECK(deep(5) == want);
    CHECK(morestack_count == 2); CHECK(morestack_frame >= 200 && morestack_frame < 1000);
    g0.stack_limit = here - 90000;
    CHECK(wide(5) == want);
    CHECK(morestack_count == 3); CHECK(morestack_frame >= 100000);
    g0.stack_limit = here - 200; // so little that the first of the two checks fails
    CHECK(wide(5) == want);
    CHECK(morestack_count == 4);
    return 0;
}"#,
    );
}

#[test]
fn recovered_panics_land() {
    let mut m = module();
    // func f(x, y) (r int, d float64): stores r, calls g(x), which may panic; lands at `r, d` as they then are.
    let mut b = func(&m, "main.f", &[Ty::I64, Ty::F64], &[Ty::I64, Ty::F64], 10);
    let (x, y) = (b.params()[0], b.params()[1]);
    let r = b.func.new_slot(8, 8, "r");
    let d = b.func.new_slot(8, 8, "d");
    let (ra, da) = (b.slot_addr(r, 0), b.slot_addr(d, 0));
    b.store(x, ra, 0);
    b.store(y, da, 0);
    let landing = b.new_block();
    b.func.landing = Some(landing);
    b.set_pos(Pos(12));
    let g = m.symbols.intern("main.g");
    let nine = vec![x; 9];
    let call = b.call(g, &nine, &[Ty::I64]);
    let v = b.results(call)[0];
    b.set_pos(Pos(13));
    let ok = b.icmp(middle::ir::Cond::Ne, v, x);
    b.guard(RuntimeFn::PanicDivide, ok, &[]);
    b.store(v, ra, 0);
    b.set_pos(Pos(14));
    let level = b.iconst(Ty::I64, 0);
    b.call_rt(RuntimeFn::DeferReturn, &[level]);
    let v = b.load(Ty::I64, ra, 0);
    let w = b.load(Ty::F64, da, 0);
    b.ret(&[v, w]);
    b.seal(landing);
    b.switch_to(landing);
    let (ra, da) = (b.slot_addr(r, 0), b.slot_addr(d, 0));
    let level = b.iconst(Ty::I64, 0);
    b.call_rt(RuntimeFn::DeferReturn, &[level]);
    let v = b.load(Ty::I64, ra, 0);
    let minus = b.unary(Op::Neg, v);
    let w = b.load(Ty::F64, da, 0);
    b.ret(&[minus, w]);
    let f = b.finish();
    add(&mut m, f);
    // A frame in between, with stack arguments.
    let mut b = func(&m, "main.g", &[Ty::I64; 9], &[Ty::I64], 20);
    let p = b.params().to_vec();
    b.set_pos(Pos(22));
    let c = b.icmp(middle::ir::Cond::Ne, p[8], p[0]);
    let [bad, good] = [b.new_block(), b.new_block()];
    b.br(c, bad, good);
    b.seal(bad);
    b.seal(good);
    b.switch_to(bad);
    b.unreachable();
    b.switch_to(good);
    let hook = m.symbols.intern("sync.hook");
    m.extern_c.insert(hook, Signature { params: vec![Ty::I64], results: vec![Ty::I64] });
    let call = b.call(hook, &[p[0]], &[Ty::I64]);
    let v = b.results(call)[0];
    let ok = b.icmp(middle::ir::Cond::Ge, v, p[1]);
    b.guard(RuntimeFn::PanicShift, ok, &[]);
    b.ret(&[v]);
    let f = b.finish();
    add(&mut m, f);
    let compiled = compile(&m);
    let f = &compiled.funcs[0];
    assert_eq!(f.flags, abi::symtab::func_flag::HAS_DEFER);
    assert_eq!(f.landings.len(), 4, "the call, the guard, deferreturn twice");
    assert!(compiled.funcs[1].landings.is_empty());
    check(
        &m,
        r#"
i64 f(i64, double) __asm__("main.f");
i64 hook(i64) __asm__("sync.hook");
i64 hook(i64 x) { return x < 0 ? x - 100 : x == 1 ? 1 : x + 1; }
static int returns;
void deferreturn(i64 level) __asm__("runtime.deferreturn");
void deferreturn(i64 level) {
    CHECK(name_is(find_func((u8 *)__builtin_return_address(0) - 1), "main.f"));
    if (++returns == 10) THROW(3, 0);
}
_Noreturn void shift(void) __asm__("runtime.panicshift");
void shift(void) { THROW(1, 0); }
_Noreturn void divide(void) __asm__("runtime.panicdivide");
void divide(void) { THROW(2, 0); }
static double d;
static i64 call(i64 x, double y) {
    i64 r = f(x, y);
    __asm__ volatile("movsd %%xmm0, %0" : "=m"(d));
    return r;
}
int tests(void) {
    CHECK(call(5, 1.5) == 6 && d == 1.5 && returns == 1 && panic_code == 0);
    // A panic two frames down, below stack arguments.
    CHECK(call(-7, 2.5) == 7 && d == 2.5 && returns == 2 && panic_code == 1 && panic_line == 22);
    // A panic raised in the function itself.
    CHECK(call(1, 3.5) == -1 && d == 3.5 && returns == 3 && panic_code == 2 && panic_line == 13);
    // A deferred call at the end panics and is recovered: the rest runs from the landing pad.
    returns = 9;
    CHECK(call(5, 4.5) == -6 && d == 4.5 && returns == 11 && panic_code == 3 && panic_line == 14);
    // The same at the landing pad itself.
    returns = 9;
    CHECK(call(-2, 5.5) == 2 && d == 5.5 && returns == 11 && panic_code == 3);
    return 0;
}"#,
    );
}

#[test]
fn data_and_tables() {
    let mut m = module();
    let sym = |m: &middle::ir::Module, s: &str| m.symbols.intern(s);
    let data = |m: &middle::ir::Module, s: &str, kind, size: u64, mask: &[u8]| Data {
        sym: m.symbols.intern(s),
        kind,
        align: 8,
        bytes: if kind == DataKind::Bss { vec![] } else { vec![0; size as usize] },
        size,
        relocs: vec![],
        pointer_mask: mask.to_vec(),
    };
    let plain = Data { align: 1, ..data(&m, "main.plain", DataKind::Data, 3, &[]) };
    add_data(&mut m, plain);
    let a = data(&m, "main.a", DataKind::Data, 24, &[0b101]);
    add_data(&mut m, a);
    let z = data(&m, "main.z", DataKind::Bss, 4096, &[]);
    add_data(&mut m, z);
    let mut b = data(&m, "main.b", DataKind::Data, 8, &[0b1]);
    b.relocs.push(DataReloc { offset: 0, target: sym(&m, "main.ro"), addend: 4, size: 8 });
    add_data(&mut m, b);
    let mut ro = data(&m, "main.ro", DataKind::ReadOnly, 16, &[]);
    ro.relocs.push(DataReloc { offset: 4, target: sym(&m, "main.a"), addend: 0, size: 4 });
    ro.relocs.push(DataReloc { offset: 8, target: sym(&m, "main.f"), addend: 0, size: 8 });
    add_data(&mut m, ro);
    let y = data(&m, "main.y", DataKind::Bss, 16, &[0b10]);
    add_data(&mut m, y);
    m.itabs.push(sym(&m, "main.ro"));
    let mut b = func(&m, "main.f", &[], &[Ty::Ptr], 5);
    let s = sym(&m, "main.a");
    let v = b.sym_addr(s, 16);
    b.ret(&[v]);
    let mut f = b.finish();
    f.wrapper = true;
    add(&mut m, f);
    check(
        &m,
        r#"
struct module { u8 *data; u64 data_len; u8 *data_mask; u8 *bss; u64 bss_len; u8 *bss_mask; void **itabs; u64 itab_count, lang; };
extern struct module md __asm__("runtime.firstmoduledata");
extern u64 a[3] __asm__("main.a"), b[1] __asm__("main.b"), y[2] __asm__("main.y");
extern u8 plain[3] __asm__("main.plain"), z[4096] __asm__("main.z"), ro[16] __asm__("main.ro");
void *f(void) __asm__("main.f");
int tests(void) {
    CHECK(md.data == (u8 *)a && md.data_len == 32 && (u64 *)b == a + 3);
    CHECK(md.data_mask[0] == 0b1101);
    CHECK(md.bss == (u8 *)y && md.bss_len == 16 && md.bss_mask[0] == 0b10);
    CHECK(md.itab_count == 1 && md.itabs[0] == ro && md.lang == 27);
    CHECK(b[0] == (u64)ro + 4); CHECK(*(u32 *)(ro + 4) == (u64)a); CHECK(*(void **)(ro + 8) == f);
    CHECK(f() == a + 2);
    struct func *fn = find_func((u8 *)f);
    CHECK(name_is(fn, "main.f") && fn->line == 5 && fn->flags == 1 && fn->arg_words == 0);
    CHECK(fn->file_len == 12 && header.strings[fn->file] == '/');
    CHECK(find_line((u8 *)f) == 5); CHECK(!find_func((u8 *)tests));
    return 0;
}"#,
    );
}
