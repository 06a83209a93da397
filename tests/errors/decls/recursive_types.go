// Types that contain themselves, directly and through others.
package main

type A struct{ a A } // ERROR `^invalid recursive type: A refers to itself$`
type B struct { // ERROR `^invalid recursive type B\n\t\./recursive_types\.go:5:6: B refers to C\n\t\./recursive_types\.go:9:6: C refers to B$`
	n int
	c C
}
type C struct{ b [2]B }
type D [3]D // ERROR `^invalid recursive type: D refers to itself$`
type E struct{ p *E; s []E; m map[string]E; f func(E) E; ch chan E; i interface{ M(E) } }
type F F // ERROR `^invalid recursive type: F refers to itself$`
type G H // ERROR `^invalid recursive type G\n\t\./recursive_types\.go:13:6: G refers to H\n\t\./recursive_types\.go:14:6: H refers to G$`
type H G
type I interface{ I } // ERROR `^invalid recursive type: I refers to itself$`
type J interface{ K } // ERROR `^invalid recursive type J\n\t\./recursive_types\.go:16:6: J refers to K\n\t\./recursive_types\.go:17:6: K refers to J$`
type K interface{ J }
type L []L
type M struct{ M } // ERROR `^invalid recursive type: M refers to itself$`
type N = N // ERROR `^invalid recursive type: N refers to itself$`
type O struct{ p *P }
type P struct{ O }

func main() {
	type Q struct{ q Q } // ERROR `^invalid recursive type: Q refers to itself$`
	type R *R
	var _ R
}
