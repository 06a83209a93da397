package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"hash/crc32"
	"hash/maphash"
	"html"
	htmpl "html/template"
	"io"
	"log/slog"
	"math/big"
	"net/netip"
	"net/url"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"text/scanner"
	"text/tabwriter"
	"text/template"
	"time"
	"unique"
)

type Addr struct {
	Street string `json:"street" xml:"street,attr"`
	Zip    int    `json:"zip,omitempty" xml:"zip"`
}
type Person struct {
	XMLName xml.Name          `json:"-" xml:"person"`
	Name    string            `json:"name" xml:"name"`
	Age     int               `json:"age" xml:"age"`
	Tags    []string          `json:"tags" xml:"tags>tag"`
	M       map[string]float64 `json:"m" xml:"-"`
	A       *Addr             `json:"addr" xml:"addr"`
	private int
	When    time.Time `json:"when" xml:"when"`
}

func (p Person) Greet(s string) string { return s + ", " + p.Name }

type Temp float64

func (t Temp) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(`"%.1fC"`, float64(t))), nil }
func (t *Temp) UnmarshalJSON(b []byte) error {
	_, err := fmt.Sscanf(string(b), `"%fC"`, (*float64)(t))
	return err
}

func main() {
	p := Person{Name: "Ann", Age: 3, Tags: []string{"x", "y"}, M: map[string]float64{"b": 2.5, "a": 1}, A: &Addr{"Main", 12}, When: time.Unix(0, 0).UTC()}
	b, err := json.MarshalIndent(p, "", "  ")
	fmt.Println(string(b), err)
	var q Person
	fmt.Println(json.Unmarshal(b, &q), q.Name, q.Age, q.Tags, q.M, *q.A, q.When)
	fmt.Println(json.Unmarshal([]byte(`{"age":"x"}`), &q))
	fmt.Println(json.Unmarshal([]byte(`{"age":`), &q))
	var any1 any
	fmt.Println(json.Unmarshal([]byte(`{"a":[1,2,{"b":null}],"c":"\u00e9"}`), &any1), any1)
	tb, _ := json.Marshal(map[string]Temp{"t": 36.6})
	var tm map[string]Temp
	fmt.Println(string(tb), json.Unmarshal(tb, &tm), tm)
	dec := json.NewDecoder(strings.NewReader(`{"name":"B"} {"nope":1}`))
	dec.DisallowUnknownFields()
	for {
		var r Person
		if err := dec.Decode(&r); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(r.Name)
	}
	xb, err := xml.MarshalIndent(p, "", " ")
	fmt.Println(string(xb), err)
	var xp Person
	fmt.Println(xml.Unmarshal(xb, &xp), xp.Name, xp.Tags, xp.A)
	t := template.Must(template.New("t").Funcs(template.FuncMap{"up": strings.ToUpper}).Parse(`{{range $i, $t := .Tags}}{{$i}}={{$t | up}} {{end}}{{.Greet "Hi"}} {{with .A}}{{.Street}}{{end}} {{printf "%05d" .Age}} {{len .M}} {{if gt .Age 2}}big{{end}}
`))
	fmt.Println(t.Execute(os.Stdout, p))
	fmt.Println(template.Must(template.New("e").Parse("{{.Nope}}")).Execute(io.Discard, p))
	fmt.Println(htmpl.Must(htmpl.New("h").Parse("<a href='/{{.}}' onclick='f({{.}})'>{{.}}</a>\n")).Execute(os.Stdout, "<x&y>"))
	var gb bytes.Buffer
	fmt.Println(gob.NewEncoder(&gb).Encode(p.Tags), gb.Len())
	var gs []string
	fmt.Println(gob.NewDecoder(&gb).Decode(&gs), gs)
	re := regexp.MustCompile(`(?i)(\w+)@(\w+)\.com`)
	fmt.Println(re.FindAllStringSubmatch("bob@example.com, Al@Foo.com", -1), re.ReplaceAllString("bob@example.com", "$2 at $1"))
	var bb bytes.Buffer
	fmt.Println(binary.Write(&bb, binary.BigEndian, struct{ A uint16; B int32; C [2]uint8 }{1, -2, [2]uint8{3, 4}}), hex.EncodeToString(bb.Bytes()))
	r := csv.NewReader(strings.NewReader("a,\"b,c\",d\n1,2,3\n"))
	recs, err := r.ReadAll()
	fmt.Println(recs, err)
	var zb bytes.Buffer
	zw := gzip.NewWriter(&zb)
	zw.Write(bytes.Repeat([]byte("hello "), 100))
	zw.Close()
	zr, _ := gzip.NewReader(&zb)
	zz, err := io.ReadAll(zr)
	fmt.Println(len(zz), err)
	var ab bytes.Buffer
	aw := zip.NewWriter(&ab)
	f, _ := aw.Create("f.txt")
	f.Write([]byte("zipped"))
	aw.Close()
	ar, err := zip.NewReader(bytes.NewReader(ab.Bytes()), int64(ab.Len()))
	fmt.Println(ar.File[0].Name, ar.File[0].UncompressedSize64, err)
	fmt.Printf("%x %x %08x\n", sha256.Sum256([]byte("abc")), md5.Sum([]byte("abc")), crc32.ChecksumIEEE([]byte("abc")))
	rb := make([]byte, 8)
	n, err := rand.Read(rb)
	fmt.Println(n, err)
	fmt.Println(base64.URLEncoding.EncodeToString([]byte("??>>")), html.EscapeString("<&>"))
	x, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	fmt.Println(new(big.Int).Exp(x, big.NewInt(13), nil), new(big.Int).ModInverse(big.NewInt(3), big.NewInt(11)), big.NewRat(3, 6), new(big.Float).SetPrec(200).Quo(big.NewFloat(1), big.NewFloat(3)))
	u, err := url.Parse("https://u:p@h.com:8080/a%20b?q=1&r=x+y#frag")
	fmt.Println(u.Host, u.Path, u.Query()["r"], u.Fragment, err)
	fmt.Println(netip.MustParseAddr("10.0.0.1").Next(), netip.MustParsePrefix("10.0.0.0/8").Contains(netip.MustParseAddr("10.2.3.4")))
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "x.go", "package x\nfunc  f( a int) { return }", 0)
	fmt.Println(err)
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			fmt.Print(id.Name, " ")
		}
		return true
	})
	src, err := format.Source([]byte("package x\nfunc  f( a int) { return }"))
	fmt.Println(string(src), err)
	h := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(g []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	h.Info("msg", "a", 1, "err", errors.New("bad"), "s", struct{ X int }{3})
	tw := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(tw, "a\tbbb\tc")
	fmt.Fprintln(tw, "aaaa\tb\tccccc")
	tw.Flush()
	var sc scanner.Scanner
	sc.Init(strings.NewReader("x := 3.5 // c"))
	for tok := sc.Scan(); tok != scanner.EOF; tok = sc.Scan() {
		fmt.Print(sc.Position, ":", sc.TokenText(), " ")
	}
	fmt.Println()
	fmt.Println(unique.Make("a") == unique.Make("a"), unique.Make("a") == unique.Make("b"), unique.Make(3).Value())
	seed := maphash.MakeSeed()
	fmt.Println(maphash.String(seed, "x") == maphash.Bytes(seed, []byte("x")), maphash.Comparable(seed, struct{ a int; b string }{1, "x"}) == maphash.Comparable(seed, struct{ a int; b string }{1, "x"}))
	out, err := exec.Command("echo", "from exec").CombinedOutput()
	fmt.Printf("%q %v\n", out, err)
	_, err = exec.Command("false").Output()
	fmt.Println(err)
	fmt.Println(testing.AllocsPerRun(10, func() {}) == 0)
	res := testing.Benchmark(func(b *testing.B) {
		for i := 0; i < b.N; i++ {
		}
	})
	fmt.Println(res.N > 0)
}
