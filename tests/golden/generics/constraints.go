package main

type Number interface {
	~int | ~int8 | ~uint16 | ~float32 | ~float64
}

type Celsius float64

func Sum[T Number](s ...T) T {
	var t T
	for _, x := range s {
		t += x
	}
	return t
}

func Max[T Number](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func Convert[To, From Number](x From) To { return To(x) }

func Len[T ~string | ~[]byte](x T) int { return len(x) }

func First[T ~string | ~[]byte](x T) byte { return x[0] }

func main() {
	println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Celsius](20, 2.5), Sum[int]())
	println(Max(int8(-3), -4), Max[uint16](65535, 1))
	println(Convert[int8](300), Convert[int](2.75), Convert[float32](int8(7)))
	println(Sum[int8](100, 100))
	println(Len("héllo"), Len([]byte{1, 2}), First("abc"), First([]byte("xyz")))
}
