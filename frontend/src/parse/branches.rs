//! Labels and the statements that jump: break, continue, goto, fallthrough (Go spec, Labeled statements and
//! following; gc: `branches.go`).

use rustc_hash::FxHashMap;

use crate::ast::{Ast, Block, BranchKind, DeclKind, ExprKind, Ident, List, One, Stmt, StmtId, StmtKind};
use crate::diag::{Code, Sink};
use crate::source::{Interner, Pos, SourceFile, Symbol, sym};

/// Checks every function body and function literal that has no syntax error.
pub(super) fn check(ast: &Ast, interner: &Interner, src: &SourceFile, sink: &mut Sink) {
    let bodies = ast.list(ast.decls).iter().filter_map(|&d| match ast.decl_nodes[d].kind {
        DeclKind::Func { body, .. } => body.map(|body| ast[body]),
        _ => None,
    });
    let literals = ast.exprs.values().filter_map(|e| match e.kind {
        ExprKind::FuncLit { body, .. } => Some(ast[body]),
        _ => None,
    });
    let broken: Vec<Pos> = sink.diagnostics.iter().map(|d| d.pos).collect();
    for body in bodies.chain(literals) {
        // Nothing is said about a body with an error: the labels may be in the part that was not understood.
        if !broken.iter().any(|&p| body.lbrace <= p && p <= body.rbrace) {
            Body { ast, interner, src, sink, labels: FxHashMap::default(), blocks: Vec::new() }.check(body);
        }
    }
}

/// An enclosing loop, switch or select.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Loop,
    Switch { clauses: usize, type_switch: bool },
    Select,
}

/// A label declared in the function.
struct Label {
    pos: Pos,
    block: usize,
    /// The labeled statement, labels after labels skipped.
    stmt: StmtId,
    used: bool,
}

/// A statement list.
struct BlockInfo {
    parent: Option<usize>,
    start: Pos,
    /// The label of the statement that the block belongs to.
    label: Option<Symbol>,
}

/// What surrounds a statement list.
#[derive(Clone, Copy)]
struct Around {
    breaks: Option<Target>,
    continues: bool,
    /// Index of the clause, directly in a switch.
    clause: Option<usize>,
}

/// A goto whose label has not come yet.
#[derive(Clone, Copy)]
struct Forward {
    label: Ident,
    /// Number of variable declarations passed in the current list before it.
    vars_before: usize,
}

struct Body<'a> {
    ast: &'a Ast,
    interner: &'a Interner,
    src: &'a SourceFile,
    sink: &'a mut Sink,
    labels: FxHashMap<Symbol, Label>,
    blocks: Vec<BlockInfo>,
}

