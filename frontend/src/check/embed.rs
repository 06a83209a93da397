//! Variables below `//go:embed` directives: what they are filled with (gc: `staticdata.WriteEmbed`).

use rustc_hash::{FxHashMap, FxHashSet};

use super::Checker;
use super::scope::PACKAGE_SCOPE;
use crate::ast::{DeclId, DeclKind};
use crate::diag::Code;
use crate::embed::{EmbeddedFile, EmbeddedValue, patterns, with_directories};
use crate::object::ObjId;
use crate::types::{Basic, Ty, TyId};

/// What kinds of variables can be filled.
enum Kind {
    Contents,
    Files,
}

impl Checker<'_> {
    /// The values of the variables in a package without errors. `directives` are the variables' files and declarations, with
    /// the texts of the directives above them.
    pub(super) fn embedded_values(
        &mut self,
        directives: Vec<(usize, DeclId, String)>,
    ) -> FxHashMap<ObjId, EmbeddedValue> {
        let mut files: Vec<(ObjId, Vec<EmbeddedFile>)> = Vec::new();
        for (file, decl, text) in directives {
            let ast = &self.files[file];
            let DeclKind::Var { names, .. } = ast.decl_nodes[decl].kind else { continue };
            let Some(obj) = ast.list(names).first().and_then(|n| self.scopes[PACKAGE_SCOPE].get(n.name))
            else {
                continue;
            };
            let found = patterns(&text).unwrap_or_default();
            let matches = &self.shared.packages[self.pkg].embeds;
            let found = found.iter().flat_map(|(p, _)| matches.get(p).into_iter().flatten().cloned());
            match files.last_mut() {
                Some((last, list)) if *last == obj => list.extend(found),
                _ => files.push((obj, found.collect())),
            }
        }
        let mut values = FxHashMap::default();
        for (obj, mut list) in files {
            let mut seen = FxHashSet::default();
            list.retain(|f| seen.insert(f.name.clone()));
            if let Some(value) = self.embedded_value(obj, list) {
                values.insert(obj, value);
            }
        }
        values
    }

    fn embedded_value(&mut self, obj: ObjId, mut files: Vec<EmbeddedFile>) -> Option<EmbeddedValue> {
        let (pos, ty) = (self.object(obj).pos, self.shared.objects.ty(obj));
        let Some(kind) = self.embeddable(ty) else {
            let text = format!("go:embed cannot apply to var of type {}", self.ty_str(ty));
            self.error(pos, Code::InvalidEmbed, text);
            return None;
        };
        match kind {
            Kind::Files => Some(EmbeddedValue::Files(with_directories(files))),
            Kind::Contents if files.len() > 1 => {
                let text = format!("invalid go:embed: multiple files for type {}", self.ty_str(ty));
                self.error(pos, Code::InvalidEmbed, text);
                None
            }
            Kind::Contents => files.pop().map(|f| EmbeddedValue::Contents(f.data)),
        }
    }

    /// Whether it is `embed.FS`, or by its underlying type a string or a slice of bytes.
    fn embeddable(&self, ty: TyId) -> Option<Kind> {
        let types = self.types();
        if let Ty::Named(id) = *types.get(types.unalias(ty)) {
            let obj = self.object(types.named(id).obj);
            let is_embed = |pkg| self.shared.packages[pkg].path == "embed";
            if self.name(obj.name) == "FS" && obj.pkg.is_some_and(is_embed) {
                return Some(Kind::Files);
            }
        }
        match *types.under(ty) {
            Ty::Basic(Basic::String) => Some(Kind::Contents),
            Ty::Slice(elem) if matches!(types.under(elem), Ty::Basic(Basic::Uint8)) => Some(Kind::Contents),
            _ => None,
        }
    }
}
