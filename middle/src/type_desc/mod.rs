//! Type descriptors and method tables as data, in the layout of [`abi::layout`] (gc: `reflectdata`).
//!
//! ```text
//! descriptor:  Type │ what its kind adds │ UncommonType, if named or with methods │ variable part │ methods
//! method table: Itab header │ code of each method of the interface
//! ```
//!
//! Descriptors of other types, names and code are referred to by symbol, hence requested from [`Cx`] and built in the
//! next round. A method's code is entered in its type's descriptor only if some interface type that has a descriptor
//! asks for a method of that name and type: nobody can find it otherwise ([`Cx::want_method`]).

mod blob;
pub mod methods;
pub mod string;

use std::mem::{offset_of, size_of};

use abi::layout::{self, Kind, name_flag, tflag};
use frontend::ast::ChanDir;
use frontend::object::PkgId;
use frontend::source::{Interner, Pos, Symbol};
use frontend::types::{Basic, FieldTy, FuncTy, InterfaceTy, Ty, TyId};

use rustc_hash::FxHashMap;

use crate::build::cx::{MethodSlot, TakenMethod};
use crate::build::{Cx, MethodKey, Output, Shape};
use crate::ir::{Data, DataKind, DataReloc, Sym};

use blob::Blob;
use methods::Method;
use string::{is_exported, type_string};

/// Builds the descriptor of a canonical type.
pub fn build(cx: &Cx<'_>, ty: TyId) -> Output {
    let sym = cx.type_desc(ty);
    let mut d = Descriptor { cx, ty, blob: Blob::new(), extra: Output::default() };
    d.build();
    let data = d.blob.into_data(sym, 8);
    let mut out = d.extra;
    out.data.push((Pos::NONE, data));
    out
}

/// Builds the method table of a concrete type for an interface type, both canonical.
pub fn build_itab(cx: &Cx<'_>, iface: TyId, concrete: TyId) -> Output {
    let sym = cx.itab(iface, concrete);
    let Ty::Interface(flat) = cx.types().get(cx.canon(cx.types().underlying(iface))) else {
        return crate::build::unsupported(Pos::NONE, "a method table for a type that is no interface is");
    };
    let mut blob = Blob::new();
    blob.ptr(offset_of!(layout::Itab, inter), cx.type_desc(iface));
    blob.ptr(offset_of!(layout::Itab, ty), cx.type_desc(concrete));
    blob.u32(offset_of!(layout::Itab, hash), type_hash(cx, concrete));
    for (i, m) in flat.methods.iter().enumerate() {
        let key = MethodKey { recv: concrete, name: m.name, pkg: m.pkg };
        blob.ptr(offset_of!(layout::Itab, fun) + 8 * i, cx.iface_method(key));
    }
    blob.reserve(offset_of!(layout::Itab, fun) + 8);
    Output { data: vec![(Pos::NONE, blob.into_data(sym, 8))], ..Output::default() }
}

/// Enters the code of methods into the descriptors built before.
pub fn fill_methods(data: &mut [(Pos, Data)], methods: Vec<TakenMethod>) {
    let index: FxHashMap<Sym, usize> = data.iter().enumerate().map(|(i, d)| (d.1.sym, i)).collect();
    for TakenMethod { slot, code, func_code, type_desc } in methods {
        let relocs = &mut data[index[&slot.desc]].1.relocs;
        let fields = [
            (offset_of!(layout::Method, mtyp), type_desc),
            (offset_of!(layout::Method, ifn), code),
            (offset_of!(layout::Method, tfn), func_code.unwrap_or(code)),
        ];
        for (field, target) in fields {
            relocs.push(DataReloc { offset: slot.offset + field as u64, target, addend: 0, size: 4 });
        }
        relocs.sort_by_key(|r| r.offset);
    }
}

/// The variable of package reflect with the descriptors of types without names.
const TYPE_LINKS: &str = "reflect.typelinks";

