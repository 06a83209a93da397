package fs

import (
	"errors"
	"path"
	"strings"
)

// SkipDir, returned by a WalkDirFunc, leaves a directory out.
var SkipDir = errors.New("skip this directory")

// SkipAll, returned by a WalkDirFunc, ends the walk.
var SkipAll = errors.New("skip everything and stop the walk")

// A WalkDirFunc is called for each file. With an error it is told that path could not be described
// (the root) or read (a directory, for the second time).
type WalkDirFunc func(path string, d DirEntry, err error) error

// WalkDir calls fn for the file root and, if it is a directory, for all below it, in lexical order.
// It does not follow symbolic links.
func WalkDir(fsys FS, root string, fn WalkDirFunc) error {
	info, err := Stat(fsys, root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(fsys, root, FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(fsys FS, name string, d DirEntry, fn WalkDirFunc) error {
	if err := fn(name, d, nil); err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			err = nil
		}
		return err
	}
	entries, err := ReadDir(fsys, name)
	if err != nil {
		if err = fn(name, d, err); err != nil {
			if err == SkipDir && d.IsDir() {
				err = nil
			}
			return err
		}
	}
	for _, entry := range entries {
		if err := walk(fsys, path.Join(name, entry.Name()), entry, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// A GlobFS is an FS that finds names by patterns itself.
type GlobFS interface {
	FS
	Glob(pattern string) ([]string, error)
}

// Glob returns the names of the files that match a pattern of path.Match. The only error is
// path.ErrBadPattern.
func Glob(fsys FS, pattern string) (matches []string, err error) {
	if fsys, ok := fsys.(GlobFS); ok {
		return fsys.Glob(pattern)
	}
	if strings.Count(pattern, "/") > maxSeparators {
		return nil, path.ErrBadPattern
	}
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err = Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := path.Split(pattern)
	if dir == "" {
		dir = "."
	} else {
		dir = dir[:len(dir)-1]
	}
	if !hasMeta(dir) {
		return globDir(fsys, dir, file, nil)
	}
	if dir == pattern {
		return nil, path.ErrBadPattern // it would not end
	}
	dirs, err := Glob(fsys, dir)
	if err != nil {
		return nil, err
	}
	for _, d := range dirs {
		if matches, err = globDir(fsys, d, file, matches); err != nil {
			return matches, err
		}
	}
	return matches, nil
}

// globDir appends the files of a directory that match; a directory that cannot be read has none.
func globDir(fsys FS, dir, pattern string, matches []string) ([]string, error) {
	entries, err := ReadDir(fsys, dir)
	if err != nil {
		return matches, nil
	}
	for _, entry := range entries {
		matched, err := path.Match(pattern, entry.Name())
		if err != nil {
			return matches, err
		}
		if matched {
			matches = append(matches, path.Join(dir, entry.Name()))
		}
	}
	return matches, nil
}

// maxSeparators is how many separators a pattern may have: Glob calls itself for each.
const maxSeparators = 10000

func hasMeta(path string) bool {
	for i := range len(path) {
		switch path[i] {
		case '*', '?', '[', '\\':
			return true
		}
	}
	return false
}

// FormatFileInfo returns a line for a file as `ls -l` does: mode, size, time and name.
func FormatFileInfo(info FileInfo) string {
	name := info.Name()
	line := append([]byte(nil), info.Mode().String()...)
	line = append(line, ' ')
	line = appendSize(line, info.Size())
	line = append(line, ' ')
	line = info.ModTime().AppendFormat(line, "2006-01-02 15:04:05")
	line = append(line, ' ')
	line = append(line, name...)
	if info.IsDir() {
		line = append(line, '/')
	}
	return string(line)
}

func appendSize(b []byte, size int64) []byte {
	u := uint64(size)
	if size < 0 {
		b = append(b, '-')
		u = -u
	}
	var digits [20]byte
	i := len(digits)
	for {
		i--
		digits[i] = byte('0' + u%10)
		if u /= 10; u == 0 {
			return append(b, digits[i:]...)
		}
	}
}

// FormatDirEntry returns a line for an entry: its type and name.
func FormatDirEntry(dir DirEntry) string {
	mode := dir.Type().String()
	line := mode[:len(mode)-9] + " " + dir.Name() // without the permissions
	if dir.IsDir() {
		line += "/"
	}
	return line
}
