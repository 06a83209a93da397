//! Look-ups of keys of one word in maps are done in line as far as the first group of the probe sequence goes. What a map
//! looks like stands in [`abi::map`].
//!
//! ```text
//!                                        h = hash(k, m.seed)
//! p = callrt MapAccessFast64(t, m, k, z) group = 8 control bytes at m.control + 8 * (h >> 7 & m.group_mask)
//!                                    →   the slot of a control byte that fits has the key: p = its element
//!                                        none has, and one is empty: p = z
//!                                        else, and if the map is being changed, the call
//! ```
//!
//! Nothing here needs the world to stand still: the arrays that
//! a look-up has loaded are kept by the registers that they are in.

use std::mem::offset_of;
use std::sync::LazyLock;

use abi::RuntimeFn;
use abi::layout::MapType;
use abi::map::{CONTROL_BITS, GROUP, HASH_KEYS, HIGH_BITS, LOW_BITS, MapHeader};
use cranelift_entity::EntityRef;

use super::inline::splice;
use crate::ir::{Block, Cond, Func, FuncBuilder, Imm, Op, Pos, Signature, Sym, Ty, Value};

/// The entry points with a body in line.
const ENTRY_POINTS: [RuntimeFn; 3] =
    [RuntimeFn::MapAccessFast32, RuntimeFn::MapAccessFast64, RuntimeFn::MapAccessFastPtr];

/// The bodies, in the order of the entry points.
static BODIES: LazyLock<Vec<Func>> = LazyLock::new(|| ENTRY_POINTS.iter().map(|&f| Body::build(f)).collect());

/// Runs the pass.
pub fn run(f: &mut Func) {
    let mut work: Vec<Block> = f.layout.iter().rev().copied().filter(|&b| !f.blocks[b].cold).collect();
    let mut changed = false;
    while let Some(b) = work.pop() {
        let found = f.blocks[b].insts.iter().enumerate().find_map(|(at, &inst)| match f.insts[inst].imm {
            Imm::Rt(rt) if f.insts[inst].op == Op::CallRt => {
                Some((at, ENTRY_POINTS.iter().position(|&f| f == rt)?))
            }
            _ => None,
        });
        if let Some((at, n)) = found {
            let mut new = Vec::new();
            splice::run_template(f, b, at, &BODIES[n], &mut new);
            // The first one is the rest of the block.
            work.extend(new.first());
            changed = true;
        }
    }
    if changed {
        // What is compared with the result is known on most ways.
        super::thread::run(f);
    }
}

/// A body being built.
struct Body {
    b: FuncBuilder,
    f: RuntimeFn,
    args: Vec<Value>,
}

impl Body {
    fn build(f: RuntimeFn) -> Func {
        let types = |list: &[abi::functions::AbiTy]| list.iter().map(|&t| Ty::of_abi(t)).collect();
        let sig = Signature { params: types(f.info().params), results: types(f.info().results) };
        let b = FuncBuilder::new(Sym::new(0), sig, Pos::NONE);
        let args = b.params().to_vec();
        let mut body = Body { b, f, args };
        body.lookup();
        body.b.seal_all();
        body.b.finish()
    }

