//! The pass before a function is built: which variables need memory of their own, what function literals capture,
//! which expressions have effects that order others.
//!
//! A variable whose address is taken lives in memory. A captured variable is captured by value if it is never
//! assigned after its declaration and is not large (gc: `escape`, "capture by value"), else it lives in memory too
//! and its address is captured. Everything else is in SSA form.

use frontend::ast::{
    Ast, Block, ExprId, ExprKind, Field, GoDefer, List, Signature, SliceBounds, StmtId, UnaryOp,
};
use frontend::object::{ObjId, ObjKind, VarKind};
use frontend::program::{CheckedFile, Mode};
use frontend::source::{Pos, Symbol};
use frontend::types::builtins::Builtin;
use frontend::types::{Ty as GoTy, TyId};
use rustc_hash::{FxHashMap, FxHashSet};

use super::Cx;
use super::subst::Subst;
use super::value::MAX_STACK_SIZE;

/// Largest variable that is captured by value, in bytes (gc: `escape`, `flowClosure`).
const MAX_BY_VALUE: u64 = 128;

/// What happens to a variable.
#[derive(Clone, Copy, Default, Debug)]
pub struct VarFacts {
    /// `&x`, `x[:]` of an array, `x.PointerMethod()`
    pub addr_taken: bool,
    /// Used in a function literal inside its function.
    pub captured: bool,
    /// Assigned again after its declaration.
    pub reassigned: bool,
    /// Of a `for` statement: captured or its address taken in the condition or the post statement.
    pub shared_header: bool,
}

/// A function literal.
#[derive(Clone, Default, Debug)]
pub struct LitFacts {
    /// The variables it uses of the functions around it, in order of first use.
    pub captures: Vec<ObjId>,
    /// Its number among the literals of the function around it, from 1.
    pub number: u32,
    /// Whether it has defer statements of its own.
    pub defers: bool,
    /// Whether the body of a range-over-func loop in it returns from it.
    pub body_returns: bool,
}

/// The body of a range-over-func loop, which is a function.
#[derive(Clone, Default, Debug)]
pub struct BodyFacts {
    /// The variables it uses of the functions around it, in order of first use.
    pub captures: Vec<ObjId>,
    /// Its number among the bodies of the function or body around it, from 1.
    pub number: u32,
    /// Whether a defer statement in it, or in a body in it, defers for the function around them.
    pub defers: bool,
    /// Whether a statement in it, or in a body in it, returns from that function.
    pub returns: bool,
    /// The labels in it, but not in functions and bodies in it.
    pub labels: Vec<Symbol>,
}

/// What is known of a function and the literals in it.
#[derive(Default)]
pub struct Facts {
    /// What stands for the function's type parameters.
    pub subst: Subst,
    /// Local variables; missing ones have no remarkable fact.
    vars: FxHashMap<ObjId, VarFacts>,
    /// Function literals.
    pub lits: FxHashMap<ExprId, LitFacts>,
    /// Bodies of range-over-func loops, by the operand of `range`.
    pub bodies: FxHashMap<ExprId, BodyFacts>,
    /// Expressions in which something is called or received: they order what stands beside them.
    effects: FxHashSet<ExprId>,
    /// Whether the function itself has defer statements.
    pub defers: bool,
    /// Whether the body of a range-over-func loop in it returns from it.
    pub body_returns: bool,
    /// How many literals stand directly in it.
    pub literal_count: u32,
}

impl Facts {
    /// The facts about a declared function.
    pub fn of_func(
        cx: &Cx<'_>,
        file: &CheckedFile,
        results: List<Field>,
        body: &Block,
        subst: Subst,
    ) -> Facts {
        let mut w = Walker::new(cx, file);
        w.facts.subst = subst;
        w.frames[0].results = results;
        w.block(body);
        w.finish()
    }

    /// The facts about an initialiser outside functions. Literals are numbered from `first_literal + 1`.
    pub fn of_initialiser(cx: &Cx<'_>, file: &CheckedFile, e: ExprId, first_literal: u32) -> Facts {
        let mut w = Walker::new(cx, file);
        w.frames[0].literals = first_literal;
        w.expr(e);
        w.finish()
    }

    /// The facts about a variable.
    pub fn var(&self, obj: ObjId) -> VarFacts {
        self.vars.get(&obj).copied().unwrap_or_default()
    }

    /// Whether evaluating the expression calls or receives something.
    pub fn has_effects(&self, e: ExprId) -> bool {
        self.effects.contains(&e)
    }

