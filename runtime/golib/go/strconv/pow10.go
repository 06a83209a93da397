package strconv

import "math/bits"

// pow10 returns the 128 leading bits of 10^k, cut off and not rounded, for -348 <= k < 348; the
// leading bit is set. exact reports whether there are no further bits.
//
// The powers come from a table of every 27th one with 192 bits, times a power of five that fits
// one word. (That the 128 bits are right for every k has been checked with exact arithmetic.)
func pow10(k int) (hi, lo uint64, exact bool) {
	k += pow10Bias
	t := &pow10Table[k/pow10Step]
	if k%pow10Step == 0 {
		return t[0], t[1], k == pow10Bias
	}
	// The product of t and f, from its highest word down.
	f := pow5Table[k%pow10Step]
	h2, l2 := bits.Mul64(t[2], f)
	h1, l1 := bits.Mul64(t[1], f)
	h0, l0 := bits.Mul64(t[0], f)
	w2, carry := bits.Add64(l1, h2, 0)
	w1, carry := bits.Add64(l0, h1, carry)
	w0 := h0 + carry
	_ = l2 // below the bits that count
	s := uint(bits.LeadingZeros64(w0)) & 63 // the masks say that shifts are single instructions
	return w0<<s | w1>>1>>(^s&63), w1<<s | w2>>1>>(^s&63), k >= pow10Bias && k <= pow10Bias+pow10Exact
}

// log2pow10 returns the largest e with 2^e <= 10^k.
func log2pow10(k int) int { return (k * 1741647) >> 19 }

const (
	pow10Min   = -348
	pow10Bias  = 351
	pow10Step  = 27
	pow10Exact = 55 // 5^55 < 2^128
)

// pow5Table[i] is 5^i.
var pow5Table = [pow10Step]uint64{
	1, 5, 25, 125, 625, 3125,
	15625, 78125, 390625, 1953125, 9765625, 48828125,
	244140625, 1220703125, 6103515625, 30517578125, 152587890625, 762939453125,
	3814697265625, 19073486328125, 95367431640625, 476837158203125, 2384185791015625, 11920928955078125,
	59604644775390625, 298023223876953125, 1490116119384765625,
}

// pow10Table[i] are the 192 leading bits of 10^(27i-351).
var pow10Table = [...][3]uint64{
	{0x8049a4ac0c5811ae, 0x205b896d777d6278, 0xac261e9f5141430b},
	{0xcf42894a5dce35ea, 0x52064cac828675b9, 0x475f2b7d7df1ad7a},
	{0xa76c582338ed2621, 0xaf2af2b80af6f24e, 0x657c8f4d43323a36},
	{0x873e4f75e2224e68, 0x5a7744a6e804a291, 0xcc35eddfcf0996d7},
	{0xda7f5bf590966848, 0xaf39a475506a899e, 0xa30294cc2934e662},
	{0xb080392cc4349dec, 0xbd8d794d96aacfb3, 0xfe13a5c86af64418},
	{0x8e938662882af53e, 0x547eb47b7282ee9c, 0x41b0230e1421487d},
	{0xe65829b3046b0afa, 0x0cb4a5a3112a5112, 0xa3b561b1cb208396},
	{0xba121a4650e4ddeb, 0x92f34d62616ce413, 0x21a0183e10583cd3},
	{0x964e858c91ba2655, 0x3a6a07f8d510f86f, 0xe9082f25e9c5e9ec},
	{0xf2d56790ab41c2a2, 0xfae27299423fb9c3, 0x3695dad7e8858901},
	{0xc428d05aa4751e4c, 0xaa97e14c3c26b886, 0x96842dc95323f5a8},
	{0x9e74d1b791e07e48, 0x775ea264cf55347d, 0xca49f1c05120c9c7},
	{0x8000000000000000, 0x0000000000000000, 0x0000000000000000},
	{0xcecb8f27f4200f3a, 0x0000000000000000, 0x0000000000000000},
	{0xa70c3c40a64e6c51, 0x999090b65f67d924, 0x0000000000000000},
	{0x86f0ac99b4e8dafd, 0x69a028bb3ded71a3, 0xdf9f915627c04e28},
	{0xda01ee641a708de9, 0xe80e6f4820cc9495, 0xd74baad03bc1d8d3},
	{0xb01ae745b101e9e4, 0x5ec05dcff72e7f8f, 0xc04c79ffe324301f},
	{0x8e41ade9fbebc27d, 0x14588f13be847307, 0x23bd6a2059c002f5},
	{0xe5d3ef282a242e81, 0x8f1668c8a86da5fa, 0xf0b5ccf5176ecc7c},
	{0xb9a74a0637ce2ee1, 0x6d953e2bd7173692, 0x88efb0037ac08bde},
	{0x95f83d0a1fb69cd9, 0x4abdaf101564f98e, 0x0d5a4af7b3a98e47},
	{0xf24a01a73cf2dccf, 0xbc633b39673c8cec, 0x3d9c44cd2f36917c},
	{0xc3b8358109e84f07, 0x0a862f80ec4700c8, 0x02606ea01029dc37},
	{0x9e19db92b4e31ba9, 0x6c07a2c26a8346d1, 0x4944d9f52cd0dec2},
	{0xff6d0b3492801150, 0x9798278aea58efff, 0x631fcdfbcb35b8a4},
}
