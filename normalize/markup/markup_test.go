package markup

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/edit"
)

// alto wraps lines of Strings into an ALTO file of a version.
func alto(version, lines string) string {
	return `<alto xmlns="http://www.loc.gov/standards/alto/ns-v` + version + `#"><Layout><Page><PrintSpace><TextBlock ID="b">` +
		lines + `</TextBlock></PrintSpace></Page></Layout></alto>`
}

// pageXML wraps regions into a PAGE file.
func pageXML(regions string) string {
	return `<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page>` + regions + `</Page></PcGts>`
}

// hocr wraps lines into an hOCR file, in which end tags of HTML are left out.
func hocr(lines string) string {
	return `<!DOCTYPE html><html><head><meta name="ocr-system" content="x"></head><body><br>` +
		`<div class='ocr_page'><p class='ocr_par'>` + lines + `</p></div></body></html>`
}

// swap makes edits of pairs: what stands in text and what is to stand there. Each is
// looked for behind the one before.
func swap(t *testing.T, text string, pairs ...string) []edit.Edit {
	t.Helper()
	var edits []edit.Edit
	at := 0
	for i := 0; i < len(pairs); i += 2 {
		found := strings.Index(text[at:], pairs[i])
		require.GreaterOrEqual(t, found, 0, "%q in %q", pairs[i], text)
		at += found
		edits = append(edits, edit.Edit{
			Start: at, End: at + len(pairs[i]), Before: pairs[i], After: pairs[i+1], Rule: "words", Confidence: 0.9,
		})
		at += len(pairs[i])
	}
	return edits
}

// carry carries swaps into source, checks what must hold of any, and returns the new
// source.
func carry(t *testing.T, format Format, source string, o Options, pairs ...string) string {
	t.Helper()
	doc, err := Parse(source, format)
	require.NoError(t, err)
	carried := doc.Carry(swap(t, doc.Text(), pairs...), o)
	got, err := edit.Apply(source, carried.Source)
	require.NoError(t, err)
	now, err := Parse(got, format)
	require.NoError(t, err)
	want, err := edit.Apply(doc.Text(), carried.Text)
	require.NoError(t, err)
	require.Equal(t, want, now.Text(), "the running text that was promised")
	return got
}

