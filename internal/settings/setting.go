package settings

import "klartext/normalize/words"

// mostJobs is the highest number of jobs that is taken to be meant.
const mostJobs = 1024

// mostFindings is the highest number of findings to ask for.
const mostFindings = 1 << 30

// setting is a key of the file, by its whole name ("check.disable").
type setting struct {
	key        string
	inOverride bool // may differ between files
	refused    bool // is known, but does not belong where it is
	cell       cell // nil for what is no value itself
	read       func(*reader, *node)
}

// all lists the settings in s. It is the only place that does: what is read, taken
// over by overrides and explained goes by it, in this order.
func (s *Settings) all() []setting {
	d, c := &s.Dictionary, &s.Check
	return []setting{
		varied("mode", &s.Mode, named(words.ParseMode)),
		varied("era", &s.Era, named(words.ParseEra)),
		varied("encoding", &s.Encoding, encoding),
		varied("only", &s.Only, list(fixer)),
		varied("skip", &s.Skip, list(fixer)),
		varied("fold-long-s", &s.FoldLongS, truth),
		single("keep-original", &s.KeepOriginal, truth),
		single("provenance", &s.Provenance, truth),
		single("include", &s.Include, list(glob)),
		single("exclude", &s.Exclude, list(glob)),
		single("jobs", &s.Jobs, whole(1, mostJobs)),
		single("profiles", &s.Profiles, list(filePath)),
		single("model", &s.Model, optional(filePath)),
		added("dictionary.files", &d.Files, filePath),
		added("dictionary.words", &d.Words, word),
		added("dictionary.protect", &d.Protect, expression),
		added("dictionary.replace", &d.Replace, replacement),
		single("check.output", &c.Output, identifier),
		varied("check.min-confidence", &c.MinConfidence, between(0, 1)),
		single("check.max-findings", &c.MaxFindings, whole(0, mostFindings)),
		single("check.fail-rate", &c.FailRate, percent),
		single("check.baseline", &c.Baseline, optional(filePath)),
		varied("check.disable", &c.Disable, list(rule)),
	}
}

// single is a setting for all files.
func single[T any](key string, v *Value[T], parse parser[T]) setting {
	return setting{key: key, cell: v, read: func(r *reader, n *node) {
		if value, ok := parse(r, n); ok {
			*v = Value[T]{Value: value, Origin: r.origin(n)}
		}
	}}
}

// varied is a setting that overrides replace.
func varied[T any](key string, v *Value[T], parse parser[T]) setting {
	s := single(key, v, parse)
	s.inOverride = true
	return s
}

// added is a list that overrides add to.
func added[T any](key string, v *Values[T], parse parser[T]) setting {
	return setting{key: key, cell: v, inOverride: true, read: func(r *reader, n *node) {
		if !r.want(n, aList) {
			return
		}
		for _, element := range n.elements {
			if value, ok := parse(r, element); ok {
				*v = append(*v, Value[T]{Value: value, Origin: r.origin(element)})
			}
		}
	}}
}

// take lets every value that other sets have its way.
func (s *Settings) take(other Settings) {
	from := other.all()
	for i, to := range s.all() {
		to.cell.take(from[i].cell)
	}
}
