//! Look-ups of keys of one word in maps are done in line as far as the first group of the probe sequence goes. What a map
//! looks like stands in [`abi::map`].
//!
//! ```text
//!                                           h = hash(k, m.seed)
//! p = callrt MapAccessFast64(t, m, k, z, s) group = 8 control bytes at m.control + 8 * (h >> 7 & m.group_mask)
//!                                       →   the slot of a control byte that fits has the key: p = its element
//!                                           none has, and one is empty: p = z
//!                                           else, and if the map is being changed, the call
//! ```
//!
//! The size of the slots and the place of the element are constants of the call, `s`.
//!
//! Nothing here needs the world to stand still: the arrays that
//! a look-up has loaded are kept by the registers that they are in.

use std::mem::offset_of;

use abi::RuntimeFn;
use abi::map::{CONTROL_BITS, GROUP, HASH_KEYS, HIGH_BITS, LOW_BITS, MapHeader, slot_parts};
use cranelift_entity::EntityRef;

use super::inline::splice;
use crate::ir::{Block, Cond, Func, FuncBuilder, Imm, Op, Pos, Signature, Sym, Ty, Value, ValueDef};

/// The entry points with a body in line.
const ENTRY_POINTS: [RuntimeFn; 3] =
    [RuntimeFn::MapAccessFast32, RuntimeFn::MapAccessFast64, RuntimeFn::MapAccessFastPtr];

/// Runs the pass.
pub fn run(f: &mut Func) {
    let mut work: Vec<Block> = f.layout.iter().rev().copied().filter(|&b| !f.blocks[b].cold).collect();
    // The bodies made so far, by entry point and layout of the slots.
    let mut bodies: Vec<((RuntimeFn, i64), Func)> = Vec::new();
    while let Some(b) = work.pop() {
        let found = f.blocks[b].insts.iter().enumerate().find_map(|(at, &inst)| match f.insts[inst].imm {
            Imm::Rt(rt) if f.insts[inst].op == Op::CallRt && ENTRY_POINTS.contains(&rt) => {
                Some((at, (rt, const_int(f, *f.insts[inst].args.last()?)?)))
            }
            _ => None,
        });
        if let Some((at, which)) = found {
            let mut new = Vec::new();
            let n = bodies.iter().position(|(k, _)| *k == which).unwrap_or_else(|| {
                bodies.push((which, Body::build(which.0, slot_parts(which.1))));
                bodies.len() - 1
            });
            splice::run_template(f, b, at, &bodies[n].1, &mut new);
            // The first one is the rest of the block.
            work.extend(new.first());
        }
    }
    if !bodies.is_empty() {
        // What is compared with the result is known on most ways.
        super::thread::run(f);
    }
}

/// The constant that a value is.
fn const_int(f: &Func, v: Value) -> Option<i64> {
    let ValueDef::Result(inst, _) = f.values[f.resolve(v)].def else { return None };
    match f.insts[inst].imm {
        Imm::Int(k) if f.insts[inst].op == Op::IConst => Some(k),
        _ => None,
    }
}

/// A body being built.
struct Body {
    b: FuncBuilder,
    f: RuntimeFn,
    args: Vec<Value>,
    /// Size of the slots.
    stride: i64,
    /// Where the element is in them.
    elem_off: i64,
}

impl Body {
    fn build(f: RuntimeFn, (stride, elem_off): (i64, i64)) -> Func {
        let types = |list: &[abi::functions::AbiTy]| list.iter().map(|&t| Ty::of_abi(t)).collect();
        let sig = Signature { params: types(f.info().params), results: types(f.info().results) };
        let b = FuncBuilder::new(Sym::new(0), sig, Pos::NONE);
        let args = b.params().to_vec();
        let mut body = Body { b, f, args, stride, elem_off };
        body.lookup();
        body.b.seal_all();
        body.b.finish()
    }

    fn lookup(&mut self) {
        let [idle, probe, compare, found, another, absent, full, missing, slow] =
            [(); 9].map(|()| self.b.new_block());
        self.b.set_cold(slow);
        let map = self.args[1];
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
        // What is likely is the second way, which is laid out next.
        let none = self.b.icmp(Cond::Eq, matches, zero);
        self.b.br(none, absent, compare);

        self.b.switch_to(compare);
        let candidates = self.b.use_var(left);
        let (slot, start) = self.slot(map, group, candidates);
        let key = self.args[2];
        let key_ty = self.b.func.ty(key);
        let there = self.b.load(key_ty, slot, start);
        let differs = self.b.icmp(Cond::Ne, there, key);
        self.b.br(differs, another, found);

        self.b.switch_to(another);
        self.b.set_cold(another);
        let one = self.b.iconst(Ty::I64, 1);
        let others = self.b.binary(Op::Sub, candidates, one);
        let others = self.b.binary(Op::And, candidates, others);
        self.b.def_var(left, others);
        let any = self.b.icmp(Cond::Ne, others, zero);
        self.b.br(any, compare, absent);

        self.b.switch_to(found);
        let elem = self.b.ptr_add_imm(slot, start + self.elem_off);
        self.b.ret(&[elem]);

        self.b.switch_to(absent);
        let shifted = self.shifted(Op::Shl, control, 6);
        let others = self.b.unary(Op::Not, shifted);
        let empty = self.b.binary(Op::And, control, others);
        let empty = self.masked(empty, HIGH_BITS);
        let none = self.b.icmp(Cond::Eq, empty, zero);
        self.b.br(none, full, missing);
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

    /// The slot of the first candidate in a group, as an address inside of the slot and what must be added to it.
    fn slot(&mut self, map: Value, group: Value, candidates: Value) -> (Value, i64) {
        let slots = self.b.load(Ty::Ptr, map, offset_of!(MapHeader, slots) as i64);
        let first = self.with(Op::Mul, group, self.stride as u64);
        let slots = self.b.ptr_add(slots, first);
        // The number of the highest bit of a byte.
        let bit = self.b.unary(Op::Ctz, candidates);
        let bits = i64::from(u8::BITS);
        if self.stride % bits == 0 {
            let per_bit = self.stride / bits;
            let offset = self.with(Op::Mul, bit, per_bit as u64);
            return (self.b.ptr_add(slots, offset), -per_bit * (bits - 1));
        }
        let byte = self.shifted(Op::LShr, bit, u8::BITS.trailing_zeros());
        let offset = self.with(Op::Mul, byte, self.stride as u64);
        (self.b.ptr_add(slots, offset), 0)
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
        let seeded = self.b.binary(Op::Xor, key, seed);
        let first = self.fold(seeded, HASH_KEYS[0]);
        let hash = self.fold(first, HASH_KEYS[2]);
        let h1 = self.shifted(Op::LShr, hash, CONTROL_BITS);
        let mask = self.b.load(Ty::I64, map, offset_of!(MapHeader, group_mask) as i64);
        let group = self.b.binary(Op::And, h1, mask);
        (self.shifted(Op::Shl, group, GROUP.trailing_zeros()), hash)
    }

    /// Both halves of a product, folded.
    fn fold(&mut self, a: Value, b: u64) -> Value {
        let b = self.b.iconst(Ty::I64, b as i64);
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
