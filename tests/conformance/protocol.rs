//! What is done with a test of each kind: build with `build -o exe files` or, in a module, `build -o exe ./package`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::exec::{self, Ended, Finished, Keep, Limits};
use crate::expect::{self, Expected};
use crate::layout::{self, Grouping, Package, Recipe};
use crate::support::{self, TempDir};
use crate::table::{Kind, Test};
use crate::verdict::{self, Class, Failure, Verdict};

/// For the compiler; a build without optimisation is an order of magnitude slower.
const BUILD: Limits =
    Limits { time: Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 20 }), memory: 2 << 30 };

/// For programs of the suite.
const RUN: Limits = Limits { time: Duration::from_secs(60), memory: 2 << 30 };

/// A test at work.
struct Job<'a> {
    compiler: &'a Path,
    suite: &'a Path,
    test: &'a Test,
    recipe: Recipe,
    scratch: TempDir,
}

/// Why a test did not pass, or that the suite itself cannot be used, which is no fault of the compiler.
enum Stop {
    Failure(Failure),
    Suite(String),
}

impl From<String> for Stop {
    fn from(e: String) -> Stop {
        Stop::Suite(e)
    }
}

impl From<Failure> for Stop {
    fn from(f: Failure) -> Stop {
        Stop::Failure(f)
    }
}

/// Runs a test.
pub fn run(compiler: &Path, suite: &Path, test: &Test) -> Verdict {
    let source = match layout::read(&suite.join(format!("{}.go", test.name))) {
        Ok(source) => source,
        Err(e) => panic!("the suite is not the one of the table: {e}"),
    };
    let job =
        Job { compiler, suite, test, recipe: layout::recipe(&source), scratch: TempDir::new("conformance") };
    let result = if test.counts.is_ok() { job.counting() } else { job.others() };
    match result {
        Ok(()) if test.counts.is_err() => Verdict::Skipped,
        Ok(()) => Verdict::Pass,
        Err(Stop::Failure(f)) => Verdict::Fail(f),
        Err(Stop::Suite(_)) if test.counts.is_err() => Verdict::Skipped,
        Err(Stop::Suite(e)) => panic!("{}: {e}", test.name),
    }
}

