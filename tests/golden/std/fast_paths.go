package main

import (
	"fmt"
	"math"
	"sort"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"
)

// What has a faster way for ASCII, short strings or a usual layout, at the borders of that.
func main() {
	texts := []string{"", "a", "abcdefg", "abcdefgh", "abcdefghé", "éabcdefgh", strings.Repeat("x", 40), strings.Repeat("x", 39) + "\xff",
		strings.Repeat("x", 31) + "世界", "\xe4\xb8", "12345678\xf0\x9f\x98\x80", "K\u212ak", "straße"}
	for i, s := range texts {
		fmt.Println(i, utf8.RuneCountInString(s), utf8.ValidString(s), utf8.Valid([]byte(s+"\x80")), utf8.RuneCount([]byte(s+"\x80")))
		fmt.Println(strings.IndexAny(s, "hxK@"), strings.LastIndexAny(s, "ax\x00"), strings.IndexAny(s, "é\x7f"), strings.IndexAny(s, "\xff"), strings.LastIndexAny(s, "世z"))
		fmt.Printf("%q %q %q\n", strings.Trim(s, "axK"), strings.TrimLeft(s, "é"), strings.TrimRight(s, "hgx\x80"))
		fmt.Println(strings.EqualFold(s, strings.ToUpper(s)), strings.EqualFold(s, s+"x"), strings.EqualFold(s, "ABCDEFGH"), strings.EqualFold(s, "kkk"))
		for _, t := range texts {
			fmt.Print(strings.Compare(s, t), s < t, s[:len(s)/2] >= t, " ")
		}
		fmt.Println(strings.Compare(s, s[:len(s)/2]), strings.Compare(s[:len(s)/2], s), strings.Compare(s, strings.Clone(s)))
	}
	fmt.Println(strings.EqualFold("@", "`"), strings.EqualFold("[", "{"), strings.EqualFold("Z", "z"), strings.EqualFold("\xc1", "\xe1"))
	fmt.Println(strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(strings.Repeat("plain text ", 5)),
		strings.NewReplacer("ab", "1", "b", "2", "abc", "3").Replace("xxxxxxxxxxxxxxxxxxxxxxxxxxabcbab"), strings.NewReplacer("x", "").Replace("axbxc"))

	words, floats := append([]string(nil), texts...), []float64{3, math.NaN(), -1, math.Inf(-1), 0, 2.5}
	sort.Strings(words)
	sort.Float64s(floats)
	fmt.Printf("%q %v\n", words, floats)

	for _, zone := range []*time.Location{time.UTC, time.FixedZone("", -90*60), time.FixedZone("", 59), time.FixedZone("", 99*3600), time.FixedZone("", 100*3600)} {
		for _, t := range []time.Time{time.Unix(0, 0), time.Unix(1e9, 120), time.Unix(-1, 5e8), time.Unix(253402300800, 0), time.Unix(-62167219201, 0)} {
			json, err := t.In(zone).MarshalJSON()
			fmt.Println(t.In(zone).Format(time.RFC3339), t.In(zone).Format(time.RFC3339Nano), string(json), err)
		}
	}
	for _, s := range []string{"2006-01-02T15:04:05Z", "2006-01-02T15:04:05.5Z", "2006-01-02T15:04:05.123456789+01:00", "2006-01-02T15:04:05.1234567891-01:30",
		"2006-01-02T15:04:05.Z", "2006-01-02T15:04:05,25Z", "2006-01-31T23:59:59-00:00", "2024-02-29T00:00:00Z", "2023-02-29T00:00:00Z", "2006-01-02T24:00:00Z",
		"2006-00-02T15:04:05Z", "2006-01-02T5:04:05Z", "2006-01-02t15:04:05z", "2006-01-02T15:04:05+24:00", "2006-01-02T15:04:05+23:60", "2006-01-02T15:04:05+0100",
		"2006-01-02T15:04:05Z ", "2006-01-02 15:04:05Z", "2006-01-02T15:04:05", "20x6-01-02T15:04:05Z", "2006-01-02T15:04:05+1:000", ""} {
		t, err := time.Parse(time.RFC3339, s)
		u, err2 := time.ParseInLocation(time.RFC3339Nano, s, time.FixedZone("here", 3600))
		fmt.Println(t, err, u, err2)
	}

	for _, f := range []float64{1.5, 0.125, 2.5, 1e15 + 0.5, 1<<53 - 1, 9.9995, 99.99999999999999, 5e-324, math.MaxFloat64, 1e23, 0.3, 123456.75, -0.0625, 1 << 62} {
		for prec := range 20 {
			fmt.Printf("%.*f %.*e %.*E %.*g ", prec, f, prec, f, prec, float32(f), prec, f)
		}
		fmt.Printf("\n%8.2f|%-8.1f|%08.3f|%+.0f|% .4e|%v|%5d|%x|%X\n", f, f, f, f, f, f, int64(f), int64(f), int64(f))
	}

	var v atomic.Value
	v.Store(1)
	defer func() { fmt.Println(recover()) }()
	v.CompareAndSwap("1", 2)
}
