//! What the executable looks like: segments, sections, symbols, debug information, unwind tables.

mod common;

use common::{PRELUDE, START, asm, c, link, run, stdout};
use gimli::UnwindSection as _;
use linker::{Collect, DebugSections, EhFrame, Image, Input, LinkOptions, Report, SymbolTable, link_image};
use object::elf;
use object::read::elf::{FileHeader as _, ProgramHeader as _, SectionHeader as _, Sym as _};
use object::{LittleEndian as LE, U32};

type Header = elf::FileHeader64<LE>;

/// Name, type, flags, address, contents of each section.
fn sections(bytes: &[u8]) -> Vec<(String, u32, u32, u64, Vec<u8>)> {
    let table = Header::parse(bytes).unwrap().sections(LE, bytes).unwrap();
    table
        .iter()
        .map(|s| {
            let name = String::from_utf8(table.section_name(LE, s).unwrap().to_vec()).unwrap();
            let data = s.data(LE, bytes).unwrap().to_vec();
            (name, s.sh_type(LE), s.sh_flags(LE) as u32, s.sh_addr(LE), data)
        })
        .collect()
}

fn names(bytes: &[u8]) -> Vec<String> {
    sections(bytes).into_iter().map(|s| s.0).collect()
}

fn contents(bytes: &[u8], name: &str) -> Vec<u8> {
    sections(bytes).into_iter().find(|s| s.0 == name).map_or(Vec::new(), |s| s.4)
}

/// Name, address, size, `STB_*` of each symbol.
fn symbols(bytes: &[u8]) -> Vec<(String, u64, u64, u8)> {
    let table = Header::parse(bytes).unwrap().sections(LE, bytes).unwrap();
    let symtab = table.symbols(LE, bytes, elf::SHT_SYMTAB).unwrap();
    let name = |s| String::from_utf8(symtab.symbol_name(LE, s).unwrap().to_vec()).unwrap();
    symtab.iter().map(|s| (name(s), s.st_value(LE), s.st_size(LE), s.st_bind())).collect()
}

fn address(bytes: &[u8], name: &str) -> Option<u64> {
    symbols(bytes).iter().find(|s| s.0 == name).map(|s| s.1)
}

