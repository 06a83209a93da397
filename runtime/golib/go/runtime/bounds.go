package runtime

// boundsCode says which bounds check failed.
type boundsCode uint8

const (
	boundsIndex      boundsCode = iota // s[x], 0 <= x < len(s)
	boundsSliceAlen                    // s[:x], 0 <= x <= len(s), strings and arrays
	boundsSliceAcap                    // s[:x], 0 <= x <= cap(s)
	boundsSliceB                       // s[x:y], 0 <= x <= y
	boundsSlice3Alen                   // s[::x], 0 <= x <= len(s), arrays
	boundsSlice3Acap                   // s[::x], 0 <= x <= cap(s)
	boundsSlice3B                      // s[:x:y], 0 <= x <= y
	boundsSlice3C                      // s[x:y:], 0 <= x <= y
	boundsConvert                      // [x]T(s), x <= len(s)
)

// boundsError is a failed bounds check of x against y.
type boundsError struct {
	x      int64
	y      int
	signed bool // x is an int64, else the bits of a uint64
	code   boundsCode
}

// boundsText is the text of a failed check in pieces: before x, between x and y, after y.
type boundsText [3]string

var boundsTexts = [...]boundsText{
	boundsIndex:      {"index out of range [", "] with length ", ""},
	boundsSliceAlen:  {"slice bounds out of range [:", "] with length ", ""},
	boundsSliceAcap:  {"slice bounds out of range [:", "] with capacity ", ""},
	boundsSliceB:     {"slice bounds out of range [", ":", "]"},
	boundsSlice3Alen: {"slice bounds out of range [::", "] with length ", ""},
	boundsSlice3Acap: {"slice bounds out of range [::", "] with capacity ", ""},
	boundsSlice3B:    {"slice bounds out of range [:", ":", "]"},
	boundsSlice3C:    {"slice bounds out of range [", ":", ":]"},
}

// boundsNegativeEnds are the ends of the texts for a negative x, which do not mention y.
var boundsNegativeEnds = [...]string{
	boundsIndex:      "]",
	boundsSliceAlen:  "]",
	boundsSliceAcap:  "]",
	boundsSliceB:     ":]",
	boundsSlice3Alen: "]",
	boundsSlice3Acap: "]",
	boundsSlice3B:    ":]",
	boundsSlice3C:    "::]",
}

func (e boundsError) RuntimeError() {}

func (e boundsError) Error() string {
	const head = "runtime error: "
	if e.code == boundsConvert {
		return head + "cannot convert slice with length " + decimal(uint64(e.y)) +
			" to array or pointer to array with length " + decimal(uint64(e.x))
	}
	t := &boundsTexts[e.code]
	if e.signed && e.x < 0 {
		return head + t[0] + "-" + decimal(-uint64(e.x)) + boundsNegativeEnds[e.code]
	}
	return head + t[0] + decimal(uint64(e.x)) + t[1] + decimal(uint64(e.y)) + t[2]
}

// decimal returns v in decimal digits.
func decimal(v uint64) string {
	var buf [20]byte
	i := len(buf)
	for {
		i--
		buf[i] = byte('0' + v%10)
		v /= 10
		if v == 0 {
			return string(buf[i:])
		}
	}
}

// Compiled code calls the functions below when a check fails; the names without U are for
// signed, those with U for unsigned operands.

func panicIndex(x int, y int)   { panic(boundsError{int64(x), y, true, boundsIndex}) }
func panicIndexU(x uint, y int) { panic(boundsError{int64(x), y, false, boundsIndex}) }

func panicSliceAlen(x int, y int)   { panic(boundsError{int64(x), y, true, boundsSliceAlen}) }
func panicSliceAlenU(x uint, y int) { panic(boundsError{int64(x), y, false, boundsSliceAlen}) }
func panicSliceAcap(x int, y int)   { panic(boundsError{int64(x), y, true, boundsSliceAcap}) }
func panicSliceAcapU(x uint, y int) { panic(boundsError{int64(x), y, false, boundsSliceAcap}) }
func panicSliceB(x int, y int)      { panic(boundsError{int64(x), y, true, boundsSliceB}) }
func panicSliceBU(x uint, y int)    { panic(boundsError{int64(x), y, false, boundsSliceB}) }

func panicSlice3Alen(x int, y int)   { panic(boundsError{int64(x), y, true, boundsSlice3Alen}) }
func panicSlice3AlenU(x uint, y int) { panic(boundsError{int64(x), y, false, boundsSlice3Alen}) }
func panicSlice3Acap(x int, y int)   { panic(boundsError{int64(x), y, true, boundsSlice3Acap}) }
func panicSlice3AcapU(x uint, y int) { panic(boundsError{int64(x), y, false, boundsSlice3Acap}) }
func panicSlice3B(x int, y int)      { panic(boundsError{int64(x), y, true, boundsSlice3B}) }
func panicSlice3BU(x uint, y int)    { panic(boundsError{int64(x), y, false, boundsSlice3B}) }
func panicSlice3C(x int, y int)      { panic(boundsError{int64(x), y, true, boundsSlice3C}) }
func panicSlice3CU(x uint, y int)    { panic(boundsError{int64(x), y, false, boundsSlice3C}) }

// panicSliceConvert is called when a slice of length have is too short for an array of want.
func panicSliceConvert(have int, want int) {
	panic(boundsError{int64(want), have, true, boundsConvert})
}
