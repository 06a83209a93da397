//! Unused variables and imports (Go spec, Variable declarations and Import declarations: implementation restrictions).

use super::Checker;
use crate::diag::Code;
use crate::object::{ObjId, ObjKind};
use crate::source::sym;

impl Checker<'_> {
    /// Reports the local variables of the current function that were not used. Those of function literals in it are
    /// reported with the literal.
    pub(super) fn report_unused_variables(&mut self) {
        let Some(func) = &mut self.env.func else { return };
        let mut unused: Vec<ObjId> = std::mem::take(&mut func.locals);
        unused.retain(|v| !self.used.contains(v));
        unused.sort_by_key(|&v| self.object(v).pos);
        for v in unused {
            let v = self.object(v);
            self.soft_error(v.pos, Code::UnusedVar, format!("declared and not used: {}", self.name(v.name)));
        }
    }

    /// Reports imports that nothing refers to.
    pub(super) fn report_unused_imports(&mut self) {
        for import in std::mem::take(&mut self.imports) {
            let o = self.object(import);
            let ObjKind::PkgName(pkg) = o.kind else { continue };
            if o.name == sym::Blank || self.used.contains(&import) {
                continue;
            }
            let path = &self.shared.packages[pkg].path;
            let last = path.rsplit('/').next().unwrap_or(path);
            let name = self.name(o.name);
            let text = if o.name == sym::Dot || name == last {
                format!("{path:?} imported and not used")
            } else {
                format!("{path:?} imported as {name} and not used")
            };
            self.soft_error(o.pos, Code::UnusedImport, text);
        }
    }
}
