package words

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// leastEach is how many tasks there must be for each goroutine to be worth it.
const leastEach = 8

// sideBySide calls do with each number below n, on as many processors as there are.
func sideBySide(n int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n/leastEach)
	if workers < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}
