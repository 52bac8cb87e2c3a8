package normalize

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/characters"
	"klartext/normalize/edit"
)

// streamPipeline has one fixer that needs no dictionary.
func streamPipeline(encoding string) *Pipeline {
	return &Pipeline{fixers: []Fixer{characters.New(characters.Options{})}, options: options{encoding: encoding}}
}

func TestStreamIsClean(t *testing.T) {
	tests := map[string]string{
		"empty":       "",
		"short":       "fu\u0308r\nalle\u00a0da\n",
		"paragraphs":  strings.Repeat("fu\u0308r alle\u00a0da\n"+strings.Repeat("und so\n\n", 500), 600),
		"lines":       strings.Repeat("fu\u0308r alle\u00a0da"+strings.Repeat(", und so weiter\r\n", 300), 500),
		"hyphens":     strings.Repeat("fu\u0308r alle\u00a0da"+strings.Repeat(", und so wei-\n", 300), 500),
		"one line":    strings.Repeat("fu\u0308r alle\u00a0da"+strings.Repeat(", und so weiter ", 300), 500),
		"no blank":    strings.Repeat("für"+strings.Repeat("ß€ſ", 500)+"\u00ad", 600),
		"byte by one": strings.Repeat("ä\ufb00", 10),
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			p := streamPipeline("")
			want, err := p.Clean(text)
			require.NoError(t, err)
			var out strings.Builder
			var changes []Change
			require.NoError(t, p.Stream(iotest.HalfReader(strings.NewReader(text)), &out, func(c Change) error {
				changes = append(changes, c)
				return nil
			}))
			// The fixer looks no further than a character, so the windows must not show.
			assert.True(t, want.Text == out.String(), "the text differs")
			require.Len(t, changes, len(want.Changes))
			for i := range changes {
				require.Equal(t, want.Changes[i], changes[i])
			}
		})
	}
}

func TestStreamDecodes(t *testing.T) {
	var out strings.Builder
	require.NoError(t, streamPipeline("").Stream(strings.NewReader("f\xfcr \x84uns\x93"), &out, nil))
	assert.Equal(t, "für „uns“", out.String())
	out.Reset()
	require.NoError(t, streamPipeline("cp850").Stream(strings.NewReader("f\x81r"), &out, nil))
	assert.Equal(t, "für", out.String())
}

func TestStreamErrors(t *testing.T) {
	broken := errors.New("broken")
	long := strings.Repeat("alle da\n", windowSize/4)
	tests := []struct {
		name string
		r    io.Reader
		w    io.Writer
		each func(Change) error
	}{
		{"first read", iotest.ErrReader(broken), io.Discard, nil},
		{"later read", io.MultiReader(strings.NewReader(long), iotest.ErrReader(broken)), io.Discard, nil},
		{"write", strings.NewReader("a"), brokenWriter{broken}, nil},
		{"each", strings.NewReader("a\u00a0b"), io.Discard, func(Change) error { return broken }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.ErrorIs(t, streamPipeline("").Stream(tt.r, tt.w, tt.each), broken)
		})
	}
	assert.ErrorContains(t, streamPipeline("klingon").Stream(strings.NewReader("a"), io.Discard, nil), "klingon")
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestStreamMemory(t *testing.T) {
	// 50 MB without a line end.
	input := io.LimitReader(endless("Wort für Wort "), 50<<20)
	before := liveHeap()
	var peak uint64
	require.NoError(t, streamPipeline("").Stream(input, writerFunc(func(b []byte) (int, error) {
		peak = max(peak, liveHeap())
		return len(b), nil
	}), nil))
	assert.Less(t, peak, before+8*windowSize)
}

// liveHeap is how many bytes are in use, without garbage that waits to be
// collected.
func liveHeap() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// endless repeats its text.
type endless string

func (e endless) Read(b []byte) (int, error) {
	for n := 0; n < len(b); n += len(e) {
		copy(b[n:], e)
	}
	return len(b), nil
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

func TestCutWindow(t *testing.T) {
	tests := []struct{ name, window, want string }{
		{"paragraph", "aaaaaa\nbb\n\ncc\ndd", "aaaaaa\nbb\n\n"},
		{"paragraph, CRLF", "aaaaaa\r\nbb\r\n\r\ncc\r\ndd", "aaaaaa\r\nbb\r\n\r\n"},
		{"line", "aaaaaaaa\nbb\ncc dd", "aaaaaaaa\nbb\n"},
		{"line before a hyphen", "aaaaaaaaa\nbb\ncc-\ndd", "aaaaaaaaa\nbb\n"},
		{"hyphens only", "aaaaaaaa-\nbb-\ncc-\ndd", "aaaaaaaa-\nbb-\ncc-\n"},
		{"paragraph too early", "a\n\naaaaaaaaaaaaa bb cc", "a\n\naaaaaaaaaaaaa bb "},
		{"character", "aaaaaaaaaä", "aaaaaaaaaä"},
		{"cut character", "aaaaaaaaa\xe2\x82", "aaaaaaaaa"},
		{"line end stays whole", "aaaaaaaaa\r", "aaaaaaaaa"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, tt.window[:cutWindow([]byte(tt.window))])
		})
	}
}

func TestDecode(t *testing.T) {
	text, err := streamPipeline("").Decode([]byte("\xef\xbb\xbff\u00fcr"))
	require.NoError(t, err)
	assert.Equal(t, "für", text)
	text, err = streamPipeline("cp850").Decode([]byte("f\x81r"))
	require.NoError(t, err)
	assert.Equal(t, "für", text)
	_, err = streamPipeline("").Decode(make([]byte, 100))
	assert.ErrorContains(t, err, "decoding: input is binary")
}

// TestStreamThatIsCutOff ends as an archive does that is cut off: that is no end.
func TestStreamThatIsCutOff(t *testing.T) {
	for _, length := range []int{0, 10, windowSize, windowSize + 10} {
		cut := io.MultiReader(strings.NewReader(strings.Repeat("a", length)), iotest.ErrReader(io.ErrUnexpectedEOF))
		assert.ErrorIs(t, streamPipeline("").Stream(cut, io.Discard, nil), io.ErrUnexpectedEOF, "%d bytes", length)
	}
}

func FuzzCutWindow(f *testing.F) {
	f.Add([]byte("a-\n\nb\r\n¬\nc d und mehr und noch mehr\n"))
	f.Fuzz(func(t *testing.T, window []byte) {
		if len(window) < 16 || !utf8.Valid(window) {
			t.Skip()
		}
		cut := cutWindow(window)
		assert.GreaterOrEqual(t, cut, len(window)/2)
		assert.LessOrEqual(t, cut, len(window))
		assert.Positive(t, cut)
	})
}

func FuzzStream(f *testing.F) {
	f.Add([]byte("fu\u0308r\xfc\r\n\r"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := streamPipeline("")
		text, err := p.Decode(data)
		if err != nil {
			t.Skip()
		}
		var out bytes.Buffer
		var changes []Change
		require.NoError(t, p.Stream(bytes.NewReader(data), &out, func(c Change) error {
			changes = append(changes, c)
			return nil
		}))
		assert.True(t, utf8.Valid(out.Bytes()))
		edits := make([]edit.Edit, len(changes))
		for i, c := range changes {
			edits[i] = edit.Edit{Start: c.Start, End: c.End, Before: c.Before, After: c.After}
		}
		replayed, err := edit.Apply(text, edits)
		require.NoError(t, err)
		assert.Equal(t, replayed, out.String())
	})
}
