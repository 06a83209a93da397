//! The `mini-go` command: flags in, exit status out.

mod cache;
mod cli;
mod compare;
mod driver;
mod emit;
mod explain;
mod gc;
mod help;
mod ice;
mod memory;
mod output;
mod packages;
mod run;
mod show;
mod trace;

use cli::Action;

/// A compiler allocates many small things on several threads; the system's allocator took a sixth of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    ice::install();
    memory::small();
    let status = std::panic::catch_unwind(real_main).unwrap_or(ice::EXIT_STATUS);
    std::process::exit(status);
}

fn real_main() -> i32 {
    let cli = match cli::parse(std::env::args_os().skip(1).collect()) {
        Ok(cli) => cli,
        Err(cli::UsageError(message)) => {
            eprintln!("{}", message.trim_end());
            return 2;
        }
    };
    match &cli.action {
        Action::Version => println!("mini-go version {} go1.27 linux/amd64", env!("CARGO_PKG_VERSION")),
        Action::Help(text) => print!("{text}"),
        Action::Env { json } => show::environment(*json),
        _ => return driver::main(&cli),
    }
    0
}
