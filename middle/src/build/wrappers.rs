//! Functions that the compiler makes around methods and functions.
//!
//! ```text
//! main.(*T).M   for a value method: copies *p and calls main.T.M; runtime.panicwrap if p is nil
//! main.S.M      promoted: walks the embedded fields, then calls (or jumps through the method table)
//! main.T.M-fm   method value: the receiver stands behind the code pointer in the function value
//! main.f·f      data: the function value of f, with a thunk main.f·ctx if f would take the context for an argument
//! ```
//!
//! All are wrappers: hidden in tracebacks and transparent to recover. They work at machine level: hidden result
//! pointers and parameters are handed on as they came, only the receiver changes.

use std::mem::{offset_of, size_of};

use abi::RuntimeFn;
use abi::layout::{FuncVal, GoString, Itab};
use frontend::source::Pos;
use frontend::types::{Basic, Ty as GoTy, TyId};

use super::cx::{Cx, GenericMethod, Instance, Item, MethodKey, Output};
use super::signature::{Context, FnAbi};
use super::unsupported;
use crate::ir::{Cond, Data, DataKind, DataReloc, FuncBuilder, Signature, Sym, Ty, Value};
use crate::type_desc::methods::{self, Method, Target};

/// Integer words that a function may have as parameters and still ignore a further one: one register is left.
const MAX_WORDS_BEFORE_CONTEXT: usize = 5;

/// See [`Cx::method_expr`].
pub(super) fn method_expr_sym(cx: &Cx<'_>, key: MethodKey) -> Sym {
    match methods::find(cx, key) {
        Some(Method { target: Target::Declared { obj, recv, .. }, path, .. })
            if path.is_empty() && recv == cx.canon(key.recv) =>
        {
            return cx.func_sym(&cx.method_of(obj, recv));
        }
        Some(Method { target: Target::Interface { .. }, name, sig, .. }) => cx.note_method_found(name, sig),
        _ => {}
    }
    let key = MethodKey { recv: cx.canon(key.recv), ..key };
    cx.request(Item::MethodExpr(key));
    cx.sym(&method_symbol(cx, key))
}

/// See [`Cx::method_expr_value`].
pub(super) fn method_expr_value_sym(cx: &Cx<'_>, key: MethodKey) -> Sym {
    let key = MethodKey { recv: cx.canon(key.recv), ..key };
    cx.request(Item::MethodExprValue(key));
    cx.sym(&format!("{}·f", method_symbol(cx, key)))
}

/// See [`Cx::method_func_code`].
pub(super) fn method_func_code(cx: &Cx<'_>, key: MethodKey) -> Sym {
    let code = method_expr_sym(cx, key);
    let Some(method) = methods::find(cx, key) else { return code };
    let abi = cx.fn_abi(method.sig, Some(key.recv), Context::No);
    if !needs_thunk(&abi) {
        return code;
    }
    // The thunk is made with the function value.
    method_expr_value_sym(cx, key);
    thunk_sym(cx, code)
}

/// Whether the code of a function would take a context for an argument, or leave it on the stack.
fn needs_thunk(abi: &FnAbi) -> bool {
    abi.sig.params.iter().filter(|t| !t.is_float()).count() > MAX_WORDS_BEFORE_CONTEXT
}

/// The thunk that drops the context.
fn thunk_sym(cx: &Cx<'_>, code: Sym) -> Sym {
    cx.sym(&format!("{}·ctx", cx.symbols.resolve(code)))
}

/// See [`Cx::bound_method`].
pub(super) fn bound_method_sym(cx: &Cx<'_>, key: MethodKey) -> Sym {
    let key = MethodKey { recv: cx.canon(key.recv), ..key };
    cx.request(Item::BoundMethod(key));
    cx.sym(&format!("{}-fm", method_symbol(cx, key)))
}

