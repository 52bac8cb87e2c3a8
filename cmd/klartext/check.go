package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klartext/internal/check"
	"klartext/internal/findings"
	"klartext/internal/settings"
)

// checkOptions are the flags of klartext check.
type checkOptions struct {
	engineOptions
	inputOptions
	disable             []string
	output, color       string
	baseline, failRate  string
	updateBaseline      bool
	minConfidence       float64
	maxFindings         int
	notes, stats, quiet bool
}

func newCheckCommand(files *replacer) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check [flags] [PATH...]",
		Short: "Report suspected OCR errors without changing anything",
		Long: `check reports suspected OCR errors in files and folders, with what fix would make
of them, and changes nothing. Without a PATH, or where PATH is -, it reads standard
input.

An error is reported from a confidence of 0.45 on, the estimated probability that it
is one, or of 0.3 in a text that is full of errors; fix is more careful (0.78).
Reported, too, is what no change can settle: lost characters, wrongly decoded text,
two encodings in one file, and pages that are hardly readable. With --notes, so are
matters of style: quotation marks, dashes, blanks, ligatures, words divided at line
ends.

With --baseline, what is known already is not reported: an old corpus can be kept
from new errors. Lines may have moved. What is new is reported from a confidence of
0.6 on, since doubts come and go with the errors around them. --update-baseline makes
all that is found known; give the same paths from the same folder each time.

With --stats, each file's quality is estimated instead: the share of wrong words
(WER), that of words in no dictionary, the era of its spelling and the engine that it
was read by.

Exit codes: 0 nothing found, or no more than --max-findings and --fail-rate allow;
2 findings; 1 a file or the command line failed.`,
		Example: `  klartext check scans/
  klartext check --output brief page.txt
  klartext check --output sarif corpus/ > klartext.sarif
  klartext check --output github --min-confidence 0.9 corpus/
  klartext check --fail-rate 0.5% corpus/
  klartext check --baseline known.json --update-baseline corpus/
  klartext check --baseline known.json corpus/
  klartext check --stats scans/`,
		RunE: func(cmd *cobra.Command, names []string) error { return runCheck(cmd, names, o, files) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&o.output, "output", "human", "print the findings as `FORMAT`: "+strings.Join(findings.Formats(), ", "))
	flags.Float64Var(&o.minConfidence, "min-confidence", check.DefaultConfidence, "report from a confidence of `P` on, 0 to 1")
	flags.BoolVar(&o.notes, "notes", false, "report matters of style, too")
	flags.StringSliceVar(&o.disable, "disable", nil, "do not report these `RULES` (words/join), or fixers with all of theirs (typography)")
	flags.IntVar(&o.maxFindings, "max-findings", 0, "pass with up to `N` findings")
	flags.StringVar(&o.failRate, "fail-rate", "", "pass with findings in up to `SHARE` of the words (0.5%)")
	flags.StringVar(&o.baseline, "baseline", "", "do not report what `FILE` knows")
	flags.BoolVar(&o.updateBaseline, "update-baseline", false, "write what is found to the --baseline, and pass")
	flags.BoolVar(&o.stats, "stats", false, "estimate the quality of each file instead")
	addFormatFlag(cmd, &o.format)
	addInputFlags(cmd, &o.inputOptions)
	flags.BoolVarP(&o.quiet, "quiet", "q", false, "print nothing; the exit code tells")
	flags.StringVar(&o.color, "color", "auto", "colour the output, `WHEN`: auto, always or never")
	addEngineFlags(cmd, &o.engineOptions)
	completeValues(cmd, "output", findings.Formats()...)
	cmd.MarkFlagsMutuallyExclusive("stats", "baseline")
	return cmd
}

// errFindings says that something was found, which has been printed.
var errFindings = errors.New("findings")

