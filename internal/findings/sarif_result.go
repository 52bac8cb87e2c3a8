package findings

import (
	"net/url"
	"strings"
)

// sarifResultOf is a finding that is at s in its Text. What it keeps of the texts is
// copied: a part of a line would hold the whole file in memory.
func sarifResultOf(f Finding, s span, fingerprint string) sarifResult {
	artifact := sarifArtifactOf(f.Path)
	r := sarifResult{
		RuleID: f.Rule, Level: sarifLevel, Message: sarifText(message(f)), Rank: 100 * f.certainty(),
		PartialFingerprints: map[string]string{"klartext/v1": fingerprint},
	}
	where := sarifPhysical{ArtifactLocation: artifact}
	if !f.whole() {
		region := sarifRegionOf(f, s)
		if f.Fixable {
			r.Fixes = []sarifFix{sarifFixOf(f, artifact, region)}
		}
		if f.Before != "" {
			region.Snippet = &sarifMessage{strings.Clone(f.Before)}
		}
		where.Region = &region
	}
	r.Locations = []sarifLocation{{where}}
	return r
}

func sarifFixOf(f Finding, artifact sarifArtifact, region sarifRegion) sarifFix {
	return sarifFix{
		Description: sarifText(suggestion(f)),
		ArtifactChanges: []sarifChange{{artifact, []sarifReplacement{{
			DeletedRegion: region, InsertedContent: sarifMessage{strings.Clone(f.After)},
		}}}},
	}
}

// sarifRegionOf counts columns in UTF-16 code units. Of the last line of a longer
// finding, only Before is known, which has all of it that counts.
func sarifRegionOf(f Finding, s span) sarifRegion {
	r := sarifRegion{StartLine: f.Line, StartColumn: s.utf16, EndLine: f.Line, EndColumn: s.utf16To}
	if !f.oneLine() {
		r.EndLine, r.EndColumn = f.EndLine, max(1, f.EndColumn)
		if at := strings.LastIndexAny(f.Before, "\n\r"); at >= 0 {
			r.EndColumn = 1 + utf16Length(f.Before[at+1:])
		}
	}
	return r
}

// sarifText is a message as SARIF wants it: braces are doubled since one of them would
// stand for an argument, and no link is made of a text that looks like one.
func sarifText(s string) sarifMessage {
	return sarifMessage{strings.NewReplacer("{", "{{", "}", "}}", "](", "] (").Replace(s)}
}

// sarifArtifactOf is a file by its URI: relative to the root of the sources, or
// absolute for a path that is.
func sarifArtifactOf(p string) sarifArtifact {
	p = cleanPath(p)
	switch {
	case strings.HasPrefix(p, "/"):
		return sarifArtifact{URI: "file://" + escapePath(p)}
	case len(p) > 2 && p[1:3] == ":/": // a drive of Windows
		return sarifArtifact{URI: "file:///" + p[:2] + escapePath(p[2:])}
	}
	return sarifArtifact{URI: escapePath(p), URIBaseID: "%SRCROOT%"}
}

// escapePath escapes what is not plain in a path. A colon in its first part would end
// the scheme of a URI.
func escapePath(p string) string {
	parts := strings.Split(p, "/")
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(part), ":", "%3A")
	}
	return strings.Join(parts, "/")
}
