//! Functions.

use super::{Cx, Instance, Output, unsupported};

/// Builds a declared function and the function literals in it.
pub(super) fn build_func(cx: &Cx<'_>, inst: &Instance) -> Output {
    unsupported(cx.prog.objects.get(inst.obj).pos, "function")
}
