//! Zeros that nobody sees: a slot is cleared, and before anything could read it, all of it is written.
//!
//! Variables are cleared where they are declared, and composite literals clear the fields they do not name; a literal
//! built in a variable, or one that names all fields, needs none of that.

use crate::ir::{Block, Func, Imm, Inst, Op, Slot};

use super::mem2reg::slot_offset;

/// How far behind the clearing the writes are looked for, in instructions.
const LOOK_AHEAD: usize = 64;
/// The largest slot that is looked at, in bytes: one bit of a mask for each.
const MAX_SIZE: i64 = 128;

/// Runs the pass.
pub fn run(f: &mut Func) {
    for b in f.layout.clone() {
        let places = 0..f.blocks[b].insts.len();
        let unseen: Vec<Inst> =
            places.filter(|&i| is_overwritten(f, b, i)).map(|i| f.blocks[b].insts[i]).collect();
        if !unseen.is_empty() {
            f.blocks[b].insts.retain(|i| !unseen.contains(i));
        }
    }
}

/// What an instruction writes to a slot: offset and bytes.
fn written(f: &Func, inst: Inst) -> Option<(Slot, i64, i64)> {
    let d = &f.insts[inst];
    let (address, offset, size) = match (d.op, d.imm) {
        (Op::Store, Imm::Int(k)) => (d.args[1], k, i64::from(d.ty.size())),
        (Op::MemZero | Op::MemCopy, Imm::Int(size)) => (d.args[0], 0, size),
        _ => return None,
    };
    let (slot, at) = slot_offset(f, address)?;
    Some((slot, at + offset, size))
}

fn is_overwritten(f: &Func, b: Block, at: usize) -> bool {
    let insts = &f.blocks[b].insts;
    if f.insts[insts[at]].op != Op::MemZero {
        return false;
    }
    let Some((slot, start, size)) = written(f, insts[at]).filter(|&(.., size)| size <= MAX_SIZE) else {
        return false;
    };
    let all = low_bits(size);
    let mut covered = 0u128;
    for &next in insts[at + 1..].iter().take(LOOK_AHEAD) {
        let d = &f.insts[next];
        match d.op {
            Op::Store | Op::MemZero | Op::MemCopy => {
                // What may lie anywhere may read the slot by faulting: the panic's deferred calls look at variables.
                let Some((to, offset, bytes)) = written(f, next) else { return false };
                if d.op == Op::MemCopy && slot_offset(f, d.args[1]).is_none_or(|(from, _)| from == slot) {
                    return false;
                }
                if to == slot {
                    let (from, to) =
                        ((offset - start).clamp(0, size), (offset + bytes - start).clamp(0, size));
                    covered |= low_bits(to) & !low_bits(from);
                    if covered == all {
                        return true;
                    }
                }
            }
            Op::Load if slot_offset(f, d.args[0]).is_some_and(|(from, _)| from != slot) => {}
            op if op.info().pure_ => {}
            _ => return false,
        }
    }
    false
}

/// A mask of the lowest `n` bits, of at most 128.
fn low_bits(n: i64) -> u128 {
    if n == 0 { 0 } else { u128::MAX >> (128 - n) }
}
