// Wrong numbers and types of returned values.
package main

import "errors"

func a() int             { return "s" } // ERROR `^cannot use "s" \(untyped string constant\) as int value in return statement$`
func b() int             { return 1, 2 } // ERROR `^too many return values\n\thave \(number, number\)\n\twant \(int\)$`
func c() (int, string)   { return 1 } // ERROR `^not enough return values\n\thave \(number\)\n\twant \(int, string\)$`
func d()                 { return 1 } // ERROR `^too many return values\n\thave \(number\)\n\twant \(\)$`
func e() (int, error)    { return } // ERROR `^not enough return values\n\thave \(\)\n\twant \(int, error\)$`
func f() (n int, s string) { return "x", 1 } // ERROR `^cannot use "x" \(untyped string constant\) as int value in return statement$` `^cannot use 1 \(untyped int constant\) as string value in return statement$`
func g() (int, error)    { return errors.New("x") } // ERROR `^not enough return values\n\thave \(error\)\n\twant \(int, error\)$`
func h() (int, string)   { return c(), 1 } // ERROR `^multiple-value c\(\) \(value of type \(int, string\)\) in single-value context$` `^cannot use 1 \(untyped int constant\) as string value in return statement$`
func i() (int, int)      { return c() } // ERROR `^cannot use 2nd function result \(value of type string\) as int value in return statement$`
func j() (int, int, int) { return c() } // ERROR `^not enough return values\n\thave \(int, string\)\n\twant \(int, int, int\)$`
func k() (x int) {
	{
		x := 1 // ERROR `^declared and not used: x$`
		return // ERROR `^result parameter x not in scope at return\n\t\./return_mismatch\.go:18:3: inner declaration of var x int$`
	}
}
func l() *int { return nil }
func m() int  { return nil } // ERROR `^cannot use nil as int value in return statement$`
func n() (a, b int) { return a } // ERROR `^not enough return values\n\thave \(int\)\n\twant \(int, int\)$`

func main() {}
