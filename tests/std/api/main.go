// Command api compares the exported API of the embedded packages with that of gc's packages of the same name.
//
//	go run tests/std/api <folder of embedded packages> <list of packages> <known differences>
//
// Every exported function, type, method, field, constant and variable is a line of text, without the names of parameters.
// A line that only one side has is a difference. The known differences are a file that may only shrink: a difference that is
// not in it fails, and so does a line of it that is none any more. With -update the file is written anew.
package main

import (
	"flag"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

func main() {
	update := flag.Bool("update", false, "write the file of known differences")
	flag.Parse()
	if flag.NArg() != 3 {
		fmt.Fprintln(os.Stderr, "usage: api [-update] folder packages known")
		os.Exit(2)
	}
	fset := token.NewFileSet()
	gc := importer.ForCompiler(fset, "source", nil)
	own := &embedded{dir: flag.Arg(0), fset: fset, done: map[string]*types.Package{"unsafe": types.Unsafe}}
	var have []string
	for _, path := range lines(flag.Arg(1)) {
		have = append(have, compare(path, gc, own)...)
	}
	if *update {
		text := strings.Join(have, "\n") + "\n"
		if err := os.WriteFile(flag.Arg(2), []byte(text), 0o666); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(len(have), "differences")
		return
	}
	known := lines(flag.Arg(2))
	bad := without(have, known)
	for _, line := range bad {
		fmt.Println("new difference:", line)
	}
	gone := without(known, have)
	for _, line := range gone {
		fmt.Println("no difference any more, remove it from the list:", line)
	}
	fmt.Println(len(have), "differences,", len(bad), "of them new")
	if len(bad)+len(gone) > 0 {
		os.Exit(1)
	}
}

// compare returns the lines that only one side has, marked - (gc's) and + (ours).
func compare(path string, gc types.Importer, own *embedded) []string {
	want, err := gc.Import(path)
	if err != nil {
		return []string{fmt.Sprintf("%s: gc: %v", path, err)}
	}
	a := describe(want)
	var b []string
	have, err := own.Import(path)
	if err != nil {
		return []string{fmt.Sprintf("%s: there is no such package", path)}
	}
	b = describe(have)
	var out []string
	for _, line := range without(a, b) {
		out = append(out, "- "+path+": "+line)
	}
	for _, line := range without(b, a) {
		out = append(out, "+ "+path+": "+line)
	}
	return out
}

// without returns the elements of a that are not in b.
func without(a, b []string) []string {
	in := map[string]bool{}
	for _, s := range b {
		in[s] = true
	}
	var out []string
	for _, s := range a {
		if !in[s] {
			out = append(out, s)
		}
	}
	return out
}

func lines(file string) []string {
	text, err := os.ReadFile(file)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	var out []string
	for _, line := range strings.Split(string(text), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// embedded imports packages from the sources of a folder; bodies are not looked at.
type embedded struct {
	dir  string
	fset *token.FileSet
	done map[string]*types.Package
}

func (e *embedded) Import(path string) (*types.Package, error) {
	if pkg := e.done[path]; pkg != nil {
		return pkg, nil
	}
	names, _ := filepath.Glob(filepath.Join(e.dir, path, "*.go"))
	if len(names) == 0 {
		return nil, fmt.Errorf("no package %s", path)
	}
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(e.fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	conf := types.Config{Importer: e, IgnoreFuncBodies: true, Error: func(err error) {
		// What is imported for bodies only counts as unused here.
		if !strings.Contains(err.Error(), "imported and not used") {
			fmt.Println(err)
		}
	}}
	pkg, _ := conf.Check(path, e.fset, files, nil)
	e.done[path] = pkg
	return pkg, nil
}

// describe lists what a package exports.
func describe(pkg *types.Package) []string {
	var out []string
	for _, name := range pkg.Scope().Names() {
		obj := pkg.Scope().Lookup(name)
		if !obj.Exported() {
			continue
		}
		switch obj := obj.(type) {
		case *types.Const:
			out = append(out, fmt.Sprintf("const %s %s = %s", name, text(obj.Type()), obj.Val().ExactString()))
		case *types.Var:
			out = append(out, fmt.Sprintf("var %s %s", name, text(obj.Type())))
		case *types.Func:
			out = append(out, "func "+name+strings.TrimPrefix(text(obj.Type()), "func"))
		case *types.TypeName:
			out = append(out, describeType(obj)...)
		}
	}
	sort.Strings(out)
	return out
}

func describeType(obj *types.TypeName) []string {
	name := obj.Name()
	if obj.IsAlias() {
		return []string{fmt.Sprintf("type %s = %s", name, text(types.Unalias(obj.Type())))}
	}
	named := obj.Type().(*types.Named)
	params := typeParams(named.TypeParams())
	var out []string
	switch under := named.Underlying().(type) {
	case *types.Struct:
		out = append(out, fmt.Sprintf("type %s%s struct", name, params))
		for i := range under.NumFields() {
			if f := under.Field(i); f.Exported() {
				out = append(out, fmt.Sprintf("field %s.%s %s%s", name, f.Name(), text(f.Type()), embeddedMark(f)))
			}
		}
	default:
		out = append(out, fmt.Sprintf("type %s%s %s", name, params, text(under)))
	}
	if types.IsInterface(named) {
		return out
	}
	values := types.NewMethodSet(named)
	pointers := types.NewMethodSet(types.NewPointer(named))
	for i := range pointers.Len() {
		m := pointers.At(i).Obj()
		if !m.Exported() {
			continue
		}
		star := "*"
		if values.Lookup(m.Pkg(), m.Name()) != nil {
			star = ""
		}
		out = append(out, fmt.Sprintf("method (%s%s).%s%s", star, name, m.Name(), strings.TrimPrefix(text(m.Type()), "func")))
	}
	return out
}

func embeddedMark(f *types.Var) string {
	if f.Embedded() {
		return " (embedded)"
	}
	return ""
}

// text writes a type without the names of parameters; type parameters are numbered.
func text(t types.Type) string {
	switch t := t.(type) {
	case *types.Basic:
		// byte and uint8, rune and int32 are the same types.
		return types.Typ[min(int(t.Kind()), len(types.Typ)-1)].String()
	case *types.Alias:
		return text(types.Unalias(t))
	case *types.Pointer:
		return "*" + text(t.Elem())
	case *types.Slice:
		return "[]" + text(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), text(t.Elem()))
	case *types.Map:
		return "map[" + text(t.Key()) + "]" + text(t.Elem())
	case *types.Chan:
		return [...]string{"chan ", "chan<- ", "<-chan "}[t.Dir()] + text(t.Elem())
	case *types.TypeParam:
		return fmt.Sprintf("$%d", t.Index())
	case *types.Named:
		return namedText(t)
	case *types.Signature:
		return signature(t)
	case *types.Interface:
		return interfaceText(t)
	case *types.Union:
		var terms []string
		for i := range t.Len() {
			tilde := ""
			if t.Term(i).Tilde() {
				tilde = "~"
			}
			terms = append(terms, tilde+text(t.Term(i).Type()))
		}
		return strings.Join(terms, "|")
	case *types.Struct:
		var fields []string
		for i := range t.NumFields() {
			fields = append(fields, t.Field(i).Name()+" "+text(t.Field(i).Type()))
		}
		return "struct{" + strings.Join(fields, "; ") + "}"
	}
	return t.String()
}

func namedText(t *types.Named) string {
	name := t.Obj().Name()
	if pkg := t.Obj().Pkg(); pkg != nil {
		name = pkg.Path() + "." + name
	}
	if t.TypeArgs().Len() == 0 {
		return name
	}
	var args []string
	for i := range t.TypeArgs().Len() {
		args = append(args, text(t.TypeArgs().At(i)))
	}
	return name + "[" + strings.Join(args, ", ") + "]"
}

func signature(t *types.Signature) string {
	return "func" + typeParams(t.TypeParams()) + "(" + tuple(t.Params(), t.Variadic()) + ") (" + tuple(t.Results(), false) + ")"
}

func tuple(t *types.Tuple, variadic bool) string {
	var out []string
	for i := range t.Len() {
		if s, ok := t.At(i).Type().(*types.Slice); ok && variadic && i == t.Len()-1 {
			out = append(out, "..."+text(s.Elem()))
		} else {
			out = append(out, text(t.At(i).Type()))
		}
	}
	return strings.Join(out, ", ")
}

func typeParams(list *types.TypeParamList) string {
	if list.Len() == 0 {
		return ""
	}
	var out []string
	for i := range list.Len() {
		out = append(out, text(list.At(i).Constraint()))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func interfaceText(t *types.Interface) string {
	var parts []string
	for i := range t.NumMethods() {
		m := t.Method(i)
		parts = append(parts, m.Name()+strings.TrimPrefix(text(m.Type()), "func"))
	}
	for i := range t.NumEmbeddeds() {
		if e := t.EmbeddedType(i); !isMethodsOnly(e) {
			parts = append(parts, text(e))
		}
	}
	sort.Strings(parts)
	return "interface{" + strings.Join(parts, "; ") + "}"
}

// isMethodsOnly reports whether the methods of an interface, listed apart, say all about t.
func isMethodsOnly(t types.Type) bool {
	under, ok := t.Underlying().(*types.Interface)
	return ok && under.IsMethodSet()
}
