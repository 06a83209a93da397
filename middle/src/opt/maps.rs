//! Look-ups of keys of one word in maps are done in line as far as the first group of the probe sequence goes, and
//! iterations go on in line within a group. What a map looks like stands in [`abi::map`].
//!
//! ```text
//!                                           h = hash(k, m.seed)
//! p = callrt MapAccessFast64(t, m, k, z, s) group = 8 control bytes at m.stable + (h & m.group_mask)
//!                                       →   the slot of a control byte that fits has the key: p = its element
//!                                           none has, and one is empty: p = z
//!                                           else, and if the map is being changed, the call
//!
//! p = callrt MapIterNext(it, s)             the map still has its arrays, the group is as it was, and one of its slots is
//!                                       →   to come: p = that slot
//!                                           no slot and no group are to come: p = null
//!                                           else the call
//! ```
//!
//! The size of the slots and the place of the element are constants of the call, `s`.
//!
//! Nothing here needs the world to stand still: the arrays that a look-up has loaded are kept by the registers that they
//! are in, those of an iteration by the iterator.

use std::mem::offset_of;

use abi::RuntimeFn;
use abi::map::{CONTROL_SHIFT, HIGH_BITS, LOW_BITS, MapHeader, MapIter, WORD_KEY, slot_parts};
use cranelift_entity::EntityRef;

use super::inline::splice;
use crate::ir::{Block, Cond, Func, FuncBuilder, Imm, Op, Pos, Signature, Sym, Ty, Value, ValueDef};

