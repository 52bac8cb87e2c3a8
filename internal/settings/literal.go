package settings

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// literal writes a value as TOML.
func literal(value any) string {
	switch value := value.(type) {
	case string:
		return quoted(value)
	case bool:
		return strconv.FormatBool(value)
	case int:
		return strconv.Itoa(value)
	case float64:
		return strconv.FormatFloat(value, 'f', -1, 64)
	case Percent:
		return quoted(strconv.FormatFloat(float64(value), 'f', -1, 64) + "%")
	case []string:
		return literals(value)
	case *regexp.Regexp:
		return quoted(value.String())
	case Replacement:
		return value.literal()
	}
	return quoted(fmt.Sprint(value))
}

func literals[T any](values []T) string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = literal(v)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

func (r Replacement) literal() string {
	s := "{ before = " + quoted(r.Before) + ", after = " + quoted(r.After)
	if r.Reason != "" {
		s += ", reason = " + quoted(r.Reason)
	}
	return s + " }"
}

// quoted prefers the quotes within which an expression reads as it is.
func quoted(s string) string {
	if strings.Contains(s, `\`) && !strings.ContainsFunc(s, isNoLiteral) {
		return "'" + s + "'"
	}
	// The escapes of JSON are TOML's, too.
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(s); err != nil {
		panic(err) // strings can be encoded
	}
	return strings.ReplaceAll(strings.TrimSuffix(out.String(), "\n"), "\x7f", `\u007f`)
}

func isNoLiteral(r rune) bool {
	return r < ' ' || r == '\'' || r == 0x7f || r == utf8.RuneError
}
