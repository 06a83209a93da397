// Package huffman packs bytes by their frequency.
package huffman

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.org/workshop/collections"
)

type tree interface {
	weight() int
	least() byte
}

type (
	leaf struct {
		b byte
		n int
	}
	fork struct {
		left, right tree
		n           int
		min         byte
	}
)

func (l leaf) weight() int  { return l.n }
func (l leaf) least() byte  { return l.b }
func (f *fork) weight() int { return f.n }
func (f *fork) least() byte { return f.min }

// Code is bits for a byte, the first one highest.
type Code struct {
	Bits uint64
	Len  uint8
}

func (c Code) String() string { return fmt.Sprintf("%0*b", c.Len, c.Bits) }

// Table has a code for each byte that occurs.
type Table struct {
	codes [256]Code
	root  tree
}

// Build makes the table for data.
func Build(data []byte) (*Table, error) {
	if len(data) == 0 {
		return nil, errors.New("huffman: no data")
	}
	var counts [1 << 8]int
	for _, b := range data {
		counts[b]++
	}
	queue := collections.NewHeap(func(a, b tree) bool {
		if a.weight() != b.weight() {
			return a.weight() < b.weight()
		}
		return a.least() < b.least()
	})
	for b, n := range counts {
		if n > 0 {
			queue.Push(leaf{byte(b), n})
		}
	}
	for queue.Len() > 1 {
		a, _ := queue.Pop()
		b, _ := queue.Pop()
		queue.Push(&fork{a, b, a.weight() + b.weight(), min(a.least(), b.least())})
	}
	root, _ := queue.Pop()
	t := &Table{root: root}
	t.assign(root, Code{})
	return t, nil
}

func (t *Table) assign(at tree, c Code) {
	switch n := at.(type) {
	case leaf:
		if c.Len == 0 {
			c.Len = 1
		}
		t.codes[n.b] = c
	case *fork:
		t.assign(n.left, Code{c.Bits << 1, c.Len + 1})
		t.assign(n.right, Code{c.Bits<<1 | 1, c.Len + 1})
	}
}

// BitWriter writes bits to a writer of bytes.
type BitWriter struct {
	io.ByteWriter
	acc  uint64
	held uint8
}

// WriteBits writes the low bits of a number.
func (w *BitWriter) WriteBits(bits uint64, n uint8) {
	for ; n > 0; n-- {
		w.acc = w.acc<<1 | bits>>(n-1)&1
		if w.held++; w.held == 8 {
			w.WriteByte(byte(w.acc))
			w.acc, w.held = 0, 0
		}
	}
}

// Flush fills the last byte with zeros.
func (w *BitWriter) Flush() {
	if w.held > 0 {
		w.WriteBits(0, 8-w.held)
	}
}

// Encode packs data.
func (t *Table) Encode(to io.ByteWriter, data []byte) (bits int) {
	w := BitWriter{ByteWriter: to}
	defer w.Flush()
	for _, b := range data {
		c := t.codes[b]
		w.WriteBits(c.Bits, c.Len)
		bits += int(c.Len)
	}
	return
}

// Decode unpacks n bytes.
func (t *Table) Decode(from io.ByteReader, n int) ([]byte, error) {
	out := make([]byte, 0, n)
	at := t.root
	var b byte
	for bit := 0; len(out) < n; bit++ {
		if bit%8 == 0 {
			var err error
			if b, err = from.ReadByte(); err != nil {
				return out, fmt.Errorf("huffman: after %d bytes: %w", len(out), err)
			}
		}
		if f, ok := at.(*fork); ok {
			if b>>(7-bit%8)&1 == 0 {
				at = f.left
			} else {
				at = f.right
			}
		}
		if l, ok := at.(leaf); ok {
			out = append(out, l.b)
			at = t.root
		}
	}
	return out, nil
}

// String lists the codes, the shortest first.
func (t *Table) String() string {
	type row struct {
		b byte
		Code
	}
	var rows []row
	for b, c := range t.codes {
		if c.Len > 0 {
			rows = append(rows, row{byte(b), c})
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return int(a.Len) - int(b.Len) })
	var out strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&out, "%q:%v ", r.b, r.Code)
	}
	return strings.TrimRight(out.String(), " ")
}
