package filepath

import (
	"errors"
	"internal/lexpath"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match reports whether name matches the whole of a pattern, see path.Match. The only error is
// ErrBadPattern.
func Match(pattern, name string) (matched bool, err error) {
	matched, ok := lexpath.Match(pattern, name, false)
	if !ok {
		return false, ErrBadPattern
	}
	return matched, nil
}

// SkipDir, returned by a function of Walk or WalkDir, leaves a directory out.
var SkipDir error = fs.SkipDir

// SkipAll, returned by a function of Walk or WalkDir, ends the walk.
var SkipAll error = fs.SkipAll

// A WalkFunc is called for each file; with an error it is told that the file could not be described or
// the directory not be read.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// WalkDir calls fn for the file root and, if it is a directory, for all below it, in lexical order. It
// does not follow symbolic links.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	return ended(err)
}

func ended(err error) error {
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(path string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	if err := fn(path, d, nil); err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			err = nil
		}
		return err
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		if err = fn(path, d, err); err != nil {
			if err == SkipDir && d.IsDir() {
				err = nil
			}
			return err
		}
	}
	for _, entry := range entries {
		if err := walkDir(Join(path, entry.Name()), entry, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// Walk is WalkDir with a description of each file, which takes more time.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(root, info, fn)
	}
	return ended(err)
}

func walk(path string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	names, err := namesOf(path)
	// A directory that cannot be read is reported once, as itself.
	if fnErr := fn(path, info, err); err != nil || fnErr != nil {
		return fnErr
	}
	for _, name := range names {
		file := Join(path, name)
		info, err := os.Lstat(file)
		if err != nil {
			if err := fn(file, info, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err := walk(file, info, fn); err != nil && (!info.IsDir() || err != SkipDir) {
			return err
		}
	}
	return nil
}

// namesOf returns the sorted names in a directory.
func namesOf(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	names, err := f.Readdirnames(-1)
	f.Close()
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	return names, nil
}

// Glob returns the names of the files that match a pattern of Match; files that cannot be looked at
// are left out. The only error is ErrBadPattern.
func Glob(pattern string) (matches []string, err error) {
	if strings.Count(pattern, "/") > maxSeparators {
		return nil, ErrBadPattern
	}
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err = os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	switch dir {
	case "":
		dir = "."
	case "/":
	default:
		dir = dir[:len(dir)-1]
	}
	if !hasMeta(dir) {
		return globDir(dir, file, nil)
	}
	if dir == pattern {
		return nil, ErrBadPattern // it would not end
	}
	dirs, err := Glob(dir)
	if err != nil {
		return nil, err
	}
	for _, d := range dirs {
		if matches, err = globDir(d, file, matches); err != nil {
			return nil, err
		}
	}
	return matches, nil
}

func globDir(dir, pattern string, matches []string) ([]string, error) {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return matches, nil
	}
	names, err := namesOf(dir)
	if err != nil {
		return matches, nil
	}
	for _, name := range names {
		matched, err := Match(pattern, name)
		if err != nil {
			return matches, err
		}
		if matched {
			matches = append(matches, Join(dir, name))
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
