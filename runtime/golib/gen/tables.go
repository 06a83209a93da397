// Command tables writes the tables of characters that strconv and unicode need, taken from the
// package unicode of the Go installation that runs it. The format is that of internal/runeset.
//
//	go run gen/tables.go strconv >go/strconv/printable.go
//	go run gen/tables.go unicode >go/unicode/tables.go
//	go run gen/tables.go ranges >go/unicode/ranges.go
package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"unicode"
)

func main() {
	if len(os.Args) != 2 {
		fail("usage: tables strconv|unicode|ranges")
	}
	pkg := os.Args[1]
	if pkg == "ranges" {
		pkg = "unicode"
	}
	fmt.Printf("package %s\n\n// Written by gen/tables.go for Unicode %s.\n", pkg, unicode.Version)
	switch os.Args[1] {
	case "strconv":
		set("printable", "what IsPrint holds for", unicode.IsPrint)
	case "unicode":
		fmt.Printf("\n// Version is the version of Unicode that the tables are from.\nconst Version = %q\n", unicode.Version)
		for _, s := range sets {
			set(s.name, s.doc, func(r rune) bool { return unicode.In(r, s.table) })
		}
		latin1()
		cases()
		orbits()
	case "ranges":
		ranges()
	default:
		fail("unknown package " + os.Args[1])
	}
}

var sets = []struct {
	name, doc string
	table     *unicode.RangeTable
}{
	{"upper", "category Lu", unicode.Upper},
	{"lower", "category Ll", unicode.Lower},
	{"title", "category Lt", unicode.Title},
	{"letter", "category L", unicode.Letter},
	{"mark", "category M", unicode.Mark},
	{"digit", "category Nd", unicode.Digit},
	{"number", "category N", unicode.Number},
	{"punct", "category P", unicode.Punct},
	{"symbol", "category S", unicode.Symbol},
	{"spaces", "property White_Space", unicode.White_Space},
	{"separators", "category Zs", unicode.Zs},
}

func fail(text string) {
	fmt.Fprintln(os.Stderr, text)
	os.Exit(1)
}

// set prints the set of the characters that has holds for.
func set(name, doc string, has func(rune) bool) {
	var small, large []rune
	in := false
	for r := rune(0); r <= unicode.MaxRune+1; r++ {
		if r == 0x10000 && in {
			large = append(large, r)
		}
		if is := has(r); is != in {
			in = is
			if r < 0x10000 {
				small = append(small, r)
			} else {
				large = append(large, r)
			}
		}
	}
	table := []byte{byte(len(small) >> 8), byte(len(small))}
	for _, r := range small {
		table = append(table, byte(r>>8), byte(r))
	}
	for _, r := range large {
		table = append(table, byte(r>>16), byte(r>>8), byte(r))
	}
	constant(name, doc, table)
}

// latin1 prints the properties of the first 256 characters, in the bits that the package declares.
func latin1() {
	var table []byte
	for r := rune(0); r <= unicode.MaxLatin1; r++ {
		b := byte(0)
		for i, has := range []func(rune) bool{
			unicode.IsControl, unicode.IsPunct, unicode.IsNumber, unicode.IsSymbol,
			unicode.IsSpace, unicode.IsUpper, unicode.IsLower, unicode.IsPrint,
		} {
			if has(r) {
				b |= 1 << i
			}
		}
		table = append(table, b)
	}
	constant("latin1", "the properties of the characters up to MaxLatin1", table)
}

// cases prints the case mappings as records of first and last character and the three distances.
func cases() {
	var table []byte
	for _, c := range unicode.CaseRanges {
		for _, v := range []int32{int32(c.Lo), int32(c.Hi), c.Delta[0], c.Delta[1], c.Delta[2]} {
			table = append(table, byte(v>>16), byte(v>>8), byte(v))
		}
	}
	constant("caseTable", "the case mappings, see caseRecord", table)
}

// orbits prints the characters whose simple folding is not just the other case.
func orbits() {
	var table []byte
	for r := rune(0); r <= unicode.MaxRune; r++ {
		to := unicode.SimpleFold(r)
		plain := unicode.ToLower(r)
		if plain == r {
			plain = unicode.ToUpper(r)
		}
		if to != plain {
			table = append(table, byte(r>>16), byte(r>>8), byte(r), byte(to>>16), byte(to>>8), byte(to))
		}
	}
	constant("foldTable", "the exceptions of SimpleFold: pairs of characters in ascending order", table)
}

