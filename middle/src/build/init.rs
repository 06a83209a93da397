//! Package initialisation and package-level variables.

use frontend::object::{ObjId, PkgId};
use frontend::source::Pos;

use super::{Cx, Output, unsupported};

/// Builds `runtime.main`.
pub(super) fn build_entry(_cx: &Cx<'_>) -> Output {
    unsupported(Pos::NONE, "entry")
}

/// Builds `<package>.init`.
pub(super) fn build_package_init(_cx: &Cx<'_>, _pkg: PkgId) -> Output {
    unsupported(Pos::NONE, "package initialisation")
}

/// Builds a package-level variable.
pub(super) fn build_global(cx: &Cx<'_>, obj: ObjId) -> Output {
    unsupported(cx.prog.objects.get(obj).pos, "package-level variable")
}
