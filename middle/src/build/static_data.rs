//! Values known at compile time, as bytes and references.

use frontend::ast::{ExprId, ExprKind, List, UnaryOp};
use frontend::object::{ObjId, ObjKind, VarKind};
use frontend::program::{CheckedFile, Mode, Selection, SelectionKind};
use frontend::source::{Pos, Symbol, sym};
use frontend::types::constant::ConstValue;
use frontend::types::{Basic, Ty as GoTy, TyId};

use super::constant::{float_bits, fnv128, int_bits};
use super::init::MAX_VARIABLE;
use super::{Cx, Instance, MethodKey};
use crate::ir::{Data, DataKind, DataReloc, Sym, Ty};

/// The bytes of a value, with references.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Image {
    /// Contents.
    pub bytes: Vec<u8>,
    /// References in order of their offsets.
    pub relocs: Vec<DataReloc>,
}

impl Image {
    /// Zeroes.
    pub fn zeroed(size: u64) -> Image {
        Image { bytes: vec![0; size as usize], relocs: Vec::new() }
    }

    /// Just bytes.
    pub(super) fn of(bytes: &[u8]) -> Image {
        Image { bytes: bytes.to_vec(), relocs: Vec::new() }
    }

    pub(super) fn put(&mut self, at: u64, bytes: &[u8]) {
        let at = at as usize;
        self.bytes[at..at + bytes.len()].copy_from_slice(bytes);
    }

    pub(super) fn refer(&mut self, at: u64, target: Sym) {
        self.relocs.push(DataReloc { offset: at, target, addend: 0, size: 8 });
    }

    /// A string.
    pub(super) fn put_string(&mut self, cx: &Cx<'_>, at: u64, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.refer(at, cx.string_data(bytes));
        }
        self.put(at + 8, &(bytes.len() as u64).to_le_bytes());
    }

    /// A slice without spare capacity.
    pub(super) fn put_slice_header(&mut self, at: u64, elems: Sym, len: u64) {
        self.refer(at, elems);
        self.put(at + 8, &len.to_le_bytes());
        self.put(at + 16, &len.to_le_bytes());
    }

    /// Whether nothing but zeroes stands in it.
    pub fn is_zero(&self) -> bool {
        self.relocs.is_empty() && self.bytes.iter().all(|&b| b == 0)
    }
}

/// The image of a constant of a type that is no interface.
pub fn constant_image(cx: &Cx<'_>, value: &ConstValue, ty: TyId) -> Image {
    let mut image = Image::zeroed(cx.size_of(ty));
    put_constant(cx, &mut image, 0, value, ty);
    image
}

fn put_constant(cx: &Cx<'_>, image: &mut Image, at: u64, value: &ConstValue, ty: TyId) {
    match (value, cx.types().under(ty)) {
        (ConstValue::Bool(b), _) => image.put(at, &[u8::from(*b)]),
        (ConstValue::String(s), _) => image.put_string(cx, at, s),
        (_, GoTy::Basic(b)) if b.is_complex() => {
            let (part, size) = if *b == Basic::Complex64 { (Ty::F32, 4) } else { (Ty::F64, 8) };
            for (i, v) in [value.real(), value.imag()].into_iter().enumerate() {
                let bits = v.map_or(0, |v| float_bits(&v, part)).to_le_bytes();
                image.put(at + i as u64 * size, &bits[..size as usize]);
            }
        }
        (_, GoTy::Basic(b)) if b.is_float() => {
            let (part, size) = if *b == Basic::Float32 { (Ty::F32, 4) } else { (Ty::F64, 8) };
            image.put(at, &float_bits(value, part).to_le_bytes()[..size]);
        }
        _ => {
            let size = cx.size_of(ty) as usize;
            image.put(at, &int_bits(value, Ty::I64).to_le_bytes()[..size.min(8)]);
        }
    }
}

