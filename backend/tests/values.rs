//! Values: arithmetic, conversions, comparisons, memory. Each function is called from C and compared with what gc's
//! code gives on amd64.

mod common;

use abi::RuntimeFn;
use common::{add, check, compile, func, module};
use middle::ir::{Cond, Module, Op, Ty};

/// `main.<name>`: one operation on its parameters.
fn unary(m: &mut Module, name: &str, op: Op, from: Ty, to: Ty) {
    let mut b = func(m, &format!("main.{name}"), &[from], &[to], 1);
    let x = b.params()[0];
    let v = b.convert(op, to, x);
    b.ret(&[v]);
    let f = b.finish();
    add(m, f);
}

fn binary(m: &mut Module, name: &str, op: Op, ty: Ty) {
    binary2(m, name, op, ty, ty);
}

fn binary2(m: &mut Module, name: &str, op: Op, ty: Ty, right: Ty) {
    let mut b = func(m, &format!("main.{name}"), &[ty, right], &[ty], 1);
    let (x, y) = (b.params()[0], b.params()[1]);
    let v = b.binary(op, x, y);
    b.ret(&[v]);
    let f = b.finish();
    add(m, f);
}

#[test]
fn integers() {
    let mut m = module();
    for (name, op) in [("sdiv", Op::SDiv), ("srem", Op::SRem), ("udiv", Op::UDiv), ("urem", Op::URem)] {
        binary(&mut m, &format!("{name}64"), op, Ty::I64);
        binary(&mut m, &format!("{name}8"), op, Ty::I8);
    }
    for (name, op) in [("shl", Op::Shl), ("lshr", Op::LShr), ("ashr", Op::AShr)] {
        binary2(&mut m, &format!("{name}64"), op, Ty::I64, Ty::I64);
        binary2(&mut m, &format!("{name}32"), op, Ty::I32, Ty::I64);
        binary2(&mut m, &format!("{name}8"), op, Ty::I8, Ty::I64);
    }
    binary(&mut m, "umulhi", Op::UMulHi, Ty::I64);
    for (name, op) in [("popcnt", Op::PopCnt), ("clz", Op::Clz), ("ctz", Op::Ctz), ("bswap", Op::BSwap)] {
        unary(&mut m, &format!("{name}32"), op, Ty::I32, Ty::I32);
        unary(&mut m, &format!("{name}8"), op, Ty::I8, Ty::I8);
    }
    // Constant operands.
    for (name, op, k) in
        [("shl70", Op::Shl, 70), ("ashr70", Op::AShr, 70), ("lshr3", Op::LShr, 3), ("divm1", Op::SDiv, -1)]
    {
        let mut b = func(&m, &format!("main.{name}"), &[Ty::I64], &[Ty::I64], 1);
        let x = b.params()[0];
        let k = b.iconst(Ty::I64, k);
        let v = b.binary(op, x, k);
        b.ret(&[v]);
        let f = b.finish();
        add(&mut m, f);
    }
    check(
        &m,
        r#"
#define F(ret, name, ...) ret name(__VA_ARGS__) __asm__("main." #name)
F(i64, sdiv64, i64, i64); F(i64, srem64, i64, i64); F(u64, udiv64, u64, u64); F(u64, urem64, u64, u64);
F(signed char, sdiv8, signed char, signed char); F(signed char, srem8, signed char, signed char);
F(u8, udiv8, u8, u8); F(u8, urem8, u8, u8);
F(i64, shl64, i64, u64); F(u64, lshr64, u64, u64); F(i64, ashr64, i64, u64);
F(int, shl32, int, u64); F(u32, lshr32, u32, u64); F(int, ashr32, int, u64);
F(u8, shl8, u8, u64); F(u8, lshr8, u8, u64); F(signed char, ashr8, signed char, u64);
F(u64, umulhi, u64, u64);
F(u32, popcnt32, u32); F(u32, clz32, u32); F(u32, ctz32, u32); F(u32, bswap32, u32);
F(u8, popcnt8, u8); F(u8, clz8, u8); F(u8, ctz8, u8); F(u8, bswap8, u8);
F(i64, shl70, i64); F(i64, ashr70, i64); F(i64, lshr3, i64); F(i64, divm1, i64);
#define MIN64 (-0x7fffffffffffffff - 1)
int tests(void) {
    CHECK(sdiv64(-7, 2) == -3); CHECK(srem64(-7, 2) == -1);
    CHECK(sdiv64(MIN64, -1) == MIN64); CHECK(srem64(MIN64, -1) == 0); CHECK(sdiv64(5, -1) == -5);
    CHECK(udiv64(-1, 2) == 0x7fffffffffffffff); CHECK(urem64(-1, 10) == 5);
    CHECK(sdiv8(-128, -1) == -128); CHECK(srem8(-128, -1) == 0); CHECK(sdiv8(100, 7) == 14);
    CHECK(udiv8(200, 7) == 28); CHECK(urem8(200, 7) == 4);
    CHECK(shl64(1, 63) == MIN64); CHECK(shl64(1, 64) == 0); CHECK(shl64(1, -1) == 0);
    CHECK(lshr64(-1, 63) == 1); CHECK(lshr64(-1, 64) == 0); CHECK(ashr64(-8, 1) == -4);
    CHECK(ashr64(-8, 64) == -1); CHECK(ashr64(8, 1000) == 0);
    CHECK(shl32(1, 31) == (int)0x80000000); CHECK(shl32(1, 32) == 0); CHECK(shl32(3, 1ul << 32) == 0);
    CHECK(lshr32(-1, 31) == 1); CHECK(lshr32(-1, 32) == 0); CHECK(ashr32(-8, 40) == -1);
    CHECK(shl8(1, 7) == 128); CHECK(shl8(1, 8) == 0); CHECK(lshr8(255, 7) == 1); CHECK(lshr8(255, 9) == 0);
    CHECK(ashr8(-128, 7) == -1); CHECK(ashr8(-128, 8) == -1); CHECK(ashr8(127, 256) == 0);
    CHECK(umulhi(1ul << 63, 6) == 3);
    CHECK(popcnt32(0xf0f) == 8); CHECK(clz32(1) == 31); CHECK(clz32(0) == 32); CHECK(ctz32(8) == 3);
    CHECK(ctz32(0) == 32); CHECK(bswap32(0x01020304) == 0x04030201);
    CHECK(popcnt8(0xff) == 8); CHECK(clz8(1) == 7); CHECK(ctz8(0) == 8); CHECK(bswap8(7) == 7);
    CHECK(shl70(1) == 0); CHECK(ashr70(-5) == -1); CHECK(lshr3(64) == 8); CHECK(divm1(MIN64) == MIN64);
    return 0;
}"#,
    );
}

