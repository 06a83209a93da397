package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	. "example.org/workshop/collections"
	"example.org/workshop/graph"
	"example.org/workshop/huffman"
	"example.org/workshop/internal/report"
	"example.org/workshop/internal/rng"
	"example.org/workshop/jsonx"
	"example.org/workshop/lru"
	"example.org/workshop/store"
	"example.org/workshop/template"
)

var (
	_ = register("collections", showCollections)
	_ = register("lru", showLRU)
	_ = register("graph", showGraph)
	_ = register("huffman", showHuffman)
	_ = register("jsonx", showJSON)
	_ = register("store", showStore)
	_ = register("template", showTemplate)
)

type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

func showCollections(r *report.Report) {
	var s Stack[string]
	s.Push("a", "b", "c")
	*s.Peek() += "!"
	r.Printf("stack %v", Of[string](&s).Collect())
	for range 4 {
		v, err := s.Pop()
		r.Printf("pop %q %v", v, err)
	}
	r.Check(s.Peek() == nil, "an empty stack has no top")

	random := rng.New(7)
	var q Ring[int]
	model := []int{}
	for _, v := range random.Ints(300, 100) {
		if v < 55 || len(model) == 0 {
			q.Put(v)
			model = append(model, v)
			continue
		}
		got, _ := q.Take()
		r.Equal(got, model[0], "ring")
		model = model[1:]
	}
	r.Equal(q.Len(), len(model), "length of the ring")
	r.Printf("ring %v", Of[int](&q).Take(5).Collect())

	tree := NewTree[string, int]()
	words := strings.Fields("the quick brown fox jumps over the lazy dog and the cat")
	for i, w := range words {
		if old, replaced := tree.Set(w, i); replaced {
			r.Printf("%s: %d before, %d now", w, old, i)
		}
	}
	r.Printf("%v height %d of %d", tree, tree.Height(), tree.Len())
	for k, v := range tree.Between("c", "l") {
		r.Printf("%s=%d", k, v)
	}
	byLength := NewTreeFunc[Pair[int, string], struct{}](func(a, b Pair[int, string]) int {
		if a.First != b.First {
			return b.First - a.First
		}
		return strings.Compare(a.Second, b.Second)
	})
	for _, w := range words {
		byLength.Set(Pair[int, string]{len(w), w}, struct{}{})
	}
	first := Of[Pair[int, string]](byLength).Take(3).Map(func(p Pair[int, string]) Pair[string, int] { return p.Swap() })
	r.Printf("longest %v; %T", first.Collect(), first.Collect())

	squares := Count(1).Map(func(i int) int { return i * i }).Filter(func(i int) bool { return i%2 == 1 })
	r.Printf("squares %v", squares.Take(6).Collect())
	r.Printf("joined %s", squares.Take(4).Fold("", func(a string, i int) string { return fmt.Sprint(a, "/", i) }))
	r.Equal(Sum(squares.Take(10)), 1330, "sum")
	r.Printf("sum %v", Sum(From(celsius(20.25), 1.5)))
	for n, w := range Zip(Count(10), From(words...)) {
		if n == 13 {
			break
		}
		r.Printf("%d %s", n, w)
	}
	a, b := SetOf(1, 2, 3, 4), SetOf(3, 4, 5)
	r.Printf("sets %v %v %t", Sorted(a.Union(b)), Sorted(a.Intersect(b)), a.Has(5))
	groups, keys := GroupBy(words, func(w string) int { return len(w) })
	for _, k := range keys {
		r.Printf("%d letters: %q", k, groups[k])
	}
	h := NewHeap(func(a, b float64) bool { return a > b })
	for range 8 {
		h.Push(float64(random.Intn(1000)) / 8)
	}
	for v := range h.Drain() {
		r.Printf("heap %v", v)
		if v < 60 {
			break
		}
	}
	r.Printf("left %d", h.Len())
}

