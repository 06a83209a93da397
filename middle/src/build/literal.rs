//! Composite literals (Go spec, Composite literals).

use frontend::ast::{ExprId, ExprKind, List};
use frontend::types::{Ty as GoTy, TyId};

use super::func::FuncCx;
use super::static_data::{Image, Purpose, Scope, StaticBuilder, literal_len};
use super::value::{Addr, Val};
use crate::ir::{AllocKind, Ty, Value};

/// Literals of at least this many bytes whose value is known are copied from data rather than built.
const MIN_STATIC_SIZE: u64 = 32;

/// What is in the memory in which a literal is built.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Before {
    /// Zeroes.
    Zero,
    /// Anything.
    Undefined,
}

impl FuncCx<'_, '_> {
    /// The value of a literal. The type of an element `{…}` of a list of pointers is the pointer type.
    pub fn composite(&mut self, e: ExprId, elems: List<ExprId>) -> Val {
        let ty = self.ty(e);
        match *self.under(ty) {
            GoTy::Pointer(base) => {
                let base = self.cx.canon(base);
                Val::one(self.composite_on_heap(e, base, elems))
            }
            GoTy::Slice(elem) => self.slice_literal(elem, elems),
            GoTy::Map { .. } => self.map_literal(ty, elems),
            GoTy::Struct(_) if !self.shape(ty).is_memory() => self.small_struct(ty, elems),
            _ => {
                let shape = self.shape(ty);
                if shape.size == 0 {
                    self.evaluate_elements(elems);
                    return self.zero(&shape);
                }
                let addr = self.new_temp(&shape, "literal");
                self.literal_into(addr, ty, elems);
                Val::temp(addr)
            }
        }
    }

    /// `&T{…}`
    pub fn composite_on_heap(&mut self, e: ExprId, ty: TyId, elems: List<ExprId>) -> Value {
        let name = self.cx.link_string(ty);
        if !matches!(self.under(ty), GoTy::Struct(_) | GoTy::Array { .. }) {
            let v = match *self.under(ty) {
                GoTy::Slice(elem) => self.slice_literal(elem, elems),
                _ => self.map_literal(ty, elems),
            };
            let shape = self.shape(ty);
            self.at(self.pos(e));
            let p = self.alloc(ty, AllocKind::Composite, &name);
            self.store(&v, Addr::new(p), &shape);
            return p;
        }
        let outer = self.settle(&self.element_values(elems));
        self.at(self.pos(e));
        let p = self.alloc(ty, AllocKind::Composite, &name);
        self.fill(Addr::new(p), ty, elems, Before::Zero);
        self.unsettle(outer);
        p
    }

    /// The elements of `e` if it is a struct or array literal of type `ty` that lives in memory, so that it can be
    /// built in its place.
    pub fn literal_in_memory(&self, e: ExprId, ty: TyId) -> Option<List<ExprId>> {
        let plain = self.ast().unparen(e);
        let ExprKind::CompositeLit { value, .. } = self.ast().exprs[plain].kind else { return None };
        let same = self.ty(plain) == self.cx.canon(ty) && !self.hoisted.contains_key(&plain);
        (same && self.shape(ty).is_memory()).then_some(self.ast()[value].elems)
    }

    /// Builds a literal in memory that nobody else sees yet, with any contents.
    pub fn literal_into(&mut self, addr: Addr, ty: TyId, elems: List<ExprId>) {
        let outer = self.settle(&self.element_values(elems));
        self.fill(addr, ty, elems, Before::Undefined);
        self.unsettle(outer);
    }

    /// The values in a literal, without keys.
    fn element_values(&self, elems: List<ExprId>) -> Vec<ExprId> {
        let value = |&e: &ExprId| match self.ast().exprs[e].kind {
            ExprKind::KeyValue { value, .. } => value,
            _ => e,
        };
        self.ast().list(elems).iter().map(value).collect()
    }

    fn evaluate_elements(&mut self, elems: List<ExprId>) {
        for e in self.element_values(elems) {
            self.expr(e);
        }
    }

