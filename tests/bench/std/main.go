// Measures what programs spend their time on in the embedded packages: nanoseconds of each operation, the best of some rounds.
package main

import (
	"bufio"
	"fmt"
	"math/rand"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
)

type record struct {
	name string
	age  int
}

var sink int

func main() {
	r := rand.New(rand.NewSource(1))
	var floats []string
	var values []float64
	for range 1000 {
		f := r.NormFloat64() * 1e6
		values = append(values, f)
		floats = append(floats, strconv.FormatFloat(f, 'g', -1, 64))
	}
	text := strings.Repeat("the quick brown fox jumps over the lazy dog and runs away\n", 2000)
	words := strings.Fields(text)
	ints := make([]int, 10000)
	for i := range ints {
		ints[i] = r.Int()
	}
	records := make([]record, 5000)
	for i := range records {
		records[i] = record{strconv.Itoa(i), r.Intn(1000)}
	}
	measure("Sprintf mixed", 1000, func() {
		for i := range 1000 {
			sink += len(fmt.Sprintf("%d %s %5.2f %v %x", i, "name", 1.5, true, i))
		}
	})
	measure("Itoa", 1000, func() {
		for i := range 1000 {
			sink += len(strconv.Itoa(i * 1234567))
		}
	})
	measure("ParseInt", 1000, func() {
		for range 1000 {
			n, _ := strconv.ParseInt("123456789", 10, 64)
			sink += int(n)
		}
	})
	measure("FormatFloat", 1000, func() {
		for _, f := range values {
			sink += len(strconv.FormatFloat(f, 'g', -1, 64))
		}
	})
	measure("ParseFloat", 1000, func() {
		for _, s := range floats {
			f, _ := strconv.ParseFloat(s, 64)
			sink += int(f)
		}
	})
	measure("slices.Sort ints", 1, func() {
		x := slices.Clone(ints)
		slices.Sort(x)
	})
	measure("sort.Slice records", 1, func() {
		x := slices.Clone(records)
		sort.Slice(x, func(i, j int) bool { return x[i].age < x[j].age })
	})
	measure("slices.SortFunc records", 1, func() {
		x := slices.Clone(records)
		slices.SortFunc(x, func(a, b record) int { return a.age - b.age })
	})
	measure("strings.Index", 1, func() { sink += strings.Index(text, "not in there") })
	measure("strings.IndexByte", 1, func() { sink += strings.IndexByte(text, 'Q') })
	measure("strings.Count", 1, func() { sink += strings.Count(text, "o") })
	measure("strings.Split", 1, func() { sink += len(strings.Split(text, "\n")) })
	measure("strings.Fields", 1, func() { sink += len(strings.Fields(text)) })
	measure("strings.Replace", 1, func() { sink += len(strings.ReplaceAll(text, "fox", "wolf")) })
	measure("strings.ToUpper", 1, func() { sink += len(strings.ToUpper(text)) })
	measure("bufio.Scanner lines", 1, func() {
		s := bufio.NewScanner(strings.NewReader(text))
		for s.Scan() {
			sink += len(s.Bytes())
		}
	})
	measure("Builder bytes", 10000, func() {
		var b strings.Builder
		for i := range 10000 {
			b.WriteByte(byte(i))
		}
		sink += b.Len()
	})
	measure("Builder strings", 10000, func() {
		var b strings.Builder
		for range 10000 {
			b.WriteString("hello")
		}
		sink += b.Len()
	})
	measure("word count", len(words), func() {
		count := map[string]int{}
		for _, w := range words {
			count[w]++
		}
		sink += len(count)
	})
	if sink == 42 {
		os.Exit(1)
	}
}

// measure prints the time of one of the operations that f does, if the name contains the program's argument.
func measure(name string, operations int, f func()) {
	if len(os.Args) > 1 && !strings.Contains(name, os.Args[1]) {
		return
	}
	f()
	best := time.Duration(1 << 62)
	for range 7 {
		n := 0
		start := time.Now()
		for time.Since(start) < 8*time.Millisecond {
			f()
			n++
		}
		best = min(best, time.Since(start)/time.Duration(n))
	}
	fmt.Printf("%s\t%.2f\n", name, float64(best)/float64(operations))
}
