// Command differential writes a Go program that calls the exported functions of embedded packages, and methods of some types,
// with random and edge inputs. Built by gc and by mini-go it must print the same.
//
//	go run tests/std/differential/main.go >program.go
//	program <seed> <calls of each function>             one hash for each hundred calls
//	program <seed> <calls of each function> <function>  every call of that function
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"go/importer"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// packages are those whose functions are called.
var packages = []string{
	"bytes", "errors", "fmt", "html", "math", "math/bits", "math/cmplx", "path", "path/filepath", "sort", "strconv", "strings",
	"time", "unicode", "unicode/utf16", "unicode/utf8",
}

// receivers are the types whose methods are called.
var receivers = map[string]bool{"time.Time": true, "time.Duration": true, "time.Month": true, "time.Weekday": true}

// skipped are functions whose results depend on something else, or that do not return.
var skipped = map[string]bool{
	"time.Now": true, "time.Since": true, "time.Until": true, "time.Sleep": true, "time.Tick": true, "time.After": true,
	"path/filepath.Abs": true, "path/filepath.EvalSymlinks": true, "path/filepath.Glob": true,
	"time.Time.Local": true, "time.LoadLocation": true,
	"fmt.Print": true, "fmt.Printf": true, "fmt.Println": true, "fmt.Scan": true, "fmt.Scanln": true, "fmt.Scanf": true,
	"fmt.Sscan": true, "fmt.Sscanf": true, "fmt.Sscanln": true, // their operands must be pointers
}

func main() {
	template, err := os.ReadFile(filepath.Join("tests", "std", "differential", "inputs.txt"))
	check(err)
	var body bytes.Buffer
	imports := map[string]bool{}
	gc := importer.ForCompiler(token.NewFileSet(), "source", nil)
	for _, path := range packages {
		if path == "html" {
			continue
		}
		pkg, err := gc.Import(path)
		check(err)
		scope := pkg.Scope()
		for _, name := range scope.Names() {
			switch obj := scope.Lookup(name).(type) {
			case *types.Func:
				call(&body, imports, path, pkg.Name()+"."+name, obj, nil)
			case *types.TypeName:
				named, ok := obj.Type().(*types.Named)
				if !ok || !receivers[path+"."+name] {
					continue
				}
				for i := range named.NumMethods() {
					call(&body, imports, path, name+"."+named.Method(i).Name(), named.Method(i), named)
				}
			}
		}
	}
	var out bytes.Buffer
	out.WriteString("package main\n\nimport (\n")
	for _, path := range []string{"fmt", "math", "os", "slices", "sort", "strconv", "time", "unicode/utf8"} {
		imports[path] = true
	}
	var list []string
	for path := range imports {
		list = append(list, path)
	}
	sort.Strings(list)
	for _, path := range list {
		fmt.Fprintf(&out, "\t%q\n", path)
	}
	out.WriteString(")\n\nvar functions = []function{\n")
	out.Write(body.Bytes())
	out.WriteString("}\n\n")
	out.Write(template)
	text, err := format.Source(out.Bytes())
	check(err)
	os.Stdout.Write(text)
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "differential:", err)
		os.Exit(1)
	}
}

