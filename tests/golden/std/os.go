package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"
)

func check(args ...any) { fmt.Println(args...) }

func main() {
	dir, err := os.MkdirTemp("", "abc*def")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	clean := func(err error) string {
		if err == nil {
			return "<nil>"
		}
		return strings.ReplaceAll(err.Error(), dir, "DIR")
	}
	f := filepath.Join(dir, "x.txt")
	check(os.WriteFile(f, []byte("hello world"), 0640))
	b, err := os.ReadFile(f)
	check(string(b), err)
	fi, err := os.Stat(f)
	check(fi.Name(), fi.Size(), fi.Mode(), fi.IsDir(), err)
	_, err = os.Stat(f + "nope")
	check(clean(err), os.IsNotExist(err), errors.Is(err, fs.ErrNotExist))
	check(clean(os.Mkdir(dir, 0777)), clean(os.Remove(dir+"/q")), clean(os.MkdirAll(dir+"/a/b/c", 0755)))
	check(clean(os.Rename(f, dir+"/a/y")), clean(os.Symlink("a/y", dir+"/link")))
	s, err := os.Readlink(dir + "/link")
	check(s, err)
	es, err := os.ReadDir(dir)
	for _, e := range es {
		check(e, e.Name(), e.IsDir(), e.Type())
	}
	check(clean(filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		check(strings.TrimPrefix(p, dir), d.IsDir(), err)
		return nil
	})))
	m, _ := filepath.Glob(dir + "/*")
	sort.Strings(m)
	for _, x := range m {
		check(strings.TrimPrefix(x, dir))
	}
	p, err := filepath.EvalSymlinks(dir + "/link")
	check(strings.TrimPrefix(p, dir), err)
	fh, err := os.OpenFile(dir+"/rw", os.O_RDWR|os.O_CREATE, 0600)
	fh.WriteString("0123456789")
	off, err := fh.Seek(3, io.SeekStart)
	check(off, err)
	buf := make([]byte, 4)
	n, err := fh.Read(buf)
	check(n, err, string(buf))
	n, err = fh.ReadAt(buf, 8)
	check(n, err, string(buf[:n]))
	n, err = fh.WriteAt([]byte("ZZ"), 1)
	check(n, err, fh.Truncate(6), fh.Sync())
	fh.Close()
	check(clean(fh.Close()))
	b, _ = os.ReadFile(dir + "/rw")
	check(string(b))
	r, w, err := os.Pipe()
	go func() { w.Write([]byte("through pipe")); w.Close() }()
	b, err = io.ReadAll(r)
	check(string(b), err)
	pr, err := os.StartProcess("/bin/sh", []string{"sh", "-c", "echo from child; exit 3"}, &os.ProcAttr{Files: []*os.File{nil, os.Stdout, os.Stderr}})
	// The child writes to the same output: nothing is printed before it has ended.
	st, waited := pr.Wait()
	check(err)
	err = waited
	check(st, st.ExitCode(), st.Success(), err)
	_, err = os.StartProcess("/nope", nil, &os.ProcAttr{})
	check(err)
	check(os.Expand("$a ${b} $$ ${ $ {x} ${} $1x", func(s string) string { return "<" + s + ">" }))
	root, err := os.OpenRoot(dir)
	check(err)
	_, err = root.Open("../x")
	check(clean(err))
	rf, err := root.Open("link")
	b, _ = io.ReadAll(rf)
	check(string(b), err)
	os.Symlink("/etc/passwd", dir+"/evil")
	_, err = root.Open("evil")
	check(clean(err))
	os.Symlink("a/../a/./y", dir+"/l2")
	b, err = root.ReadFile("l2")
	check(string(b), clean(err))
	check(clean(root.Mkdir("nd", 0777)), clean(root.MkdirAll("p/q/r", 0777)), clean(root.RemoveAll("p")))
	_, err = root.Stat("zz")
	check(clean(err))
	fsys := os.DirFS(dir)
	ms, err := fs.Glob(fsys, "a/*")
	check(ms, err)
	data, err := fs.ReadFile(fsys, "a/y")
	check(string(data), err)
	_, err = fsys.Open("../x")
	check(err)
	sub, _ := fs.Sub(fsys, "a")
	fs.WalkDir(sub, ".", func(p string, d fs.DirEntry, err error) error { check(p, d, err); return nil })
	check(clean(os.CopyFS(dir+"/copy", sub)))
	check(clean(os.Chdir(dir)))
	wd, err := os.Getwd()
	check(wd == dir, err)
	check(syscall.SIGTERM, os.Kill, os.Interrupt)
	var bb bytes.Buffer
	x, _ := os.Open("a/y")
	io.Copy(&bb, x)
	check(bb.String())
	_, err = x.Write([]byte("q"))
	check(err)
	_, err = os.CreateTemp("", "a/b")
	check(err)
	check(clean(os.RemoveAll(dir)), clean(os.Truncate(dir+"/z", 3)), clean(os.Link("a", "b")))
	h, _ := os.UserHomeDir()
	check(h != "")
	for _, a := range [][2]string{{"a/b", "a/c"}, {"/a", "/a/b/c"}, {"a", "/b"}, {"..", "a"}, {"a/b/c", "a"}, {".", "x"}} {
		r, err := filepath.Rel(a[0], a[1])
		check(r, err)
	}
}
