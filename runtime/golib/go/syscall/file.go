package syscall

import "unsafe"

// The numbers of the system calls that are made by syscall6.
const (
	sysStat         = 4
	sysFstat        = 5
	sysLstat        = 6
	sysPoll         = 7
	sysLseek        = 8
	sysPread        = 17
	sysPwrite       = 18
	sysDup3         = 292
	sysGetpid       = 39
	sysGettid       = 186
	sysFork         = 57
	sysExecve       = 59
	sysExit         = 60
	sysWait4        = 61
	sysKill         = 62
	sysUname        = 63
	sysFcntl        = 72
	sysFsync        = 74
	sysTruncate     = 76
	sysFtruncate    = 77
	sysGetcwd       = 79
	sysChdir        = 80
	sysFchdir       = 81
	sysFchmod       = 91
	sysFchown       = 93
	sysGetuid       = 102
	sysGetgid       = 104
	sysSetpgid      = 109
	sysGeteuid      = 107
	sysGetegid      = 108
	sysGetppid      = 110
	sysSetsid       = 112
	sysGetgroups    = 115
	sysChroot       = 161
	sysGetdents64   = 217
	sysOpenat       = 257
	sysMkdirat      = 258
	sysFchownat     = 260
	sysUnlinkat     = 263
	sysRenameat     = 264
	sysLinkat       = 265
	sysSymlinkat    = 266
	sysReadlinkat   = 267
	sysFchmodat     = 268
	sysUtimensat    = 280
	sysPipe2        = 293
	sysNewfstatat   = 262
	sysGetrandom    = 318
	atFdcwd         = -100
	AT_FDCWD        = atFdcwd
	AT_REMOVEDIR    = 0x200
	AT_NOFOLLOW     = 0x100
	O_DIRECTORY     = 0x10000
	O_NOFOLLOW      = 0x20000
	O_PATH          = 0x200000
	O_NONBLOCK      = 0x800
	F_GETFL         = 3
	F_SETFL         = 4
	F_DUPFD_CLOEXEC = 1030
)

// The kinds of files in the mode of a Stat_t, and its other bits.
const (
	S_IFMT   = 0xf000
	S_IFSOCK = 0xc000
	S_IFLNK  = 0xa000
	S_IFREG  = 0x8000
	S_IFBLK  = 0x6000
	S_IFDIR  = 0x4000
	S_IFCHR  = 0x2000
	S_IFIFO  = 0x1000
	S_ISUID  = 0x800
	S_ISGID  = 0x400
	S_ISVTX  = 0x200
)

// A Timespec is a time in seconds and nanoseconds.
type Timespec struct {
	Sec  int64
	Nsec int64
}

// Unix returns the parts of ts.
func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }

// Nano returns ts in nanoseconds.
func (ts *Timespec) Nano() int64 { return ts.Sec*1e9 + ts.Nsec }

// A Timeval is a time in seconds and microseconds.
type Timeval struct {
	Sec  int64
	Usec int64
}

// Unix returns tv in seconds and nanoseconds.
func (tv *Timeval) Unix() (sec int64, nsec int64) { return tv.Sec, tv.Usec * 1000 }

// Nano returns tv in nanoseconds.
func (tv *Timeval) Nano() int64 { return tv.Sec*1e9 + tv.Usec*1000 }

// A Stat_t describes a file as the system does.
type Stat_t struct {
	Dev       uint64
	Ino       uint64
	Nlink     uint64
	Mode      uint32
	Uid       uint32
	Gid       uint32
	X__pad0   int32
	Rdev      uint64
	Size      int64
	Blksize   int64
	Blocks    int64
	Atim      Timespec
	Mtim      Timespec
	Ctim      Timespec
	X__unused [3]int64
}

// call makes a system call and returns its result, or an error for a negated error number. The
// arguments are kept alive by their variables in the callers.
func call(number, a, b, c, d, e, f uintptr) (int, error) {
	return result(syscall6(number, a, b, c, d, e, f))
}

// withPath makes a system call with a path as argument number at.
func withPath(path string, f func(p uintptr) (int, error)) (int, error) {
	p, err := BytePtrFromString(path)
	if err != nil {
		return 0, err
	}
	n, err := f(uintptr(unsafe.Pointer(p)))
	keep(p)
	return n, err
}

func with2Paths(from, to string, f func(p, q uintptr) (int, error)) error {
	_, err := withPath(from, func(p uintptr) (int, error) {
		return withPath(to, func(q uintptr) (int, error) { return f(p, q) })
	})
	return err
}

// keep keeps what a system call was given reachable up to here.
//
//go:noinline
func keep(p any) {}

func fd(n int) uintptr { return uintptr(n) }

// Fstatat describes a file in a directory; flags is 0 or AT_NOFOLLOW.
func Fstatat(dir int, path string, st *Stat_t, flags int) error {
	_, err := withPath(path, func(p uintptr) (int, error) {
		return call(sysNewfstatat, fd(dir), p, uintptr(unsafe.Pointer(st)), uintptr(flags), 0, 0)
	})
	return err
}

