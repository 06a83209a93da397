// Package flag parses the flags of a command line: -flag, -flag=value and, unless the flag is boolean,
// -flag value; two minuses are the same as one. The flags end before the first other argument or after
// "--".
package flag

import (
	"errors"
	"fmt"
	"internal/rtype"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
)

// ErrHelp is the error for -help and -h where there is no such flag.
var ErrHelp = errors.New("flag: help requested")

// ErrorHandling says what Parse does with an error.
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota // return it
	ExitOnError                          // os.Exit(2), for -help os.Exit(0)
	PanicOnError                         // panic with it
)

// A Flag is a flag of a set.
type Flag struct {
	Name     string
	Usage    string // for the help message
	Value    Value
	DefValue string // text of the default value
}

// A FlagSet is a set of flags.
type FlagSet struct {
	// Usage is called after an error, and for help.
	Usage func()

	name          string
	parsed        bool
	actual        map[string]*Flag  // that are set
	formal        map[string]*Flag  // that are defined
	undef         map[string]string // where flags were set that are not defined
	args          []string          // behind the flags
	errorHandling ErrorHandling
	output        io.Writer // nil stands for os.Stderr
}

// NewFlagSet returns an empty set.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, errorHandling: errorHandling}
	f.Usage = f.defaultUsage
	return f
}

// Init sets name and error handling.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name, f.errorHandling = name, errorHandling
}

// Name returns the name of the set.
func (f *FlagSet) Name() string { return f.name }

// ErrorHandling returns what Parse does with an error.
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.errorHandling }

// Output returns where messages go to.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

// SetOutput sets where messages go to; nil stands for os.Stderr.
func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

// visit calls fn for flags in order of their names.
func visit(flags map[string]*Flag, fn func(*Flag)) {
	list := make([]*Flag, 0, len(flags))
	for _, flag := range flags {
		list = append(list, flag)
	}
	slices.SortFunc(list, func(a, b *Flag) int { return strings.Compare(a.Name, b.Name) })
	for _, flag := range list {
		fn(flag)
	}
}

// VisitAll calls fn for all flags in order of their names.
func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.formal, fn) }

// Visit calls fn for the flags that are set, in order of their names.
func (f *FlagSet) Visit(fn func(*Flag)) { visit(f.actual, fn) }

// Lookup returns the flag with a name, nil if there is none.
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

// NFlag returns the number of flags that are set.
func (f *FlagSet) NFlag() int { return len(f.actual) }

// Arg returns argument i behind the flags, "" if there is none.
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// NArg returns the number of arguments behind the flags.
func (f *FlagSet) NArg() int { return len(f.args) }

// Args returns the arguments behind the flags.
func (f *FlagSet) Args() []string { return f.args }

// Parsed reports whether Parse was called.
func (f *FlagSet) Parsed() bool { return f.parsed }

// Set sets a flag.
func (f *FlagSet) Set(name, value string) error { return f.set(name, value) }

// set is called by the functions that a program calls, whose position it takes.
func (f *FlagSet) set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		// Should the flag be defined later, it was set too early.
		_, file, line, ok := runtime.Caller(2)
		if !ok {
			file, line = "?", 0
		}
		if f.undef == nil {
			f.undef = map[string]string{}
		}
		f.undef[name] = fmt.Sprintf("%s:%d", file, line)
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.mark(flag)
	return nil
}

func (f *FlagSet) mark(flag *Flag) {
	if f.actual == nil {
		f.actual = make(map[string]*Flag)
	}
	f.actual[flag.Name] = flag
}

// Var defines a flag with a value of any type.
func (f *FlagSet) Var(value Value, name string, usage string) {
	switch {
	case strings.HasPrefix(name, "-"):
		panic(f.message("flag %q begins with -", name))
	case strings.Contains(name, "="):
		panic(f.message("flag %q contains =", name))
	}
	flag := &Flag{name, usage, value, value.String()}
	if f.formal[name] != nil {
		if f.name == "" {
			panic(f.message("flag redefined: %s", name))
		}
		panic(f.message("%s flag redefined: %s", f.name, name))
	}
	if at := f.undef[name]; at != "" {
		panic(fmt.Sprintf("flag %s set at %s before being defined", name, at))
	}
	if f.formal == nil {
		f.formal = make(map[string]*Flag)
	}
	f.formal[name] = flag
}

