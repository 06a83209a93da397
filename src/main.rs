//! The `mini-go` command.
fn main() {}
