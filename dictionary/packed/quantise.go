package packed

import "math"

// Probabilities are kept as -12·ln p, 0 to about -21 nats; backoff weights as
// 24·(2 - ln b), from +2 down to about -8.6 nats.
const (
	probScale     = 12
	backoffScale  = 24
	largestWeight = 2
)

// PackProb quantises a ln probability to a byte.
func PackProb(lnp float64) byte {
	return byte(math.Round(min(255, max(0, -lnp*probScale))))
}

// UnpackProb undoes PackProb, to half a twelfth of a nat.
func UnpackProb(b byte) float32 { return -float32(b) / probScale }

// PackBackoff quantises the ln of a backoff weight to a byte.
func PackBackoff(lnb float64) byte {
	return byte(math.Round(min(255, max(0, (largestWeight-lnb)*backoffScale))))
}

// UnpackBackoff undoes PackBackoff.
func UnpackBackoff(b byte) float32 { return largestWeight - float32(b)/backoffScale }