    fn lookup(&mut self) {
        let [idle, probe, compare, found, another, absent, full, missing, slow] =
            [(); 9].map(|()| self.b.new_block());
        self.b.set_cold(slow);
        let (ty, map) = (self.args[0], self.args[1]);
        let nil = self.b.iconst(Ty::Ptr, 0);
        let is_nil = self.b.icmp(Cond::Eq, map, nil);
        self.b.br(is_nil, missing, idle);

        self.b.switch_to(idle);
        let writing = self.b.load(Ty::I8, map, offset_of!(MapHeader, writing) as i64);
        let none = self.b.iconst(Ty::I8, 0);
        let changing = self.b.icmp(Cond::Ne, writing, none);
        self.b.br(changing, slow, probe);

        self.b.switch_to(probe);
        let (group, hash) = self.group(map);
        let control = self.b.load(Ty::Ptr, map, offset_of!(MapHeader, control) as i64);
        let at = self.b.ptr_add(control, group);
        let control = self.b.load(Ty::I64, at, 0);
        let matches = self.matches(control, hash);
        let zero = self.b.iconst(Ty::I64, 0);
        let left = self.b.new_var(Ty::I64, None);
        self.b.def_var(left, matches);
        let any = self.b.icmp(Cond::Ne, matches, zero);
        self.b.br(any, compare, absent);

        self.b.switch_to(compare);
        let candidates = self.b.use_var(left);
        let bit = self.b.unary(Op::Ctz, candidates);
        let byte = self.shifted(Op::LShr, bit, u8::BITS.trailing_zeros());
        let index = self.b.binary(Op::Add, group, byte);
        let stride = self.b.load(Ty::I64, ty, offset_of!(MapType, key_stride) as i64);
        let offset = self.b.binary(Op::Mul, index, stride);
        let slots = self.b.load(Ty::Ptr, map, offset_of!(MapHeader, slots) as i64);
        let slot = self.b.ptr_add(slots, offset);
        let key = self.args[2];
        let key_ty = self.b.func.ty(key);
        let there = self.b.load(key_ty, slot, 0);
        let same = self.b.icmp(Cond::Eq, there, key);
        self.b.br(same, found, another);

        self.b.switch_to(another);
        self.b.set_cold(another);
        let one = self.b.iconst(Ty::I64, 1);
        let others = self.b.binary(Op::Sub, candidates, one);
        let others = self.b.binary(Op::And, candidates, others);
        self.b.def_var(left, others);
        let any = self.b.icmp(Cond::Ne, others, zero);
        self.b.br(any, compare, absent);

        self.b.switch_to(found);
        let offset = self.b.load(Ty::I64, ty, offset_of!(MapType, elem_off) as i64);
        let elem = self.b.ptr_add(slot, offset);
        self.b.ret(&[elem]);

        self.b.switch_to(absent);
        let shifted = self.shifted(Op::Shl, control, 6);
        let others = self.b.unary(Op::Not, shifted);
        let empty = self.b.binary(Op::And, control, others);
        let empty = self.masked(empty, HIGH_BITS);
        let any = self.b.icmp(Cond::Ne, empty, zero);
        self.b.br(any, missing, full);
        // The only group of a map may be full.
        self.b.switch_to(full);
        let mask = self.b.load(Ty::I64, map, offset_of!(MapHeader, group_mask) as i64);
        let more = self.b.icmp(Cond::Ne, mask, zero);
        self.b.br(more, slow, missing);
        self.b.switch_to(missing);
        self.b.ret(&[self.args[3]]);

        self.b.switch_to(slow);
        let args = std::mem::take(&mut self.args);
        let found = self.b.call_rt(self.f, &args);
        self.b.ret(&found);
    }

    /// The offset of the first group in the control bytes, and the hash.
    fn group(&mut self, map: Value) -> (Value, Value) {
        let key = self.args[2];
        let key = match self.b.func.ty(key) {
            Ty::I64 => key,
            Ty::Ptr => self.b.convert(Op::Bitcast, Ty::I64, key),
            _ => self.b.convert(Op::ZExt, Ty::I64, key),
        };
        let seed = self.b.load(Ty::I64, map, offset_of!(MapHeader, seed) as i64);
        let a = self.with(Op::Xor, key, HASH_KEYS[0]);
        let b = self.with(Op::Xor, seed, HASH_KEYS[1]);
        let first = self.fold(a, b);
        let last = self.b.iconst(Ty::I64, HASH_KEYS[2] as i64);
        let hash = self.fold(first, last);
        let h1 = self.shifted(Op::LShr, hash, CONTROL_BITS);
        let mask = self.b.load(Ty::I64, map, offset_of!(MapHeader, group_mask) as i64);
        let group = self.b.binary(Op::And, h1, mask);
        (self.shifted(Op::Shl, group, GROUP.trailing_zeros()), hash)
    }

    /// Both halves of a product, folded.
    fn fold(&mut self, a: Value, b: Value) -> Value {
        let high = self.b.binary(Op::UMulHi, a, b);
        let low = self.b.binary(Op::Mul, a, b);
        self.b.binary(Op::Xor, low, high)
    }

    /// A bit at the top of each control byte that equals the hash's; one above the first may be wrong.
    fn matches(&mut self, control: Value, hash: Value) -> Value {
        let h2 = self.masked(hash, (1 << CONTROL_BITS) - 1);
        let wanted = self.with(Op::Mul, h2, LOW_BITS);
        let x = self.b.binary(Op::Xor, control, wanted);
        let borrowed = self.with(Op::Sub, x, LOW_BITS);
        let others = self.b.unary(Op::Not, x);
        let both = self.b.binary(Op::And, borrowed, others);
        self.masked(both, HIGH_BITS)
    }

    fn masked(&mut self, v: Value, mask: u64) -> Value {
        self.with(Op::And, v, mask)
    }

    fn shifted(&mut self, op: Op, v: Value, by: u32) -> Value {
        self.with(op, v, by.into())
    }

    fn with(&mut self, op: Op, v: Value, k: u64) -> Value {
        let k = self.b.iconst(Ty::I64, k as i64);
        self.b.binary(op, v, k)
    }
}