func TestText(t *testing.T) {
	for _, tt := range []struct {
		name   string
		format Format
		source string
		want   string
	}{
		{"ALTO", ALTO, alto("3", `<TextLine><String CONTENT="Ein"/><SP/><String CONTENT=" kurzer "/></TextLine><TextLine><String CONTENT='Satz &amp; &quot;so&#39;'/></TextLine>`), "Ein kurzer\nSatz & \"so'"},
		{"ALTO: a hyphen of its own", ALTO, alto("2", `<TextLine><String CONTENT="Ver"/><HYP CONTENT="&#173;"/></TextLine><TextLine><String CONTENT="waltung"/></TextLine>`), "Ver\u00ad\nwaltung"},
		{"ALTO: empty Strings and lines", ALTO, alto("3", `<TextLine><String CONTENT=" "/></TextLine><TextLine><String CONTENT="a"/><String CONTENT=""/><String CONTENT="b"/></TextLine>`), "a b"},
		{"ALTO: ReadingOrder", ALTO, `<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><ReadingOrder><OrderedGroup><ElementRef REF="y"/><ElementRef REF="x"/></OrderedGroup></ReadingOrder><Layout>` +
			`<TextBlock ID="x"><TextLine><String CONTENT="zwei"/></TextLine></TextBlock><TextBlock ID="y"><TextLine><String CONTENT="eins"/></TextLine></TextBlock></Layout></alto>`, "eins\n\nzwei"},
		{"PAGE: lines before words", PAGE, pageXML(`<TextRegion id="r"><TextLine><Word><TextEquiv><Unicode>alt</Unicode></TextEquiv></Word><TextEquiv><Unicode>neu hier</Unicode></TextEquiv></TextLine></TextRegion>`), "neu hier"},
		{"PAGE: words without a line's text", PAGE, pageXML(`<TextRegion id="r"><TextLine><Word><TextEquiv><Unicode>ein</Unicode></TextEquiv></Word><Word><TextEquiv><Unicode>Wort</Unicode></TextEquiv></Word></TextLine></TextRegion>`), "ein Wort"},
		{"PAGE: a region's text only", PAGE, pageXML("<TextRegion id=\"r\"><TextEquiv><Unicode>eins\r\nzwei</Unicode></TextEquiv></TextRegion>"), "eins\nzwei"},
		{"PAGE: the lowest index", PAGE, pageXML(`<TextRegion id="r"><TextLine><TextEquiv index="2"><Unicode>zwei</Unicode></TextEquiv><TextEquiv index="1"><Unicode>eins</Unicode></TextEquiv></TextLine></TextRegion>`), "eins"},
		{"PAGE: ReadingOrder", PAGE, pageXML(`<ReadingOrder><OrderedGroup><RegionRefIndexed index="1" regionRef="a"/><UnorderedGroupIndexed index="0"><RegionRef regionRef="b"/></UnorderedGroupIndexed></OrderedGroup></ReadingOrder>` +
			`<TextRegion id="a"><TextEquiv><Unicode>A</Unicode></TextEquiv></TextRegion><TextRegion id="b"><TextEquiv><Unicode>B</Unicode></TextEquiv></TextRegion><TextRegion id="c"><TextEquiv><Unicode>C</Unicode></TextEquiv></TextRegion>`), "B\n\nA\n\nC"},
		{"hOCR", HOCR, hocr("<span class='ocr_line'><span class='ocrx_word'>Stra&szlig;e</span> <span class='ocrx_word'><strong>f&uuml;r</strong></span><br></span><span class='ocr_line'><span class='ocrx_word'>alle</span></span>"), "Straße für\nalle"},
		{"hOCR: characters with elements of their own", HOCR, hocr("<span class='ocr_line'><span class='ocrx_word'>\n <span class='ocrx_cinfo'>f</span>\n <span class='ocrx_cinfo'>r</span>\n</span></span>"), "fr"},
		{"hOCR: lines without words", HOCR, hocr("<span class='ocr_line'> Ein Satz. </span><span class='ocr_line'>Noch einer.</span>"), "Ein Satz.\nNoch einer."},
		{"hOCR: former readings do not count", HOCR, hocr(`<span class='ocr_line'><span class='ocrx_word'><span class="alternatives"><ins class="alt">neu</ins><del class="alt">alt</del></span></span></span>`), "neu"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Parse(tt.source, tt.format)
			require.NoError(t, err)
			assert.Equal(t, tt.want, doc.Text())
		})
	}
}

