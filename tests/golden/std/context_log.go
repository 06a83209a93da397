package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"time"
)

type key struct{}
type k2 string

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	v := context.WithValue(ctx, key{}, 5)
	v2 := context.WithValue(v, k2("x"), "y")
	fmt.Println(v2.Value(key{}), v2.Value(k2("x")), v2.Value(3), v2, ctx)
	t, c2 := context.WithTimeout(v2, time.Hour)
	defer c2()
	after := make(chan string)
	stop := context.AfterFunc(t, func() { after <- "after" })
	cancel(errors.New("why"))
	<-t.Done()
	fmt.Println(t.Err(), context.Cause(t), context.Cause(ctx))
	fmt.Println(<-after)
	fmt.Println(stop())
	w := context.WithoutCancel(t)
	fmt.Println(w.Err(), w.Value(key{}), w.Done() == nil)
	d, c3 := context.WithTimeoutCause(context.Background(), 5*time.Millisecond, errors.New("slow"))
	<-d.Done()
	fmt.Println(d.Err(), context.Cause(d), errors.Is(d.Err(), context.DeadlineExceeded))
	c3()
	l := log.New(os.Stdout, "p: ", log.Lshortfile|log.Lmsgprefix)
	l.Print("a", 1, 2, "b")
	l.Printf("%d", 5)
	l.Println("x", 3)
	l.SetFlags(0)
	l.Output(1, "q\n")
	log.SetOutput(os.Stdout)
	log.SetFlags(log.Llongfile)
	log.SetPrefix("z")
	log.SetFlags(log.Lshortfile)
	log.Println("std", 4)
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		log.Panicf("boom %d", 3)
	}()
	log.Fatalln("bye")
}
