// What defer, panic and recover cost. Without arguments every case is timed; with arguments those whose names
// contain one of them. A line of the output: name, nanoseconds an operation.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

var (
	sink  int
	yes   = true
	no    = false
	table = []int{1, 2, 3}
	null  *int
	fn    = empty
	boxed any = "a value"
	pad   Padlock
	mu    sync.Mutex
	lock  Locker = &pad
)

type Padlock struct{ n int }

//go:noinline
func (p *Padlock) Lock() { p.n++ }

//go:noinline
func (p *Padlock) Unlock() { p.n-- }

type Locker interface {
	Lock()
	Unlock()
}

//go:noinline
func empty() {}

//go:noinline
func one(a int) { sink += a }

//go:noinline
func three(a, b, c int) { sink += a + b + c }

//go:noinline
func anys(xs ...any) { sink += len(xs) }

//go:noinline
func callBaseline() { empty() }

//go:noinline
func deferEmptyCall() { defer empty() }

//go:noinline
func deferEmptyLiteral() { defer func() {}() }

//go:noinline
func directClosureCapture(x int) (r int) {
	f := func() { r += x }
	r = 1
	f()
	return
}

//go:noinline
func deferClosureCapture(x int) (r int) {
	defer func() { r += x }()
	r = 1
	return
}

//go:noinline
func directUnlockMethod() { pad.Lock(); sink++; pad.Unlock() }

//go:noinline
func deferUnlockMethod() { pad.Lock(); defer pad.Unlock(); sink++ }

//go:noinline
func directSyncMutex() { mu.Lock(); sink++; mu.Unlock() }

//go:noinline
func deferSyncMutex() { mu.Lock(); defer mu.Unlock(); sink++ }

//go:noinline
func directIfaceMethod() { lock.Lock(); sink++; lock.Unlock() }

//go:noinline
func deferIfaceMethod() { lock.Lock(); defer lock.Unlock(); sink++ }

//go:noinline
func direct1Arg(x int) { sink++; one(x) }

//go:noinline
func defer1Arg(x int) { defer one(x); sink++ }

//go:noinline
func direct3Args(x int) { sink++; three(x, 2, x) }

//go:noinline
func defer3Args(x int) { defer three(x, 2, x); sink++ }

//go:noinline
func deferVariadicAny() { defer anys(boxed, boxed); sink++ }

//go:noinline
func directFuncValue() { fn() }

//go:noinline
func deferFuncValue() { defer fn() }

//go:noinline
func deferX4() { defer empty(); defer empty(); defer empty(); defer empty() }

//go:noinline
func deferX8() {
	defer empty(); defer empty(); defer empty(); defer empty()
	defer empty(); defer empty(); defer empty(); defer empty()
}

//go:noinline
func deferX9() {
	defer empty(); defer empty(); defer empty()
	defer empty(); defer empty(); defer empty()
	defer empty(); defer empty(); defer empty()
}

//go:noinline
func deferX20() {
	defer empty(); defer empty(); defer empty(); defer empty(); defer empty()
	defer empty(); defer empty(); defer empty(); defer empty(); defer empty()
	defer empty(); defer empty(); defer empty(); defer empty(); defer empty()
	defer empty(); defer empty(); defer empty(); defer empty(); defer empty()
}

//go:noinline
func deferConditional(b bool) {
	if b {
		defer empty()
	}
	sink++
}

//go:noinline
func deferLoop(n int) {
	for range n {
		defer empty()
	}
}

//go:noinline
func deferLoopCapture(n int) (r int) {
	for i := range n {
		defer func() { r += i }()
	}
	return
}

//go:noinline
func nestedDefers(n int) {
	defer empty()
	if n > 1 {
		nestedDefers(n - 1)
	}
}

//go:noinline
func recoverNoPanic() (r int) {
	defer func() {
		if recover() != nil {
			r = 1
		}
	}()
	empty()
	return
}

//go:noinline
func panicRecover(x int) (r int) {
	defer func() {
		if recover() != nil {
			r = 1
		}
	}()
	panic(x)
}

//go:noinline
func panicStatic() {
	defer func() { recover() }()
	panic(boxed)
}

//go:noinline
func boundsFault(i int) int {
	defer func() { recover() }()
	return table[i]
}

//go:noinline
func nilFault(p *int) int {
	defer func() { recover() }()
	return load(p)
}

//go:noinline
func load(p *int) int { return *p }

//go:noinline
func plain(n int) int {
	if n == 0 {
		panic(boxed)
	}
	return plain(n-1) + 1
}

//go:noinline
func throughPlain(n int) {
	defer func() { recover() }()
	plain(n)
}

//go:noinline
func deferring(n int) int {
	defer empty()
	if n == 0 {
		panic(boxed)
	}
	return deferring(n-1) + 1
}

//go:noinline
func throughDeferring(n int) {
	defer func() { recover() }()
	deferring(n)
}

//go:noinline
func panicReplaced() {
	defer func() { recover() }()
	defer func() { panic(2) }()
	panic(1)
}

//go:noinline
func panicNestedRecovered() {
	defer func() { recover() }()
	defer panicStatic()
	panic(1)
}

//go:noinline
func recoverThenRepanic() {
	defer func() { recover() }()
	func() {
		defer func() { panic(recover()) }()
		panic(1)
	}()
}

//go:noinline
func recoverWithMore() {
	defer empty()
	defer empty()
	defer empty()
	defer func() { recover() }()
	panic(boxed)
}

//go:noinline
func panicLoopDefers(n int) {
	defer func() { recover() }()
	for range n {
		defer empty()
	}
	panic(boxed)
}

