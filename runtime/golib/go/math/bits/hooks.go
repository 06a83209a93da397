package bits

// divWide is the instruction that divides hi:lo by y; the quotient must fit a word.
func divWide(hi, lo, y uint64) (quo, rem uint64)
