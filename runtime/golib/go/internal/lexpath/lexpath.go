// Package lexpath has what path and path/filepath share: both use slashes here.
package lexpath

// LastSlash returns the index of the last slash, -1 if there is none.
func LastSlash(path string) int {
	i := len(path) - 1
	for i >= 0 && path[i] != '/' {
		i--
	}
	return i
}

// Clean returns the shortest equivalent path.
func Clean(path string) string {
	if path == "" {
		return "."
	}
	rooted := path[0] == '/'
	// The result is written over a copy; as long as nothing differs, path itself serves.
	var out []byte
	n := 0 // bytes of the result
	put := func(c byte) {
		if out == nil {
			if n < len(path) && path[n] == c {
				n++
				return
			}
			out = make([]byte, len(path))
			copy(out, path[:n])
		}
		out[n] = c
		n++
	}
	at := func(i int) byte {
		if out != nil {
			return out[i]
		}
		return path[i]
	}
	i, up := 0, 0 // up: the part of the result that .. cannot remove
	if rooted {
		put('/')
		i, up = 1, 1
	}
	for i < len(path) {
		end := i
		for end < len(path) && path[end] != '/' {
			end++
		}
		switch elem := path[i:end]; {
		case elem == "" || elem == ".":
		case elem != "..":
			if rooted && n != 1 || !rooted && n != 0 {
				put('/')
			}
			for j := range len(elem) {
				put(elem[j])
			}
		case n > up:
			n--
			for n > up && at(n) != '/' {
				n--
			}
		case !rooted:
			if n > 0 {
				put('/')
			}
			put('.')
			put('.')
			up = n
		}
		i = end + 1
	}
	switch {
	case n == 0:
		return "."
	case out == nil:
		return path[:n]
	}
	return string(out[:n])
}

// Join joins the elements that are not empty.
func Join(elem []string) string {
	size := 0
	for _, e := range elem {
		size += len(e)
	}
	if size == 0 {
		return ""
	}
	joined := make([]byte, 0, size+len(elem)-1)
	for _, e := range elem {
		if len(joined) > 0 || e != "" {
			if len(joined) > 0 {
				joined = append(joined, '/')
			}
			joined = append(joined, e...)
		}
	}
	return Clean(string(joined))
}

// Ext returns the extension with its dot.
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base returns the last element.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	if path = path[LastSlash(path)+1:]; path == "" {
		return "/"
	}
	return path
}
