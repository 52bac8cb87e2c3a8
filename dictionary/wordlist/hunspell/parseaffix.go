package hunspell

import (
	"fmt"
	"strconv"
	"strings"
)

// affixParser reads an .aff file line by line.
type affixParser struct {
	*affixes
	// class is the one whose rows are read, left how many of them are to come.
	class struct {
		kind, name string // PFX or SFX, its flag as written
		flag       flag
		cross      bool
	}
	left int
	// aliasesLeft is the number of AF lines to come, aliasesBegun tells that their
	// number has been read.
	aliasesLeft  int
	aliasesBegun bool
}

// parseAffixes reads the text of an .aff file. Options that say nothing of forms
// are passed over.
func parseAffixes(path, text string) (*affixes, error) {
	p := &affixParser{affixes: &affixes{
		prefixes: make(map[flag][]affix), suffixes: make(map[flag][]affix),
	}}
	// The type and the properties come first: rows may stand above them.
	number := 0
	for _, read := range []func([]string) error{p.flagOption, p.propertyOption, p.line} {
		number = 0
		for line := range strings.Lines(text) {
			number++
			fields := strings.Fields(line)
			if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
				continue
			}
			if err := read(fields); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, number, err)
			}
		}
	}
	if p.left > 0 {
		return nil, fmt.Errorf("%s:%d: the file ends before the last %d rows of %s %s", path, number, p.left, p.class.kind, p.class.name)
	}
	return p.affixes, nil
}

// flagOption reads FLAG and nothing else.
func (p *affixParser) flagOption(fields []string) (err error) {
	if fields[0] != "FLAG" {
		return nil
	}
	if len(fields) < 2 {
		return fmt.Errorf("FLAG without a type")
	}
	p.flags, err = parseFlagType(fields[1])
	return err
}

// propertyOption reads the options that give flags a meaning.
func (p *affixParser) propertyOption(fields []string) (err error) {
	var to *flag
	switch fields[0] {
	case "FORBIDDENWORD":
		to = &p.special.forbidden
	case "NEEDAFFIX", "PSEUDOROOT":
		to = &p.special.needAffix
	case "ONLYINCOMPOUND":
		to = &p.special.onlyInCompound
	case "CIRCUMFIX":
		to = &p.special.circumfix
	case "FULLSTRIP":
		p.fullStrip = true
		return nil
	default:
		return nil
	}
	if len(fields) < 2 {
		return fmt.Errorf("%s without a flag", fields[0])
	}
	*to, err = p.flags.one(fields[1])
	return err
}

// line reads what the other two leave.
func (p *affixParser) line(fields []string) error {
	isAffix := fields[0] == "PFX" || fields[0] == "SFX"
	switch {
	case p.left > 0 && !isAffix:
		return fmt.Errorf("%s stands where %d more rows of %s %s are to come", fields[0], p.left, p.class.kind, p.class.name)
	case p.left > 0:
		return p.row(fields)
	case isAffix:
		return p.head(fields)
	case fields[0] == "AF":
		return p.alias(fields)
	}
	return nil
}

// alias reads an AF line: first their number, then the flags of each.
func (p *affixParser) alias(fields []string) error {
	if len(fields) < 2 {
		return fmt.Errorf("AF without flags")
	}
	if !p.aliasesBegun {
		n, err := strconv.Atoi(fields[1])
		if err != nil || n < 0 {
			return fmt.Errorf("AF %s: not the number of aliases", fields[1])
		}
		p.aliasesBegun, p.aliasesLeft = true, n
		return nil
	}
	if p.aliasesLeft == 0 {
		return fmt.Errorf("more lines AF than the first one says")
	}
	flags, err := p.flags.parse(fields[1])
	if err != nil {
		return err
	}
	p.aliasesLeft--
	p.aliases = append(p.aliases, flags)
	return nil
}

// head reads the line that begins a class: SFX flag Y|N number.
func (p *affixParser) head(fields []string) error {
	if len(fields) < 4 {
		return fmt.Errorf("%s needs a flag, Y or N, and the number of rows", fields[0])
	}
	f, err := p.flags.one(fields[1])
	if err != nil {
		return err
	}
	if fields[2] != "Y" && fields[2] != "N" {
		return fmt.Errorf("%s %s: cross product %q is not Y or N", fields[0], fields[1], fields[2])
	}
	n, err := strconv.Atoi(fields[3])
	if err != nil || n < 0 {
		return fmt.Errorf("%s %s: %q is not the number of rows", fields[0], fields[1], fields[3])
	}
	p.class.kind, p.class.name, p.class.flag, p.class.cross = fields[0], fields[1], f, fields[2] == "Y"
	p.left = n
	return nil
}

// row reads an affix: SFX flag strip add[/flags] [condition].
func (p *affixParser) row(fields []string) error {
	if fields[0] != p.class.kind || len(fields) < 2 || fields[1] != p.class.name {
		return fmt.Errorf("a row of another class where %d more of %s %s are to come", p.left, p.class.kind, p.class.name)
	}
	if len(fields) < 4 {
		return fmt.Errorf("%s %s: a row needs what to strip and what to add", fields[0], fields[1])
	}
	a := affix{cross: p.class.cross, strip: unlessZero(fields[2])}
	add, flags, _ := cutFlags(fields[3])
	a.add = unlessZero(add)
	if len(a.add) > maxText || len(a.strip) > maxText {
		return fmt.Errorf("%s %s: an affix of more than %d bytes", fields[0], fields[1], maxText)
	}
	var err error
	if a.more, err = p.parseFlags(flags); err != nil {
		return err
	}
	a.properties = p.propertiesOf(a.more)
	if len(fields) > 4 {
		if a.when, err = parseCondition(fields[4]); err != nil {
			return err
		}
	}
	classes := p.suffixes
	if p.class.kind == "PFX" {
		classes = p.prefixes
	}
	classes[p.class.flag] = append(classes[p.class.flag], a)
	p.left--
	return nil
}

// unlessZero makes of 0, which stands for nothing, nothing.
func unlessZero(s string) string {
	if s == "0" {
		return ""
	}
	return s
}

// parseFlags reads the flags of a word or an affix, which are the number of an
// alias if there are aliases.
func (a *affixes) parseFlags(s string) ([]flag, error) {
	if s == "" {
		return nil, nil
	}
	if len(a.aliases) == 0 {
		return a.flags.parse(s)
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > len(a.aliases) {
		return nil, fmt.Errorf("flags %q: not the number of one of the %d aliases", s, len(a.aliases))
	}
	return a.aliases[n-1], nil
}
