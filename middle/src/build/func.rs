//! Functions: parameters, results, variables, and the state while a body is built.

use std::sync::Arc;

use frontend::ast::{Ast, Block as AstBlock, DeclKind, ExprId, ExprKind, Field, List};
use frontend::diag::{Code, Diagnostic};
use frontend::object::{ObjId, PkgId};
use frontend::program::{CheckedFile, FileInfo};
use frontend::source::{Pos, Symbol};
use frontend::types::{Ty as GoTy, TyId, Types};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::assign::Check;
use super::captures::Facts;
use super::range_func::RangeBody;
use super::value::{Addr, Alias, MAX_STACK_SIZE, Val};
use super::{Context, Cx, FnAbi, Instance, Output, ResultPlace, Shape, unsupported};
use crate::gc_kinds::{self, flow};
use crate::ir::{AllocInfo, AllocKind, Block, Func, FuncBuilder, Op, Slot, Sym, Ty, Value, Variable};

/// Where a variable is.
#[derive(Clone, Debug)]
pub enum Storage {
    /// In SSA form, one variable a scalar.
    Vars(SmallVec<[Variable; 4]>),
    /// In a stack slot.
    Slot(Slot),
    /// In memory of its own; the SSA variable holds its address.
    Heap(Variable),
    /// In memory of its own; the slot holds its address.
    HeapInSlot(Slot),
    /// In memory that is never written while the function runs: a parameter or a captured value.
    Fixed(Addr),
}

/// A result of the function being built.
#[derive(Clone, Debug)]
pub struct ResultVar {
    /// Its type.
    pub ty: TyId,
    /// Where it is kept; `None` for unnamed results of functions without defer statements.
    pub storage: Option<Storage>,
}

/// What `break` and `continue` refer to.
#[derive(Clone, Copy, Debug)]
pub struct Flow {
    /// The statement's label.
    pub label: Option<Symbol>,
    /// Where `break` goes.
    pub on_break: Block,
    /// Where `continue` goes, for loops.
    pub on_continue: Option<Block>,
}

/// A function while it is built.
pub struct FuncCx<'a, 'p> {
    /// The program.
    pub cx: &'a Cx<'p>,
    /// The file the function stands in.
    pub file: &'p CheckedFile,
    /// Its package.
    pub pkg: PkgId,
    /// The SSA.
    pub b: FuncBuilder,
    /// The name in symbols.
    pub name: String,
    /// What the pass before found out.
    pub facts: &'a Facts,
    /// Where function literals, data and diagnostics go.
    pub out: &'a mut Output,
    /// The machine-level signature.
    pub abi: Arc<FnAbi>,
    /// Local variables and captured ones.
    pub vars: FxHashMap<ObjId, Storage>,
    /// Results.
    pub results: Vec<ResultVar>,
    /// In a function with defer statements: where the hidden result pointers are kept.
    pub hidden_slots: Vec<Slot>,
    /// Whether there are defer statements.
    pub defers: bool,
    /// In one whose exits all have the line of the closing brace: that place.
    pub exit_pos: Option<Pos>,
    /// Whether bodies of range-over-func loops in it return from it: its results are in memory that they know.
    pub body_returns: bool,
    /// What a body of a range-over-func loop knows of its loop.
    pub body: Option<RangeBody>,
    /// Whether the function is a literal (of which the literals inside are numbered without `func`).
    pub is_literal: bool,
    /// Enclosing statements that `break` and `continue` can refer to.
    pub flow: Vec<Flow>,
    /// The body of the next clause of the innermost switch.
    pub fallthrough_to: Option<Block>,
    /// Labelled statements.
    pub labels: FxHashMap<Symbol, Block>,
    /// The label that stands directly before the statement being built.
    pub pending_label: Option<Symbol>,
    /// Values of subexpressions that were evaluated ahead of what stands beside them.
    pub hoisted: FxHashMap<ExprId, Val>,
    /// Checks of the left side being evaluated that are made when it is assigned ([`super::assign`]).
    pub pending_checks: Option<Vec<Check>>,
    /// Variables of a `for` header, which need no memory of their own there.
    pub plain_vars: FxHashSet<ObjId>,
    /// All calls of the expression being built are in `hoisted`.
    pub settled: bool,
    /// The operand of a conversion to `unsafe.Pointer` is being built, in which integers may be made of pointers.
    pub makes_pointer: bool,
    /// Number of wrappers made for `go` and `defer` statements.
    pub wrappers: u32,
}

