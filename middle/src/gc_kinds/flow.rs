//! A function body as gc 1.27 sees it once its front end has dropped dead code: the events that its choice of defer
//! kinds depends on, in source order (gc: `noder/writer.go` for dead code, `walk/switch.go` for lookup tables).

use frontend::ast::{
    BinaryOp, Block, BranchKind, CaseClause, ExprId, ExprKind, Field, GoDefer, List, One, StmtId, StmtKind,
    UnaryOp,
};
use frontend::program::{CheckedFile, Mode, Program};
use frontend::source::{Pos, Symbol};
use frontend::types::Ty;
use frontend::types::builtins::Builtin;

/// What happens in a body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// A label.
    Label(Symbol),
    /// A goto to it.
    Goto(Symbol),
    /// The body of an `if` or of a clause, up to its [`Event::End`].
    Block,
    /// A `for` or `range` loop, likewise.
    Loop,
    /// A range over a function, whose body is a function of its own, likewise.
    RangeFunc,
    /// See [`Event::Block`].
    End,
    /// A `return`, or a table of constants to return.
    Return,
    /// A defer statement.
    Defer(Pos),
}

/// The events of a body, and what of it is dead.
#[derive(Default, Debug)]
pub struct Flow {
    /// In source order.
    pub events: Vec<Event>,
    /// Stretches of source, end excluded.
    pub dead: Vec<(Pos, Pos)>,
}

/// Whether a function with these results has a single one, and that is no interface.
pub fn one_plain_result(prog: &Program, file: &CheckedFile, results: &[Field]) -> bool {
    let is_interface = |ty| matches!(prog.types.under(file.info.expr(ty).ty), Ty::Interface(_));
    matches!(results, [r] if !is_interface(r.ty))
}

/// Reads a body; `one_result` as [`one_plain_result`] says.
pub fn read(prog: &Program, file: &CheckedFile, body: &Block, one_result: bool) -> Flow {
    let mut r = Reader { prog, file, one_result, range_funcs: 0, flow: Flow::default() };
    r.stmts(body.stmts, body.rbrace);
    r.flow
}

struct Reader<'p> {
    prog: &'p Program,
    file: &'p CheckedFile,
    one_result: bool,
    /// How many ranges over functions enclose the statement.
    range_funcs: u32,
    flow: Flow,
}

