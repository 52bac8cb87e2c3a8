package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"klartext/internal/files"
	"klartext/normalize"
	"klartext/normalize/words"
)

// explainOptions are the flags of klartext explain.
type explainOptions struct {
	engineOptions
	context string
	json    bool
}

func newExplainCommand(files *replacer) *cobra.Command {
	var o explainOptions
	cmd := &cobra.Command{
		Use:   "explain [flags] WORD|FILE:LINE...",
		Short: "Tell why a word is changed or is not",
		Long: `explain tells why fix changes a word or leaves it: what the dictionary knows of
it, what the document shows of how it was read, which words it may have been and
by which confusions, what the words around say, how sure the change is, and what
was decided.

A WORD is explained in the text given by --context, or else by itself, which is
not what happens to it in a document. FILE:LINE explains the words of a line in
its document; those that nothing is known against are listed only.

Scores are natural logarithms of probabilities. A confusion ö→é is an é read for
a printed ö; its cost is -ln P in this document, "seen" how often it is expected
to occur there.`,
		Example: `  klartext explain kénnen
  klartext explain fir --context 'die Gemeinden sorgen fir alle'
  klartext explain --era modern giebt
  klartext explain scan.txt:12
  klartext explain --json scan.txt:12 | jq '.[].explanation.words[].decision'`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, subjects []string) error { return runExplain(cmd, subjects, o, files.files()) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&o.context, "context", "", "the `TEXT` that the words stand in")
	completeValues(cmd, "context")
	addEngineFlags(cmd, &o.engineOptions)
	flags.BoolVar(&o.json, "json", false, "print all figures as JSON")
	return cmd
}

// explained is an argument with its explanation.
type explained struct {
	// Subject is the word or place as given on the command line.
	Subject     string            `json:"subject"`
	Explanation words.Explanation `json:"explanation"`
	// line tells that Subject is a line.
	line bool
}

func runExplain(cmd *cobra.Command, subjects []string, o explainOptions, source files.Source) error {
	o.readsOnly = true
	engine, err := newEngine(o.engineOptions, cmd.Flags(), source)
	if err != nil {
		return err
	}
	if _, err := engine.pipeline(""); err != nil {
		return err
	}
	all := make([]explained, len(subjects))
	for i, subject := range subjects {
		if all[i], err = explain(engine, source, subject, o); err != nil {
			return failure{err}
		}
	}
	if o.json {
		encoder := json.NewEncoder(cmd.OutOrStdout())
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return printed(encoder.Encode(all))
	}
	return printed(writeExplanations(cmd.OutOrStdout(), all))
}

// place is FILE:LINE.
var place = regexp.MustCompile(`^(.+):([0-9]+)$`)

func explain(engine *engine, source files.Source, subject string, o explainOptions) (explained, error) {
	if found := place.FindStringSubmatch(subject); found != nil {
		line, err := strconv.Atoi(found[2])
		if err != nil {
			return explained{}, fmt.Errorf("%s: %w", subject, err)
		}
		pipeline, err := engine.pipeline(found[1])
		if err != nil {
			return explained{}, err
		}
		x, err := explainLine(pipeline.Pipeline, source, found[1], line)
		return explained{subject, x, true}, err
	}
	pipeline, err := engine.pipeline("")
	if err != nil {
		return explained{}, err
	}
	x, err := explainInContext(pipeline.Pipeline, subject, o.context)
	return explained{subject, x, false}, err
}

func explainLine(pipeline *normalize.Pipeline, source files.Source, name string, line int) (words.Explanation, error) {
	data, err := readWhole(source, name)
	if err != nil {
		return words.Explanation{}, fmt.Errorf("reading %s: %w", called(name), reason(err))
	}
	text, err := pipeline.Decode(data)
	if err == nil {
		text, err = pipeline.Prepared(text)
	}
	if err != nil {
		return words.Explanation{}, fmt.Errorf("reading %s: %w", called(name), err)
	}
	lines := splitLines(text)
	if line < 1 || line > len(lines) {
		return words.Explanation{}, fmt.Errorf("%s has %d lines, no line %d", called(name), len(lines), line)
	}
	start := len(strings.Join(lines[:line-1], ""))
	return pipeline.Explain(text, start, start+len(lines[line-1]))
}

func explainInContext(pipeline *normalize.Pipeline, word, context string) (words.Explanation, error) {
	if context == "" {
		context = word
	}
	word, err := pipeline.Prepared(word)
	if err == nil {
		context, err = pipeline.Prepared(context)
	}
	if err != nil {
		return words.Explanation{}, err
	}
	start := findWord(context, word)
	if start < 0 {
		return words.Explanation{}, fmt.Errorf("the context does not hold the word %q", word)
	}
	x, err := pipeline.Explain(context, start, start+len(word))
	if err == nil && len(x.Words) == 0 {
		err = errors.New("there is no word in " + strconv.Quote(word))
	}
	return x, err
}

// findWord is where word stands in text without a letter before or behind it, or
// -1.
func findWord(text, word string) int {
	for from := 0; word != ""; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			break
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		behind, _ := utf8.DecodeRuneInString(text[at+len(word):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(behind) {
			return at
		}
		from = at + len(word)
	}
	return -1
}