#[test]
fn floats() {
    let mut m = module();
    let ints = [(Ty::I64, "64"), (Ty::I32, "32"), (Ty::I16, "16"), (Ty::I8, "8")];
    for (ty, bits) in ints {
        unary(&mut m, &format!("ds{bits}"), Op::FToS, Ty::F64, ty);
        unary(&mut m, &format!("du{bits}"), Op::FToU, Ty::F64, ty);
        unary(&mut m, &format!("fs{bits}"), Op::FToS, Ty::F32, ty);
        unary(&mut m, &format!("fu{bits}"), Op::FToU, Ty::F32, ty);
        unary(&mut m, &format!("sd{bits}"), Op::SToF, ty, Ty::F64);
        unary(&mut m, &format!("ud{bits}"), Op::UToF, ty, Ty::F64);
        unary(&mut m, &format!("uf{bits}"), Op::UToF, ty, Ty::F32);
    }
    unary(&mut m, "sqrt", Op::FSqrt, Ty::F64, Ty::F64);
    unary(&mut m, "neg", Op::FNeg, Ty::F64, Ty::F64);
    unary(&mut m, "bits", Op::Bitcast, Ty::F64, Ty::I64);
    unary(&mut m, "demote", Op::FDemote, Ty::F64, Ty::F32);
    unary(&mut m, "promote", Op::FPromote, Ty::F32, Ty::F64);
    for (name, cond) in [("eq", Cond::Eq), ("ne", Cond::Ne), ("lt", Cond::Lt), ("ge", Cond::Ge)] {
        let mut b = func(&m, &format!("main.{name}"), &[Ty::F64, Ty::F64], &[Ty::I8], 1);
        let (x, y) = (b.params()[0], b.params()[1]);
        let v = b.fcmp(cond, x, y);
        b.ret(&[v]);
        let f = b.finish();
        add(&mut m, f);
    }
    check(
        &m,
        r#"
#define F(ret, name, ...) ret name(__VA_ARGS__) __asm__("main." #name)
F(i64, ds64, double); F(int, ds32, double); F(short, ds16, double); F(signed char, ds8, double);
F(u64, du64, double); F(u32, du32, double); F(unsigned short, du16, double); F(u8, du8, double);
F(i64, fs64, float); F(int, fs32, float); F(u64, fu64, float); F(u32, fu32, float);
F(double, sd64, i64); F(double, sd32, int); F(double, sd16, short); F(double, sd8, signed char);
F(double, ud64, u64); F(double, ud32, u32); F(double, ud16, unsigned short); F(double, ud8, u8);
F(float, uf64, u64);
double sqrt_(double) __asm__("main.sqrt"); F(double, neg, double); F(u64, bits, double);
F(float, demote, double); F(double, promote, float);
F(u8, eq, double, double); F(u8, ne, double, double); F(u8, lt, double, double); F(u8, ge, double, double);
#define MIN64 (-0x7fffffffffffffff - 1)
#define MIN32 (-0x7fffffff - 1)
#define NAN __builtin_nan("")
#define INF __builtin_inf()
// Expected values: printed by gc 1.27.3 for the same operands.
int tests(void) {
    double bad[] = { NAN, INF, -INF, 1e30, -1e30, 9.3e18 + 1e19 };
    for (int i = 0; i < 5; i++) {
        CHECK(ds64(bad[i]) == MIN64); CHECK(ds32(bad[i]) == MIN32); CHECK(ds16(bad[i]) == 0);
        CHECK(ds8(bad[i]) == 0); CHECK(du64(bad[i]) == 1ul << 63); CHECK(du32(bad[i]) == 0);
        CHECK(du16(bad[i]) == 0); CHECK(du8(bad[i]) == 0);
        CHECK(fs64(bad[i]) == MIN64); CHECK(fs32(bad[i]) == MIN32); CHECK(fu64(bad[i]) == 1ul << 63);
        CHECK(fu32(bad[i]) == 0);
    }
    CHECK(ds64(-1.5) == -1); CHECK(du64(-1.5) == -1ul); CHECK(du32(-1.5) == 4294967295u); CHECK(du8(-1.5) == 255);
    CHECK(ds32(3e9) == MIN32); CHECK(du32(3e9) == 3000000000u); CHECK(du32(-3e9) == 1294967296u);
    CHECK(du64(-3e9) == 18446744070709551616ul); CHECK(du32(5e9) == 705032704u);
    CHECK(ds64(9.3e18) == MIN64); CHECK(du64(9.3e18) == 9300000000000000000ul);
    CHECK(du64(1.8e19) == 18000000000000000000ul); CHECK(du64(1.9e19) == 1ul << 63);
    CHECK(ds8(300) == 44); CHECK(du8(300) == 44); CHECK(ds16(70000) == 4464); CHECK(du16(70000) == 4464);
    CHECK(ds64(-9.2e18) == -9200000000000000000); CHECK(du64(-9.3e18) == 1ul << 63);
    CHECK(fu64(9.3e18f) == 9300000300729368576ul); CHECK(fs64(-9.2e18f) == -9200000267938955264);
    CHECK(fu32(3e9f) == 3000000000u); CHECK(ds64(0x1p62) == 1l << 62); CHECK(ds32(-0x1p31) == MIN32);
    CHECK(sd64(-5) == -5.0); CHECK(sd32(-5) == -5.0); CHECK(sd16(-5) == -5.0); CHECK(sd8(-5) == -5.0);
    CHECK(ud64(-1ul) == 0x1p64); CHECK(ud32(-1) == 4294967295.0); CHECK(ud16(-1) == 65535.0); CHECK(ud8(-1) == 255.0);
    CHECK(uf64((1ul << 63) + 1) == 0x1p63f); CHECK(ud64(1ul << 63) == 0x1p63);
    CHECK(sqrt_(2.25) == 1.5); CHECK(bits(neg(0.0)) == 1ul << 63); CHECK(demote(0.1) == 0.1f);
    CHECK(promote(0.1f) == (double)0.1f);
    CHECK(eq(1, 1)); CHECK(!eq(NAN, NAN)); CHECK(ne(NAN, NAN)); CHECK(!ne(1, 1)); CHECK(lt(1, 2));
    CHECK(!lt(NAN, 1)); CHECK(!ge(NAN, 1)); CHECK(ge(2, 2)); CHECK(!lt(1, NAN)); CHECK(!ge(1, NAN));
    return 0;
}"#,
    );
}

