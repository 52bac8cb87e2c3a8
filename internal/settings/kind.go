package settings

// kind is a type of values, as users know it.
type kind string

const (
	aString kind = "a string"
	aBool   kind = "true or false"
	aWhole  kind = "a whole number"
	aNumber kind = "a number"
	aList   kind = "a list"
	aTable  kind = "a table"
	aTime   kind = "a date or time"
)

func kindOf(value any) kind {
	switch value.(type) {
	case string:
		return aString
	case bool:
		return aBool
	case int64:
		return aWhole
	case float64:
		return aNumber
	case []any:
		return aList
	case map[string]any:
		return aTable
	}
	return aTime
}
