//! Import paths: which are well formed, and what the go command says of those that lead nowhere.

/// Packages of the standard library of Go 1.27, to tell a package that only an installation has from one that does
/// not exist.
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

/// Whether the standard library of Go 1.27 has a package of this path.
pub fn is_standard(path: &str) -> bool {
    STANDARD.split_ascii_whitespace().any(|p| p == path)
}

/// Whether `path` is `prefix` or lies below it; everything lies below the empty path.
pub fn has_prefix(path: &str, prefix: &str) -> bool {
    prefix.is_empty()
        || path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether all characters of an import path may stand there (Go: `go/build.isValidImport`).
pub fn is_valid(path: &str) -> bool {
    const INVALID: &str = "!\"#$%&'()*,:;<=>?[\\]^`{|}\u{fffd}";
    !path.is_empty() && !path.chars().any(|c| c.is_control() || c.is_whitespace() || INVALID.contains(c))
}

/// What is wrong with an import path by itself, in the go command's words.
pub fn malformed(path: &str) -> Option<String> {
    if path == "C" {
        return Some("import \"C\" is not supported".to_string());
    }
    if !is_valid(path) {
        return Some(format!("invalid import path: {path}"));
    }
    if path.starts_with('/') {
        return Some(format!("{path:?} is not a package path; see 'go help packages'"));
    }
    if path.ends_with('/') {
        return Some(format!("malformed import path {path:?}: trailing slash"));
    }
    if path.contains("//") {
        return Some(format!("malformed import path {path:?}: double slash"));
    }
    if is_relative(path) {
        return Some(format!(
            "{path:?} is relative, but relative import paths are not supported in module mode"
        ));
    }
    None
}

/// Whether the path names a directory, not a package.
pub fn is_relative(path: &str) -> bool {
    path == "." || path == ".." || path.starts_with("./") || path.starts_with("../")
}

/// Why no package has this path, in the go command's words, which depend on whether there is a go.mod file.
pub fn missing(path: &str, in_module: bool) -> String {
    if is_standard(path) {
        return format!("package {path} of the standard library is not supported yet");
    }
    let first = path.split('/').next().unwrap_or(path);
    match (first.contains('.'), in_module) {
        (false, _) => format!("package {path} is not in std"),
        (true, true) => format!("no required module provides package {path}; to add it:\n\tgo get {path}"),
        (true, false) => format!(
            "no required module provides package {path}: go.mod file not found in current directory or any parent \
             directory; see 'go help modules'"
        ),
    }
}

/// The tree that a package below an `internal` directory is for: the path up to the last such element
/// (Go: `load.findInternal`).
pub fn internal_parent(path: &str) -> Option<&str> {
    if let Some(parent) = path.strip_suffix("/internal") {
        return Some(parent);
    }
    if let Some(at) = path.rfind("/internal/") {
        return Some(&path[..at]);
    }
    (path == "internal" || path.starts_with("internal/")).then_some("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn internal_packages() {
        assert_eq!(internal_parent("a/internal/b"), Some("a"));
        assert_eq!(internal_parent("a/internal"), Some("a"));
        assert_eq!(internal_parent("internal/a"), Some(""));
        assert_eq!(internal_parent("internal"), Some(""));
        assert_eq!(internal_parent("a/internal/b/internal/c"), Some("a/internal/b"));
        assert_eq!(internal_parent("a/internals/b"), None);
    }

    #[test]
    fn prefixes() {
        assert!(has_prefix("a/b", "a") && has_prefix("a", "a") && !has_prefix("ab", "a"));
    }

    #[test]
    fn words() {
        assert_eq!(missing("x/y", true), "package x/y is not in std");
        assert!(missing("x.y/z", true).ends_with("to add it:\n\tgo get x.y/z"));
        assert!(missing("x.y/z", false).contains("go.mod file not found"));
        assert!(malformed("./a").is_some_and(|m| m.contains("is relative")));
        assert_eq!(malformed("a/b.c"), None);
    }
}
