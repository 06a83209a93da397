// Package graph has algorithms on directed graphs with weights.
package graph

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"example.org/workshop/collections"
)

// Edge leads to a node.
type Edge[N comparable] struct {
	To     N
	Weight float64
}

// Graph is a directed graph.
type Graph[N cmp.Ordered] struct {
	edges map[N][]Edge[N]
}

// New returns an empty graph.
func New[N cmp.Ordered]() *Graph[N] { return &Graph[N]{edges: map[N][]Edge[N]{}} }

// Add makes an edge, and nodes where needed.
func (g *Graph[N]) Add(from, to N, weight float64) *Graph[N] {
	g.edges[from] = append(g.edges[from], Edge[N]{to, weight})
	if _, ok := g.edges[to]; !ok {
		g.edges[to] = nil
	}
	return g
}

// Nodes lists the nodes in order.
func (g *Graph[N]) Nodes() []N {
	nodes := make([]N, 0, len(g.edges))
	for n := range g.edges {
		nodes = append(nodes, n)
	}
	slices.Sort(nodes)
	return nodes
}

// BreadthFirst yields nodes with their distance in steps.
func (g *Graph[N]) BreadthFirst(start N) iter.Seq2[N, int] {
	return func(yield func(N, int) bool) {
		var queue collections.Ring[collections.Pair[N, int]]
		seen := collections.SetOf(start)
		queue.Put(collections.Pair[N, int]{First: start})
		for queue.Len() > 0 {
			p, _ := queue.Take()
			if !yield(p.First, p.Second) {
				return
			}
			for _, e := range g.edges[p.First] {
				if !seen.Has(e.To) {
					seen[e.To] = struct{}{}
					queue.Put(collections.Pair[N, int]{e.To, p.Second + 1})
				}
			}
		}
	}
}

// ErrNoPath means that no path leads there.
var ErrNoPath = errors.New("graph: no path")

// Shortest is Dijkstra's algorithm.
func (g *Graph[N]) Shortest(from, to N) (path []N, length float64, err error) {
	type item struct {
		node N
		dist float64
	}
	dist := map[N]float64{from: 0}
	prev := map[N]N{}
	queue := collections.NewHeap(func(a, b item) bool {
		return a.dist < b.dist || a.dist == b.dist && a.node < b.node
	})
	queue.Push(item{from, 0})
	for it := range queue.Drain() {
		if it.dist > dist[it.node] {
			continue
		}
		if it.node == to {
			for n := to; ; n = prev[n] {
				path = append(path, n)
				if n == from {
					break
				}
			}
			slices.Reverse(path)
			return path, it.dist, nil
		}
		for _, e := range g.edges[it.node] {
			d := it.dist + e.Weight
			if old, ok := dist[e.To]; !ok || d < old {
				dist[e.To], prev[e.To] = d, it.node
				queue.Push(item{e.To, d})
			}
		}
	}
	return nil, math.Inf(+1), fmt.Errorf("%w from %v to %v", ErrNoPath, from, to)
}

// CycleError names the nodes of a cycle.
type CycleError[N cmp.Ordered] struct{ Cycle []N }

func (e *CycleError[N]) Error() string {
	var b strings.Builder
	b.WriteString("graph: cycle ")
	for _, n := range e.Cycle {
		fmt.Fprint(&b, n, " > ")
	}
	fmt.Fprint(&b, e.Cycle[0])
	return b.String()
}

// Topological orders the nodes so that edges lead forward.
func (g *Graph[N]) Topological() (order []N, err error) {
	const (
		white = iota
		grey
		black
	)
	colour := map[N]int{}
	var way []N
	var visit func(N) error
	visit = func(n N) error {
		switch colour[n] {
		case grey:
			return &CycleError[N]{slices.Clone(way[slices.Index(way, n):])}
		case black:
			return nil
		}
		colour[n] = grey
		way = append(way, n)
		defer func() {
			colour[n] = black
			way = way[:len(way)-1]
		}()
		for _, e := range g.edges[n] {
			if err := visit(e.To); err != nil {
				return err
			}
		}
		order = append(order, n)
		return nil
	}
	for _, n := range g.Nodes() {
		if err = visit(n); err != nil {
			return nil, err
		}
	}
	slices.Reverse(order)
	return
}

// Components finds strongly connected components by Tarjan's algorithm.
func (g *Graph[N]) Components() (out [][]N) {
	index := map[N]int{}
	low := map[N]int{}
	var stack collections.Stack[N]
	on := collections.Set[N]{}
	var connect func(N)
	connect = func(n N) {
		index[n] = len(index) + 1
		low[n] = index[n]
		stack.Push(n)
		on[n] = struct{}{}
		for _, e := range g.edges[n] {
			if index[e.To] == 0 {
				connect(e.To)
				low[n] = min(low[n], low[e.To])
			} else if on.Has(e.To) {
				low[n] = min(low[n], index[e.To])
			}
		}
		if low[n] != index[n] {
			return
		}
		var part []N
		for {
			m, _ := stack.Pop()
			delete(on, m)
			part = append(part, m)
			if m == n {
				break
			}
		}
		slices.Sort(part)
		out = append(out, part)
	}
	for _, n := range g.Nodes() {
		if index[n] == 0 {
			connect(n)
		}
	}
	return
}

// Grid makes a graph of the free cells of a map; cells are numbered row by row.
func Grid(rows ...string) *Graph[int] {
	g := New[int]()
	width := len(rows[0])
	for y, row := range rows {
		for x := range row {
			if row[x] == '#' {
				continue
			}
			for _, d := range [...][2]int{{0, 1}, {1, 0}, {0, -1}, {-1, 0}} {
				ny, nx := y+d[0], x+d[1]
				if ny < 0 || nx < 0 || ny >= len(rows) || nx >= width || rows[ny][nx] == '#' {
					continue
				}
				g.Add(y*width+x, ny*width+nx, 1)
			}
		}
	}
	return g
}
