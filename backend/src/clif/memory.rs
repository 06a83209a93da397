//! Addresses, loads and stores, copies, allocation.
//!
//! The collector finds pointers conservatively, so while an object is in use, some live value must point into it.
//! Cranelift's optimiser has one rule that breaks this: `(p + K) + (i + L)` becomes `(p + i) + (K + L)` for constants K
//! and L, and `p + i` may be all that lives across a call although it lies outside the object. So the base of an
//! addition is never written as `p + K`: its constant goes into the displacement of the access, or, where the address
//! itself is the result, to the index: `p + ((i + L) + K)`, which Cranelift folds to `p + (i + M)`.

use abi::RuntimeFn;
use cranelift_codegen::entity::EntityRef;
use cranelift_codegen::ir::{
    self as clif, ExternalName, GlobalValueData, InstBuilder, MemFlagsData, UserExternalName, types,
};
use middle::ir::{self, Op};
use smallvec::SmallVec;

use super::barrier::WORD;
use super::{FuncCx, NS_SYM, clif_type};
use crate::Error;

/// Up to this many bytes are copied or zeroed in place.
pub(super) const INLINE_BYTES: i64 = 128;

/// Memory that may be accessed: nil has been checked. Alignment is not promised: `unsafe` can break it.
const PLAIN: MemFlagsData = MemFlagsData::new().with_notrap();
/// The access is the nil check of its pointer: it may not be removed, nor may effects move across it.
const FAULTING: MemFlagsData = MemFlagsData::new();

impl FuncCx<'_, '_> {
    pub(super) fn address(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let v = match (data.op, data.imm) {
            (Op::SymAddr, ir::Imm::Sym(sym, offset)) => self.symbol(sym, offset),
            (Op::SlotAddr, ir::Imm::Slot(slot, offset)) => {
                let ss = self.slots[slot].expect("slots are created first");
                let offset =
                    i32::try_from(offset).map_err(|_| self.internal(format!("offset {offset} in a slot")))?;
                self.b.ins().stack_addr(types::I64, ss, offset)
            }
            (Op::PtrAdd, _) => self.ptr_add(data),
            (_, imm) => {
                return Err(self.internal(format!("`{}` with immediate {imm:?}", data.op.info().name)));
            }
        };
        self.set(data, v)
    }

    /// The address of a symbol plus an offset.
    fn symbol(&mut self, sym: ir::Sym, offset: i64) -> clif::Value {
        let gv = match self.symbols.get(&(sym, offset)) {
            Some(&gv) => gv,
            None => {
                let name = UserExternalName::new(NS_SYM, sym.index() as u32);
                let name = self.b.func.declare_imported_user_function(name);
                let gv = self.b.create_global_value(GlobalValueData::Symbol {
                    name: ExternalName::user(name),
                    offset: offset.into(),
                    colocated: true,
                    tls: false,
                });
                self.symbols.insert((sym, offset), gv);
                gv
            }
        };
        self.b.ins().symbol_value(types::I64, gv)
    }

    /// A base and the constants added to it.
    pub(super) fn strip_constants(&self, p: ir::Value, mut offset: i64) -> (ir::Value, i64) {
        let mut p = self.func.resolve(p);
        while let Some((base, index)) = self.as_ptr_add(p)
            && let Some(k) = self.func.as_iconst(index)
            && let Some(sum) = offset.checked_add(k)
        {
            (p, offset) = (self.func.resolve(base), sum);
        }
        (p, offset)
    }

    fn as_ptr_add(&self, p: ir::Value) -> Option<(ir::Value, ir::Value)> {
        let data = &self.func.insts[self.func.def_inst(p)?];
        (data.op == Op::PtrAdd).then(|| (data.args[0], data.args[1]))
    }

    fn ptr_add(&mut self, data: &ir::InstData) -> clif::Value {
        let (p, index) = (data.args[0], data.args[1]);
        let constant = self.func.as_iconst(index);
        let (root, offset) = self.strip_constants(p, constant.unwrap_or(0));
        let base = self.value(root);
        if constant.is_some() {
            return self.add_constant(base, offset);
        }
        let index = self.value(index);
        let index = self.add_constant(index, offset);
        self.b.ins().iadd(base, index)
    }

    pub(super) fn add_constant(&mut self, v: clif::Value, k: i64) -> clif::Value {
        if k == 0 {
            return v;
        }
        let k = self.iconst(types::I64, k);
        self.b.ins().iadd(v, k)
    }

    /// An address and a displacement that fits an instruction.
    fn place(&mut self, p: ir::Value, offset: i64) -> (clif::Value, i32) {
        let (root, offset) = self.strip_constants(p, offset);
        let (base, offset) = match self.as_ptr_add(root) {
            Some((p, index)) if self.func.as_iconst(index).is_none() => {
                let (inner, sum) = self.strip_constants(p, offset);
                if sum == offset {
                    (self.value(root), offset)
                } else {
                    let (base, index) = (self.value(inner), self.value(index));
                    (self.b.ins().iadd(base, index), sum)
                }
            }
            _ => (self.value(root), offset),
        };
        match i32::try_from(offset) {
            Ok(small) => (base, small),
            Err(_) => (self.add_constant(base, offset), 0),
        }
    }

