package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Errors of reading what is no directory, or not open any more.
func main() {
	dir, err := os.MkdirTemp("", "closed")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	show := func(err error) { fmt.Println(strings.ReplaceAll(err.Error(), dir, "dir")) }
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		panic(err)
	}
	_, err = os.ReadDir(file)
	show(err)
	_, err = os.ReadDir(filepath.Join(dir, "none"))
	show(err)
	f, err := os.Open(dir)
	if err != nil {
		panic(err)
	}
	fmt.Println(f.Readdirnames(-1))
	f.Close()
	_, err = f.ReadDir(-1)
	show(err)
	fmt.Println(errors.Is(err, os.ErrClosed))
	_, err = f.Readdir(1)
	show(err)
	_, err = f.Readdirnames(0)
	show(err)
	f, _ = os.Open(file)
	defer f.Close()
	_, err = f.ReadDir(-1)
	show(err)
}