/// See [`Cx::iface_method`].
pub(super) fn iface_method_sym(cx: &Cx<'_>, key: MethodKey) -> Sym {
    let recv = cx.canon(key.recv);
    if !cx.is_direct_iface(recv) {
        // The data word points to the value, so the method of the pointer type serves.
        let pointer = cx.canon(cx.types().intern(GoTy::Pointer(recv)));
        return method_expr_sym(cx, MethodKey { recv: pointer, ..key });
    }
    if cx.shape(recv).scalars().is_some() {
        // The data word is the value.
        return method_expr_sym(cx, key);
    }
    let key = MethodKey { recv, ..key };
    cx.request(Item::IfaceMethod(key));
    cx.sym(&format!("{}-if", method_symbol(cx, key)))
}

/// `main.T.M`, `main.(*T).M`, `struct {…}.M`
fn method_symbol(cx: &Cx<'_>, key: MethodKey) -> String {
    let name = match key.pkg {
        Some(pkg) if Some(pkg) != type_package(cx, key.recv) => {
            format!("{}.{}", cx.pkg_prefix(pkg), cx.text(key.name))
        }
        _ => cx.text(key.name).to_string(),
    };
    match cx.types().get(cx.canon(key.recv)) {
        GoTy::Pointer(t) => {
            let base = cx.link_string(*t);
            match (cx.types().as_named(*t), base.rsplit_once('.')) {
                (Some(n), Some(_)) => {
                    let obj = cx.types().named(n).obj;
                    let pkg = cx.prog.objects.get(obj).pkg.map_or_else(String::new, |p| cx.pkg_prefix(p));
                    let rest = base.strip_prefix(&format!("{pkg}.")).unwrap_or(&base);
                    format!("{pkg}.(*{rest}).{name}")
                }
                _ => format!("(*{base}).{name}"),
            }
        }
        _ => format!("{}.{name}", cx.link_string(key.recv)),
    }
}

fn type_package(cx: &Cx<'_>, ty: TyId) -> Option<frontend::object::PkgId> {
    let (base, _) = cx.types().deref(ty);
    let named = cx.types().as_named(base)?;
    cx.prog.objects.get(cx.types().named(named).obj).pkg
}

/// A generic method as a method of its own.
fn generic_method(cx: &Cx<'_>, inst: &Instance, path: &[u32]) -> Method {
    let object = cx.prog.objects.get(inst.obj);
    let recv = cx.inst_receiver(inst).expect("methods have receivers");
    let pointer = matches!(cx.types().get(recv), GoTy::Pointer(_));
    Method {
        name: object.name,
        pkg: object.pkg,
        path: path.to_vec(),
        through_pointer: false,
        target: Target::Declared { obj: inst.obj, recv, pointer },
        sig: cx.inst_sig(inst),
    }
}

/// The type arguments of a generic method without those of its receiver's type.
fn own_type_args(cx: &Cx<'_>, inst: &Instance) -> Vec<TyId> {
    inst.targs[cx.types().method_tparams(inst.obj).len()..].to_vec()
}

/// Whether the method with the receiver as first parameter is the declared function itself.
fn is_declared(cx: &Cx<'_>, m: &GenericMethod) -> bool {
    m.path.is_empty() && cx.inst_receiver(&m.inst) == Some(m.key.recv)
}

fn generic_method_symbol(cx: &Cx<'_>, m: &GenericMethod) -> String {
    format!("{}{}", method_symbol(cx, m.key), cx.type_arg_list(&own_type_args(cx, &m.inst)))
}

/// The code of `T.m[int]`.
pub(super) fn generic_method_expr_sym(cx: &Cx<'_>, m: &GenericMethod) -> Sym {
    if is_declared(cx, m) {
        return cx.func_sym(&m.inst);
    }
    cx.request(Item::GenericMethodExpr(m.clone()));
    cx.sym(&generic_method_symbol(cx, m))
}

/// The function value of [`generic_method_expr_sym`].
pub(super) fn generic_method_expr_value_sym(cx: &Cx<'_>, m: &GenericMethod) -> Sym {
    if is_declared(cx, m) {
        return cx.func_value(&m.inst);
    }
    cx.request(Item::GenericMethodExprValue(m.clone()));
    cx.sym(&format!("{}·f", generic_method_symbol(cx, m)))
}