    /// Writes the elements of a struct or array literal to memory that nobody else sees yet.
    fn fill(&mut self, addr: Addr, ty: TyId, elems: List<ExprId>, before: Before) {
        let shape = self.shape(ty);
        if shape.size >= MIN_STATIC_SIZE
            && !elems.is_empty()
            && let Some(image) = self.static_image(ty, elems)
        {
            self.fill_static(addr, ty, image, before);
            return;
        }
        match *self.under(ty) {
            GoTy::Struct(_) => {
                let complete = self.sets_all_fields(ty, elems);
                if before == Before::Undefined && !complete {
                    self.store_zero(addr, &shape);
                }
                let before = if complete { before } else { Before::Zero };
                self.fill_struct(addr, ty, elems, before);
            }
            GoTy::Array { elem, len } => {
                let elem = self.cx.canon(elem);
                let complete = elems.len() as u64 == len;
                if before == Before::Undefined && !complete {
                    self.store_zero(addr, &shape);
                }
                let before = if complete { before } else { Before::Zero };
                self.fill_elements(addr, elem, elems, before);
            }
            _ => {}
        }
    }

    fn fill_static(&mut self, addr: Addr, ty: TyId, image: Image, before: Before) {
        let shape = self.shape(ty);
        if image.is_zero() {
            if before == Before::Undefined {
                self.store_zero(addr, &shape);
            }
            return;
        }
        let sym = self.cx.const_data(image, shape.align);
        let from = self.b.sym_addr(sym, 0);
        let to = self.addr_value(addr);
        self.b.mem_copy(to, from, shape.size);
    }

    /// The literal's bytes, if all of it is known.
    fn static_image(&self, ty: TyId, elems: List<ExprId>) -> Option<Image> {
        let mut image = Image::zeroed(self.cx.size_of(ty));
        let mut b = StaticBuilder {
            cx: self.cx,
            file: self.file,
            name: String::new(),
            scope: Scope::Copied,
            variable: None,
            purpose: Purpose::Data,
            data: Vec::new(),
        };
        b.put_composite(&mut image, 0, ty, elems)?;
        Some(image)
    }

    /// Which field an element of a struct literal sets: path, type and value.
    fn struct_element(&self, ty: TyId, i: usize, e: ExprId) -> Option<(Vec<u32>, ExprId)> {
        match self.ast().exprs[e].kind {
            ExprKind::KeyValue { key, value } => match self.ast().exprs[key].kind {
                ExprKind::Name(name) => Some((self.cx.field_path(ty, name)?, value)),
                _ => None,
            },
            _ => Some((vec![i as u32], e)),
        }
    }

    /// Whether a struct literal sets every field itself, not through promoted ones.
    fn sets_all_fields(&self, ty: TyId, elems: List<ExprId>) -> bool {
        let GoTy::Struct(fields) = self.under(ty) else { return false };
        let direct = |(i, &e): (usize, &ExprId)| {
            self.struct_element(ty, i, e)
                .is_some_and(|(path, _)| path.len() == 1 && !self.cx.is_blank_field(ty, &path))
        };
        elems.len() == fields.len() && self.ast().list(elems).iter().enumerate().all(direct)
    }

    fn fill_struct(&mut self, addr: Addr, ty: TyId, elems: List<ExprId>, before: Before) {
        for (i, &e) in self.ast().list(elems).iter().enumerate() {
            let Some((path, value)) = self.struct_element(ty, i, e) else { continue };
            let Some((offset, field)) = self.cx.path_offset(ty, &path) else { continue };
            if self.cx.is_blank_field(ty, &path) {
                self.expr_as(value, field);
                continue;
            }
            self.fill_one(addr.plus(offset), field, value, before);
        }
    }