#[test]
fn memory() {
    let mut m = module();
    for size in [1, 2, 3, 7, 8, 16, 24, 31, 40, 128, 129, 200] {
        let mut b = func(&m, &format!("main.copy{size}"), &[Ty::Ptr, Ty::Ptr], &[], 1);
        let (dst, src) = (b.params()[0], b.params()[1]);
        b.mem_copy(dst, src, size);
        b.ret(&[]);
        let f = b.finish();
        add(&mut m, f);
        let mut b = func(&m, &format!("main.zero{size}"), &[Ty::Ptr], &[], 1);
        let dst = b.params()[0];
        b.mem_zero(dst, size);
        b.ret(&[]);
        let f = b.finish();
        add(&mut m, f);
    }
    // Loads and stores of each width, through a slot and at a large offset.
    let mut b = func(&m, "main.mix", &[Ty::Ptr, Ty::I64], &[Ty::I64], 1);
    let (p, i) = (b.params()[0], b.params()[1]);
    let slot = b.func.new_slot(32, 8, "tmp");
    let s = b.slot_addr(slot, 8);
    let narrow = b.convert(Op::Trunc, Ty::I8, i);
    b.store(narrow, s, 3);
    let at = b.ptr_add(p, i);
    let x = b.load(Ty::I16, at, -2);
    b.store(x, s, 4);
    let back8 = b.load(Ty::I8, s, 3);
    let back16 = b.load(Ty::I16, s, 4);
    let wide8 = b.convert(Op::ZExt, Ty::I64, back8);
    let wide16 = b.convert(Op::SExt, Ty::I64, back16);
    let v = b.binary(Op::Add, wide8, wide16);
    b.ret(&[v]);
    let f = b.finish();
    add(&mut m, f);
    let mut b = func(&m, "main.far", &[Ty::Ptr], &[Ty::I64], 1);
    let p = b.params()[0];
    let v = b.load(Ty::I64, p, 1 << 33);
    b.ret(&[v]);
    let f = b.finish();
    add(&mut m, f);
    check(
        &m,
        r#"
#define SIZES(X) X(1) X(2) X(3) X(7) X(8) X(16) X(24) X(31) X(40) X(128) X(129) X(200)
#define DECL(n) void copy##n(u8 *, u8 *) __asm__("main.copy" #n); void zero##n(u8 *) __asm__("main.zero" #n);
SIZES(DECL)
i64 mix(u8 *, i64) __asm__("main.mix");
i64 far(u8 *) __asm__("main.far");
static int moves, clears;
void move(u8 *to, u8 *from, i64 n) __asm__("runtime.memmove");
void move(u8 *to, u8 *from, i64 n) { moves++; for (i64 i = 0; i < n; i++) *(volatile u8 *)&to[i] = from[i]; }
void clear(u8 *p, i64 n) __asm__("runtime.memclrNoHeapPointers");
void clear(u8 *p, i64 n) { clears++; for (i64 i = 0; i < n; i++) *(volatile u8 *)&p[i] = 0; }
static u8 a[256], b[256];
static void reset(void) { for (int i = 0; i < 256; i++) { a[i] = i + 1; *(volatile u8 *)&b[i] = 0xee; } }
#define TRY(n) \
    reset(); copy##n(b + 1, a); \
    for (int i = 0; i < n; i++) CHECK(b[i + 1] == a[i]); \
    CHECK(b[0] == 0xee && b[n + 1] == 0xee); \
    reset(); zero##n(b + 1); \
    for (int i = 0; i < n; i++) CHECK(b[i + 1] == 0); \
    CHECK(b[0] == 0xee && b[n + 1] == 0xee);
int tests(void) {
    SIZES(TRY)
    CHECK(moves == 2); CHECK(clears == 2);
    u8 data[] = { 0, 1, 2, 0xfe, 0xff };
    CHECK(mix(data, 5) == 5 + (short)0xfffe);
    i64 x = 42;
    CHECK(far((u8 *)&x - (1l << 33)) == 42);
    return 0;
}"#,
    );
}