func runCheck(cmd *cobra.Command, names []string, o checkOptions, files *replacer) error {
	o.readsOnly = true
	names, err := o.named(names, files.files(), cmd.InOrStdin())
	if err != nil {
		return err
	}
	if len(names) == 0 && o.filesFrom == "" {
		names = []string{standardStream}
	}
	engine, err := newEngine(o.engineOptions, cmd.Flags(), files.files())
	if err != nil {
		return err
	}
	tuned, err := engine.pipeline(first(names))
	if err != nil {
		return err
	}
	if err := o.settle(tuned.settings, cmd.Flags()); err != nil {
		return err
	}
	c := &checker{engine: engine, options: o, given: cmd.Flags(), files: files, stdin: cmd.InOrStdin(), stderr: cmd.ErrOrStderr()}
	if o.stats {
		return c.statistics(cmd.OutOrStdout(), c.inputs(names))
	}
	if err := c.open(cmd.OutOrStdout()); err != nil {
		return err
	}
	return c.all(c.inputs(names))
}

// settle takes from settings what no flag says, and refuses what makes no sense.
func (o *checkOptions) settle(s settings.Settings, given *pflag.FlagSet) error {
	set(&o.output, s.Check.Output, given, "output")
	set(&o.minConfidence, s.Check.MinConfidence, given, "min-confidence")
	set(&o.maxFindings, s.Check.MaxFindings, given, "max-findings")
	set(&o.baseline, s.Check.Baseline, given, "baseline")
	set(&o.disable, s.Check.Disable, given, "disable")
	o.inputOptions.settle(s, given)
	if s.Check.FailRate.IsSet() && !given.Changed("fail-rate") {
		o.failRate = fmt.Sprintf("%v%%", float64(s.Check.FailRate.Value))
	}
	if _, err := o.rate(); err != nil {
		return err
	}
	switch {
	case !(o.minConfidence >= 0 && o.minConfidence <= 1):
		return fmt.Errorf("--min-confidence is from 0 to 1, not %v", o.minConfidence)
	case o.maxFindings < 0:
		return fmt.Errorf("--max-findings is at least 0, not %d", o.maxFindings)
	case o.updateBaseline && o.baseline == "":
		return errors.New("--update-baseline goes with --baseline, which is not given")
	}
	return o.inputOptions.check()
}

// rate is the share of words, 0 to 1, up to which findings pass; -1 if none is given.
func (o *checkOptions) rate() (float64, error) {
	if o.failRate == "" {
		return -1, nil
	}
	number, percent := strings.CutSuffix(strings.TrimSpace(o.failRate), "%")
	rate, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if percent {
		rate /= 100
	}
	if err != nil || !(rate >= 0 && rate <= 1) {
		return 0, fmt.Errorf("--fail-rate is a share of the words, as 0.5%% or 0.005, not %q", o.failRate)
	}
	return rate, nil
}

// open reads the baseline and makes the writer ready.
func (c *checker) open(stdout io.Writer) error {
	o := c.options
	paint, err := newPainter(o.color, stdout)
	if err != nil {
		return err
	}
	if o.quiet {
		stdout = io.Discard
	}
	c.writer, err = findings.New(o.output, stdout, findings.Options{
		Color: bool(paint), Width: terminalWidth(stdout), Version: shortVersion(), Rules: check.Rules(),
	})
	if err != nil {
		return err
	}
	if o.baseline == "" {
		return nil
	}
	c.baseline = &findings.Baseline{}
	if !c.given.Changed("baseline") {
		// A settings file must not make us wait for a pipe.
		if err := mustBeRegular(c.files.files(), o.baseline); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return failure{fmt.Errorf("reading %s: %w", o.baseline, reason(err))}
		}
	}
	file, err := openNamed(c.files.files(), o.baseline)
	switch {
	case errors.Is(err, fs.ErrNotExist) && o.updateBaseline:
		return nil
	case err != nil:
		return failure{fmt.Errorf("reading %s: %w", o.baseline, reason(err))}
	}
	defer file.Close()
	if c.baseline, err = findings.ReadBaseline(file); err != nil {
		return failure{fmt.Errorf("reading %s: %w", o.baseline, reason(err))}
	}
	return nil
}
