//! Checks that raise run-time panics: a compare and a branch to a cold block that calls the panic function.

use abi::RuntimeFn;
use cranelift_codegen::ir::{self as clif, InstBuilder};
use middle::ir;

use super::FuncCx;
use crate::Error;

impl FuncCx<'_, '_> {
    /// Calls `f`, which does not return, with `args` if `ok` is 0.
    fn check(&mut self, ok: clif::Value, f: RuntimeFn, args: &[clif::Value]) -> Result<(), Error> {
        let (go_on, fail) = (self.b.create_block(), self.cold_block());
        self.b.ins().brif(ok, go_on, &[], fail, &[]);
        self.b.switch_to_block(fail);
        self.runtime(f, args)?;
        self.after_noreturn();
        self.b.switch_to_block(go_on);
        Ok(())
    }

    pub(super) fn guard(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let ir::Imm::Rt(f) = data.imm else { return Err(self.internal("a guard without panic function")) };
        if !f.info().effects.noreturn {
            return Err(self.internal(format!("a guard that calls {}, which returns", f.info().symbol)));
        }
        let ok = self.value(data.args[0]);
        let args = self.value_list(&data.args[1..]);
        self.check(ok, f, &args)
    }

    pub(super) fn nil_check(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let p = self.value(data.args[0]);
        self.check(p, RuntimeFn::PanicMem, &[])
    }
}