/// The code of the closure that a method value `x.m[int]` is.
pub(super) fn bound_generic_method_sym(cx: &Cx<'_>, inst: &Instance) -> Sym {
    cx.request(Item::BoundGenericMethod(inst.clone()));
    cx.sym(&format!("{}-fm", cx.func_name(inst)))
}

/// Builds [`Item::GenericMethodExpr`].
pub(super) fn build_generic_method_expr(cx: &Cx<'_>, m: &GenericMethod) -> Output {
    let method = generic_method(cx, &m.inst, &m.path);
    let sym = generic_method_expr_sym(cx, m);
    method_expr(cx, sym, m.key, &method, own_type_args(cx, &m.inst))
}

/// Builds [`Item::GenericMethodExprValue`].
pub(super) fn build_generic_method_expr_value(cx: &Cx<'_>, m: &GenericMethod) -> Output {
    let abi = cx.fn_abi(cx.inst_sig(&m.inst), Some(m.key.recv), Context::No);
    func_value(cx, generic_method_expr_value_sym(cx, m), generic_method_expr_sym(cx, m), &abi, false)
}

/// Builds [`Item::BoundGenericMethod`].
pub(super) fn build_bound_generic_method(cx: &Cx<'_>, inst: &Instance) -> Output {
    let method = generic_method(cx, inst, &[]);
    let recv = cx.inst_receiver(inst).expect("methods have receivers");
    let key = MethodKey { recv, name: method.name, pkg: method.pkg };
    bound_method(cx, bound_generic_method_sym(cx, inst), key, &method, own_type_args(cx, inst))
}

/// Builds a wrapper.
pub(super) fn build(cx: &Cx<'_>, item: &Item) -> Output {
    let (Item::MethodExpr(key)
    | Item::MethodExprValue(key)
    | Item::BoundMethod(key)
    | Item::IfaceMethod(key)) = item
    else {
        unreachable!("only wrappers are built here");
    };
    let Some(method) = methods::find(cx, *key) else {
        return unsupported(Pos::NONE, format!("method {} is", method_symbol(cx, *key)));
    };
    match item {
        Item::MethodExpr(_) => {
            let sym = cx.sym(&method_symbol(cx, *key));
            method_expr(cx, sym, *key, &method, Vec::new())
        }
        Item::MethodExprValue(_) => {
            let abi = cx.fn_abi(method.sig, Some(key.recv), Context::No);
            let sym = method_expr_value_sym(cx, *key);
            func_value(cx, sym, method_expr_sym(cx, *key), &abi, false)
        }
        Item::BoundMethod(_) => bound_method(cx, cx.bound_method(*key), *key, &method, Vec::new()),
        _ => iface_method(cx, *key, &method),
    }
}

/// Builds the function value of a declared function.
pub(super) fn build_func_value(cx: &Cx<'_>, inst: &Instance) -> Output {
    let abi = cx.fn_abi(cx.inst_sig(inst), cx.inst_receiver(inst), Context::No);
    let external = cx.func_decl(inst.obj).is_none();
    func_value(cx, cx.func_value(inst), cx.func_sym(inst), &abi, external)
}

/// The data of a function value without captures, with a thunk where the code cannot be called with a context.
fn func_value(cx: &Cx<'_>, sym: Sym, code: Sym, abi: &FnAbi, external: bool) -> Output {
    let mut out = Output::default();
    let target = if external || needs_thunk(abi) {
        let thunk = thunk_sym(cx, code);
        let mut sig = abi.sig.clone();
        sig.params.push(Ty::Ptr);
        let mut b = FuncBuilder::new(thunk, sig, Pos::NONE);
        let args = b.params()[..abi.sig.params.len()].to_vec();
        finish_call(&mut b, &abi.sig, Callee::Symbol(code), &args);
        out.funcs.push(finish(b));
        thunk
    } else {
        code
    };
    let reloc = DataReloc { offset: offset_of!(FuncVal, code) as u64, target, addend: 0, size: 8 };
    out.data.push((Pos::NONE, read_only(sym, vec![0; size_of::<FuncVal>()], vec![reloc])));
    out
}