impl Cx<'_> {
    /// Read-only data with these contents; equal contents share one symbol.
    pub fn const_data(&self, image: Image, align: u32) -> Sym {
        let mut key = image.bytes.clone();
        for r in &image.relocs {
            key.extend_from_slice(&r.offset.to_le_bytes());
            key.extend_from_slice(&r.addend.to_le_bytes());
            key.extend_from_slice(self.symbols.resolve(r.target).as_bytes());
            key.push(0);
        }
        let sym = self.sym(&format!("go:const.{}.{align}.{:032x}", image.bytes.len(), fnv128(&key)));
        self.add_const(Data {
            sym,
            kind: DataKind::ReadOnly,
            align,
            size: image.bytes.len() as u64,
            bytes: image.bytes,
            relocs: image.relocs,
            pointer_mask: Vec::new(),
        });
        sym
    }

    /// What pointers to variables of size 0 point to.
    pub fn zero_base(&self) -> Sym {
        self.zeros(8)
    }

    /// So many zero bytes.
    pub fn zeros(&self, size: u64) -> Sym {
        self.const_data(Image::zeroed(size), 8)
    }

    /// Indices of the fields from a struct type inwards to the field `name`, through embedded structs.
    pub fn field_path(&self, ty: TyId, name: Symbol) -> Option<Vec<u32>> {
        let mut level = vec![(ty, Vec::new())];
        while !level.is_empty() {
            let mut next = Vec::new();
            for (ty, path) in &level {
                let GoTy::Struct(fields) = self.types().under(*ty) else { continue };
                for (i, f) in fields.iter().enumerate() {
                    let mut path: Vec<u32> = path.clone();
                    path.push(i as u32);
                    if f.name == name {
                        return Some(path);
                    }
                    if f.embedded {
                        next.push((f.ty, path));
                    }
                }
            }
            level = next;
        }
        None
    }
}

/// What a static value may consist of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Only what can stand in read-only data that is copied each time.
    Copied,
    /// The initial value of a package-level variable: arrays of slices and variables behind `&T{…}` become data.
    Variable,
}

/// What a static value is wanted for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// To know whether there is one; nothing that it refers to is thereby reached.
    Question,
    /// To be emitted.
    Data,
}

/// Evaluates initialisers at compile time.
pub struct StaticBuilder<'a, 'p> {
    /// The program.
    pub cx: &'a Cx<'p>,
    /// The file of the initialiser.
    pub file: &'p CheckedFile,
    /// The variable's symbol, of which those of further data are made.
    pub name: String,
    /// What the value may consist of.
    pub scope: Scope,
    /// The package-level variable whose initial value it is.
    pub variable: Option<ObjId>,
    /// What it is wanted for.
    pub purpose: Purpose,
    /// Data that the value refers to.
    pub data: Vec<(Pos, Data)>,
}

impl StaticBuilder<'_, '_> {
    /// Writes the value of `e`, converted to type `to`, at byte `at`; `None` if it is not known at compile time.
    pub fn put(&mut self, image: &mut Image, at: u64, e: ExprId, to: TyId) -> Option<()> {
        let info = self.file.info.expr(e);
        if self.cx.types().mentions_type_params(info.ty) {
            // Known only in an instance.
            return None;
        }
        let from = self.cx.canon(info.ty);
        if info.mode == Mode::Nil {
            return Some(());
        }
        let is_interface = |ty| matches!(self.cx.types().under(ty), GoTy::Interface(_));
        if is_interface(to) && !is_interface(from) {
            return self.put_boxed(image, at, e, from, to);
        }
        if info.mode == Mode::Constant {
            let value = self.file.info.consts.get(&e)?;
            if self.purpose == Purpose::Data {
                put_constant(self.cx, image, at, value, from);
            }
            return Some(());
        }
        match self.file.ast.exprs[e].kind {
            ExprKind::Paren(x) => self.put(image, at, x, to),
            ExprKind::Name(_) | ExprKind::Selector { .. } => self.put_name(image, at, e),
            ExprKind::CompositeLit { value, .. } => {
                self.put_composite(image, at, from, self.file.ast[value].elems)
            }
            ExprKind::Unary { op: UnaryOp::Addr, x } => self.put_address(image, at, x),
            ExprKind::Call { fun, args, .. } => self.put_bytes(image, at, fun, args, from),
            // Outside functions a literal captures nothing.
            ExprKind::FuncLit { .. } => {
                let variable = self.variable?;
                self.refer(image, at, |b| b.cx.global_literal(variable, e));
                Some(())
            }
            _ => None,
        }
    }

