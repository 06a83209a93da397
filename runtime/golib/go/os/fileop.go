package os

import (
	"errors"
	"syscall"
	"time"
)

// fileOp does an operation on an open file.
func (f *File) fileOp(op string, do func() error) error {
	if err := f.check(op); err != nil {
		return err
	}
	if !f.begin() {
		return &PathError{op, f.name, ErrClosed}
	}
	defer f.end()
	return pathOp(op, f.name, do)
}

// Seek sets where the next Read or Write begins: offset from the start, from where it is or from the
// end (io.SeekStart and its like).
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	err = f.fileOp("seek", func() (err error) {
		ret, err = syscall.Seek(f.fd, offset, whence)
		return err
	})
	if err != nil {
		return 0, err
	}
	f.dir = nil // a directory is read from the start again
	return ret, nil
}

// Sync writes to the disk what the system still holds.
func (f *File) Sync() error {
	return f.fileOp("sync", func() error { return syscall.Fsync(f.fd) })
}

// Truncate sets the size of the file.
func (f *File) Truncate(size int64) error {
	return f.fileOp("truncate", func() error { return syscall.Ftruncate(f.fd, size) })
}

// Chmod sets the permissions of the file.
func (f *File) Chmod(mode FileMode) error {
	return f.fileOp("chmod", func() error { return syscall.Fchmod(f.fd, systemMode(mode)) })
}

// Chown sets the owner of the file; -1 leaves one as it is.
func (f *File) Chown(uid, gid int) error {
	return f.fileOp("chown", func() error { return syscall.Fchown(f.fd, uid, gid) })
}

// Chdir makes the file, a directory, the current one.
func (f *File) Chdir() error {
	return f.fileOp("chdir", func() error { return syscall.Fchdir(f.fd) })
}

// ErrNoDeadline says that a file cannot have deadlines.
var ErrNoDeadline = errors.New("file type does not support deadline")

// ErrDeadlineExceeded says that the deadline of an operation has passed.
var ErrDeadlineExceeded error = deadlineError{}

type deadlineError struct{}

func (deadlineError) Error() string   { return "i/o timeout" }
func (deadlineError) Timeout() bool   { return true }
func (deadlineError) Temporary() bool { return true }

// SetDeadline sets until when reading and writing wait; a zero Time stands for ever.
func (f *File) SetDeadline(t time.Time) error { return f.setDeadline("SetDeadline", t, true, true) }

// SetReadDeadline sets until when reading waits.
func (f *File) SetReadDeadline(t time.Time) error {
	return f.setDeadline("SetReadDeadline", t, true, false)
}

// SetWriteDeadline sets until when writing waits.
func (f *File) SetWriteDeadline(t time.Time) error {
	return f.setDeadline("SetWriteDeadline", t, false, true)
}

func (f *File) setDeadline(op string, t time.Time, read, write bool) error {
	if err := f.check(op); err != nil {
		return err
	}
	if f.kind != nonblocking {
		return ErrNoDeadline
	}
	ns := int64(0)
	if !t.IsZero() {
		ns = t.UnixNano()
	}
	if read {
		f.deadline[0] = ns
	}
	if write {
		f.deadline[1] = ns
	}
	return nil
}

// Pipe returns the ends of a pipe: r is read from, w written to.
func Pipe() (r *File, w *File, err error) {
	var p [2]int32
	if err := syscall.Pipe2(&p, syscall.O_CLOEXEC|syscall.O_NONBLOCK); err != nil {
		return nil, nil, NewSyscallError("pipe2", err)
	}
	r = &File{&file{descriptor: descriptor{fd: int(p[0])}, name: "|0", kind: nonblocking}}
	w = &File{&file{descriptor: descriptor{fd: int(p[1])}, name: "|1", kind: nonblocking}}
	return r, w, nil
}

// rawConn gives access to a file's descriptor.
type rawConn struct{ f *File }

// SyscallConn returns access to the file's descriptor.
func (f *File) SyscallConn() (syscall.RawConn, error) {
	if err := f.check("SyscallConn"); err != nil {
		return nil, err
	}
	return rawConn{f}, nil
}

func (c rawConn) Control(f func(fd uintptr)) error {
	return c.f.fileOp("SyscallConn", func() error {
		f(uintptr(c.f.fd))
		return nil
	})
}

func (c rawConn) Read(f func(fd uintptr) bool) error  { return c.repeat(f, false) }
func (c rawConn) Write(f func(fd uintptr) bool) error { return c.repeat(f, true) }

func (c rawConn) repeat(f func(fd uintptr) bool, write bool) error {
	if err := c.f.check("SyscallConn"); err != nil {
		return err
	}
	if !c.f.begin() {
		return ErrClosed
	}
	defer c.f.end()
	for {
		if f(uintptr(c.f.fd)) {
			return nil
		}
		if err := c.f.wait(write); err != nil {
			return err
		}
	}
}