/// The entry points with a body in line.
const ENTRY_POINTS: [RuntimeFn; 4] = [
    RuntimeFn::MapAccessFast32,
    RuntimeFn::MapAccessFast64,
    RuntimeFn::MapAccessFastPtr,
    RuntimeFn::MapIterNext,
];

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
        match f {
            RuntimeFn::MapIterNext => body.next(),
            _ => body.lookup(),
        }
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
        let control = self.b.load(Ty::Ptr, map, offset_of!(MapHeader, stable) as i64);
        let changing = self.b.icmp(Cond::Eq, control, nil);
        self.b.br(changing, slow, probe);

        self.b.switch_to(probe);
        let (group, hash) = self.group(map);
        let at = self.b.ptr_add(control, group);
        let control = self.b.load(Ty::I64, at, 0);
        let matches = self.matches(control, hash);
        let zero = self.b.iconst(Ty::I64, 0);
        let left = self.b.new_var(Ty::I64, None);
        self.b.def_var(left, matches);
        // Matches are from bit 7 on, and the back end masks twice for a comparison with 0. What is likely is the second
        // way, which is laid out next.
        let least = self.b.iconst(Ty::I64, 2);
        let none = self.b.icmp(Cond::ULt, matches, least);
        self.b.br(none, absent, compare);

        self.b.switch_to(compare);
        let candidates = self.b.use_var(left);
        let slots = self.b.load(Ty::Ptr, map, offset_of!(MapHeader, slots) as i64);
        let first = self.shifted(Op::Shl, group, u8::BITS.trailing_zeros());
        let bit = self.b.unary(Op::Ctz, candidates);
        let bit = self.b.binary(Op::Add, bit, first);
        let (slot, start) = self.slot(slots, bit);
        let key = self.args[2];
        let key_ty = self.b.func.ty(key);
        let there = self.b.load(key_ty, slot, start);
        let differs = self.b.icmp(Cond::Ne, key, there);
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
        let others = self.b.binary(Op::Or, control, shifted);
        let empty = self.b.unary(Op::Not, others);
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

        self.call(slow);
    }

    /// The body ends with the call itself.
    fn call(&mut self, slow: Block) {
        self.b.switch_to(slow);
        let args = std::mem::take(&mut self.args);
        let found = self.b.call_rt(self.f, &args);
        self.b.ret(&found);
    }

    fn next(&mut self) {
        let [same, some, within, none, end, slow] = [(); 6].map(|()| self.b.new_block());
        self.b.set_cold(slow);
        let map = self.iter(Ty::Ptr, offset_of!(MapIter, map));
        let stable = self.b.load(Ty::Ptr, map, offset_of!(MapHeader, stable) as i64);
        let control = self.iter(Ty::Ptr, offset_of!(MapIter, control));
        let other = self.b.icmp(Cond::Ne, stable, control);
        self.b.br(other, slow, same);

        self.b.switch_to(same);
        let left = self.iter(Ty::I64, offset_of!(MapIter, left));
        let zero = self.b.iconst(Ty::I64, 0);
        let any = self.b.icmp(Cond::Ne, left, zero);
        self.b.br(any, some, none);

        self.b.switch_to(some);
        let group = self.iter(Ty::Ptr, offset_of!(MapIter, group));
        let now = self.b.load(Ty::I64, group, 0);
        let before = self.iter(Ty::I64, offset_of!(MapIter, word));
        let changed = self.b.icmp(Cond::Ne, now, before);
        self.b.br(changed, slow, within);

        self.b.switch_to(within);
        let slots = self.iter(Ty::Ptr, offset_of!(MapIter, slots));
        let turn = self.iter(Ty::I64, offset_of!(MapIter, turn));
        let bit = self.b.unary(Op::Ctz, left);
        let bit = self.b.binary(Op::Add, bit, turn);
        let bit = self.masked(bit, u64::from(u64::BITS - 1));
        let others = self.with(Op::Sub, left, 1);
        let others = self.b.binary(Op::And, left, others);
        self.b.store(others, self.args[0], offset_of!(MapIter, left) as i64);
        let (slot, start) = self.slot(slots, bit);
        let slot = self.b.ptr_add_imm(slot, start);
        self.b.ret(&[slot]);

        self.b.switch_to(none);
        let groups = self.iter(Ty::I64, offset_of!(MapIter, groups));
        let more = self.b.icmp(Cond::Ne, groups, zero);
        self.b.br(more, slow, end);
        self.b.switch_to(end);
        let nil = self.b.iconst(Ty::Ptr, 0);
        self.b.ret(&[nil]);

        self.call(slow);
    }

    /// A word of the iterator.
    fn iter(&mut self, ty: Ty, offset: usize) -> Value {
        self.b.load(ty, self.args[0], offset as i64)
    }

    /// The slot of the control byte with this highest bit, as an address inside of the slot and what must be added to it.
    fn slot(&mut self, slots: Value, bit: Value) -> (Value, i64) {
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

    /// The index of the first slot of the first group, and the hash.
    fn group(&mut self, map: Value) -> (Value, Value) {
        let key = self.args[2];
        let key = match self.b.func.ty(key) {
            Ty::I64 => key,
            Ty::Ptr => self.b.convert(Op::Bitcast, Ty::I64, key),
            _ => self.b.convert(Op::ZExt, Ty::I64, key),
        };
        let seed = self.b.load(Ty::I64, map, offset_of!(MapHeader, seed) as i64);
        let seeded = self.b.binary(Op::Xor, key, seed);
        let word = self.b.iconst(Ty::I64, WORD_KEY as i64);
        let high = self.b.binary(Op::UMulHi, seeded, word);
        let low = self.b.binary(Op::Mul, seeded, word);
        let hash = self.b.binary(Op::Xor, low, high);
        let mask = self.b.load(Ty::I64, map, offset_of!(MapHeader, group_mask) as i64);
        (self.b.binary(Op::And, hash, mask), hash)
    }

    /// A bit at the top of each control byte that equals the hash's, and of few others of used slots.
    fn matches(&mut self, control: Value, hash: Value) -> Value {
        let h2 = self.shifted(Op::LShr, hash, CONTROL_SHIFT);
        let wanted = self.with(Op::Mul, h2, LOW_BITS);
        let x = self.b.binary(Op::Xor, wanted, control);
        let borrowed = self.with(Op::Sub, x, HIGH_BITS | LOW_BITS);
        // Before the hash is known.
        let used = self.masked(control, HIGH_BITS);
        self.b.binary(Op::And, borrowed, used)
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
