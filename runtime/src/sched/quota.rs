//! How many processors the program gets if nobody says otherwise: those that it may run on, but not more than its
//! control group has time for (gc since 1.25), with two at least, for a group of less than that has its full share of
//! each now and then.
//!
//! Only version 2 of the kernel's control groups is looked at.

use crate::sys;

/// Bytes of the files that are read, and of their names.
const FILE: usize = 1024;
/// What a limit cannot make less.
const FLOOR: u64 = 2;

/// The number of processors.
pub fn default_procs() -> usize {
    let cpus = sys::cpu_count();
    if cpus as u64 <= FLOOR {
        return cpus;
    }
    group_limit().map_or(cpus, |limit| cpus.min(limit.max(FLOOR) as usize))
}

/// The smallest limit of the control group of this process and those around it.
fn group_limit() -> Option<u64> {
    let mut file = [0; FILE];
    let len = read(b"/proc/self/cgroup\0", &mut file)?;
    let path = group_path(&file[..len])?;
    let mut name = [0; FILE];
    let mut smallest: Option<u64> = None;
    let mut end = path.len();
    loop {
        let parts: [&[u8]; 4] = [b"/sys/fs/cgroup", &path[..end], b"/cpu.max", b"\0"];
        let mut content = [0; 64];
        if let Some(n) = join(&parts, &mut name)
            && let Some(len) = read(&name[..n], &mut content)
            && let Some(limit) = parse_limit(&content[..len])
        {
            smallest = Some(smallest.map_or(limit, |s| s.min(limit)));
        }
        if end == 0 {
            return smallest;
        }
        end = path[..end].iter().rposition(|&b| b == b'/').unwrap_or(0);
    }
}

/// The path in the line of version 2, without the slash at its end.
fn group_path(file: &[u8]) -> Option<&[u8]> {
    let line = file.split(|&b| b == b'\n').find_map(|line| line.strip_prefix(b"0::"))?;
    Some(line.strip_suffix(b"/").unwrap_or(line))
}

/// `quota period` in microseconds; the number of processors, rounded up. `max` is no limit.
fn parse_limit(content: &[u8]) -> Option<u64> {
    let mut words = core::str::from_utf8(content).ok()?.split_ascii_whitespace();
    let quota: u64 = words.next()?.parse().ok()?;
    let period: u64 = words.next()?.parse().ok()?;
    (period != 0).then(|| quota.div_ceil(period))
}

fn join(parts: &[&[u8]], into: &mut [u8]) -> Option<usize> {
    let mut len = 0;
    for part in parts {
        into.get_mut(len..len + part.len())?.copy_from_slice(part);
        len += part.len();
    }
    Some(len)
}

/// Reads the beginning of a file, whose name ends with NUL; how much it was.
fn read(name: &[u8], into: &mut [u8]) -> Option<usize> {
    const CLOSE_ON_EXEC: i32 = linux_raw_sys::general::O_CLOEXEC as i32;
    // SAFETY: the name ends with NUL; the slice is writable.
    unsafe {
        let fd = sys::open(name.as_ptr(), CLOSE_ON_EXEC, 0);
        let fd = i32::try_from(fd).ok().filter(|&fd| fd >= 0)?;
        let n = sys::read(fd, into.as_mut_ptr(), into.len());
        sys::close(fd);
        usize::try_from(n).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_and_paths() {
        assert_eq!(parse_limit(b"max 100000\n"), None);
        assert_eq!(parse_limit(b"150000 100000\n"), Some(2));
        assert_eq!(parse_limit(b"50000 100000\n"), Some(1));
        assert_eq!(parse_limit(b"50000 0\n"), None);
        assert_eq!(parse_limit(b""), None);
        assert_eq!(group_path(b"1:cpu:/x\n0::/a/b\n"), Some(&b"/a/b"[..]));
        assert_eq!(group_path(b"0::/\n"), Some(&b""[..]));
        assert_eq!(group_path(b"1:cpu:/x\n"), None);
        let mut room = [0; 5];
        assert_eq!((join(&[b"ab", b"c"], &mut room), join(&[b"abc", b"def"], &mut room)), (Some(3), None));
        assert!(default_procs() >= 1);
    }
}
