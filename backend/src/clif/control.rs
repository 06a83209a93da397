//! Terminators.

use cranelift_codegen::ir::{self as clif, BlockArg, InstBuilder, TrapCode};
use cranelift_frontend::Switch;
use middle::ir;

use super::FuncCx;
use crate::Error;

/// Code that control never reaches: executing it is a bug of the compiler.
pub(super) const UNREACHABLE: TrapCode = TrapCode::unwrap_user(1);

impl FuncCx<'_, '_> {
    fn target(&self, call: &ir::BlockCall) -> (clif::Block, Vec<BlockArg>) {
        let block = self.blocks[call.block].expect("a successor of a reachable block is reachable");
        (block, call.args.iter().map(|&v| BlockArg::Value(self.value(v))).collect())
    }

    pub(super) fn jump(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let (block, args) = self.target(&data.targets[0]);
        self.b.ins().jump(block, &args);
        Ok(())
    }

    pub(super) fn br(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let c = self.value(data.args[0]);
        let (then, then_args) = self.target(&data.targets[0]);
        let (els, else_args) = self.target(&data.targets[1]);
        self.b.ins().brif(c, then, &then_args, els, &else_args);
        Ok(())
    }

    /// Jump tables for dense cases, binary search between them.
    pub(super) fn switch(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let mut v = self.value(data.args[0]);
        let ty = self.b.func.dfg.value_type(v);
        let mask = if ty.bits() == 64 { u64::MAX } else { (1 << ty.bits()) - 1 };
        // Cases count from the least, so that negative ones do not fall apart from the others.
        let least = data.cases.iter().copied().min().unwrap_or(0).min(0);
        if least < 0 {
            let k = self.iconst(ty, least);
            v = self.b.ins().isub(v, k);
        }
        let mut edges = Vec::new();
        let mut switch = Switch::new();
        let default = self.edge_block(&data.targets[0], &mut edges);
        let mut known = rustc_hash::FxHashSet::default();
        for (&k, target) in data.cases.iter().zip(&data.targets[1..]) {
            let key = k.wrapping_sub(least) as u64 & mask;
            // Of equal cases the first counts.
            if known.insert(key) {
                let block = self.edge_block(target, &mut edges);
                switch.set_entry(u128::from(key), block);
            }
        }
        switch.emit(&mut self.b, v, default);
        for (block, call) in edges {
            self.b.switch_to_block(block);
            let (to, args) = self.target(call);
            self.b.ins().jump(to, &args);
        }
        Ok(())
    }

    /// A block without parameters that leads to a target: the target itself, or a new one on the edge.
    fn edge_block<'t>(
        &mut self,
        call: &'t ir::BlockCall,
        edges: &mut Vec<(clif::Block, &'t ir::BlockCall)>,
    ) -> clif::Block {
        if call.args.is_empty() {
            return self.target(call).0;
        }
        let block = self.b.create_block();
        edges.push((block, call));
        block
    }

    pub(super) fn ret(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let args = self.value_list(&data.args);
        self.b.ins().return_(&args);
        Ok(())
    }

    pub(super) fn unreachable(&mut self) -> Result<(), Error> {
        self.b.ins().trap(UNREACHABLE);
        Ok(())
    }
}
