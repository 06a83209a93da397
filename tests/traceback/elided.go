// More than a hundred frames.
package main

type list struct {
	next *list
	n    int
}

func (l *list) last() int {
	defer func() {}()
	if l.n%60 == 59 {
		return l.next.last() + 1
	}
	return l.next.last()
}

func main() {
	var l *list
	for i := range 150 {
		l = &list{l, i}
	}
	println(l.last())
}