fn read_only(sym: Sym, bytes: Vec<u8>, relocs: Vec<DataReloc>) -> Data {
    let size = bytes.len() as u64;
    Data { sym, kind: DataKind::ReadOnly, align: 8, bytes, size, relocs, pointer_mask: Vec::new() }
}

enum Callee {
    Symbol(Sym),
    Code(Value),
}

/// Calls with the machine-level `args` and returns what comes back.
fn finish_call(b: &mut FuncBuilder, sig: &Signature, callee: Callee, args: &[Value]) {
    let inst = match callee {
        Callee::Symbol(sym) => b.call(sym, args, &sig.results),
        Callee::Code(code) => b.call_indirect(sig.clone(), code, args),
    };
    let results = b.results(inst).to_vec();
    b.ret(&results);
}

fn finish(b: FuncBuilder) -> crate::ir::Func {
    let mut f = b.finish();
    f.wrapper = true;
    f
}

fn method_pos(cx: &Cx<'_>, m: &Method) -> Pos {
    match m.target {
        Target::Declared { obj, .. } => cx.prog.objects.get(obj).pos,
        Target::Interface { .. } => Pos::NONE,
    }
}

fn method_expr(cx: &Cx<'_>, sym: Sym, key: MethodKey, m: &Method, targs: Vec<TyId>) -> Output {
    let abi = cx.fn_abi(m.sig, Some(key.recv), Context::No);
    let mut w = Wrapper::new(cx, key, FuncBuilder::new(sym, abi.sig.clone(), method_pos(cx, m)), targs);
    let params = w.b.params().to_vec();
    let recv = abi.params[0].values.clone();
    let at = if abi.params[0].shape.is_memory() {
        Place::Memory(params[recv.start], key.recv)
    } else {
        Place::Words(params[recv.clone()].to_vec(), key.recv)
    };
    w.call(m, at, &params[..recv.start], &params[recv.end..]);
    w.output()
}

fn bound_method(cx: &Cx<'_>, sym: Sym, key: MethodKey, m: &Method, targs: Vec<TyId>) -> Output {
    let abi = cx.fn_abi(m.sig, None, Context::Yes);
    let mut w = Wrapper::new(cx, key, FuncBuilder::new(sym, abi.sig.clone(), method_pos(cx, m)), targs);
    let params = w.b.params().to_vec();
    let context = params[abi.context.expect("closures take a context")];
    let shape = cx.shape(key.recv);
    let offset = (size_of::<FuncVal>() as u64).next_multiple_of(u64::from(shape.align.max(1)));
    let at = w.load(context, offset, key.recv);
    let hidden = abi.hidden.len();
    w.call(m, at, &params[..hidden], &params[hidden..params.len() - 1]);
    w.output()
}

/// The receiver is a data word that holds a value which is not a single scalar to Go code: `[1]*T`.
fn iface_method(cx: &Cx<'_>, key: MethodKey, m: &Method) -> Output {
    let abi = cx.fn_abi(m.sig, Some(Basic::UnsafePointer.ty()), Context::No);
    let sym = cx.iface_method(key);
    let mut w = Wrapper::new(cx, key, FuncBuilder::new(sym, abi.sig.clone(), method_pos(cx, m)), Vec::new());
    let params = w.b.params().to_vec();
    let recv = abi.params[0].values.start;
    let slot = w.b.func.new_slot(8, 8, "receiver");
    let copy = w.b.slot_addr(slot, 0);
    w.b.store(params[recv], copy, 0);
    w.call(m, Place::Memory(copy, key.recv), &params[..recv], &params[recv + 1..]);
    w.output()
}

