package os

import (
	"errors"
	"syscall"
	"time"
)

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	err := pathOp("mkdir", name, func() error {
		return syscall.Mkdirat(syscall.AT_FDCWD, name, systemMode(perm))
	})
	return err
}

// MkdirAll makes a directory and those above it that do not exist.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{"mkdir", path, syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := MkdirAll(path[:end-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		// Another process may have made it, or path ends in a dot.
		if info, e := Lstat(path); e == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	err := again(func() error { return syscall.Unlinkat(syscall.AT_FDCWD, name, 0) })
	if err == nil {
		return nil
	}
	dirErr := again(func() error { return syscall.Unlinkat(syscall.AT_FDCWD, name, syscall.AT_REMOVEDIR) })
	if dirErr == nil {
		return nil
	}
	// ENOTDIR says that the first error is the one that matters.
	if dirErr != syscall.ENOTDIR {
		err = dirErr
	}
	return &PathError{"remove", name, err}
}

// RemoveAll removes a file, or a directory with all that is in it. If there is none that is no error.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if path == "." || len(path) >= 2 && path[len(path)-2:] == "/." {
		return &PathError{"RemoveAll", path, syscall.EINVAL}
	}
	return removeTree(syscall.AT_FDCWD, path)
}

// removeTree removes a file, or a directory with all that is in it. Names are relative to the directory
// above, so that they never become too long.
func removeTree(dir int, name string) error {
	unlink := func(flags int) error { return again(func() error { return syscall.Unlinkat(dir, name, flags) }) }
	err := unlink(0)
	if err == nil || err == syscall.ENOENT {
		return nil
	}
	if err != syscall.EISDIR && err != syscall.EPERM && err != syscall.EACCES {
		return &PathError{"unlinkat", name, err}
	}
	fd, openErr := openDir(dir, name)
	switch openErr {
	case nil:
	case syscall.ENOENT:
		return nil
	case syscall.ENOTDIR, syscall.ELOOP:
		return &PathError{"unlinkat", name, err}
	default:
		if unlink(syscall.AT_REMOVEDIR) == nil { // an empty directory need not be readable
			return nil
		}
		return &PathError{"openfdat", name, openErr}
	}
	f := &File{&file{descriptor: descriptor{fd: fd}, name: name}}
	names, failed := f.Readdirnames(-1)
	for _, n := range names {
		if err := removeTree(fd, n); err != nil && failed == nil {
			failed = err
		}
	}
	f.Close()
	err = unlink(syscall.AT_REMOVEDIR)
	if err == nil || err == syscall.ENOENT {
		return nil
	}
	if failed != nil {
		return failed
	}
	return &PathError{"unlinkat", name, err}
}

// A LinkError is an error of an operation with two paths.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }

func (e *LinkError) Unwrap() error { return e.Err }

// linkOp is again with the error of an operation on two paths.
func linkOp(op, from, to string, f func() error) error {
	if err := again(f); err != nil {
		return &LinkError{op, from, to, err}
	}
	return nil
}

// Rename renames a file; a file that has the new name is replaced.
func Rename(oldpath, newpath string) error {
	// The system would replace an empty directory.
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		if old, err := Lstat(oldpath); err != nil {
			if e, ok := err.(*PathError); ok {
				err = e.Err
			}
			return &LinkError{"rename", oldpath, newpath, err}
		} else if newpath == oldpath || !SameFile(info, old) {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return linkOp("rename", oldpath, newpath, func() error {
		return syscall.Renameat(syscall.AT_FDCWD, oldpath, syscall.AT_FDCWD, newpath)
	})
}

// Link makes newname a hard link to oldname.
func Link(oldname, newname string) error {
	return linkOp("link", oldname, newname, func() error {
		return syscall.Linkat(syscall.AT_FDCWD, oldname, syscall.AT_FDCWD, newname)
	})
}

// Symlink makes newname a symbolic link to oldname.
func Symlink(oldname, newname string) error {
	return linkOp("symlink", oldname, newname, func() error {
		return syscall.Symlinkat(oldname, syscall.AT_FDCWD, newname)
	})
}

// Readlink returns where a symbolic link leads.
func Readlink(name string) (string, error) { return readlink("readlink", syscall.AT_FDCWD, name) }

func readlink(op string, dir int, name string) (string, error) {
	for size := 128; ; size *= 2 {
		buf := make([]byte, size)
		n := 0
		err := pathOp(op, name, func() (err error) {
			n, err = syscall.Readlinkat(dir, name, buf)
			return err
		})
		if err != nil {
			return "", err
		}
		if n < size {
			return string(buf[:n]), nil
		}
	}
}

// Truncate sets the size of a file.
func Truncate(name string, size int64) error {
	return pathOp("truncate", name, func() error { return syscall.Truncate(name, size) })
}

// Chmod sets the permissions of a file.
func Chmod(name string, mode FileMode) error {
	return pathOp("chmod", name, func() error {
		return syscall.Fchmodat(syscall.AT_FDCWD, name, systemMode(mode))
	})
}

// Chown sets the owner of a file; -1 leaves one as it is.
func Chown(name string, uid, gid int) error {
	return pathOp("chown", name, func() error {
		return syscall.Fchownat(syscall.AT_FDCWD, name, uid, gid, 0)
	})
}

// Lchown sets the owner of a file, of a symbolic link itself.
func Lchown(name string, uid, gid int) error {
	return pathOp("lchown", name, func() error {
		return syscall.Fchownat(syscall.AT_FDCWD, name, uid, gid, syscall.AT_NOFOLLOW)
	})
}

// Chtimes sets the times of the last access and change; a zero Time leaves one as it is.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	return pathOp("chtimes", name, func() error {
		return syscall.Utimensat(syscall.AT_FDCWD, name, timesOf(atime, mtime), 0)
	})
}