    /// Makes the word at byte `at` the address of what `target` yields.
    fn refer(&self, image: &mut Image, at: u64, target: impl FnOnce(&Self) -> Sym) {
        if self.purpose == Purpose::Data {
            image.refer(at, target(self));
        }
    }

    fn put_name(&mut self, image: &mut Image, at: u64, e: ExprId) -> Option<()> {
        if let Some(selection) = self.file.info.selections.get(&e) {
            return self.put_method_expr(image, at, e, selection);
        }
        let obj = *self.file.info.uses.get(&e)?;
        match self.cx.prog.objects.get(obj).kind {
            ObjKind::Func { .. } if !self.file.info.instances.contains_key(&e) => {
                self.refer(image, at, |b| b.cx.func_value(&Instance::plain(obj)));
                Some(())
            }
            _ => None,
        }
    }

    /// `T.m`
    fn put_method_expr(&self, image: &mut Image, at: u64, e: ExprId, s: &Selection) -> Option<()> {
        let wanted = matches!(s.kind, SelectionKind::MethodExpr | SelectionKind::InterfaceMethodExpr);
        if !wanted || self.file.info.instances.contains_key(&e) {
            return None;
        }
        let objects = &self.cx.prog.objects;
        let pkg = objects.get(s.method.or(self.variable)?).pkg;
        let pkg = pkg.filter(|_| !self.cx.types().is_exported(s.name));
        let key = MethodKey { recv: self.cx.canon(s.recv), name: s.name, pkg };
        self.refer(image, at, |b| b.cx.method_expr_value(key));
        Some(())
    }

    /// `[]byte("…")`: the slice of a variable of its own.
    fn put_bytes(
        &mut self,
        image: &mut Image,
        at: u64,
        fun: ExprId,
        args: List<ExprId>,
        ty: TyId,
    ) -> Option<()> {
        let GoTy::Slice(elem) = *self.cx.types().under(ty) else { return None };
        let is_bytes = matches!(self.cx.types().under(elem), GoTy::Basic(Basic::Uint8));
        let &[arg] = self.file.ast.list(args) else { return None };
        if !is_bytes || self.scope != Scope::Variable || self.file.info.expr(fun).mode != Mode::Type {
            return None;
        }
        let ConstValue::String(bytes) = self.file.info.consts.get(&arg)? else { return None };
        let len = bytes.len() as u64;
        let array = self.cx.types().intern(GoTy::Array { elem, len });
        let fill = |_: &mut Self, image: &mut Image| {
            image.put(0, bytes);
            Some(())
        };
        let sym = if len == 0 { None } else { Some(self.new_variable(array, fill)?) };
        self.refer(image, at, |b| sym.unwrap_or_else(|| b.cx.zero_base()));
        image.put(at + 8, &len.to_le_bytes());
        image.put(at + 16, &len.to_le_bytes());
        Some(())
    }

    /// A value in an interface: behind the data word stands read-only data if it is constant, else a variable of its
    /// own that nobody changes.
    fn put_boxed(&mut self, image: &mut Image, at: u64, e: ExprId, from: TyId, to: TyId) -> Option<()> {
        self.refer(image, at, |b| match b.cx.types().type_set(to) {
            Some(set) if set.methods.is_empty() => b.cx.type_desc(from),
            _ => b.cx.itab(to, from),
        });
        if self.cx.is_direct_iface(from) {
            return self.put(image, at + 8, e, from);
        }
        if self.file.info.expr(e).mode != Mode::Constant {
            if self.scope != Scope::Variable || self.cx.size_of(from) == 0 {
                return None;
            }
            let sym = self.new_variable(from, |b, image| b.put(image, 0, e, from))?;
            self.refer(image, at + 8, |_| sym);
            return Some(());
        }
        let value = self.file.info.consts.get(&e)?;
        self.refer(image, at + 8, |b| {
            b.cx.const_data(constant_image(b.cx, value, from), b.cx.shape(from).align)
        });
        Some(())
    }