#[test]
fn control() {
    let mut m = module();
    // A loop with a switch whose targets have parameters.
    let mut b = func(&m, "main.loop", &[Ty::I64], &[Ty::I64], 1);
    let n = b.params()[0];
    let (i, sum) = (b.new_var(Ty::I64, Some("i")), b.new_var(Ty::I64, Some("sum")));
    let zero = b.iconst(Ty::I64, 0);
    b.def_var(i, zero);
    b.def_var(sum, zero);
    let [head, body, done, one, two, far, other, next] = std::array::from_fn(|_| b.new_block());
    b.jump(head);
    b.switch_to(head);
    let iv = b.use_var(i);
    let c = b.icmp(Cond::Lt, iv, n);
    b.br(c, body, done);
    b.switch_to(body);
    b.seal(body);
    let iv = b.use_var(i);
    b.switch(iv, other, &[(1, one), (2, two), (3, two), (-5, far), (1 << 40, far), (1, far)]);
    for (block, k) in [(one, 100), (two, 10), (far, 1000), (other, 1)] {
        b.seal(block);
        b.switch_to(block);
        let s = b.use_var(sum);
        let k = b.iconst(Ty::I64, k);
        let s = b.binary(Op::Add, s, k);
        b.def_var(sum, s);
        b.jump(next);
    }
    b.seal(next);
    b.switch_to(next);
    let iv = b.use_var(i);
    let one = b.iconst(Ty::I64, 1);
    let iv = b.binary(Op::Add, iv, one);
    b.def_var(i, iv);
    b.jump(head);
    b.seal(head);
    b.seal(done);
    b.switch_to(done);
    let s = b.use_var(sum);
    b.ret(&[s]);
    let f = b.finish();
    add(&mut m, f);

    // A dense switch on a byte becomes a table.
    let mut b = func(&m, "main.dense", &[Ty::I8], &[Ty::I64], 1);
    let x = b.params()[0];
    let blocks: Vec<_> = (0..12).map(|_| b.new_block()).collect();
    let other = b.new_block();
    let cases: Vec<_> = blocks.iter().enumerate().map(|(i, &block)| (i as i64 - 4, block)).collect();
    b.switch(x, other, &cases);
    for (i, &block) in blocks.iter().chain([&other]).enumerate() {
        b.seal(block);
        b.switch_to(block);
        let k = b.iconst(Ty::I64, 10 * i as i64);
        b.ret(&[k]);
    }
    let f = b.finish();
    add(&mut m, f);

    // Guards.
    let mut b = func(&m, "main.at", &[Ty::Ptr, Ty::I64, Ty::I64], &[Ty::I8], 10);
    let [p, n, i] = [0, 1, 2].map(|k| b.params()[k]);
    b.set_pos(middle::ir::Pos(12));
    let ok = b.icmp(Cond::ULt, i, n);
    b.guard(RuntimeFn::PanicIndex, ok, &[i, n]);
    b.set_pos(middle::ir::Pos(13));
    b.nil_check(p, 0);
    let at = b.ptr_add(p, i);
    let v = b.load(Ty::I8, at, 0);
    b.ret(&[v]);
    let f = b.finish();
    add(&mut m, f);
    let compiled = compile(&m);
    let text = backend::listing::render(&compiled, Default::default(), Some(&|n| n == "main.dense"));
    assert_eq!(text.matches("\t.long 0x").count(), 13, "cases and default in one table: {text}");
    assert!(!text.contains(".byte"), "{text}");
    check(
        &m,
        r#"
i64 dense(signed char) __asm__("main.dense");
i64 loop(i64) __asm__("main.loop");
u8 at(u8 *, u64, i64) __asm__("main.at");
static void *env[5];
_Noreturn void index_(void) __asm__("runtime.panicIndex");
void index_(void) {
    i64 i = g0.check_args[0], n = g0.check_args[1];
    panic_arg = i * 100 + n;
    panic_line = find_line((u8 *)__builtin_return_address(0) - 1);
    __builtin_longjmp(env, 1);
}
int tests(void) {
    CHECK(loop(0) == 0); CHECK(loop(1) == 1); CHECK(loop(2) == 101); CHECK(loop(3) == 111); CHECK(loop(10) == 127);
    for (int i = -128; i < 128; i++) CHECK(dense(i) == (i >= -4 && i < 8 ? 10 * (i + 4) : 120));
    u8 data[] = { 5, 6, 7 };
    CHECK(at(data, 3, 2) == 7);
    if (!__builtin_setjmp(env)) { at(data, 3, 3); CHECK(0); }
    CHECK(panic_arg == 303 && panic_line == 12);
    if (!__builtin_setjmp(env)) { at(data, 3, -1); CHECK(0); }
    CHECK(panic_arg == -97 && panic_line == 12);
    return 0;
}"#,
    );
}