    fn flags(&self, inst: ir::Inst) -> MemFlagsData {
        if self.faulting.contains(&inst) { FAULTING } else { PLAIN }
    }

    pub(super) fn load(&mut self, inst: ir::Inst, data: &ir::InstData) -> Result<(), Error> {
        let offset = self.imm_int(data)?;
        let (p, offset) = self.place(data.args[0], offset);
        let flags = self.flags(inst);
        let v = self.b.ins().load(clif_type(data.ty), flags, p, offset);
        self.set(data, v)
    }

    pub(super) fn store(&mut self, inst: ir::Inst, data: &ir::InstData) -> Result<(), Error> {
        self.before_write(inst)?;
        let offset = self.imm_int(data)?;
        let v = self.value(data.args[0]);
        let (p, offset) = self.place(data.args[1], offset);
        let flags = self.flags(inst);
        self.b.ins().store(flags, v, p, offset);
        Ok(())
    }

    pub(super) fn mem_copy(&mut self, inst: ir::Inst, data: &ir::InstData) -> Result<(), Error> {
        self.before_write(inst)?;
        let size = self.imm_int(data)?;
        let (dst, src) = (self.value(data.args[0]), self.value(data.args[1]));
        if size > INLINE_BYTES {
            let n = self.iconst(types::I64, size);
            self.runtime(RuntimeFn::MemMove, &[dst, src, n])?;
            return Ok(());
        }
        let flags = self.flags(inst);
        // The ranges are equal or disjoint, so pieces may be copied one by one.
        for (ty, offset) in pieces(size) {
            let v = self.b.ins().load(ty, flags, src, offset);
            self.b.ins().store(flags, v, dst, offset);
        }
        Ok(())
    }

    /// Moves a small number of bytes that is known: all are read before any is written, since the ranges may overlap. Words
    /// are left to the runtime where it has to note what it overwrites.
    pub(super) fn moves_in_place(&mut self, data: &ir::InstData) -> bool {
        const MOST: i64 = 16;
        let most = if self.barriers { WORD - 1 } else { MOST };
        let Some(size) = self.func.as_iconst(data.args[2]).filter(|n| (0..=most).contains(n)) else {
            return false;
        };
        let (dst, src) = (self.value(data.args[0]), self.value(data.args[1]));
        let read: SmallVec<[(clif::Value, i32); 8]> =
            pieces(size).map(|(ty, offset)| (self.b.ins().load(ty, PLAIN, src, offset), offset)).collect();
        for (v, offset) in read {
            self.b.ins().store(PLAIN, v, dst, offset);
        }
        true
    }

    pub(super) fn mem_zero(&mut self, inst: ir::Inst, data: &ir::InstData) -> Result<(), Error> {
        self.before_write(inst)?;
        let size = self.imm_int(data)?;
        let dst = self.value(data.args[0]);
        if size > INLINE_BYTES {
            let n = self.iconst(types::I64, size);
            self.runtime(RuntimeFn::MemClr, &[dst, n])?;
            return Ok(());
        }
        let flags = self.flags(inst);
        let mut wide = None;
        for (ty, offset) in pieces(size) {
            let zero = if ty.is_vector() {
                *wide.get_or_insert_with(|| {
                    let handle = self.b.func.dfg.constants.insert([0; 16].as_slice().into());
                    self.b.ins().vconst(ty, handle)
                })
            } else {
                self.iconst(ty, 0)
            };
            self.b.ins().store(flags, zero, dst, offset);
        }
        Ok(())
    }

    /// What escape analysis left on the heap.
    pub(super) fn alloc(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let ir::Imm::Alloc(id) = data.imm else {
            return Err(self.internal("an allocation without description"));
        };
        let info = &self.func.allocs[id];
        let results = match info.desc {
            Some(desc) => {
                let desc = self.symbol(desc, 0);
                self.runtime(RuntimeFn::NewObject, &[desc])?
            }
            None => {
                let size =
                    i64::try_from(info.size).map_err(|_| self.internal("an allocation of 2^63 bytes"))?;
                let (size, none) = (self.iconst(types::I64, size), self.iconst(types::I64, 0));
                self.runtime(RuntimeFn::MallocGc, &[size, none])?
            }
        };
        self.set_all(data, &results)
    }
}

/// Covers `size` bytes by the widest accesses. Pointers are words at multiples of 8, which no piece splits, so that a
/// collector never sees half of one.
fn pieces(size: i64) -> impl Iterator<Item = (clif::Type, i32)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let ty = match size - at {
            ..=0 => return None,
            16.. => types::I8X16,
            8.. => types::I64,
            4.. => types::I32,
            2.. => types::I16,
            _ => types::I8,
        };
        let offset = at as i32;
        at += i64::from(ty.bytes());
        Some((ty, offset))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_cover_exactly() {
        for size in 0..=INLINE_BYTES {
            let mut end = 0;
            for (ty, offset) in pieces(size) {
                assert_eq!(i64::from(offset), end, "size {size}");
                assert_eq!(offset as u32 % ty.bytes().min(8), 0, "size {size}: pieces are aligned");
                end += i64::from(ty.bytes());
            }
            assert_eq!(end, size);
        }
    }
}
