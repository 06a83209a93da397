//! From the files of the user's package to the syntax trees of all packages of the program.
//!
//! Packages are parsed in waves: first the user's, then what these import, and so on; the files of a wave in parallel.
//! At the end packages are numbered in the order in which they are initialised (Go spec, Program initialization):
//! sorted by import path, but each after what it imports.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use cranelift_entity::{EntityRef, PrimaryMap};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::ast::{Ast, DeclKind, ExprKind};
use crate::constraint::BuildContext;
use crate::diag::{Code, Sink};
use crate::header::header_error;
use crate::object::PkgId;
use crate::parse::parse_file;
use crate::program::PackageHeader;
use crate::source::{FileId, Interner, Pos, SourceMap, sym};
use crate::types::constant::ConstValue;

/// Where the sources of imported packages come from.
pub trait SourceProvider: Sync {
    /// Names and texts of the files of a standard package, or `None` if there is no such package.
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>>;
}

/// A file of the user's package.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// The name shown in diagnostics, `./prog.go`.
    pub display_name: String,
    /// The absolute path.
    pub path: String,
    /// The text.
    pub text: String,
}

/// The program to be compiled.
#[derive(Clone, Debug)]
pub struct Input {
    /// The files of the user's package.
    pub files: Vec<InputFile>,
    /// The directory of the package, for messages about it as a whole.
    pub dir: String,
    /// Tags and language version.
    pub context: BuildContext,
}

/// Packages that every program contains: compiled code calls functions in them.
const IMPLICIT: &[&str] = &["runtime"];

/// Packages of the standard library of Go 1.27, to tell a package that is not supported yet from one that does not
/// exist.
const STANDARD: &str = "archive/tar archive/zip arena bufio builtin bytes cmp compress/bzip2 compress/flate \
    compress/gzip compress/lzw compress/zlib container/heap container/list container/ring context crypto crypto/aes \
    crypto/boring crypto/cipher crypto/des crypto/dsa crypto/ecdh crypto/ecdsa crypto/ed25519 crypto/elliptic \
    crypto/fips140 crypto/hkdf crypto/hmac crypto/hpke crypto/md5 crypto/mldsa crypto/mlkem crypto/pbkdf2 crypto/rand \
    crypto/rc4 crypto/rsa crypto/sha1 crypto/sha256 crypto/sha3 crypto/sha512 crypto/subtle crypto/tls crypto/x509 \
    crypto/x509/pkix database/sql database/sql/driver debug/buildinfo debug/dwarf debug/elf debug/gosym debug/macho \
    debug/pe debug/plan9obj embed encoding encoding/ascii85 encoding/asn1 encoding/base32 encoding/base64 \
    encoding/binary encoding/csv encoding/gob encoding/hex encoding/json encoding/json/jsontext encoding/json/v2 \
    encoding/pem encoding/xml errors expvar flag fmt go/ast go/build go/build/constraint go/constant go/doc \
    go/doc/comment go/format go/importer go/parser go/printer go/scanner go/token go/types go/version hash \
    hash/adler32 hash/crc32 hash/crc64 hash/fnv hash/maphash html html/template image image/color \
    image/color/palette image/draw image/gif image/jpeg image/png index/suffixarray io io/fs io/ioutil iter log \
    log/slog log/syslog maps math math/big math/bits math/cmplx math/rand math/rand/v2 mime mime/multipart \
    mime/quotedprintable net net/http net/http/cgi net/http/cookiejar net/http/fcgi net/http/httptest \
    net/http/httptrace net/http/httputil net/http/pprof net/mail net/netip net/rpc net/rpc/jsonrpc net/smtp \
    net/textproto net/url os os/exec os/signal os/user path path/filepath plugin reflect regexp regexp/syntax \
    runtime runtime/cgo runtime/coverage runtime/debug runtime/metrics runtime/pprof runtime/race runtime/trace \
    slices sort strconv strings structs sync sync/atomic syscall testing testing/fstest testing/iotest \
    testing/quick testing/slogtest testing/synctest text/scanner text/tabwriter text/template text/template/parse \
    time time/tzdata unicode unicode/utf16 unicode/utf8 unique unsafe uuid weak";

