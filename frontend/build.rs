//! Generates the parser from `src/parse/go.lalrpop`.

fn main() {
    println!("cargo:rerun-if-changed=src/parse/go.lalrpop");
    // `disabled` gives short conflict reports; see the head of the grammar.
    println!("cargo:rerun-if-env-changed=LALRPOP_LANE_TABLE");
    let mut config = lalrpop::Configuration::new();
    config.emit_rerun_directives(true);
    config.process_dir("src/parse").expect("the grammar has no conflicts");
}