impl Body<'_> {
    fn check(mut self, body: Block) {
        let around = Around { breaks: None, continues: false, clause: None };
        let forward = self.block(None, around, None, body.lbrace, self.ast.list(body.stmts));
        for goto in forward {
            let name = self.text(goto.label);
            let (code, message) = match self.labels.get_mut(&goto.label.name) {
                Some(label) => {
                    label.used = true;
                    let start = self.blocks[label.block].start;
                    let at = self.display(start);
                    (Code::JumpIntoBlock, format!("goto {name} jumps into block starting at {at}"))
                }
                None => (Code::UndeclaredLabel, format!("label {name} not defined")),
            };
            self.error(goto.label.pos, code, message);
        }
        let unused: Vec<_> = self.labels.iter().filter(|(_, l)| !l.used).map(|(&n, l)| (n, l.pos)).collect();
        for (name, pos) in unused {
            let name = self.interner.resolve(name);
            self.sink.soft_error(pos, Code::UnusedLabel, format!("label {name} defined and not used"));
        }
    }

    fn text(&self, id: Ident) -> String {
        self.interner.resolve(id.name).to_string()
    }

    /// A position in the same file as messages show it.
    fn display(&self, pos: Pos) -> String {
        self.src.mention(pos)
    }

    fn error(&mut self, pos: Pos, code: Code, message: impl Into<String>) {
        self.sink.soft_error(pos, code, message);
    }

    /// Checks a statement list; returns the gotos to labels that did not come.
    fn block(
        &mut self,
        parent: Option<usize>,
        around: Around,
        label: Option<Symbol>,
        start: Pos,
        stmts: &[StmtId],
    ) -> Vec<Forward> {
        let block = self.blocks.len();
        self.blocks.push(BlockInfo { parent, start, label });
        let mut list = StmtList { block, around, forward: Vec::new(), vars: Vec::new() };
        for (i, &id) in stmts.iter().enumerate() {
            self.stmt(&mut list, id, i + 1 == stmts.len());
        }
        list.forward
    }

    fn stmt(&mut self, list: &mut StmtList, mut id: StmtId, last: bool) {
        let mut label = None;
        while let StmtKind::Labeled { label: name, stmt } = self.ast.stmts[id].kind {
            if name.name != sym::Blank {
                self.declare(list, name, stmt);
                label = Some(name.name);
            }
            id = stmt;
        }
        let Stmt { pos, kind } = self.ast.stmts[id];
        let around = list.around;
        let inner = Around { clause: None, ..around };
        match kind {
            StmtKind::Decl(decls) => {
                let var = self.ast.list(decls).iter().find_map(|&d| match self.ast.decl_nodes[d].kind {
                    DeclKind::Var { names, .. } => Some(self.ast.list(names)[0]),
                    _ => None,
                });
                if let Some(var) = var {
                    list.vars.push((var.pos, self.text(var)));
                }
            }
            StmtKind::Define { lhs, .. } => {
                let text = crate::ast::print::exprs_to_string(self.ast, self.interner, lhs);
                list.vars.push((pos, text));
            }
            StmtKind::Branch { kind, label: None } => self.plain_branch(list, kind, pos, last),
            StmtKind::Branch { kind, label: Some(target) } => self.labeled_branch(list, kind, target),
            StmtKind::Block(b) => self.inner(list, inner, label, b),
            StmtKind::If { then, els, .. } => {
                self.inner(list, inner, label, then);
                if let Some(els) = els {
                    let start = self.ast.stmts[els].pos;
                    let forward = self.block(Some(list.block), inner, label, start, &[els]);
                    list.adopt(forward);
                }
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                let inner = Around { breaks: Some(Target::Loop), continues: true, clause: None };
                self.inner(list, inner, label, body);
            }
            StmtKind::Switch { tag, clauses, .. } => {
                let guard = |t| matches!(self.ast.exprs[t].kind, ExprKind::TypeSwitchGuard { .. });
                let target = Target::Switch { clauses: clauses.len(), type_switch: tag.is_some_and(guard) };
                for (i, c) in self.ast.list(clauses).iter().enumerate() {
                    let inner = Around { breaks: Some(target), continues: around.continues, clause: Some(i) };
                    self.clause(list, inner, label, c.pos, c.body);
                }
            }
            StmtKind::Select { clauses, .. } => {
                for c in self.ast.list(clauses) {
                    let inner = Around { breaks: Some(Target::Select), ..inner };
                    self.clause(list, inner, label, c.pos, c.body);
                }
            }
            _ => {}
        }
    }

    fn inner(&mut self, list: &mut StmtList, around: Around, label: Option<Symbol>, block: One<Block>) {
        let block = self.ast[block];
        self.clause(list, around, label, block.lbrace, block.stmts);
    }

    fn clause(
        &mut self,
        list: &mut StmtList,
        around: Around,
        label: Option<Symbol>,
        start: Pos,
        stmts: List<StmtId>,
    ) {
        let forward = self.block(Some(list.block), around, label, start, self.ast.list(stmts));
        list.adopt(forward);
    }

    fn declare(&mut self, list: &mut StmtList, name: Ident, stmt: StmtId) {
        let text = self.text(name);
        if let Some(other) = self.labels.get(&name.name) {
            let at = self.display(other.pos);
            self.error(name.pos, Code::DuplicateLabel, format!("label {text} already defined at {at}"));
        } else {
            let label = Label { pos: name.pos, block: list.block, stmt, used: false };
            self.labels.insert(name.name, label);
        }
        let (here, others) = list.forward.iter().partition(|f: &&Forward| f.label.name == name.name);
        list.forward = others;
        for goto in here {
            if let Some(label) = self.labels.get_mut(&name.name) {
                label.used = true;
            }
            if goto.vars_before < list.vars.len()
                && let Some((pos, var)) = list.vars.last()
            {
                let message =
                    format!("goto {text} jumps over declaration of {var} at {}", self.display(*pos));
                self.error(goto.label.pos, Code::JumpOverDecl, message);
            }
        }
    }

    fn plain_branch(&mut self, list: &StmtList, kind: BranchKind, pos: Pos, last: bool) {
        let around = list.around;
        match kind {
            BranchKind::Break if around.breaks.is_none() => {
                self.error(pos, Code::MisplacedBreak, "break is not in a loop, switch, or select");
            }
            BranchKind::Continue if !around.continues => {
                self.error(pos, Code::MisplacedContinue, "continue is not in a loop")
            }
            BranchKind::Fallthrough => {
                let fault = match around.breaks {
                    Some(Target::Switch { type_switch: true, .. }) => "cannot fallthrough in type switch",
                    Some(Target::Switch { clauses, .. }) => match around.clause {
                        Some(i) if last && i + 1 == clauses => "cannot fallthrough final case in switch",
                        Some(_) if last => return,
                        _ => "fallthrough statement out of place",
                    },
                    _ => "fallthrough statement out of place",
                };
                self.error(pos, Code::MisplacedFallthrough, fault);
            }
            _ => {}
        }
    }

    fn labeled_branch(&mut self, list: &mut StmtList, kind: BranchKind, target: Ident) {
        let name = self.text(target);
        if kind == BranchKind::Goto {
            if !self.goto_target(list.block, target.name) {
                list.forward.push(Forward { label: target, vars_before: list.vars.len() });
            }
            return;
        }
        let is_break = kind == BranchKind::Break;
        let word = if is_break { "break" } else { "continue" };
        let Some(label) = self.labels.get_mut(&target.name) else {
            return self.error(
                target.pos,
                Code::UndeclaredLabel,
                format!("{word} label not defined: {name}"),
            );
        };
        label.used = true;
        let fits = match self.ast.stmts[label.stmt].kind {
            StmtKind::For { .. } | StmtKind::Range { .. } => true,
            StmtKind::Switch { .. } | StmtKind::Select { .. } => is_break,
            _ => false,
        };
        if !fits || !self.encloses(target.name, list.block) {
            self.error(target.pos, Code::MisplacedLabel, format!("invalid {word} label {name}"));
        }
    }

    /// Whether the label is declared in this list or one around it.
    fn goto_target(&mut self, block: usize, name: Symbol) -> bool {
        let Some(label) = self.labels.get_mut(&name) else { return false };
        label.used = true;
        let home = label.block;
        let mut at = Some(block);
        while let Some(b) = at {
            if b == home {
                return true;
            }
            at = self.blocks[b].parent;
        }
        false
    }

    /// Whether the block is part of the statement with that label.
    fn encloses(&self, name: Symbol, block: usize) -> bool {
        let mut at = Some(block);
        while let Some(b) = at {
            if self.blocks[b].label == Some(name) {
                return true;
            }
            at = self.blocks[b].parent;
        }
        false
    }
}

/// State while a statement list is checked.
struct StmtList {
    block: usize,
    around: Around,
    forward: Vec<Forward>,
    /// Variable declarations so far: position and text.
    vars: Vec<(Pos, String)>,
}

impl StmtList {
    /// Takes over the open gotos of a list inside this one.
    fn adopt(&mut self, forward: Vec<Forward>) {
        let vars_before = self.vars.len();
        self.forward.extend(forward.into_iter().map(|f| Forward { vars_before, ..f }));
    }
}
