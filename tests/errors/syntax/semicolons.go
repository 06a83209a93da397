// Semicolons and empty statements that are accepted.
package main

import ("fmt"; "os")

type T struct { a int; b string; }; var x = 1

func f() { ; ; if x := 1; x > 0 { }; for ;; { break }; switch ; { }; return; }

func main() { f(); fmt.Println(x); ; os.Exit(0) }
