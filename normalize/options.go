package normalize

import (
	"fmt"
	"slices"
	"strings"

	"klartext/dictionary/confusion"
	"klartext/dictionary/domain"
	"klartext/dictionary/wordlist"
	"klartext/normalize/decode"
	"klartext/normalize/markup"
	"klartext/normalize/words"
)

// options are the settings of a Pipeline.
type options struct {
	only, skip []string
	encoding   string
	foldLongS  bool
	mode       words.Mode
	era        words.Era

	own      *wordlist.List
	patterns *wordlist.Protection
	profiles []*confusion.Table
	model    *domain.Model

	format       markup.Format
	keepOriginal bool
	provenance   *markup.Provenance
}

// Option sets up a Pipeline.
type Option func(*options)

// Only lets just the named fixers run.
func Only(names ...string) Option {
	return func(o *options) { o.only = append(o.only, names...) }
}

// Skip leaves out the named fixers.
func Skip(names ...string) Option {
	return func(o *options) { o.skip = append(o.skip, names...) }
}

// Encoding names the encoding of undecoded input ("cp1252", "utf-16le", …)
// instead of having it detected.
func Encoding(name string) Option {
	return func(o *options) { o.encoding = name }
}

// FoldLongS writes s for the long s (ſ), which is kept otherwise.
func FoldLongS() Option {
	return func(o *options) { o.foldLongS = true }
}

// Mode says how sure the words fixer must be of a change to make it; it is
// [words.Balanced] otherwise. Of what it does not make it makes suggestions.
func Mode(m words.Mode) Option {
	return func(o *options) { o.mode = m }
}

// Era says how the text is spelled; otherwise, with [words.EraAuto], its words
// tell. Words of another era's spelling are suspected and not made, but no spelling
// is modernised.
func Era(e words.Era) Option {
	return func(o *options) { o.era = e }
}

// Words adds the user's own words, which stay as they are, and makes their
// replacements.
func Words(own *wordlist.List) Option {
	return func(o *options) { o.own = own }
}

// Protect leaves alone what matches the patterns.
func Protect(patterns *wordlist.Protection) Option {
	return func(o *options) { o.patterns = patterns }
}

// Profiles adds confusions of further OCR engines to those that are known.
func Profiles(tables ...*confusion.Table) Option {
	return func(o *options) { o.profiles = append(o.profiles, tables...) }
}

// Model has the word sequences of a domain, which the user's own texts show, shift the
// language model. [domain.Read] reads one.
func Model(m *domain.Model) Option {
	return func(o *options) { o.model = m }
}

// InFormat says what format files are in; otherwise, with [markup.Auto], each shows
// it.
func InFormat(f markup.Format) Option {
	return func(o *options) { o.format = f }
}

// KeepOriginal stores, in pages, the former reading of a word that changes beside the
// new one, where the format has a place for it.
func KeepOriginal() Option {
	return func(o *options) { o.keepOriginal = true }
}

// Recording has it recorded in pages that change who changed them, as their format
// provides.
func Recording(p markup.Provenance) Option {
	return func(o *options) { o.provenance = &p }
}

// New builds a Pipeline. It fails if Only or Skip name a fixer, or Encoding an
// encoding, that there is not.
func New(opts ...Option) (*Pipeline, error) {
	var o options
	for _, set := range opts {
		set(&o)
	}
	if err := decode.CheckName(o.encoding); err != nil {
		return nil, err
	}
	all, err := buildFixers(o)
	if err != nil {
		return nil, err
	}
	if err := checkNames(all, slices.Concat(o.only, o.skip)); err != nil {
		return nil, err
	}
	chosen := slices.DeleteFunc(slices.Clone(all), func(f Fixer) bool {
		return (len(o.only) > 0 && !slices.Contains(o.only, f.Name())) || slices.Contains(o.skip, f.Name())
	})
	return &Pipeline{fixers: chosen, options: o, protection: protection{words: o.own, patterns: o.patterns}}, nil
}

// Fixers returns the fixers that run, in their order.
func (p *Pipeline) Fixers() []Fixer { return slices.Clone(p.fixers) }

func checkNames(all []Fixer, names []string) error {
	known := make([]string, len(all))
	for i, f := range all {
		known[i] = f.Name()
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return fmt.Errorf("there is no fixer %q; there are %s", name, strings.Join(known, ", "))
		}
	}
	return nil
}