    /// Whether a variable has to live in memory of its own, outside SSA form and shared by address.
    pub fn needs_memory(&self, cx: &Cx<'_>, obj: ObjId) -> bool {
        let f = self.var(obj);
        f.addr_taken || self.by_reference(cx, obj) || self.size_of(cx, obj) > MAX_STACK_SIZE
    }

    /// The size of a variable.
    fn size_of(&self, cx: &Cx<'_>, obj: ObjId) -> u64 {
        cx.size_of(cx.apply(&self.subst, cx.prog.objects.ty(obj)))
    }

    /// Whether literals capture the variable's address.
    pub fn by_reference(&self, cx: &Cx<'_>, obj: ObjId) -> bool {
        self.var(obj).captured && !self.by_value(cx, obj)
    }

    /// Whether literals that capture the variable capture its value rather than its address.
    pub fn by_value(&self, cx: &Cx<'_>, obj: ObjId) -> bool {
        let f = self.var(obj);
        let is_result = matches!(cx.prog.objects.get(obj).kind, ObjKind::Var(VarKind::Result));
        !is_result && !f.addr_taken && !f.reassigned && self.size_of(cx, obj) <= MAX_BY_VALUE
    }
}

/// Whether loops of a file have new variables in each iteration: since Go 1.22 (Go spec, For statements).
pub fn loop_vars_per_iteration(file: &CheckedFile) -> bool {
    file.lang >= 22
}

/// The function, literal or body of a range-over-func loop being walked.
#[derive(Default)]
struct Frame {
    is_body: bool,
    results: List<Field>,
    captures: Vec<ObjId>,
    literals: u32,
    bodies: u32,
    defers: bool,
    returns: bool,
    labels: Vec<Symbol>,
}

struct Walker<'a, 'p> {
    cx: &'a Cx<'p>,
    file: &'a CheckedFile,
    /// Each iteration of a loop has its own variables.
    per_iteration: bool,
    ast: &'a Ast,
    facts: Facts,
    frames: Vec<Frame>,
    /// In which frame a variable was declared; those of the outermost function are missing.
    owner: FxHashMap<ObjId, usize>,
}

impl<'a, 'p> Walker<'a, 'p> {
    fn new(cx: &'a Cx<'p>, file: &'a CheckedFile) -> Self {
        Walker {
            cx,
            per_iteration: loop_vars_per_iteration(file),
            file,
            ast: &file.ast,
            facts: Facts::default(),
            frames: vec![Frame::default()],
            owner: FxHashMap::default(),
        }
    }

    fn finish(mut self) -> Facts {
        let outer = self.frames.pop().expect("the outermost frame");
        self.facts.defers = outer.defers;
        self.facts.body_returns = outer.returns;
        self.facts.literal_count = outer.literals;
        self.facts
    }

    fn fact(&mut self, obj: ObjId) -> &mut VarFacts {
        self.facts.vars.entry(obj).or_default()
    }

    /// The variable a name denotes, if it belongs to a function.
    fn local(&self, e: ExprId) -> Option<ObjId> {
        let obj = *self.file.info.uses.get(&e)?;
        match self.cx.prog.objects.get(obj).kind {
            ObjKind::Var(VarKind::Global) => None,
            ObjKind::Var(_) => Some(obj),
            _ => None,
        }
    }

    fn declare(&mut self, pos: Pos) {
        if let Some(&obj) = self.file.info.defs.get(&pos) {
            self.declare_obj(obj);
        }
    }

    fn declare_obj(&mut self, obj: ObjId) {
        let depth = self.frames.len() - 1;
        if depth > 0 {
            self.owner.insert(obj, depth);
        }
    }

    fn declare_fields(&mut self, fields: List<Field>) {
        for f in self.ast.list(fields) {
            if let Some(name) = f.name {
                self.declare(name.pos);
            }
        }
    }

    fn use_var(&mut self, obj: ObjId) {
        let owner = self.owner.get(&obj).copied().unwrap_or(0);
        let depth = self.frames.len() - 1;
        if owner == depth {
            return;
        }
        self.fact(obj).captured = true;
        for frame in &mut self.frames[owner + 1..] {
            if !frame.captures.contains(&obj) {
                frame.captures.push(obj);
            }
        }
    }

    /// The variable that is changed when the operand `e` is changed in place, if it is one of a function.
    fn outer_var(&self, mut e: ExprId) -> Option<ObjId> {
        loop {
            match self.ast.exprs[e].kind {
                ExprKind::Paren(x) => e = x,
                ExprKind::Name(_) => return self.local(e),
                ExprKind::Selector { x, .. } => {
                    let s = self.file.info.selections.get(&e)?;
                    if self.passes_pointer(self.subst(s.recv), &s.path) {
                        return None;
                    }
                    e = x;
                }
                ExprKind::Index { x, .. } if self.is_array(x) => e = x,
                _ => return None,
            }
        }
    }

