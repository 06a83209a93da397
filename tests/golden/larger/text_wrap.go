// Wrapping and justifying text in runes, with bullet lists, word counts and a table of columns.
package main

import (
	"fmt"
	"strings"
)

const text = `Go is expressive, concise, clean, and efficient. Its concurrency mechanisms make it easy to write programs that get the most out of multicore machines.

Größe und Übermaß: naïve façade, 世界 wide. Extraordinarilylongwordthatdoesnotfitanywhere ends it.`

type Align int

const (
	Left Align = iota
	Right
	Center
	Full
)

func words(s string) (out []string) {
	start := -1
	for i, r := range s {
		space := r == ' ' || r == '\n' || r == '\t'
		if space && start >= 0 {
			out = append(out, s[start:i])
			start = -1
		} else if !space && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, s[start:])
	}
	return
}

func width(s string) (n int) {
	for range s {
		n++
	}
	return
}

func breakWord(w string, limit int) (parts []string) {
	r := []rune(w)
	for len(r) > limit {
		parts = append(parts, string(r[:limit-1])+"-")
		r = r[limit-1:]
	}
	return append(parts, string(r))
}

func wrap(s string, limit int) (lines [][]string) {
	var line []string
	used := 0
	for _, w := range words(s) {
		for _, part := range breakWord(w, limit) {
			n := width(part)
			if len(line) > 0 && used+1+n > limit {
				lines = append(lines, line)
				line, used = nil, 0
			}
			if len(line) > 0 {
				used++
			}
			line = append(line, part)
			used += n
		}
	}
	if line != nil {
		lines = append(lines, line)
	}
	return
}

func (a Align) format(line []string, limit int, last bool) string {
	s := strings.Join(line, " ")
	pad := limit - width(s)
	switch {
	case a == Right:
		return strings.Repeat(" ", pad) + s
	case a == Center:
		return strings.Repeat(" ", pad/2) + s + strings.Repeat(" ", pad-pad/2)
	case a == Full && !last && len(line) > 1:
		var b strings.Builder
		gaps := len(line) - 1
		for i, w := range line {
			b.WriteString(w)
			if i < gaps {
				n := 1 + pad/gaps
				if i < pad%gaps {
					n++
				}
				b.WriteString(strings.Repeat(" ", n))
			}
		}
		return b.String()
	}
	return fmt.Sprintf("%-*s", limit, s)
}

func paragraphs(s string) (out []string) {
	from := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i:i+2] == "\n\n" {
			out = append(out, s[from:i])
			from = i + 2
		}
	}
	return append(out, s[from:])
}

func main() {
	for _, limit := range []int{30, 17} {
		for a := Left; a <= Full; a++ {
			for _, p := range paragraphs(text) {
				lines := wrap(p, limit)
				for i, line := range lines {
					s := a.format(line, limit, i == len(lines)-1)
					if width(s) != limit {
						fmt.Print("bad width ", width(s))
					}
					fmt.Println("|" + s + "|")
				}
			}
		}
	}
	counts := map[int][]string{}
	for _, w := range words(text) {
		counts[width(w)] = append(counts[width(w)], w)
	}
	for n := range 60 {
		if ws, ok := counts[n]; ok {
			fmt.Printf("%3d %3d %s\n", n, len(ws), strings.Join(ws[:min(len(ws), 4)], ","))
		}
	}
}
