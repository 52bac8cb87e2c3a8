package words
import "testing"
func TestProbe(t *testing.T) {
	f := balancedFixer(t)
	for _, s := range []string{"Gberregionale Zeitungen schrieben davon.", "Gber die Brücke ging er.","Er kam. Gberall lag Schnee.", "Gberall lag Schnee. Er ging Gber die Brücke.", "GefaBe aus Ton. Grofe Hunde.", "Ddrfer brannten. Ubermut tut selten gut. Die Schwiche der Arme ist gro&."} {
		t.Log(fix(t, f, s))
		for _, p := range f.Proposals(s) { t.Logf("%q %q %.3f", s[p.Start:p.End], p.After, p.Confidence) }
	}
}
