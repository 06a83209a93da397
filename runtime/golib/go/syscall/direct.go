package syscall

import "unsafe"

// System calls made directly, and what the packages of a Go installation want for it.

// Numbers of system calls.
const (
	SYS_READ       = 0
	SYS_WRITE      = 1
	SYS_OPEN       = 2
	SYS_CLOSE      = 3
	SYS_STAT       = sysStat
	SYS_FSTAT      = sysFstat
	SYS_LSTAT      = sysLstat
	SYS_POLL       = sysPoll
	SYS_LSEEK      = sysLseek
	SYS_MMAP       = sysMmap
	SYS_MPROTECT   = sysMprotect
	SYS_MUNMAP     = sysMunmap
	SYS_IOCTL      = 16
	SYS_GETPID     = sysGetpid
	SYS_FORK       = sysFork
	SYS_EXECVE     = sysExecve
	SYS_EXIT       = sysExit
	SYS_KILL       = sysKill
	SYS_UNAME      = sysUname
	SYS_FCNTL      = sysFcntl
	SYS_GETCWD     = sysGetcwd
	SYS_GETUID     = sysGetuid
	SYS_GETGID     = sysGetgid
	SYS_GETEUID    = sysGeteuid
	SYS_GETEGID    = sysGetegid
	SYS_GETPPID    = sysGetppid
	SYS_GETTID     = sysGettid
	SYS_WAITID     = 247
	SYS_OPENAT     = sysOpenat
	SYS_MKDIRAT    = sysMkdirat
	SYS_FCHOWNAT   = sysFchownat
	SYS_NEWFSTATAT = sysNewfstatat
	SYS_UNLINKAT   = sysUnlinkat
	SYS_RENAMEAT   = sysRenameat
	SYS_LINKAT     = sysLinkat
	SYS_SYMLINKAT  = sysSymlinkat
	SYS_READLINKAT = sysReadlinkat
	SYS_FCHMODAT   = sysFchmodat
	SYS_FACCESSAT  = 269
	SYS_UTIMENSAT  = sysUtimensat
	SYS_GETRANDOM  = sysGetrandom
)

// TIOCSPGRP is the ioctl that sets the process group in the foreground of a terminal.
const TIOCSPGRP = 0x5410

// Syscall makes a system call with up to three arguments.
func Syscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) { return Syscall6(trap, a1, a2, a3, 0, 0, 0) }

// Syscall6 makes a system call with up to six arguments.
func Syscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	n := syscall6(trap, a1, a2, a3, a4, a5, a6)
	if -4096 < n && n < 0 {
		return ^uintptr(0), 0, Errno(-n)
	}
	return uintptr(n), 0, 0
}

// RawSyscall is Syscall.
func RawSyscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) { return Syscall(trap, a1, a2, a3) }

// RawSyscall6 is Syscall6.
func RawSyscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	return Syscall6(trap, a1, a2, a3, a4, a5, a6)
}

// Faccessat checks whether the process may access a file.
func Faccessat(dirfd int, path string, mode uint32, flags int) error {
	_, err := withPath(path, func(p uintptr) (int, error) {
		return call(SYS_FACCESSAT, fd(dirfd), p, uintptr(mode), 0, 0, 0)
	})
	return err
}

// Utsname is the system's description of itself.
type Utsname struct {
	Sysname    [65]int8
	Nodename   [65]int8
	Release    [65]int8
	Version    [65]int8
	Machine    [65]int8
	Domainname [65]int8
}

// Uname fills buf in.
func Uname(buf *Utsname) error {
	_, err := call(sysUname, uintptr(unsafe.Pointer(buf)), 0, 0, 0, 0, 0)
	return err
}

// Sockaddr is the address of a socket.
type Sockaddr interface {
	sockaddr()
}

// SockaddrInet4 is an address of IPv4.
type SockaddrInet4 struct {
	Port int
	Addr [4]byte
}

func (*SockaddrInet4) sockaddr() {}

// SockaddrInet6 is an address of IPv6.
type SockaddrInet6 struct {
	Port   int
	ZoneId uint32
	Addr   [16]byte
}

func (*SockaddrInet6) sockaddr() {}