    fn fill_elements(&mut self, addr: Addr, elem: TyId, elems: List<ExprId>, before: Before) {
        let stride = self.shape(elem).size;
        let mut index = 0u64;
        for &e in self.ast().list(elems) {
            let value = match self.ast().exprs[e].kind {
                ExprKind::KeyValue { key, value } => {
                    index = self.const_value(key).and_then(|k| k.to_u64()).unwrap_or(0);
                    value
                }
                _ => e,
            };
            self.fill_one(addr.plus(index * stride), elem, value, before);
            index += 1;
        }
    }

    /// Writes one element; a literal inside a literal is built in its place.
    fn fill_one(&mut self, addr: Addr, ty: TyId, e: ExprId, before: Before) {
        let shape = self.shape(ty);
        if let Some(elems) = self.literal_in_memory(e, ty) {
            self.fill(addr, ty, elems, before);
            return;
        }
        let v = self.expr_as(e, ty);
        self.store(&v, addr, &shape);
    }

    /// A struct that is held in scalars.
    fn small_struct(&mut self, ty: TyId, elems: List<ExprId>) -> Val {
        let shape = self.shape(ty);
        let outer = self.settle(&self.element_values(elems));
        let mut values = self.zero(&shape);
        for (i, &e) in self.ast().list(elems).iter().enumerate() {
            let Some((path, value)) = self.struct_element(ty, i, e) else { continue };
            let Some((_, field)) = self.cx.path_offset(ty, &path) else { continue };
            let v = self.expr_as(value, field);
            if self.cx.is_blank_field(ty, &path) {
                continue;
            }
            if let Val::Scalars(all) = &mut values {
                let first = self.cx.first_scalar(ty, &path);
                for (k, &s) in v.scalars().iter().enumerate() {
                    all[first + k] = s;
                }
            }
        }
        self.unsettle(outer);
        values
    }

    /// `[]T{…}`: a new array and a slice of all of it.
    pub fn slice_literal(&mut self, elem: TyId, elems: List<ExprId>) -> Val {
        let elem = self.cx.canon(elem);
        let len = literal_len(self.file, elems).unwrap_or(0);
        let array = self.types().intern(GoTy::Array { elem, len });
        let outer = self.settle(&self.element_values(elems));
        let p = if self.shape(array).size == 0 {
            self.evaluate_elements(elems);
            let sym = self.cx.zero_base();
            self.b.sym_addr(sym, 0)
        } else {
            let p = self.alloc(array, AllocKind::SliceArray, "[]T{...}");
            self.fill(Addr::new(p), self.cx.canon(array), elems, Before::Zero);
            p
        };
        self.unsettle(outer);
        let n = self.int(len as i64);
        Val::of(&[p, n, n])
    }

    /// `map[K]V{…}`: entries are evaluated and inserted one after the other.
    fn map_literal(&mut self, ty: TyId, elems: List<ExprId>) -> Val {
        let GoTy::Map { key: key_ty, elem: elem_ty } = *self.under(ty) else { return self.zero_of(ty) };
        let (key_ty, elem_ty) = (self.cx.canon(key_ty), self.cx.canon(elem_ty));
        let elem_shape = self.shape(elem_ty);
        let mut key_at = None;
        let hint = self.int(elems.len() as i64);
        let map = self.make_map(ty, hint);
        for &e in self.ast().list(elems) {
            let ExprKind::KeyValue { key, value } = self.ast().exprs[e].kind else { continue };
            self.unordered(|f| {
                let outer = f.settle(&[key, value]);
                let k = f.expr_as(key, key_ty);
                let v = f.expr_as(value, elem_ty);
                f.unsettle(outer);
                let key = f.map_key_at(ty, &k, &mut key_at);
                let place = f.map_assign(ty, map, &key);
                f.store(&v, Addr::new(place), &elem_shape);
            });
        }
        Val::one(map)
    }

    /// A new map.
    pub fn make_map(&mut self, ty: TyId, hint: Value) -> Value {
        let desc = self.cx.type_desc(ty);
        let desc = self.b.sym_addr(desc, 0);
        debug_assert_eq!(self.b.func.ty(hint), Ty::I64, "hint of a map");
        self.b.call_rt(abi::RuntimeFn::MakeMap, &[desc, hint])[0]
    }
}
