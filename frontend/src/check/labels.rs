//! Labels and branches (Go spec, Labeled statements, Break, Continue, Goto, Fallthrough statements;
//! gc: `syntax/branches.go`).
//!
//! One walk over a function's body. Each block hands the `goto`s whose label it has not seen yet to the block around
//! it; a label that is found only then is in scope, one that is found in a block already left is not.

use rustc_hash::FxHashMap;

use super::Checker;
use crate::ast::{Block, BranchKind, DeclKind, ExprKind, Ident, StmtId, StmtKind};
use crate::diag::Code;
use crate::source::{Pos, Symbol, sym};

/// A label declared in the function.
struct Label {
    ident: Ident,
    stmt: StmtId,
    /// The block that declares it.
    block: usize,
    used: bool,
}

/// A block of statements.
struct BlockScope {
    parent: Option<usize>,
    start: Pos,
    /// The labelled statement that the block belongs to.
    labelled: Option<StmtId>,
}

/// What unlabelled branches refer to.
#[derive(Clone, Copy, Default)]
struct Targets {
    breaks: Option<StmtId>,
    continues: bool,
    /// Index of the clause of the innermost switch, if directly in one.
    case: Option<usize>,
}

/// A `goto` to a label further on. The number tells apart those before a variable declaration.
struct Forward {
    label: Ident,
    number: usize,
}

#[derive(Default)]
struct Labels {
    by_name: FxHashMap<Symbol, Label>,
    blocks: Vec<BlockScope>,
    gotos: usize,
}

/// The latest variable declaration of a block, which a `goto` from before it must not jump over.
struct Declared {
    pos: Pos,
    name: String,
    /// Gotos with smaller numbers stand before it.
    gotos: usize,
}

