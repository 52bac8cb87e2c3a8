package decode

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// charset is an encoding that can be forced by name.
type charset struct {
	name    string
	aliases []string
	// encoding is nil for Mixed, which x/text does not know.
	encoding encoding.Encoding
}

// The names that [Bytes] and [NewReader] report.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	CP1252  = "cp1252"
	CP850   = "cp850"
	// Mixed is UTF-8 with CP1252 bytes in single places.
	Mixed = "utf-8+cp1252"
)

// charsets are all known encodings. Windows calls CP1252 what most files labelled
// Latin-1 are in truth; a forced latin1 is nevertheless taken at its word.
var charsets = []charset{
	{UTF8, []string{"utf8", "unicode", "ascii", "us-ascii"}, unicode.UTF8},
	{Mixed, []string{"mixed"}, nil},
	{"utf-16", []string{"utf16", "ucs-2"}, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
	{UTF16LE, []string{"utf16le"}, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{UTF16BE, []string{"utf16be"}, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{CP1252, []string{"windows-1252", "win-1252", "win1252", "ansi", "1252"}, charmap.Windows1252},
	{"latin1", []string{"latin-1", "iso-8859-1", "iso8859-1", "l1"}, charmap.ISO8859_1},
	{"latin9", []string{"latin-9", "iso-8859-15", "iso8859-15", "l9"}, charmap.ISO8859_15},
	{CP850, []string{"cp-850", "ibm850", "dos", "oem", "850"}, charmap.CodePage850},
	{"cp437", []string{"cp-437", "ibm437", "437"}, charmap.CodePage437},
	{"macroman", []string{"mac", "macintosh", "mac-roman"}, charmap.Macintosh},
}

// lookup finds an encoding by its name or an alias; case, "_" and blanks around
// the name make no difference.
func lookup(name string) (charset, error) {
	wanted := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), "_", "-")
	for _, c := range charsets {
		if c.name == wanted {
			return c, nil
		}
		for _, alias := range c.aliases {
			if alias == wanted {
				return c, nil
			}
		}
	}
	return charset{}, fmt.Errorf("unknown encoding %q; known are %s", name, strings.Join(Names(), ", "))
}

// CheckName returns an error that lists the known encodings if name is none of
// them; the empty name stands for detection.
func CheckName(name string) error {
	if name == "" {
		return nil
	}
	_, err := lookup(name)
	return err
}

// Names lists the encodings that can be forced.
func Names() []string {
	names := make([]string, len(charsets))
	for i, c := range charsets {
		names[i] = c.name
	}
	return names
}
