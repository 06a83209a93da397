// Interfaces embed others with overlapping methods; method sets of values and pointers; conversion between interfaces.
package main

import "fmt"

type Reader interface{ Read() string }
type Writer interface{ Write(string) int }
type Closer interface{ Close() error }
type ReadCloser interface {
	Reader
	Closer
}
type ReadWriteCloser interface {
	ReadCloser
	Writer
	Closer
}

type File struct {
	data   string
	closed bool
}

func (f *File) Read() string       { return f.data }
func (f *File) Write(s string) int { f.data += s; return len(s) }
func (f *File) Close() error       { f.closed = true; return nil }

type logged struct{ ReadWriteCloser }

func (l logged) Write(s string) int {
	fmt.Println("write", s)
	return l.ReadWriteCloser.Write("[" + s + "]")
}

func use(w Writer) { w.Write("used") }

func main() {
	f := &File{}
	var rwc ReadWriteCloser = f
	use(rwc)
	var rc ReadCloser = rwc
	fmt.Println(rc.Read(), rc.Close(), f.closed)
	var l Writer = logged{f}
	use(l)
	fmt.Println(l.(Reader).Read(), l.(ReadWriteCloser).Write("x"), f.data)
	_, isWriter := any(*f).(Writer)
	_, ptrIsWriter := any(f).(Writer)
	fmt.Println(isWriter, ptrIsWriter)
	var local interface {
		Read() string
	} = rc
	fmt.Println(local.(Closer).Close(), local == Reader(f))
}