    /// The canonical type of an expression.
    fn ty(&self, e: ExprId) -> TyId {
        self.subst(self.file.info.expr(e).ty)
    }

    fn subst(&self, ty: TyId) -> TyId {
        self.cx.apply(&self.facts.subst, ty)
    }

    fn is_array(&self, e: ExprId) -> bool {
        matches!(self.cx.types().under(self.ty(e)), GoTy::Array { .. })
    }

    /// Whether following `path` from a value of type `ty` goes through a pointer. The last step counts where a
    /// pointer has to be followed to get to its operand.
    fn passes_pointer(&self, ty: TyId, path: &[u32]) -> bool {
        let mut ty = ty;
        for &i in path {
            match self.cx.types().under(ty) {
                GoTy::Pointer(_) => return true,
                GoTy::Struct(fields) => ty = fields[i as usize].ty,
                _ => return true,
            }
        }
        false
    }

    fn take_address(&mut self, e: ExprId) {
        if let Some(obj) = self.outer_var(e) {
            self.fact(obj).addr_taken = true;
        }
    }

    /// `e` is assigned to.
    fn assign(&mut self, e: ExprId) {
        if let Some(obj) = self.outer_var(e) {
            self.fact(obj).reassigned = true;
        }
    }

    // Expressions; the results say whether something is called or received.

    fn exprs(&mut self, list: List<ExprId>) -> bool {
        let mut effects = false;
        for &e in self.ast.list(list) {
            effects |= self.expr(e);
        }
        effects
    }

    fn opt(&mut self, e: Option<ExprId>) -> bool {
        e.is_some_and(|e| self.expr(e))
    }

    fn expr(&mut self, e: ExprId) -> bool {
        let info = self.file.info.expr(e);
        if matches!(info.mode, Mode::Type | Mode::Constant | Mode::Nil | Mode::Package) {
            return false;
        }
        let effects = self.expr_kind(e);
        if effects {
            self.facts.effects.insert(e);
        }
        effects
    }

