package flag

import (
	"encoding"
	"errors"
	"fmt"
	"internal/abi"
	"internal/rtype"
	"strconv"
	"time"
)

// Value is the value of a flag.
type Value interface {
	String() string
	Set(string) error
}

// Getter is a Value that returns its contents. All values of this package are, but those of Func.
type Getter interface {
	Value
	Get() any
}

// boolFlag is a Value of a flag that may stand without a value.
type boolFlag interface {
	Value
	IsBoolFlag() bool
}

// named is a Value that says what UnquoteUsage calls it.
type named interface {
	valueName() string
}

var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

// numberError shortens the errors of strconv.
func numberError(err error) error {
	switch {
	case errors.Is(err, strconv.ErrSyntax):
		return errParse
	case errors.Is(err, strconv.ErrRange):
		return errRange
	}
	return err
}

// The values of the basic types: variables of named types with methods.
type (
	boolValue     bool
	intValue      int
	int64Value    int64
	uintValue     uint
	uint64Value   uint64
	float64Value  float64
	stringValue   string
	durationValue time.Duration
)

func (v *boolValue) Set(s string) error {
	b, err := strconv.ParseBool(s)
	if err != nil {
		err = errParse
	}
	*v = boolValue(b)
	return err
}

func (v *intValue) Set(s string) error {
	n, err := strconv.ParseInt(s, 0, strconv.IntSize)
	*v = intValue(n)
	return numberError(err)
}

func (v *int64Value) Set(s string) error {
	n, err := strconv.ParseInt(s, 0, 64)
	*v = int64Value(n)
	return numberError(err)
}

func (v *uintValue) Set(s string) error {
	n, err := strconv.ParseUint(s, 0, strconv.IntSize)
	*v = uintValue(n)
	return numberError(err)
}

func (v *uint64Value) Set(s string) error {
	n, err := strconv.ParseUint(s, 0, 64)
	*v = uint64Value(n)
	return numberError(err)
}

func (v *float64Value) Set(s string) error {
	f, err := strconv.ParseFloat(s, 64)
	*v = float64Value(f)
	return numberError(err)
}

func (v *stringValue) Set(s string) error {
	*v = stringValue(s)
	return nil
}

func (v *durationValue) Set(s string) error {
	d, err := time.ParseDuration(s)
	if err != nil {
		err = errParse
	}
	*v = durationValue(d)
	return err
}

func (v *boolValue) Get() any     { return bool(*v) }
func (v *intValue) Get() any      { return int(*v) }
func (v *int64Value) Get() any    { return int64(*v) }
func (v *uintValue) Get() any     { return uint(*v) }
func (v *uint64Value) Get() any   { return uint64(*v) }
func (v *float64Value) Get() any  { return float64(*v) }
func (v *stringValue) Get() any   { return string(*v) }
func (v *durationValue) Get() any { return time.Duration(*v) }

func (v *boolValue) String() string     { return strconv.FormatBool(bool(*v)) }
func (v *intValue) String() string      { return strconv.Itoa(int(*v)) }
func (v *int64Value) String() string    { return strconv.FormatInt(int64(*v), 10) }
func (v *uintValue) String() string     { return strconv.FormatUint(uint64(*v), 10) }
func (v *uint64Value) String() string   { return strconv.FormatUint(uint64(*v), 10) }
func (v *float64Value) String() string  { return strconv.FormatFloat(float64(*v), 'g', -1, 64) }
func (v *stringValue) String() string   { return string(*v) }
func (v *durationValue) String() string { return (*time.Duration)(v).String() }

func (v *boolValue) IsBoolFlag() bool { return true }

func (v *intValue) valueName() string      { return "int" }
func (v *int64Value) valueName() string    { return "int" }
func (v *uintValue) valueName() string     { return "uint" }
func (v *uint64Value) valueName() string   { return "uint" }
func (v *float64Value) valueName() string  { return "float" }
func (v *stringValue) valueName() string   { return "string" }
func (v *durationValue) valueName() string { return "duration" }

// textValue is a variable with a text form.
type textValue struct{ p encoding.TextUnmarshaler }

func newTextValue(value encoding.TextMarshaler, p encoding.TextUnmarshaler) textValue {
	if rtype.ValueOf(p).Kind() != abi.Pointer {
		panic("variable value type must be a pointer")
	}
	if have, want, ok := rtype.CopyTo(p, value); !ok {
		panic(fmt.Sprintf("default type does not match variable type: %v != %v", have, want))
	}
	return textValue{p}
}

func (v textValue) Set(s string) error { return v.p.UnmarshalText([]byte(s)) }
func (v textValue) Get() any           { return v.p }

func (v textValue) String() string {
	if m, ok := v.p.(encoding.TextMarshaler); ok {
		if b, err := m.MarshalText(); err == nil {
			return string(b)
		}
	}
	return ""
}

// funcValue is a function that is called with each value.
type funcValue func(string) error

func (f funcValue) Set(s string) error { return f(s) }
func (f funcValue) String() string     { return "" }

// boolFuncValue is a funcValue of a flag that may stand without a value.
type boolFuncValue func(string) error

func (f boolFuncValue) Set(s string) error { return f(s) }
func (f boolFuncValue) String() string     { return "" }
func (f boolFuncValue) IsBoolFlag() bool   { return true }
