package os

import (
	"io/fs"
	"syscall"
	"time"
)

// The types of package io/fs.
type (
	FileMode = fs.FileMode
	FileInfo = fs.FileInfo
	DirEntry = fs.DirEntry
)

// The bits of a FileMode.
const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular

	ModeType = fs.ModeType
	ModePerm = fs.ModePerm
)

// Separators of paths.
const (
	PathSeparator     = '/'
	PathListSeparator = ':'
)

// Where Seek counts from.
//
// Deprecated: use io.SeekStart and its like.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

// IsPathSeparator reports whether c separates elements of paths.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// fileStat is the FileInfo of a file.
type fileStat struct {
	name string
	mode FileMode
	sys  syscall.Stat_t
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Size() int64        { return s.sys.Size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) ModTime() time.Time { return time.Unix(s.sys.Mtim.Unix()) }
func (s *fileStat) Sys() any           { return &s.sys }

// SameFile reports whether two descriptions, results of this package, are of the same file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.sys.Dev == b.sys.Dev && a.sys.Ino == b.sys.Ino
}

// fill sets name and mode from the system's description.
func (s *fileStat) fill(path string) {
	s.name = baseName(path)
	s.mode = modeOf(s.sys.Mode)
}

func modeOf(system uint32) FileMode {
	mode := FileMode(system & 0777)
	switch system & syscall.S_IFMT {
	case syscall.S_IFBLK:
		mode |= ModeDevice
	case syscall.S_IFCHR:
		mode |= ModeDevice | ModeCharDevice
	case syscall.S_IFDIR:
		mode |= ModeDir
	case syscall.S_IFIFO:
		mode |= ModeNamedPipe
	case syscall.S_IFLNK:
		mode |= ModeSymlink
	case syscall.S_IFSOCK:
		mode |= ModeSocket
	}
	if system&syscall.S_ISGID != 0 {
		mode |= ModeSetgid
	}
	if system&syscall.S_ISUID != 0 {
		mode |= ModeSetuid
	}
	if system&syscall.S_ISVTX != 0 {
		mode |= ModeSticky
	}
	return mode
}

// baseName returns the last element of a path, without trailing slashes.
func baseName(name string) string {
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' && i+1 < len(name) {
			return name[i+1:]
		}
	}
	return name
}

// again calls f until no signal interrupts it.
func again(f func() error) error {
	for {
		if err := f(); err != syscall.EINTR {
			return err
		}
	}
}

// pathOp is again with the error of an operation on a path.
func pathOp(op, path string, f func() error) error {
	if err := again(f); err != nil {
		return &PathError{op, path, err}
	}
	return nil
}

// Stat describes a file.
func Stat(name string) (FileInfo, error) {
	s := new(fileStat)
	if err := pathOp("stat", name, func() error { return syscall.Stat(name, &s.sys) }); err != nil {
		return nil, err
	}
	s.fill(name)
	return s, nil
}

// Lstat describes a file, a symbolic link itself.
func Lstat(name string) (FileInfo, error) {
	s := new(fileStat)
	if err := pathOp("lstat", name, func() error { return syscall.Lstat(name, &s.sys) }); err != nil {
		return nil, err
	}
	s.fill(name)
	return s, nil
}

// Stat describes the file.
func (f *File) Stat() (FileInfo, error) {
	s := new(fileStat)
	if err := f.fileOp("stat", func() error { return syscall.Fstat(f.fd, &s.sys) }); err != nil {
		return nil, err
	}
	s.fill(f.name)
	return s, nil
}
