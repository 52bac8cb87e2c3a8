package bilinear

import "klartext/dictionary/ngram"

// firstLearned is the number of the first word that is learned: not the unknown ones.
const firstLearned = ngram.NumberID

// each calls near for the words near the example with their positions, and far for
// those in the bag of each side.
func (e *estimator) each(near func(word uint16, position int), far func(word uint16, side int)) {
	for side, step := range []int{-1, 1} {
		for k := range Window {
			at := e.at + step*(k+1)
			word, beyond := uint16(ngram.StartID), at < 0 || at >= len(e.line)
			if !beyond {
				word = e.line[at]
			}
			if k < Near {
				near(word, side*Near+k)
			} else {
				far(word, side)
			}
			if beyond {
				break
			}
		}
	}
}

// gather sums up what is around the example.
func (e *estimator) gather() {
	e.sum, e.bags = vector{}, [2]vector{}
	e.each(func(word uint16, position int) {
		c, w := &e.contexts[word], &e.weights[position]
		for d := range c {
			e.sum[d] += c[d] * w[d]
		}
	}, func(word uint16, side int) {
		c, bag := &e.contexts[word], &e.bags[side]
		for d := range c {
			bag[d] += c[d]
		}
	})
	for side := range e.bags {
		bag, w := &e.bags[side], &e.weights[bagBefore+side]
		for d := range bag {
			e.sum[d] += bag[d] * w[d]
		}
	}
}

// spread moves the vectors of the words around the example, and the weights.
func (e *estimator) spread() {
	var far [2]vector
	for side := range e.bags {
		bag, w := &e.bags[side], &e.weights[bagBefore+side]
		for d := range bag {
			far[side][d] = e.change[d] * w[d]
			w[d] += weightRate * e.change[d] * bag[d]
		}
	}
	e.each(func(word uint16, position int) {
		c, w := &e.contexts[word], &e.weights[position]
		for d := range c {
			by := e.change[d]
			c[d], w[d] = c[d]+by*w[d], w[d]+weightRate*by*c[d]
		}
	}, func(word uint16, side int) {
		c, by := &e.contexts[word], &far[side]
		for d := range c {
			c[d] += by[d]
		}
	})
}
