package batch

import (
	"context"
	"iter"

	"golang.org/x/sync/errgroup"
)

// ahead is how many results per job may wait for an earlier one.
const ahead = 4

// Ordered does work on items, jobs at a time, and hands the results to done one after
// the other in the order of the items, each as soon as its turn has come. No more than
// a few results per job wait at any time, and no more items are taken. It ends at the
// first error of done, which it returns.
func Ordered[T, R any](jobs int, items iter.Seq[T], work func(T) R, done func(R) error) error {
	group, ctx := errgroup.WithContext(context.Background())
	// A place in the queue is a channel that will carry the result.
	queue := make(chan chan R, ahead*jobs)
	slots := make(chan struct{}, jobs)
	group.Go(func() error {
		defer close(queue)
		for item := range items {
			place := make(chan R, 1)
			select {
			case queue <- place:
			case <-ctx.Done():
				return nil
			}
			select {
			case slots <- struct{}{}:
			case <-ctx.Done():
				return nil
			}
			go func() {
				defer func() { <-slots }()
				place <- work(item)
			}()
		}
		return nil
	})
	group.Go(func() error {
		for place := range queue {
			select {
			case result := <-place:
				if err := done(result); err != nil {
					return err
				}
			case <-ctx.Done():
				return nil
			}
		}
		return nil
	})
	err := group.Wait()
	for range jobs { // nobody is to work on when this returns
		slots <- struct{}{}
	}
	return err
}
