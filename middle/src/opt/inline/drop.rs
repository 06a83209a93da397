//! Functions all of whose calls were inlined, and that nothing refers to any more, are dropped.

use abi::RuntimeFn;
use cranelift_entity::EntitySet;
use rustc_hash::FxHashMap;

use crate::ir::callgraph::references;
use crate::ir::{Module, Sym};
use crate::pipeline::Report;

/// Runs the pass.
pub fn run(module: &mut Module, report: &mut Report) {
    let mut inlined: EntitySet<Sym> = EntitySet::new();
    for f in module.funcs.iter().filter(|f| f.was_inlined) {
        inlined.insert(f.sym);
    }
    let mut uses: FxHashMap<Sym, u32> = FxHashMap::default();
    for sym in module.funcs.iter().flat_map(references) {
        *uses.entry(sym).or_default() += 1;
    }
    for target in module.data.iter().flat_map(|d| &d.relocs).map(|r| r.target) {
        *uses.entry(target).or_default() += 1;
    }
    let by_name: Vec<Sym> = RuntimeFn::ALL.iter().map(|f| module.symbols.intern(f.info().symbol)).collect();
    for sym in by_name {
        *uses.entry(sym).or_default() += 1;
    }
    let unused = |uses: &FxHashMap<Sym, u32>, sym| uses.get(&sym).is_none_or(|&n| n == 0);
    let mut work: Vec<Sym> =
        module.funcs.iter().map(|f| f.sym).filter(|&s| inlined.contains(s) && unused(&uses, s)).collect();
    let mut dead: EntitySet<Sym> = EntitySet::new();
    while let Some(sym) = work.pop() {
        if !dead.insert(sym) {
            continue;
        }
        for callee in references(&module.funcs[module.func_index[&sym]]) {
            let n = uses.get_mut(&callee).expect("counted above");
            *n -= 1;
            if *n == 0 && module.func_index.contains_key(&callee) && inlined.contains(callee) {
                work.push(callee);
            }
        }
    }
    // What is reported of functions stands in their order.
    let keep: Vec<bool> = module.funcs.iter().map(|f| !dead.contains(f.sym)).collect();
    retain(&mut module.funcs, &keep);
    retain(&mut report.defers, &keep);
    retain(&mut report.escapes, &keep);
    module.func_index = module.funcs.iter().enumerate().map(|(i, f)| (f.sym, i)).collect();
}

fn retain<T>(list: &mut Vec<T>, keep: &[bool]) {
    let mut keep = keep.iter();
    list.retain(|_| keep.next() != Some(&false));
}
