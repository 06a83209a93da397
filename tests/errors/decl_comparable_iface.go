// comparable is a constraint only; any and interface{} are the same type.
package main

var a comparable // ERROR `^cannot use type comparable outside a type constraint: interface is \(or embeds\) comparable`
var b interface{ comparable } // ERROR `^cannot use type interface\{comparable\} outside a type constraint: interface is \(or embeds\) comparable`
var c any = 1
var d interface{} = c
var e []any = []interface{}{}
var f func(any) = func(interface{}) {}

type T struct{ x comparable } // ERROR `^cannot use type comparable outside a type constraint: interface is \(or embeds\) comparable`

func main() {}