func showLRU(r *report.Report) {
	c := lru.New(3, lru.OnEvict(func(k string, v int) { r.Printf("forgets %s=%d", k, v) }))
	for i, k := range strings.Split("abcadbae", "") {
		if _, ok := c.Get(k); !ok {
			c.Put(k, i)
		}
	}
	r.Printf("%v %+v %.2f", c, c.Stats, c.Ratio())
	errOdd := errors.New("odd")
	half := func(k string) (int, error) {
		if len(k)%2 == 1 {
			return 0, errOdd
		}
		return len(k) / 2, nil
	}
	for _, k := range []string{"four", "odd", "four"} {
		v, err := c.GetOrCompute(k, half)
		r.Printf("%d %v %t", v, err, errors.Is(err, errOdd))
	}
	calls := 0
	fib := lru.Memo(10, func(self func(int) uint64, n int) uint64 {
		calls++
		if n < 2 {
			return uint64(n)
		}
		return self(n-1) + self(n-2)
	})
	r.Printf("fib(90) = %d after %d calls", fib(90), calls)
}

func showGraph(r *report.Report) {
	g := graph.New[string]()
	g.Add("shirt", "tie", 1).Add("tie", "jacket", 1).Add("trousers", "shoes", 2)
	g.Add("trousers", "belt", 1).Add("belt", "jacket", 3).Add("socks", "shoes", 1)
	order, err := g.Topological()
	r.Printf("%v %v", order, err)
	path, length, err := g.Shortest("trousers", "jacket")
	r.Printf("%v %v %v", path, length, err)
	_, length, err = g.Shortest("jacket", "shirt")
	r.Printf("%v %v %t", length, err, errors.Is(err, graph.ErrNoPath))
	g.Add("jacket", "shirt", 1).Add("shoes", "socks", 1)
	_, err = g.Topological()
	var cycle *graph.CycleError[string]
	r.Printf("%v; %t", err, errors.As(err, &cycle) && len(cycle.Cycle) == 3)
	r.Printf("components %v", g.Components())
	maze := graph.Grid(
		"..#....",
		"#.#.##.",
		"..#.#..",
		".##.#.#",
		".......",
	)
	way, steps, _ := maze.Shortest(0, 6)
	r.Printf("maze %v %v", steps, way)
	far := 0
	for _, d := range maze.BreadthFirst(0) {
		far = max(far, d)
	}
	r.Printf("farthest %d", far)
}

func showHuffman(r *report.Report) {
	text := []byte("she sells sea shells by the sea shore")
	table, err := huffman.Build(text)
	if err != nil {
		panic(err)
	}
	r.Printf("%v", table)
	var packed bytes.Buffer
	bits := table.Encode(&packed, text)
	r.Printf("%d bytes, %d bits, %x", len(text), bits, packed.Bytes())
	back, err := table.Decode(bytes.NewReader(packed.Bytes()), len(text))
	r.Check(bytes.Equal(back, text) && err == nil, "decoded %q %v", back, err)
	back, err = table.Decode(bytes.NewReader(packed.Bytes()[:3]), len(text))
	r.Printf("%q %v %t", back, err, errors.Is(err, io.EOF))
	_, err = huffman.Build(nil)
	r.Printf("%v", err)
	single, _ := huffman.Build([]byte("aaaa"))
	r.Printf("%v", single)
}

type point struct{ x, y int }

func (p point) EncodeX() jsonx.Value { return jsonx.Obj("x", p.x, "y", p.y) }

func showJSON(r *report.Report) {
	doc := jsonx.Obj("name", "Zoë \"Z\" \U0001F600\x01\n", "size", 1e21, "list", []jsonx.Value{1, int8(-2), uint64(1 << 63), true, nil},
		"at", point{3, -4}, "temp", celsius(21.55), "empty", []jsonx.Value{}, "none", new(jsonx.Object))
	for _, o := range []jsonx.Options{{}, {Indent: "  ", Sort: true}} {
		text, err := o.Marshal(doc)
		r.Printf("%s %v", text, err)
		back, err := jsonx.Unmarshal(text)
		if err != nil {
			panic(err)
		}
		again, _ := o.Marshal(back)
		r.Check(strings.Contains(again, `\ud83d\ude00`), "surrogates in %s", again)
		v, ok := jsonx.Path(back, "at.y")
		r.Printf("at.y = %v %t", v, ok)
	}
	inf := 1e300
	for _, bad := range []any{make(chan int), inf * inf, [2]int{}, struct{ A *int }{}} {
		_, err := jsonx.Options{}.Marshal(jsonx.Obj("bad", bad))
		r.Printf("%v", err)
	}
	for _, bad := range []string{"", "[1,", `{"a" 1}`, `{"a":tru}`, `"\u12`, `"\uzzzz"`, "[1] 2", "-", `{"a":1,}`, "[1e999]"} {
		v, err := jsonx.UnmarshalFrom(strings.NewReader(bad))
		var syntax *jsonx.SyntaxError
		r.Printf("%-10q %v %v", bad, v, err)
		r.Check(errors.As(err, &syntax), "a syntax error")
	}
}