func TestCarry(t *testing.T) {
	line := func(words ...string) string {
		return `<TextLine><String CONTENT="` + strings.Join(words, `"/><SP/><String CONTENT="`) + `"/></TextLine>`
	}
	for _, tt := range []struct {
		name         string
		format       Format
		source, want string
		pairs        []string
	}{
		{"a word", ALTO, alto("3", line("fir", "alle")), alto("3", line("für", "alle")), []string{"fir", "für"}},
		{"quotes around words are escaped", ALTO, alto("3", line("ja")), alto("3", line("&quot;&lt;ja&quot;")), []string{"ja", `"<ja"`}},
		{"references that stay are left", ALTO, alto("3", line("A&#38;fir")), alto("3", line("A&#38;für")), []string{"A&fir", "A&für"}},
		{"a blank that moves", ALTO, alto("3", line("aufd", "er", "Bank")), alto("3", line("auf", "der", "Bank")), []string{"aufd er", "auf der"}},
		{"a join takes the box of most of it", ALTO, alto("3", line("die", "Ver", "waltung")), alto("3", line("die", "", "Verwaltung")), []string{"Ver waltung", "Verwaltung"}},
		{"a split stays in its box", ALTO, alto("3", line("derRegel")), alto("3", line("der Regel")), []string{"derRegel", "der Regel"}},
		{"words joined over a line end stay, and say so", ALTO, alto("3", line("Ver-")+line("waltnng", "ist")),
			alto("3", `<TextLine><String CONTENT="Ver-" SUBS_TYPE="HypPart1" SUBS_CONTENT="Verwaltung"/></TextLine><TextLine><String CONTENT="waltung" SUBS_TYPE="HypPart2" SUBS_CONTENT="Verwaltung"/><SP/><String CONTENT="ist"/></TextLine>`),
			[]string{"Ver-\nwaltnng ist", "Verwaltung\nist"}},
		{"a hyphen of its own stays", ALTO,
			alto("3", `<TextLine><String CONTENT="Vcr" SUBS_TYPE="HypPart1" SUBS_CONTENT="Vcrwaltung"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="waltung" SUBS_TYPE="HypPart2" SUBS_CONTENT="Vcrwaltung"/></TextLine>`),
			alto("3", `<TextLine><String CONTENT="Ver" SUBS_TYPE="HypPart1" SUBS_CONTENT="Verwaltung"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="waltung" SUBS_TYPE="HypPart2" SUBS_CONTENT="Verwaltung"/></TextLine>`),
			[]string{"Vcr-\nwaltung", "Verwaltung"}},
		{"a hyphen that belongs to the word", ALTO, alto("3", line("Nord-")+line("Süd")),
			alto("3", `<TextLine><String CONTENT="Nord-" SUBS_TYPE="HypPart1" SUBS_CONTENT="Nord-Süd"/></TextLine><TextLine><String CONTENT="Süd" SUBS_TYPE="HypPart2" SUBS_CONTENT="Nord-Süd"/></TextLine>`),
			[]string{"-\nSüd", "-Süd"}},
		{"a line is not emptied", ALTO, alto("3", line("weg")), alto("3", line("weg")), []string{"weg", ""}},
		{"confidences of characters", ALTO, alto("3", `<TextLine><String CONTENT="fiir" CC="0 7 5 3"/></TextLine>`), alto("3", `<TextLine><String CONTENT="für" CC="0 1 3"/></TextLine>`), []string{"fiir", "für"}},
		{"confidences that do not fit stay", ALTO, alto("3", `<TextLine><String CONTENT="fir" CC="075"/><String CONTENT="fir" CC="1"/></TextLine>`), alto("3", `<TextLine><String CONTENT="für" CC="015"/><String CONTENT="für" CC="1"/></TextLine>`), []string{"fir", "für", "fir", "für"}},
		{"glyphs of as many characters", ALTO, alto("3", `<TextLine><String CONTENT="fi"><Glyph CONTENT="f"/><Glyph CONTENT="i"><Variant CONTENT="l"/></Glyph></String></TextLine>`),
			alto("3", `<TextLine><String CONTENT="fü"><Glyph CONTENT="f"/><Glyph CONTENT="ü"><Variant CONTENT="l"/></Glyph></String></TextLine>`), []string{"fi", "fü"}},
		{"glyphs that fit no more", ALTO, alto("3", "<TextLine><String CONTENT=\"ii\">\n <Glyph CONTENT=\"i\"/>\n <Glyph CONTENT=\"i\"></Glyph>\n</String></TextLine>"),
			alto("3", "<TextLine><String CONTENT=\"ü\">\n</String></TextLine>"), []string{"ii", "ü"}},
		{"PAGE: words, lines and regions agree", PAGE,
			pageXML("<TextRegion id=\"r\"><TextLine><Word><TextEquiv><Unicode>Ver-</Unicode></TextEquiv></Word><TextEquiv><Unicode>Ver-</Unicode></TextEquiv></TextLine><TextLine><Word><TextEquiv><Unicode>waltnng</Unicode></TextEquiv></Word><TextEquiv><Unicode>waltnng</Unicode></TextEquiv></TextLine><TextEquiv><Unicode>Ver-\nwaltnng</Unicode></TextEquiv></TextRegion>"),
			pageXML("<TextRegion id=\"r\"><TextLine><Word><TextEquiv><Unicode>Ver-</Unicode></TextEquiv></Word><TextEquiv><Unicode>Ver-</Unicode></TextEquiv></TextLine><TextLine><Word><TextEquiv><Unicode>waltung</Unicode></TextEquiv></Word><TextEquiv><Unicode>waltung</Unicode></TextEquiv></TextLine><TextEquiv><Unicode>Ver-\nwaltung</Unicode></TextEquiv></TextRegion>"),
			[]string{"Ver-\nwaltnng", "Verwaltung"}},
		{"PAGE: words that were not corrected with their line stay", PAGE,
			pageXML(`<TextRegion id="r"><TextLine><Word><TextEquiv><Unicode>Vcr</Unicode></TextEquiv></Word><Word><TextEquiv><Unicode>fir</Unicode></TextEquiv></Word><TextEquiv><Unicode>Ver fir</Unicode></TextEquiv></TextLine></TextRegion>`),
			pageXML(`<TextRegion id="r"><TextLine><Word><TextEquiv><Unicode>Vcr</Unicode></TextEquiv></Word><Word><TextEquiv><Unicode>für</Unicode></TextEquiv></Word><TextEquiv><Unicode>Wer für</Unicode></TextEquiv></TextLine></TextRegion>`),
			[]string{"Ver", "Wer", "fir", "für"}},
		{"PAGE: glyphs keep their places", PAGE,
			pageXML(`<TextRegion id="r"><TextLine><Word><Glyph><Coords/><TextEquiv><Unicode>i</Unicode></TextEquiv></Glyph><Glyph><Coords/><TextEquiv><Unicode>i</Unicode></TextEquiv></Glyph><TextEquiv><Unicode>ii</Unicode></TextEquiv></Word></TextLine></TextRegion>`),
			pageXML(`<TextRegion id="r"><TextLine><Word><Glyph><Coords/></Glyph><Glyph><Coords/></Glyph><TextEquiv><Unicode>ü</Unicode></TextEquiv></Word></TextLine></TextRegion>`),
			[]string{"ii", "ü"}},
		{"hOCR: markup within a word", HOCR, hocr(`<span class='ocr_line'><span class='ocrx_word'><b>St</b>raBe</span></span>`),
			hocr(`<span class='ocr_line'><span class='ocrx_word'><b>St</b>raße</span></span>`), []string{"StraBe", "Straße"}},
		{"hOCR: confidences of characters", HOCR, hocr(`<span class='ocr_line'><span class='ocrx_word' title="bbox 1 2 3 4; x_confs 1 2; x_wconf 9">ii</span><span class='ocrx_word' title='x_wconf 9; x_confs 1 2'>ii</span></span>`),
			hocr(`<span class='ocr_line'><span class='ocrx_word' title="bbox 1 2 3 4; x_wconf 9">ü</span><span class='ocrx_word' title='x_wconf 9'>ü</span></span>`), []string{"ii", "ü", "ii", "ü"}},
		{"hOCR: a line without words", HOCR, hocr(`<span class='ocr_line'>Er &amp; fir sie</span>`), hocr(`<span class='ocr_line'>Er &amp; für sie</span>`), []string{"fir", "für"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, carry(t, tt.format, tt.source, Options{}, tt.pairs...))
		})
	}
}

