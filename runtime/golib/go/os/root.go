package os

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
	"time"
)

var errPathEscapes = errors.New("path escapes from parent")

// maxLinks is how many symbolic links a path in a Root may lead through.
const maxLinks = 255

// A Root is a directory. Names given to its methods are relative to it and cannot leave it: not by
// "..", nor by symbolic links.
type Root struct {
	dir *File
}

// OpenRoot opens a directory as a Root.
func OpenRoot(name string) (*Root, error) {
	f, err := OpenFile(name, syscall.O_DIRECTORY, 0)
	if err != nil {
		if e, ok := err.(*PathError); ok && e.Err == syscall.ENOTDIR {
			e.Err = errors.New("not a directory")
		}
		return nil, err
	}
	return &Root{f}, nil
}

// OpenInRoot opens a file in a directory that it cannot leave.
func OpenInRoot(dir, name string) (*File, error) {
	r, err := OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.Open(name)
}

// Name returns the name that the directory was opened with.
func (r *Root) Name() string { return r.dir.name }

// Close closes the directory.
func (r *Root) Close() error {
	if r.dir.closed() {
		return nil
	}
	return r.dir.Close()
}

// in calls f with the directory that a path leads to and the last element. If f returns a *linkTo, the
// walk goes on where that leads.
//
// Each element is opened by itself, without following links; ".." goes back to the directory opened
// before.
func (r *Root) in(op, name string, f func(dir int, last string) error) error {
	err := r.walk(name, f)
	if err == nil {
		return nil
	}
	if r.dir.closed() { // closed meanwhile
		err = ErrClosed
	}
	return &PathError{op, name, err}
}

type linkTo struct{ target string }

func (*linkTo) Error() string { return "symbolic link" }

func (r *Root) walk(name string, f func(dir int, last string) error) error {
	if r.dir.closed() {
		return ErrClosed
	}
	parts, err := splitRooted(name)
	if err != nil {
		return err
	}
	stack := []int{r.dir.fd}
	defer func() {
		for _, fd := range stack[1:] {
			syscall.Close(fd)
		}
	}()
	for links := 0; ; {
		part := parts[0]
		dir := stack[len(stack)-1]
		switch {
		case part == ".." && len(stack) == 1:
			return errPathEscapes
		case part == "..":
			syscall.Close(dir)
			stack = stack[:len(stack)-1]
			if parts = parts[1:]; len(parts) == 0 {
				parts = []string{"."}
			}
			continue
		case part == "." && len(parts) > 1:
			parts = parts[1:]
			continue
		}
		var link *linkTo
		if len(parts) == 1 {
			err := again(func() error { return f(dir, part) })
			if !errors.As(err, &link) {
				return err
			}
		} else {
			fd, err := openDir(dir, part)
			if err == nil {
				stack = append(stack, fd)
				parts = parts[1:]
				continue
			}
			if link = linkAt(dir, part); link == nil {
				return err
			}
		}
		if links++; links > maxLinks {
			return syscall.ELOOP
		}
		target, err := splitRooted(link.target)
		if err != nil {
			return err
		}
		parts = append(target, parts[1:]...)
	}
}

func openDir(dir int, name string) (fd int, err error) {
	err = again(func() (err error) {
		fd, err = syscall.Openat(dir, name, syscall.O_DIRECTORY|syscall.O_NOFOLLOW|syscall.O_CLOEXEC, 0)
		return err
	})
	return fd, err
}

// linkAt returns where the symbolic link with a name leads, nil if it is none.
func linkAt(dir int, name string) *linkTo {
	target, err := readlink("", dir, name)
	if err != nil {
		return nil
	}
	return &linkTo{target}
}