/// Where the receiver stands on the way through the embedded fields.
enum Place {
    /// A value in scalars.
    Words(Vec<Value>, TyId),
    /// A variable or value in memory.
    Memory(Value, TyId),
}

struct Wrapper<'a, 'p> {
    cx: &'a Cx<'p>,
    key: MethodKey,
    b: FuncBuilder,
    /// The type arguments of a generic method without those of its receiver's type.
    targs: Vec<TyId>,
    data: Vec<(Pos, Data)>,
}

impl<'a, 'p> Wrapper<'a, 'p> {
    fn new(cx: &'a Cx<'p>, key: MethodKey, b: FuncBuilder, targs: Vec<TyId>) -> Self {
        Wrapper { cx, key, b, targs, data: Vec::new() }
    }
}

impl Wrapper<'_, '_> {
    fn output(self) -> Output {
        Output { funcs: vec![finish(self.b)], data: self.data, ..Output::default() }
    }

    /// The value of type `ty` at `p + offset`.
    fn load(&mut self, p: Value, offset: u64, ty: TyId) -> Place {
        let shape = self.cx.shape(ty);
        match shape.scalars() {
            Some(scalars) => {
                let offset = offset as i64;
                let words =
                    scalars.iter().map(|s| self.b.load(s.ty, p, offset + i64::from(s.offset))).collect();
                Place::Words(words, ty)
            }
            None => Place::Memory(self.b.ptr_add_imm(p, offset as i64), ty),
        }
    }

    /// Follows a pointer at the top of `at`, if there is one.
    fn deref(&mut self, at: Place) -> Place {
        let (at, ty) = match at {
            Place::Words(w, ty) => (w[..].first().copied(), ty),
            Place::Memory(..) => return at,
        };
        let (Some(p), GoTy::Pointer(elem)) = (at, self.cx.types().under(ty)) else {
            unreachable!("only pointers are followed");
        };
        self.b.nil_check(p, 0);
        Place::Memory(p, *elem)
    }

    fn is_pointer(&self, at: &Place) -> bool {
        let (Place::Words(_, ty) | Place::Memory(_, ty)) = at;
        matches!(self.cx.types().under(*ty), GoTy::Pointer(_))
    }

    fn field(&mut self, at: Place, index: u32) -> Place {
        let at = if self.is_pointer(&at) { self.deref(at) } else { at };
        let (Place::Words(_, ty) | Place::Memory(_, ty)) = at;
        let GoTy::Struct(fields) = self.cx.types().under(ty) else {
            unreachable!("embedded fields are in structs")
        };
        let field = fields[index as usize].ty;
        let shape = self.cx.shape(ty);
        match at {
            Place::Words(words, _) => {
                Place::Words(words[shape.field_scalars(index as usize)].to_vec(), field)
            }
            Place::Memory(p, _) => {
                let offset = shape.offsets[index as usize];
                // A pointer or interface on the way is needed as a value, a struct as a place.
                if matches!(self.cx.types().under(field), GoTy::Struct(_) | GoTy::Array { .. }) {
                    Place::Memory(self.b.ptr_add_imm(p, offset as i64), field)
                } else if matches!(self.cx.types().under(field), GoTy::Pointer(_) | GoTy::Interface(_)) {
                    self.load(p, offset, field)
                } else {
                    Place::Memory(self.b.ptr_add_imm(p, offset as i64), field)
                }
            }
        }
    }