fn sample(flags: &[&str]) -> Vec<u8> {
    let source = format!(
        "{PRELUDE}{START}
        int table[] = {{1, 2}}; int zeros[5000]; static const int *const p = table;
        __attribute__((noinline)) int used(int n) {{ return table[n & 1] + zeros[n] + *p; }}
        __attribute__((noinline)) int unused(int n) {{ return n * 3; }}
        __attribute__((visibility(\"hidden\"))) int secret = 3;
        int run(void) {{ num(used(secret)); return 0; }}"
    );
    c(&source, &[&["-O1", "-ffunction-sections", "-fdata-sections", "-fno-inline"], flags].concat())
}

#[test]
fn segments_have_one_protection_each() {
    for opts in [
        LinkOptions::default(),
        LinkOptions { collect: Collect::Nothing, debug: DebugSections::Keep, ..LinkOptions::default() },
    ] {
        let bytes = link(&[sample(&["-g"])], &opts);
        let header = Header::parse(&*bytes).unwrap();
        let mut loads = Vec::new();
        let mut stack = None;
        for segment in header.program_headers(LE, &*bytes).unwrap() {
            match segment.p_type(LE) {
                elf::PT_LOAD => {
                    assert_eq!(segment.p_vaddr(LE) % 4096, segment.p_offset(LE) % 4096);
                    loads.push(segment.p_flags(LE));
                }
                elf::PT_GNU_STACK => stack = Some(segment.p_flags(LE)),
                _ => {}
            }
        }
        assert_eq!(loads, [elf::PF_R, elf::PF_R | elf::PF_X, elf::PF_R | elf::PF_W]);
        assert_eq!(stack, Some(elf::PF_R | elf::PF_W));
        assert_eq!(header.e_type(LE), elf::ET_EXEC);
        assert_eq!(stdout(&bytes), "3\n");
        for (name, _, flags, addr, _) in sections(&bytes) {
            let both = elf::SHF_WRITE | elf::SHF_EXECINSTR;
            assert_ne!(flags & both, both, "{name}");
            assert_eq!(addr != 0, flags & elf::SHF_ALLOC != 0, "{name}");
        }
    }
}

#[test]
fn only_what_is_reached_is_linked() {
    let bytes = link(&[sample(&[])], &LinkOptions::default());
    assert!(address(&bytes, "used").is_some());
    assert_eq!(address(&bytes, "unused"), None);
    let all = link(&[sample(&[])], &LinkOptions { collect: Collect::Nothing, ..LinkOptions::default() });
    assert!(address(&all, "unused").is_some());
    let rooted = LinkOptions { roots: vec!["unused".into()], ..LinkOptions::default() };
    assert!(address(&link(&[sample(&[])], &rooted), "unused").is_some());
}

#[test]
fn hidden_symbols_are_local_and_locals_come_first() {
    let bytes = link(&[sample(&[])], &LinkOptions::default());
    let symbols = symbols(&bytes);
    let binding = |name: &str| symbols.iter().find(|s| s.0 == name).unwrap().3;
    assert_eq!(binding("secret"), elf::STB_LOCAL);
    assert_eq!(binding("used"), elf::STB_GLOBAL);
    let first = symbols.iter().position(|s| s.3 != elf::STB_LOCAL).unwrap();
    assert!(symbols[first..].iter().all(|s| s.3 != elf::STB_LOCAL));
    let table = Header::parse(&*bytes).unwrap().sections(LE, &*bytes).unwrap();
    let (_, header) = table.section_by_name(LE, b".symtab").unwrap();
    assert_eq!(header.sh_info(LE), first as u32);
    assert!(symbols.iter().all(|s| !s.0.starts_with(".L")));
}

#[test]
fn symbol_table_can_be_left_out() {
    let opts = LinkOptions { symtab: SymbolTable::Strip, ..LinkOptions::default() };
    let bytes = link(&[sample(&[])], &opts);
    assert!(!names(&bytes).iter().any(|n| n == ".symtab" || n == ".strtab"));
    assert_eq!(stdout(&bytes), "3\n");
}

#[test]
fn reported_addresses_are_those_of_the_symbol_table() {
    let object = sample(&[]);
    let inputs = [Input { name: "a.o", bytes: &object }];
    let report = Report::Named(vec!["used".into(), "unused".into(), "_start".into(), "nowhere".into()]);
    let Image { bytes, entry, symbols } =
        link_image(&inputs, &LinkOptions { report, ..LinkOptions::default() }).unwrap();
    let mut expected: Vec<(String, u64)> =
        ["used", "_start"].map(|n| (n.to_owned(), address(&bytes, n).unwrap())).into();
    expected.sort_by_key(|s| s.1);
    assert_eq!(symbols, expected);
    assert_eq!(address(&bytes, "_start"), Some(entry));
    let all =
        link_image(&inputs, &LinkOptions { report: Report::Globals, ..LinkOptions::default() }).unwrap();
    assert!(all.symbols.contains(&("table".into(), address(&bytes, "table").unwrap())));
}

#[test]
fn equal_inputs_give_equal_bytes_at_any_alignment() {
    let object = sample(&["-g"]);
    let opts = LinkOptions { debug: DebugSections::Keep, eh_frame: EhFrame::Keep, ..LinkOptions::default() };
    let expected = link(std::slice::from_ref(&object), &opts);
    for shift in 0..9 {
        let shifted = [vec![0; shift], object.clone()].concat();
        let inputs = [Input { name: "0.o", bytes: &shifted[shift..] }];
        assert_eq!(linker::link(&inputs, &opts).unwrap(), expected);
    }
}

/// Tables of other names than the usual ones stay together, in input order, and are live through their symbols.
#[test]
fn custom_tables_are_merged_by_name() {
    let one = asm(
        ".globl _start\n.text\n_start: leaq table.start(%rip), %rax\nmovl 4(%rax), %edi\nmovl $231, %eax\nsyscall\n\
         .section .gopclntab,\"a\"\n.globl table.start\ntable.start: .long 1\n\
         .section .dropped,\"a\"\n.long 5\n",
    );
    let two = asm(".section .gopclntab,\"a\",@progbits\n.globl more\nmore: .long 44\n");
    let opts = LinkOptions { roots: vec!["more".into()], ..LinkOptions::default() };
    let bytes = link(&[one, two], &opts);
    assert_eq!(run(&bytes).status.code(), Some(44));
    assert_eq!(contents(&bytes, ".gopclntab"), [1, 0, 0, 0, 44, 0, 0, 0]);
    assert!(!names(&bytes).contains(&".dropped".to_owned()));
}

#[test]
fn retained_ordered_and_grouped_sections() {
    let object = asm(".globl _start\n.text\n_start: call member\nmovl $0, %edi\nmovl $231, %eax\nsyscall\n\
         .section .kept,\"aR\"\n.byte 1\n\
         .section .text.member,\"axG\",@progbits,sig,comdat\nmember: ret\n\
         .section .mate,\"aG\",@progbits,sig,comdat\n.byte 2\n\
         .section .about,\"ao\",@progbits,.text.member\n.byte 3\n\
         .section .text.dead,\"ax\"\ndead: ret\n\
         .section .aboutdead,\"ao\",@progbits,.text.dead\n.byte 4\n");
    let bytes = link(&[object], &LinkOptions::default());
    assert_eq!(run(&bytes).status.code(), Some(0));
    assert_eq!(contents(&bytes, ".kept"), [1]);
    assert_eq!(contents(&bytes, ".mate"), [2]);
    assert_eq!(contents(&bytes, ".about"), [3]);
    assert!(!names(&bytes).contains(&".aboutdead".to_owned()));
}

#[test]
fn notes_get_their_header() {
    let object = asm(".globl _start\n.text\n_start: movl $0, %edi\nmovl $231, %eax\nsyscall\n\
         .section .note.test,\"a\",@note\n.balign 4\n.long 4, 4, 1\n.asciz \"abc\"\n.long 7\n");
    let bytes = link(&[object], &LinkOptions::default());
    assert_eq!(run(&bytes).status.code(), Some(0));
    let header = Header::parse(&*bytes).unwrap();
    let note = header.program_headers(LE, &*bytes).unwrap().iter().find(|p| p.p_type(LE) == elf::PT_NOTE);
    let mut notes = note.unwrap().notes(LE, &*bytes).unwrap().unwrap();
    let note = notes.next().unwrap().unwrap();
    assert_eq!((note.name(), note.desc()), (&b"abc"[..], &7u32.to_le_bytes()[..]));
}

type Slice<'a> = gimli::EndianSlice<'a, gimli::LittleEndian>;

/// The addresses of the functions that the unwind table describes, with their sizes.
fn described(bytes: &[u8]) -> Vec<(u64, u64)> {
    let (_, _, _, addr, data) = sections(bytes).into_iter().find(|s| s.0 == ".eh_frame").unwrap();
    let frame = gimli::EhFrame::new(&data, gimli::LittleEndian);
    let bases = gimli::BaseAddresses::default().set_eh_frame(addr);
    let mut entries = frame.entries(&bases);
    let mut found = Vec::new();
    while let Some(entry) = entries.next().unwrap() {
        if let gimli::CieOrFde::Fde(fde) = entry {
            let fde = fde.parse(|_, bases, offset| frame.cie_from_offset(bases, offset)).unwrap();
            found.push((fde.initial_address(), fde.len()));
        }
    }
    found.sort_unstable();
    found
}

#[test]
fn unwind_records_of_live_functions() {
    let flags = ["-fasynchronous-unwind-tables"];
    let opts = LinkOptions { eh_frame: EhFrame::Keep, ..LinkOptions::default() };
    let other = c("int far_away(int n) { return n; } int nobody(void) { return 1; }", &flags);
    let bytes = link(&[sample(&flags), other.clone()], &opts);
    assert_eq!(stdout(&bytes), "3\n");
    let expected = |bytes: &[u8]| {
        let functions = ["run", "used", "num", "say", "call3", "unused", "far_away", "nobody"];
        let mut found: Vec<(u64, u64)> = symbols(bytes)
            .into_iter()
            .filter(|s| functions.contains(&s.0.as_str()))
            .map(|s| (s.1, s.2))
            .collect();
        found.sort_unstable();
        found
    };
    assert!(expected(&bytes).len() >= 4);
    assert_eq!(described(&bytes), expected(&bytes));
    let all = LinkOptions { collect: Collect::Nothing, ..opts };
    let bytes = link(&[sample(&flags), other], &all);
    assert_eq!(expected(&bytes).len(), 8);
    assert_eq!(described(&bytes), expected(&bytes));
    assert!(!names(&link(&[sample(&flags)], &LinkOptions::default())).contains(&".eh_frame".to_owned()));
}

/// Name and start of each function with code in `.debug_info`.
fn subprograms(bytes: &[u8]) -> Vec<(String, u64)> {
    let sections = sections(bytes);
    let load = |id: gimli::SectionId| {
        let data = sections.iter().find(|s| s.0 == id.name()).map_or(&[][..], |s| &s.4);
        Ok::<_, gimli::Error>(gimli::EndianSlice::new(data, gimli::LittleEndian))
    };
    let dwarf = gimli::Dwarf::<Slice<'_>>::load(load).unwrap();
    let mut units = dwarf.units();
    let mut found = Vec::new();
    while let Some(header) = units.next().unwrap() {
        let unit = dwarf.unit(header).unwrap();
        let mut entries = unit.entries();
        while let Some(entry) = entries.next_dfs().unwrap() {
            let (Some(name), Some(low)) =
                (entry.attr_value(gimli::DW_AT_name), entry.attr_value(gimli::DW_AT_low_pc))
            else {
                continue;
            };
            if entry.tag() == gimli::DW_TAG_subprogram {
                let name = dwarf.attr_string(&unit, name).unwrap().to_string_lossy().into_owned();
                found.push((name, dwarf.attr_address(&unit, low).unwrap().unwrap()));
            }
        }
        let lines = unit.line_program.clone().unwrap();
        let (_, sequences) = lines.sequences().unwrap();
        assert!(!sequences.is_empty());
    }
    found
}

#[test]
fn debug_information_points_at_live_code_and_nowhere_else() {
    for version in ["-gdwarf-4", "-gdwarf-5"] {
        let opts = LinkOptions { debug: DebugSections::Keep, ..LinkOptions::default() };
        let other = c("int second_unit(void) { return 1; }", &[version]);
        let bytes = link(&[sample(&[version]), other.clone()], &opts);
        assert_eq!(stdout(&bytes), "3\n");
        let found = subprograms(&bytes);
        for name in ["run", "used"] {
            assert!(found.contains(&(name.to_owned(), address(&bytes, name).unwrap())), "{name}: {found:x?}");
        }
        assert!(found.contains(&("unused".into(), 0)), "{found:x?}");
        // Nothing of the second object is live, so its unit is not there.
        assert!(!found.iter().any(|f| f.0 == "second_unit"));
        let rooted = LinkOptions { roots: vec!["second_unit".into()], ..opts };
        let bytes = link(&[sample(&[version]), other], &rooted);
        let found = subprograms(&bytes);
        assert!(
            found.contains(&("second_unit".into(), address(&bytes, "second_unit").unwrap())),
            "{found:x?}"
        );
        let stripped = link(&[sample(&[version])], &LinkOptions::default());
        assert!(!names(&stripped).iter().any(|n| n.starts_with(".debug")));
    }
}

/// Each object's debug information points into its own copy of a debug section group, so all copies are linked.
#[test]
fn grouped_debug_sections_stay_with_their_object() {
    let one = |name: &str, value: u32| {
        asm(&format!(
            ".section .text.{name},\"ax\"\n.globl {name}\n{name}: movl $0, %edi\nmovl $231, %eax\nsyscall\n\
             .section .debug_types,\"G\",@progbits,same,comdat\n.long {value}\nhere: .long 0\n\
             .section .debug_info,\"\",@progbits\n.long here\n"
        ))
    };
    let opts =
        LinkOptions { debug: DebugSections::Keep, roots: vec!["second".into()], ..LinkOptions::default() };
    let bytes = link(&[one("_start", 7), one("second", 8)], &opts);
    assert_eq!(contents(&bytes, ".debug_types"), [7, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(contents(&bytes, ".debug_info"), [4, 0, 0, 0, 12, 0, 0, 0]);
    assert_eq!(run(&bytes).status.code(), Some(0));
}

#[test]
fn stripped_objects_link_to_the_same_program() {
    let object = sample(&["-g", "-fasynchronous-unwind-tables"]);
    let small = linker::strip_debug("0.o", &object).unwrap();
    assert!(small.len() < object.len() * 2 / 3, "{} of {}", small.len(), object.len());
    let opts = LinkOptions { eh_frame: EhFrame::Keep, ..LinkOptions::default() };
    assert_eq!(link(std::slice::from_ref(&small), &opts), link(&[object], &opts));
    assert_eq!(linker::strip_debug("0.o", &small).unwrap().len(), small.len());
    let word = U32::new(LE, 1);
    assert!(linker::strip_debug("0.o", object::pod::bytes_of(&word)).is_err());
}
