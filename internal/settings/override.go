package settings

// override is settings for some of the files.
type override struct {
	paths    Value[[]string]
	settings Settings
}

// overrides is the setting [[override]].
func overrides(into *[]override) setting {
	return setting{key: "override", read: func(r *reader, n *node) {
		if !r.want(n, aList) {
			return
		}
		for i, element := range n.elements {
			if r.want(element, aTable) {
				r.override = i + 1
				*into = append(*into, r.readOverride(element))
				r.override = 0
			}
		}
	}}
}

func (r *reader) readOverride(n *node) override {
	var o override
	known := []setting{single("paths", &o.paths, list(overridePath))}
	for _, s := range o.settings.all() {
		if !s.inOverride {
			s.read, s.refused = refuse, true
		}
		known = append(known, s)
	}
	before := len(r.problems)
	r.table(n, "", known)
	if len(r.problems) == before && len(o.paths.Value) == 0 {
		r.fail(n.at, "the override has no paths, which say what files it is for")
	}
	return o
}

func refuse(r *reader, n *node) {
	r.fail(n.keyAt, "%s is the same for all files; it can't be overridden", n.key)
}