// message prints a message and returns it.
func (f *FlagSet) message(format string, a ...any) string {
	text := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), text)
	return text
}

// fail prints a message and the usage and returns the message as an error.
func (f *FlagSet) fail(format string, a ...any) error {
	text := f.message(format, a...)
	f.usage()
	return errors.New(text)
}

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.defaultUsage()
	} else {
		f.Usage()
	}
}

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// Parse parses the flags of arguments, which do not have the command's name. Without errors it returns
// nil, else it does what ErrorHandling says.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		more, err := f.next()
		if more {
			continue
		}
		if err == nil {
			return nil
		}
		switch f.errorHandling {
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
		return err
	}
}

// next parses a flag and reports whether there was one.
func (f *FlagSet) next() (more bool, err error) {
	if len(f.args) == 0 {
		return false, nil
	}
	arg := f.args[0]
	if len(arg) < 2 || arg[0] != '-' {
		return false, nil
	}
	name := arg[1:]
	if name[0] == '-' {
		if name = name[1:]; name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name == "" || name[0] == '-' || name[0] == '=' {
		return false, f.fail("bad flag syntax: %s", arg)
	}
	f.args = f.args[1:]
	name, value, hasValue := strings.Cut(name, "=")
	flag := f.formal[name]
	if flag == nil {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.fail("flag provided but not defined: -%s", name)
	}
	if b, ok := flag.Value.(boolFlag); ok && b.IsBoolFlag() {
		if !hasValue {
			value = "true"
		}
		if err := b.Set(value); err != nil {
			if hasValue {
				return false, f.fail("invalid boolean value %q for -%s: %v", value, name, err)
			}
			return false, f.fail("invalid boolean flag %s: %v", name, err)
		}
	} else {
		if !hasValue {
			if len(f.args) == 0 {
				return false, f.fail("flag needs an argument: -%s", name)
			}
			value, f.args = f.args[0], f.args[1:]
		}
		if err := flag.Value.Set(value); err != nil {
			return false, f.fail("invalid value %q for flag -%s: %v", value, name, err)
		}
	}
	f.mark(flag)
	return true, nil
}

// UnquoteUsage returns the name of a flag's value, which stands in back quotes in the usage or else
// follows from the type, and the usage without the quotes.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	if before, rest, ok := strings.Cut(flag.Usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	switch v := flag.Value.(type) {
	case named:
		return v.valueName(), flag.Usage
	case boolFlag:
		if v.IsBoolFlag() {
			return "", flag.Usage
		}
	}
	return "value", flag.Usage
}

// isZero reports whether a text is that of the zero value of a flag's type.
func isZero(flag *Flag, text string) (ok bool, err error) {
	zero := rtype.ZeroLike(flag.Value)
	defer func() {
		if p := recover(); p != nil {
			typ := strings.TrimPrefix(fmt.Sprintf("%T", flag.Value), "*")
			err = fmt.Errorf("panic calling String method on zero %v for flag %s: %v", typ, flag.Name, p)
		}
	}()
	return text == zero.(Value).String(), nil
}

// PrintDefaults prints usage and default of all flags.
func (f *FlagSet) PrintDefaults() {
	var failed []error
	f.VisitAll(func(flag *Flag) {
		line := "  -" + flag.Name
		name, usage := UnquoteUsage(flag)
		if name != "" {
			line += " " + name
		}
		if len(line) <= 4 {
			line += "\t" // a flag of one letter has room for its usage
		} else {
			line += "\n    \t"
		}
		line += strings.ReplaceAll(usage, "\n", "\n    \t")
		if zero, err := isZero(flag, flag.DefValue); err != nil {
			failed = append(failed, err)
		} else if !zero {
			if _, ok := flag.Value.(*stringValue); ok {
				line += fmt.Sprintf(" (default %q)", flag.DefValue)
			} else {
				line += " (default " + flag.DefValue + ")"
			}
		}
		fmt.Fprint(f.Output(), line, "\n")
	})
	if len(failed) > 0 {
		fmt.Fprintln(f.Output())
		for _, err := range failed {
			fmt.Fprintln(f.Output(), err)
		}
	}
}