/// A package with its trees.
pub struct LoadedPackage {
    /// The trees of its files.
    pub asts: Vec<Ast>,
}

/// All packages of a program, in the order of initialisation.
pub struct Loaded {
    /// What packages see of each other.
    pub headers: PrimaryMap<PkgId, PackageHeader>,
    /// Their trees.
    pub packages: PrimaryMap<PkgId, LoadedPackage>,
    /// The user's package.
    pub main: PkgId,
    /// Errors of the parser that do not keep the package from being checked, such as an unused label.
    pub early: Sink,
}

/// Why a program could not be loaded.
pub enum LoadError {
    /// About the package as a whole: lines without position.
    Message(String),
    /// Imports that cannot be resolved, as the go command reports them.
    Imports(Sink),
    /// Syntax errors, as the compiler reports them.
    Syntax(Sink),
}

/// An import in a file.
struct Import {
    path: String,
    pos: Pos,
}

/// A package being loaded.
struct Pending {
    path: String,
    is_std: bool,
    asts: Vec<Ast>,
    imports: Vec<Import>,
}

/// Loads the user's package and all that it needs.
pub fn load(
    input: Input,
    std: &dyn SourceProvider,
    interner: &Interner,
    sources: &mut SourceMap,
) -> Result<Loaded, LoadError> {
    let mut loader = Loader {
        std,
        interner,
        sources,
        context: input.context,
        packages: BTreeMap::new(),
        early: Sink::default(),
    };
    loader.load_main(input.files, &input.dir)?;
    loader.load_imports()?;
    loader.finish()
}

/// The key of the user's package among the import paths; no import has it.
const MAIN_KEY: &str = "\u{10ffff}main";

struct Loader<'a> {
    std: &'a dyn SourceProvider,
    interner: &'a Interner,
    sources: &'a mut SourceMap,
    context: BuildContext,
    packages: BTreeMap<String, Pending>,
    early: Sink,
}

