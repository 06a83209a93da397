package main

import (
	"fmt"
	"math/rand"
	v2 "math/rand/v2"
	"unicode/utf16"
)

type src struct{ rand.Source }

func main() {
	for _, seed := range []int64{1, 0, -5, 42, 1 << 40} {
		r := rand.New(rand.NewSource(seed))
		for i := 0; i < 700; i++ {
			r.Int63()
		}
		fmt.Println(r.Int63(), r.Uint32(), r.Uint64(), r.Int31(), r.Int(), r.Int63n(1e15), r.Int31n(1000), r.Intn(17), r.Intn(1<<40), r.Float64(), r.Float32(), r.Perm(10))
		for i := 0; i < 300; i++ {
			fmt.Print(r.NormFloat64(), r.ExpFloat64(), " ")
		}
		x := []int{1, 2, 3, 4, 5, 6, 7}
		r.Shuffle(len(x), func(i, j int) { x[i], x[j] = x[j], x[i] })
		b := make([]byte, 13)
		r.Read(b)
		fmt.Println(x, b)
		z := rand.NewZipf(r, 1.5, 2, 100)
		fmt.Println(z.Uint64(), z.Uint64(), z.Uint64())
		q := rand.New(src{rand.NewSource(seed)})
		fmt.Println(q.Uint64())
	}
	for i := uint64(0); i < 3; i++ {
		p := v2.NewPCG(i, i*77)
		var sd [32]byte
		for k := range sd {
			sd[k] = byte(k * int(i+1))
		}
		c := v2.NewChaCha8(sd)
		for _, s := range []v2.Source{p, c} {
			r := v2.New(s)
			for k := 0; k < 300; k++ {
				fmt.Print(r.Uint64(), " ")
			}
			fmt.Println(r.Int64(), r.Uint32(), r.Int32(), r.Int(), r.Uint(), r.Int64N(1000), r.Uint64N(1<<40+3), r.Int32N(99), r.Uint32N(1<<20), r.IntN(6), r.UintN(7), r.Float64(), r.Float32(), r.Perm(8), r.NormFloat64(), r.ExpFloat64())
			z := v2.NewZipf(r, 1.5, 2, 100)
			fmt.Println(z.Uint64(), z.Uint64(), z.Uint64())
		}
		b, err := p.MarshalBinary()
		fmt.Println(b, err, p.UnmarshalBinary(b[1:]))
		buf := make([]byte, 21)
		c.Read(buf)
		b, err = c.MarshalBinary()
		fmt.Println(buf, b, err)
		d := new(v2.ChaCha8)
		fmt.Println(d.UnmarshalBinary(b), d.Uint64() == c.Uint64())
		fmt.Println(d.UnmarshalBinary(b[:5]))
	}
	fmt.Println(utf16.Encode([]rune("aé😀\U0010ffff")), utf16.Decode([]uint16{0x61, 0xd83d, 0xde00, 0xd800, 0x62, 0xdc00, 0xd83d}), utf16.RuneLen(-1), utf16.RuneLen(0xd800))
	fmt.Println(v2.N(10) < 10, rand.Intn(5) < 5)
}
