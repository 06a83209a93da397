//! Addresses, loads and stores, copies, allocation.

use abi::RuntimeFn;
use cranelift_codegen::entity::EntityRef;
use cranelift_codegen::ir::{
    self as clif, ExternalName, GlobalValueData, InstBuilder, MemFlagsData, UserExternalName, types,
};
use middle::ir::{self, Op};

use super::{FuncCx, NS_SYM, clif_type};
use crate::Error;

/// Up to this many bytes are copied or zeroed in place.
const INLINE_BYTES: i64 = 128;

/// Memory that may be accessed: nil has been checked. Alignment is not promised: `unsafe` can break it.
const PLAIN: MemFlagsData = MemFlagsData::new().with_notrap();

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
            (Op::PtrAdd, _) => {
                let (p, offset) = (self.value(data.args[0]), self.value(data.args[1]));
                self.b.ins().iadd(p, offset)
            }
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

    /// An address and an offset that fits an instruction.
    fn place(&mut self, p: ir::Value, offset: i64) -> (clif::Value, i32) {
        let base = self.value(p);
        match i32::try_from(offset) {
            Ok(small) => (base, small),
            Err(_) => {
                let k = self.iconst(types::I64, offset);
                (self.b.ins().iadd(base, k), 0)
            }
        }
    }

    pub(super) fn load(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let offset = self.imm_int(data)?;
        let (p, offset) = self.place(data.args[0], offset);
        let v = self.b.ins().load(clif_type(data.ty), PLAIN, p, offset);
        self.set(data, v)
    }

    pub(super) fn store(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let offset = self.imm_int(data)?;
        let v = self.value(data.args[0]);
        let (p, offset) = self.place(data.args[1], offset);
        self.b.ins().store(PLAIN, v, p, offset);
        Ok(())
    }

    pub(super) fn mem_copy(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let size = self.imm_int(data)?;
        let (dst, src) = (self.value(data.args[0]), self.value(data.args[1]));
        if size > INLINE_BYTES {
            let n = self.iconst(types::I64, size);
            self.runtime(RuntimeFn::MemMove, &[dst, src, n])?;
            return Ok(());
        }
        // The ranges are equal or disjoint, so pieces may be copied one by one.
        for (ty, offset) in pieces(size) {
            let v = self.b.ins().load(ty, PLAIN, src, offset);
            self.b.ins().store(PLAIN, v, dst, offset);
        }
        Ok(())
    }

    pub(super) fn mem_zero(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let size = self.imm_int(data)?;
        let dst = self.value(data.args[0]);
        if size > INLINE_BYTES {
            let n = self.iconst(types::I64, size);
            self.runtime(RuntimeFn::MemClr, &[dst, n])?;
            return Ok(());
        }
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
            self.b.ins().store(PLAIN, zero, dst, offset);
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
