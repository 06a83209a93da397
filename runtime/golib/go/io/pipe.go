package io

import "sync"

// firstError keeps the first error that is stored.
type firstError struct {
	mu  sync.Mutex
	err error
}

func (e *firstError) store(err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.err == nil {
		e.err = err
	}
}

func (e *firstError) load() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.err
}

// pipe connects a writer with a reader, without a buffer: a Write waits until Reads have taken it all.
type pipe struct {
	writing sync.Mutex // one Write at a time
	data    chan []byte
	taken   chan int // how much of the data a Read took
	once    sync.Once
	done    chan struct{} // closed when either end is
	rerr    firstError
	werr    firstError
}

func (p *pipe) read(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.readError()
	default:
	}
	select {
	case data := <-p.data:
		n = copy(b, data)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, p.readError()
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.writeError()
	default:
		p.writing.Lock()
		defer p.writing.Unlock()
	}
	for once := true; once || len(b) > 0; once = false {
		select {
		case p.data <- b:
			taken := <-p.taken
			b = b[taken:]
			n += taken
		case <-p.done:
			return n, p.writeError()
		}
	}
	return n, nil
}

func (p *pipe) close() { p.once.Do(func() { close(p.done) }) }

func (p *pipe) readError() error {
	werr := p.werr.load()
	if rerr := p.rerr.load(); werr == nil && rerr != nil {
		return ErrClosedPipe
	}
	return werr
}

func (p *pipe) writeError() error {
	rerr := p.rerr.load()
	if werr := p.werr.load(); rerr == nil && werr != nil {
		return ErrClosedPipe
	}
	return rerr
}

// A PipeReader is the end of a pipe for reading.
type PipeReader struct{ pipe }

// Read waits for a Write and takes what fits into data.
func (r *PipeReader) Read(data []byte) (n int, err error) { return r.pipe.read(data) }

// Close closes the reader: writes return ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError closes the reader: writes return err, or ErrClosedPipe for nil.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.pipe.rerr.store(err)
	r.pipe.close()
	return nil
}

// A PipeWriter is the end of a pipe for writing.
type PipeWriter struct{ r PipeReader }

// Write waits until readers have taken all of data or the reader is closed.
func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.r.pipe.write(data) }

// Close closes the writer: reads return EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError closes the writer: reads return err, or EOF for nil.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.r.pipe.werr.store(err)
	w.r.pipe.close()
	return nil
}

// Pipe returns the ends of a pipe in memory; both can be used by several goroutines.
func Pipe() (*PipeReader, *PipeWriter) {
	w := &PipeWriter{r: PipeReader{pipe: pipe{
		data:  make(chan []byte),
		taken: make(chan int),
		done:  make(chan struct{}),
	}}}
	return &w.r, w
}