// Stat describes a file.
func Stat(path string, st *Stat_t) error { return Fstatat(AT_FDCWD, path, st, 0) }

// Lstat describes a file, a symbolic link itself.
func Lstat(path string, st *Stat_t) error { return Fstatat(AT_FDCWD, path, st, AT_NOFOLLOW) }

// Fstat describes an open file.
func Fstat(file int, st *Stat_t) error {
	_, err := call(sysFstat, fd(file), uintptr(unsafe.Pointer(st)), 0, 0, 0, 0)
	return err
}

// Openat opens a file in a directory.
func Openat(dir int, path string, flags int, mode uint32) (int, error) {
	return withPath(path, func(p uintptr) (int, error) {
		return call(sysOpenat, fd(dir), p, uintptr(flags), uintptr(mode), 0, 0)
	})
}

// Seek sets the offset of an open file.
func Seek(file int, offset int64, whence int) (int64, error) {
	n, err := call(sysLseek, fd(file), uintptr(offset), uintptr(whence), 0, 0, 0)
	return int64(n), err
}

func first(p []byte) uintptr { return uintptr(unsafe.Pointer(unsafe.SliceData(p))) }

// Pread reads at an offset.
func Pread(file int, p []byte, offset int64) (int, error) {
	return call(sysPread, fd(file), first(p), uintptr(len(p)), uintptr(offset), 0, 0)
}

// Pwrite writes at an offset.
func Pwrite(file int, p []byte, offset int64) (int, error) {
	return call(sysPwrite, fd(file), first(p), uintptr(len(p)), uintptr(offset), 0, 0)
}

// Fsync writes what is cached of a file.
func Fsync(file int) error {
	_, err := call(sysFsync, fd(file), 0, 0, 0, 0, 0)
	return err
}

// Truncate sets the size of a file.
func Truncate(path string, size int64) error {
	_, err := withPath(path, func(p uintptr) (int, error) {
		return call(sysTruncate, p, uintptr(size), 0, 0, 0, 0)
	})
	return err
}

// Ftruncate sets the size of an open file.
func Ftruncate(file int, size int64) error {
	_, err := call(sysFtruncate, fd(file), uintptr(size), 0, 0, 0, 0)
	return err
}

// Fchmod sets the mode of an open file.
func Fchmod(file int, mode uint32) error {
	_, err := call(sysFchmod, fd(file), uintptr(mode), 0, 0, 0, 0)
	return err
}

// Fchmodat sets the mode of a file in a directory.
func Fchmodat(dir int, path string, mode uint32) error {
	_, err := withPath(path, func(p uintptr) (int, error) {
		return call(sysFchmodat, fd(dir), p, uintptr(mode), 0, 0, 0)
	})
	return err
}

// Fchown sets the owner of an open file.
func Fchown(file int, uid, gid int) error {
	_, err := call(sysFchown, fd(file), uintptr(uid), uintptr(gid), 0, 0, 0)
	return err
}

// Fchownat sets the owner of a file in a directory.
func Fchownat(dir int, path string, uid, gid, flags int) error {
	_, err := withPath(path, func(p uintptr) (int, error) {
		return call(sysFchownat, fd(dir), p, uintptr(uid), uintptr(gid), uintptr(flags), 0)
	})
	return err
}

// Utimensat sets the times of a file: access and change of contents.
func Utimensat(dir int, path string, times *[2]Timespec, flags int) error {
	_, err := withPath(path, func(p uintptr) (int, error) {
		return call(sysUtimensat, fd(dir), p, uintptr(unsafe.Pointer(times)), uintptr(flags), 0, 0)
	})
	return err
}

// Mkdirat makes a directory.
func Mkdirat(dir int, path string, mode uint32) error {
	_, err := withPath(path, func(p uintptr) (int, error) {
		return call(sysMkdirat, fd(dir), p, uintptr(mode), 0, 0, 0)
	})
	return err
}

// Unlinkat removes a file, with AT_REMOVEDIR a directory.
func Unlinkat(dir int, path string, flags int) error {
	_, err := withPath(path, func(p uintptr) (int, error) {
		return call(sysUnlinkat, fd(dir), p, uintptr(flags), 0, 0, 0)
	})
	return err
}

// Renameat renames a file.
func Renameat(fromDir int, from string, toDir int, to string) error {
	return with2Paths(from, to, func(p, q uintptr) (int, error) {
		return call(sysRenameat, fd(fromDir), p, fd(toDir), q, 0, 0)
	})
}

// Linkat makes a hard link.
func Linkat(fromDir int, from string, toDir int, to string) error {
	return with2Paths(from, to, func(p, q uintptr) (int, error) {
		return call(sysLinkat, fd(fromDir), p, fd(toDir), q, 0, 0)
	})
}

