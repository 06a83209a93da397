//! The runtime that is linked into every program, as the build script embedded it.

include!(concat!(env!("OUT_DIR"), "/runtime_objects.rs"));

/// Name (for messages) and bytes of each object of the runtime, for [`linker::link`] beside the program's own object.
/// They define `_start` and the functions of the runtime ABI; they need what the program defines
/// ([`abi::symtab::MAIN_SYMBOL`] and the side tables).
pub fn runtime_objects() -> &'static [(&'static str, &'static [u8])] {
    RUNTIME
}

#[cfg(test)]
mod tests {
    use linker::{Collect, Input, LinkError, LinkOptions};

    use super::runtime_objects;

    /// All that is undefined in the whole runtime are names of Go, which programs define; with them it links.
    #[test]
    fn needs_nothing_but_the_program() {
        let inputs: Vec<Input<'_>> =
            runtime_objects().iter().map(|&(name, bytes)| Input { name, bytes }).collect();
        assert!(!inputs.is_empty());
        let mut opts = LinkOptions { collect: Collect::Nothing, ..LinkOptions::default() };
        match linker::link(&inputs, &opts) {
            Ok(_) => return,
            Err(LinkError::Undefined(missing)) => {
                for reference in missing {
                    assert!(reference.symbol.contains('.'), "{reference:?}");
                    opts.absolute.push((reference.symbol, 0x1000));
                }
            }
            Err(other) => panic!("{other}"),
        }
        linker::link(&inputs, &opts).expect("nothing else is missing");
    }
}