    /// The value of a literal of type `ty`.
    pub fn put_composite(&mut self, image: &mut Image, at: u64, ty: TyId, elems: List<ExprId>) -> Option<()> {
        match self.cx.types().under(ty) {
            GoTy::Struct(_) => self.put_struct(image, at, ty, elems),
            GoTy::Array { elem, .. } => self.put_elements(image, at, *elem, elems),
            GoTy::Slice(elem) if self.scope == Scope::Variable => self.put_slice(image, at, *elem, elems),
            GoTy::Pointer(base) if self.scope == Scope::Variable => {
                let sym = self.new_variable(*base, |b, image| b.put_composite(image, 0, *base, elems))?;
                self.refer(image, at, |_| sym);
                Some(())
            }
            _ => None,
        }
    }

    fn put_struct(&mut self, image: &mut Image, at: u64, ty: TyId, elems: List<ExprId>) -> Option<()> {
        for (i, &elem) in self.file.ast.list(elems).iter().enumerate() {
            let (path, value) = match self.file.ast.exprs[elem].kind {
                ExprKind::KeyValue { key, value } => {
                    let ExprKind::Name(name) = self.file.ast.exprs[key].kind else { return None };
                    (self.cx.field_path(ty, name)?, value)
                }
                _ => (vec![i as u32], elem),
            };
            let (offset, field) = self.cx.path_offset(ty, &path)?;
            if self.cx.is_blank_field(ty, &path) {
                self.put(&mut Image::zeroed(self.cx.size_of(field)), 0, value, field)?;
                continue;
            }
            self.put(image, at + offset, value, field)?;
        }
        Some(())
    }

    fn put_elements(&mut self, image: &mut Image, at: u64, elem: TyId, elems: List<ExprId>) -> Option<()> {
        let stride = self.cx.size_of(elem);
        let mut index = 0u64;
        for &e in self.file.ast.list(elems) {
            let value = match self.file.ast.exprs[e].kind {
                ExprKind::KeyValue { key, value } => {
                    index = self.file.info.consts.get(&key)?.to_u64()?;
                    value
                }
                _ => e,
            };
            self.put(image, at + index * stride, value, elem)?;
            index += 1;
        }
        Some(())
    }

    fn put_slice(&mut self, image: &mut Image, at: u64, elem: TyId, elems: List<ExprId>) -> Option<()> {
        let len = literal_len(self.file, elems)?;
        let array = self.cx.types().intern(GoTy::Array { elem, len });
        match self.cx.size_of(array) {
            0 => self.refer(image, at, |b| b.cx.zero_base()),
            _ => {
                let sym = self.new_variable(array, |b, image| b.put_elements(image, 0, elem, elems))?;
                self.refer(image, at, |_| sym);
            }
        }
        image.put(at + 8, &len.to_le_bytes());
        image.put(at + 16, &len.to_le_bytes());
        Some(())
    }

    fn put_address(&mut self, image: &mut Image, at: u64, x: ExprId) -> Option<()> {
        let x = self.file.ast.unparen(x);
        match self.file.ast.exprs[x].kind {
            ExprKind::CompositeLit { value, .. } if self.scope == Scope::Variable => {
                let elems = self.file.ast[value].elems;
                let ty = self.cx.canon(self.file.info.expr(x).ty);
                let sym = self.new_variable(ty, |b, image| b.put_composite(image, 0, ty, elems))?;
                self.refer(image, at, |_| sym);
                Some(())
            }
            _ => {
                let (obj, offset, _) = self.place(x)?;
                if self.purpose == Purpose::Data {
                    image.refer(at, self.cx.global_sym(obj));
                    image.relocs.last_mut()?.addend = offset as i64;
                }
                Some(())
            }
        }
    }