// Symlinkat makes a symbolic link.
func Symlinkat(target string, dir int, path string) error {
	return with2Paths(target, path, func(p, q uintptr) (int, error) {
		return call(sysSymlinkat, p, fd(dir), q, 0, 0, 0)
	})
}

// Readlinkat reads a symbolic link and returns the length of what fits in buf.
func Readlinkat(dir int, path string, buf []byte) (int, error) {
	return withPath(path, func(p uintptr) (int, error) {
		return call(sysReadlinkat, fd(dir), p, first(buf), uintptr(len(buf)), 0, 0)
	})
}

// Getdents reads entries of a directory in the kernel's form.
func Getdents(file int, buf []byte) (int, error) {
	return call(sysGetdents64, fd(file), first(buf), uintptr(len(buf)), 0, 0, 0)
}

// Getcwd stores the current directory with a NUL and returns its length with that.
func Getcwd(buf []byte) (int, error) {
	return call(sysGetcwd, first(buf), uintptr(len(buf)), 0, 0, 0, 0)
}

// Chdir sets the current directory.
func Chdir(path string) error {
	_, err := withPath(path, func(p uintptr) (int, error) { return call(sysChdir, p, 0, 0, 0, 0, 0) })
	return err
}

// Fchdir sets the current directory to an open one.
func Fchdir(file int) error {
	_, err := call(sysFchdir, fd(file), 0, 0, 0, 0, 0)
	return err
}

// Pipe2 makes a pipe: p[0] is read from, p[1] written to.
func Pipe2(p *[2]int32, flags int) error {
	_, err := call(sysPipe2, uintptr(unsafe.Pointer(p)), uintptr(flags), 0, 0, 0, 0)
	return err
}

// Fcntl gets or sets a property of an open file.
func Fcntl(file, command, arg int) (int, error) {
	return call(sysFcntl, fd(file), uintptr(command), uintptr(arg), 0, 0, 0)
}

// SetNonblock sets whether reading and writing return EAGAIN instead of waiting.
func SetNonblock(file int, nonblocking bool) error {
	flags, err := Fcntl(file, F_GETFL, 0)
	if err != nil {
		return err
	}
	if nonblocking {
		flags |= O_NONBLOCK
	} else {
		flags &^= O_NONBLOCK
	}
	_, err = Fcntl(file, F_SETFL, flags)
	return err
}

// Ready reports whether a file can be read from, or written to, without waiting.
func Ready(file int, write bool) bool {
	poll := struct {
		fd      int32
		events  int16
		revents int16
	}{fd: int32(file), events: 1}
	if write {
		poll.events = 4
	}
	n, err := call(sysPoll, uintptr(unsafe.Pointer(&poll)), 1, 0, 0, 0, 0)
	return n != 0 || err != nil && err != EINTR
}

// Pause lets other goroutines run for so many nanoseconds.
func Pause(ns int) { sleep(ns) }

// Getrandom fills p with random bytes.
func Getrandom(p []byte) (int, error) {
	return call(sysGetrandom, first(p), uintptr(len(p)), 0, 0, 0, 0)
}

// Nodename returns the name of the machine.
func Nodename() (string, error) {
	var name [6][65]byte
	if _, err := call(sysUname, uintptr(unsafe.Pointer(&name)), 0, 0, 0, 0, 0); err != nil {
		return "", err
	}
	n := 0
	for name[1][n] != 0 {
		n++
	}
	return string(name[1][:n]), nil
}

func id(number uintptr) int { return syscall6(number, 0, 0, 0, 0, 0, 0) }

func Getpid() int  { return id(sysGetpid) }
func Gettid() int  { return id(sysGettid) }
func Getppid() int { return id(sysGetppid) }
func Getuid() int  { return id(sysGetuid) }
func Geteuid() int { return id(sysGeteuid) }
func Getgid() int  { return id(sysGetgid) }
func Getegid() int { return id(sysGetegid) }

// Getgroups returns the groups of the process.
func Getgroups() ([]int, error) {
	n, err := call(sysGetgroups, 0, 0, 0, 0, 0, 0)
	if n == 0 || err != nil {
		return nil, err
	}
	raw := make([]uint32, n)
	n, err = call(sysGetgroups, uintptr(n), uintptr(unsafe.Pointer(&raw[0])), 0, 0, 0, 0)
	if err != nil {
		return nil, err
	}
	groups := make([]int, n)
	for i, g := range raw[:n] {
		groups[i] = int(g)
	}
	return groups, nil
}

// A Conn gives access to the descriptor of a file or connection.
type Conn interface {
	SyscallConn() (RawConn, error)
}

// A RawConn calls functions with a descriptor. Those of Read and Write return false to wait until the
// file is ready and to be called again.
type RawConn interface {
	Control(f func(fd uintptr)) error
	Read(f func(fd uintptr) (done bool)) error
	Write(f func(fd uintptr) (done bool)) error
}
