// Package os is the interface to the operating system: arguments, environment, exit, and files.
package os

import (
	"errors"
	"internal/stdio"
	"io"
	"syscall"
	"time"
	"unsafe"
)

// Flags of OpenFile.
const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR   int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL   int = syscall.O_EXCL
	O_SYNC   int = syscall.O_SYNC
	O_TRUNC  int = syscall.O_TRUNC
)

// DevNull is the name of the null device.
const DevNull = "/dev/null"

// File is an open file.
type File struct {
	*file
}

type file struct {
	descriptor
	name     string
	appends  bool // opened with O_APPEND
	kind     fileKind
	dir      *dirBuffer // of a directory that is being read
	deadline [2]int64   // for reading and writing, in nanoseconds since 1970; 0 for none
}

// fileKind tells whether an operation may have to wait. Then it must not keep other goroutines from
// running.
type fileKind uint8

const (
	unknownKind fileKind = iota
	readyKind            // a regular file or a directory: never waits long
	waitingKind          // a pipe, a terminal, …: is asked before it is used
	nonblocking          // set so that it returns EAGAIN
)

// The standard streams.
var (
	Stdin  = &File{&file{descriptor: descriptor{fd: 0}, name: "/dev/stdin"}}
	Stdout = &File{&file{descriptor: descriptor{fd: 1}, name: "/dev/stdout"}}
	Stderr = &File{&file{descriptor: descriptor{fd: 2}, name: "/dev/stderr"}}
)

func init() {
	stdio.Write = func(b []byte) (int, error) { return Stdout.Write(b) }
	stdio.Read = func(b []byte) (int, error) { return Stdin.Read(b) }
}

// NewFile returns a File for an open file descriptor.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	return &File{&file{descriptor: descriptor{fd: int(fd)}, name: name}}
}

// Name returns the name that the file was opened with.
func (f *File) Name() string { return f.name }

// Fd returns the file descriptor, the largest uintptr if f is closed or nil.
func (f *File) Fd() uintptr {
	if f == nil || f.closed() {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

// check returns the error for an operation on a nil or a closed file.
func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed() {
		return &PathError{op, f.name, ErrClosed}
	}
	return nil
}

// wait waits until reading or writing will not wait, as long as other goroutines could run meanwhile.
func (f *file) wait(write bool) error {
	if f.kind == unknownKind {
		f.kind = waitingKind
		var st syscall.Stat_t
		if err := syscall.Fstat(f.fd, &st); err != nil || st.Mode&syscall.S_IFMT == syscall.S_IFREG {
			f.kind = readyKind
		}
	}
	if f.kind == readyKind {
		return nil
	}
	deadline := f.deadline[0]
	if write {
		deadline = f.deadline[1]
	}
	for pause := 10_000; ; pause = min(2*pause, 1_000_000) {
		if deadline != 0 && time.Now().UnixNano() >= deadline {
			return ErrDeadlineExceeded
		}
		if f.closed() {
			return ErrClosed
		}
		if syscall.Ready(f.fd, write) {
			return nil
		}
		syscall.Pause(pause)
	}
}

// operation is what transfer does, named after the system call.
type operation uint8

const (
	opRead operation = iota
	opPread
	opWrite
	opPwrite
)

// do does the operation once. Nothing of b is kept, which a function value in place of op would hide.
func (op operation) do(fd int, b []byte, off int64) (int, error) {
	switch op {
	case opRead:
		return syscall.Read(fd, b)
	case opPread:
		return syscall.Pread(fd, b, off)
	case opWrite:
		return syscall.Write(fd, b)
	default:
		return syscall.Pwrite(fd, b, off)
	}
}

// transfer does one read or write, again if a signal interrupts it; off counts for those with a place.
func (f *file) transfer(op operation, b []byte, off int64) (int, error) {
	if !f.begin() {
		return 0, ErrClosed
	}
	defer f.end()
	write := op >= opWrite
	for {
		// Waiting for the standard output would cost a call for each line.
		if !write || f.kind == nonblocking {
			if err := f.wait(write); err != nil {
				return 0, err
			}
		}
		n, err := op.do(f.fd, b, off)
		if err == syscall.EINTR {
			continue
		}
		if err == syscall.EAGAIN && f.kind == nonblocking {
			continue
		}
		return max(n, 0), err
	}
}

// Write writes b to the file.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	for {
		m, err := f.transfer(opWrite, b[n:], 0)
		n += m
		if err != nil {
			return n, &PathError{"write", f.name, err}
		}
		if n == len(b) {
			return n, nil
		}
		if m == 0 {
			return n, &PathError{"write", f.name, io.ErrUnexpectedEOF}
		}
	}
}

// WriteAt writes b at an offset.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.appends {
		return 0, errWriteAtInAppendMode
	}
	if off < 0 {
		return 0, &PathError{"writeat", f.name, errNegativeOffset}
	}
	for len(b) > 0 {
		m, err := f.transfer(opPwrite, b, off)
		if err != nil {
			return n, &PathError{"write", f.name, err}
		}
		n += m
		b = b[m:]
		off += int64(m)
	}
	return n, nil
}

var (
	errWriteAtInAppendMode = errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	errNegativeOffset      = errors.New("negative offset")
)

// WriteString writes s to the file.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s))) // Write does not change its argument
}

// Read reads up to len(b) bytes; at the end of the file it returns io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	n, err = f.transfer(opRead, b, 0)
	if err != nil {
		return n, &PathError{"read", f.name, err}
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// ReadAt reads len(b) bytes from an offset; if there are less, the error is io.EOF.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{"readat", f.name, errNegativeOffset}
	}
	for len(b) > 0 {
		m, err := f.transfer(opPread, b, off)
		if err != nil {
			return n, &PathError{"read", f.name, err}
		}
		if m == 0 {
			return n, io.EOF
		}
		n += m
		b = b[m:]
		off += int64(m)
	}
	return n, nil
}

// noReadFrom and noWriteTo hide the methods that io.Copy would call again.
type noReadFrom struct{}

func (noReadFrom) ReadFrom(io.Reader) (int64, error) { panic("unreachable") }

type noWriteTo struct{}

func (noWriteTo) WriteTo(io.Writer) (int64, error) { panic("unreachable") }

// ReadFrom writes all that r yields.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(struct {
		noReadFrom
		*File
	}{File: f}, r)
}

// WriteTo writes the rest of the file to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, struct {
		noWriteTo
		*File
	}{File: f})
}

// Close closes the file; a second Close is an error.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	if err := f.descriptor.close(); err != nil {
		return &PathError{"close", f.name, err}
	}
	return nil
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create creates a file for reading and writing, or empties it if it exists.
func Create(name string) (*File, error) {
	return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

// OpenFile opens a file with the given flags; perm are the permissions of a new file.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	for {
		fd, err := syscall.Open(name, flag|syscall.O_CLOEXEC, systemMode(perm))
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return nil, &PathError{"open", name, err}
		}
		return &File{&file{descriptor: descriptor{fd: fd}, name: name, appends: flag&O_APPEND != 0}}, nil
	}
}

// systemMode returns the mode bits of the system for perm.
func systemMode(perm FileMode) uint32 {
	mode := uint32(perm.Perm())
	if perm&ModeSetuid != 0 {
		mode |= 04000
	}
	if perm&ModeSetgid != 0 {
		mode |= 02000
	}
	if perm&ModeSticky != 0 {
		mode |= 01000
	}
	return mode
}