// TestCarryRefersToTheRecord checks that words name the step that changed them if it
// is recorded, and only then: a reference to nothing would not be valid.
func TestCarryRefersToTheRecord(t *testing.T) {
	words := func(first, second string) string {
		return `<TextLine><String CONTENT="` + first + `/><String CONTENT="` + second + `/></TextLine>`
	}
	before, after := words(`fir" PROCESSINGREFS="ocr"`, `fir"`), words(`für" PROCESSINGREFS="ocr klartext"`, `für" PROCESSINGREFS="klartext"`)
	unnamed := words(`für" PROCESSINGREFS="ocr"`, `für"`)
	described := func(version, description, lines string) string {
		return strings.NewReplacer("#\"><Layout>", "#\" SCHEMAVERSION=\""+version+"\">"+description+"<Layout>").Replace(alto(version[:1], lines))
	}
	const description = "<Description><MeasurementUnit>pixel</MeasurementUnit></Description>"
	for _, tt := range []struct {
		name, version, description string
		recorded                   bool
		want                       string
	}{
		{"recorded", "4.2", description, true, after},
		{"not recorded", "4.2", description, false, unnamed},
		{"no place for the record", "4.2", "", true, unnamed},
		{"a version without references", "4.0", description, true, unnamed},
		{"an old version", "3.0", description, true, unnamed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := carry(t, ALTO, described(tt.version, tt.description, before), Options{Recorded: tt.recorded}, "fir", "für", "fir", "für")
			assert.Equal(t, described(tt.version, tt.description, tt.want), got)
		})
	}
}

