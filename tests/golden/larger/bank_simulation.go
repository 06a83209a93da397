// Accounts under mutexes, transfers by goroutines without deadlock, invariants checked at the end.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type Account struct {
	id      int
	mu      sync.Mutex
	balance int
	log     []Entry
}

type Entry struct {
	from, to, amount int
	err              error
}

type Bank struct {
	accounts []*Account
	mu       sync.Mutex
	failed   map[string]int
}

var (
	ErrSame  = errors.New("same account")
	ErrLimit = errors.New("over the limit")
)

type FundsError struct{ need, have int }

func (e FundsError) Error() string { return fmt.Sprintf("need %d, have %d", e.need, e.have) }

func NewBank(balances ...int) *Bank {
	b := &Bank{failed: map[string]int{}}
	for i, n := range balances {
		b.accounts = append(b.accounts, &Account{id: i, balance: n})
	}
	return b
}

func (b *Bank) Transfer(from, to, amount int) (err error) {
	defer func() {
		if err != nil {
			b.mu.Lock()
			defer b.mu.Unlock()
			var fe FundsError
			switch {
			case errors.As(err, &fe):
				b.failed["funds"]++
			case errors.Is(err, ErrSame):
				b.failed["same"]++
			default:
				b.failed["other"]++
			}
			err = fmt.Errorf("transfer %d->%d: %w", from, to, err)
		}
	}()
	if from == to {
		return ErrSame
	}
	if amount > 1000 {
		return ErrLimit
	}
	x, y := b.accounts[from], b.accounts[to]
	first, second := x, y
	if first.id > second.id {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	if x.balance < amount {
		return FundsError{amount, x.balance}
	}
	x.balance -= amount
	y.balance += amount
	x.log = append(x.log, Entry{from, to, amount, nil})
	return nil
}

func (b *Bank) Total() (sum int) {
	for _, a := range b.accounts {
		func() {
			a.mu.Lock()
			defer a.mu.Unlock()
			sum += a.balance
		}()
	}
	return
}

func main() {
	b := NewBank(100, 50, 0)
	fmt.Println(b.Transfer(0, 1, 30), b.Transfer(2, 0, 1), b.Transfer(1, 1, 5), b.Transfer(0, 1, 5000))
	fmt.Println(b.Total(), b.failed, b.accounts[0].balance, b.accounts[1].balance)

	big := NewBank()
	for i := range 10 {
		big.accounts = append(big.accounts, &Account{id: i, balance: 1000})
	}
	var wg sync.WaitGroup
	counts := make(chan [2]int, 8)
	for w := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			seed := uint32(w + 1)
			var n [2]int
			for range 400 {
				seed = seed*1103515245 + 12345
				from, to, amount := int(seed>>8%10), int(seed>>16%10), int(seed>>20%300)
				if err := big.Transfer(from, to, amount); err != nil {
					n[1]++
				} else {
					n[0]++
				}
			}
			counts <- n
		}()
	}
	wg.Wait()
	close(counts)
	ok, bad := 0, 0
	for n := range counts {
		ok, bad = ok+n[0], bad+n[1]
	}
	logged, negative := 0, false
	for _, a := range big.accounts {
		logged += len(a.log)
		negative = negative || a.balance < 0
	}
	sumFailed := 0
	for _, n := range big.failed {
		sumFailed += n
	}
	fmt.Println(big.Total(), ok+bad, logged == ok, sumFailed == bad, negative)
}
