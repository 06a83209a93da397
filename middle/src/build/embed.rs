//! Variables below `//go:embed` directives: their contents as static data.

use frontend::embed::{EmbeddedFile, EmbeddedValue};
use frontend::source::Pos;
use frontend::types::{Ty as GoTy, TyId};
use sha2::{Digest, Sha256};

use super::static_data::Image;
use super::{Cx, Output};
use crate::ir::{Data, DataKind, Sym};

/// The value of a variable named `name`, and the data it refers to in `out`.
pub(super) fn embedded_image(
    cx: &Cx<'_>,
    ty: TyId,
    name: &str,
    value: &EmbeddedValue,
    out: &mut Output,
) -> Image {
    let mut image = Image::zeroed(cx.size_of(ty));
    match (value, cx.types().under(ty)) {
        (EmbeddedValue::Contents(data), GoTy::Slice(_)) => {
            let len = data.len() as u64;
            let sym = match len {
                0 => cx.zero_base(),
                _ => variable(cx, &format!("{name}..embed"), DataKind::Data, Image::of(data), 1, out),
            };
            image.put_slice_header(0, sym, len);
        }
        (EmbeddedValue::Contents(data), _) => image.put_string(cx, 0, data),
        (EmbeddedValue::Files(files), _) => {
            let sym = file_list(cx, ty, name, files, out).unwrap_or_else(|| cx.zero_base());
            image.refer(0, sym);
        }
    }
    image
}

fn variable(cx: &Cx<'_>, name: &str, kind: DataKind, image: Image, align: u32, out: &mut Output) -> Sym {
    let sym = cx.sym(name);
    let data = Data {
        sym,
        kind,
        align,
        size: image.bytes.len() as u64,
        bytes: image.bytes,
        relocs: image.relocs,
        pointer_mask: Vec::new(),
    };
    out.data.push((Pos::NONE, data));
    sym
}

/// What the only field of an `embed.FS` points to: a slice, and behind it its elements, each with name, contents and hash.
fn file_list(cx: &Cx<'_>, fs: TyId, name: &str, files: &[EmbeddedFile], out: &mut Output) -> Option<Sym> {
    let GoTy::Struct(fields) = cx.types().under(fs) else { return None };
    let GoTy::Pointer(slice) = *cx.types().under(fields.first()?.ty) else { return None };
    let GoTy::Slice(file) = *cx.types().under(slice) else { return None };
    let (header, stride) = (cx.size_of(slice), cx.size_of(file));
    let at = |field: u32| cx.path_offset(file, &[field]).map(|f| f.0);
    let (name_at, data_at, hash_at) = (at(0)?, at(1)?, at(2)?);
    let sym = cx.sym(&format!("{name}.files"));
    let mut image = Image::zeroed(header + stride * files.len() as u64);
    image.put_slice_header(0, sym, files.len() as u64);
    image.relocs[0].addend = header as i64;
    for (i, f) in files.iter().enumerate() {
        let start = header + stride * i as u64;
        image.put_string(cx, start + name_at, f.name.as_bytes());
        if !f.name.ends_with('/') {
            image.put_string(cx, start + data_at, &f.data);
            image.put(start + hash_at, &hash(&f.data));
        }
    }
    Some(variable(cx, &format!("{name}.files"), DataKind::ReadOnly, image, 8, out))
}

/// gc's hash of a file's contents, which `%#v` shows (gc: `staticdata.fileStringSym`, `cmd/internal/hash`).
fn hash(data: &[u8]) -> [u8; 16] {
    const SMALL: usize = 1024;
    let mut sum = match data.len() {
        ..=SMALL => Sha256::digest(data),
        _ => Sha256::new().chain_update([1]).chain_update(data).finalize(),
    };
    if data.len() <= SMALL {
        sum[0] ^= 0xff;
    }
    std::array::from_fn(|i| sum[i])
}
