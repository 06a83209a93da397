// Package syscall is the part of the system interface that os needs.
package syscall

import (
	"errors"
	"internal/oserror"
)

// An Errno is an error number of the system; 0 is no error.
type Errno uintptr

func (e Errno) Error() string {
	if 0 <= int(e) && int(e) < len(errorTexts) && errorTexts[e] != "" {
		return errorTexts[e]
	}
	return "errno " + itoa(int(e))
}

// Is reports whether e is a case of the portable error target, see errors.Is.
func (e Errno) Is(target error) bool {
	switch target {
	case oserror.ErrPermission:
		return e == EACCES || e == EPERM
	case oserror.ErrExist:
		return e == EEXIST || e == ENOTEMPTY
	case oserror.ErrNotExist:
		return e == ENOENT
	case errors.ErrUnsupported:
		return e == ENOSYS || e == ENOTSUP || e == EOPNOTSUPP
	}
	return false
}

// Temporary reports whether trying again may succeed.
func (e Errno) Temporary() bool {
	return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout()
}

// Timeout reports whether the error is a timeout.
func (e Errno) Timeout() bool {
	return e == EAGAIN || e == EWOULDBLOCK || e == ETIMEDOUT
}

func itoa(v int) string {
	if v < 0 {
		return "-" + itoa(-v)
	}
	if v < 10 {
		return string(rune('0' + v))
	}
	return itoa(v/10) + string(rune('0'+v%10))
}

// Flags of Open.
const (
	O_RDONLY  = 0x0
	O_WRONLY  = 0x1
	O_RDWR    = 0x2
	O_CREAT   = 0x40
	O_EXCL    = 0x80
	O_TRUNC   = 0x200
	O_APPEND  = 0x400
	O_SYNC    = 0x101000
	O_CLOEXEC = 0x80000
)

// The standard streams.
var (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

// result splits the result of a system call.
func result(r int) (int, error) {
	if r < 0 {
		return -1, Errno(-r)
	}
	return r, nil
}

// Write writes p to the file descriptor fd.
func Write(fd int, p []byte) (n int, err error) {
	if len(p) == 0 {
		return result(write(fd, nil, 0))
	}
	return result(write(fd, &p[0], len(p)))
}

// Read reads from the file descriptor fd into p.
func Read(fd int, p []byte) (n int, err error) {
	if len(p) == 0 {
		return result(read(fd, nil, 0))
	}
	return result(read(fd, &p[0], len(p)))
}

// Open opens a file.
func Open(path string, mode int, perm uint32) (fd int, err error) {
	p, err := BytePtrFromString(path)
	if err != nil {
		return -1, err
	}
	return result(open(p, mode, int(perm)))
}

// Close closes the file descriptor fd.
func Close(fd int) error {
	_, err := result(close(fd))
	return err
}

// Exit ends the process.
func Exit(code int) { exit(code) }

// ByteSliceFromString returns s with a NUL behind it, EINVAL if s contains one.
func ByteSliceFromString(s string) ([]byte, error) {
	for i := 0; i < len(s); i++ {
		if s[i] == 0 {
			return nil, EINVAL
		}
	}
	b := make([]byte, len(s)+1)
	copy(b, s)
	return b, nil
}

// BytePtrFromString returns a pointer to the bytes of s with a NUL behind them, EINVAL if s
// contains one.
func BytePtrFromString(s string) (*byte, error) {
	b, err := ByteSliceFromString(s)
	if err != nil {
		return nil, err
	}
	return &b[0], nil
}

// Args returns the arguments of the process, the program's name first.
func Args() (args []string) {
	runtime_args(&args)
	return args
}

// Environ returns the environment that the process was started with.
func Environ() (envs []string) {
	runtime_envs(&envs)
	return envs
}
