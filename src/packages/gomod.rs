//! The go.mod file (Go: `go help go.mod`, `golang.org/x/mod/modfile`): what a build needs to know of it.

use frontend::loader::NEWEST_LANG;

/// A go.mod file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct GoMod {
    /// The module's path.
    pub module: String,
    /// Minor number of the `go` line's version.
    pub go: Option<u32>,
    /// Paths and versions of the modules that are needed.
    pub require: Vec<(String, String)>,
    /// Modules that stand for others.
    pub replace: Vec<Replace>,
    /// Directories that patterns leave out, relative to the module's (`ignore`).
    pub ignore: Vec<String>,
}

/// A `replace` line.
#[derive(Debug, PartialEq, Eq)]
pub struct Replace {
    /// The module that is replaced.
    pub path: String,
    /// Only this version of it.
    pub version: Option<String>,
    /// A module path, or a directory if there is no version.
    pub by: String,
    /// The version that is taken.
    pub by_version: Option<String>,
}

/// The language version of a module without a `go` line.
const UNSTATED_LANG: u32 = 16;

impl GoMod {
    /// Minor number of the module's language version.
    pub fn lang(&self) -> u32 {
        self.go.unwrap_or(UNSTATED_LANG)
    }

    /// Reads a go.mod file; `shown` is its name in messages.
    ///
    /// # Errors
    /// The go command's message.
    pub fn parse(text: &str, shown: &str) -> Result<GoMod, String> {
        let mut out = GoMod::default();
        let mut errors = Vec::new();
        let mut block: Option<String> = None;
        for (i, line) in text.lines().enumerate() {
            let mut words = match tokens(line) {
                Ok(words) => words,
                Err(e) => {
                    errors.push(format!("{shown}:{}: {e}", i + 1));
                    continue;
                }
            };
            if words.is_empty() {
                continue;
            }
            match &block {
                Some(_) if words == [")"] => {
                    block = None;
                    continue;
                }
                Some(verb) => words.insert(0, verb.clone()),
                None if words.len() == 2 && words[1] == "(" => {
                    block = Some(words.swap_remove(0));
                    continue;
                }
                None => {}
            }
            if let Err(e) = out.line(&words) {
                errors.push(format!("{shown}:{}: {e}", i + 1));
            }
        }
        if !errors.is_empty() {
            return Err(format!("go: errors parsing {shown}:\n{}", errors.join("\n")));
        }
        if out.module.is_empty() {
            return Err(format!(
                "go: error reading {shown}: missing module declaration. To specify the module path:\n\tgo mod edit \
                 -module=example.com/mod"
            ));
        }
        if out.go.is_some_and(|go| go > NEWEST_LANG) {
            let go = out.go.unwrap_or_default();
            return Err(format!("go: {shown} requires go >= 1.{go} (running go 1.{NEWEST_LANG})"));
        }
        Ok(out)
    }

    fn line(&mut self, words: &[String]) -> Result<(), String> {
        let args: Vec<&str> = words[1..].iter().map(String::as_str).collect();
        match (words[0].as_str(), &args[..]) {
            ("module", [path]) if self.module.is_empty() => self.module = (*path).to_string(),
            ("module", [_]) => return Err("repeated module statement".to_string()),
            ("module", _) => return Err("usage: module module/path".to_string()),
            ("go", [version]) => {
                let minor = minor(version)
                    .ok_or_else(|| format!("invalid go version '{version}': must match format 1.23.0"))?;
                self.go = Some(minor);
            }
            ("go", _) => return Err("go directive expects exactly one argument".to_string()),
            ("require", [path, version]) => {
                self.require.push(((*path).to_string(), (*version).to_string()));
            }
            ("require", _) => return Err("usage: require module/path v1.2.3".to_string()),
            ("replace", args) => self.replace.push(replace(args)?),
            ("ignore", [dir]) => {
                self.ignore.push(dir.trim_start_matches("./").trim_end_matches('/').to_string());
            }
            ("toolchain" | "exclude" | "retract" | "tool" | "godebug" | "ignore", _) => {}
            (verb, _) => return Err(format!("unknown directive: {verb}")),
        }
        Ok(())
    }
}