func TestCarryKeepsOriginals(t *testing.T) {
	for _, tt := range []struct {
		name         string
		format       Format
		source, want string
	}{
		{"ALTO", ALTO, alto("3", `<TextLine><String CONTENT="f&lt;ir"/></TextLine>`), alto("3", `<TextLine><String CONTENT="für"><ALTERNATIVE PURPOSE="ocr">f&lt;ir</ALTERNATIVE></String></TextLine>`)},
		{"ALTO: with children", ALTO, alto("3", `<TextLine><String CONTENT="f&lt;ir"><Shape/></String></TextLine>`), alto("3", `<TextLine><String CONTENT="für"><Shape/><ALTERNATIVE PURPOSE="ocr">f&lt;ir</ALTERNATIVE></String></TextLine>`)},
		{"PAGE", PAGE, pageXML(`<TextRegion id="r"><TextLine><Word><TextEquiv conf="0.5"><Unicode>f&lt;ir</Unicode></TextEquiv></Word></TextLine></TextRegion>`),
			pageXML(`<TextRegion id="r"><TextLine><Word><TextEquiv index="1" conf="0.5"><Unicode>für</Unicode></TextEquiv><TextEquiv index="2" conf="0.5"><Unicode>f&lt;ir</Unicode></TextEquiv></Word></TextLine></TextRegion>`)},
		{"PAGE: behind the last index", PAGE, pageXML(`<TextRegion id="r"><TextLine><Word><TextEquiv index="0"><Unicode>f&lt;ir</Unicode></TextEquiv><TextEquiv index="4"><Unicode>x</Unicode></TextEquiv></Word></TextLine></TextRegion>`),
			pageXML(`<TextRegion id="r"><TextLine><Word><TextEquiv index="0"><Unicode>für</Unicode></TextEquiv><TextEquiv index="5"><Unicode>f&lt;ir</Unicode></TextEquiv><TextEquiv index="4"><Unicode>x</Unicode></TextEquiv></Word></TextLine></TextRegion>`)},
		{"hOCR", HOCR, hocr(`<span class='ocr_line'><span class='ocrx_word'>f&lt;ir</span></span>`),
			hocr(`<span class='ocr_line'><span class='ocrx_word'><span class="alternatives"><ins class="alt">für</ins><del class="alt">f&lt;ir</del></span></span></span>`)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, carry(t, tt.format, tt.source, Options{KeepOriginal: true}, "f<ir", "für"))
		})
	}
}

