package main

import (
	_ "container/heap"
	_ "container/list"
	_ "container/ring"
	"errors"
	"fmt"
	_ "io"
	_ "io/fs"
	_ "math/bits"
	_ "os"
	_ "runtime"
	_ "sort"
	_ "strconv"
	_ "strings"
	_ "sync"
	_ "sync/atomic"
	_ "syscall"
	_ "time"
	_ "unicode"
	_ "unicode/utf8"
)

func main() { fmt.Println(errors.New("x")) }
