package settings

// replacement reads a table of [[dictionary.replace]].
func replacement(r *reader, n *node) (Replacement, bool) {
	if !r.want(n, aTable) {
		return Replacement{}, false
	}
	var before, after, reason Value[string]
	failed := len(r.problems)
	r.table(n, "", []setting{
		single("before", &before, text),
		single("after", &after, text),
		single("reason", &reason, text),
	})
	switch {
	case len(r.problems) > failed:
	case before.Value == "":
		r.fail(n.at, "%s has no before", n.label)
	case !after.IsSet():
		r.fail(n.at, `%s has no after, which is "" to remove something`, n.label)
	case before.Value == after.Value:
		r.fail(n.at, "%s replaces %q by itself", n.label, before.Value)
	}
	value := Replacement{Before: before.Value, After: after.Value, Reason: reason.Value}
	return value, len(r.problems) == failed
}
