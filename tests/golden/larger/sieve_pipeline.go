// Prime sieves with goroutines: the classic chain of filters, a fan-in, a cancellable generator; compared with an array.
package main

import (
	"fmt"
	"sync"
)

func generate(done <-chan struct{}) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := 2; ; i++ {
			select {
			case ch <- i:
			case <-done:
				return
			}
		}
	}()
	return ch
}

func filter(in <-chan int, prime int, done <-chan struct{}) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range in {
			if i%prime == 0 {
				continue
			}
			select {
			case out <- i:
			case <-done:
				return
			}
		}
	}()
	return out
}

func chain(n int) (primes []int) {
	done := make(chan struct{})
	defer close(done)
	ch := generate(done)
	for range n {
		p := <-ch
		primes = append(primes, p)
		ch = filter(ch, p, done)
	}
	return
}

func array(limit int) (primes []int) {
	composite := make([]bool, limit)
	for i := 2; i < limit; i++ {
		if composite[i] {
			continue
		}
		primes = append(primes, i)
		for j := i * i; j < limit; j += i {
			composite[j] = true
		}
	}
	return
}

func merge(chans ...<-chan int) <-chan int {
	out := make(chan int, 4)
	var wg sync.WaitGroup
	for _, c := range chans {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func segment(lo, hi int, base []int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
	next:
		for n := max(lo, 2); n < hi; n++ {
			for _, p := range base {
				if p*p > n {
					break
				}
				if n%p == 0 {
					continue next
				}
			}
			ch <- n
		}
	}()
	return ch
}

func sort(a []int) {
	if len(a) < 2 {
		return
	}
	pivot, rest := a[0], a[1:]
	i := 0
	for j, v := range rest {
		if v < pivot {
			rest[i], rest[j] = rest[j], rest[i]
			i++
		}
	}
	a[0], a[i] = a[i], a[0]
	sort(a[:i])
	sort(a[i+1:])
}

func main() {
	first := chain(60)
	want := array(2000)
	same := true
	for i, p := range first {
		same = same && want[i] == p
	}
	fmt.Println(first[:10], first[59], same)
	base := array(50)
	var segs []<-chan int
	for lo := 0; lo < 2000; lo += 250 {
		segs = append(segs, segment(lo, lo+250, base))
	}
	var all []int
	for p := range merge(segs...) {
		all = append(all, p)
	}
	sort(all)
	same = len(all) == len(want)
	for i := range want {
		same = same && all[i] == want[i]
	}
	fmt.Println(len(all), all[len(all)-1], same)
}