impl Job<'_> {
    /// A test that gc passes.
    fn counting(&self) -> Result<(), Stop> {
        match self.test.kind {
            Kind::Run | Kind::BuildRun => self.run_files(),
            Kind::RunOutput => self.run_output(),
            Kind::RunDir => self.run_dir(),
            Kind::ErrorCheckAndRunDir => self.error_check_and_run_dir(),
            Kind::RunInDir => self.run_in_dir(),
            Kind::BuildRunDir => self.build_dir().and_then(|exe| self.run_exe(&exe)),
            Kind::BuildDir => self.build_dir().map(drop),
            Kind::Compile | Kind::Build | Kind::AsmCheck => self.build_files().map(drop),
            Kind::CompileDir => self.compile_dir().map(drop),
            Kind::ErrorCheck => self.error_check(&self.source()),
            Kind::ErrorCheckDir => self.error_check_dir(),
            Kind::ErrorCheckOutput => self.error_check(&self.generated()?),
            Kind::Skip => Ok(()),
        }
    }

    /// A test that gc does not pass: the compiler must not crash on it.
    fn others(&self) -> Result<(), Stop> {
        let dir = self.dir();
        let ran = if self.test.kind != Kind::Skip && dir.is_dir() {
            let packages = layout::packages(&dir, self.grouping())?;
            layout::write_module(&self.scratch.0, &packages)?;
            packages.iter().map(|p| self.build_package(p)).collect()
        } else {
            vec![self.build(&self.scratch.0, &[self.source()])]
        };
        match ran.iter().find_map(verdict::crash) {
            Some(f) => Err(f.into()),
            None => Ok(()),
        }
    }

    fn source(&self) -> PathBuf {
        self.suite.join(format!("{}.go", self.test.name))
    }

    fn dir(&self) -> PathBuf {
        self.suite.join(format!("{}.dir", self.test.name))
    }

    fn grouping(&self) -> Grouping {
        if self.recipe.flags.iter().any(|f| f == "-s") { Grouping::ByFile } else { Grouping::ByName }
    }

    fn exe(&self) -> PathBuf {
        self.scratch.0.join("test.exe")
    }

    /// `build` in a directory. One thread, because tests run in parallel.
    fn build(&self, dir: &Path, what: &[PathBuf]) -> Finished {
        let mut c = Command::new(self.compiler);
        c.args(["build", "-p=1", "-gcflags=-e", "-o"]).arg(self.exe()).args(what);
        c.current_dir(dir).env("GOFLAGS", "").env("GO111MODULE", "auto");
        exec::run(&mut c, BUILD, Keep::Both)
    }

    fn build_package(&self, package: &Package) -> Finished {
        let what = if package.dir == "." { ".".into() } else { PathBuf::from(format!("./{}", package.dir)) };
        self.build(&self.scratch.0, &[what])
    }

    /// Files of the suite as one package.
    fn build_files(&self) -> Result<PathBuf, Stop> {
        let further = self.recipe.files.iter().map(|f| self.suite.join(f.trim_start_matches("./")));
        let files: Vec<PathBuf> = std::iter::once(self.source()).chain(further).collect();
        accepted(&self.build(&self.scratch.0, &files))?;
        Ok(self.exe())
    }

    fn run_files(&self) -> Result<(), Stop> {
        let exe = self.build_files()?;
        self.run_exe(&exe)
    }

    /// Runs an executable; its output must be the expected one.
    fn run_exe(&self, exe: &Path) -> Result<(), Stop> {
        let mut c = Command::new(exe);
        c.args(&self.recipe.args).current_dir(&self.scratch.0);
        let ran = exec::run(&mut c, RUN, Keep::Both);
        succeeded(&ran)?;
        let expected = fs::read(self.source().with_extension("out")).unwrap_or_default();
        let expected = String::from_utf8_lossy(&expected);
        if ran.output != expected {
            return Err(
                Failure::new(Class::Output, "other output", support::diff(&expected, &ran.output)).into()
            );
        }
        Ok(())
    }

    /// The file that the program prints.
    fn generated(&self) -> Result<PathBuf, Stop> {
        let exe = self.build_files()?;
        let mut c = Command::new(&exe);
        c.args(&self.recipe.args).current_dir(&self.scratch.0);
        let ran = exec::run(&mut c, RUN, Keep::Stdout);
        succeeded(&ran)?;
        Ok(self.scratch.file("generated.go", &ran.stdout))
    }

    fn run_output(&self) -> Result<(), Stop> {
        let file = self.generated()?;
        accepted(&self.build(&self.scratch.0, &[file]))?;
        self.run_exe(&self.exe())
    }

    fn compile_dir(&self) -> Result<Vec<Package>, Stop> {
        let packages = layout::packages(&self.dir(), self.grouping())?;
        layout::write_module(&self.scratch.0, &packages)?;
        for p in &packages {
            accepted(&self.build_package(p))?;
        }
        Ok(packages)
    }

    /// The last package is the program, built last.
    fn run_dir(&self) -> Result<(), Stop> {
        self.compile_dir()?;
        self.run_exe(&self.exe())
    }

    fn run_in_dir(&self) -> Result<(), Stop> {
        layout::copy_module(&self.scratch.0, &self.dir())?;
        accepted(&self.build(&self.scratch.0, &[".".into()]))?;
        self.run_exe(&self.exe())
    }

    fn build_dir(&self) -> Result<PathBuf, Stop> {
        layout::copy_module(&self.scratch.0, &self.dir())?;
        accepted(&self.build(&self.scratch.0, &[".".into()]))?;
        Ok(self.exe())
    }

    /// A file with expected messages.
    fn error_check(&self, file: &Path) -> Result<(), Stop> {
        let name = file.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        let expected = expect::expectations(&name, &layout::read(file)?)?;
        let ran = self.build(&self.scratch.0, &[file.to_path_buf()]);
        said(&ran, &expected)
    }

    fn error_check_dir(&self) -> Result<(), Stop> {
        let packages = layout::packages(&self.dir(), self.grouping())?;
        layout::write_module(&self.scratch.0, &packages)?;
        packages.iter().try_for_each(|p| self.error_check_package(p))
    }

    fn error_check_package(&self, package: &Package) -> Result<(), Stop> {
        let mut expected = Vec::new();
        for f in &package.files {
            let name = f.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
            expected.extend(expect::expectations(&name, &layout::read(f)?)?);
        }
        said(&self.build_package(package), &expected)
    }

    /// With `-1` the last package but one has errors; without, the comments are about gc's optimisations.
    fn error_check_and_run_dir(&self) -> Result<(), Stop> {
        if !self.recipe.flags.iter().any(|f| f == "-1") {
            return self.run_dir();
        }
        let packages = layout::packages(&self.dir(), self.grouping())?;
        layout::write_module(&self.scratch.0, &packages)?;
        let wrong = packages.len().saturating_sub(2);
        for (i, p) in packages.iter().enumerate() {
            if i == wrong {
                self.error_check_package(p)?;
            } else {
                accepted(&self.build_package(p))?;
            }
        }
        self.run_exe(&self.exe())
    }
}

/// The compiler had nothing to say.
fn accepted(ran: &Finished) -> Result<(), Failure> {
    match (verdict::crash(ran), ran.ended) {
        (Some(f), _) => Err(f),
        (None, Ended::Status(0)) => Ok(()),
        _ => Err(verdict::rejected(&ran.output)),
    }
}

/// The compiler said what was expected.
fn said(ran: &Finished, expected: &[Expected]) -> Result<(), Stop> {
    if let Some(f) = verdict::crash(ran) {
        return Err(f.into());
    }
    if expected.is_empty() {
        return Ok(accepted(ran)?);
    }
    if ran.ended == Ended::Status(0) {
        return Err(Failure::new(Class::Messages, "wrongly accepted", ran.output.as_str()).into());
    }
    let problems = expect::compare(&ran.output, expected);
    if problems.is_empty() {
        return Ok(());
    }
    let refused = verdict::rejected(&ran.output);
    if matches!(refused.class, Class::Package | Class::Unsupported) {
        return Err(refused.into());
    }
    let first = problems[0].split(" \"").next().unwrap_or_default().to_string();
    let reason = if problems.len() == 1 { first } else { format!("{first} and {} more", problems.len() - 1) };
    Err(Failure::new(Class::Messages, reason, problems.join("\n")).into())
}

/// A program ended as it should.
fn succeeded(ran: &Finished) -> Result<(), Failure> {
    let how = match ran.ended {
        Ended::Status(0) => return Ok(()),
        Ended::Status(n) => format!("exit status {n}"),
        Ended::Signal(n) => format!("the program is killed by signal {n}"),
        Ended::TooLong => "the program does not end".to_string(),
        Ended::TooLarge => "the program takes too much memory".to_string(),
    };
    let telling = |l: &&str| l.starts_with("panic: ") || l.starts_with("fatal error: ");
    let reason = match ran.output.lines().find(telling).or_else(|| ran.output.lines().next()) {
        Some(line) => format!("{how}: {line}"),
        None => how,
    };
    Err(Failure::new(Class::Output, reason, ran.output.as_str()))
}
