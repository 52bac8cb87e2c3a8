package normalize

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/wordlist"
)

// hostileFull tells that hostile inputs are wanted in their full size, which takes
// minutes: docs/benchmarks/hostile.sh.
func hostileFull() bool { return os.Getenv("KLARTEXT_HOSTILE") == "full" }

// hostileTexts are texts of about size bytes that are made to take long.
func hostileTexts(size int) map[string]string {
	texts := make(map[string]string)
	for name, piece := range map[string]string{
		"one letter": "a", "one capital": "A", "rn": "rn", "ii": "ii", "l1I": "l1I", "words of rn": "rnrnrnrn ", "words of l1I": "l1Il1Il1I ",
		"capitals":        "DIE VERWALTUNG DER STADT KÖLN ",
		"divided words":   "Verwal-\ntung ",
		"halves":          "Verwal-\n",
		"hyphens":         "-\n",
		"hyphens in line": "a-",
		"page breaks":     "Verwal-\n\n- 12 -\n\f\n",
		"page numbers":    "a-\n1\n",
		"quoted words":    "»kommen« ", "opened quotes": "\"kommen ", "quotes": "\"", "apostrophes": "'", "pairs of commas": ",,''", "low quotes": "„",
		"a paragraph":      "der Bürger und die Stadt, ",
		"tables":           "12,50\t13,40\t1899 | 3\n",
		"short lines":      "der\n",
		"short paragraphs": "a\n\n",
		"line feeds":       "\n", "carriage returns": "\r", "form feeds": "\f", "blanks": " ", "hard blanks": "\u00a0", "tabs": "a\t",
		"mojibake": "fÃ¼r Ã¤ÃŸ â€ž ", "mojibake without blanks": "Ã¼", "halves of mojibake": "Ã", "mojibake twice": "ÃƒÂ¼",
		"marks in threes": "a\u0308\u0323\u0301", "marks between blanks": "\u0308\u0300 ", "soft hyphens": "\u00ad ", "joiners": "\u200d",
		"brackets": "(", "sic": "a [sic] ", "sic without blanks": "a[sic", "points": ".", "digits": "1", "numbers": "1 ", "ligatures": "ﬁ",
		"addresses": "a@", "paths": "a/", "dashes": "–", "umlauts": "ü", "Greek": "α β ", "Chinese": "漢", "emoji": "😀",
	} {
		texts[name] = strings.Repeat(piece, size/len(piece)+1)
	}
	texts["marks on one letter"] = "a" + strings.Repeat("\u0308", size/2)
	texts["a hyphen and line feeds"] = "Verwal-" + strings.Repeat("\n", size)
	texts["returns with lines between"] = strings.Repeat(strings.Repeat("\r", 999)+"a", size/1000)
	texts["stars before a mark"] = "„so " + strings.Repeat("a* ", size/3) + "da“"
	texts["lone marks"] = "„so“ " + strings.Repeat("a” ", size/5)
	texts["blanks and dashes"] = "a — b\n" + strings.Repeat(" ", size/2) + strings.Repeat(" -", size/4)
	texts["mojibake behind mojibake"] = strings.Repeat("Â", size/2) + "©"
	texts["halves in one line"] = "Verwal-\n" + strings.Repeat("ver- ", size/5)
	texts["blanks before brackets"] = strings.Repeat("aa )", size/4)
	return texts
}

// wordyTexts are hostile texts that only the words fixer has trouble with.
func wordyTexts(size int) map[string]string {
	random := rand.New(rand.NewPCG(1, 2))
	parts := strings.Fields("verwaltung stadt haus bürger meister amt kreis land rat dienst stelle")
	word := func(length int, next func() string) string {
		var b strings.Builder
		for b.Len() < length {
			b.WriteString(next())
		}
		return b.String() + " "
	}
	part := func() string { return parts[random.IntN(len(parts))] }
	letter := func() string { return string("abcdefghiklmnorstu"[random.IntN(18)]) }
	texts := map[string]string{"errors": strings.Repeat("fir iiber konnen ", size/17)}
	for name, next := range map[string]func() string{
		"compounds of 45 letters": func() string { return word(45, part) },
		"damaged compounds":       func() string { return strings.NewReplacer("t", "l", "n", "rn").Replace(word(40, part)) },
		"45 letters at random":    func() string { return word(45, letter) },
		"8 letters at random":     func() string { return word(8, letter) },
	} {
		var b strings.Builder
		for b.Len() < size {
			b.WriteString(next())
		}
		texts[name] = b.String()
	}
	return texts
}

// sparing is all of the pipeline but the words fixer, with words and patterns of the
// user's.
func sparing(t testing.TB) *Pipeline {
	t.Helper()
	var own wordlist.Builder
	require.NoError(t, own.Add("Verwal", 0))
	require.NoError(t, own.AddReplacement("kommen", "gehen", ""))
	list, err := own.Build()
	require.NoError(t, err)
	patterns, err := wordlist.Patterns([]string{`\bSt\pL+`, `[0-9]+,[0-9]+`})
	require.NoError(t, err)
	p, err := New(Words(list), Protect(patterns), Skip("words"))
	require.NoError(t, err)
	return p
}

