//! `mini-go help`: the texts, in the go command's manner.

/// A command.
pub struct Topic {
    /// Its name.
    pub name: &'static str,
    /// What it does, in half a line.
    pub short: &'static str,
    /// Its arguments.
    pub usage: &'static str,
    /// The whole story.
    pub long: &'static str,
}

/// All commands, in the order of the overview.
pub const TOPICS: &[Topic] = &[
    Topic {
        name: "build",
        short: "compile packages",
        usage: "[-o output] [build flags] [packages]",
        long: "
Build compiles the program that the arguments name, a list of .go files or a directory, together with the packages it
imports, and writes an executable, named after the first file or the directory. It needs no Go installation, no
assembler, no linker and no C library.

The -o flag writes to the named file, or into the named directory. A device such as /dev/null stays one.
",
    },
    Topic {
        name: "run",
        short: "compile and run a program",
        usage: "[build flags] files [arguments]",
        long: "
Run compiles a program into a temporary directory and runs it. What follows the files belongs to the program. If the
program fails, its exit status is printed, and that of run itself is 1.
",
    },
    Topic {
        name: "check",
        short: "type-check packages",
        usage: "[build flags] [packages]",
        long: "
Check parses and type-checks, and stops there. Errors are gc's, in its words.
",
    },
    Topic {
        name: "explain",
        short: "tell what becomes of each defer statement, and why",
        usage: "[-escape] [-json] [build flags] [packages]",
        long: "
Explain prints for each defer statement how it is compiled, the rule that decides, the smallest change to the source that
would make it cheaper, and its cost. Beside it stands the kind that gc chooses: in its own word if there is a go command in
$GO or on PATH, else by its rules, of which mini-go has a copy. GO=off asks for the rules.

The -escape flag adds what is allocated in the frame and what on the heap, why, and the way its address takes.
The -json flag prints JSON lines, one object a statement.
",
    },
    Topic {
        name: "compare",
        short: "compare the code with gc's, function by function",
        usage: "[-f regexp] [-with file] [-max-regress=N%] [-json] [build flags] [packages]",
        long: "
Compare compiles the program with mini-go and with gc, reads both executables back with one disassembler, and counts
instructions, bytes, frame, branches and calls by what they are for.

The -f flag limits it to functions that match, and adds their listings side by side, aligned by source line and by what
the code does for a defer: evaluate operands, register, test bit, run, deferreturn, recovery landing.
The -with flag names an executable to compare with instead of gc's: any for x86-64 with symbols and line table.
The -max-regress flag fails if a function in both has so many percent more instructions than the other's.
The -json flag prints JSON lines, one object a function.
",
    },
    Topic {
        name: "trace",
        short: "run a program and show what happens to its deferred calls",
        usage: "[-json] [build flags] files [arguments]",
        long: "
Trace builds the program with -d=defertrace, runs it, and prints for each goroutine a line for every registration and run
of a deferred call, every panic, recover and Goexit, with the calls that are due at that moment.

The -json flag prints the events as JSON lines. A program built with -d=defertrace by itself writes them to the file that
MINIGO_DEFERTRACE names, by default defertrace.json.
",
    },
    Topic {
        name: "asm",
        short: "print the machine code, function by function",
        usage: "[-f regexp] [build flags] [packages]",
        long: "
Asm prints the assembly listing of the program in source order, in the shape of gc's -S, with names for what is called.

The -f flag limits it to functions that match.
",
    },
    Topic {
        name: "env",
        short: "print the environment variables that are honoured",
        usage: "[-json]",
        long: "
Env prints the environment variables that mini-go and the programs it builds look at, with their values.

The -json flag prints them as JSON.
",
    },
    Topic { name: "version", short: "print the version", usage: "", long: "\nVersion prints the version.\n" },
];

/// The flags that all building commands share.
const BUILD_FLAGS: &str = "
The build flags are shared by the commands that compile:

\t-C dir
\t\tchange to dir before anything else.
\t-a
\t\tcompile everything anew.
\t-o file
\t\twhere to write what is made.
\t-p n
\t\thow many threads to use.
\t-x
\t\tname the steps.
\t-S
\t\tprint the assembly listing besides.
\t-json
\t\tprint diagnostics as JSON lines.
\t-tags tag,list
\t\tbuild tags.
\t-lang go1.N
\t\tlanguage version.
\t-gcflags 'flags'
\t\t-e all errors, -S listing, -dwarf debug information, -lang=go1.N, -d=settings.
\t-d settings
\t\tdefer=auto|heap|stack|open  the strongest lowering of defer statements;
\t\tdefertrace                  the program writes what happens to its deferred calls;
\t\tbarriers                    tell the collector before pointers in the heap are overwritten (an experiment);
\t\tverify, noverify            check the SSA between passes or not;
\t\tgolib=folder                embedded packages from there.
\t-emit stage
\t\tstop after a stage and print it: tokens, ast, types, ssa, ssa:after=<pass>, clif, asm, obj, exe.
\t-time-passes
\t\tprint how long each stage took.
\t-ldflags '-s -w', -trimpath
\t\taccepted, without effect.
";

/// The overview.
pub fn overview() -> String {
    let commands: String = TOPICS.iter().map(|t| format!("\t{:11} {}\n", t.name, t.short)).collect();
    format!(
        "Mini-go compiles Go and shows what it does with defer, panic and recover.\n\nUsage:\n\n\tmini-go <command> [arguments]\n\nThe commands are:\n\n{commands}\nUse \"mini-go help <command>\" for more information about a command.\n"
    )
}

/// The text about a command.
pub fn of(name: &str) -> Option<String> {
    let topic = TOPICS.iter().find(|t| t.name == name)?;
    let flags = if topic.usage.contains("[build flags]") { BUILD_FLAGS } else { "" };
    Some(format!("{}\n{}{flags}", usage(name), topic.long))
}

/// `usage: mini-go build …`
pub fn usage(name: &str) -> String {
    let arguments = TOPICS.iter().find(|t| t.name == name).map_or("", |t| t.usage);
    format!("usage: mini-go {name} {arguments}").trim_end().to_string()
}
