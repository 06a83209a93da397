//! The walk over imports: errors as the go command reports them, and the order of packages
//! (Go: `cmd/go/internal/load`, `loadImport`, `PackageErrors`).

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use cranelift_entity::{EntityRef, PrimaryMap, SecondaryMap};
use rustc_hash::FxHashMap;

use super::{IMPLICIT, LoadProblem, Loaded, LoadedPackage, Node, NodeId, ProblemForm, header, path};
use crate::diag::Code;
use crate::object::PkgId;
use crate::source::{Interner, Pos, SourceMap, sym};

/// Reports what is wrong with the packages, or orders them.
pub(super) fn finish(
    nodes: PrimaryMap<NodeId, Node>,
    roots: &[NodeId],
    interner: &Interner,
    sources: &SourceMap,
) -> Result<Loaded, Vec<LoadProblem>> {
    let mut walk = Walk {
        nodes: &nodes,
        interner,
        sources,
        state: SecondaryMap::new(),
        problems: FxHashMap::default(),
        stack: Vec::new(),
        order: Vec::new(),
    };
    for &root in roots {
        walk.root(root);
    }
    for path in IMPLICIT {
        if let Some(id) = nodes.iter().find(|(_, n)| n.identity.path == *path).map(|(id, _)| id) {
            walk.root(id);
        }
    }
    let Walk { mut problems, order, .. } = walk;
    let problems: Vec<LoadProblem> = order.iter().filter_map(|id| problems.remove(id)).collect();
    if problems.is_empty() { Ok(number(nodes, roots, &order)) } else { Err(problems) }
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    New,
    Open,
    Done,
}

/// A depth-first walk, imports in the order of their paths.
struct Walk<'a> {
    nodes: &'a PrimaryMap<NodeId, Node>,
    interner: &'a Interner,
    sources: &'a SourceMap,
    state: SecondaryMap<NodeId, State>,
    /// At most one a package.
    problems: FxHashMap<NodeId, LoadProblem>,
    /// The imports that lead to the current package.
    stack: Vec<(String, Option<String>)>,
    /// Packages after what they import.
    order: Vec<NodeId>,
}

impl Walk<'_> {
    fn root(&mut self, id: NodeId) {
        let path = self.nodes[id].identity.path.clone();
        match self.state[id] {
            State::New => self.visit(id, &path, Pos::NONE),
            _ => self.again(id, &path, Pos::NONE),
        }
    }

    /// The name of the file with an import, as cycles show it.
    fn file_name(&self, pos: Pos) -> Option<String> {
        let file = self.sources.file_of(pos)?;
        self.sources.file(file).path.rsplit('/').next().map(str::to_string)
    }

    fn problem(&self, pos: Pos, code: Code, message: String, form: ProblemForm) -> LoadProblem {
        LoadProblem { pos, code, message, stack: self.stack.clone(), form }
    }

    /// A package that was met before. One whose imports are being walked is imported by itself.
    fn again(&mut self, id: NodeId, path: &str, pos: Pos) {
        self.stack.push((path.to_string(), self.file_name(pos)));
        if self.state[id] == State::Open {
            let cycle = self.problem(
                Pos::NONE,
                Code::BrokenImport,
                "import cycle not allowed".to_string(),
                ProblemForm::Cycle,
            );
            self.problems.entry(id).or_insert(cycle);
        }
        // The shortest way to the package is shown.
        if let Some(p) = self.problems.get_mut(&id)
            && p.form != ProblemForm::Cycle
            && !p.stack.is_empty()
            && self.stack.len() < p.stack.len()
        {
            p.stack.clone_from(&self.stack);
        }
        self.stack.pop();
    }

    fn visit(&mut self, id: NodeId, path: &str, pos: Pos) {
        self.state[id] = State::Open;
        self.stack.push((path.to_string(), self.file_name(pos)));
        if let Some(p) = self.own_problem(id, pos) {
            self.problems.insert(id, p);
        }
        for (path, &(pos, target)) in &self.nodes[id].imports {
            match self.state[target] {
                State::New => self.visit(target, path, pos),
                _ => self.again(target, path, pos),
            }
            if let Some(p) = self.import_problem(id, path, pos, target) {
                self.problems.entry(id).or_insert(p);
            }
        }
        self.stack.pop();
        self.state[id] = State::Done;
        self.order.push(id);
    }

    /// What is wrong with a package itself, which is imported at `pos`.
    fn own_problem(&self, id: NodeId, pos: Pos) -> Option<LoadProblem> {
        let node = &self.nodes[id];
        if let Some(e) = &node.missing {
            let place = if e.form == ProblemForm::Place { pos } else { Pos::NONE };
            return Some(self.problem(place, e.code, e.message.clone(), e.form));
        }
        if let Some((pos, message)) = &node.header {
            return Some(self.problem(*pos, Code::Syntax, message.clone(), ProblemForm::Place));
        }
        if let Some(i) = &node.invalid_import {
            return Some(self.problem(i.pos, Code::BadImportPath, i.message.clone(), ProblemForm::FullPath));
        }
        // A file without a readable package clause is left to the compiler's messages.
        let broken = node.early.diagnostics.iter().any(|d| d.message.starts_with("syntax error"));
        let first = node.asts.first().filter(|_| !broken)?;
        let other = node.asts.iter().find(|a| a.package.name != first.package.name);
        let Some(other) = other else {
            let (pos, text) = node.embeds.as_ref().err()?;
            return Some(self.problem(*pos, Code::InvalidEmbed, text.clone(), ProblemForm::Place));
        };
        let name = |a: &crate::ast::Ast| {
            let file = self.file_name(a.package.pos).unwrap_or_default();
            format!("{} ({file})", self.interner.resolve(a.package.name))
        };
        let text = format!("found packages {} and {} in {}", name(first), name(other), node.dir);
        let form = if pos.is_known() { ProblemForm::Place } else { ProblemForm::Plain };
        Some(self.problem(pos, Code::BrokenImport, text, form))
    }

    /// Why `importer` may not import `target`, which exists.
    fn import_problem(&self, importer: NodeId, path: &str, pos: Pos, target: NodeId) -> Option<LoadProblem> {
        let (from, to) = (&self.nodes[importer], &self.nodes[target]);
        if path::is_relative(path) && !from.identity.is_std {
            let text = format!("local import {path:?} in non-local package");
            return Some(self.problem(pos, Code::BadImportPath, text, ProblemForm::Place));
        }
        let sound = !self.problems.contains_key(&target);
        if let Some(parent) = path::internal_parent(&to.identity.path).filter(|_| sound) {
            let allowed = match to.identity.is_std {
                true => from.identity.is_std,
                false => !from.identity.is_std && path::has_prefix(&from.identity.place, parent),
            };
            if !allowed {
                let text = format!("use of internal package {} not allowed", to.identity.path);
                return Some(self.problem(pos, Code::BadImportPath, text, ProblemForm::Stack));
            }
        }
        if to.asts.first().is_some_and(|a| a.package.name == sym::Main) && from.dir != to.dir {
            let text = format!("import {path:?} is a program, not an importable package");
            return Some(self.problem(pos, Code::BadImportPath, text, ProblemForm::Place));
        }
        None
    }
}

