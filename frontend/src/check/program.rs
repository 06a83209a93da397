//! Checking a whole program: all its packages, each after those it imports.

use std::sync::Arc;

use cranelift_entity::{PrimaryMap, SecondaryMap};
use rayon::prelude::*;

use super::{CheckedPackage, Shared, check_package, file_lang};
use crate::ast::Ast;
use crate::diag::{Code, Diagnostic};
use crate::loader::{Finder, Input, LoadProblem, Loaded, Root, SourceProvider, StandardOnly, load};
use crate::object::{Objects, PkgId};
use crate::program::{CheckedFile, FileInfo, Package, PackageHeader, Program};
use crate::source::{Interner, Pos, SourceMap, sym};
use crate::types::Types;
use crate::types::universe::Universe;

/// Why there is no [`Program`].
pub struct Failure {
    /// The files, for positions.
    pub sources: SourceMap,
    /// What is wrong.
    pub problem: Problem,
}

/// The stage that found something wrong decides about the form of its report.
pub enum Problem {
    /// A single message without position, about the package as a whole.
    Message(String),
    /// Packages that cannot be loaded.
    Load(Vec<LoadProblem>),
    /// Errors in the text of packages.
    Compile(Vec<PackageErrors>),
}

/// What is wrong with the text of one package.
pub struct PackageErrors {
    /// The package as the header names it.
    pub package: String,
    /// The errors, in the order in which they were found.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses and checks one package that imports standard packages only.
pub fn check_program(input: Input, std: &dyn SourceProvider) -> Result<Program, Box<Failure>> {
    match input.into_package() {
        Ok(package) => check_packages(vec![Root::Package(package)], &StandardOnly(std)),
        Err(text) => {
            Err(Box::new(Failure { sources: SourceMap::default(), problem: Problem::Message(text) }))
        }
    }
}

/// Parses and checks packages with all that they import.
pub fn check_packages(roots: Vec<Root>, finder: &dyn Finder) -> Result<Program, Box<Failure>> {
    let interner = Arc::new(Interner::default());
    let mut sources = SourceMap::default();
    let loaded = match load(roots, finder, &interner, &mut sources) {
        Ok(loaded) => loaded,
        Err(problems) => return Err(Box::new(Failure { sources, problem: Problem::Load(problems) })),
    };
    let types = Types::new(Arc::clone(&interner));
    let objects = Objects::default();
    let universe = Universe::new(&interner, &types, &objects);
    let checked = check_loaded(&loaded, &interner, &types, &objects, &universe, &sources);
    let checked = match checked {
        Ok(checked) => checked,
        Err(errors) => return Err(Box::new(Failure { sources, problem: Problem::Compile(errors) })),
    };
    let Loaded { headers, packages, roots, .. } = loaded;
    let mut out = PrimaryMap::new();
    for ((header, (_, loaded)), checked) in headers.values().zip(packages).zip(checked) {
        out.push(finished(header, loaded.asts, checked, &sources));
    }
    Ok(Program { sources, interner, types, objects, universe, headers, packages: out, main: roots[0], roots })
}

fn finished(header: &PackageHeader, asts: Vec<Ast>, checked: CheckedPackage, sources: &SourceMap) -> Package {
    let with_lang = |(ast, info): (Ast, FileInfo)| {
        let lang = file_lang(&sources.file(ast.file).text).unwrap_or(header.lang);
        CheckedFile { ast, info, lang }
    };
    let files = asts.into_iter().zip(checked.infos).map(with_lang).collect();
    let mut imports: Vec<PkgId> = header.imports.values().copied().collect();
    imports.sort_unstable();
    imports.dedup();
    Package {
        imports,
        files,
        funcs: checked.funcs,
        late: checked.late,
        init_order: checked.init_order,
        embeds: checked.embeds,
    }
}

/// Checks all packages; those that do not depend on each other in parallel. A package is not checked if one that it imports
/// is wrong.
fn check_loaded(
    loaded: &Loaded,
    interner: &Interner,
    types: &Types,
    objects: &Objects,
    universe: &Universe,
    sources: &SourceMap,
) -> Result<Vec<CheckedPackage>, Vec<PackageErrors>> {
    let shared = |pkg: PkgId| {
        let lang = loaded.headers[pkg].lang;
        Shared { interner, types, objects, sources, universe, packages: &loaded.headers, lang }
    };
    let mut results: PrimaryMap<PkgId, Option<CheckedPackage>> =
        loaded.headers.keys().map(|_| None).collect();
    let mut errors: SecondaryMap<PkgId, Vec<Diagnostic>> = SecondaryMap::new();
    let is_good = |pkg: PkgId| loaded.headers[pkg].scope.get().is_some();
    for wave in waves(loaded) {
        let ready = wave.into_par_iter().filter(|&p| loaded.headers[p].imports.values().all(|&i| is_good(i)));
        let checked: Vec<_> = ready
            .map(|pkg| {
                let package = &loaded.packages[pkg];
                let checked = (!package.is_broken()).then(|| check_package(shared(pkg), pkg, &package.asts));
                (pkg, checked)
            })
            .collect();
        for (pkg, package) in checked {
            errors[pkg].clone_from(&loaded.packages[pkg].early.diagnostics);
            let Some(mut package) = package else { continue };
            errors[pkg].append(&mut package.sink.diagnostics);
            if errors[pkg].is_empty() {
                let scope = std::mem::take(&mut package.scope);
                let _ = loaded.headers[pkg].scope.set(scope);
                results[pkg] = Some(package);
            }
        }
    }
    let mut wrong: Vec<PackageErrors> = Vec::new();
    for &pkg in &loaded.report_order {
        let diagnostics = match std::mem::take(&mut errors[pkg]) {
            list if !list.is_empty() => list,
            _ if loaded.roots.contains(&pkg) && lacks_main(&loaded.headers[pkg]) => vec![Diagnostic {
                pos: Pos::NONE,
                code: Code::InvalidMainDecl,
                message: "function main is undeclared in the main package".to_string(),
                soft: false,
            }],
            _ => continue,
        };
        wrong.push(PackageErrors { package: loaded.headers[pkg].import_path.clone(), diagnostics });
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(results.into_iter().map(|(_, p)| p.expect("each package is in one wave")).collect())
}

/// Whether it is a program without a function to start with: gc's linker reports that.
fn lacks_main(header: &PackageHeader) -> bool {
    header.name == sym::Main && header.scope.get().is_some_and(|s| !s.contains_key(&sym::Main))
}

/// Packages grouped so that each depends on earlier groups only.
fn waves(loaded: &Loaded) -> Vec<Vec<PkgId>> {
    let mut depth: SecondaryMap<PkgId, usize> = SecondaryMap::new();
    let mut waves: Vec<Vec<PkgId>> = Vec::new();
    for (pkg, header) in loaded.headers.iter() {
        let d = header.imports.values().map(|&i| depth[i] + 1).max().unwrap_or(0);
        depth[pkg] = d;
        if waves.len() <= d {
            waves.resize_with(d + 1, Vec::new);
        }
        waves[d].push(pkg);
    }
    waves
}
