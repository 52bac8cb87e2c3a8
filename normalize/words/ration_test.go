package words

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// strangeWords are n different words that no dictionary has.
func strangeWords(n int) string {
	var b strings.Builder
	for i := range n {
		for _, digit := range fmt.Sprintf("%05d", i) {
			b.WriteByte("bfgkmpxzqv"[digit-'0'])
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// spared counts the different words of d that no search was granted to.
func (d *document) spared() (n int) {
	for _, x := range d.occurrences {
		if x.spared {
			n++
		}
	}
	return n
}

// searched counts the words that f has searched for thoroughly.
func (f *finder) searched() (n int) {
	for r := range f.found {
		if r.depth == thorough {
			n++
		}
	}
	return n
}

func TestSearchesAreRationed(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		searched   int
		spared     int
	}{
		{"as many as are free", strangeWords(freeSearches), freeSearches, 0},
		{"more", strangeWords(freeSearches + 500), freeSearches, 500},
		{"known words pay for more", strangeWords(freeSearches+500) + strings.Repeat("Haus ", 200*wordsASearch), freeSearches + 200, 300},
		{"the known words come first", strings.Repeat("Haus ", 200*wordsASearch) + strangeWords(freeSearches+500), freeSearches + 200, 300},
		{"a word that recurs is searched for once", strings.Repeat(strangeWords(freeSearches/2)+"\n\n", 3), freeSearches / 2, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := tinyFinder(t)
			d := f.read(tt.text)
			d.adapt()
			assert.Equal(t, tt.searched, f.searched())
			assert.Equal(t, tt.spared, d.spared())
		})
	}
}

// TestRationed wants the first words mended and those beyond the ration left, however
// many processors there are and whatever is remembered.
func TestRationed(t *testing.T) {
	text := "Hauß und Tur. " + strangeWords(freeSearches+100) + "Burger"
	f := &Fixer{finder: tinyFinder(t)}
	propose := func(processors int) []Proposal {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		return f.Proposals(text)
	}
	want := propose(1)
	require.NotEmpty(t, want)
	for _, p := range want {
		assert.Less(t, p.Start, len(text)-len("Burger"))
	}
	assert.Equal(t, want, propose(4), "remembered")
	f = &Fixer{finder: tinyFinder(t)}
	assert.Equal(t, want, propose(4), "anew")
	f = &Fixer{finder: tinyFinder(t)}
	text = text[strings.LastIndex(text[:len(text)-1000], " ")+1:]
	assert.NotEmpty(t, propose(1), "with the ration not used up")
}

// BenchmarkUnknownWords searches a text for which the searches do not suffice.
func BenchmarkUnknownWords(b *testing.B) {
	text := strangeWords(10 * freeSearches)
	old := shippedFixer(b).finder
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		f := &Fixer{finder: newFinder(old.dict, old.channel)} // which remembers nothing
		f.Proposals(text)
	}
}