// call writes the entry of a function, if inputs can be made for it.
func call(out *bytes.Buffer, imports map[string]bool, path, name string, f *types.Func, recv *types.Named) {
	sig := f.Signature()
	full := path + "." + f.Name()
	if recv != nil {
		full = path + "." + name
	}
	if !f.Exported() || skipped[full] || sig.TypeParams().Len() > 0 || sig.Results().Len() == 0 {
		return
	}
	var makes, args []string
	if recv != nil {
		if _, pointer := sig.Recv().Type().(*types.Pointer); pointer {
			return
		}
		makes = append(makes, "x := r."+input(path, "", recv))
	}
	for i := range sig.Params().Len() {
		p := sig.Params().At(i)
		in := input(path, p.Name(), p.Type())
		if in == "" {
			return
		}
		arg := fmt.Sprintf("a%d", i)
		makes = append(makes, arg+" := r."+in)
		if sig.Variadic() && i == sig.Params().Len()-1 {
			arg += "..."
		}
		args = append(args, arg)
	}
	shown := []string{}
	for i := range sig.Results().Len() {
		switch sig.Results().At(i).Type().Underlying().(type) {
		case *types.Signature, *types.Pointer: // addresses and unexported fields differ
			return
		}
		shown = append(shown, fmt.Sprintf("v%d", i))
	}
	function := name
	inputs := make([]string, 0, len(args)+1)
	if recv != nil {
		function = "x." + f.Name()
		inputs = append(inputs, "x")
	} else {
		imports[path] = true
	}
	for _, a := range args {
		if a = strings.TrimSuffix(a, "..."); !isFunc(sig, a) {
			inputs = append(inputs, a)
		}
	}
	fmt.Fprintf(out, "\t{%q, func(r *random) (string, func() string) {\n\t\t%s\n\t\treturn show(%s), func() string {\n\t\t\t%s := %s(%s)\n\t\t\treturn show(%s)\n\t\t}\n\t}},\n",
		full, strings.Join(makes, "\n\t\t"), strings.Join(inputs, ", "), strings.Join(shown, ", "), function,
		strings.Join(args, ", "), strings.Join(shown, ", "))
}

func isFunc(sig *types.Signature, arg string) bool {
	var i int
	fmt.Sscanf(arg, "a%d", &i)
	_, ok := sig.Params().At(i).Type().Underlying().(*types.Signature)
	return ok
}

// input returns the call that makes an input for a parameter, "" if there is none.
func input(path, name string, t types.Type) string {
	switch t.String() {
	case "string":
		switch {
		case name == "layout":
			return "layout()"
		case name == "format" && path == "fmt":
			return "format()"
		case path == "strconv":
			return "number()"
		case path == "time" && name == "value":
			return "timeText()"
		case path == "time":
			return "duration()"
		case strings.HasPrefix(path, "path"):
			return "path()"
		}
		return "text()"
	case "[]byte":
		return "bytes()"
	case "[][]byte":
		return "byteSlices()"
	case "[]string":
		return "texts()"
	case "[]rune":
		return "runes()"
	case "[]uint16":
		return "words()"
	case "[]int":
		return "ints()"
	case "[]float64":
		return "floats()"
	case "[]any":
		return "values()"
	case "any":
		return "value()"
	case "rune":
		return "rune()"
	case "byte":
		if name == "fmt" {
			return "verb()"
		}
		return "byte()"
	case "bool":
		return "bool()"
	case "float64":
		return "float()"
	case "float32":
		return "float32()"
	case "complex128":
		return "complex()"
	case "int":
		switch {
		case name == "base":
			return "base()"
		case name == "bitSize":
			return "bitSize()"
		case path == "math/bits" || path == "strconv" && name == "i":
			return "int()"
		}
		return "small()"
	case "int64":
		return "int64()"
	case "uint":
		if name == "carry" || name == "borrow" {
			return "uint() & 1"
		}
		return "uint()"
	case "uint8":
		return "uint8()"
	case "uint16":
		return "uint16()"
	case "uint32":
		if name == "carry" || name == "borrow" {
			return "uint32() & 1"
		}
		return "uint32()"
	case "uint64":
		if name == "carry" || name == "borrow" {
			return "uint64() & 1"
		}
		return "uint64()"
	case "func(rune) bool", "func(r rune) bool":
		return "predicate()"
	case "func(rune) rune", "func(r rune) rune":
		return "mapping()"
	case "error":
		return "error()"
	case "time.Time":
		return "time()"
	case "time.Duration":
		return "timeDuration()"
	case "time.Month":
		return "month()"
	case "time.Weekday":
		return "weekday()"
	case "*time.Location":
		return "location()"
	}
	return ""
}
