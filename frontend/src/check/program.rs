//! Checking a whole program: all its packages, each after those it imports.

use std::sync::Arc;

use cranelift_entity::{EntityRef, PrimaryMap, SecondaryMap};
use rayon::prelude::*;

use super::{CheckedPackage, Shared, check_package, file_lang};
use crate::ast::Ast;
use crate::diag::{Code, Diagnostic};
use crate::loader::{Input, LoadError, Loaded, SourceProvider, load};
use crate::object::{Objects, PkgId};
use crate::program::{CheckedFile, FileInfo, Package, Program};
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
    /// Imports that cannot be resolved.
    Imports(Vec<Diagnostic>),
    /// Errors in the text of a package, in the order in which they were found.
    Compile {
        /// The package as the header names it.
        package: String,
        /// The errors.
        diagnostics: Vec<Diagnostic>,
    },
}

/// What the header of the user's package says (the go command's name for files given by hand).
pub(super) const USER_PACKAGE: &str = "command-line-arguments";

/// Parses and checks a program.
pub fn check_program(input: Input, std: &dyn SourceProvider) -> Result<Program, Box<Failure>> {
    let interner = Arc::new(Interner::default());
    let lang = input.context.lang;
    let mut sources = SourceMap::default();
    let loaded = match load(input, std, &interner, &mut sources) {
        Ok(loaded) => loaded,
        Err(error) => {
            let problem = match error {
                LoadError::Message(text) => Problem::Message(text),
                LoadError::Imports(sink) => Problem::Imports(sink.diagnostics),
                LoadError::Syntax(sink) => {
                    Problem::Compile { package: USER_PACKAGE.to_string(), diagnostics: sink.diagnostics }
                }
            };
            return Err(Box::new(Failure { sources, problem }));
        }
    };
    let types = Types::new(Arc::clone(&interner));
    let objects = Objects::default();
    let universe = Universe::new(&interner, &types, &objects);
    let checked = check_packages(&loaded, &interner, &types, &objects, &universe, &sources, lang);
    let checked = match checked {
        Ok(checked) => checked,
        Err(problem) => return Err(Box::new(Failure { sources, problem })),
    };
    let Loaded { headers, packages, main, .. } = loaded;
    let mut out = PrimaryMap::new();
    for ((_, header), (loaded, checked)) in
        headers.into_iter().zip(packages.into_iter().map(|p| p.1).zip(checked))
    {
        let with_lang = |(ast, info): (Ast, FileInfo)| {
            let lang = file_lang(&sources.file(ast.file).text).unwrap_or(lang);
            CheckedFile { ast, info, lang }
        };
        let files = loaded.asts.into_iter().zip(checked.infos).map(with_lang).collect();
        let mut imports: Vec<PkgId> = header.imports.into_values().collect();
        imports.sort_unstable();
        imports.dedup();
        out.push(Package {
            path: header.path,
            name: header.name,
            is_std: header.is_std,
            imports,
            files,
            scope: header.scope.into_inner().unwrap_or_default(),
            funcs: checked.funcs,
            init_order: checked.init_order,
        });
    }
    Ok(Program { sources, interner, types, objects, universe, packages: out, main })
}

/// Checks all packages; those that do not depend on each other in parallel.
fn check_packages(
    loaded: &Loaded,
    interner: &Interner,
    types: &Types,
    objects: &Objects,
    universe: &Universe,
    sources: &SourceMap,
    lang: u32,
) -> Result<Vec<CheckedPackage>, Problem> {
    let shared = Shared { interner, types, objects, sources, universe, packages: &loaded.headers, lang };
    let mut results: Vec<Option<CheckedPackage>> = Vec::new();
    results.resize_with(loaded.headers.len(), || None);
    for wave in waves(loaded) {
        let checked: Vec<(PkgId, CheckedPackage)> = wave
            .into_par_iter()
            .map(|pkg| (pkg, check_package(shared, pkg, &loaded.packages[pkg].asts)))
            .collect();
        for (pkg, mut package) in checked {
            let scope = std::mem::take(&mut package.scope);
            let _ = loaded.headers[pkg].scope.set(scope);
            results[pkg.index()] = Some(package);
        }
    }
    let mut out = Vec::with_capacity(results.len());
    for (i, package) in results.into_iter().enumerate() {
        let pkg = PkgId::new(i);
        let mut package = package.expect("each package is in one wave");
        if pkg == loaded.main {
            package.sink.diagnostics.splice(0..0, loaded.early.diagnostics.iter().cloned());
        }
        if !package.sink.is_empty() {
            let header = &loaded.headers[pkg];
            let shown = if pkg == loaded.main { USER_PACKAGE.to_string() } else { header.path.clone() };
            let diagnostics = std::mem::take(&mut package.sink.diagnostics);
            return Err(Problem::Compile { package: shown, diagnostics });
        }
        out.push(package);
    }
    let main = &loaded.headers[loaded.main];
    if main.name == sym::Main && !main.scope.get().is_some_and(|s| s.contains_key(&sym::Main)) {
        let message = "function main is undeclared in the main package".to_string();
        let diagnostic = Diagnostic { pos: Pos::NONE, code: Code::InvalidMainDecl, message, soft: false };
        return Err(Problem::Compile { package: USER_PACKAGE.to_string(), diagnostics: vec![diagnostic] });
    }
    Ok(out)
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