func constant(name, doc string, table []byte) {
	fmt.Printf("\n// %s is %s.\nconst %s = \"\" +\n", name, doc, name)
	const line = 24
	for i := 0; i < len(table); i += line {
		end, plus := i+line, " +"
		if end >= len(table) {
			end, plus = len(table), ""
		}
		fmt.Print("\t\"")
		for _, b := range table[i:end] {
			fmt.Printf("\\x%02x", b)
		}
		fmt.Printf("\"%s\n", plus)
	}
}

// longNames are the second names of categories.
var longNames = [][2]string{
	{"Letter", "L"}, {"Mark", "M"}, {"Number", "N"}, {"Other", "C"}, {"Punct", "P"}, {"Space", "Z"},
	{"Symbol", "S"}, {"Digit", "Nd"}, {"Lower", "Ll"}, {"Title", "Lt"}, {"Upper", "Lu"},
}

// ranges prints the exported tables, in the format that unicode.table reads.
func ranges() {
	groups := []struct {
		name, doc string
		tables    map[string]*unicode.RangeTable
	}{
		{"Categories", "general categories by their short names", unicode.Categories},
		{"Scripts", "scripts by their names", unicode.Scripts},
		{"Properties", "properties by their names", unicode.Properties},
	}
	for _, g := range groups {
		fmt.Printf("\n// %s are the tables of the %s.\nvar %[1]s = all%[1]s()\n\n//minigo:pure\nfunc all%[1]s() map[string]*RangeTable {\n\treturn map[string]*RangeTable{\n", g.name, g.doc)
		names := slices.Sorted(maps.Keys(g.tables))
		for _, name := range names {
			fmt.Printf("\t\t%q: %s,\n", name, name)
		}
		fmt.Print("\t}\n}\n\nvar (\n")
		for _, name := range names {
			fmt.Printf("\t%s = table(%q)\n", name, encode(g.tables[name]))
		}
		if g.name == "Categories" {
			for _, n := range longNames {
				fmt.Printf("\t%s = of%[1]s()\n", n[0])
			}
		}
		fmt.Print(")\n")
	}
	for _, n := range longNames {
		fmt.Printf("\n//minigo:pure\nfunc of%s() *RangeTable { return %s }\n", n[0], n[1])
	}
	fold("FoldCategory", "category", unicode.FoldCategory)
	fold("FoldScript", "script", unicode.FoldScript)
	fmt.Print("\n// CategoryAliases are the short names of the categories by their long ones.\nvar CategoryAliases = categoryAliases()\n\n//minigo:pure\nfunc categoryAliases() map[string]string {\n\treturn map[string]string{\n")
	for _, long := range slices.Sorted(maps.Keys(unicode.CategoryAliases)) {
		fmt.Printf("\t\t%q: %q,\n", long, unicode.CategoryAliases[long])
	}
	fmt.Print("\t}\n}\n")
}

// fold prints a map of the characters outside a category or script that are equal under simple case
// folding to one inside.
func fold(name, what string, tables map[string]*unicode.RangeTable) {
	fmt.Printf("\n// %s has the characters outside a %s that simple case folding makes equal to one inside.\nvar %[1]s = all%[1]s()\n\n//minigo:pure\nfunc all%[1]s() map[string]*RangeTable {\n\treturn map[string]*RangeTable{\n", name, what)
	for _, key := range slices.Sorted(maps.Keys(tables)) {
		fmt.Printf("\t\t%q: table(%q),\n", key, encode(tables[key]))
	}
	fmt.Print("\t}\n}\n")
}

// digits are the digits of the numbers in a table: the first half stands for the last digit of a
// number, the second for those in front of it.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUV" + "abcdefghijklmnopqrstuvwxyz()*+-/"

func encode(t *unicode.RangeTable) string {
	var out []byte
	put := func(v uint32) {
		var text []byte
		for base := byte(0); ; base = 32 {
			text = append(text, digits[byte(v%32)+base])
			if v /= 32; v == 0 {
				break
			}
		}
		slices.Reverse(text)
		out = append(out, text...)
	}
	put(uint32(t.LatinOffset))
	put(uint32(len(t.R16)))
	put(uint32(len(t.R32)))
	last := uint32(0)
	add := func(lo, hi, stride uint32) {
		put(lo - last)
		// A stride of one is the rule: the lowest bit tells.
		if n := (hi - lo) / stride; stride == 1 {
			put(n * 2)
		} else {
			put(n*2 + 1)
			put(stride)
		}
		last = hi
	}
	for _, r := range t.R16 {
		add(uint32(r.Lo), uint32(r.Hi), uint32(r.Stride))
	}
	for _, r := range t.R32 {
		add(r.Lo, r.Hi, r.Stride)
	}
	return string(out)
}