    /// The package-level variable that an addressable expression is a part of, where in it, and the part's type.
    fn place(&self, x: ExprId) -> Option<(ObjId, u64, TyId)> {
        let info = &self.file.info;
        let x = self.file.ast.unparen(x);
        match self.file.ast.exprs[x].kind {
            ExprKind::Selector { x: base, .. } if !info.uses.contains_key(&x) => {
                let selection = info.selections.get(&x).filter(|s| s.kind == SelectionKind::Field)?;
                let (obj, start, ty) = self.place(base)?;
                let (offset, field) = self.cx.path_offset(ty, &selection.path)?;
                Some((obj, start + offset, field))
            }
            ExprKind::Name(_) | ExprKind::Selector { .. } => {
                let obj = *info.uses.get(&x)?;
                let object = self.cx.prog.objects.get(obj);
                let is_global = matches!(object.kind, ObjKind::Var(VarKind::Global));
                is_global.then(|| (obj, 0, self.cx.canon(self.cx.prog.objects.ty(obj))))
            }
            ExprKind::Index { x: base, index } => {
                let (obj, start, ty) = self.place(base)?;
                let GoTy::Array { elem, len } = *self.cx.types().under(ty) else { return None };
                let index = info.consts.get(&index)?.to_u64().filter(|&i| i < len)?;
                Some((obj, start + index * self.cx.size_of(elem), self.cx.canon(elem)))
            }
            _ => None,
        }
    }

    /// A further variable, reachable from the one being initialised.
    fn new_variable(
        &mut self,
        ty: TyId,
        fill: impl FnOnce(&mut Self, &mut Image) -> Option<()>,
    ) -> Option<Sym> {
        let shape = self.cx.shape(ty);
        if shape.size > MAX_VARIABLE {
            return None;
        }
        let mut image = Image::zeroed(shape.size.max(1));
        fill(self, &mut image)?;
        let sym = self.cx.sym(&format!("{}..stmp_{}", self.name, self.data.len()));
        let data = Data {
            sym,
            kind: DataKind::Data,
            align: shape.align,
            size: image.bytes.len() as u64,
            bytes: image.bytes,
            relocs: image.relocs,
            pointer_mask: self.cx.pointer_mask(ty),
        };
        self.data.push((Pos::NONE, data));
        Some(sym)
    }
}

/// The number of elements of an array or slice literal.
pub fn literal_len(file: &CheckedFile, elems: List<ExprId>) -> Option<u64> {
    let (mut next, mut len) = (0u64, 0u64);
    for &e in file.ast.list(elems) {
        if let ExprKind::KeyValue { key, .. } = file.ast.exprs[e].kind {
            next = file.info.consts.get(&key)?.to_u64()?;
        }
        next += 1;
        len = len.max(next);
    }
    Some(len)
}

impl Cx<'_> {
    /// Byte offset and type of the field that a path leads to, through embedded structs.
    pub fn path_offset(&self, ty: TyId, path: &[u32]) -> Option<(u64, TyId)> {
        let (mut offset, mut ty) = (0, ty);
        for &i in path {
            let GoTy::Struct(fields) = self.types().under(ty) else { return None };
            offset += self.shape(ty).offsets[i as usize];
            ty = self.canon(fields[i as usize].ty);
        }
        Some((offset, ty))
    }

    /// Whether the field that a path leads to is called `_`: literals do not set it.
    pub fn is_blank_field(&self, ty: TyId, path: &[u32]) -> bool {
        let (GoTy::Struct(fields), &[i]) = (self.types().under(ty), path) else { return false };
        fields[i as usize].name == sym::Blank
    }

    /// The first scalar of the field that a path leads to, in a struct that is held in scalars.
    pub fn first_scalar(&self, ty: TyId, path: &[u32]) -> usize {
        let (mut first, mut ty) = (0, ty);
        for &i in path {
            let GoTy::Struct(fields) = self.types().under(ty) else { break };
            first += self.shape(ty).field_scalars(i as usize).start;
            ty = self.canon(fields[i as usize].ty);
        }
        first
    }
}