//go:noinline
func errorReturn(n int) error {
	if n == 0 {
		return os.ErrNotExist
	}
	if err := errorReturn(n - 1); err != nil {
		return err
	}
	sink++
	return nil
}

func goroutine(f func()) {
	done := make(chan bool)
	go func() { defer close(done); f() }()
	<-done
}

var cases = []struct {
	name string
	run  func(n int)
}{
	{"call_baseline", func(n int) { for range n { callBaseline() } }},
	{"defer_empty_call", func(n int) { for range n { deferEmptyCall() } }},
	{"defer_empty_literal", func(n int) { for range n { deferEmptyLiteral() } }},
	{"direct_closure_capture", func(n int) { for i := range n { directClosureCapture(i) } }},
	{"defer_closure_capture", func(n int) { for i := range n { deferClosureCapture(i) } }},
	{"direct_unlock_method", func(n int) { for range n { directUnlockMethod() } }},
	{"defer_unlock_method", func(n int) { for range n { deferUnlockMethod() } }},
	{"direct_sync_mutex", func(n int) { for range n { directSyncMutex() } }},
	{"defer_sync_mutex", func(n int) { for range n { deferSyncMutex() } }},
	{"direct_iface_method", func(n int) { for range n { directIfaceMethod() } }},
	{"defer_iface_method", func(n int) { for range n { deferIfaceMethod() } }},
	{"direct_1_arg", func(n int) { for i := range n { direct1Arg(i) } }},
	{"defer_1_arg", func(n int) { for i := range n { defer1Arg(i) } }},
	{"direct_3_args", func(n int) { for i := range n { direct3Args(i) } }},
	{"defer_3_args", func(n int) { for i := range n { defer3Args(i) } }},
	{"defer_variadic_any", func(n int) { for range n { deferVariadicAny() } }},
	{"direct_func_value", func(n int) { for range n { directFuncValue() } }},
	{"defer_func_value", func(n int) { for range n { deferFuncValue() } }},
	{"defer_x4", func(n int) { for range n { deferX4() } }},
	{"defer_x8", func(n int) { for range n { deferX8() } }},
	{"defer_x9", func(n int) { for range n { deferX9() } }},
	{"defer_x20", func(n int) { for range n { deferX20() } }},
	{"defer_conditional_taken", func(n int) { for range n { deferConditional(yes) } }},
	{"defer_conditional_not_taken", func(n int) { for range n { deferConditional(no) } }},
	{"defer_loop_1", func(n int) { for range n { deferLoop(1) } }},
	{"defer_loop_10", func(n int) { for range n { deferLoop(10) } }},
	{"defer_loop_100", func(n int) { for range n { deferLoop(100) } }},
	{"defer_loop_10_capture", func(n int) { for range n { deferLoopCapture(10) } }},
	{"defer_10_nested_frames", func(n int) { for range n { nestedDefers(10) } }},
	{"defer_recover_no_panic", func(n int) { for range n { recoverNoPanic() } }},
	{"recover_call_no_panic", func(n int) { for range n { recover() } }},
	{"panic_recover_same_frame", func(n int) { for i := range n { panicRecover(i) } }},
	{"panic_recover_static_value", func(n int) { for range n { panicStatic() } }},
	{"bounds_fault_recover", func(n int) { for range n { boundsFault(7) } }},
	{"nil_fault_recover", func(n int) { for range n { nilFault(null) } }},
	{"panic_through_1_frame", func(n int) { for range n { throughPlain(1) } }},
	{"panic_through_10_frames", func(n int) { for range n { throughPlain(10) } }},
	{"panic_through_100_frames", func(n int) { for range n { throughPlain(100) } }},
	{"panic_through_1_defer_frame", func(n int) { for range n { throughDeferring(1) } }},
	{"panic_through_10_defer_frames", func(n int) { for range n { throughDeferring(10) } }},
	{"panic_through_100_defer_frames", func(n int) { for range n { throughDeferring(100) } }},
	{"error_return_10_frames", func(n int) { for range n { errorReturn(10) } }},
	{"error_return_100_frames", func(n int) { for range n { errorReturn(100) } }},
	{"panic_replaced_in_defer", func(n int) { for range n { panicReplaced() } }},
	{"panic_nested_recovered", func(n int) { for range n { panicNestedRecovered() } }},
	{"recover_then_repanic", func(n int) { for range n { recoverThenRepanic() } }},
	{"recover_with_3_more_defers", func(n int) { for range n { recoverWithMore() } }},
	{"panic_10_loop_defers", func(n int) { for range n { panicLoopDefers(10) } }},
	{"goroutine_plain", func(n int) { for range n { goroutine(empty) } }},
	{"goroutine_panic_recover", func(n int) { for range n { goroutine(panicStatic) } }},
	{"goroutine_goexit", func(n int) { for range n { goroutine(runtime.Goexit) } }},
}

// measure runs a case for about 10 ms and returns nanoseconds an operation.
func measure(run func(n int)) float64 {
	n := 1
	for {
		start := time.Now()
		run(n)
		d := time.Since(start)
		if d > 5*time.Millisecond {
			return float64(d.Nanoseconds()) / float64(n)
		}
		if d < 50*time.Microsecond {
			n *= 10
		} else {
			n = int(float64(n)*float64(8*time.Millisecond)/float64(d)) + 1
		}
	}
}

func wanted(name string) bool {
	for _, part := range os.Args[1:] {
		if strings.Contains(name, part) {
			return true
		}
	}
	return len(os.Args) == 1
}

func main() {
	for _, c := range cases {
		if wanted(c.name) {
			best := measure(c.run)
			for range 2 {
				best = min(best, measure(c.run))
			}
			fmt.Printf("%s %.2f\n", c.name, best)
		}
	}
}
