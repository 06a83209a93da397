package io

// MultiReader returns a Reader of the given readers' data one after the other.
func MultiReader(readers ...Reader) Reader {
	return &multiReader{append([]Reader(nil), readers...)}
}

type multiReader struct {
	readers []Reader
}

func (m *multiReader) Read(p []byte) (n int, err error) {
	for len(m.readers) > 0 {
		if len(m.readers) == 1 { // chains of them become no longer by being read
			if last, ok := m.readers[0].(*multiReader); ok {
				m.readers = last.readers
				continue
			}
		}
		n, err = m.readers[0].Read(p)
		if err == EOF {
			// It must not be nil: another multiReader may have taken over the list.
			m.readers[0] = atEOF{}
			m.readers = m.readers[1:]
		}
		if n > 0 || err != EOF {
			if err == EOF && len(m.readers) > 0 {
				err = nil // the next reader may have more
			}
			return n, err
		}
	}
	return 0, EOF
}

// atEOF takes the place of a reader that is read, so that the collector can have that.
type atEOF struct{}

func (atEOF) Read([]byte) (int, error) { return 0, EOF }

func (m *multiReader) WriteTo(w Writer) (sum int64, err error) {
	return m.writeTo(w, make([]byte, 32<<10))
}

// writeTo copies with one buffer for all, nested ones too.
func (m *multiReader) writeTo(w Writer, buf []byte) (sum int64, err error) {
	for i, r := range m.readers {
		var n int64
		if nested, ok := r.(*multiReader); ok {
			n, err = nested.writeTo(w, buf)
		} else {
			n, err = copyBuffer(w, r, buf)
		}
		sum += n
		if err != nil {
			m.readers = m.readers[i:] // to be tried again
			return sum, err
		}
		m.readers[i] = nil
	}
	m.readers = nil
	return sum, nil
}

// MultiWriter returns a Writer that writes to each of the given writers.
func MultiWriter(writers ...Writer) Writer {
	all := make([]Writer, 0, len(writers))
	for _, w := range writers {
		if nested, ok := w.(*multiWriter); ok {
			all = append(all, nested.writers...)
		} else {
			all = append(all, w)
		}
	}
	return &multiWriter{all}
}

type multiWriter struct {
	writers []Writer
}

func (m *multiWriter) Write(p []byte) (n int, err error) {
	for _, w := range m.writers {
		n, err = w.Write(p)
		if err != nil {
			return n, err
		}
		if n != len(p) {
			return n, ErrShortWrite
		}
	}
	return len(p), nil
}

func (m *multiWriter) WriteString(s string) (n int, err error) {
	var b []byte // s, once a writer wants bytes
	for _, w := range m.writers {
		if sw, ok := w.(StringWriter); ok {
			n, err = sw.WriteString(s)
		} else {
			if b == nil {
				b = []byte(s)
			}
			n, err = w.Write(b)
		}
		if err != nil {
			return n, err
		}
		if n != len(s) {
			return n, ErrShortWrite
		}
	}
	return len(s), nil
}
