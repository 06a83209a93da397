package os

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"syscall"
)

// dirBuffer has what was read of a directory, in the kernel's form.
type dirBuffer struct {
	buf [8192]byte
	at  int
	end int
}

// What an entry's type byte stands for.
var entryTypes = [...]FileMode{
	1:  ModeNamedPipe,
	2:  ModeDevice | ModeCharDevice,
	4:  ModeDir,
	6:  ModeDevice,
	8:  0,
	10: ModeSymlink,
	12: ModeSocket,
}

// dirEntry is an entry of a directory; info is there once it was asked for.
type dirEntry struct {
	dir  string
	name string
	typ  FileMode
	info FileInfo
}

func (d *dirEntry) Name() string   { return d.name }
func (d *dirEntry) IsDir() bool    { return d.typ.IsDir() }
func (d *dirEntry) Type() FileMode { return d.typ }
func (d *dirEntry) String() string { return fs.FormatDirEntry(d) }

func (d *dirEntry) Info() (FileInfo, error) {
	if d.info != nil {
		return d.info, nil
	}
	return Lstat(d.dir + "/" + d.name)
}

// next returns the next entry: its name and type, where ok tells whether the type is known.
func (f *File) next() (name string, typ FileMode, known bool, err error) {
	if f.dir == nil {
		f.dir = new(dirBuffer)
	}
	d := f.dir
	for {
		if d.at >= d.end {
			var n int
			err := f.fileOp("readdirent", func() (err error) {
				n, err = syscall.Getdents(f.fd, d.buf[:])
				return err
			})
			if err != nil {
				return "", 0, false, err
			}
			if n == 0 {
				return "", 0, false, io.EOF
			}
			d.at, d.end = 0, n
		}
		// An entry: inode (8 bytes), offset (8), length (2), type (1), name with a NUL.
		record := d.buf[d.at:d.end]
		d.at += int(record[16]) | int(record[17])<<8
		inode := slices.ContainsFunc(record[:8], func(b byte) bool { return b != 0 })
		text := record[19:]
		n := slices.Index(text, 0)
		if !inode || n == 1 && text[0] == '.' || n == 2 && text[0] == '.' && text[1] == '.' {
			continue
		}
		t := int(record[18])
		known = t > 0 && t < len(entryTypes)
		if known {
			typ = entryTypes[t]
		}
		return string(text[:n]), typ, known, nil
	}
}

// errFileClosing is the error of reading a closed directory; it is not ErrClosed, as it is not with gc.
var errFileClosing = errors.New("use of closed file")

// readDir calls add for the next n entries, for all if n <= 0.
func (f *File) readDir(n int, add func(name string, typ FileMode, known bool) error) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed() {
		return &PathError{"readdirent", f.name, errFileClosing}
	}
	for i := 0; n <= 0 || i < n; i++ {
		name, typ, known, err := f.next()
		if err == io.EOF {
			if n > 0 && i == 0 {
				return io.EOF
			}
			return nil
		}
		if err != nil {
			return err
		}
		if err := add(name, typ, known); err != nil {
			if errors.Is(err, ErrNotExist) { // it has gone meanwhile
				i--
				continue
			}
			return err
		}
	}
	return nil
}

// ReadDir returns the next n entries of a directory, in the directory's order, and io.EOF after the
// last; all that are left if n <= 0.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	list := []DirEntry{}
	err := f.readDir(n, func(name string, typ FileMode, known bool) error {
		d := &dirEntry{dir: f.name, name: name, typ: typ}
		if !known {
			info, err := Lstat(f.name + "/" + name)
			if err != nil {
				return err
			}
			d.info, d.typ = info, info.Mode().Type()
		}
		list = append(list, d)
		return nil
	})
	return list, err
}

// Readdir is ReadDir with descriptions of the files.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	list := []FileInfo{}
	err := f.readDir(n, func(name string, typ FileMode, known bool) error {
		info, err := Lstat(f.name + "/" + name)
		if err == nil {
			list = append(list, info)
		}
		return err
	})
	return list, err
}

// Readdirnames is ReadDir with names only.
func (f *File) Readdirnames(n int) (names []string, err error) {
	names = []string{}
	err = f.readDir(n, func(name string, typ FileMode, known bool) error {
		names = append(names, name)
		return nil
	})
	return names, err
}

// ReadDir returns the entries of a directory sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := OpenFile(name, O_RDONLY|syscall.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	sortEntries(list)
	return list, err
}

func sortEntries(list []DirEntry) {
	slices.SortFunc(list, func(a, b DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
}

// DirFS returns the file system below a directory.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

// full returns the path of a file. Errors are to show the name that was asked for.
func (d dirFS) full(op, name string) (string, error) {
	if d == "" {
		return "", &PathError{op, name, errors.New("os: DirFS with empty root")}
	}
	if !fs.ValidPath(name) || strings.IndexByte(name, 0) >= 0 {
		return "", &PathError{op, name, ErrInvalid}
	}
	if strings.HasSuffix(string(d), "/") {
		return string(d) + name, nil
	}
	return string(d) + "/" + name, nil
}

func renamed(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (d dirFS) Open(name string) (fs.File, error) {
	full, err := d.full("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		return nil, renamed(err, name)
	}
	return f, nil
}

func (d dirFS) ReadFile(name string) ([]byte, error) {
	full, err := d.full("readfile", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(full)
	return data, renamed(err, name)
}

func (d dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := d.full("readdir", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(full)
	return list, renamed(err, name)
}

func (d dirFS) Stat(name string) (fs.FileInfo, error) {
	full, err := d.full("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(full)
	return info, renamed(err, name)
}

func (d dirFS) Lstat(name string) (fs.FileInfo, error) {
	full, err := d.full("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(full)
	return info, renamed(err, name)
}

func (d dirFS) ReadLink(name string) (string, error) {
	full, err := d.full("readlink", name)
	if err != nil {
		return "", err
	}
	target, err := Readlink(full)
	return target, renamed(err, name)
}

// CopyFS copies a file system into a directory; files that exist are not overwritten.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := dir
		if path != "." {
			to = dir + "/" + path
		}
		switch {
		case d.IsDir():
			return MkdirAll(to, 0777)
		case d.Type() == ModeSymlink:
			target, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(target, to)
		case d.Type() != 0:
			return &PathError{"CopyFS", path, ErrInvalid}
		}
		from, err := fsys.Open(path)
		if err != nil {
			return err
		}
		defer from.Close()
		info, err := from.Stat()
		if err != nil {
			return err
		}
		file, err := OpenFile(to, O_CREATE|O_EXCL|O_WRONLY, 0666|info.Mode()&0777)
		if err != nil {
			return err
		}
		if _, err := io.Copy(file, from); err != nil {
			file.Close()
			return &PathError{"Copy", to, err}
		}
		return file.Close()
	})
}
