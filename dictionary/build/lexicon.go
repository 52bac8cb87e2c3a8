package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"

	"klartext/dictionary/automaton"
)

// form is what the sources say of one spelling.
type form struct {
	// modern and historic are occurrences per billion words in the two mixtures
	// of sources, web those of the large list.
	modern, historic, web float64
	// rawModern and rawHistoric are plain counts in the corpus.
	rawModern, rawHistoric float64
	lexical, name          bool
	noun, adjective, verb  bool
}

// perBillion is the form's frequency in mixed German text.
func (f *form) perBillion() float64 {
	const floor = 0.5 // a form of the dictionaries that no text has
	return max(floor, 0.3*f.modern+0.25*f.historic+0.45*f.web)
}

// sourceWeights are the shares of the corpus's sources in the two mixtures:
// chosen by kind of text, not by size, so that parliament does not drown the rest.
var modernWeights = map[string]float64{
	"wikipedia": 0.45, "klexikon": 0.05, "bundestag19": 0.08, "bundestag20": 0.08, "bundestag21": 0.04,
	"germeval14": 0.08, "ud_gsd": 0.02, "gerichtsurteile": 0.07, "gesetze": 0.13,
}

var historicWeights = map[string]float64{
	"eltec": 0.3, "gerdracor": 0.25, "ministerrat": 0.15, "dingler": 0.3,
}

// tokensOf are the tokens of each source in millions, as its readme counts them.
var tokensOf = map[string]float64{
	"wikipedia": 14.88, "klexikon": 1.21, "bundestag19": 19.75, "bundestag20": 17.09, "bundestag21": 5.27,
	"germeval14": 0.138, "ud_gsd": 0.028, "gerichtsurteile": 1.99, "gesetze": 5.09,
	"eltec": 11.09, "gerdracor": 7.06, "ministerrat": 5.77, "dingler": 8.80,
}

// lexicon gathers the forms of all lists.
type lexicon struct {
	forms map[string]*form
}

func (l *lexicon) form(word string) *form {
	f := l.forms[word]
	if f == nil {
		f = &form{}
		l.forms[word] = f
	}
	return f
}

// readLexicon reads the lists in dir.
func readLexicon(dir string) (*lexicon, error) {
	l := &lexicon{forms: make(map[string]*form)}
	steps := []struct {
		file string
		row  func(fields []string) error
	}{
		{"posdict_forms.tsv.zst", l.addInflected},
		{"names_firstnames.tsv.zst", l.addName},
		{"names_lastnames.tsv.zst", l.addName},
		{"names_speakers.tsv.zst", l.addName},
		{"names_places.tsv.zst", l.addName},
	}
	if err := l.readUnigrams(filepath.Join(dir, "unigrams_by_source.tsv.zst")); err != nil {
		return nil, err
	}
	for _, s := range steps {
		if err := readRows(filepath.Join(dir, s.file), true, s.row); err != nil {
			return nil, err
		}
	}
	return l, l.readWeb(filepath.Join(dir, "wordfreq_large_de.tsv.zst"))
}

func (l *lexicon) addInflected(fields []string) error {
	if !isWord(fields[0]) {
		return nil
	}
	f := l.form(fields[0])
	f.lexical = true
	switch fields[2] {
	case "NOUN":
		f.noun = true
	case "ADJ":
		f.adjective = true
	default:
		f.verb = true
	}
	return nil
}

func (l *lexicon) addName(fields []string) error {
	for _, part := range strings.Fields(fields[0]) {
		if isWord(part) && utf8.RuneCountInString(part) > 2 && unicode.IsUpper([]rune(part)[0]) {
			l.form(part).name = true
		}
	}
	return nil
}

// readUnigrams reads the counts by source; the header names the sources.
func (l *lexicon) readUnigrams(file string) error {
	var sources []string
	return readRows(file, false, func(fields []string) error {
		if sources == nil {
			sources = fields[2:]
			return nil
		}
		if !isWord(fields[0]) {
			return nil
		}
		f := l.form(fields[0])
		for i, field := range fields[2:] {
			if field == "" {
				continue
			}
			n, err := strconv.ParseFloat(field, 64)
			if err != nil {
				return fmt.Errorf("count of %s: %w", fields[0], err)
			}
			f.count(sources[i], n)
		}
		return nil
	})
}

func (f *form) count(source string, n float64) {
	perBillion := n / tokensOf[source] * 1000
	if w, ok := modernWeights[source]; ok {
		f.modern += w * perBillion
		f.rawModern += n
	} else {
		f.historic += historicWeights[source] * perBillion
		f.rawHistoric += n
	}
}

// leastZipf is where the tail of the web list begins: below it a spelling proves
// nothing.
const leastZipf = 2.3

// readWeb shares out the large lower-cased list among the spellings there are;
// a word that no other list has comes in with the capital its ending suggests.
func (l *lexicon) readWeb(file string) error {
	spellings := make(map[string][]string)
	for word := range l.forms {
		lower := strings.ToLower(word)
		spellings[lower] = append(spellings[lower], word)
	}
	capitals := learnCapitals(l.forms)
	return readRows(file, false, func(fields []string) error {
		zipf, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			return fmt.Errorf("zipf of %s: %w", fields[0], err)
		}
		perBillion := math.Pow(10, zipf)
		known := spellings[fields[0]]
		if len(known) == 0 && zipf >= leastZipf && isWebWord(fields[0]) {
			l.form(capitals.apply(fields[0])).web += perBillion
		}
		total := 0.0
		for _, word := range known {
			total += l.forms[word].share()
		}
		for _, word := range known {
			l.forms[word].web += perBillion * l.forms[word].share() / total
		}
		return nil
	})
}

// share is the weight of a form among those that differ in case only.
func (f *form) share() float64 { return 0.3 + f.rawModern + f.rawHistoric }

// isWord tells whether s can stand in the dictionary: letters of the alphabet,
// with hyphens and apostrophes between.
func isWord(s string) bool {
	letters := 0
	for _, r := range s {
		if _, ok := automaton.Code(r); !ok || unicode.IsDigit(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return letters > 0 && unicode.IsLetter(first) && unicode.IsLetter(last) && len(s) <= 60
}

// isWebWord is stricter: the list has much that is no word.
func isWebWord(s string) bool {
	return isWord(s) && utf8.RuneCountInString(s) >= 4 && !strings.ContainsAny(s, "-'")
}

// readRows calls row with the tab-separated fields of each line of a file packed
// with zstd.
func readRows(file string, header bool, row func(fields []string) error) error {
	r, err := openZstd(file)
	if err != nil {
		return err
	}
	defer r.Close()
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1<<20)
	for line := 1; scanner.Scan(); line++ {
		if header && line == 1 {
			continue
		}
		if err := row(strings.Split(scanner.Text(), "\t")); err != nil {
			return fmt.Errorf("%s, line %d: %w", file, line, err)
		}
	}
	if err := scanner.Err(); err != nil {
		return fmt.Errorf("reading %s: %w", file, err)
	}
	return nil
}

func openZstd(file string) (io.ReadCloser, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("opening a source: %w", err)
	}
	d, err := zstd.NewReader(f)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("unpacking %s: %w", file, err), f.Close())
	}
	return &zstdFile{Decoder: d, file: f}, nil
}

// zstdFile closes the file with the decoder.
type zstdFile struct {
	*zstd.Decoder
	file *os.File
}

func (z *zstdFile) Close() error {
	z.Decoder.Close()
	return z.file.Close()
}