func timesOf(atime, mtime time.Time) *[2]syscall.Timespec {
	const omit = 1<<30 - 2
	var times [2]syscall.Timespec
	for i, t := range [2]time.Time{atime, mtime} {
		if t.IsZero() {
			times[i].Nsec = omit
		} else {
			times[i] = syscall.Timespec{Sec: t.Unix(), Nsec: int64(t.Nanosecond())}
		}
	}
	return &times
}

// Chdir sets the current directory.
func Chdir(dir string) error {
	return pathOp("chdir", dir, func() error { return syscall.Chdir(dir) })
}

// Getwd returns the current directory: $PWD if that is one of its names.
func Getwd() (dir string, err error) {
	if dir = Getenv("PWD"); len(dir) > 0 && dir[0] == '/' {
		here, err1 := Stat(".")
		named, err2 := Stat(dir)
		if err1 == nil && err2 == nil && SameFile(here, named) {
			return dir, nil
		}
	}
	buf := make([]byte, 4096)
	n := 0
	err = again(func() (err error) {
		n, err = syscall.Getcwd(buf)
		return err
	})
	if err != nil {
		return "", NewSyscallError("getwd", err)
	}
	if n < 1 || buf[0] != '/' {
		return "", NewSyscallError("getwd", syscall.ENOENT)
	}
	return string(buf[:n-1]), nil
}

// TempDir returns the directory for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

var errPatternHasSeparator = errors.New("pattern contains path separator")

// temporary calls make for random names made of pattern, until there is none of that name.
func temporary(op, dir, pattern string, make func(name string) error) error {
	if dir == "" {
		dir = TempDir()
	}
	prefix, suffix := pattern, ""
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '/' {
			return &PathError{op, pattern, errPatternHasSeparator}
		}
	}
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '*' {
			prefix, suffix = pattern[:i], pattern[i+1:]
			break
		}
	}
	if dir[len(dir)-1] != '/' {
		prefix = "/" + prefix
	}
	prefix = dir + prefix
	for range 10000 {
		err := make(prefix + randomDigits() + suffix)
		if IsNotExist(err) && op == "mkdirtemp" {
			// It is the directory above that is missing.
			if _, statErr := Stat(dir); IsNotExist(statErr) {
				return statErr
			}
		}
		if !IsExist(err) {
			return err
		}
	}
	return &PathError{op, prefix + "*" + suffix, ErrExist}
}

func randomDigits() string {
	var b [4]byte
	syscall.Getrandom(b[:])
	n := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
	var digits [10]byte
	at := len(digits)
	for {
		at--
		digits[at] = byte('0' + n%10)
		if n /= 10; n == 0 {
			return string(digits[at:])
		}
	}
}

// CreateTemp creates a new file in dir, or TempDir. Its name is pattern with a random number in place
// of the last star, or at the end.
func CreateTemp(dir, pattern string) (f *File, err error) {
	err = temporary("createtemp", dir, pattern, func(name string) (err error) {
		f, err = OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0600)
		return err
	})
	return f, err
}

// MkdirTemp makes a new directory with a name as CreateTemp makes it.
func MkdirTemp(dir, pattern string) (name string, err error) {
	err = temporary("mkdirtemp", dir, pattern, func(n string) error {
		name = n
		return Mkdir(n, 0700)
	})
	if err != nil {
		return "", err
	}
	return name, nil
}
