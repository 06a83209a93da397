// Dumps of the heap have gc's format: what is known to be in memory is found in them.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
)

type linked struct {
	next *linked
	text [5]uint64
	last *linked
}

var kept *linked

type reader struct{ *bufio.Reader }

func (r reader) number() (v uint64) {
	for shift := 0; ; shift += 7 {
		b, err := r.ReadByte()
		if err != nil {
			panic(err)
		}
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
}

func (r reader) numbers(n int) {
	for range n {
		r.number()
	}
}

func (r reader) bytes() []byte {
	b := make([]byte, r.number())
	if _, err := io.ReadFull(r, b); err != nil {
		panic(err)
	}
	return b
}

func (r reader) fields() (offsets []uint64) {
	for r.number() != 0 {
		offsets = append(offsets, r.number())
	}
	return offsets
}

const (
	object      = 1
	otherRoot   = 2
	typ         = 3
	goroutine   = 4
	frame       = 5
	params      = 6
	finalizer   = 7
	itab        = 8
	thread      = 9
	memStats    = 10
	queued      = 11
	data        = 12
	bss         = 13
	deferred    = 14
	panicked    = 15
	memProf     = 16
	allocSample = 17
	marker      = 0xfeedface_cafe0001
)

func main() {
	kept = &linked{text: [5]uint64{marker, marker, marker, marker, marker}}
	kept.next, kept.last = kept, &linked{}
	runtime.SetFinalizer(kept.last, func(*linked) {})
	wait := make(chan int)
	go func() { <-wait }()
	runtime.Gosched()
	name := filepath.Join(os.TempDir(), fmt.Sprint("heap", os.Getpid()))
	f, err := os.Create(name)
	if err != nil {
		panic(err)
	}
	defer os.Remove(name)
	debug.WriteHeapDump(f.Fd())
	f.Close()
	text, err := os.ReadFile(name)
	if err != nil {
		panic(err)
	}
	r := reader{bufio.NewReader(bytes.NewReader(text))}
	head, _ := r.ReadString('\n')
	fmt.Printf("%q\n", head)
	var counts [18]int
	found, variables := 0, 0
	pattern := []byte{1, 0, 0xfe, 0xca, 0xce, 0xfa, 0xed, 0xfe}
	for {
		tag := r.number()
		counts[tag]++
		switch tag {
		case 0:
			_, err := r.ReadByte()
			fmt.Println("end", err, found, variables > 0)
			fmt.Println(counts[params], counts[object] > 2, counts[goroutine] >= 2, counts[frame] >= 4, counts[memStats],
				counts[data], counts[bss], counts[finalizer] >= 1)
			return
		case object:
			r.number()
			b := r.bytes()
			fields := r.fields()
			if n := bytes.Count(b, pattern); n == 5 {
				found++
				fmt.Println("object", len(b) >= 56, fields[:2])
			}
		case params:
			fmt.Println(r.number(), r.number(), r.number() < r.number(), string(r.bytes()))
			r.bytes()
			r.number()
		case goroutine:
			r.numbers(8)
			r.bytes()
			r.numbers(4)
		case frame:
			r.numbers(3)
			r.bytes()
			r.numbers(3)
			r.bytes()
			r.fields()
		case data, bss:
			r.number()
			size := len(r.bytes())
			for _, offset := range r.fields() {
				if offset%8 == 0 && int(offset) < size {
					variables++
				}
			}
		case finalizer, queued:
			r.numbers(5)
		case memStats:
			alloc := r.number()
			r.numbers(23 + 256)
			fmt.Println(alloc > 100, r.number() < 1000)
		case typ:
			r.numbers(2)
			r.bytes()
			r.number()
		case itab:
			r.numbers(2)
		case thread:
			r.numbers(3)
		case deferred:
			r.numbers(7)
		case panicked:
			r.numbers(6)
		case memProf:
			r.numbers(2)
			for range r.number() {
				r.bytes()
				r.bytes()
				r.number()
			}
			r.numbers(2)
		case allocSample:
			r.numbers(2)
		case otherRoot:
			r.bytes()
			r.number()
		default:
			panic(tag)
		}
	}
}
