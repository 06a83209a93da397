//! Functions that the compiler makes around methods and functions.

use frontend::source::Pos;

use super::cx::{Cx, Instance, Item, MethodKey, Output};
use super::unsupported;
use crate::ir::Sym;

/// See [`Cx::method_expr`].
pub(super) fn method_expr_sym(cx: &Cx<'_>, key: MethodKey) -> Sym {
    cx.request(Item::MethodExpr(key));
    cx.sym(&format!("{}.{}", cx.link_string(key.recv), cx.text(key.name)))
}

/// See [`Cx::method_expr_value`].
pub(super) fn method_expr_value_sym(cx: &Cx<'_>, key: MethodKey) -> Sym {
    cx.request(Item::MethodExpr(key));
    cx.sym(&format!("{}.{}·f", cx.link_string(key.recv), cx.text(key.name)))
}

/// See [`Cx::bound_method`].
pub(super) fn bound_method_sym(cx: &Cx<'_>, key: MethodKey) -> Sym {
    cx.request(Item::BoundMethod(key));
    cx.sym(&format!("{}.{}-fm", cx.link_string(key.recv), cx.text(key.name)))
}

/// Builds a wrapper.
pub(super) fn build(_cx: &Cx<'_>, item: &Item) -> Output {
    unsupported(Pos::NONE, format!("wrapper {item:?}"))
}

/// Builds the function value of a declared function.
pub(super) fn build_func_value(_cx: &Cx<'_>, inst: &Instance) -> Output {
    unsupported(Pos::NONE, format!("function value {inst:?}"))
}
