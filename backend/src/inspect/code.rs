//! Functions as lists of instructions.

use std::collections::BTreeSet;
use std::sync::Arc;

use iced_x86::{
    Code, Decoder, DecoderOptions, FlowControl, Formatter, Instruction as Machine, IntelFormatter, Mnemonic,
    OpKind, Register, SymbolResolver, SymbolResult,
};

use super::{Function, Image};
use crate::listing;

/// What a call goes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Callee {
    /// A symbol.
    Symbol(String),
    /// Through a register or memory.
    Indirect,
}

/// An instruction.
#[derive(Clone, Debug)]
pub struct Instruction {
    /// Offset in the function.
    pub offset: u32,
    /// Its bytes.
    pub len: u32,
    /// As text, with names for addresses and offsets for branches.
    pub text: String,
    /// Source line.
    pub line: u32,
    /// Calls, and jumps out of the function.
    pub callee: Option<Callee>,
    /// Whether it is a conditional branch.
    pub branches: bool,
    /// Where a jump goes within the function.
    pub target: Option<u32>,
    /// Whether execution can go on behind it.
    pub falls_through: bool,
    /// Whether it reads or writes the bits of the open defers.
    pub defer_bits: Option<Access>,
    /// Only fills space.
    pub padding: bool,
}

/// How memory is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Read.
    Read,
    /// Written.
    Write,
}

/// Decodes a function from its start to its end.
pub fn decode(image: &Image, f: &Function) -> Vec<Instruction> {
    let mut decoder = Decoder::with_ip(64, &f.code, f.address, DecoderOptions::NONE);
    let mut machine = Vec::new();
    while decoder.can_decode() {
        let m = decoder.decode();
        if m.code() == Code::INVALID {
            break;
        }
        machine.push(m);
    }
    let end = f.address + f.code.len() as u64;
    let inside =
        |m: &Machine| near_target(m).filter(|t| (f.address..end).contains(t)).map(|t| (t - f.address) as u32);
    let labels: BTreeSet<u32> = machine.iter().filter(|m| !m.is_call_near()).filter_map(inside).collect();
    let labels = labels.into_iter().collect();
    let names = Names { symbols: image.symbols.clone(), start: f.address, end, labels };
    let mut formatter = IntelFormatter::with_options(Some(Box::new(names)), None);
    listing::set_style(formatter.options_mut());
    machine.iter().map(|m| instruction(image, f, m, inside(m), &mut formatter)).collect()
}

fn instruction(
    image: &Image,
    f: &Function,
    m: &Machine,
    inside: Option<u32>,
    formatter: &mut IntelFormatter,
) -> Instruction {
    let offset = (m.ip() - f.address) as u32;
    let mut text = String::new();
    formatter.format(m, &mut text);
    let flow = m.flow_control();
    let is_call = matches!(flow, FlowControl::Call | FlowControl::IndirectCall);
    let leaves = matches!(flow, FlowControl::UnconditionalBranch) && inside.is_none();
    let callee = match flow {
        FlowControl::IndirectCall => Some(Callee::Indirect),
        _ if is_call || leaves => {
            near_target(m).and_then(|t| image.name_of(t)).map(|(n, _)| Callee::Symbol(n.to_string()))
        }
        _ => None,
    };
    Instruction {
        offset,
        len: m.len() as u32,
        text,
        line: f.line_at(offset),
        callee,
        branches: flow == FlowControl::ConditionalBranch,
        target: if is_call { None } else { inside },
        falls_through: !matches!(
            flow,
            FlowControl::UnconditionalBranch
                | FlowControl::IndirectBranch
                | FlowControl::Return
                | FlowControl::Exception
        ),
        defer_bits: defer_bits(f, m),
        padding: matches!(m.mnemonic(), Mnemonic::Int3 | Mnemonic::Nop),
    }
}

fn near_target(m: &Machine) -> Option<u64> {
    let near = matches!(m.op0_kind(), OpKind::NearBranch16 | OpKind::NearBranch32 | OpKind::NearBranch64);
    near.then(|| m.near_branch_target())
}

/// Whether the memory operand is the word or byte of bits, addressed from the frame or the stack pointer.
fn defer_bits(f: &Function, m: &Machine) -> Option<Access> {
    let memory = (0..m.op_count()).find(|&i| m.op_kind(i) == OpKind::Memory)?;
    if f.defer_bits == 0 || m.memory_index() != Register::None || m.mnemonic() == Mnemonic::Lea {
        return None;
    }
    let displacement = m.memory_displacement64() as i64;
    let from_frame = match m.memory_base() {
        Register::RBP => displacement,
        Register::RSP => displacement - i64::from(f.frame),
        _ => return None,
    };
    if from_frame != -i64::from(f.defer_bits) {
        return None;
    }
    let writes = memory == 0 && !matches!(m.mnemonic(), Mnemonic::Test | Mnemonic::Cmp | Mnemonic::Bt);
    Some(if writes { Access::Write } else { Access::Read })
}

/// Names for addresses in operands.
struct Names {
    symbols: Arc<[(u64, String)]>,
    start: u64,
    end: u64,
    labels: Vec<u32>,
}

impl SymbolResolver for Names {
    fn symbol(
        &mut self,
        m: &Machine,
        _operand: u32,
        _instruction_operand: Option<u32>,
        address: u64,
        _address_size: u32,
    ) -> Option<SymbolResult<'_>> {
        if (self.start..self.end).contains(&address) && near_target(m).is_some() {
            let offset = (address - self.start) as u32;
            let label = self.labels.binary_search(&offset).ok();
            return Some(SymbolResult::with_string(
                address,
                label.map_or(format!("{offset:#x}"), |l| format!("L{}", l + 1)),
            ));
        }
        // Constants that happen to look like an address are none.
        if near_target(m).is_none() && !m.is_ip_rel_memory_operand() {
            return None;
        }
        let i = self.symbols.partition_point(|s| s.0 <= address).checked_sub(1)?;
        let (start, name) = &self.symbols[i];
        match address - start {
            0 => Some(SymbolResult::with_string(address, name.clone())),
            d if d < 1 << 16 => Some(SymbolResult::with_string(address, format!("{name}+{d}"))),
            _ => None,
        }
    }
}
