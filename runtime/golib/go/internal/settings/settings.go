// Package settings knows the settings of the environment variable GODEBUG, "name=value" with commas in
// between. Changes that the program makes to the variable count (Go documentation, "Go, Backwards
// Compatibility, and GODEBUG").
package settings

import (
	"internal/atomic"
	"unsafe"
)

var (
	text     unsafe.Pointer // *string: the variable's value
	listener unsafe.Pointer // *func(string): is told of changes
)

// Value returns the value of a setting, "" if it is not set; the last one in the variable counts.
func Value(name string) string {
	p := (*string)(atomic.LoadPtr(&text))
	if p == nil {
		initial := fromEnvironment()
		p = &initial
		if !atomic.CasPtr(&text, nil, unsafe.Pointer(p)) {
			p = (*string)(atomic.LoadPtr(&text))
		}
	}
	return find(*p, name)
}

// Set is called when the variable has changed.
func Set(value string) {
	atomic.StorePtr(&text, unsafe.Pointer(&value))
	allowed := 0
	if find(value, "panicnil") == "1" {
		allowed = 1
	}
	setPanicNil(allowed)
	if f := (*func(string))(atomic.LoadPtr(&listener)); f != nil {
		(*f)(value)
	}
}

// Follow calls f with the variable's value, now and when it changes.
func Follow(f func(string)) {
	atomic.StorePtr(&listener, unsafe.Pointer(&f))
	if p := (*string)(atomic.LoadPtr(&text)); p != nil {
		f(*p)
	} else {
		f(fromEnvironment())
	}
}

func fromEnvironment() string {
	const prefix = "GODEBUG="
	var all []string
	environment(&all)
	for _, entry := range all {
		if len(entry) >= len(prefix) && entry[:len(prefix)] == prefix {
			return entry[len(prefix):]
		}
	}
	return ""
}

func find(settings, name string) string {
	end := len(settings)
	for i := end - 1; i >= -1; i-- {
		if i >= 0 && settings[i] != ',' {
			continue
		}
		setting := settings[i+1 : end]
		if len(setting) > len(name) && setting[len(name)] == '=' && setting[:len(name)] == name {
			return setting[len(name)+1:]
		}
		end = i
	}
	return ""
}
