package main

import (
	"bufio"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A set is a set of characters: ranges in ascending order that do not touch.
type set []span

// A span is the characters from lo to hi, both included.
type span struct{ lo, hi rune }

func (s set) has(r rune) bool {
	i, _ := slices.BinarySearchFunc(s, r, func(s span, r rune) int { return int(s.hi - r) })
	return i < len(s) && s[i].lo <= r
}

// all yields the characters of the set.
func (s set) all(yield func(rune) bool) {
	for _, span := range s {
		for r := span.lo; r <= span.hi; r++ {
			if !yield(r) {
				return
			}
		}
	}
}

// union returns the set of the characters that are in one of the sets.
func union(sets ...set) set {
	spans := slices.SortedFunc(slices.Values(slices.Concat(sets...)), func(a, b span) int { return int(a.lo - b.lo) })
	var out set
	for _, s := range spans {
		if n := len(out); n > 0 && s.lo <= out[n-1].hi+1 {
			out[n-1].hi = max(out[n-1].hi, s.hi)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// Unicode is the part of the Unicode Character Database that the tables are made from.
type Unicode struct {
	version                         string
	categories, scripts, properties map[string]set
	cases                           map[string]map[rune]rune // by the case it maps to
	orbit                           map[rune]rune            // see setOrbits
}

// categories are the names of the general categories, of which the npm package has only the long ones.
var categories = []struct{ long, short string }{
	{"Cased_Letter", "LC"}, {"Close_Punctuation", "Pe"}, {"Connector_Punctuation", "Pc"}, {"Control", "Cc"},
	{"Currency_Symbol", "Sc"}, {"Dash_Punctuation", "Pd"}, {"Decimal_Number", "Nd"}, {"Enclosing_Mark", "Me"},
	{"Final_Punctuation", "Pf"}, {"Format", "Cf"}, {"Initial_Punctuation", "Pi"}, {"Letter", "L"},
	{"Letter_Number", "Nl"}, {"Line_Separator", "Zl"}, {"Lowercase_Letter", "Ll"}, {"Mark", "M"},
	{"Math_Symbol", "Sm"}, {"Modifier_Letter", "Lm"}, {"Modifier_Symbol", "Sk"}, {"Nonspacing_Mark", "Mn"},
	{"Number", "N"}, {"Open_Punctuation", "Ps"}, {"Other", "C"}, {"Other_Letter", "Lo"}, {"Other_Number", "No"},
	{"Other_Punctuation", "Po"}, {"Other_Symbol", "So"}, {"Paragraph_Separator", "Zp"}, {"Private_Use", "Co"},
	{"Punctuation", "P"}, {"Separator", "Z"}, {"Space_Separator", "Zs"}, {"Spacing_Mark", "Mc"},
	{"Surrogate", "Cs"}, {"Symbol", "S"}, {"Titlecase_Letter", "Lt"}, {"Unassigned", "Cn"},
	{"Uppercase_Letter", "Lu"},
}

// categoryAliases are the further names of categories in the standard's PropertyValueAliases.txt.
var categoryAliases = []struct{ long, short string }{
	{"Combining_Mark", "M"}, {"cntrl", "Cc"}, {"digit", "Nd"}, {"punct", "P"},
}

// properties are those of the standard's PropList.txt; the npm package has derived ones besides.
const properties = `ASCII_Hex_Digit Bidi_Control Dash Deprecated Diacritic Extender Hex_Digit Hyphen
	IDS_Binary_Operator IDS_Trinary_Operator IDS_Unary_Operator ID_Compat_Math_Continue
	ID_Compat_Math_Start Ideographic Join_Control Logical_Order_Exception Modifier_Combining_Mark
	Noncharacter_Code_Point Other_Alphabetic Other_Default_Ignorable_Code_Point Other_Grapheme_Extend
	Other_ID_Continue Other_ID_Start Other_Lowercase Other_Math Other_Uppercase Pattern_Syntax
	Pattern_White_Space Prepended_Concatenation_Mark Quotation_Mark Radical Regional_Indicator
	Sentence_Terminal Soft_Dotted Terminal_Punctuation Unified_Ideograph Variation_Selector White_Space`

// read reads what gen/ucd.mjs prints.
func read(in io.Reader) *Unicode {
	u := &Unicode{categories: map[string]set{}, properties: map[string]set{}}
	sets, mappings := map[string]map[string]set{}, map[string]map[string]map[rune]rune{}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		if len(f) < 2 {
			fail("a line that is not of gen/ucd.mjs: " + lines.Text())
		}
		switch f[0] {
		case "Version":
			u.version = f[1]
		case "Simple_Case_Mapping", "Case_Folding":
			put(mappings, f, maps.Collect(pairs(f[2:])))
		default:
			var s set
			for lo, hi := range pairs(f[2:]) {
				s = append(s, span{lo, hi})
			}
			put(sets, f, s)
		}
	}
	if lines.Err() != nil || u.version == "" {
		fail("no text of gen/ucd.mjs on standard input")
	}
	for _, c := range categories {
		u.categories[c.short] = named(sets["General_Category"], c.long)
	}
	u.scripts = sets["Script"]
	delete(u.scripts, "Unknown") // The characters without script have no table.
	for _, name := range strings.Fields(properties) {
		u.properties[name] = named(sets["Binary_Property"], name)
	}
	u.properties["STerm"] = u.properties["Sentence_Terminal"] // its name before Unicode 4.1
	u.cases = mappings["Simple_Case_Mapping"]
	u.setOrbits(mappings["Case_Folding"])
	return u
}

// pairs yields the numbers of the fields in pairs.
func pairs(fields []string) func(yield func(rune, rune) bool) {
	number := func(field string) rune {
		n, err := strconv.ParseUint(field, 16, 21)
		if err != nil {
			fail(err.Error())
		}
		return rune(n)
	}
	return func(yield func(rune, rune) bool) {
		for i := 0; i+1 < len(fields) && yield(number(fields[i]), number(fields[i+1])); i += 2 {
		}
	}
}

// put stores the value of a line with fields f.
func put[T any](to map[string]map[string]T, f []string, value T) {
	if to[f[0]] == nil {
		to[f[0]] = map[string]T{}
	}
	to[f[0]][f[1]] = value
}

func named(sets map[string]set, name string) set {
	s, ok := sets[name]
	if !ok {
		fail("the Unicode data lack " + name)
	}
	return s
}

// mapped returns the simple mapping of a character to a case, as To does.
func (u *Unicode) mapped(to string, r rune) rune {
	if image, ok := u.cases[to][r]; ok {
		return image
	}
	return r
}

// setOrbits finds the orbits of the characters that are equal under simple case folding (statuses C
// and S): orbit leads from each character to the next above, and from the last to the first.
func (u *Unicode) setOrbits(folding map[string]map[rune]rune) {
	equal := map[rune][]rune{}
	for _, mapping := range folding {
		for from, to := range mapping {
			equal[to] = append(equal[to], from)
		}
	}
	u.orbit = map[rune]rune{}
	for to, orbit := range equal {
		orbit = append(orbit, to)
		slices.Sort(orbit)
		for i, r := range orbit {
			u.orbit[r] = orbit[(i+1)%len(orbit)]
		}
	}
}

// simpleFold is the function of package unicode.
func (u *Unicode) simpleFold(r rune) rune {
	if next, ok := u.orbit[r]; ok {
		return next
	}
	return r
}

// folds returns for each set with such characters those outside it that are equal under simple case
// folding to one inside.
func (u *Unicode) folds(sets map[string]set) map[string]set {
	out := map[string]set{}
	for name, s := range sets {
		var outside set
		for r := range u.orbit {
			if s.has(r) {
				continue
			}
			for other := u.orbit[r]; other != r; other = u.orbit[other] {
				if s.has(other) {
					outside = append(outside, span{r, r})
					break
				}
			}
		}
		if outside != nil {
			out[name] = union(outside)
		}
	}
	return out
}

// A caseRange is a range of characters with the same distances to their upper, lower and title case.
type caseRange struct {
	span
	delta [3]rune
}

// upperLower in place of the distances stands for upper and lower case letters in turn, as the
// constant UpperLower of package unicode does.
const upperLower = utf8.MaxRune + 1

// caseRanges returns the ranges of the characters that have another case.
func (u *Unicode) caseRanges() []caseRange {
	var out []caseRange
	for r := rune(0); r <= utf8.MaxRune; r++ {
		delta := [3]rune{u.mapped("Uppercase", r) - r, u.mapped("Lowercase", r) - r, u.mapped("Titlecase", r) - r}
		if delta == [3]rune{} {
			continue
		}
		if n := len(out); n > 0 && out[n-1].extend(r, delta) {
			continue
		}
		out = append(out, caseRange{span{r, r}, delta})
	}
	return out
}

// extend adds r with its distances to the range if it is the next character and goes with the rest.
func (c *caseRange) extend(r rune, delta [3]rune) bool {
	if c.hi != r-1 {
		return false
	}
	alternating := [3]rune{upperLower, upperLower, upperLower}
	upper, lower := [3]rune{0, 1, 0}, [3]rune{-1, 0, -1}
	turn := upper
	if (r-c.lo)%2 == 1 {
		turn = lower
	}
	switch {
	case c.delta == delta:
	case delta == turn && (c.delta == alternating || c.delta == upper && c.lo == c.hi):
		c.delta = alternating
	default:
		return false
	}
	c.hi = r
	return true
}
