// Package list is a doubly linked list.
package list

// An Element is an element of a List.
type Element struct {
	// The list is a ring through its root, which makes the ends no special case.
	next, prev *Element
	list       *List // nil if the element is in none

	Value any
}

// Next returns the next element, nil at the end.
func (e *Element) Next() *Element { return e.inList(e.next) }

// Prev returns the previous element, nil at the beginning.
func (e *Element) Prev() *Element { return e.inList(e.prev) }

func (e *Element) inList(p *Element) *Element {
	if e.list == nil || p == &e.list.root {
		return nil
	}
	return p
}

// A List is a doubly linked list. The zero List is empty.
type List struct {
	root Element
	len  int
}

// New returns an empty list.
func New() *List { return new(List).Init() }

// Init makes l empty.
func (l *List) Init() *List {
	l.root.next = &l.root
	l.root.prev = &l.root
	l.len = 0
	return l
}

func (l *List) lazyInit() {
	if l.root.next == nil {
		l.Init()
	}
}

// Len returns the number of elements.
func (l *List) Len() int { return l.len }

// Front returns the first element, nil if l is empty.
func (l *List) Front() *Element {
	if l.len == 0 {
		return nil
	}
	return l.root.next
}

// Back returns the last element, nil if l is empty.
func (l *List) Back() *Element {
	if l.len == 0 {
		return nil
	}
	return l.root.prev
}

// link puts e behind at.
func (l *List) link(e, at *Element) *Element {
	e.prev, e.next = at, at.next
	at.next.prev = e
	at.next = e
	return e
}

func (e *Element) unlink() {
	e.prev.next = e.next
	e.next.prev = e.prev
}

// insert puts a new element behind at.
func (l *List) insert(v any, at *Element) *Element {
	l.len++
	return l.link(&Element{list: l, Value: v}, at)
}

// move puts e behind at.
func (l *List) move(e, at *Element) {
	if e != at {
		e.unlink()
		l.link(e, at)
	}
}

// Remove removes e, if it is in l, and returns its value.
func (l *List) Remove(e *Element) any {
	if e.list == l {
		e.unlink()
		e.next, e.prev, e.list = nil, nil, nil
		l.len--
	}
	return e.Value
}

// PushFront adds v at the beginning.
func (l *List) PushFront(v any) *Element {
	l.lazyInit()
	return l.insert(v, &l.root)
}

// PushBack adds v at the end.
func (l *List) PushBack(v any) *Element {
	l.lazyInit()
	return l.insert(v, l.root.prev)
}

// InsertBefore adds v before mark; if that is not in l, it does nothing and returns nil.
func (l *List) InsertBefore(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.insert(v, mark.prev)
}

// InsertAfter adds v behind mark; if that is not in l, it does nothing and returns nil.
func (l *List) InsertAfter(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.insert(v, mark)
}

// MoveToFront moves e, if it is in l, to the beginning.
func (l *List) MoveToFront(e *Element) {
	if e.list == l && l.root.next != e {
		l.move(e, &l.root)
	}
}

// MoveToBack moves e, if it is in l, to the end.
func (l *List) MoveToBack(e *Element) {
	if e.list == l && l.root.prev != e {
		l.move(e, l.root.prev)
	}
}

// MoveBefore moves e before mark, if both are in l and not the same.
func (l *List) MoveBefore(e, mark *Element) {
	if e.list == l && e != mark && mark.list == l {
		l.move(e, mark.prev)
	}
}

// MoveAfter moves e behind mark, if both are in l and not the same.
func (l *List) MoveAfter(e, mark *Element) {
	if e.list == l && e != mark && mark.list == l {
		l.move(e, mark)
	}
}

// PushBackList adds copies of the elements of other at the end; other may be l.
func (l *List) PushBackList(other *List) {
	l.lazyInit()
	e := other.Front()
	for n := other.Len(); n > 0; n-- {
		l.insert(e.Value, l.root.prev)
		e = e.Next()
	}
}

// PushFrontList adds copies of the elements of other at the beginning; other may be l.
func (l *List) PushFrontList(other *List) {
	l.lazyInit()
	e := other.Back()
	for n := other.Len(); n > 0; n-- {
		l.insert(e.Value, &l.root)
		e = e.Prev()
	}
}