func showStore(r *report.Report) {
	at := func(day int) time.Time { return time.Date(2026, time.March, day, 12, 0, 0, 0, time.UTC) }
	var people store.Table[store.Person]
	people.OnChange(func(change string, p store.Person) { r.Printf("%s %s", change, p.ID) })
	err := people.Insert(
		store.Person{store.Meta{"p1", at(1), [2]string{"paris"}}, "Marie", 1867},
		store.Person{Meta: store.Meta{ID: "p2", Created: at(2), Tags: [2]string{"london", "x"}}, Name: "Ada", Born: 1815},
		store.Person{Meta: store.Meta{ID: "p3", Created: at(4), Tags: [2]string{"paris"}}, Name: "Henri", Born: 1854},
	)
	r.Check(err == nil, "%v", err)
	people.Index("town", func(p store.Person) string { return p.Tags[0] })
	err = people.Insert(store.Person{Meta: store.Meta{ID: "p4", Tags: [2]string{"paris"}}, Name: "Émile", Born: 1840}, store.Person{Meta: store.Meta{ID: "p2"}})
	var dup store.DuplicateError[store.Person]
	r.Printf("%v %t %s", err, errors.As(err, &dup), dup.Old.Name)

	var cities store.Table[store.City]
	cities.Insert(store.City{store.Meta{ID: "paris"}, "Paris", 2.1, "FR"}, store.City{store.Meta{ID: "london"}, "London", 8.9, "GB"})
	name := func(p store.Person) string { return p.Name }
	r.Printf("%v", people.By("town", "paris").OrderBy(func(p store.Person) int { return p.Born }).Select(name))
	r.Printf("%v", people.All().Where(func(p store.Person) bool { return p.Born > 1830 }).OrderBy(name).Limit(2).Select(name))
	joined := store.Join(people.All(), func(p store.Person) string { return p.Tags[0] }, cities.All(), store.City.Key)
	r.Printf("%d: %v", joined.Count(), joined.Select(func(p struct {
		Left  store.Person
		Right store.City
	}) string {
		return p.Left.Name + "@" + p.Right.Name
	}))
	ada := people.All().Where(func(p store.Person) bool { return p.Name == "Ada" })
	ages := ada.Select(func(p store.Person) time.Duration { return p.Age(at(5)) })
	r.Printf("%v %T", ages, ages)
}

func showTemplate(r *report.Report) {
	t := template.Must(template.Parse(`Dear {{name|trim|upper}},
{{#if items}}you ordered:
{{#each items}}{{index}}. {{what|html}} for {{price}}{{#unless last}};{{else}}.{{/unless}}
{{/each}}{{else}}nothing was ordered.
{{/if}}{{name|quote}} {{count}}
`))
	n := 0
	count := func() any { n++; return n }
	var out strings.Builder
	for _, items := range [][]template.Data{nil, {{"what": "tea & cake", "price": 4.5}, {"what": "<b>", "price": 7, "name": "x"}}} {
		err := t.Execute(&out, template.Data{"name": " ann ", "items": items, "count": count})
		r.Printf("%s%v", out.String(), err)
		out.Reset()
	}
	r.Printf("%v", t.Execute(io.Discard, template.Data{"name": 1}))
	for _, bad := range []string{"{{x", "a\n{{x|foo}}", "{{#if x}}", "{{#each x}}{{/if}}", "\n\n{{/if}}"} {
		_, err := template.Parse(bad)
		r.Printf("%v %T", err, err)
	}
}
