//! Types that contain themselves, such as `type T struct{ f T }` (gc: `types2/validtype.go`).

use super::Checker;
use crate::diag::Code;
use crate::source::Pos;
use crate::types::{NamedId, Ty, TyId};

impl<'p> Checker<'p> {
    /// Reports a type that contains itself.
    pub(super) fn valid_type(&mut self, named: NamedId) -> bool {
        let ty = self.types().intern(Ty::Named(named));
        self.valid_within(ty, &mut Vec::new(), &mut Vec::new())
    }

    /// `nest` holds the types that contain `ty`; `path` also those that led there through type arguments.
    fn valid_within(&mut self, ty: TyId, nest: &mut Vec<NamedId>, path: &mut Vec<NamedId>) -> bool {
        match self.types().get(self.types().unalias(ty)) {
            Ty::Array { elem, .. } => self.valid_within(*elem, nest, path),
            Ty::Struct(fields) => fields.iter().all(|f| self.valid_within(f.ty, nest, path)),
            Ty::Union(terms) => terms.iter().all(|t| self.valid_within(t.ty, nest, path)),
            Ty::Interface(i) => i.embedded.iter().all(|&e| self.valid_within(e, nest, path)),
            Ty::Named(n) => self.valid_named_within(*n, nest, path),
            Ty::TypeParam(_) => self.valid_argument_within(ty, nest, path),
            _ => true,
        }
    }

    /// A type parameter stands for the argument of the innermost instance, which stands outside of it.
    fn valid_argument_within(&mut self, ty: TyId, nest: &mut Vec<NamedId>, path: &mut Vec<NamedId>) -> bool {
        let types = self.types();
        let (Some(p), Some(inner)) = (types.as_type_param(ty), nest.pop()) else { return true };
        let named = types.named(inner);
        let params = named.origin.map_or(&[][..], |origin| types.type_params_of(origin));
        let targ = params.iter().position(|&q| q == p).and_then(|i| named.targs.get(i));
        let valid = targ.is_none_or(|&targ| self.valid_within(targ, nest, path));
        nest.push(inner);
        valid
    }

    fn valid_named_within(&mut self, n: NamedId, nest: &mut Vec<NamedId>, path: &mut Vec<NamedId>) -> bool {
        let types = self.types();
        let named = types.named(n);
        let origin = named.origin.unwrap_or(n);
        let generic = types.named(origin);
        if self.valid_types.contains(&n) || generic.invalid.load(std::sync::atomic::Ordering::Relaxed) {
            return true;
        }
        // Types of other packages are complete, but their arguments may be of this one.
        if self.object(named.obj).pkg != Some(self.pkg) && named.origin.is_none() {
            return true;
        }
        let same =
            |&e: &NamedId| e == n || types.identical(types.intern(Ty::Named(e)), types.intern(Ty::Named(n)));
        if nest.iter().any(same) {
            let at = path.iter().position(same).unwrap_or(0);
            self.invalidate_named(origin);
            self.named_cycle_error(&path[at..]);
            return false;
        }
        let Some(&rhs) = generic.rhs.get() else { return true };
        nest.push(n);
        path.push(n);
        let valid = self.valid_within(rhs, nest, path);
        path.pop();
        nest.pop();
        // What holds type parameters may be invalid with other arguments.
        if valid && !types.mentions_type_params(types.intern(Ty::Named(n))) {
            self.valid_types.insert(n);
        }
        valid
    }

    /// Reports a cycle of types. Instances stand where they are first written.
    fn named_cycle_error(&mut self, cycle: &[NamedId]) {
        let types = self.types();
        let name = |c: &Self, n: NamedId| c.ty_str(types.intern(Ty::Named(n)));
        let name = |c: &Self, n: NamedId| match types.named(n).origin {
            Some(_) => name(c, n),
            None => {
                let o = c.object(types.named(n).obj);
                let prefix = o.pkg.map(|p| c.qualifier(p)).filter(|p| !p.is_empty());
                prefix.map(|p| p + ".").unwrap_or_default() + c.name(o.name)
            }
        };
        let pos = |c: &Self, n: NamedId| -> Pos {
            let declared = c.object(types.named(n).obj).pos;
            c.instance_pos.get(&n).copied().unwrap_or(declared)
        };
        let first = cycle[0];
        let mut text = format!("invalid recursive type {}", name(self, first));
        if cycle.len() == 1 {
            text = format!("invalid recursive type: {} refers to itself", name(self, first));
        } else {
            for (i, &from) in cycle.iter().enumerate() {
                let to = cycle[(i + 1) % cycle.len()];
                let at = self.show_pos(pos(self, from));
                text += &format!("\n\t{at}: {} refers to {}", name(self, from), name(self, to));
            }
        }
        self.error(pos(self, first), Code::InvalidDeclCycle, text);
    }
}
