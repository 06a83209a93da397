// Package fs declares what file systems have in common.
package fs

import (
	"internal/oserror"
	"time"
	"unicode/utf8"
)

// An FS is a tree of files.
type FS interface {
	// Open opens the file with a name that ValidPath accepts; errors are of type *PathError.
	Open(name string) (File, error)
}

// A File is an open file.
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// A DirEntry is an entry of a directory.
type DirEntry interface {
	// Name returns the last element of the path.
	Name() string
	IsDir() bool
	Type() FileMode
	// Info describes the file, perhaps as it is by now.
	Info() (FileInfo, error)
}

// A ReadDirFile is an open directory.
type ReadDirFile interface {
	File
	// ReadDir returns the next n entries, io.EOF at the end; all with a nil error if n <= 0.
	ReadDir(n int) ([]DirEntry, error)
}

// A FileInfo describes a file.
type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	ModTime() time.Time
	IsDir() bool
	Sys() any
}

// ValidPath reports whether name is a path for Open: elements separated by single slashes, none of
// them empty, "." or "..", or "." for the root.
func ValidPath(name string) bool {
	if !utf8.ValidString(name) {
		return false
	}
	if name == "." {
		return true
	}
	start := 0
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		if elem := name[start:i]; elem == "" || elem == "." || elem == ".." {
			return false
		}
		start = i + 1
	}
	return true
}

// The errors of a file system, compared with errors.Is.
var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed
)

// A PathError is an error with the operation and the file that it is about.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

func (e *PathError) Unwrap() error { return e.Err }

// Timeout reports whether the error is a timeout.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// A FileMode is a file's kind and permissions.
type FileMode uint32

// The bits of a FileMode.
const (
	ModeDir FileMode = 1 << (31 - iota)
	ModeAppend
	ModeExclusive
	ModeTemporary
	ModeSymlink
	ModeDevice
	ModeNamedPipe
	ModeSocket
	ModeSetuid
	ModeSetgid
	ModeCharDevice
	ModeSticky
	ModeIrregular

	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular

	ModePerm FileMode = 0777
)

// IsDir reports whether m is a directory's.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular reports whether m is a regular file's.
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm returns the permission bits of m.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type returns the kind bits of m.
func (m FileMode) Type() FileMode { return m & ModeType }

func (m FileMode) String() string {
	const kinds, rights = "dalTLDpSugct?", "rwxrwxrwx"
	var buf [32]byte
	n := 0
	for i := range len(kinds) {
		if m&(1<<uint(31-i)) != 0 {
			buf[n] = kinds[i]
			n++
		}
	}
	if n == 0 {
		buf[n] = '-'
		n++
	}
	for i := range len(rights) {
		buf[n] = '-'
		if m&(1<<uint(8-i)) != 0 {
			buf[n] = rights[i]
		}
		n++
	}
	return string(buf[:n])
}