    fn call(&mut self, m: &Method, mut at: Place, hidden: &[Value], rest: &[Value]) {
        for &index in &m.path {
            at = self.field(at, index);
        }
        let mut args = hidden.to_vec();
        match m.target {
            Target::Declared { obj, recv, pointer } => {
                args.extend(self.receiver(at, m, recv, pointer));
                args.extend_from_slice(rest);
                let abi = self.cx.fn_abi(m.sig, Some(recv), Context::No);
                let mut inst = self.cx.method_of(obj, recv);
                inst.targs = inst.targs.iter().chain(&self.targs).copied().collect();
                let callee = self.cx.func_sym(&inst);
                finish_call(&mut self.b, &abi.sig, Callee::Symbol(callee), &args);
            }
            Target::Interface { index, .. } => {
                let words = match at {
                    Place::Words(w, _) => w,
                    Place::Memory(p, ty) => match self.load(p, 0, ty) {
                        Place::Words(w, _) => w,
                        Place::Memory(..) => unreachable!("interfaces are held in scalars"),
                    },
                };
                let fun = offset_of!(Itab, fun) as i64 + 8 * index as i64;
                self.b.nil_check(words[0], fun);
                let code = self.b.load(Ty::Ptr, words[0], fun);
                args.push(words[1]);
                args.extend_from_slice(rest);
                let abi = self.cx.fn_abi(m.sig, Some(Basic::UnsafePointer.ty()), Context::No);
                finish_call(&mut self.b, &abi.sig, Callee::Code(code), &args);
            }
        }
    }

    /// The machine-level receiver argument for a declared method with receiver type `recv`.
    fn receiver(&mut self, at: Place, m: &Method, recv: TyId, pointer: bool) -> Vec<Value> {
        if pointer {
            return match at {
                Place::Words(words, ty) if matches!(self.cx.types().under(ty), GoTy::Pointer(_)) => words,
                Place::Memory(p, _) => vec![p],
                Place::Words(..) => unreachable!("a pointer method is called on something addressable"),
            };
        }
        let at = match at {
            Place::Words(words, ty) if matches!(self.cx.types().get(self.cx.canon(ty)), GoTy::Pointer(_)) => {
                // As in gc, generic methods and methods of generic types fault instead.
                if m.path.is_empty() && self.targs.is_empty() && self.cx.method_of_plain(recv) {
                    self.check_receiver(words[0]);
                    let GoTy::Pointer(elem) = self.cx.types().get(self.cx.canon(ty)) else { unreachable!() };
                    Place::Memory(words[0], *elem)
                } else {
                    self.deref(Place::Words(words, ty))
                }
            }
            at => at,
        };
        match at {
            Place::Words(words, _) => words,
            Place::Memory(p, _) => match self.load(p, 0, recv) {
                Place::Words(words, _) => words,
                Place::Memory(p, _) => {
                    let shape = self.cx.shape(recv);
                    let slot = self.b.func.new_slot(shape.size as u32, shape.align, "receiver");
                    let copy = self.b.slot_addr(slot, 0);
                    self.b.mem_copy(copy, p, shape.size);
                    vec![copy]
                }
            },
        }
    }

    /// `value method main.T.M called using nil *T pointer`
    fn check_receiver(&mut self, p: Value) {
        let cx = self.cx;
        let (base, _) = cx.types().deref(self.key.recv);
        let pkg = type_package(cx, base).map_or("", |p| cx.text(cx.prog.headers[p].name));
        let full = crate::type_desc::string::type_string(cx.prog, base);
        let name = full.strip_prefix(&format!("{pkg}.")).unwrap_or(&full);
        let sym = cx.sym(&format!("go:panicwrap.{}", method_symbol(cx, self.key)));
        let texts = [pkg, name, cx.text(self.key.name)];
        let mut bytes = vec![0; 3 * size_of::<GoString>()];
        let mut relocs = Vec::new();
        for (i, text) in texts.into_iter().enumerate() {
            let at = i * size_of::<GoString>();
            bytes[at + 8..at + 16].copy_from_slice(&(text.len() as u64).to_le_bytes());
            let target = cx.string_data(text.as_bytes());
            relocs.push(DataReloc { offset: at as u64, target, addend: 0, size: 8 });
        }
        self.data.push((Pos::NONE, read_only(sym, bytes, relocs)));
        let nil = self.b.iconst(Ty::Ptr, 0);
        let ok = self.b.icmp(Cond::Ne, p, nil);
        let names = self.b.sym_addr(sym, 0);
        self.b.guard(RuntimeFn::PanicWrap, ok, &[names]);
    }
}