/// Nil checks are done by the access that follows, by a load of their own, or, in functions with a landing pad, by a
/// comparison.
#[test]
fn nil_checks() {
    let mut m = module();
    // Two loads behind one check; the second alone would be removed.
    let mut b = func(&m, "main.fields", &[Ty::Ptr], &[Ty::I64], 10);
    let p = b.params()[0];
    b.nil_check(p, 16);
    let q = b.ptr_add_imm(p, 8);
    let x = b.load(Ty::I64, q, 8);
    b.ret(&[x]);
    let f = b.finish();
    add(&mut m, f);
    // An unused load stays.
    let mut b = func(&m, "main.unused", &[Ty::Ptr], &[], 20);
    let p = b.params()[0];
    b.nil_check(p, 0);
    b.load(Ty::I64, p, 0);
    b.ret(&[]);
    let f = b.finish();
    add(&mut m, f);
    // A store elsewhere is seen before the fault, so the check comes first.
    let mut b = func(&m, "main.order", &[Ty::Ptr, Ty::Ptr], &[], 30);
    let (p, q) = (b.params()[0], b.params()[1]);
    b.nil_check(p, 0);
    let one = b.iconst(Ty::I64, 1);
    b.set_pos(middle::ir::Pos(32));
    b.store(one, q, 0);
    b.store(one, p, 0);
    b.ret(&[]);
    let f = b.finish();
    add(&mut m, f);
    // Beyond the first page.
    let mut b = func(&m, "main.far", &[Ty::Ptr], &[Ty::I8], 40);
    let p = b.params()[0];
    b.nil_check(p, 1 << 20);
    let x = b.load(Ty::I8, p, 1 << 20);
    b.ret(&[x]);
    let f = b.finish();
    add(&mut m, f);
    let mut b = func(&m, "main.copy", &[Ty::Ptr, Ty::Ptr], &[], 50);
    let (p, q) = (b.params()[0], b.params()[1]);
    b.nil_check(p, 40);
    b.nil_check(q, 40);
    b.mem_copy(p, q, 40);
    b.ret(&[]);
    let f = b.finish();
    add(&mut m, f);
    let compiled = compile(&m);
    let text = backend::listing::render(&compiled, Default::default(), Some(&|n| n == "main.fields"));
    assert_eq!(text.matches("[rdi").count(), 1, "one load does it all: {text}");
    assert_eq!(text.matches("test").count(), 0, "{text}");
    check(
        &m,
        r#"
i64 fields(void *) __asm__("main.fields");
void unused(void *) __asm__("main.unused");
void order(void *, i64 *) __asm__("main.order");
u8 far(void *) __asm__("main.far");
void copy(void *, void *) __asm__("main.copy");
static void *env[5];
_Noreturn void mem(i64) __asm__("runtime.panicnil");
void mem(i64 addr) {
    panic_line = find_line((u8 *)__builtin_return_address(0) - 1);
    panic_code = 1;
    __builtin_longjmp(env, 1);
}
void handler(int n, void *info, u64 *context) {
    panic_line = find_line((u8 *)context[21]);
    panic_code = 2;
    __builtin_longjmp(env, 1);
}
void restorer(void);
__asm__("restorer: mov $15, %eax\n syscall\n");
static void install(void) {
    struct { void *handler; u64 flags; void *restorer; u64 mask; } action = { handler, 0x44000004, restorer, 0 };
    register i64 size __asm__("r10") = 8;
    i64 r;
    __asm__ volatile("syscall" : "=a"(r) : "a"(13), "D"(11), "S"(&action), "d"(0), "r"(size) : "rcx", "r11", "memory");
    CHECK(r == 0);
}
#define FAULTS(call, line) \
    panic_code = panic_line = 0; \
    if (!__builtin_setjmp(env)) { call; CHECK(0); } \
    CHECK(panic_line == line);
int tests(void) {
    install();
    i64 data[5] = { 1, 2, 3, 4, 5 }, other[5] = { 0 };
    CHECK(fields(data) == 3);
    unused(data);
    FAULTS(fields(0), 11) CHECK(panic_code == 2);
    FAULTS(unused(0), 21) CHECK(panic_code == 2);
    FAULTS(order(0, other), 31) CHECK(panic_code == 2 && other[0] == 0);
    order(data, other); CHECK(other[0] == 1 && data[0] == 1);
    FAULTS(far(0), 41) CHECK(panic_code == 1);
    FAULTS(copy(0, data), 51)
    FAULTS(copy(other, 0), 51) CHECK(other[1] == 0);
    copy(other, data); CHECK(other[4] == 5);
    return 0;
}"#,
    );
}