impl Checker<'_> {
    /// Checks all branches of a function's body.
    pub(super) fn check_branches(&mut self, body: Block) {
        let mut labels = Labels::default();
        let stmts = self.ast().list(body.stmts);
        let forward = self.branches_of_block(&mut labels, None, Targets::default(), None, body.lbrace, stmts);
        for f in forward {
            let name = self.name(f.label.name);
            match labels.by_name.get_mut(&f.label.name) {
                Some(l) => {
                    l.used = true;
                    let at = self.show_pos(labels.blocks[l.block].start);
                    let text = format!("goto {name} jumps into block starting at {at}");
                    self.error(f.label.pos, Code::JumpIntoBlock, text);
                }
                None => self.error(f.label.pos, Code::UndeclaredLabel, format!("label {name} not defined")),
            }
        }
        let mut unused: Vec<Ident> = labels.by_name.values().filter(|l| !l.used).map(|l| l.ident).collect();
        unused.sort_by_key(|l| l.pos);
        for l in unused {
            self.soft_error(l.pos, Code::UnusedLabel, format!("label {} defined and not used", self.name(l.name)));
        }
    }

    fn branches_of_block(
        &mut self,
        labels: &mut Labels,
        parent: Option<usize>,
        targets: Targets,
        labelled: Option<StmtId>,
        start: Pos,
        stmts: &[StmtId],
    ) -> Vec<Forward> {
        let block = labels.blocks.len();
        labels.blocks.push(BlockScope { parent, start, labelled });
        let mut forward: Vec<Forward> = Vec::new();
        let mut declared: Option<Declared> = None;
        let is_empty = |c: &Self, s: StmtId| matches!(c.ast().stmts[s].kind, StmtKind::Empty);
        let len = stmts.iter().rposition(|&s| !is_empty(self, s)).map_or(0, |i| i + 1);
        for (i, &s) in stmts[..len].iter().enumerate() {
            let mut s = s;
            let mut labelled = None;
            while let StmtKind::Labeled { label, stmt } = self.ast().stmts[s].kind {
                if label.name != sym::Blank {
                    self.declare_label(labels, block, label, s);
                    self.resolve_forward(labels, &mut forward, label, declared.as_ref());
                    labelled = Some(s);
                }
                s = stmt;
            }
            if let Some((pos, name)) = self.declared_variable(s) {
                declared = Some(Declared { pos, name, gotos: labels.gotos });
            }
            if let StmtKind::Branch { kind, label } = self.ast().stmts[s].kind {
                match label {
                    Some(label) => self.labelled_branch(labels, block, kind, label, &mut forward),
                    None => self.plain_branch(s, kind, targets, i + 1 == len),
                }
            } else {
                self.inner_blocks(labels, block, targets, labelled, s, &mut forward);
            }
        }
        forward
    }

    fn declare_label(&mut self, labels: &mut Labels, block: usize, ident: Ident, stmt: StmtId) {
        if let Some(other) = labels.by_name.get(&ident.name) {
            let at = self.show_pos(other.ident.pos);
            let text = format!("label {} already defined at {at}", self.name(ident.name));
            self.error(ident.pos, Code::DuplicateLabel, text);
            return;
        }
        labels.by_name.insert(ident.name, Label { ident, stmt, block, used: false });
    }

    /// Settles the gotos that waited for this label.
    fn resolve_forward(
        &mut self,
        labels: &mut Labels,
        forward: &mut Vec<Forward>,
        label: Ident,
        declared: Option<&Declared>,
    ) {
        forward.retain(|f| {
            if f.label.name != label.name {
                return true;
            }
            if let Some(l) = labels.by_name.get_mut(&label.name) {
                l.used = true;
            }
            if let Some(d) = declared.filter(|d| f.number < d.gotos) {
                let at = self.show_pos(d.pos);
                let text = format!("goto {} jumps over declaration of {} at {at}", self.name(label.name), d.name);
                self.error(f.label.pos, Code::JumpOverDecl, text);
            }
            false
        });
    }

    /// Position and name of the first variable that a statement declares.
    fn declared_variable(&self, s: StmtId) -> Option<(Pos, String)> {
        let stmt = self.ast().stmts[s];
        match stmt.kind {
            StmtKind::Decl(decls) => self.ast().list(decls).iter().find_map(|&d| match self.ast().decl_nodes[d].kind {
                DeclKind::Var { names, .. } => {
                    let first = self.ast().list(names).first()?;
                    Some((self.ast().decl_nodes[d].pos, self.name(first.name).to_string()))
                }
                _ => None,
            }),
            StmtKind::Define { lhs, .. } => {
                let names: Vec<String> = self.ast().list(lhs).iter().map(|&e| self.expr_str(e)).collect();
                Some((stmt.pos, names.join(", ")))
            }
            _ => None,
        }
    }

    fn plain_branch(&mut self, s: StmtId, kind: BranchKind, targets: Targets, is_last: bool) {
        let pos = self.ast().stmts[s].pos;
        match kind {
            BranchKind::Break if targets.breaks.is_none() => {
                self.error(pos, Code::MisplacedBreak, "break is not in a loop, switch, or select");
            }
            BranchKind::Continue if !targets.continues => {
                self.error(pos, Code::MisplacedContinue, "continue is not in a loop");
            }
            BranchKind::Fallthrough => {
                if let Some(text) = self.misplaced_fallthrough(targets, is_last) {
                    self.error(pos, Code::MisplacedFallthrough, text);
                }
            }
            BranchKind::Break | BranchKind::Continue | BranchKind::Goto => {}
        }
    }

    fn misplaced_fallthrough(&self, targets: Targets, is_last: bool) -> Option<&'static str> {
        let out_of_place = Some("fallthrough statement out of place");
        let Some(target) = targets.breaks else { return out_of_place };
        let StmtKind::Switch { tag, clauses, .. } = self.ast().stmts[target].kind else { return out_of_place };
        if tag.is_some_and(|t| matches!(self.ast().exprs[t].kind, ExprKind::TypeSwitchGuard { .. })) {
            return Some("cannot fallthrough in type switch");
        }
        match targets.case {
            Some(case) if is_last => {
                (case + 1 == clauses.len()).then_some("cannot fallthrough final case in switch")
            }
            _ => out_of_place,
        }
    }

    fn labelled_branch(
        &mut self,
        labels: &mut Labels,
        block: usize,
        kind: BranchKind,
        label: Ident,
        forward: &mut Vec<Forward>,
    ) {
        let name = self.name(label.name);
        let found = labels.by_name.get_mut(&label.name).map(|l| {
            l.used = true;
            (l.stmt, l.block)
        });
        let ancestors = |blocks: &[BlockScope]| {
            let mut chain = vec![block];
            while let Some(parent) = blocks[chain[chain.len() - 1]].parent {
                chain.push(parent);
            }
            chain
        };
        match kind {
            BranchKind::Goto => {
                let in_scope = found.is_some_and(|(_, at)| ancestors(&labels.blocks).contains(&at));
                if !in_scope {
                    forward.push(Forward { label, number: labels.gotos });
                    labels.gotos += 1;
                }
            }
            BranchKind::Break | BranchKind::Continue => {
                let word = if kind == BranchKind::Break { "break" } else { "continue" };
                let Some((stmt, _)) = found else {
                    let text = format!("{word} label not defined: {name}");
                    self.error(label.pos, Code::UndeclaredLabel, text);
                    return;
                };
                let encloses = ancestors(&labels.blocks).iter().any(|&b| labels.blocks[b].labelled == Some(stmt));
                if !encloses || !self.can_branch_to(stmt, kind) {
                    self.error(label.pos, Code::MisplacedLabel, format!("invalid {word} label {name}"));
                }
            }
            BranchKind::Fallthrough => {}
        }
    }

    fn can_branch_to(&self, labelled: StmtId, kind: BranchKind) -> bool {
        let StmtKind::Labeled { stmt, .. } = self.ast().stmts[labelled].kind else { return false };
        match self.ast().stmts[stmt].kind {
            StmtKind::For { .. } | StmtKind::Range { .. } => true,
            StmtKind::Switch { .. } | StmtKind::Select { .. } => kind == BranchKind::Break,
            _ => false,
        }
    }

    /// Walks into the blocks of a statement.
    fn inner_blocks(
        &mut self,
        labels: &mut Labels,
        block: usize,
        targets: Targets,
        labelled: Option<StmtId>,
        s: StmtId,
        forward: &mut Vec<Forward>,
    ) {
        let ast = self.ast();
        let mut walk = |c: &mut Self, targets: Targets, start: Pos, stmts: &[StmtId]| {
            forward.extend(c.branches_of_block(labels, Some(block), targets, labelled, start, stmts));
        };
        let plain = Targets { case: None, ..targets };
        let in_loop = Targets { breaks: Some(s), continues: true, case: None };
        match ast.stmts[s].kind {
            StmtKind::Block(b) => walk(self, plain, b.lbrace, ast.list(b.stmts)),
            StmtKind::If { then, els, .. } => {
                walk(self, plain, then.lbrace, ast.list(then.stmts));
                if let Some(els) = els {
                    walk(self, plain, ast.stmts[els].pos, &[els]);
                }
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                walk(self, in_loop, body.lbrace, ast.list(body.stmts));
            }
            StmtKind::Switch { clauses, .. } => {
                for (i, c) in ast.list(clauses).iter().enumerate() {
                    let targets = Targets { breaks: Some(s), case: Some(i), ..targets };
                    walk(self, targets, c.pos, ast.list(c.body));
                }
            }
            StmtKind::Select { clauses, .. } => {
                for c in ast.list(clauses) {
                    walk(self, Targets { breaks: Some(s), ..plain }, c.pos, ast.list(c.body));
                }
            }
            _ => {}
        }
    }
}
