// Command gotests runs gc's own tests of the embedded packages through mini-go: it makes one program of the external tests of
// a package and a stand-in for package testing, builds it with gc and with mini-go, and runs each test function in both.
// Nothing of gc's sources is kept.
//
//	go run tests/std/gotests <mini-go> <expectations> [package…]
//
// Tests count if they need nothing but exported names of embedded packages and pass with gc and the stand-in. If the first
// package is one that comes from the Go installation, tests may use such packages, too. The file of
// expectations has the tests that may fail, with reasons, and is read as lines "package Test… reason".
package main

import (
	"bytes"
	"context"
	"fmt"
	"go/ast"
	"go/build"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"
)

// limit is the longest that a test may take.
const limit = 60 * time.Second

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: gotests mini-go expectations [package…]")
		os.Exit(2)
	}
	own, err := filepath.Abs(os.Args[1])
	check(err)
	expected := readExpected(os.Args[2])
	dir, err := os.MkdirTemp("", "gotests")
	check(err)
	failed := false
	for _, path := range os.Args[3:] {
		failed = run(path, own, dir, expected) || failed
	}
	os.RemoveAll(dir)
	if failed {
		os.Exit(1)
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "gotests:", err)
		os.Exit(1)
	}
}

func readExpected(file string) map[string]bool {
	text, err := os.ReadFile(file)
	check(err)
	out := map[string]bool{}
	for _, line := range strings.Split(string(text), "\n") {
		if f := strings.Fields(line); len(f) >= 2 && f[0] != "#" {
			out[f[0]+" "+f[1]] = true
		}
	}
	return out
}

// run runs the tests of a package and reports whether one failed that is not expected to.
func run(path, own, tmp string, expected map[string]bool) bool {
	p := load(path)
	dir := filepath.Join(tmp, strings.ReplaceAll(path, "/", "_"))
	tests := p.write(dir)
	gc, mine := filepath.Join(dir, "gc"), filepath.Join(dir, "mini-go")
	if out, err := command(dir, "go", "build", "-o", gc, ".").CombinedOutput(); err != nil {
		fmt.Printf("%s: gc cannot build the tests: %v\n%s", path, err, out)
		return true
	}
	if out, err := command(dir, own, "build", "-o", mine, ".").CombinedOutput(); err != nil {
		fmt.Printf("%s: mini-go cannot build the tests: %v\n%s", path, err, out)
		return true
	}
	passed, counted, bad := 0, 0, false
	for _, name := range tests {
		if _, ok := runTest(p.dir, gc, name); !ok {
			continue
		}
		counted++
		out, ok := runTest(p.dir, mine, name)
		switch {
		case ok:
			passed++
			if expected[path+" "+name] {
				fmt.Printf("%s: %s passes, remove it from the list\n", path, name)
				bad = true
			}
		case !expected[path+" "+name]:
			fmt.Printf("%s: %s fails\n%s", path, name, head(out))
			bad = true
		}
	}
	fmt.Printf("%s: %d of %d tests pass (%d test functions in all)\n", path, passed, counted, p.total)
	return bad
}

func head(out []byte) string {
	lines := strings.SplitAfter(string(out), "\n")
	if len(lines) > 12 {
		lines = append(lines[:12], "…\n")
	}
	return "\t" + strings.TrimSuffix(strings.Join(lines, "\t"), "\t")
}

func command(dir, name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "GO111MODULE=on", "GOWORK=off", "GOFLAGS=")
	return c
}

func runTest(dir, exe, name string) (out []byte, ok bool) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	c := exec.CommandContext(ctx, exe, name)
	c.Dir = dir
	out, err := c.CombinedOutput()
	return out, err == nil && bytes.HasSuffix(out, []byte("PASS\n"))
}

// tests is the test package of a package.
type tests struct {
	dir   string // of the package
	fset  *token.FileSet
	files []*ast.File
	info  *types.Info
	total int // test functions before any were left out
}

