//! Finding generic declarations that need endlessly many instances, such as `func f[T any]() { f[*T]() }`
//! (gc: `types2/mono.go`).
//!
//! The graph has a vertex for each type parameter and each local type that depends on one. An edge leads from what
//! occurs in a type argument to the type parameter it is for; it weighs 1 if it is only a part of the argument. A
//! cycle of positive weight means endless instances.

use rustc_hash::FxHashMap;

use super::Checker;
use crate::diag::Code;
use crate::object::ObjId;
use crate::source::Pos;
use crate::types::{NamedId, Ty, TyId, TypeParamId};

#[derive(Clone, Copy)]
struct Vertex {
    obj: ObjId,
    is_param: bool,
    /// Weight and length of the heaviest known path to here, and its last edge.
    weight: u32,
    len: usize,
    last: usize,
}

#[derive(Clone, Copy)]
struct Edge {
    to: usize,
    from: usize,
    weight: u32,
    pos: Pos,
    ty: TyId,
}

/// Which type parameters flow into which.
#[derive(Default)]
pub(super) struct MonoGraph {
    vertices: Vec<Vertex>,
    edges: Vec<Edge>,
    index: FxHashMap<ObjId, usize>,
    /// The type parameter of the type for one that a receiver declares.
    canon: FxHashMap<TypeParamId, TypeParamId>,
}

impl MonoGraph {
    /// Notes that a receiver's type parameter stands for that of the generic type.
    pub(super) fn same_param(&mut self, receiver: TypeParamId, declared: TypeParamId) {
        self.canon.insert(receiver, declared);
    }

    fn vertex(&mut self, obj: ObjId, is_param: bool) -> usize {
        *self.index.entry(obj).or_insert_with(|| {
            self.vertices.push(Vertex { obj, is_param, weight: 0, len: 0, last: usize::MAX });
            self.vertices.len() - 1
        })
    }
}

impl<'p> Checker<'p> {
    fn param_vertex(&mut self, p: TypeParamId) -> usize {
        let p = self.mono.canon.get(&p).copied().unwrap_or(p);
        self.mono.vertex(self.types().type_param(p).obj, true)
    }

    /// Records the instantiation of `params` by `targs` at `pos`, or where the single arguments stand.
    pub(super) fn record_mono(
        &mut self,
        pos: Pos,
        params: &[TypeParamId],
        targs: &[TyId],
        positions: &[Pos],
    ) {
        for (i, (&p, &targ)) in params.iter().zip(targs).enumerate() {
            if self.object(self.types().type_param(p).obj).pkg == Some(self.pkg)
                && self.types().mentions_type_params(targ)
            {
                let pos = positions.get(i).copied().unwrap_or(pos);
                self.mono_flow(pos, p, targ, targ);
            }
        }
    }

    /// Adds edges to `p` from everything in the part `ty` of its argument `targ`.
    fn mono_flow(&mut self, pos: Pos, p: TypeParamId, targ: TyId, ty: TyId) {
        let types = self.types();
        let at = types.unalias(ty);
        if !types.mentions_type_params(at) {
            return;
        }
        match types.get(at) {
            Ty::TypeParam(q) => {
                let from = self.param_vertex(*q);
                let to = self.param_vertex(p);
                let weight = u32::from(ty != targ);
                self.mono.edges.push(Edge { to, from, weight, pos, ty: targ });
            }
            Ty::Named(n) => {
                let named = types.named(*n);
                if named.origin.is_none()
                    && let Some(from) = self.local_vertex(*n)
                {
                    let to = self.param_vertex(p);
                    let weight = u32::from(ty != targ);
                    self.mono.edges.push(Edge { to, from, weight, pos, ty: targ });
                }
                for &t in &named.targs {
                    self.mono_flow(pos, p, targ, t);
                }
            }
            Ty::Pointer(t) | Ty::Slice(t) | Ty::Array { elem: t, .. } | Ty::Chan { elem: t, .. } => {
                self.mono_flow(pos, p, targ, *t);
            }
            Ty::Map { key, elem } => {
                self.mono_flow(pos, p, targ, *key);
                self.mono_flow(pos, p, targ, *elem);
            }
            Ty::Struct(fields) => fields.iter().for_each(|f| self.mono_flow(pos, p, targ, f.ty)),
            Ty::Func(f) => f.params.iter().chain(&f.results).for_each(|v| self.mono_flow(pos, p, targ, v.ty)),
            Ty::Interface(i) => i.methods.iter().for_each(|m| self.mono_flow(pos, p, targ, m.sig)),
            _ => {}
        }
    }

    /// The vertex of a type declared in a generic function.
    fn local_vertex(&mut self, n: NamedId) -> Option<usize> {
        let named = self.types().named(n);
        if named.implicit.is_empty() || self.object(named.obj).pkg != Some(self.pkg) {
            return None;
        }
        if let Some(&known) = self.mono.index.get(&named.obj) {
            return Some(known);
        }
        let to = self.mono.vertex(named.obj, false);
        for &q in &named.implicit {
            let from = self.param_vertex(q);
            let pos = self.object(named.obj).pos;
            let ty = self.types().intern(Ty::TypeParam(q));
            self.mono.edges.push(Edge { to, from, weight: 1, pos, ty });
        }
        Some(to)
    }

    /// Reports the first cycle of instantiations that never ends.
    pub(super) fn check_instance_cycles(&mut self) {
        let count = self.mono.vertices.len();
        let mut again = true;
        while again {
            again = false;
            for i in 0..self.mono.edges.len() {
                let edge = self.mono.edges[i];
                let from = self.mono.vertices[edge.from];
                let to = &mut self.mono.vertices[edge.to];
                let weight = from.weight + edge.weight;
                if weight <= to.weight {
                    continue;
                }
                to.last = i;
                to.len = from.len + 1;
                if to.len == count {
                    self.report_instance_cycle(edge.to);
                    return;
                }
                to.weight = weight;
                again = true;
            }
        }
    }

    fn report_instance_cycle(&mut self, mut v: usize) {
        let mut stack = Vec::new();
        while !stack.contains(&v) {
            stack.push(v);
            v = self.mono.edges[self.mono.vertices[v].last].from;
        }
        let start = stack.iter().position(|&u| u == v).unwrap_or(0);
        let mut text = "instantiation cycle:".to_string();
        for &u in &stack[start..] {
            let vertex = self.mono.vertices[u];
            let edge = self.mono.edges[vertex.last];
            let name = self.name(self.object(vertex.obj).name);
            let how = if vertex.is_param { "instantiated as" } else { "implicitly parameterized by" };
            text += &format!("\n\t{}: {name} {how} {}", self.show_pos(edge.pos), self.ty_str(edge.ty));
        }
        self.error(self.object(self.mono.vertices[v].obj).pos, Code::InvalidInstanceCycle, text);
    }
}