fn replace(args: &[&str]) -> Result<Replace, String> {
    let usage = "usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => ../local/directory";
    let arrow = args.iter().position(|&a| a == "=>").ok_or(usage)?;
    let (path, version) = match args[..arrow] {
        [path] => (path, None),
        [path, version] => (path, Some(version.to_string())),
        _ => return Err(usage.to_string()),
    };
    let (by, by_version) = match args[arrow + 1..] {
        [by] => (by, None),
        [by, version] => (by, Some(version.to_string())),
        _ => return Err(usage.to_string()),
    };
    if by_version.is_none() && !by.starts_with(['.', '/']) {
        return Err(
            "replacement module without version must be directory path (rooted or starting with . or ..)"
                .to_string(),
        );
    }
    Ok(Replace { path: path.to_string(), version, by: by.to_string(), by_version })
}

/// `1.N`, `1.N.P` and `1.NrcP` → N.
pub fn minor(version: &str) -> Option<u32> {
    let rest = version.strip_prefix("1.")?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, rest) = rest.split_at(digits);
    let numeric = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let patch = ["", ".", "rc", "beta"].iter().any(|p| match rest.strip_prefix(p) {
        Some(rest) => {
            if p.is_empty() {
                rest.is_empty()
            } else {
                numeric(rest)
            }
        }
        None => false,
    });
    if patch { number.parse().ok() } else { None }
}

/// The words of a line without its comment. Words may be quoted.
pub(super) fn tokens(line: &str) -> Result<Vec<String>, String> {
    let mut out = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() && !rest.starts_with("//") {
        if let Some(quote) = rest.chars().next().filter(|c| ['"', '`'].contains(c)) {
            let end = rest[1..].find(quote).ok_or("unexpected newline in string")? + 1;
            out.push(rest[1..end].to_string());
            rest = rest[end + 1..].trim_start();
            continue;
        }
        let special = |c: char| ['(', ')', ','].contains(&c);
        let end = match rest.find(|c: char| c.is_whitespace() || special(c)) {
            Some(0) => 1,
            Some(end) => end,
            None => rest.len(),
        };
        out.push(rest[..end].to_string());
        rest = rest[end..].trim_start();
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_build_needs() {
        let text = "module example.com/m // name\n\ngo 1.22.1\n\nrequire (\n\ta.b/c v1.0.0 // indirect\n\t\"d.e/f\" v0.1.0\n)\n\
                    replace a.b/c => ../c\nreplace d.e/f v0.1.0 => g.h/i v1.2.3\nexclude x v1.0.0\nretract [v1.0.0, v1.1.0]\n\
                    ignore ./out\n";
        let m = GoMod::parse(text, "go.mod").expect("a good file");
        assert_eq!((m.module.as_str(), m.lang()), ("example.com/m", 22));
        assert_eq!(m.require.len(), 2);
        assert_eq!(m.replace[0].by, "../c");
        assert_eq!(m.replace[1].by_version.as_deref(), Some("v1.2.3"));
        assert_eq!(m.ignore, ["out"]);
    }

    #[test]
    fn words_of_the_go_command() {
        let text = "module a.b/v2\ngo x\nrequire x\nreplace a => b\nbla foo\n";
        let want = "go: errors parsing go.mod:\n\
                    go.mod:2: invalid go version 'x': must match format 1.23.0\n\
                    go.mod:3: usage: require module/path v1.2.3\n\
                    go.mod:4: replacement module without version must be directory path (rooted or starting with . or ..)\n\
                    go.mod:5: unknown directive: bla";
        assert_eq!(GoMod::parse(text, "go.mod"), Err(want.to_string()));
    }

    #[test]
    fn versions() {
        let all = ["1.21", "1.21.0", "1.22rc1", "1", "2.1", "1.x", "1.21."];
        let minors: Vec<_> = all.iter().map(|v| minor(v)).collect();
        assert_eq!(minors, [Some(21), Some(21), Some(22), None, None, None, None]);
    }
}
