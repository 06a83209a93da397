// Package filepath works on paths of files; on this system they have slashes.
package filepath

import (
	"errors"
	"internal/lexpath"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

const (
	Separator     = os.PathSeparator     // between elements of a path
	ListSeparator = os.PathListSeparator // between paths of a list
)

// Clean returns the shortest path equivalent to path by looking at it alone: it resolves "." and ".."
// elements and drops separators that have no meaning. An empty result becomes ".".
func Clean(path string) string { return lexpath.Clean(path) }

// IsLocal reports whether path stays, as far as it tells, below the directory that it is used in, and
// is not empty.
func IsLocal(path string) bool {
	if IsAbs(path) || path == "" {
		return false
	}
	if strings.Contains(path, "..") {
		path = Clean(path)
	}
	return path != ".." && !strings.HasPrefix(path, "../")
}

// Localize returns the path of the system for a path that fs.ValidPath accepts.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return path, nil
}

// ToSlash returns path with slashes as separators.
func ToSlash(path string) string { return path }

// FromSlash returns path with separators instead of slashes.
func FromSlash(path string) string { return path }

// SplitList splits a list of paths as that of the variable PATH; an empty list has no elements.
func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, string(ListSeparator))
}

// Split splits path behind its last separator.
func Split(path string) (dir, file string) {
	i := lexpath.LastSlash(path)
	return path[:i+1], path[i+1:]
}

// Join joins the elements that are not empty and cleans the result; "" if there are none.
func Join(elem ...string) string { return lexpath.Join(elem) }

// Ext returns the end of path from the last dot in its last element, "" if there is none.
func Ext(path string) string { return lexpath.Ext(path) }

// Base returns the last element of path, without trailing separators: "." for an empty path, a
// separator for one of separators only.
func Base(path string) string { return lexpath.Base(path) }

// Dir returns path without its last element, cleaned.
func Dir(path string) string { return Clean(path[:lexpath.LastSlash(path)+1]) }

// VolumeName returns the volume that path begins with: none on this system.
func VolumeName(path string) string { return "" }

// IsAbs reports whether path begins at the root.
func IsAbs(path string) bool { return strings.HasPrefix(path, "/") }

// HasPrefix is strings.HasPrefix.
//
// Deprecated: it does not respect the elements of paths.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

// Abs returns an absolute path for path, cleaned.
func Abs(path string) (string, error) {
	if IsAbs(path) {
		return Clean(path), nil
	}
	wd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(wd, path), nil
}

// Rel returns a path for targPath relative to basePath; joined to basePath it leads there. It is an
// error if that cannot be known without the current directory.
func Rel(basePath, targPath string) (string, error) {
	base, targ := Clean(basePath), Clean(targPath)
	if targ == base {
		return ".", nil
	}
	if targ == "." {
		targ = ""
	}
	if base == "." {
		base = ""
	} else if base == "" && len(basePath) > 0 {
		base = string(Separator)
	}
	unknown := errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	if IsAbs(base) != IsAbs(targ) {
		return "", unknown
	}
	// Elements that both begin with are left out.
	b0, bi, t0, ti := 0, 0, 0, 0
	for bi < len(base) && ti < len(targ) {
		bi, ti = elementEnd(base, bi), elementEnd(targ, ti)
		if base[b0:bi] != targ[t0:ti] {
			break
		}
		bi, ti = min(bi+1, len(base)), min(ti+1, len(targ))
		b0, t0 = bi, ti
	}
	bi = elementEnd(base, b0)
	if base[b0:bi] == ".." {
		return "", unknown
	}
	if b0 == len(base) {
		return targ[t0:], nil
	}
	rel := ".." + strings.Repeat("/..", strings.Count(base[b0:], "/"))
	if t0 != len(targ) {
		rel += "/" + targ[t0:]
	}
	return rel, nil
}

func elementEnd(path string, i int) int {
	for i < len(path) && path[i] != '/' {
		i++
	}
	return i
}

// maxLinks is how many symbolic links EvalSymlinks follows.
const maxLinks = 255

// EvalSymlinks returns path, cleaned, with all symbolic links followed.
func EvalSymlinks(path string) (string, error) {
	root := ""
	if IsAbs(path) {
		root = "/"
	}
	done := root
	links := 0
	for rest := path; ; {
		rest = strings.TrimLeft(rest, "/")
		if rest == "" {
			return Clean(done), nil
		}
		end := elementEnd(rest, 0)
		elem := rest[:end]
		rest = rest[end:]
		if elem == "." {
			continue
		}
		if elem == ".." {
			done = parent(done, root)
			continue
		}
		if done != "" && done != "/" {
			done += "/"
		}
		done += elem
		info, err := os.Lstat(done)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if !info.IsDir() && rest != "" {
				return "", syscall.ENOTDIR
			}
			continue
		}
		if links++; links > maxLinks {
			return "", errors.New("EvalSymlinks: too many links")
		}
		link, err := os.Readlink(done)
		if err != nil {
			return "", err
		}
		if IsAbs(link) {
			root = "/"
			done = root
		} else {
			done = done[:len(done)-len(elem)]
			if len(done) > 1 {
				done = done[:len(done)-1]
			}
		}
		rest = link + rest
	}
}

// parent goes up from a path without links: from the root to itself, from a relative path that is
// empty or consists of ".." to one more "..".
func parent(path, root string) string {
	i := lexpath.LastSlash(path)
	if len(path) <= len(root) || path[i+1:] == ".." {
		if len(path) > len(root) {
			path += "/"
		}
		if root != "" && path == root {
			return path
		}
		return path + ".."
	}
	return path[:max(i, len(root))]
}
