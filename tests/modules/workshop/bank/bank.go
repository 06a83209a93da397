// Package bank keeps accounts; transfers are transactions that are undone when they fail or panic.
package bank

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
)

// Cents is an amount.
type Cents int64

func (c Cents) String() string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	return fmt.Sprintf("%s%d.%02d", sign, int64(c)/100, int64(c)%100)
}

// Account is an account.
type Account struct {
	mu      sync.Mutex
	owner   string
	balance Cents
	limit   Cents
	frozen  bool
}

// Bank has accounts by owner.
type Bank struct {
	accounts map[string]*Account
	log      []string
}

// The errors.
var (
	ErrFunds  = errors.New("insufficient funds")
	ErrFrozen = errors.New("account frozen")
	ErrOwner  = errors.New("no such account")
)

// Error tells which account refuses.
type Error struct {
	Owner string
	Err   error
}

func (e *Error) Error() string { return e.Owner + ": " + e.Err.Error() }

// Unwrap gives the reason.
func (e *Error) Unwrap() error { return e.Err }

// Is treats a missing account as any other error about its owner.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Owner == e.Owner && t.Err == nil
}

// New opens accounts.
func New(balances map[string]Cents) *Bank {
	b := &Bank{accounts: make(map[string]*Account)}
	for owner, amount := range balances {
		b.accounts[owner] = &Account{owner: owner, balance: amount}
	}
	return b
}

// Tx is a transaction.
type Tx struct {
	bank *Bank
	undo []func()
	name string
}

// Atomic runs a transaction. It is undone if body returns an error or panics; a panic goes on.
func (b *Bank) Atomic(name string, body func(*Tx) error) (err error) {
	tx := &Tx{bank: b, name: name}
	committed := false
	defer func() {
		status := "commit"
		if !committed {
			status = "rollback"
			for _, undo := range slices.Backward(tx.undo) {
				undo()
			}
		}
		b.log = append(b.log, fmt.Sprintf("%s %s (%d steps)", status, name, len(tx.undo)))
	}()
	if err = body(tx); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	committed = true
	return nil
}

func (tx *Tx) change(owner string, by Cents) error {
	a := tx.bank.accounts[owner]
	if a == nil {
		return &Error{owner, ErrOwner}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case a.frozen:
		return &Error{owner, ErrFrozen}
	case a.balance+by < -a.limit:
		return &Error{owner, fmt.Errorf("%w: %v of %v", ErrFunds, by, a.balance)}
	}
	a.balance += by
	tx.undo = append(tx.undo, func() { a.balance -= by })
	return nil
}

// Deposit adds to an account.
func (tx *Tx) Deposit(owner string, amount Cents) error { return tx.change(owner, +amount) }

// Withdraw takes from an account.
func (tx *Tx) Withdraw(owner string, amount Cents) error { return tx.change(owner, -amount) }

// Transfer moves money.
func (tx *Tx) Transfer(from, to string, amount Cents) error {
	if amount < 0 {
		panic(fmt.Errorf("negative transfer %v", amount))
	}
	return errors.Join(tx.Withdraw(from, amount), tx.Deposit(to, amount))
}

// Freeze stops an account for the time of a function.
func (b *Bank) Freeze(owner string, during func()) {
	a := b.accounts[owner]
	a.frozen = true
	defer func() { a.frozen = false }()
	during()
}

// Limit allows an overdraft.
func (b *Bank) Limit(owner string, limit Cents) { b.accounts[owner].limit = limit }

// Balances lists all accounts.
func (b *Bank) Balances() string {
	out := ""
	for _, owner := range slices.Sorted(maps.Keys(b.accounts)) {
		out += fmt.Sprintf("%s %v; ", owner, b.accounts[owner].balance)
	}
	return out
}

// Log is what happened.
func (b *Bank) Log() []string { return b.log }

// Total is all money.
func (b *Bank) Total() (sum Cents) {
	for _, a := range b.accounts {
		sum += a.balance
	}
	return
}