// load parses the test files and leaves out what does not type-check with exported names of embedded packages.
func load(path string) *tests {
	pkg, err := build.Import(path, "", 0)
	check(err)
	p := &tests{dir: pkg.Dir, fset: token.NewFileSet()}
	for i, name := range slices.Concat(pkg.XTestGoFiles, pkg.TestGoFiles) {
		dot := i >= len(pkg.XTestGoFiles)
		f, err := parser.ParseFile(p.fset, filepath.Join(pkg.Dir, name), nil, 0)
		check(err)
		if dot { // tests of the package itself: its names come from an import
			spec := &ast.ImportSpec{Name: ast.NewIdent("."), Path: &ast.BasicLit{Kind: token.STRING, Value: fmt.Sprintf("%q", path)}}
			f.Imports = append(f.Imports, spec)
			f.Decls = append([]ast.Decl{&ast.GenDecl{Tok: token.IMPORT, Specs: []ast.Spec{spec}}}, f.Decls...)
		}
		f.Comments = nil
		f.Name.Name = "main"
		p.files = append(p.files, f)
	}
	p.each(func(d ast.Decl) bool {
		name := testName(d)
		if name != "" {
			p.total++
		}
		f, ok := d.(*ast.FuncDecl)
		return !(ok && f.Recv == nil && (f.Body == nil || strings.HasPrefix(f.Name.Name, "Benchmark") ||
			strings.HasPrefix(f.Name.Name, "Example") || strings.HasPrefix(f.Name.Name, "Fuzz") || f.Name.Name == "TestMain"))
	})
	for p.prune() {
	}
	return p
}

// each keeps the declarations other than imports for which keep returns true.
func (p *tests) each(keep func(ast.Decl) bool) (dropped bool) {
	for _, f := range p.files {
		var decls []ast.Decl
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT || keep(d) {
				decls = append(decls, d)
			} else {
				dropped = true
			}
		}
		f.Decls = decls
	}
	return dropped
}

func testName(d ast.Decl) string {
	if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Test") && f.Name.Name != "TestMain" {
		return f.Name.Name
	}
	return ""
}

// prune checks the types and drops the declarations with errors, and those that use packages that are not embedded.
func (p *tests) prune() bool {
	var errors []token.Pos
	p.info = &types.Info{Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{}, Defs: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: importing{importer.ForCompiler(p.fset, "source", nil)}, Error: func(err error) {
		e := err.(types.Error)
		if !strings.Contains(e.Msg, "imported and not used") && !strings.Contains(e.Msg, "could not import") {
			errors = append(errors, e.Pos)
		}
	}}
	conf.Check("main", p.fset, p.files, p.info)
	return p.each(func(d ast.Decl) bool {
		bad := false
		for _, pos := range errors {
			bad = bad || d.Pos() <= pos && pos < d.End()
		}
		ast.Inspect(d, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if obj := p.info.Uses[id]; obj != nil {
					if pkg, ok := obj.(*types.PkgName); ok && !usable[pkg.Imported().Path()] && pkg.Imported().Path() != "testing" {
						bad = true
					}
				}
			}
			return true
		})
		return !bad
	})
}

// importing gives an empty package for what is not embedded, and the stand-in for testing.
type importing struct{ gc types.Importer }

var done = map[string]*types.Package{}

func (i importing) Import(path string) (*types.Package, error) {
	if pkg := done[path]; pkg != nil {
		return pkg, nil
	}
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if path == "testing" {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, "testing.go", standInSource(), 0)
		check(err)
		conf := types.Config{Importer: i, Error: func(error) {}, IgnoreFuncBodies: true}
		pkg, _ := conf.Check("testing", fset, []*ast.File{f}, nil)
		done[path] = pkg
		return pkg, nil
	}
	if !usable[path] {
		return nil, fmt.Errorf("not usable")
	}
	pkg, err := i.gc.Import(path)
	if err == nil {
		done[path] = pkg
	}
	return pkg, err
}

func source() string { return filepath.Join("tests", "std", "gotests", "main.go") }

func standInSource() []byte {
	text, err := os.ReadFile(filepath.Join(filepath.Dir(source()), "testing", "testing.go"))
	check(err)
	return text
}

// installed are packages that mini-go compiles from the Go installation. Tests of these may use all of them.
var installed = strings.Fields("encoding/ascii85 encoding/base32 encoding/base64 encoding/binary encoding/csv encoding/hex " +
	"encoding/json encoding/pem encoding/xml go/ast go/format go/parser go/scanner go/token hash hash/adler32 hash/crc32 hash/crc64 " +
	"hash/fnv hash/maphash html index/suffixarray io/ioutil math/big net/url reflect regexp regexp/syntax text/scanner " +
	"text/tabwriter text/template text/template/parse unique compress/flate compress/gzip compress/zlib")