/// Numbers packages: what all code relies on first, then by import path, each after what it imports.
fn number(nodes: PrimaryMap<NodeId, Node>, roots: &[NodeId], order: &[NodeId]) -> Loaded {
    let basic = closure(&nodes, nodes.iter().filter(|(_, n)| IMPLICIT.contains(&&*n.identity.path)));
    let mut missing: SecondaryMap<NodeId, usize> = SecondaryMap::new();
    let mut users: SecondaryMap<NodeId, Vec<NodeId>> = SecondaryMap::new();
    for (id, node) in nodes.iter() {
        let targets: BTreeSet<NodeId> = node.imports.values().map(|i| i.1).collect();
        missing[id] = targets.len();
        targets.into_iter().for_each(|t| users[t].push(id));
    }
    let key = |id: NodeId| Reverse((!basic.contains(&id), nodes[id].identity.path.clone(), id));
    let mut ready: BinaryHeap<_> = nodes.keys().filter(|&id| missing[id] == 0).map(key).collect();
    let mut numbered: Vec<NodeId> = Vec::new();
    while let Some(Reverse((_, _, id))) = ready.pop() {
        numbered.push(id);
        for &user in &users[id] {
            missing[user] -= 1;
            if missing[user] == 0 {
                ready.push(key(user));
            }
        }
    }
    let mut index: SecondaryMap<NodeId, PkgId> = SecondaryMap::with_default(PkgId::new(0));
    for (i, &id) in numbered.iter().enumerate() {
        index[id] = PkgId::new(i);
    }
    let mut headers = PrimaryMap::new();
    let mut packages = PrimaryMap::new();
    let mut nodes: Vec<Option<Node>> = nodes.into_iter().map(|(_, n)| Some(n)).collect();
    for &id in &numbered {
        let node = nodes[id.index()].take().expect("each package has one number");
        let name = node.asts.first().map_or(sym::Unsafe, |ast| ast.package.name);
        // Symbols of a program begin with `main`, wherever it lies.
        let path = if name == sym::Main { "main".to_string() } else { node.identity.path.clone() };
        let mut header = header(&node, path, name);
        header.imports = node.imports.iter().map(|(path, &(_, id))| (path.clone(), index[id])).collect();
        headers.push(header);
        packages.push(LoadedPackage { asts: node.asts, early: node.early });
    }
    let numbers = |list: &[NodeId]| list.iter().map(|&id| index[id]).collect();
    Loaded { headers, packages, roots: numbers(roots), report_order: numbers(order) }
}

fn closure<'a>(
    nodes: &PrimaryMap<NodeId, Node>,
    start: impl Iterator<Item = (NodeId, &'a Node)>,
) -> BTreeSet<NodeId> {
    let mut work: Vec<NodeId> = start.map(|(id, _)| id).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = work.pop() {
        if seen.insert(id) {
            work.extend(nodes[id].imports.values().map(|i| i.1));
        }
    }
    seen
}
