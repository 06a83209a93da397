//! Selecting members of static libraries.

mod common;

use std::fs;
use std::process::Command;

use common::{START, c, fresh, link, run};
use linker::{LinkOptions, select};

/// A static library of these members.
fn archive(members: &[(&str, Vec<u8>)], flags: &str) -> Vec<u8> {
    let directory = fresh("");
    fs::create_dir(&directory).unwrap();
    for (name, bytes) in members {
        fs::write(directory.join(name), bytes).unwrap();
    }
    let output = directory.join("lib.a");
    let status = Command::new("ar")
        .arg(flags)
        .arg("lib.a")
        .args(members.iter().map(|m| m.0))
        .current_dir(&directory)
        .status()
        .unwrap();
    assert!(status.success());
    let bytes = fs::read(output).unwrap();
    fs::remove_dir_all(directory).unwrap();
    bytes
}

fn library(flags: &str) -> Vec<u8> {
    archive(
        &[
            ("notes.txt", b"no object".to_vec()),
            ("unneeded.o", c("int extra(void) { return 1; }", &[])),
            ("a_member_with_a_rather_long_name.o", c("int deep(void) { return 40; }", &[])),
            ("run.o", c("int deep(void), given(void); int run(void) { return deep() + given(); }", &[])),
            ("given.o", c("int given(void) { return 1; }", &[])),
            ("start.o", c(START, &["-O1"])),
            ("late.o", c("int run(void) { return 9; }", &[])),
        ],
        flags,
    )
}

fn names(members: &[(String, Vec<u8>)]) -> Vec<&str> {
    members.iter().map(|m| m.0.as_str()).collect()
}

#[test]
fn takes_what_the_roots_need_in_the_archives_order() {
    let library = library("rcs");
    let members = select(&library, &["_start"], &[]).unwrap();
    assert_eq!(names(&members), ["a_member_with_a_rather_long_name.o", "run.o", "given.o", "start.o"]);
    let objects: Vec<Vec<u8>> = members.into_iter().map(|m| m.1).collect();
    assert_eq!(run(&link(&objects, &LinkOptions::default())).status.code(), Some(41));
}

#[test]
fn provided_names_are_not_searched() {
    let library = library("rcs");
    let members = select(&library, &["_start"], &["given"]).unwrap();
    assert_eq!(names(&members), ["a_member_with_a_rather_long_name.o", "run.o", "start.o"]);
    let mut objects: Vec<Vec<u8>> = members.into_iter().map(|m| m.1).collect();
    objects.push(c("int given(void) { return 2; }", &[]));
    assert_eq!(run(&link(&objects, &LinkOptions::default())).status.code(), Some(42));
    assert_eq!(names(&select(&library, &["extra"], &[]).unwrap()), ["unneeded.o"]);
}

#[test]
fn what_cannot_be_selected() {
    let library = library("rcs");
    let message = select(&library, &["nowhere"], &[]).unwrap_err().to_string();
    assert_eq!(message, "no member of the archive defines nowhere");
    assert!(select(b"no archive", &["_start"], &[]).is_err());
    let thin = archive(&[("start.o", c(START, &[]))], "rcsT");
    assert!(select(&thin, &["_start"], &[]).unwrap_err().to_string().contains("thin archives"));
    // A cut anywhere in the members is an error or leaves the root undefined.
    for length in (0..library.len() - 2000).step_by(97) {
        let cut = select(&library[..length], &["run"], &[]);
        assert!(cut.is_err() || cut.unwrap().iter().any(|m| m.0 == "run.o"));
    }
}