// splitRooted splits a path that must not be absolute.
func splitRooted(name string) ([]string, error) {
	switch {
	case name == "":
		return nil, syscall.ENOENT
	case name[0] == '/':
		return nil, errPathEscapes
	}
	var parts []string
	for part := range strings.SplitSeq(name, "/") {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if name[len(name)-1] == '/' {
		parts = append(parts, ".") // it must be a directory
	}
	return parts, nil
}

// Open opens a file for reading.
func (r *Root) Open(name string) (*File, error) { return r.OpenFile(name, O_RDONLY, 0) }

// Create creates or empties a file.
func (r *Root) Create(name string) (*File, error) {
	return r.OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

// OpenFile opens a file with the given flags.
func (r *Root) OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if perm&0777 != perm {
		return nil, &PathError{"openat", name, errors.New("unsupported file mode")}
	}
	var f *File
	err := r.in("openat", name, func(dir int, last string) error {
		fd, err := syscall.Openat(dir, last, flag|syscall.O_CLOEXEC|syscall.O_NOFOLLOW, uint32(perm))
		if err != nil {
			if err == syscall.ELOOP || err == syscall.ENOTDIR {
				if link := linkAt(dir, last); link != nil && flag&(O_CREATE|O_EXCL) != O_CREATE|O_EXCL {
					return link
				}
			}
			return err
		}
		f = &File{&file{descriptor: descriptor{fd: fd}, name: joined(r.Name(), name), appends: flag&O_APPEND != 0}}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return f, nil
}

func joined(dir, name string) string { return strings.TrimRight(dir, "/") + "/" + name }

// OpenRoot opens a directory as a Root.
func (r *Root) OpenRoot(name string) (*Root, error) {
	f, err := r.OpenFile(name, syscall.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	return &Root{f}, nil
}

// ReadFile returns the contents of a file.
func (r *Root) ReadFile(name string) ([]byte, error) {
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f)
}

// WriteFile writes data to a file, which it creates or empties.
func (r *Root) WriteFile(name string, data []byte, perm FileMode) error {
	f, err := r.OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// Mkdir makes a directory.
func (r *Root) Mkdir(name string, perm FileMode) error {
	if perm&0777 != perm {
		return &PathError{"mkdirat", name, errors.New("unsupported file mode")}
	}
	return r.in("mkdirat", name, func(dir int, last string) error {
		return syscall.Mkdirat(dir, last, uint32(perm))
	})
}

// MkdirAll makes a directory and those above it that do not exist.
func (r *Root) MkdirAll(name string, perm FileMode) error {
	if perm&0777 != perm {
		return &PathError{"mkdirat", name, errors.New("unsupported file mode")}
	}
	if info, err := r.Stat(name); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{"mkdirat", name, syscall.ENOTDIR}
	}
	if i := strings.LastIndexByte(strings.TrimRight(name, "/"), '/'); i > 0 {
		if err := r.MkdirAll(name[:i], perm); err != nil {
			return err
		}
	}
	if err := r.Mkdir(name, perm); err != nil && !errors.Is(err, ErrExist) {
		return err
	}
	return nil
}

// Remove removes a file or an empty directory.
func (r *Root) Remove(name string) error {
	return r.in("removeat", name, func(dir int, last string) error {
		err := syscall.Unlinkat(dir, last, 0)
		if err == nil {
			return nil
		}
		dirErr := syscall.Unlinkat(dir, last, syscall.AT_REMOVEDIR)
		if dirErr == nil || dirErr != syscall.ENOTDIR {
			return dirErr
		}
		return err
	})
}

// RemoveAll removes a file, or a directory with all that is in it.
func (r *Root) RemoveAll(name string) error {
	if name == "." || strings.HasSuffix(name, "/.") {
		return &PathError{"RemoveAll", name, syscall.EINVAL}
	}
	info, err := r.Lstat(name)
	if err != nil {
		if errors.Is(err, ErrNotExist) {
			return nil
		}
		return &PathError{"RemoveAll", name, err.(*PathError).Err}
	}
	if info.IsDir() {
		f, err := r.Open(name)
		if err != nil {
			return err
		}
		names, err := f.Readdirnames(-1)
		f.Close()
		if err != nil {
			return err
		}
		for _, n := range names {
			if err := r.RemoveAll(strings.TrimRight(name, "/") + "/" + n); err != nil {
				return err
			}
		}
	}
	if err := r.Remove(name); err != nil && !errors.Is(err, ErrNotExist) {
		return err
	}
	return nil
}

// Stat describes a file.
func (r *Root) Stat(name string) (FileInfo, error) { return r.stat(name, true) }

// Lstat describes a file, a symbolic link itself.
func (r *Root) Lstat(name string) (FileInfo, error) { return r.stat(name, false) }

func (r *Root) stat(name string, follow bool) (FileInfo, error) {
	s := new(fileStat)
	err := r.in("statat", name, func(dir int, last string) error {
		if err := syscall.Fstatat(dir, last, &s.sys, syscall.AT_NOFOLLOW); err != nil {
			return err
		}
		if follow && s.sys.Mode&syscall.S_IFMT == syscall.S_IFLNK {
			if link := linkAt(dir, last); link != nil {
				return link
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	s.fill(name)
	return s, nil
}

// Readlink returns where a symbolic link leads.
func (r *Root) Readlink(name string) (target string, err error) {
	err = r.in("readlinkat", name, func(dir int, last string) error {
		t, err := readlink("readlinkat", dir, last)
		if e, ok := err.(*PathError); ok {
			return e.Err
		}
		target = t
		return nil
	})
	return target, err
}

// Symlink makes newname a symbolic link to oldname, which may lead anywhere.
func (r *Root) Symlink(oldname, newname string) error {
	err := r.walk(newname, func(dir int, last string) error { return syscall.Symlinkat(oldname, dir, last) })
	if err != nil {
		return &LinkError{"symlinkat", oldname, newname, err}
	}
	return nil
}

// Link makes newname a hard link to oldname.
func (r *Root) Link(oldname, newname string) error {
	return r.both("linkat", oldname, newname, syscall.Linkat)
}

// Rename renames a file.
func (r *Root) Rename(oldname, newname string) error {
	return r.both("renameat", oldname, newname, syscall.Renameat)
}

func (r *Root) both(op, from, to string, f func(int, string, int, string) error) error {
	err := r.walk(from, func(fromDir int, fromLast string) error {
		return r.walk(to, func(toDir int, toLast string) error {
			return f(fromDir, fromLast, toDir, toLast)
		})
	})
	if err != nil {
		return &LinkError{op, from, to, err}
	}
	return nil
}

// onFile does an operation on a file, with links followed.
func (r *Root) onFile(op, name string, f func(dir int, last string) error) error {
	return r.in(op, name, func(dir int, last string) error {
		if link := linkAt(dir, last); link != nil {
			return link
		}
		return f(dir, last)
	})
}

// Chmod sets the permissions of a file.
func (r *Root) Chmod(name string, mode FileMode) error {
	return r.onFile("chmodat", name, func(dir int, last string) error {
		return syscall.Fchmodat(dir, last, systemMode(mode))
	})
}

// Chown sets the owner of a file.
func (r *Root) Chown(name string, uid, gid int) error {
	return r.onFile("chownat", name, func(dir int, last string) error {
		return syscall.Fchownat(dir, last, uid, gid, syscall.AT_NOFOLLOW)
	})
}

// Lchown sets the owner of a file, of a symbolic link itself.
func (r *Root) Lchown(name string, uid, gid int) error {
	return r.in("lchownat", name, func(dir int, last string) error {
		return syscall.Fchownat(dir, last, uid, gid, syscall.AT_NOFOLLOW)
	})
}

// Chtimes sets the times of the last access and change.
func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	return r.onFile("chtimesat", name, func(dir int, last string) error {
		return syscall.Utimensat(dir, last, timesOf(atime, mtime), syscall.AT_NOFOLLOW)
	})
}

// FS returns the file system below the directory.
func (r *Root) FS() fs.FS { return (*rootFS)(r) }

type rootFS Root

func (f *rootFS) valid(op, name string) error {
	if !fs.ValidPath(name) {
		return &PathError{op, name, ErrInvalid}
	}
	return nil
}

func (f *rootFS) Open(name string) (fs.File, error) {
	if err := f.valid("open", name); err != nil {
		return nil, err
	}
	file, err := (*Root)(f).Open(name)
	if err != nil {
		return nil, err
	}
	return file, nil
}

func (f *rootFS) ReadDir(name string) ([]DirEntry, error) {
	if err := f.valid("readdir", name); err != nil {
		return nil, err
	}
	file, err := (*Root)(f).Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	list, err := file.ReadDir(-1)
	sortEntries(list)
	return list, err
}

func (f *rootFS) ReadFile(name string) ([]byte, error) {
	if err := f.valid("readfile", name); err != nil {
		return nil, err
	}
	return (*Root)(f).ReadFile(name)
}

func (f *rootFS) ReadLink(name string) (string, error) {
	if err := f.valid("readlink", name); err != nil {
		return "", err
	}
	return (*Root)(f).Readlink(name)
}

func (f *rootFS) Stat(name string) (FileInfo, error) {
	if err := f.valid("stat", name); err != nil {
		return nil, err
	}
	return (*Root)(f).Stat(name)
}

func (f *rootFS) Lstat(name string) (FileInfo, error) {
	if err := f.valid("lstat", name); err != nil {
		return nil, err
	}
	return (*Root)(f).Lstat(name)
}