impl<'p> FuncCx<'_, 'p> {
    /// The store of types.
    pub fn types(&self) -> &'p Types {
        self.cx.types()
    }

    /// The tree.
    pub fn ast(&self) -> &'p Ast {
        &self.file.ast
    }

    /// The checker's facts.
    pub fn info(&self) -> &'p FileInfo {
        &self.file.info
    }

    /// The canonical type of an expression.
    pub fn ty(&self, e: ExprId) -> TyId {
        self.subst(self.info().expr(e).ty)
    }

    /// The structure of the underlying type.
    pub fn under(&self, ty: TyId) -> &'p GoTy {
        self.types().under(ty)
    }

    /// The canonical type of an object.
    pub fn obj_ty(&self, obj: ObjId) -> TyId {
        self.subst(self.cx.prog.objects.ty(obj))
    }

    /// The position of an expression.
    pub fn pos(&self, e: ExprId) -> Pos {
        self.ast().exprs[e].pos
    }

    /// What follows stands at `pos`.
    pub fn at(&mut self, pos: Pos) {
        self.b.set_pos(pos);
    }

    /// Reports something that cannot be compiled.
    pub fn unsupported(&mut self, pos: Pos, what: &str) {
        let message = format!("{what} not supported yet");
        self.out.diagnostics.push(Diagnostic { pos, code: Code::Unsupported, message, soft: false });
    }

    /// Reports it and yields some value of the type, so that building can go on.
    pub fn unsupported_value(&mut self, pos: Pos, what: &str, ty: TyId) -> Val {
        self.unsupported(pos, what);
        self.zero_of(ty)
    }

    // Variables

    /// The object declared by the identifier at `pos`.
    pub fn def(&self, pos: Pos) -> Option<ObjId> {
        self.info().defs.get(&pos).copied()
    }

    /// The name of a variable.
    pub fn var_name(&self, obj: ObjId) -> &'p str {
        self.cx.prog.interner.resolve(self.cx.prog.objects.get(obj).name)
    }

    /// SSA variables for the scalars of a shape.
    pub fn new_vars(&mut self, shape: &Shape, name: &str) -> SmallVec<[Variable; 4]> {
        shape.scalars().into_iter().flatten().map(|s| self.b.new_var(s.ty, Some(name))).collect()
    }

    /// Allocates memory for one value of a type; escape analysis may put it into the frame.
    pub fn alloc(&mut self, ty: TyId, kind: AllocKind, name: &str) -> Value {
        let pos = self.b.pos();
        self.alloc_at(pos, ty, kind, name)
    }

    /// Allocates a variable, which reports show where it is declared.
    pub fn alloc_variable(&mut self, obj: ObjId, kind: AllocKind) -> Value {
        let pos = self.cx.prog.objects.get(obj).pos;
        self.alloc_at(pos, self.obj_ty(obj), kind, self.var_name(obj))
    }

    fn alloc_at(&mut self, pos: Pos, ty: TyId, kind: AllocKind, name: &str) -> Value {
        let Shape { size, align, .. } = *self.shape(ty);
        let desc = self.cx.has_pointers(ty).then(|| self.cx.type_desc(ty));
        self.b.alloc(AllocInfo { size, align, desc, kind, name: name.to_string(), pos })
    }

    /// Allocates memory with the layout of a descriptor.
    pub fn alloc_bytes(
        &mut self,
        size: u64,
        align: u32,
        desc: Option<Sym>,
        kind: AllocKind,
        name: &str,
    ) -> Value {
        let pos = self.b.pos();
        self.b.alloc(AllocInfo { size, align, desc, kind, name: name.to_string(), pos })
    }

    /// Brings a local variable into being with a value; zero if there is none.
    pub fn declare(&mut self, obj: ObjId, init: Option<&Val>) {
        let shape = self.shape(self.obj_ty(obj));
        if shape.is_memory() || self.lives_in_memory(obj) {
            let addr = self.declare_in_memory(obj);
            match init {
                Some(v) => self.store(v, addr, &shape),
                // New memory of its own is zero.
                None if self.lives_in_memory(obj) => {}
                None => self.store_zero(addr, &shape),
            }
            return;
        }
        let vars = self.local_vars(obj, &shape, self.var_name(obj));
        match init {
            Some(v) => self.def_vars(&vars, v),
            None => {
                let zero = self.zero(&shape);
                self.def_vars(&vars, &zero);
            }
        }
    }

    /// Whether a local variable has memory of its own, allocated at its declaration.
    fn lives_in_memory(&self, obj: ObjId) -> bool {
        self.facts.needs_memory(self.cx, obj) && !self.plain_vars.contains(&obj)
    }

    /// Brings a local variable that is not in SSA form into being; its contents are undefined.
    pub fn declare_in_memory(&mut self, obj: ObjId) -> Addr {
        let ty = self.obj_ty(obj);
        let name = self.var_name(obj);
        if self.lives_in_memory(obj) {
            let p = self.alloc_variable(obj, AllocKind::Var);
            let var = self.b.new_var(Ty::Ptr, Some(name));
            self.b.def_var(var, p);
            self.vars.insert(obj, Storage::Heap(var));
            return Addr::new(p);
        }
        let slot = match self.vars.get(&obj) {
            Some(&Storage::Slot(slot)) => slot,
            _ => {
                let shape = self.shape(ty);
                self.b.func.new_slot(shape.size.max(1) as u32, shape.align, name)
            }
        };
        self.vars.insert(obj, Storage::Slot(slot));
        self.slot(slot)
    }

    /// The SSA variables of a local variable, made at its first declaration.
    fn local_vars(&mut self, obj: ObjId, shape: &Shape, name: &str) -> SmallVec<[Variable; 4]> {
        if let Some(Storage::Vars(vars)) = self.vars.get(&obj) {
            return vars.clone();
        }
        let vars = self.new_vars(shape, name);
        self.vars.insert(obj, Storage::Vars(vars.clone()));
        vars
    }

    /// Assigns scalars to SSA variables.
    pub fn def_vars(&mut self, vars: &[Variable], v: &Val) {
        for (&var, &v) in vars.iter().zip(v.scalars()) {
            self.b.def_var(var, v);
        }
    }

    /// Reads SSA variables.
    pub fn use_vars(&mut self, vars: &[Variable]) -> Val {
        Val::Scalars(vars.iter().map(|&v| self.b.use_var(v)).collect())
    }

    /// The location of a variable that lives in memory, and who may change it.
    pub fn storage_addr(&mut self, storage: &Storage) -> (Addr, Alias) {
        match *storage {
            Storage::Slot(slot) => (self.slot(slot), Alias::Local),
            Storage::Heap(var) => (Addr::new(self.b.use_var(var)), Alias::Shared),
            Storage::HeapInSlot(slot) => {
                let at = self.slot(slot);
                (Addr::new(self.b.load(Ty::Ptr, at.base, at.offset)), Alias::Shared)
            }
            Storage::Fixed(addr) => (addr, Alias::Temp),
            Storage::Vars(_) => unreachable!("a variable in SSA form has no address"),
        }
    }

    /// The value of a variable.
    pub fn load_storage(&mut self, storage: &Storage, shape: &Shape) -> Val {
        match storage {
            Storage::Vars(vars) => self.use_vars(vars),
            other => {
                let (addr, alias) = self.storage_addr(other);
                self.load(addr, alias, shape)
            }
        }
    }

    /// Assigns to a variable.
    pub fn store_storage(&mut self, storage: &Storage, v: &Val, shape: &Shape) {
        match storage {
            Storage::Vars(vars) => self.def_vars(vars, v),
            other => {
                let (addr, _) = self.storage_addr(other);
                self.store(v, addr, shape);
            }
        }
    }

    // Parameters and results

    /// The value of a parameter as it arrived.
    pub(super) fn param_value(&mut self, index: usize) -> Val {
        let abi = self.abi.clone();
        let p = &abi.params[index];
        let values = self.b.params()[p.values.clone()].to_vec();
        match p.shape.scalars() {
            Some(scalars) => {
                self.note_lengths(scalars, &values);
                Val::of(&values)
            }
            None => Val::temp(Addr::new(values[0])),
        }
    }

    /// Declares the receiver and the parameters; `fields` are as written, one a parameter.
    pub fn declare_params(&mut self, fields: &[Field]) {
        for (i, f) in fields.iter().enumerate() {
            let Some(obj) = f.name.and_then(|n| self.def(n.pos)) else { continue };
            let v = self.param_value(i);
            let f = self.facts.var(obj);
            match v {
                // Nobody writes the memory: the parameter can stay there unless it is assigned.
                Val::Mem(addr, _)
                    if !f.reassigned && !f.addr_taken && !self.facts.by_reference(self.cx, obj) =>
                {
                    self.vars.insert(obj, Storage::Fixed(addr));
                }
                v => self.declare(obj, Some(&v)),
            }
        }
    }

    /// Declares the results, zero.
    pub fn declare_results(&mut self, fields: &[Field]) {
        let abi = self.abi.clone();
        for (i, r) in abi.results.iter().enumerate() {
            let obj = fields.get(i).and_then(|f| f.name).and_then(|n| self.def(n.pos));
            // Every exit of a function with defer statements takes its results from memory.
            let storage = match obj {
                Some(obj) if self.defers => Some(self.declare_result_in_memory(obj, r.ty)),
                Some(obj) => {
                    self.declare(obj, None);
                    self.vars.get(&obj).cloned()
                }
                None if self.body_returns => Some(self.shared_result(r.ty)),
                None if self.defers => Some(self.result_slot(&r.shape, "result")),
                None => None,
            };
            self.results.push(ResultVar { ty: r.ty, storage });
        }
    }

    fn result_slot(&mut self, shape: &Shape, name: &str) -> Storage {
        if shape.size > MAX_STACK_SIZE {
            let large = self.new_temp(shape, name);
            return self.address_in_slot(large.base, name);
        }
        let slot = self.b.func.new_slot(shape.size.max(1) as u32, shape.align, name);
        let addr = self.slot(slot);
        self.store_zero(addr, shape);
        Storage::Slot(slot)
    }

    /// Memory for an unnamed result that is written by bodies of range-over-func loops.
    fn shared_result(&mut self, ty: TyId) -> Storage {
        let p = self.alloc(ty, AllocKind::Var, "result");
        if self.defers {
            return self.address_in_slot(p, "result");
        }
        let var = self.b.new_var(Ty::Ptr, Some("&result"));
        self.b.def_var(var, p);
        Storage::Heap(var)
    }

    fn address_in_slot(&mut self, p: Value, name: &str) -> Storage {
        let slot = self.b.func.new_slot(8, 8, format!("&{name}"));
        let at = self.slot(slot);
        self.b.store(p, at.base, at.offset);
        Storage::HeapInSlot(slot)
    }

    fn declare_result_in_memory(&mut self, obj: ObjId, ty: TyId) -> Storage {
        let name = self.var_name(obj);
        let storage = if self.facts.needs_memory(self.cx, obj) {
            let leaves = gc_kinds::may_leave(self.cx.prog, self.file, obj);
            let p = self.alloc_variable(obj, if leaves { AllocKind::Result } else { AllocKind::Var });
            self.address_in_slot(p, name)
        } else {
            let shape = self.shape(ty);
            self.result_slot(&shape, name)
        };
        self.vars.insert(obj, storage.clone());
        storage
    }

    /// Whether the results have names, so that `return` may stand alone.
    pub fn has_named_results(&self) -> bool {
        !self.defers && self.results.iter().any(|r| r.storage.is_some())
    }

    /// Leaves the function with these results, which replace the result variables' values.
    pub fn emit_return(&mut self, values: &[Val]) {
        let abi = self.abi.clone();
        if self.defers {
            let results = self.results.clone();
            for (r, v) in results.iter().zip(values) {
                let shape = self.shape(r.ty);
                let storage =
                    r.storage.as_ref().expect("results of a function with defer statements are in memory");
                self.store_storage(storage, v, &shape);
            }
            self.emit_deferred_exit();
            return;
        }
        let mut scalars: SmallVec<[Value; 8]> = SmallVec::new();
        for (i, (r, v)) in abi.results.iter().zip(values).enumerate() {
            // A literal that captured the result may outlive the function.
            if let Some(storage @ Storage::Heap(_)) = self.results[i].storage.clone() {
                self.store_storage(&storage, v, &r.shape);
            }
            match r.place {
                ResultPlace::Values(_) => scalars.extend_from_slice(v.scalars()),
                ResultPlace::Memory { param, offset } => {
                    let to = Addr::new(self.b.params()[param]).plus(offset);
                    self.store(v, to, &r.shape);
                }
            }
        }
        self.b.ret(&scalars);
    }

    /// Leaves the function with what the result variables hold.
    pub fn emit_bare_return(&mut self) {
        if self.defers {
            self.emit_deferred_exit();
            return;
        }
        let results = self.results.clone();
        let mut values = Vec::with_capacity(results.len());
        for r in &results {
            let shape = self.shape(r.ty);
            values.push(match &r.storage {
                Some(storage) => self.load_storage(storage, &shape),
                None => self.zero(&shape),
            });
        }
        self.emit_return(&values);
    }

    /// Runs the deferred calls, then returns what the result variables hold.
    fn emit_deferred_exit(&mut self) {
        let pos = self.b.pos();
        self.b.set_pos(self.exit_pos.unwrap_or(pos));
        self.b.emit(Op::DeferExit, Ty::I64, &[], crate::ir::Imm::None, &[]);
        self.b.set_pos(pos);
        let abi = self.abi.clone();
        let mut scalars: SmallVec<[Value; 8]> = SmallVec::new();
        for (i, r) in abi.results.iter().enumerate() {
            let storage = self.results[i].storage.clone();
            let storage = storage.expect("results of a function with defer statements are in memory");
            let v = self.load_storage(&storage, &r.shape);
            match r.place {
                ResultPlace::Values(_) => scalars.extend_from_slice(v.scalars()),
                ResultPlace::Memory { param, offset } => {
                    let to = self.hidden_result(param).plus(offset);
                    self.store(&v, to, &r.shape);
                }
            }
        }
        self.b.ret(&scalars);
    }

    /// The memory for results that the caller wants in parameter `param`, in a function with defer statements:
    /// the landing block cannot use the parameter itself.
    fn hidden_result(&mut self, param: usize) -> Addr {
        let at = self.slot(self.hidden_slots[param]);
        Addr::new(self.b.load(Ty::Ptr, at.base, at.offset))
    }

    /// Keeps the hidden result pointers (the first parameters) in slots, for the landing block.
    fn save_hidden_results(&mut self) {
        for param in 0..self.abi.hidden.len() {
            let slot = self.b.func.new_slot(8, 8, "&results");
            self.hidden_slots.push(slot);
            let p = self.b.params()[param];
            let at = self.slot(slot);
            self.b.store(p, at.base, at.offset);
        }
    }

    /// The block where control continues after a recovered panic.
    fn build_landing(&mut self) {
        let landing = self.b.new_block();
        self.b.seal(landing);
        self.b.set_cold(landing);
        self.b.switch_to(landing);
        self.emit_deferred_exit();
        self.b.func.landing = Some(landing);
    }

    // Bodies

    /// Builds the body of a declared function or a literal: parameters, results, statements, exit.
    pub fn build_body(&mut self, params: &[Field], results: &[Field], body: &AstBlock) {
        if self.defers {
            self.save_hidden_results();
            let one_result = flow::one_plain_result(self.cx.prog, self.file, results);
            let flow = flow::read(self.cx.prog, self.file, body, one_result);
            self.exit_pos = (!gc_kinds::open_codes(&flow)).then_some(body.rbrace);
        }
        self.declare_params(params);
        self.declare_results(results);
        self.stmts(body.stmts);
        if self.b.is_reachable() {
            self.at(body.rbrace);
            // A function with results ends in a terminating statement: control does not get here.
            if self.results.is_empty() || self.has_named_results() || self.defers {
                self.emit_bare_return();
            } else {
                self.b.unreachable();
            }
        }
        if self.defers {
            self.at(body.rbrace);
            self.build_landing();
        }
    }

    /// The finished function.
    pub fn finish(self) -> Func {
        self.b.finish()
    }
}

