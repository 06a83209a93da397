//! Lists the Go sources below `go/` and `overlay/` as tables of `include_str!` entries, one per package.
//!
//! A folder that holds `.go` files is a package; its path below the root is the import path. Both
//! packages and files are sorted by name, so the tables do not depend on the file system.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let table = table("PACKAGES", &manifest.join("go")) + &table("OVERLAYS", &manifest.join("overlay"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("packages.rs"), table).expect("the build folder is writable");
}

/// The packages below a folder as a table.
fn table(name: &str, root: &Path) -> String {
    println!("cargo::rerun-if-changed={}", root.display());
    let mut packages = BTreeMap::new();
    scan(root, "", &mut packages);
    let mut table = format!("static {name}: &[(&str, &[(&str, &str)])] = &[\n");
    for (path, files) in &packages {
        writeln!(table, "    ({path:?}, &[").expect("writing to a String cannot fail");
        for (name, file) in files {
            writeln!(table, "        ({name:?}, include_str!({file:?})),")
                .expect("writing to a String cannot fail");
        }
        table.push_str("    ]),\n");
    }
    table.push_str("];\n");
    table
}

/// Collects the packages at and below `dir`, whose import path is `import_path`.
fn scan(dir: &Path, import_path: &str, packages: &mut BTreeMap<String, BTreeMap<String, PathBuf>>) {
    println!("cargo::rerun-if-changed={}", dir.display());
    for entry in fs::read_dir(dir).expect("the folder of Go sources is readable") {
        let path = entry.expect("the folder of Go sources is readable").path();
        let name = path.file_name().and_then(|n| n.to_str()).expect("file names are UTF-8").to_owned();
        if path.is_dir() {
            let child = if import_path.is_empty() { name } else { format!("{import_path}/{name}") };
            scan(&path, &child, packages);
        } else if name.ends_with(".go") {
            packages.entry(import_path.to_owned()).or_default().insert(name, path);
        }
    }
}
