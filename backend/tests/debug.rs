//! Debug information, read back from a linked program.

mod common;

use backend::Options;
use common::{Lines, add, func, link, module};
use gimli::{BaseAddresses, EndianSlice, LittleEndian, UnwindSection};
use linker::{LinkOptions, Report};
use middle::ir::{Op, Pos, Ty};
use object::read::elf::{FileHeader, SectionHeader};
use object::{Endianness, elf};

type Slice<'a> = EndianSlice<'a, LittleEndian>;

/// Address and contents of a section, empty if there is none.
fn section<'a>(bytes: &'a [u8], name: &str) -> (u64, Slice<'a>) {
    let header = elf::FileHeader64::<Endianness>::parse(bytes).unwrap();
    let endian = header.endian().unwrap();
    let sections = header.sections(endian, bytes).unwrap();
    let Some((_, s)) = sections.section_by_name(endian, name.as_bytes()) else {
        return (0, EndianSlice::new(&[], LittleEndian));
    };
    (s.sh_addr.get(endian), EndianSlice::new(s.data(endian, bytes).unwrap(), LittleEndian))
}

#[test]
fn lines_functions_and_frames() {
    let mut m = module();
    for (name, line) in [("main.main", 10), ("main.(*T).M", 20)] {
        let mut b = func(&m, name, &[Ty::Ptr], &[Ty::I64], line);
        let p = b.params()[0];
        let x = b.load(Ty::I64, p, 0);
        b.set_pos(Pos(line + 5));
        let y = b.load(Ty::I64, p, 8);
        let v = b.binary(Op::Mul, x, y);
        b.ret(&[v]);
        let f = b.finish();
        add(&mut m, f);
    }
    let opts = Options { debug_info: true, verify: true, ..Options::default() };
    let compiled = backend::compile(&m, &Lines, &opts).unwrap();
    let source = r#"
i64 f(i64 *) __asm__("main.main");
int tests(void) { i64 x[] = { 6, 7 }; return f(x) != 42; }"#;
    let opts = LinkOptions { report: Report::Globals, ..backend::debug_link_options() };
    let image = link(&compiled.object, source, &opts);
    let address = |name: &str| image.symbols.iter().find(|s| s.0 == name).unwrap().1;

    let dwarf = gimli::Dwarf::load(|id| Ok::<_, gimli::Error>(section(&image.bytes, id.name()).1)).unwrap();
    let unit_header = dwarf.units().next().unwrap().unwrap();
    let unit = dwarf.unit(unit_header).unwrap();
    // Functions.
    let mut found = Vec::new();
    let mut entries = unit.entries();
    while let Some(entry) = entries.next_dfs().unwrap() {
        if entry.tag() == gimli::DW_TAG_subprogram {
            let name = dwarf.attr_string(&unit, entry.attr_value(gimli::DW_AT_name).unwrap()).unwrap();
            let Some(gimli::AttributeValue::Addr(low)) = entry.attr_value(gimli::DW_AT_low_pc) else {
                panic!()
            };
            found.push((name.to_string_lossy().into_owned(), low));
        }
    }
    assert_eq!(found, ["main.main", "main.(*T).M"].map(|n| (n.to_string(), address(n))));
    // Lines: those of the compiled functions.
    let mut rows = unit.line_program.clone().unwrap().rows();
    let mut lines = Vec::new();
    while let Some((header, row)) = rows.next_row().unwrap() {
        if !row.end_sequence() {
            let file = row.file(header).unwrap();
            let name = dwarf.attr_string(&unit, file.path_name()).unwrap();
            assert_eq!(name.to_string_lossy(), "prog.go");
            lines.push((row.address(), row.line().unwrap().get() as u32));
        }
    }
    let want: Vec<(u64, u32)> = compiled
        .funcs
        .iter()
        .flat_map(|f| {
            let start = address(m.symbols.resolve(f.sym));
            f.lines.iter().map(move |l| (start + u64::from(l.offset), l.line))
        })
        .collect();
    assert!(want.iter().any(|l| l.1 == 15) && want.iter().any(|l| l.1 == 25), "{want:?}");
    assert_eq!(lines, want);
    // Unwinding: behind the prologue the frame pointer leads to the caller.
    let (eh_address, eh) = section(&image.bytes, ".eh_frame");
    let eh = gimli::EhFrame::from(eh);
    let bases = BaseAddresses::default().set_eh_frame(eh_address);
    let mut context = gimli::UnwindContext::new();
    let pc = address("main.main") + 8;
    let row = eh.unwind_info_for_address(&bases, &mut context, pc, gimli::EhFrame::cie_from_offset).unwrap();
    assert_eq!(*row.cfa(), gimli::CfaRule::RegisterAndOffset { register: gimli::X86_64::RBP, offset: 16 });
    assert_eq!(row.register(gimli::X86_64::RA), Some(gimli::RegisterRule::Offset(-8)));

    // Without the option there is none of it.
    let image = link(&common::compile(&m).object, source, &LinkOptions::default());
    assert!(section(&image.bytes, ".debug_info").1.is_empty());
}