/// The parameters and results of a [`ExprKind::FuncType`].
pub fn func_type_fields(ast: &Ast, ty: ExprId) -> (List<Field>, List<Field>) {
    match ast.exprs[ty].kind {
        ExprKind::FuncType(signature) => (ast[signature].params, ast[signature].results),
        _ => (List::default(), List::default()),
    }
}

/// Builds a declared function and the function literals in it.
pub(super) fn build_func(cx: &Cx<'_>, inst: &Instance) -> Output {
    let object = cx.prog.objects.get(inst.obj);
    let (Some((file, decl, errors)), Some(pkg)) = (cx.func_source(inst.obj), object.pkg) else {
        return unsupported(object.pos, "function without body");
    };
    if !errors.is_empty() {
        return Output { diagnostics: errors.to_vec(), ..Output::default() };
    }
    let DeclKind::Func { recv, ty, body: Some(body), .. } = file.ast.decl_nodes[decl].kind else {
        return unsupported(object.pos, "function without body");
    };
    let Some(subst) = cx.subst_of(inst) else {
        return unsupported(object.pos, "this use of a generic function is");
    };
    let name = cx.func_name(inst);
    if name.len() > super::subst::MAX_INSTANCE_NAME {
        return unsupported(object.pos, "instances of a generic function nested this deeply are");
    }
    let (params, results) = func_type_fields(&file.ast, ty);
    let (recv, body) = (recv.map(|recv| file.ast[recv]), file.ast[body]);
    let facts = Facts::of_func(cx, file, results, &body, subst);
    let abi = cx.fn_abi(cx.inst_sig(inst), cx.inst_receiver(inst), Context::No);
    let mut out = Output::default();
    let mut f = FuncCx::new(cx, file, pkg, name, abi, object.pos, &facts, &mut out);
    f.b.func.noinline = cx.has_directive(inst.obj, "go:noinline");
    f.b.func.wrapper = cx.is_transparent(pkg, &f.name);
    f.defers = facts.defers;
    f.body_returns = facts.body_returns;
    let params: Vec<Field> = recv.into_iter().chain(file.ast.list(params).iter().copied()).collect();
    f.build_body(&params, file.ast.list(results), &body);
    let func = f.finish();
    out.funcs.push(func);
    out
}

