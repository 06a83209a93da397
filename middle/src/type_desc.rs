//! Type descriptors and method tables.

use frontend::source::Pos;
use frontend::types::TyId;

use crate::build::{Cx, Output, unsupported};

/// The descriptor of a canonical type.
pub(crate) fn build(cx: &Cx<'_>, ty: TyId) -> Output {
    unsupported(Pos::NONE, format!("descriptor of {}", cx.link_string(ty)))
}

/// The method table of an interface type and a concrete type.
pub(crate) fn build_itab(cx: &Cx<'_>, iface: TyId, concrete: TyId) -> Output {
    unsupported(Pos::NONE, format!("itab of {}, {}", cx.link_string(concrete), cx.link_string(iface)))
}
