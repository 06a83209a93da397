//! Types that contain themselves, such as `type T struct{ f T }` (gc: `types2/validtype.go`).

use super::Checker;
use crate::object::ObjId;
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
            let cycle: Vec<ObjId> = path[at..].iter().map(|&n| types.named(n).obj).collect();
            self.invalidate_named(origin);
            self.cycle_error(&cycle, 0);
            return false;
        }
        let Some(&rhs) = generic.rhs.get() else { return true };
        nest.push(n);
        path.push(n);
        let valid = self.valid_within(rhs, nest, path);
        path.pop();
        nest.pop();
        if valid {
            self.valid_types.insert(n);
        }
        valid
    }
}