// TestHostileTexts wants an end of cleaning in seconds: what is quadratic takes
// minutes at this size.
func TestHostileTexts(t *testing.T) {
	size := 1 << 18
	if hostileFull() {
		size = 1 << 20
	}
	p := sparing(t)
	for name, text := range hostileTexts(size) {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			result, err := p.Clean(text)
			require.NoError(t, err)
			assert.Less(t, time.Since(began), 20*time.Second)
			assert.True(t, utf8.ValidString(result.Text))
			replayed, err := Apply(text, result.Changes)
			require.NoError(t, err)
			assert.True(t, replayed == result.Text, "the changes do not replay")
		})
	}
}

// TestTimeIsLinear prints how long the whole pipeline takes for hostile texts of
// three sizes, ten times as long each. It is for docs/robustness.md.
func TestTimeIsLinear(t *testing.T) {
	if !hostileFull() {
		t.Skip("takes minutes: docs/benchmarks/hostile.sh")
	}
	const tooLong = 60 * time.Second
	p := wholePipeline(t)
	fmt.Printf("%-28s %9s %9s %9s\n", "seconds for", "10 kB", "100 kB", "1 MB")
	texts := hostileTexts(1_000_000)
	maps.Copy(texts, wordyTexts(1_000_000))
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		fmt.Printf("%-28s", name)
		var before time.Duration
		for _, size := range []int{10_000, 100_000, 1_000_000} {
			if before*10 > tooLong {
				fmt.Printf(" %9s", "–")
				continue
			}
			text := strings.ToValidUTF8(texts[name][:min(size, len(texts[name]))], "")
			began := time.Now()
			_, err := p.Clean(text)
			require.NoError(t, err)
			took := time.Since(began)
			fmt.Printf(" %9.2f", took.Seconds())
			if before > 200*time.Millisecond {
				assert.Less(t, took, 30*before, "%s: %d bytes", name, size)
			}
			before = took
		}
		fmt.Println()
	}
}

// TestHostileStreams streams what has no end of a word or a line, in bounded memory.
func TestHostileStreams(t *testing.T) {
	size := 5_000_000
	if hostileFull() {
		size = 50_000_000
	}
	p := sparing(t)
	if hostileFull() {
		p = wholePipeline(t)
	}
	for name, piece := range map[string]string{
		"no blank": "a", "marks": "\u0308", "quotes": "\"", "hyphens": "-\n", "a hyphen and line feeds": "-" + strings.Repeat("\n", 3<<20), "no blank in UTF-8": "ä",
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			in := io.LimitReader(&repeated{piece: []byte(piece)}, int64(size/len(piece)*len(piece)))
			out := &watched{}
			require.NoError(t, p.Stream(in, out, nil))
			assert.Less(t, time.Since(began), time.Duration(10*size/1_000_000+10)*time.Second)
			assert.NotZero(t, out.n)
			assert.Less(t, out.heap, uint64(200<<20), "bytes of memory")
		})
	}
}

// repeated yields piece again and again.
type repeated struct {
	piece []byte
	at    int
}

func (r *repeated) Read(p []byte) (int, error) {
	for n := range p {
		p[n] = r.piece[r.at]
		r.at = (r.at + 1) % len(r.piece)
	}
	return len(p), nil
}

// watched counts what is written, and looks how much memory is in use meanwhile.
type watched struct {
	n    int
	heap uint64
}

func (w *watched) Write(p []byte) (int, error) {
	w.n += len(p)
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	w.heap = max(w.heap, m.HeapAlloc)
	return len(p), nil
}

// TestHostileBytes wants right text or a clear error of what is hardly text.
func TestHostileBytes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 1<<20)
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	for _, tt := range []struct {
		name      string
		data      []byte
		want, err string
	}{
		{"noise", noise, "", "input is binary, not text"},
		{"NULs", make([]byte, 1<<20), "", "input is binary, not text"},
		{"a NUL in a text", []byte("Er \x00findet es in der Stadt. Er findet es."), "Er findet es in der Stadt. Er findet es.", ""},
		{"a high surrogate alone", []byte("\xff\xfeE\x00r\x00 \x00\x00\xd8 \x00d\x00a\x00"), "Er \ufffd da", ""},
		{"a low surrogate alone", []byte("\xfe\xff\x00E\x00r\x00 \xdc\x00\x00 \x00d\x00a"), "Er \ufffd da", ""},
		{"a surrogate at the end", []byte("\xff\xfeE\x00r\x00 \x00\x00\xd8"), "Er \ufffd", ""},
		{"half a character of UTF-16", []byte("\xff\xfeE\x00r\x00 \x00x"), "Er \ufffd", ""},
		{"surrogates in UTF-8", []byte("Er \xed\xa0\x80 da für"), "Er \u00ed\u00a0€ da für", ""},
		{"only a mark of order", []byte("\xff\xfe"), "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := sparing(t)
			file, err := p.CleanFile(tt.data)
			var streamed bytes.Buffer
			streaming := p.Stream(bytes.NewReader(tt.data), &streamed, nil)
			if tt.err != "" {
				assert.ErrorContains(t, err, tt.err)
				assert.ErrorContains(t, streaming, tt.err)
				return
			}
			require.NoError(t, err)
			require.NoError(t, streaming)
			assert.Equal(t, file.Text, streamed.String())
			assert.Equal(t, strings.ReplaceAll(tt.want, "\u00a0", " "), file.Text)
		})
	}
}