/// Gives that variable its value, if the program has it.
pub fn fill_type_links(symbols: &Interner, data: &mut Vec<(Pos, Data)>, links: &[(String, Sym)]) {
    let Some(variable) = data.iter().position(|d| symbols.resolve(d.1.sym) == TYPE_LINKS) else { return };
    let array = symbols.intern(&format!("{TYPE_LINKS}·array"));
    let mut list = Blob::new();
    for (i, (_, desc)) in links.iter().enumerate() {
        list.ptr(8 * i, *desc);
    }
    data.push((Pos::NONE, list.into_data(array, 8)));
    let mut slice = Blob::new();
    slice.ptr(offset_of!(layout::GoSlice, ptr), array);
    slice.u64(offset_of!(layout::GoSlice, len), links.len() as u64);
    slice.u64(offset_of!(layout::GoSlice, cap), links.len() as u64);
    let variable = &mut data[variable].1;
    let slice = slice.into_data(variable.sym, 8);
    (variable.kind, variable.bytes, variable.relocs) = (DataKind::Data, slice.bytes, slice.relocs);
}

/// FNV-1a of the type's unique text: equal for identical types in every program.
pub fn type_hash(cx: &Cx<'_>, ty: TyId) -> u32 {
    cx.link_string(ty).bytes().fold(0x811c_9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// Whether equality of two values is equality of their bytes (gc: `compare.IsRegularMemory`).
fn is_regular_memory(cx: &Cx<'_>, ty: TyId) -> bool {
    match cx.types().under(ty) {
        Ty::Basic(b) => !(b.is_float() || b.is_complex() || b.is_string()),
        Ty::Pointer(_) | Ty::Chan { .. } => true,
        Ty::Array { elem, .. } => is_regular_memory(cx, *elem),
        Ty::Struct(fields) => {
            let shape = cx.shape(ty);
            let mut end = 0;
            let dense = fields.iter().zip(&shape.offsets).all(|(f, &offset)| {
                let fits = offset == end && cx.text(f.name) != "_" && is_regular_memory(cx, f.ty);
                end = offset + cx.size_of(f.ty);
                fits
            });
            dense && end == shape.size
        }
        _ => false,
    }
}

struct Descriptor<'a, 'p> {
    cx: &'a Cx<'p>,
    ty: TyId,
    blob: Blob,
    extra: Output,
}

impl<'p> Descriptor<'_, 'p> {
    fn build(&mut self) {
        let (cx, ty) = (self.cx, self.ty);
        let methods = match cx.types().under(ty) {
            Ty::Interface(_) => Vec::new(),
            _ => methods::method_set(cx, ty),
        };
        let named = matches!(cx.types().get(ty), Ty::Named(_) | Ty::Basic(_));
        let uncommon = named || !methods.is_empty();
        self.common(uncommon, named);
        let base = self.fixed_size();
        self.blob.reserve(base);
        let variable = base + if uncommon { size_of::<layout::UncommonType>() } else { 0 };
        self.blob.reserve(variable);
        self.kind_part(variable);
        if uncommon {
            self.uncommon(base, &methods);
        }
        if cx.reflects {
            self.complete();
        }
    }

    /// What only package reflect looks at.
    fn complete(&mut self) {
        let (cx, ty) = (self.cx, self.ty);
        let this = cx.type_desc(ty);
        if cx.types().comparable(ty) {
            self.closure(offset_of!(layout::Type, equal), "reflect.equal", this);
        }
        if let Ty::Map { key, .. } = cx.types().under(ty) {
            self.closure(offset_of!(layout::MapType, hasher), "reflect.hash", cx.type_desc(*key));
        }
        let is_named = matches!(cx.types().get(ty), Ty::Named(_) | Ty::Basic(_));
        let pointer = cx.canon(cx.types().intern(Ty::Pointer(ty)));
        let is_pointer = matches!(cx.types().get(ty), Ty::Pointer(_));
        if is_named || !is_pointer && !methods::method_set(cx, pointer).is_empty() {
            self.blob.addr32(offset_of!(layout::Type, ptr_to_this), cx.type_desc(pointer));
        }
        if matches!(cx.types().get(ty), Ty::Basic(Basic::UnsafePointer)) {
            let name = self.name("unsafe", None, None, false, false);
            let uncommon = self.fixed_size();
            self.blob.addr32(uncommon + offset_of!(layout::UncommonType, pkg_path), name);
        }
        if !is_named {
            cx.add_type_link(type_string(cx.prog, ty), this);
        }
        self.blob.sort();
    }

    /// Sets a field to a function value of the runtime that has a descriptor behind its code.
    fn closure(&mut self, field: usize, code: &str, desc: Sym) {
        let at = self.blob.len().next_multiple_of(8);
        self.blob.ptr(at, self.cx.sym(code));
        self.blob.ptr(at + size_of::<layout::FuncVal>(), desc);
        self.blob.ptr_at(field, self.cx.type_desc(self.ty), at as i64);
    }

    fn fixed_size(&self) -> usize {
        match self.cx.types().kind(self.ty) {
            Kind::Array => size_of::<layout::ArrayType>(),
            Kind::Chan => size_of::<layout::ChanType>(),
            Kind::Func => size_of::<layout::FuncType>(),
            Kind::Interface => size_of::<layout::InterfaceType>(),
            Kind::Map => size_of::<layout::MapType>(),
            Kind::Pointer => size_of::<layout::PtrType>(),
            Kind::Slice => size_of::<layout::SliceType>(),
            Kind::Struct => size_of::<layout::StructType>(),
            _ => size_of::<layout::Type>(),
        }
    }

    fn common(&mut self, uncommon: bool, named: bool) {
        let (cx, ty) = (self.cx, self.ty);
        let shape = cx.shape(ty);
        let ptr_bytes = cx.types().ptr_bytes(ty);
        let mut flags = 0;
        for (set, flag) in [
            (uncommon, tflag::UNCOMMON),
            (named, tflag::NAMED),
            (is_regular_memory(cx, ty), tflag::REGULAR_MEMORY),
            (cx.is_direct_iface(ty), tflag::DIRECT_IFACE),
        ] {
            flags |= if set { flag } else { 0 };
        }
        let mut text = type_string(cx.prog, ty);
        let declared = match cx.types().get(ty) {
            Ty::Pointer(t) => *t,
            _ => ty,
        };
        let exported = match cx.types().get(cx.canon(declared)) {
            Ty::Named(n) => is_exported(cx.prog, cx.prog.objects.get(cx.types().named(*n).obj).name),
            _ => false,
        };
        if !text.starts_with('*') {
            text.insert(0, '*');
            flags |= tflag::EXTRA_STAR;
        }
        let name = self.name(&text, None, None, exported, false);
        let b = &mut self.blob;
        b.u64(offset_of!(layout::Type, size), shape.size);
        b.u64(offset_of!(layout::Type, ptr_bytes), ptr_bytes);
        b.u32(offset_of!(layout::Type, hash), type_hash(cx, ty));
        b.u8(offset_of!(layout::Type, tflag), flags);
        b.u8(offset_of!(layout::Type, align), shape.align as u8);
        b.u8(offset_of!(layout::Type, field_align), shape.align as u8);
        b.u8(offset_of!(layout::Type, kind), cx.types().kind(ty) as u8);
        if cx.types().comparable(ty) && !cx.reflects {
            // The runtime compares by descriptor; the field only tells that values can be compared.
            b.ptr(offset_of!(layout::Type, equal), cx.sym("runtime.typedequal"));
        }
        if (1..=layout::MOST_MASKED).contains(&ptr_bytes) {
            b.ptr(offset_of!(layout::Type, gcdata), cx.string_data(&cx.pointer_mask(ty)));
        }
        b.addr32(offset_of!(layout::Type, str), name);
        b.reserve(size_of::<layout::Type>());
    }

    fn kind_part(&mut self, variable: usize) {
        let (cx, ty) = (self.cx, self.ty);
        match cx.types().under(ty) {
            Ty::Pointer(t) => self.blob.ptr(offset_of!(layout::PtrType, elem), cx.type_desc(*t)),
            Ty::Slice(t) => self.blob.ptr(offset_of!(layout::SliceType, elem), cx.type_desc(*t)),
            Ty::Array { elem, len } => {
                let slice = cx.types().intern(Ty::Slice(*elem));
                self.blob.ptr(offset_of!(layout::ArrayType, elem), cx.type_desc(*elem));
                self.blob.ptr(offset_of!(layout::ArrayType, slice), cx.type_desc(slice));
                self.blob.u64(offset_of!(layout::ArrayType, len), *len);
            }
            Ty::Chan { dir, elem } => {
                let dir = match dir {
                    ChanDir::Recv => 1,
                    ChanDir::Send => 2,
                    ChanDir::Both => 3,
                };
                self.blob.ptr(offset_of!(layout::ChanType, elem), cx.type_desc(*elem));
                self.blob.u64(offset_of!(layout::ChanType, dir), dir);
            }
            Ty::Map { key, elem } => self.map(*key, *elem),
            Ty::Func(f) => self.func(f, variable),
            Ty::Interface(_) => {
                let flat = cx.types().get(cx.canon(cx.types().underlying(ty)));
                if let Ty::Interface(i) = flat {
                    self.interface(i, variable);
                }
            }
            Ty::Struct(fields) => self.structure(fields, variable),
            _ => {}
        }
    }

    /// The parts of a map descriptor that do not depend on how the runtime lays out its tables.
    fn map(&mut self, key: TyId, elem: TyId) {
        let cx = self.cx;
        let (stride, elem_off) = slot_layout(&cx.shape(key), &cx.shape(elem));
        let mut flags = 0;
        if needs_key_update(cx, key) {
            flags |= 1;
        }
        if hash_may_panic(cx, key) {
            flags |= 2;
        }
        let b = &mut self.blob;
        b.ptr(offset_of!(layout::MapType, key), cx.type_desc(key));
        b.ptr(offset_of!(layout::MapType, elem), cx.type_desc(elem));
        b.u64(offset_of!(layout::MapType, key_stride), stride);
        b.u64(offset_of!(layout::MapType, elem_stride), stride);
        b.u64(offset_of!(layout::MapType, elem_off), elem_off);
        b.u32(offset_of!(layout::MapType, flags), flags);
    }

    fn func(&mut self, f: &FuncTy, variable: usize) {
        let outs = f.results.len() as u16 | if f.variadic { 1 << 15 } else { 0 };
        self.blob.u16(offset_of!(layout::FuncType, in_count), f.params.len() as u16);
        self.blob.u16(offset_of!(layout::FuncType, out_count), outs);
        for (i, p) in f.params.iter().chain(&f.results).enumerate() {
            self.blob.ptr(variable + 8 * i, self.cx.type_desc(p.ty));
        }
    }

    fn interface(&mut self, i: &InterfaceTy, variable: usize) {
        let cx = self.cx;
        let own_pkg = self.declaring_package();
        if let Some(pkg) = own_pkg {
            let name = self.package_name(pkg);
            self.blob.ptr(offset_of!(layout::InterfaceType, pkg_path), name);
        }
        let methods = offset_of!(layout::InterfaceType, methods);
        let n = i.methods.len() as u64;
        self.blob.ptr_at(methods, cx.type_desc(self.ty), variable as i64);
        self.blob.u64(methods + 8, n);
        self.blob.u64(methods + 16, n);
        for (k, m) in i.methods.iter().enumerate() {
            let at = variable + k * size_of::<layout::Imethod>();
            let pkg = m.pkg.filter(|&p| Some(p) != own_pkg);
            let name = self.name(cx.text(m.name), None, pkg, m.pkg.is_none(), false);
            self.blob.addr32(at + offset_of!(layout::Imethod, name), name);
            self.blob.addr32(at + offset_of!(layout::Imethod, ty), cx.type_desc(m.sig));
            cx.want_method(m.name, m.pkg, cx.canon(m.sig));
        }
    }

    fn structure(&mut self, fields: &[FieldTy], variable: usize) {
        let cx = self.cx;
        let pkg = fields.iter().find(|f| !is_exported(cx.prog, f.name)).and_then(|f| f.pkg);
        if let Some(pkg) = pkg {
            let name = self.package_name(pkg);
            self.blob.ptr(offset_of!(layout::StructType, pkg_path), name);
        }
        let list = offset_of!(layout::StructType, fields);
        self.blob.ptr_at(list, cx.type_desc(self.ty), variable as i64);
        self.blob.u64(list + 8, fields.len() as u64);
        self.blob.u64(list + 16, fields.len() as u64);
        let shape = cx.shape(self.ty);
        for (k, (f, &offset)) in fields.iter().zip(&shape.offsets).enumerate() {
            let at = variable + k * size_of::<layout::StructField>();
            let exported = is_exported(cx.prog, f.name);
            let name = self.name(cx.text(f.name), f.tag, None, exported, f.embedded);
            self.blob.ptr(at + offset_of!(layout::StructField, name), name);
            self.blob.ptr(at + offset_of!(layout::StructField, ty), cx.type_desc(f.ty));
            self.blob.u64(at + offset_of!(layout::StructField, offset), offset);
        }
    }

    fn uncommon(&mut self, base: usize, methods: &[Method]) {
        let cx = self.cx;
        let end = self.blob.len().next_multiple_of(8);
        let exported = methods.iter().filter(|m| m.pkg.is_none()).count();
        if let Some(pkg) = self.declaring_package() {
            let name = self.package_name(pkg);
            self.blob.addr32(base + offset_of!(layout::UncommonType, pkg_path), name);
        }
        self.blob.u16(base + offset_of!(layout::UncommonType, mcount), methods.len() as u16);
        self.blob.u16(base + offset_of!(layout::UncommonType, xcount), exported as u16);
        self.blob.u32(base + offset_of!(layout::UncommonType, moff), (end - base) as u32);
        let own_pkg = self.declaring_package();
        for (k, m) in methods.iter().enumerate() {
            let at = end + k * size_of::<layout::Method>();
            let pkg = m.pkg.filter(|&p| Some(p) != own_pkg);
            let name = self.name(cx.text(m.name), None, pkg, m.pkg.is_none(), false);
            self.blob.addr32(at + offset_of!(layout::Method, name), name);
            self.blob.reserve(at + size_of::<layout::Method>());
            let key = MethodKey { recv: self.ty, name: m.name, pkg: m.pkg };
            cx.offer_method(MethodSlot { key, sig: m.sig, desc: cx.type_desc(self.ty), offset: at as u64 });
        }
    }

    fn declaring_package(&self) -> Option<PkgId> {
        match self.cx.types().get(self.ty) {
            Ty::Named(n) => self.cx.prog.objects.get(self.cx.types().named(*n).obj).pkg,
            _ => None,
        }
    }

    /// The encoded path of a package.
    fn package_name(&mut self, pkg: PkgId) -> Sym {
        let path = self.cx.prog.headers[pkg].path.clone();
        self.name(&path, None, None, false, false)
    }

    /// An encoded name (gc: `abi.Name`); equal names share one symbol.
    fn name(
        &mut self,
        name: &str,
        tag: Option<Symbol>,
        pkg: Option<PkgId>,
        exported: bool,
        embedded: bool,
    ) -> Sym {
        let cx = self.cx;
        let tag = tag.map(|t| cx.text(t)).filter(|t| !t.is_empty());
        let mut flags = 0;
        for (set, flag) in [
            (exported, name_flag::EXPORTED),
            (tag.is_some(), name_flag::TAG),
            (pkg.is_some(), name_flag::PKG_PATH),
            (embedded, name_flag::EMBEDDED),
        ] {
            flags |= if set { flag } else { 0 };
        }
        let mut bytes = vec![flags];
        push_string(&mut bytes, name);
        if let Some(t) = tag {
            push_string(&mut bytes, t);
        }
        let Some(pkg) = pkg else { return cx.string_data(&bytes) };
        // The package path is a reference, so this name is data of its own.
        let path = self.package_name(pkg);
        let sym = cx.sym(&format!("go:name.{}.{name}", cx.pkg_prefix(pkg)));
        let mut blob = Blob::new();
        blob.bytes(0, &bytes);
        blob.addr32(bytes.len(), path);
        self.extra.data.push((Pos::NONE, blob.into_data(sym, 1)));
        sym
    }
}

fn push_string(out: &mut Vec<u8>, s: &str) {
    let mut n = s.len();
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
    out.extend_from_slice(s.as_bytes());
}

/// Whether equal keys can differ in their bytes, so that an assignment must overwrite the key (gc:
/// `reflectdata.needkeyupdate`).
fn needs_key_update(cx: &Cx<'_>, key: TyId) -> bool {
    match cx.types().under(key) {
        Ty::Basic(b) => b.is_float() || b.is_complex() || b.is_string(),
        Ty::Interface(_) => true,
        Ty::Array { elem, .. } => needs_key_update(cx, *elem),
        Ty::Struct(fields) => fields.iter().any(|f| needs_key_update(cx, f.ty)),
        _ => false,
    }
}

/// Whether hashing a key can panic: it contains an interface (gc: `reflectdata.hashMightPanic`).
fn hash_may_panic(cx: &Cx<'_>, key: TyId) -> bool {
    match cx.types().under(key) {
        Ty::Interface(_) => true,
        Ty::Array { elem, .. } => hash_may_panic(cx, *elem),
        Ty::Struct(fields) => fields.iter().any(|f| hash_may_panic(cx, f.ty)),
        _ => false,
    }
}

/// Size of the slots of a map, and the offset of the element in them.
pub fn slot_layout(key: &Shape, elem: &Shape) -> (u64, u64) {
    let elem_off = key.size.next_multiple_of(u64::from(elem.align.max(1)));
    let align = u64::from(key.align.max(elem.align).max(1));
    ((elem_off + elem.size).next_multiple_of(align), elem_off)
}
