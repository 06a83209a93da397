//! `--emit=ast`: the tree as indented text.