/// A function without body is implemented by the runtime, or nowhere.
pub(super) fn check_extern(cx: &Cx<'_>, obj: ObjId) -> Output {
    let symbol = cx.func_name(&Instance::plain(obj));
    if cx.is_linked_to_runtime(obj)
        || abi::functions::hook(&symbol).is_some()
        || abi::RuntimeFn::by_symbol(&symbol).is_some()
    {
        return Output::default();
    }
    let (pos, message) = (cx.prog.objects.get(obj).pos, "missing function body".to_string());
    let diagnostic = Diagnostic { pos, code: Code::BadDecl, message, soft: false };
    Output { diagnostics: vec![diagnostic], ..Output::default() }
}

impl<'a, 'p> FuncCx<'a, 'p> {
    /// A function with an empty body.
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        cx: &'a Cx<'p>,
        file: &'p CheckedFile,
        pkg: PkgId,
        name: String,
        abi: Arc<FnAbi>,
        pos: Pos,
        facts: &'a Facts,
        out: &'a mut Output,
    ) -> FuncCx<'a, 'p> {
        let mut b = FuncBuilder::new(cx.sym(&name), abi.sig.clone(), pos);
        b.func.arg_words = abi.params.iter().map(|p| p.values.len() as u32).sum();
        FuncCx {
            cx,
            file,
            pkg,
            b,
            name,
            facts,
            out,
            abi,
            vars: FxHashMap::default(),
            results: Vec::new(),
            hidden_slots: Vec::new(),
            exit_pos: None,
            defers: false,
            body_returns: false,
            body: None,
            is_literal: false,
            flow: Vec::new(),
            fallthrough_to: None,
            labels: FxHashMap::default(),
            pending_label: None,
            hoisted: FxHashMap::default(),
            pending_checks: None,
            plain_vars: FxHashSet::default(),
            settled: false,
            makes_pointer: false,
            wrappers: 0,
        }
    }
}
