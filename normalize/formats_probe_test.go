package normalize

import (
	"os"
	"path/filepath"
	"testing"
	"fmt"
	"klartext/normalize/markup"
	"time"
)

func TestProbe(t *testing.T) {
	p, err := New(Recording(markup.Provenance{Software: "klartext", Version: "0", Time: time.Unix(0, 0)}))
	if err != nil { t.Fatal(err) }
	var files []string
	for _, g := range []string{"/work/shared/eval/formats/*.xml", "/work/shared/eval/modern/formats/*.xml", "/work/shared/eval/modern/formats/*.hocr"} {
		m, _ := filepath.Glob(g)
		files = append(files, m...)
	}
	out := os.Getenv("PROBE_OUT")
	for _, f := range files {
		data, _ := os.ReadFile(f)
		start := time.Now()
		file, err := p.CleanFile(data)
		if err != nil { t.Errorf("%s: %v", f, err); continue }
		got, err := Apply(file.Input, file.Changes)
		if err != nil || got != file.Text { t.Errorf("%s: replay %v", f, err) }
		read, err := Apply(file.Reading.Text, file.Reading.Changes)
		if err != nil { t.Errorf("%s: replay reading %v", f, err) }
		now, err := p.Running([]byte(file.Text))
		if err != nil { t.Errorf("%s: %v", f, err); continue }
		if now != read {
			t.Errorf("%s: reading differs", f)
			for i := range now { if i >= len(read) || now[i] != read[i] { t.Logf("%q %q", now[max(0,i-40):min(len(now),i+60)], read[max(0,i-40):min(len(read),i+60)]); break } }
		}
		again, err := p.CleanFile([]byte(file.Text))
		if err != nil || again.Text != file.Text { t.Errorf("%s: again %v %v", f, err, again.Changes) }
		fmt.Println(filepath.Base(f), len(file.Changes), len(file.Reading.Changes), len(file.Reading.Suggestions), len(file.Suggestions), file.Reading.Words, time.Since(start))
		if out != "" { os.WriteFile(filepath.Join(out, filepath.Base(f)), []byte(file.Text), 0o644) }
	}
}
