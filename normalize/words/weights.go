package words

// The weights of two logistic regressions of "the change is right" on the
// features, for strings that are no words and for words that may be misread
// others. Estimated on the development sets by internal/calibrate.
var (
	unknownWeights = [NumFeatures]float64{
		2.375,  // bias
		0.865,  // margin over the word as it stands
		0.869,  // margin over the next candidate
		0.255,  // noise of the document
		0.963,  // channel
		-0.121, // plain edit
		-0.698, // variant spelling
		1.323,  // repeated unknown
		0.535,  // candidate in the document
		0.268,  // length
		0.681,  // may be a name
		0.000,  // known word
		0.658,  // compound
		-0.619, // weak word
		1.164,  // prior
		-0.535, // signs inside
		0.322,  // spelling of the unknown
		-1.509, // unknown words around
		-0.512, // short
		0.179,  // confusions seen elsewhere
		0.187,  // number of confusions
		0.064,  // umlaut regained
		1.361,  // joined
		-0.308, // split
		-1.158, // sign for a blank
		-1.005, // guessed
		1.305,  // votes for the guess
		2.101,  // section sign
	}
	knownWeights = [NumFeatures]float64{
		0.589,  // bias
		1.558,  // margin over the word as it stands
		0.369,  // margin over the next candidate
		-0.095, // noise of the document
		0.258,  // channel
		-0.726, // plain edit
		-0.374, // variant spelling
		0.000,  // repeated unknown
		0.097,  // candidate in the document
		-0.316, // length
		0.000,  // may be a name
		0.589,  // known word
		0.000,  // compound
		-0.202, // weak word
		1.356,  // prior
		-0.851, // signs inside
		0.000,  // spelling of the unknown
		-0.483, // unknown words around
		-0.610, // short
		0.236,  // confusions seen elsewhere
		0.755,  // number of confusions
		-0.096, // umlaut regained
		0.000,  // joined
		0.000,  // split
		0.000,  // sign for a blank
		0.000,  // guessed
		0.000,  // votes for the guess
		0.000,  // section sign
	}
)
