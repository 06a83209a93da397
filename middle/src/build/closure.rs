//! Function literals and other closures.
//!
//! A closure is an object `{code, captures…}`; its address is the function value. Captured variables stand in it by
//! value or by address ([`super::captures`]).

use frontend::ast::{Block, ExprId};
use frontend::object::ObjId;
use frontend::types::{Basic, Ty as GoTy, TyId};

use super::func::{FuncCx, Storage, func_type_fields};
use super::value::{Addr, Alias, Val};
use super::{Context, Cx};
use crate::ir::{AllocKind, Data, DataKind, DataReloc, Sym, Ty, Value};

impl Cx<'_> {
    /// The type of a closure's object: the code's address, then the captures.
    pub fn closure_type(&self, parts: &[TyId]) -> TyId {
        let all: Vec<TyId> = std::iter::once(Basic::Uintptr.ty()).chain(parts.iter().copied()).collect();
        self.struct_of(&all)
    }

    /// The data of a function value without captures.
    pub fn static_closure(&self, sym: Sym, code: Sym) -> Data {
        Data {
            sym,
            kind: DataKind::ReadOnly,
            align: 8,
            size: 8,
            bytes: vec![0; 8],
            relocs: vec![DataReloc { offset: 0, target: code, addend: 0, size: 8 }],
            pointer_mask: Vec::new(),
        }
    }
}

impl FuncCx<'_, '_> {
    /// A closure over these values.
    pub fn closure_object(&mut self, code: Sym, parts: &[(Val, TyId)], kind: AllocKind) -> Value {
        let types: Vec<TyId> = parts.iter().map(|p| p.1).collect();
        let ty = self.cx.closure_type(&types);
        let shape = self.shape(ty);
        let name = self.cx.symbols.resolve(code).to_string();
        let p = self.alloc(ty, kind, &name);
        let code = self.b.sym_addr(code, 0);
        self.b.store(code, p, 0);
        for (i, (v, ty)) in parts.iter().enumerate() {
            let part = self.shape(*ty);
            self.store(v, Addr::new(p).plus(shape.offsets[i + 1]), &part);
        }
        p
    }

    /// The values that stand in a closure's object.
    pub fn closure_parts(&mut self, context: Value, types: &[TyId]) -> Vec<Val> {
        let shape = self.shape(self.cx.closure_type(types));
        let load = |(i, &ty): (usize, &TyId)| {
            let part = self.shape(ty);
            self.load(Addr::new(context).plus(shape.offsets[i + 1]), Alias::Temp, &part)
        };
        types.iter().enumerate().map(load).collect()
    }

    /// The name of the function literal `e`.
    pub fn literal_name(&self, e: ExprId) -> String {
        let n = self.facts.lits.get(&e).map_or(0, |l| l.number);
        // gc: `ir.closureName`.
        if self.is_literal { format!("{}.{n}", self.name) } else { format!("{}.func{n}", self.name) }
    }

    /// What a captured variable is in the closure's object: the variable's value, or a pointer to it.
    pub(super) fn capture_type(&self, obj: ObjId) -> TyId {
        let ty = self.obj_ty(obj);
        match self.facts.needs_memory(self.cx, obj) {
            true => self.cx.canon(self.types().intern(GoTy::Pointer(ty))),
            false => ty,
        }
    }

    pub(super) fn capture_value(&mut self, obj: ObjId) -> Val {
        if !self.vars.contains_key(&obj) {
            // Only in code that cannot be reached.
            self.declare(obj, None);
        }
        let storage = self.vars[&obj].clone();
        if self.facts.needs_memory(self.cx, obj) {
            let (addr, _) = self.storage_addr(&storage);
            return Val::one(self.addr_value(addr));
        }
        let shape = self.shape(self.obj_ty(obj));
        self.load_storage(&storage, &shape)
    }

    /// `func(…) … { … }`
    pub fn func_lit(&mut self, e: ExprId, ty: ExprId, body: &Block) -> Val {
        let code = self.build_literal(e, ty, body);
        let pos = self.pos(e);
        self.at(pos);
        let captures = self.facts.lits.get(&e).map(|l| l.captures.clone()).unwrap_or_default();
        if captures.is_empty() {
            let sym = self.cx.sym(&format!("{}·f", self.cx.symbols.resolve(code)));
            let data = self.cx.static_closure(sym, code);
            self.out.data.push((pos, data));
            return Val::one(self.b.sym_addr(sym, 0));
        }
        let parts: Vec<(Val, TyId)> =
            captures.iter().map(|&obj| (self.capture_value(obj), self.capture_type(obj))).collect();
        Val::one(self.closure_object(code, &parts, AllocKind::Closure))
    }

    /// Builds a literal's function; yields its symbol.
    fn build_literal(&mut self, e: ExprId, ty: ExprId, body: &Block) -> Sym {
        let lit = self.facts.lits.get(&e).cloned().unwrap_or_default();
        let name = self.literal_name(e);
        let abi = self.cx.fn_abi(self.ty(e), None, Context::Yes);
        let types: Vec<TyId> = lit.captures.iter().map(|&obj| self.capture_type(obj)).collect();
        let pos = self.pos(e);
        let mut f = FuncCx::new(self.cx, self.file, self.pkg, name, abi, pos, self.facts, self.out);
        f.is_literal = true;
        f.defers = lit.defers;
        f.body_returns = lit.body_returns;
        if let Some(context) = f.abi.context {
            let values = f.closure_parts(f.b.params()[context], &types);
            f.bind_captures(&lit.captures, values);
        }
        let ast = &f.file.ast;
        let (params, results) = func_type_fields(ast, ty);
        f.build_body(ast.list(params), ast.list(results), body);
        let func = f.finish();
        let sym = func.sym;
        self.out.funcs.push(func);
        sym
    }

    /// Makes the captured variables known in the closure's function.
    pub(super) fn bind_captures(&mut self, captures: &[ObjId], values: Vec<Val>) {
        for (&obj, v) in captures.iter().zip(values) {
            let storage = match v {
                Val::Mem(addr, _) => Storage::Fixed(addr),
                v if self.facts.needs_memory(self.cx, obj) => {
                    let var = self.b.new_var(Ty::Ptr, Some(self.var_name(obj)));
                    self.b.def_var(var, v.scalar());
                    Storage::Heap(var)
                }
                v => {
                    let shape = self.shape(self.obj_ty(obj));
                    let vars = self.new_vars(&shape, self.var_name(obj));
                    self.def_vars(&vars, &v);
                    Storage::Vars(vars)
                }
            };
            self.vars.insert(obj, storage);
        }
    }
}