// usable are the packages that tests may use.
var usable = func() map[string]bool {
	text, err := os.ReadFile(filepath.Join("tests", "std", "api", "packages.txt"))
	check(err)
	out := map[string]bool{"encoding": true, "unsafe": true}
	for _, line := range strings.Fields(string(text)) {
		out[line] = true
	}
	if slices.Contains(installed, os.Args[3]) {
		for _, path := range installed {
			out[path] = true
		}
	}
	return out
}()

// write writes the program and returns the names of its tests.
func (p *tests) write(dir string) (names []string) {
	check(os.MkdirAll(dir, 0o777))
	for i, f := range p.files {
		p.renameTesting(f)
		p.dropImports(f)
		var b bytes.Buffer
		check(format.Node(&b, p.fset, f))
		check(os.WriteFile(filepath.Join(dir, fmt.Sprintf("tests%d.go", i)), b.Bytes(), 0o666))
	}
	p.each(func(d ast.Decl) bool {
		if name := testName(d); name != "" {
			names = append(names, name)
		}
		return true
	})
	sort.Strings(names)
	standIn := strings.Replace(string(standInSource()), "\npackage testing\n", "\npackage main\n", 1)
	for _, name := range []string{"T", "B", "F", "M", "TB", "PB", "InternalTest"} {
		standIn = renameWord(standIn, name, "testing_"+name)
	}
	for _, name := range []string{"Short", "Verbose", "AllocsPerRun", "CoverMode", "Testing"} {
		standIn = strings.ReplaceAll(standIn, "func "+name+"(", "func testing_"+name+"(")
	}
	check(os.WriteFile(filepath.Join(dir, "testing.go"), []byte(standIn), 0o666))
	var b strings.Builder
	b.WriteString("package main\n\nfunc main() {\n\trunTests(map[string]func(*testing_T){\n")
	for _, name := range names {
		fmt.Fprintf(&b, "\t\t%q: %s,\n", name, name)
	}
	b.WriteString("\t})\n}\n")
	check(os.WriteFile(filepath.Join(dir, "main.go"), []byte(b.String()), 0o666))
	check(os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module tests\n\ngo 1.27\n"), 0o666))
	return names
}

// renameWord renames a type of the stand-in where it stands as a type.
func renameWord(text, from, to string) string {
	for _, around := range [][2]string{{"type ", " "}, {"*", ")"}, {"*", ","}, {"&", "{"}, {"*", "\n"}} {
		text = strings.ReplaceAll(text, around[0]+from+around[1], around[0]+to+around[1])
	}
	return text
}

// renameTesting turns testing.X into testing_X.
func (p *tests) renameTesting(f *ast.File) {
	rewrite := func(e ast.Expr) ast.Expr {
		if sel, ok := e.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				if pkg, ok := p.info.Uses[id].(*types.PkgName); ok && pkg.Imported().Path() == "testing" {
					return &ast.Ident{NamePos: sel.Pos(), Name: "testing_" + sel.Sel.Name}
				}
			}
		}
		return e
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			n.Type = rewrite(n.Type)
		case *ast.StarExpr:
			n.X = rewrite(n.X)
		case *ast.CallExpr:
			n.Fun = rewrite(n.Fun)
			for i := range n.Args {
				n.Args[i] = rewrite(n.Args[i])
			}
		case *ast.ValueSpec:
			n.Type = rewrite(n.Type)
		}
		return true
	})
}

// dropImports drops the imports that are not used any more.
func (p *tests) dropImports(f *ast.File) {
	used := map[types.Object]bool{}
	dotted := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj := p.info.Uses[id]; obj != nil {
				used[obj] = true
				if obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() {
					dotted[obj.Pkg().Path()] = true
				}
			}
		}
		return true
	})
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.IMPORT {
			continue
		}
		var specs []ast.Spec
		for _, s := range g.Specs {
			spec := s.(*ast.ImportSpec)
			path := strings.Trim(spec.Path.Value, `"`)
			obj := p.info.Implicits[spec]
			keep := obj != nil && used[obj]
			if spec.Name != nil {
				switch spec.Name.Name {
				case ".":
					keep = dotted[path]
				case "_":
					keep = usable[path]
				default:
					keep = used[p.info.Defs[spec.Name]]
				}
			}
			if keep && path != "testing" {
				specs = append(specs, spec)
			}
		}
		g.Specs = specs
		if len(specs) > 1 {
			g.Lparen = g.Pos()
		}
	}
	var decls []ast.Decl
	for _, d := range f.Decls {
		if g, ok := d.(*ast.GenDecl); ok && len(g.Specs) == 0 {
			continue
		}
		decls = append(decls, d)
	}
	f.Decls = decls
}
