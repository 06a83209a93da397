package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"example.org/workshop/bank"
	"example.org/workshop/bus"
	"example.org/workshop/internal/report"
	"example.org/workshop/pipeline"
	"example.org/workshop/sched"
)

var (
	_ = register("sched", showSched)
	_ = register("bus", showBus)
	_ = register("bank", showBank)
	_ = register("pipeline", showPipeline)
)

func showSched(r *report.Report) {
	s := &sched.Scheduler{Trace: func(now time.Duration, format string, args ...any) {
		r.Printf("%6v %s", now, fmt.Sprintf(format, args...))
	}}
	child := sched.NewTask("child", 1, func(yield func(sched.Request) bool) {
		for i := range 3 {
			if !yield(sched.Sleep(time.Duration(i) * time.Millisecond)) {
				return
			}
		}
	})
	s.Go(sched.NewTask("main", 2, func(yield func(sched.Request) bool) {
		_ = yield(sched.Spawn{child}) && yield(sched.Sleep(500*time.Microsecond)) && yield(sched.Wait{child}) && yield(sched.Lower(5))
	}))
	broken := sched.NewTask("broken", 0, func(yield func(sched.Request) bool) {
		defer r.Printf("broken cleans up")
		yield(sched.Sleep(time.Second))
		var t *sched.Task
		t.Priority++
	})
	s.Go(broken)
	r.Printf("%v", s.Run())
	r.Printf("%v at %v", broken.Err, s.Now())

	s = &sched.Scheduler{}
	var a, b *sched.Task
	a = sched.NewTask("a", 1, func(yield func(sched.Request) bool) { yield(sched.Wait{b}) })
	b = sched.NewTask("b", 1, func(yield func(sched.Request) bool) { yield(sched.Wait{a}) })
	s.Go(a)
	s.Go(b)
	err := s.Run()
	r.Printf("%v %t", err, errors.Is(err, sched.ErrDeadlock))
}

func showBus(r *report.Report) {
	b := bus.New()
	var mu sync.Mutex
	sums := map[string]int{}
	b.Subscribe("number", func(e bus.Event) error {
		mu.Lock()
		defer mu.Unlock()
		sums["number"] += e.Body.(int)
		return nil
	})
	b.Subscribe("number", func(e bus.Event) error {
		if n := e.Body.(int); n%10 == 0 {
			return fmt.Errorf("round number %d", n)
		}
		return nil
	})
	b.Subscribe("text", func(e bus.Event) error {
		sums[e.Body.(string)]++
		return nil
	})
	for i := range 25 {
		b.Publish("number", i)
	}
	n, err := b.Publish("text", 3.5)
	r.Printf("%d %v", n, err)
	n, err = b.Publish("nothing", nil)
	r.Printf("%d %v", n, err)
	var texts []string
	var conversion *runtime.TypeAssertionError
	for _, err := range b.Close() {
		texts = append(texts, err.Error())
		if errors.As(err, &conversion) {
			texts = append(texts, "a failed type assertion")
		}
	}
	slices.Sort(texts)
	r.Printf("%d\n%s", sums["number"], strings.Join(texts, "\n"))
	_, err = b.Publish("number", 1)
	r.Printf("%v %t", err, err == bus.ErrClosed)

	wait := func(ctx context.Context) (string, error) {
		<-ctx.Done()
		return "", ctx.Err()
	}
	fail := func(context.Context) (string, error) { return "", errors.New("no luck") }
	v, err := bus.FirstOf(context.Background(), wait, fail, func(context.Context) (string, error) { return "won", nil })
	r.Printf("%q %v", v, err)
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("called off"))
	_, err = bus.FirstOf(ctx, func(ctx context.Context) (int, error) { select {} })
	r.Printf("%v", err)
	_, err = bus.FirstOf(context.Background(), fail, fail)
	r.Printf("%q", err.Error())

	gen := func(n int) <-chan int {
		c := make(chan int)
		go func() {
			defer close(c)
			for i := range n {
				c <- i
			}
		}()
		return c
	}
	total := 0
	for v := range bus.Merge(gen(10), gen(20), gen(0)) {
		total += v
	}
	r.Equal(total, 235, "merged")
	na, nb, late := bus.Alternate(gen(5), gen(7), time.Minute)
	r.Printf("%d %d %t", na, nb, late)
	_, _, late = bus.Alternate(make(chan int), make(chan string), time.Millisecond)
	r.Printf("%t", late)
}