impl Reader<'_> {
    fn kind(&self, id: StmtId) -> StmtKind {
        self.file.ast.stmts[id].kind
    }

    fn within(&mut self, event: Event, body: impl FnOnce(&mut Self)) {
        self.flow.events.push(event);
        body(self);
        self.flow.events.push(Event::End);
    }

    fn dead(&mut self, from: Pos, to: Pos) {
        self.flow.dead.push((from, to));
    }

    /// A list of statements that ends before `end`.
    fn stmts(&mut self, list: List<StmtId>, end: Pos) {
        let stmts = self.file.ast.list(list).to_vec();
        let is_label = |r: &Self, id: &StmtId| matches!(r.kind(*id), StmtKind::Labeled { .. });
        let last_label = stmts.iter().rposition(|id| is_label(self, id));
        // Dropped early, or, in front of a label, only after everything has been counted.
        let (mut dropped, mut left) = (false, false);
        for (i, &id) in stmts.iter().enumerate() {
            let pos = self.file.ast.stmts[id].pos;
            if dropped && last_label.is_none_or(|l| i > l) {
                return self.dead(pos, end);
            }
            let next = stmts.get(i + 1).map_or(end, |&n| self.file.ast.stmts[n].pos);
            left &= !is_label(self, &id);
            if left {
                self.dead(pos, next);
            }
            self.stmt(id, next);
            dropped = self.terminates(id);
            left |= dropped || self.jumps(id);
        }
    }

    fn block(&mut self, b: One<Block>) {
        let b = self.file.ast[b];
        self.stmts(b.stmts, b.rbrace);
    }

    fn stmt(&mut self, id: StmtId, end: Pos) {
        let pos = self.file.ast.stmts[id].pos;
        match self.kind(id) {
            StmtKind::Labeled { label, stmt } => {
                self.flow.events.push(Event::Label(label.name));
                self.stmt(stmt, end);
            }
            StmtKind::Block(b) => self.block(b),
            StmtKind::Branch { kind: BranchKind::Goto, label: Some(label) } => {
                self.flow.events.push(Event::Goto(label.name));
            }
            StmtKind::GoDefer { kind: GoDefer::Defer, .. } => self.flow.events.push(Event::Defer(pos)),
            StmtKind::Return(_) => self.flow.events.push(Event::Return),
            StmtKind::If { cond, then, els, .. } => self.if_(cond, then, els, end),
            StmtKind::For { cond, body, .. } => {
                if cond.is_some_and(|c| self.static_bool(c) == Some(false)) {
                    let body = self.file.ast[body];
                    return self.dead(body.lbrace, body.rbrace);
                }
                self.within(Event::Loop, |r| r.block(body));
            }
            StmtKind::Range { x, body, .. } => match self.is_func(x) {
                true => self.within(Event::RangeFunc, |r| {
                    r.range_funcs += 1;
                    r.block(body);
                    r.range_funcs -= 1;
                }),
                false => self.within(Event::Loop, |r| r.block(body)),
            },
            StmtKind::Switch { tag, clauses, rbrace, .. } => self.switch(tag, clauses, rbrace),
            StmtKind::Select { clauses, rbrace } => {
                let clauses = self.file.ast.list(clauses).to_vec();
                for (i, c) in clauses.iter().enumerate() {
                    let end = clauses.get(i + 1).map_or(rbrace, |n| n.pos);
                    self.within(Event::Block, |r| r.stmts(c.body, end));
                }
            }
            _ => {}
        }
    }

    fn if_(&mut self, cond: ExprId, then: One<Block>, els: Option<StmtId>, end: Pos) {
        let cond = self.static_bool(cond);
        match cond {
            Some(false) => {
                let then = self.file.ast[then];
                self.dead(then.lbrace, then.rbrace);
            }
            _ => self.within(Event::Block, |r| r.block(then)),
        }
        match (els, cond) {
            (Some(els), Some(true)) => self.dead(self.file.ast.stmts[els].pos, end),
            (Some(els), _) => self.within(Event::Block, |r| r.stmt(els, end)),
            (None, _) => {}
        }
    }

    fn switch(&mut self, tag: Option<ExprId>, clauses: List<CaseClause>, rbrace: Pos) {
        let clauses = self.file.ast.list(clauses).to_vec();
        let only = self.constant_switch(tag, &clauses);
        let table = if only.is_none() { self.lookup_table(tag, &clauses) } else { Vec::new() };
        if !table.is_empty() {
            self.flow.events.push(Event::Return);
        }
        for (i, c) in clauses.iter().enumerate() {
            let end = clauses.get(i + 1).map_or(rbrace, |n| n.pos);
            match only {
                Some(target) if target != Some(i) => self.dead(c.pos, end),
                _ if table.contains(&i) => {}
                _ => self.within(Event::Block, |r| r.stmts(c.body, end)),
            }
        }
    }

    /// Of a switch whose tag and cases are constant up to the one that is taken: that clause, if there is one.
    fn constant_switch(&self, tag: Option<ExprId>, clauses: &[CaseClause]) -> Option<Option<usize>> {
        let value = |e: ExprId| self.file.info.consts.get(&e);
        let tag = match tag {
            Some(tag) if matches!(self.file.ast.exprs[tag].kind, ExprKind::TypeSwitchGuard { .. }) => {
                return None;
            }
            Some(tag) => Some(value(tag)?),
            None => None,
        };
        let mut target = None;
        'clauses: for (i, c) in clauses.iter().enumerate() {
            if c.is_default {
                target = Some(i);
            }
            for &case in self.file.ast.list(c.exprs) {
                let case = value(case)?;
                let taken = match tag {
                    Some(tag) => tag == case,
                    None => case.as_bool() == Some(true),
                };
                if taken {
                    target = Some(i);
                    break 'clauses;
                }
            }
        }
        match target {
            Some(i) if self.falls_through(&clauses[i]) => None,
            target => Some(target),
        }
    }

    fn falls_through(&self, c: &CaseClause) -> bool {
        let last = self.file.ast.list(c.body).last();
        last.is_some_and(|&s| matches!(self.kind(s), StmtKind::Branch { kind: BranchKind::Fallthrough, .. }))
    }

    /// The clauses of a switch over integers that become one lookup in a table of results, one `return` in all.
    fn lookup_table(&self, tag: Option<ExprId>, clauses: &[CaseClause]) -> Vec<usize> {
        const LEAST_CASES: usize = 4;
        const LEAST_PERCENT: i128 = 40;
        let is_integer = |e: ExprId| {
            let types = &self.prog.types;
            types.basic(types.underlying(self.file.info.expr(e).ty)).is_some_and(|b| b.is_integer())
        };
        if !self.one_result || self.range_funcs > 0 || !tag.is_some_and(is_integer) {
            return Vec::new();
        }
        let (mut table, mut values) = (Vec::new(), Vec::new());
        let mut after_fallthrough = false;
        for (i, c) in clauses.iter().enumerate() {
            let reached_by_fallthrough = std::mem::replace(&mut after_fallthrough, self.falls_through(c));
            if c.is_default {
                continue;
            }
            let cases = self.file.ast.list(c.exprs).iter();
            let cases = cases.map(|e| self.file.info.consts.get(e)?.to_i64()).collect::<Option<Vec<_>>>();
            let Some(cases) = cases else { return Vec::new() };
            if self.returns_constant(c) && !reached_by_fallthrough {
                table.push(i);
                values.extend(cases);
            }
        }
        let (Some(&least), Some(&most)) = (values.iter().min(), values.iter().max()) else {
            return Vec::new();
        };
        let size = i128::from(most) - i128::from(least) + 1;
        let dense = values.len() as i128 * 100 >= size * LEAST_PERCENT;
        if values.len() < LEAST_CASES || !dense { Vec::new() } else { table }
    }

    fn returns_constant(&self, c: &CaseClause) -> bool {
        let &[only] = self.file.ast.list(c.body) else { return false };
        let StmtKind::Return(values) = self.kind(only) else { return false };
        matches!(self.file.ast.list(values), [v] if self.file.info.consts.contains_key(v))
    }

    fn is_func(&self, x: ExprId) -> bool {
        matches!(self.prog.types.under(self.file.info.expr(x).ty), Ty::Func(_))
    }

    fn terminates(&self, id: StmtId) -> bool {
        match self.kind(id) {
            StmtKind::Branch { kind: BranchKind::Goto, .. } | StmtKind::Return(_) => true,
            StmtKind::Expr(e) => self.is_panic(e),
            StmtKind::If { cond, then, els, .. } => {
                let cond = self.static_bool(cond);
                let els = |r: &Self| els.is_some_and(|e| r.terminates(e));
                (cond == Some(false) || self.last_terminates(then)) && (cond == Some(true) || els(self))
            }
            StmtKind::Block(b) => self.last_terminates(b),
            _ => false,
        }
    }

    fn jumps(&self, id: StmtId) -> bool {
        matches!(self.kind(id), StmtKind::Branch { kind: BranchKind::Break | BranchKind::Continue, .. })
    }

    fn last_terminates(&self, b: One<Block>) -> bool {
        let is_empty = |s: &&StmtId| matches!(self.kind(**s), StmtKind::Empty);
        self.file
            .ast
            .list(self.file.ast[b].stmts)
            .iter()
            .rfind(|s| !is_empty(s))
            .is_some_and(|&s| self.terminates(s))
    }

    fn is_panic(&self, e: ExprId) -> bool {
        let ExprKind::Call { fun, .. } = self.file.ast.exprs[self.file.ast.unparen(e)].kind else {
            return false;
        };
        let fun = self.file.ast.unparen(fun);
        let is_name = matches!(self.file.ast.exprs[fun].kind, ExprKind::Name(name)
            if self.prog.interner.resolve(name) == Builtin::Panic.name());
        is_name && self.file.info.expr(fun).mode == Mode::Builtin
    }

    /// The value of a condition that is constant, or is once its constant parts are.
    fn static_bool(&self, e: ExprId) -> Option<bool> {
        if let Some(v) = self.file.info.consts.get(&e) {
            return v.as_bool();
        }
        match self.file.ast.exprs[e].kind {
            ExprKind::Paren(x) => self.static_bool(x),
            ExprKind::Unary { op: UnaryOp::Not, x } => self.static_bool(x).map(|b| !b),
            ExprKind::Binary { op: op @ (BinaryOp::AndAnd | BinaryOp::OrOr), x, y } => {
                let decides = op == BinaryOp::OrOr;
                match (self.static_bool(x), self.static_bool(y)) {
                    (Some(x), _) if x == decides => Some(decides),
                    (Some(_), y) => y,
                    (None, Some(y)) if y == decides => Some(decides),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}
