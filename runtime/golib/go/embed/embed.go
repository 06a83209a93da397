// Package embed holds files in the program. The compiler fills variables below //go:embed directives.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"time"
)

// FS is a tree of files that was embedded; its zero value is empty. It is a file system for package io/fs.
//
// The compiler lays out the value. The files are ordered by the directory they are in and then by name, so that those of one
// directory stand together.
type FS struct {
	files *[]file
}

// file is a file or, if its name ends in a slash, a directory. It describes itself.
type file struct {
	name string
	data string
	hash [16]byte
}

var (
	_ fs.ReadDirFS   = FS{}
	_ fs.ReadFileFS  = FS{}
	_ fs.FileInfo    = (*file)(nil)
	_ fs.DirEntry    = (*file)(nil)
	_ fs.ReadDirFile = (*openDir)(nil)
	_ io.ReadSeeker  = (*openFile)(nil)
	_ io.ReaderAt    = (*openFile)(nil)
)

var root = &file{name: "./"}

// path is the name without the mark of directories.
func (f *file) path() string {
	if f.IsDir() {
		return f.name[:len(f.name)-1]
	}
	return f.name
}

// split takes a path apart: what it is in, "." for the root, and its last element.
func split(path string) (dir, base string) {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			return path[:i], path[i+1:]
		}
	}
	return ".", path
}

func (f *file) Name() string {
	_, base := split(f.path())
	return base
}

func (f *file) IsDir() bool                { return f.name[len(f.name)-1] == '/' }
func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) Sys() any                   { return nil }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }
func (f *file) String() string             { return fs.FormatFileInfo(f) }

func (f *file) Mode() fs.FileMode {
	if f.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// search returns the index of the first file that is not before the given directory and last element.
func (f FS) search(dir, base string) int {
	if f.files == nil {
		return 0
	}
	files := *f.files
	low, high := 0, len(files)
	for low < high {
		mid := int(uint(low+high) / 2)
		d, b := split(files[mid].path())
		if d < dir || d == dir && b < base {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

func (f FS) find(op, name string) (*file, error) {
	if name == "." {
		return root, nil
	}
	if fs.ValidPath(name) && f.files != nil {
		if i := f.search(split(name)); i < len(*f.files) && (*f.files)[i].path() == name {
			return &(*f.files)[i], nil
		}
	}
	return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

// list returns the files in a directory.
func (f FS) list(dir string) []file {
	if f.files == nil {
		return nil
	}
	// No name is empty, and no directory is between dir and dir followed by a zero.
	return (*f.files)[f.search(dir, ""):f.search(dir+"\x00", "")]
}

// Open opens a file, which can seek and read at an offset too, or a directory.
func (f FS) Open(name string) (fs.File, error) {
	found, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	if found.IsDir() {
		return &openDir{found, f.list(name), 0}, nil
	}
	return &openFile{found, 0}, nil
}

// ReadDir lists a directory in the order of names.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	found, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	if !found.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	return entries(f.list(name)), nil
}

// ReadFile returns a copy of a file's contents.
func (f FS) ReadFile(name string) ([]byte, error) {
	found, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	if found.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return []byte(found.data), nil
}

func entries(files []file) []fs.DirEntry {
	list := make([]fs.DirEntry, len(files))
	for i := range files {
		list[i] = &files[i]
	}
	return list
}

// openFile is an open file.
type openFile struct {
	f      *file
	offset int64
}

func (o *openFile) Close() error               { return nil }
func (o *openFile) Stat() (fs.FileInfo, error) { return o.f, nil }

func (o *openFile) invalid(op string) error {
	return &fs.PathError{Op: op, Path: o.f.name, Err: fs.ErrInvalid}
}

func (o *openFile) Read(b []byte) (int, error) {
	if o.offset >= o.f.Size() {
		return 0, io.EOF
	}
	n := copy(b, o.f.data[o.offset:])
	o.offset += int64(n)
	return n, nil
}

func (o *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > o.f.Size() {
		return 0, o.invalid("read")
	}
	n := copy(b, o.f.data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

func (o *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += o.offset
	case io.SeekEnd:
		offset += o.f.Size()
	}
	if offset < 0 || offset > o.f.Size() {
		return 0, o.invalid("seek")
	}
	o.offset = offset
	return offset, nil
}

// openDir is an open directory.
type openDir struct {
	f      *file
	files  []file
	offset int
}

func (o *openDir) Close() error               { return nil }
func (o *openDir) Stat() (fs.FileInfo, error) { return o.f, nil }

func (o *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: o.f.name, Err: errors.New("is a directory")}
}

func (o *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	rest := o.files[o.offset:]
	if len(rest) == 0 {
		if count > 0 {
			return nil, io.EOF
		}
		return nil, nil
	}
	if count > 0 && count < len(rest) {
		rest = rest[:count]
	}
	o.offset += len(rest)
	return entries(rest), nil
}
