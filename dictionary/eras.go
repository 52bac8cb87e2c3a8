package dictionary

import "math"

// Eras are the ages of German spelling in which a form is current, a bit for each.
type Eras uint8

// The eras.
const (
	// EraModern is the spelling of the reform of 1996 (dass, Schifffahrt).
	EraModern Eras = 1 << iota
	// Era1901 is the spelling of the conference of 1901 (daß, Schiffahrt).
	Era1901
	// EraHistoric is what was written before (Thür, giebt, Litteratur).
	EraHistoric
	// AllEras are those of a form whose spelling tells nothing.
	AllEras = EraModern | Era1901 | EraHistoric
)

// modernityScale is the number of steps of Modernity in a nat, mostModern and
// leastModern the ends of its range in steps: five bits.
const (
	modernityScale = 2
	leastModern    = -16
	mostModern     = 15
)

// PackEras packs the eras in which a form is current and its modernity, the ln of
// its probability in modern texts over that in historic ones, into a byte: in
// half nats, between -8 and 7.5. That of a form of which nothing is known is 0.
func PackEras(eras Eras, modernity float64) byte {
	if eras == AllEras {
		eras = 0
	}
	steps := int8(min(mostModern, max(leastModern, math.Round(modernity*modernityScale))))
	return byte(steps)<<3 | byte(eras)
}

// unpackEras undoes PackEras.
func unpackEras(b byte) (eras Eras, modernity float32) {
	if eras = Eras(b) & AllEras; eras == 0 {
		eras = AllEras
	}
	return eras, float32(int8(b)>>3) / modernityScale
}
