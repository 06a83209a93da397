package main

import "fmt"

func t(s string) bool { fmt.Print(s, " "); return true }
func f(s string) bool { fmt.Print(s, " "); return false }

func main() {
	a, b, c, d := 7, 3, 2, 5
	p := &a
	fmt.Println(a+b*c-d/c, (a+b)*c-d/c, a<<1+1, a<<(1+1), a&b+1, a|b&c, a^b|c, a&^b<<1, -a*b, ^a&b, +a - -b)
	fmt.Println(a == b+4, a != b && b < c || d >= 5, !(a < b) == true, a*b%c+1, 7-2-1, 64>>2>>1, 100/10/5, 2*3%4)
	fmt.Println(*p*b, -*p+1, *p**p, 1<<3|1<<1, 0xff&^0x0f>>2, a-(-b))
	fmt.Println(f("1") && t("2") || t("3") && f("4"))
	fmt.Println(t("1") || f("2") && f("3"))
	fmt.Println(!f("1") && !t("2") == f("3"))
	x := []int{1, 2, 3}
	fmt.Println(len(x)+x[1]*2-cap(x[:1:2]), x[len(x)-1], (x[0]+x[1])<<x[2]%3)
	ch := make(chan int, 2)
	ch <- 4
	ch <- 5
	fmt.Println(<-ch*2+<-ch, -a%b, -a/b, a%-b)
	var u8 uint8 = 200
	fmt.Println(u8+100, u8*2, -u8, ^u8, u8<<1, u8>>1, u8&^0xf0)
	s := "a" + "b" + fmt.Sprint("c") + string(rune('a'+3))
	fmt.Println(s, s < "abce", s[1:]+s[:1] == "bcda")
}