    fn expr_kind(&mut self, e: ExprId) -> bool {
        match self.ast.exprs[e].kind {
            ExprKind::Name(_) => {
                if let Some(obj) = self.local(e) {
                    self.use_var(obj);
                }
                false
            }
            ExprKind::CompositeLit { value, .. } => self.composite(e, self.ast[value].elems),
            ExprKind::KeyValue { key, value } => self.expr(key) | self.expr(value),
            ExprKind::FuncLit { ty, body } => {
                self.func_lit(e, ty, &self.ast[body]);
                false
            }
            ExprKind::Paren(x) => self.expr(x),
            ExprKind::Selector { x, .. } => self.selector(e, x),
            ExprKind::Index { x, index } => self.expr(x) | self.expr(index),
            ExprKind::Slice { x, bounds } => {
                let SliceBounds { lo, hi, max, .. } = self.ast[bounds];
                if self.is_array(x) {
                    self.take_address(x);
                }
                self.expr(x);
                self.opt(lo);
                self.opt(hi);
                self.opt(max);
                true
            }
            ExprKind::TypeAssert { x, .. } => {
                self.expr(x);
                true
            }
            ExprKind::TypeSwitchGuard { x, .. } => self.expr(x),
            ExprKind::Unary { op, x } => {
                if op == UnaryOp::Addr {
                    self.take_address(x);
                }
                self.expr(x) | (op == UnaryOp::Recv)
            }
            ExprKind::Star(x) => self.expr(x),
            ExprKind::Binary { x, y, .. } => self.expr(x) | self.expr(y),
            ExprKind::Call { fun, args, .. } => self.call(fun, args),
            ExprKind::List(items) => self.exprs(items),
            ExprKind::Bad
            | ExprKind::BasicLit { .. }
            | ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::DotsType(_)
            | ExprKind::StructType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::FuncType(_)
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. } => false,
        }
    }

    fn composite(&mut self, e: ExprId, elems: List<ExprId>) -> bool {
        let ty = self.ty(e);
        let types = self.cx.types();
        let base = types.under(match types.under(ty) {
            GoTy::Pointer(t) => *t,
            _ => ty,
        });
        let fields_are_names = matches!(base, GoTy::Struct(_));
        let mut effects = false;
        for &elem in self.ast.list(elems) {
            effects |= match self.ast.exprs[elem].kind {
                ExprKind::KeyValue { value, .. } if fields_are_names => self.expr(value),
                ExprKind::KeyValue { key, value } => self.expr(key) | self.expr(value),
                _ => self.expr(elem),
            };
        }
        effects
    }

    fn selector(&mut self, e: ExprId, x: ExprId) -> bool {
        let takes_address = self.file.info.selections.get(&e).is_some_and(|s| s.takes_address);
        if takes_address {
            let s = &self.file.info.selections[&e];
            if !self.passes_pointer(self.subst(s.recv), &s.path) {
                self.take_address(x);
            }
        }
        self.expr(x)
    }

    fn call(&mut self, fun: ExprId, args: List<ExprId>) -> bool {
        let operands = self.expr(fun) | self.exprs(args);
        match self.file.info.expr(fun).mode {
            Mode::Type => operands,
            Mode::Builtin => operands | self.builtin(fun).is_none_or(has_effect),
            _ => true,
        }
    }

    fn builtin(&self, fun: ExprId) -> Option<Builtin> {
        let obj = *self.file.info.uses.get(&self.ast.unparen(fun))?;
        match self.cx.prog.objects.get(obj).kind {
            ObjKind::Builtin(b) => Some(b),
            _ => None,
        }
    }

    fn func_lit(&mut self, e: ExprId, ty: ExprId, body: &Block) {
        let parent = self.frames.last_mut().expect("a frame");
        parent.literals += 1;
        let number = parent.literals;
        self.frames.push(Frame::default());
        if let ExprKind::FuncType(signature) = self.ast.exprs[ty].kind {
            let Signature { params, results } = self.ast[signature];
            self.declare_fields(params);
            self.declare_fields(results);
            self.frames.last_mut().expect("a frame").results = results;
        }
        self.block(body);
        let Frame { captures, defers, returns, .. } = self.frames.pop().expect("the literal's frame");
        let lit = LitFacts { captures, number, defers, body_returns: returns };
        self.facts.lits.insert(e, lit);
    }

    /// The function around the bodies of range-over-func loops that are being walked, and these bodies.
    fn real_frame(&mut self) -> &mut [Frame] {
        let start =
            self.frames.iter().rposition(|f| !f.is_body).expect("the outermost frame is a function's");
        &mut self.frames[start..]
    }

    /// `return` in the body of a range-over-func loop stores the results for the function around it.
    fn return_from_body(&mut self) {
        let [real, bodies @ ..] = self.real_frame() else { return };
        if bodies.is_empty() {
            return;
        }
        real.returns = true;
        bodies.iter_mut().for_each(|b| b.returns = true);
        let results = real.results;
        for name in self.ast.list(results).iter().filter_map(|f| f.name) {
            if let Some(&obj) = self.file.info.defs.get(&name.pos) {
                self.fact(obj).captured = true;
            }
        }
    }

    // Statements

    fn block(&mut self, b: &Block) {
        self.stmts(b.stmts);
    }

    fn stmts(&mut self, list: List<StmtId>) {
        for &s in self.ast.list(list) {
            self.stmt(s);
        }
    }

    fn opt_stmt(&mut self, s: Option<StmtId>) {
        if let Some(s) = s {
            self.stmt(s);
        }
    }

    fn stmt(&mut self, s: StmtId) {
        use frontend::ast::StmtKind::*;
        match self.ast.stmts[s].kind {
            Bad | Empty | Branch { .. } => {}
            Labeled { label, stmt } => {
                self.frames.last_mut().expect("a frame").labels.push(label.name);
                self.stmt(stmt);
            }
            Block(b) => self.block(&self.ast[b]),
            Expr(e) => {
                self.expr(e);
            }
            Send { chan, value } => {
                self.expr(chan);
                self.expr(value);
            }
            IncDec { x, .. } => {
                self.expr(x);
                self.assign(x);
            }
            Assign { lhs, rhs } => {
                self.exprs(lhs);
                self.exprs(rhs);
                self.ast.list(lhs).iter().for_each(|&e| self.assign(e));
            }
            Define { lhs, rhs } => {
                self.exprs(rhs);
                self.define(lhs);
            }
            OpAssign { x, y, .. } => {
                self.expr(x);
                self.expr(y);
                self.assign(x);
            }
            GoDefer { kind, call } => {
                self.expr(call);
                if kind == self::GoDefer::Defer {
                    self.real_frame().iter_mut().for_each(|f| f.defers = true);
                }
            }
            Return(results) => {
                self.exprs(results);
                self.return_from_body();
            }
            If { init, cond, then, els } => {
                self.opt_stmt(init);
                self.expr(cond);
                self.block(&self.ast[then]);
                self.opt_stmt(els);
            }
            For { init, cond, post, body } => self.for_stmt(init, cond, post, &self.ast[body]),
            Range { key, value, define, x, body } => self.range(key, value, define, x, &self.ast[body]),
            Switch { init, tag, clauses, .. } => {
                self.opt_stmt(init);
                self.opt(tag);
                for c in self.ast.list(clauses) {
                    if let Some(&obj) = self.file.info.implicits.get(&c.pos) {
                        self.declare_obj(obj);
                    }
                    self.exprs(c.exprs);
                    self.stmts(c.body);
                }
            }
            Select { clauses, .. } => {
                for c in self.ast.list(clauses) {
                    self.opt_stmt(c.comm);
                    self.stmts(c.body);
                }
            }
            Decl(decls) => {
                for &d in self.ast.list(decls) {
                    if let frontend::ast::DeclKind::Var { names, values, .. } = self.ast.decl_nodes[d].kind {
                        self.exprs(values);
                        self.ast.list(names).iter().for_each(|n| self.declare(n.pos));
                    }
                }
            }
        }
    }

    /// The left sides of `:=`: new variables are declared, others assigned.
    fn define(&mut self, lhs: List<ExprId>) {
        for &e in self.ast.list(lhs) {
            let pos = self.ast.exprs[e].pos;
            if self.file.info.defs.contains_key(&pos) {
                self.declare(pos);
            } else {
                self.expr(e);
                self.assign(e);
            }
        }
    }

    /// The variables of a `for` statement are one set for the header and another for each iteration's body: what
    /// the header assigns does not make the body's variables reassigned.
    fn for_stmt(&mut self, init: Option<StmtId>, cond: Option<ExprId>, post: Option<StmtId>, body: &Block) {
        let vars = self.loop_vars(init);
        self.opt_stmt(init);
        self.opt(cond);
        self.opt_stmt(post);
        for &v in vars.iter().filter(|_| self.per_iteration).collect::<Vec<_>>() {
            let f = self.fact(v);
            f.shared_header = f.captured || f.addr_taken;
            f.reassigned = f.shared_header;
        }
        self.block(body);
    }

    /// The variables that the init statement of a `for` declares.
    fn loop_vars(&self, init: Option<StmtId>) -> Vec<ObjId> {
        match init.map(|s| self.ast.stmts[s].kind) {
            Some(frontend::ast::StmtKind::Define { lhs, .. }) => {
                let defs = &self.file.info.defs;
                self.ast.list(lhs).iter().filter_map(|&e| defs.get(&self.ast.exprs[e].pos).copied()).collect()
            }
            _ => Vec::new(),
        }
    }

    fn range(&mut self, key: Option<ExprId>, value: Option<ExprId>, define: bool, x: ExprId, body: &Block) {
        self.expr(x);
        if matches!(self.cx.types().under(self.ty(x)), GoTy::Func(_)) {
            return self.range_func([key, value], define, x, body);
        }
        for e in [key, value].into_iter().flatten() {
            if define {
                let pos = self.ast.exprs[e].pos;
                self.declare(pos);
                if let Some(&obj) = self.file.info.defs.get(&pos).filter(|_| !self.per_iteration) {
                    self.fact(obj).reassigned = true;
                }
            } else {
                self.expr(e);
                self.assign(e);
            }
        }
        self.block(body);
    }

    /// The body is a function of its own; the iteration variables are its parameters or are assigned in it.
    fn range_func(&mut self, targets: [Option<ExprId>; 2], define: bool, x: ExprId, body: &Block) {
        let parent = self.frames.last_mut().expect("a frame");
        parent.bodies += 1;
        let number = parent.bodies;
        self.frames.push(Frame { is_body: true, ..Frame::default() });
        for e in targets.into_iter().flatten() {
            if define {
                self.declare(self.ast.exprs[e].pos);
            } else {
                self.expr(e);
                self.assign(e);
            }
        }
        self.block(body);
        let Frame { captures, defers, returns, labels, .. } = self.frames.pop().expect("the body's frame");
        self.facts.bodies.insert(x, BodyFacts { captures, number, defers, returns, labels });
    }
}

/// Whether a call of the predeclared function changes something.
fn has_effect(b: Builtin) -> bool {
    use Builtin::*;
    matches!(b, Append | Clear | Close | Copy | Delete | Panic | Print | Println | Recover)
}
