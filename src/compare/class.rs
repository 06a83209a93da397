//! What a call is for, by the name of what is called; gc's runtime and ours share most names.

use backend::inspect::Callee;

/// Classes of calls, in the order of the reports.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Class {
    DeferRegistration,
    DeferExit,
    DeferredCall,
    Panic,
    Recover,
    Allocation,
    WriteBarrier,
    Check,
    StackGrowth,
    Runtime,
    Indirect,
    User,
}

impl Class {
    pub const ALL: [Class; 12] = [
        Class::DeferRegistration,
        Class::DeferExit,
        Class::DeferredCall,
        Class::Panic,
        Class::Recover,
        Class::Allocation,
        Class::WriteBarrier,
        Class::Check,
        Class::StackGrowth,
        Class::Runtime,
        Class::Indirect,
        Class::User,
    ];

    /// In reports.
    pub fn name(self) -> &'static str {
        match self {
            Class::DeferRegistration => "defer registration",
            Class::DeferExit => "defer exit",
            Class::DeferredCall => "deferred call",
            Class::Panic => "panic",
            Class::Recover => "recover",
            Class::Allocation => "allocation",
            Class::WriteBarrier => "write barrier",
            Class::Check => "check",
            Class::StackGrowth => "stack growth",
            Class::Runtime => "other runtime",
            Class::Indirect => "indirect",
            Class::User => "user",
        }
    }

    /// The class of a call, deferred calls at exits apart.
    pub fn of(callee: &Callee) -> Class {
        let Callee::Symbol(name) = callee else { return Class::Indirect };
        let Some(name) = name.strip_prefix("runtime.") else { return Class::User };
        let name = name.strip_suffix(".abi0").unwrap_or(name);
        let is = |list: &[&str]| list.iter().any(|p| name.starts_with(p));
        match () {
            () if is(&["deferproc", "deferrangefunc"]) => Class::DeferRegistration,
            () if is(&["deferreturn"]) => Class::DeferExit,
            () if is(&["gopanic", "Goexit"]) => Class::Panic,
            () if is(&["gorecover"]) => Class::Recover,
            () if is(&["gcWriteBarrier", "wb"]) => Class::WriteBarrier,
            () if is(&["panic", "goPanic"]) => Class::Check,
            () if is(&["morestack"]) => Class::StackGrowth,
            () if is(ALLOCATING) => Class::Allocation,
            () => Class::Runtime,
        }
    }
}

/// Beginnings of names of runtime functions that allocate.
const ALLOCATING: &[&str] = &[
    "newobject",
    "newarray",
    "malloc",
    "makeslice",
    "growslice",
    "makemap",
    "makechan",
    "concat",
    "convT",
    "slicebytetostring",
    "stringtoslice",
    "slicerunetostring",
    "intstring",
    "rawstring",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_told_apart() {
        let of = |name: &str| Class::of(&Callee::Symbol(name.to_string()));
        assert_eq!(of("runtime.deferprocStack"), Class::DeferRegistration);
        assert_eq!(of("runtime.deferreturn"), Class::DeferExit);
        assert_eq!(of("runtime.panicIndex"), Class::Check);
        assert_eq!(of("runtime.gopanic"), Class::Panic);
        assert_eq!(of("runtime.morestack_noctxt.abi0"), Class::StackGrowth);
        assert_eq!(of("fmt.Println"), Class::User);
        assert_eq!(Class::of(&Callee::Indirect), Class::Indirect);
    }
}