func showBank(r *report.Report) {
	b := bank.New(map[string]bank.Cents{"ann": 100_00, "bob": 20_50, "cy": 0})
	b.Limit("cy", 5_00)
	run := func(name string, body func(*bank.Tx) error) {
		var err error
		fault := report.Panics(func() { err = b.Atomic(name, body) })
		r.Printf("%s: %v; fault %v", name, err, fault)
		r.Printf("  %s", b.Balances())
		r.Check(b.Total() == 120_50, "money is kept: %v", b.Total())
		var refused *bank.Error
		if errors.As(err, &refused) {
			r.Printf("  %s %t %t", refused.Owner, errors.Is(err, bank.ErrFunds), errors.Is(err, &bank.Error{Owner: "ann"}))
		}
	}
	run("rent", func(tx *bank.Tx) error { return tx.Transfer("ann", "bob", 30_25) })
	run("too much", func(tx *bank.Tx) error { return tx.Transfer("ann", "bob", 1000_00) })
	run("overdraft", func(tx *bank.Tx) error { return tx.Transfer("cy", "ann", 4_99) })
	run("nobody", func(tx *bank.Tx) error { return tx.Transfer("bob", "dan", 1) })
	run("negative", func(tx *bank.Tx) error {
		if err := tx.Transfer("bob", "cy", 1_00); err != nil {
			return err
		}
		return tx.Transfer("bob", "ann", -1)
	})
	b.Freeze("bob", func() {
		run("frozen", func(tx *bank.Tx) error { return tx.Transfer("ann", "bob", 1) })
	})
	run("chain", func(tx *bank.Tx) (err error) {
		for _, step := range []struct {
			from, to string
			cents    bank.Cents
		}{{"bob", "cy", 1_00}, {"cy", "ann", 3}, {"ann", "bob", 7}} {
			defer func() {
				if err == nil {
					r.Printf("  moved %v from %s to %s", step.cents, step.from, step.to)
				}
			}()
			err = errors.Join(err, tx.Transfer(step.from, step.to, step.cents))
		}
		return
	})
	run("runtime fault", func(tx *bank.Tx) error {
		tx.Deposit("ann", 5)
		var list []int
		return tx.Deposit("ann", bank.Cents(list[len(list)]))
	})
	r.Printf("%s", strings.Join(b.Log(), "\n"))
}

func showPipeline(r *report.Report) {
	square := func(i int) (int, error) { return i * i, nil }
	text := func(i int) (string, error) {
		if i > 80 {
			return "", fmt.Errorf("%d is too much", i)
		}
		return fmt.Sprintf("<%d>", i), nil
	}
	g := pipeline.New(context.Background())
	out, err := pipeline.Collect(g, pipeline.Stage(g, "text", 3, pipeline.Stage(g, "square", 4, pipeline.Source(g, 1, 2, 3, 4, 5, 6, 7, 8), square), text))
	r.Printf("%v %v", out, err)
	g = pipeline.New(context.Background())
	out, err = pipeline.Collect(g, pipeline.Stage(g, "text", 1, pipeline.Stage(g, "square", 4, pipeline.Source(g, 5, 9, 12), square), text))
	r.Printf("%v %v", out, err)
	g = pipeline.New(context.Background())
	_, err = pipeline.Collect(g, pipeline.Stage(g, "index", 2, pipeline.Source(g, 0, 1, 2, 3), func(i int) (int, error) { return []int{1, 2, 3}[i], nil }))
	var re runtime.Error
	r.Printf("%v %t", err, errors.As(err, &re))
	g = pipeline.New(context.Background())
	_, err = pipeline.Collect(g, pipeline.Stage(g, "exit", 1, pipeline.Source(g, 1), func(int) (int, error) { runtime.Goexit(); return 0, nil }))
	r.Printf("%v", err)
	g = pipeline.New(context.Background())
	var sizes []int
	for batch := range pipeline.Batch(g, pipeline.Source(g, strings.Split("abcdefghij", "")...), 4, time.Hour) {
		sizes = append(sizes, len(batch))
	}
	r.Printf("%v %v", sizes, g.Wait())
}
