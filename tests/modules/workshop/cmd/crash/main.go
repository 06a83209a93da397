// Command crash ends with a panic that no one recovers, through several packages.
package main

import (
	"fmt"

	"example.org/workshop/bank"
	"example.org/workshop/internal/report"
	"example.org/workshop/matrix"
)

func main() {
	b := bank.New(map[string]bank.Cents{"ann": 1})
	defer func() {
		fmt.Println(b.Log(), b.Balances())
		fmt.Println(report.Panics(func() { matrix.Of[float64](nil, []float64{1}) }))
	}()
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Errorf("again: %v", r))
		}
	}()
	b.Atomic("crash", func(tx *bank.Tx) error {
		return tx.Transfer("ann", "bob", -1)
	})
}