func TestRecord(t *testing.T) {
	p := Provenance{Software: "klartext", Version: "1.0", Settings: "mode=balanced", Time: time.Unix(1e9, 0)}
	step := `<processingDateTime>2001-09-09T01:46:40Z</processingDateTime><processingStepDescription>correction of OCR errors</processingStepDescription><processingStepSettings>mode=balanced</processingStepSettings>` +
		`<processingSoftware><softwareName>klartext</softwareName><softwareVersion>1.0</softwareVersion></processingSoftware>`
	v4 := `<Processing ID="klartext"><processingCategory>contentModification</processingCategory>` + step + `</Processing>`
	altoWith := func(version, description string) string {
		return `<alto xmlns="http://www.loc.gov/standards/alto/ns-v` + version + `#">` + description + `<Layout/></alto>`
	}
	pageWith := func(version, metadata string) string {
		return `<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/` + version + `"><Metadata>` + metadata + `</Metadata><Page/></PcGts>`
	}
	for _, tt := range []struct {
		name         string
		format       Format
		source, want string
	}{
		{"ALTO 3", ALTO, altoWith("3", "<Description><OCRProcessing><ocrProcessingStep/></OCRProcessing></Description>"),
			altoWith("3", "<Description><OCRProcessing><ocrProcessingStep/><postProcessingStep>"+step+"</postProcessingStep></OCRProcessing></Description>")},
		{"ALTO 3 without a place for it", ALTO, altoWith("3", "<Description></Description>"), altoWith("3", "<Description></Description>")},
		{"ALTO 4", ALTO, altoWith("4", "\n <Description>\n  <Processing/>\n </Description>"), altoWith("4", "\n <Description>\n  <Processing/>\n  "+v4+"\n </Description>")},
		{"ALTO 4, again", ALTO, altoWith("4", `<Description><Processing ID="klartext"/></Description>`), altoWith("4", `<Description><Processing ID="klartext"/>`+strings.Replace(v4, `"klartext"`, `"klartext_2"`, 1)+"</Description>")},
		{"ALTO 4 without a Description", ALTO, altoWith("4", ""), altoWith("4", "")},
		{"PAGE 2019", PAGE, pageWith("2019-07-15", "<LastChange>x</LastChange>"),
			pageWith("2019-07-15", `<LastChange>2001-09-09T01:46:40Z</LastChange><MetadataItem type="processingStep" name="post-correction" value="klartext" date="2001-09-09T01:46:40Z"><Labels><Label value="1.0" type="version"/><Label value="mode=balanced" type="settings"/></Labels></MetadataItem>`)},
		{"PAGE 2013", PAGE, pageWith("2013-07-15", "<LastChange>x</LastChange><Comments>y</Comments>"), pageWith("2013-07-15", "<LastChange>2001-09-09T01:46:40Z</LastChange><Comments>yOCR errors corrected by klartext 1.0</Comments>")},
		{"PAGE 2013 without Comments", PAGE, pageWith("2013-07-15", "<LastChange>x</LastChange>"), pageWith("2013-07-15", "<LastChange>2001-09-09T01:46:40Z</LastChange><Comments>OCR errors corrected by klartext 1.0</Comments>")},
		{"hOCR", HOCR, hocr(""), strings.Replace(hocr(""), `content="x">`, `content="x"><meta name="ocr-system" content="klartext 1.0">`, 1)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Parse(tt.source, tt.format)
			require.NoError(t, err)
			got, err := edit.Apply(tt.source, doc.Record(p))
			require.NoError(t, err)
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestConfidence(t *testing.T) {
	doc, err := Parse(alto("3", `<TextLine><String CONTENT="eins" WC="0.5"/><String CONTENT="zwei" WC="0.75"/><String CONTENT="drei"/><String CONTENT="vier" WC="7"/></TextLine>`), ALTO)
	require.NoError(t, err)
	assert.Equal(t, 0.5, doc.Confidence(0, 4))
	assert.Equal(t, 0.75, doc.Confidence(0, 9), "of the surest")
	assert.EqualValues(t, Unsure, doc.Confidence(10, 14), "none is given")
	assert.EqualValues(t, Unsure, doc.Confidence(15, 19), "it is out of range")
}