impl Loader<'_> {
    fn load_main(&mut self, files: Vec<InputFile>, dir: &str) -> Result<(), LoadError> {
        let total = files.len();
        let base = |path: &str| path.rsplit('/').next().unwrap_or(path).to_string();
        let files: Vec<InputFile> =
            files.into_iter().filter(|f| self.context.includes(&base(&f.path), &f.text)).collect();
        if files.is_empty() {
            let text = if total == 0 {
                format!("no Go files in {dir}")
            } else {
                format!("package command-line-arguments: build constraints exclude all Go files in {dir}")
            };
            return Err(LoadError::Message(text));
        }
        let ids: Vec<FileId> =
            files.into_iter().map(|f| self.sources.add(f.display_name, f.path, f.text)).collect();
        let (asts, sink) = self.parse(&ids);
        if !sink.is_empty() {
            self.check_headers(&ids)?;
        }
        if let Some(other) = asts.iter().find(|a| a.package.name != asts[0].package.name)
            && sink.is_empty()
        {
            let name = |a: &Ast| {
                let file = base(&self.sources.file(a.file).path);
                format!("{} ({file})", self.interner.resolve(a.package.name))
            };
            let text = format!("found packages {} and {} in {dir}", name(&asts[0]), name(other));
            return Err(LoadError::Message(text));
        }
        let imports = asts.iter().flat_map(|a| self.imports_of(a)).collect();
        self.packages
            .insert(MAIN_KEY.to_string(), Pending { path: "main".to_string(), is_std: false, asts, imports });
        // A missing package is reported before errors in the text, as the go command does.
        let missing = self.load_wave();
        if let Some(sink) = missing {
            return Err(LoadError::Imports(sink));
        }
        if sink.diagnostics.iter().any(|d| d.message.starts_with("syntax error")) {
            return Err(LoadError::Syntax(sink));
        }
        self.early = sink;
        Ok(())
    }

    /// Reports package clauses and imports that the go command cannot read.
    fn check_headers(&self, ids: &[FileId]) -> Result<(), LoadError> {
        let mut sink = Sink::default();
        for &id in ids {
            if let Some((pos, message)) = header_error(self.sources.file(id), self.interner) {
                sink.error(pos, Code::Syntax, message);
            }
        }
        if sink.is_empty() { Ok(()) } else { Err(LoadError::Imports(sink)) }
    }

    fn load_imports(&mut self) -> Result<(), LoadError> {
        loop {
            let before = self.packages.len();
            if let Some(sink) = self.load_wave() {
                return Err(LoadError::Imports(sink));
            }
            if self.packages.len() == before {
                break;
            }
        }
        Ok(())
    }

    /// Loads the packages that are imported and not loaded yet.
    fn load_wave(&mut self) -> Option<Sink> {
        let mut wanted: BTreeMap<String, (Pos, bool)> = BTreeMap::new();
        for path in IMPLICIT {
            wanted.insert((*path).to_string(), (Pos::NONE, true));
        }
        for p in self.packages.values() {
            for i in &p.imports {
                let entry = wanted.entry(i.path.clone()).or_insert((i.pos, p.is_std));
                if !p.is_std && entry.1 {
                    *entry = (i.pos, false);
                }
            }
        }
        wanted.retain(|path, _| !self.packages.contains_key(path));
        let mut sink = Sink::default();
        let mut internal = Sink::default();
        let mut groups: Vec<(String, Vec<FileId>)> = Vec::new();
        for (path, (pos, from_std)) in wanted {
            if path == "unsafe" {
                groups.push((path, Vec::new()));
                continue;
            }
            if !from_std
                && path.split('/').any(|part| part == "internal")
                && self.std.package(&path).is_some()
            {
                let text = format!("use of internal package {path} not allowed");
                internal.error(pos, Code::BadImportPath, text);
                continue;
            }
            match self.std.package(&path) {
                Some(files) => groups.push((path.clone(), self.add_std_files(&path, files))),
                None => sink.error(pos, Code::BrokenImport, missing_package(&path)),
            }
        }
        if !sink.is_empty() || !internal.is_empty() {
            sink.diagnostics.append(&mut internal.diagnostics);
            return Some(sink);
        }
        let ids: Vec<FileId> = groups.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
        let (asts, errors) = self.parse(&ids);
        if !errors.is_empty() {
            return Some(errors);
        }
        let mut asts = asts.into_iter();
        for (path, ids) in groups {
            let asts: Vec<Ast> = asts.by_ref().take(ids.len()).collect();
            let imports = asts.iter().flat_map(|a| self.imports_of(a)).collect();
            self.packages.insert(path.clone(), Pending { path, is_std: true, asts, imports });
        }
        None
    }

    fn add_std_files(&mut self, path: &str, files: Vec<(String, String)>) -> Vec<FileId> {
        let mut ids = Vec::with_capacity(files.len());
        for (name, text) in files {
            if self.context.includes(&name, &text) {
                let shown = format!("{path}/{name}");
                ids.push(self.sources.add(shown.clone(), shown, text));
            }
        }
        ids
    }

    /// Parses files in parallel.
    fn parse(&self, ids: &[FileId]) -> (Vec<Ast>, Sink) {
        let parsed: Vec<(Ast, Sink)> = ids
            .par_iter()
            .map(|&id| {
                let mut sink = Sink::default();
                let ast = parse_file(id, self.sources.file(id), self.interner, &mut sink);
                (ast, sink)
            })
            .collect();
        let mut all = Sink::default();
        let mut asts = Vec::with_capacity(parsed.len());
        for (ast, mut sink) in parsed {
            all.diagnostics.append(&mut sink.diagnostics);
            asts.push(ast);
        }
        (asts, all)
    }

    fn imports_of(&self, ast: &Ast) -> Vec<Import> {
        let mut imports = Vec::new();
        for &decl in ast.list(ast.decls) {
            if let DeclKind::Import { name, path } = ast.decl_nodes[decl].kind
                && let ExprKind::BasicLit { kind, text, bad: false } = ast.exprs[path].kind
                && let Some(ConstValue::String(bytes)) =
                    ConstValue::from_literal(kind, self.interner.resolve(text))
                && let Ok(text) = std::str::from_utf8(&bytes)
            {
                imports.push(Import {
                    path: text.to_string(),
                    pos: name.map_or(ast.exprs[path].pos, |n| n.pos),
                });
            }
        }
        imports
    }

    /// Numbers the packages in the order of initialisation. The closure of the implicit packages comes first, since
    /// all code relies on it.
    fn finish(self) -> Result<Loaded, LoadError> {
        let mut order: Vec<String> = Vec::new();
        let mut waiting: Vec<&String> = self.packages.keys().collect();
        let mut first: Vec<String> = IMPLICIT.iter().map(|s| (*s).to_string()).collect();
        let mut i = 0;
        while i < first.len() {
            for import in self.packages.get(&first[i]).map_or(&[][..], |p| &p.imports) {
                if !first.contains(&import.path) {
                    first.push(import.path.clone());
                }
            }
            i += 1;
        }
        waiting.sort_by_key(|path| (!first.contains(path), *path));
        while !waiting.is_empty() {
            let ready = |path: &&String| self.packages[*path].imports.iter().all(|i| order.contains(&i.path));
            let Some(next) = waiting.iter().position(ready) else {
                return Err(LoadError::Message(format!("package {}: import cycle not allowed", waiting[0])));
            };
            order.push(waiting.remove(next).clone());
        }
        let index: FxHashMap<&String, PkgId> =
            order.iter().enumerate().map(|(i, path)| (path, PkgId::new(i))).collect();
        let main = PkgId::new(order.iter().position(|p| p == MAIN_KEY).expect("the main package is loaded"));
        let mut headers = PrimaryMap::new();
        let mut packages = PrimaryMap::new();
        let mut pending = self.packages;
        for path in &order {
            let p = pending.remove(path).expect("each package is in the order once");
            let name = match p.asts.first() {
                Some(ast) => ast.package.name,
                None => sym::Unsafe,
            };
            let imports = p.imports.iter().map(|i| (i.path.clone(), index[&i.path])).collect();
            let header =
                PackageHeader { path: p.path, name, is_std: p.is_std, imports, scope: OnceLock::new() };
            headers.push(header);
            packages.push(LoadedPackage { asts: p.asts });
        }
        Ok(Loaded { headers, packages, main, early: self.early })
    }
}

/// Why there is no package of this path, in the go command's words.
fn missing_package(path: &str) -> String {
    if path == "C" {
        return "import \"C\" is not supported".to_string();
    }
    const INVALID: &str = "!\"#$%&'()*,:;<=>?[\\]^`{|}\u{fffd}";
    if path.is_empty() || path.chars().any(|c| c.is_control() || c.is_whitespace() || INVALID.contains(c)) {
        return format!("invalid import path: {path}");
    }
    if path.starts_with('/') {
        return format!("{path:?} is not a package path; see 'go help packages'");
    }
    if path.ends_with('/') {
        return format!("malformed import path {path:?}: trailing slash");
    }
    if path.contains("//") {
        return format!("malformed import path {path:?}: double slash");
    }
    if path.starts_with("./") || path.starts_with("../") {
        return format!("{path:?} is relative, but relative import paths are not supported in module mode");
    }
    if STANDARD.split_ascii_whitespace().any(|p| p == path) {
        return format!("package {path} of the standard library is not supported yet");
    }
    let first = path.split('/').next().unwrap_or(path);
    if first.contains('.') {
        return format!("no required module provides package {path}; modules are not supported yet");
    }
    format!("package {path} is not in std")
}
