package words

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
)

func TestDebugShares(t *testing.T) {
	d, _ := dictionary.Embedded()
	tables, _ := confusion.Shipped()
	f, _ := New(d, tables)
	for _, glob := range strings.Fields(os.Getenv("GLOB")) {
		files, _ := filepath.Glob(glob)
		for i, file := range files {
			if i%(len(files)/6+1) != 0 {
				continue
			}
			raw, _ := os.ReadFile(file)
			doc := f.finder.read(string(raw))
			p := doc.adapt()
			fmt.Print(filepath.Base(file), " ")
			for k, s := range p.share {
				if s > 0.005 {
					fmt.Printf("%s=%.2f*%.3f ", f.finder.channel.profiles[k], s, p.noise[k])
				}
			}
			fmt.Printf("searched %b\n", doc.searched)
		}
	}
}

func TestDebugWords(t *testing.T) {
	d, _ := dictionary.Embedded()
	tables, _ := confusion.Shipped()
	f, _ := New(d, tables)
	raw, _ := os.ReadFile(os.Getenv("DOC"))
	want := strings.Fields(os.Getenv("WORDS"))
	doc := f.finder.read(string(raw))
	p := doc.adapt()
	doc.decode(p)
	for i := range doc.paragraphs {
		for j := range doc.paragraphs[i].slots {
			s := &doc.paragraphs[i].slots[j]
			w := doc.text[s.start:s.end]
			for _, x := range want {
				if x == w {
					fmt.Printf("%s known=%v compound=%v opaque=%v candidates %d\n", w, s.entry.known, s.entry.compound, s.opaque, len(s.candidates))
					for _, o := range s.options {
						rules := ""
						if o.from != nil {
							for _, id := range o.from.rules {
								r := p.channel.rules[id]
								rules += fmt.Sprintf(" [%s>%s %.1f used %.1f]", spell(r.intended), string(r.observed), p.cost[id], p.used[id])
							}
							if o.from.edits > 0 {
								rules += " +edit"
							}
						}
						fmt.Printf("   %-24s post %.4f score %.1f uni %.1f spell %.1f %s\n", o.text, o.posterior, o.score, o.words[0].uni.LogProb, o.words[0].spelling, rules)
					}
					if q, span := doc.propose(doc.paragraphs[i].slots, j, p); span > 0 {
						sum := 0.0
						for k, x := range q.Features {
							sum += unknownWeights[k] * x
							fmt.Printf("      %s %.2f*%.2f", FeatureNames[k], x, unknownWeights[k])
						}
						fmt.Printf("\n      sum %.2f conf %.3f\n", sum, confidence(&q.Features))
					}
				}
			}
		}
	}
}
