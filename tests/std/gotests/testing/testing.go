// Package testing is a stand-in for the parts of package testing that tests of packages use.
package testing

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
)

// T is a running test.
type T struct {
	name     string
	failed   bool
	skipped  bool
	cleanups []func()
	cancel   func()
}

// TB is what T and B have in common.
type TB interface {
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Skip(args ...any)
	Skipf(format string, args ...any)
	SkipNow()
	TempDir() string
	Cleanup(f func())
}

func (t *T) Name() string { return t.name }
func (t *T) Helper()      {}
func (t *T) Parallel()    {}
func (t *T) Fail()        { t.failed = true }
func (t *T) Failed() bool { return t.failed }

func (t *T) FailNow() {
	t.failed = true
	runtime.Goexit()
}

func (t *T) print(text string) {
	_, file, line, _ := runtime.Caller(2)
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		file = file[i+1:]
	}
	fmt.Printf("%s:%d: %s\n", file, line, strings.TrimSuffix(text, "\n"))
}

func (t *T) Log(args ...any)                 { t.print(fmt.Sprintln(args...)) }
func (t *T) Logf(format string, args ...any) { t.print(fmt.Sprintf(format, args...)) }

func (t *T) Error(args ...any) {
	t.print(fmt.Sprintln(args...))
	t.failed = true
}

func (t *T) Errorf(format string, args ...any) {
	t.print(fmt.Sprintf(format, args...))
	t.failed = true
}

func (t *T) Fatal(args ...any) {
	t.print(fmt.Sprintln(args...))
	t.FailNow()
}

func (t *T) Fatalf(format string, args ...any) {
	t.print(fmt.Sprintf(format, args...))
	t.FailNow()
}

func (t *T) SkipNow() {
	t.skipped = true
	runtime.Goexit()
}

func (t *T) Skip(args ...any)                 { t.SkipNow() }
func (t *T) Skipf(format string, args ...any) { t.SkipNow() }
func (t *T) Skipped() bool                    { return t.skipped }

func (t *T) Cleanup(f func()) { t.cleanups = append(t.cleanups, f) }

func (t *T) TempDir() string {
	dir, err := os.MkdirTemp("", "test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func (t *T) Setenv(key, value string) {
	old, ok := os.LookupEnv(key)
	os.Setenv(key, value)
	t.Cleanup(func() {
		if ok {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

func (t *T) Chdir(dir string) {
	old, err := os.Getwd()
	if err == nil {
		err = os.Chdir(dir)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chdir(old) })
}

func (t *T) Context() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	t.cancel = cancel
	return ctx
}

func (t *T) Run(name string, f func(t *T)) bool {
	sub := &T{name: t.name + "/" + name}
	sub.run(f)
	t.failed = t.failed || sub.failed
	return !sub.failed
}

// run calls a test in a goroutine of its own, which it may end.
func (t *T) run(f func(t *T)) {
	done := make(chan any)
	go func() {
		returned := false
		defer func() {
			var p any
			if !returned {
				p = recover()
			}
			if t.cancel != nil {
				t.cancel()
			}
			for i := len(t.cleanups) - 1; i >= 0; i-- {
				t.cleanups[i]()
			}
			done <- p
		}()
		f(t)
		returned = true
	}()
	if p := <-done; p != nil {
		fmt.Printf("panic: %v\n", p)
		t.failed = true
	}
}

func Short() bool       { return true }
func Verbose() bool     { return false }
func Testing() bool     { return true }
func CoverMode() string { return "" }

// AllocsPerRun returns the average number of allocations of f.
func AllocsPerRun(runs int, f func()) (avg float64) {
	f()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		f()
	}
	runtime.ReadMemStats(&after)
	return float64((after.Mallocs - before.Mallocs) / uint64(runs))
}

// runTests runs the tests that the command line names.
func runTests(tests map[string]func(t *T)) {
	for _, name := range os.Args[1:] {
		t := &T{name: name}
		t.run(tests[name])
		if t.failed {
			fmt.Println("FAIL")
			os.Exit(1)
		}
	}
	fmt.Println("PASS")
}
