// SPDX-License-Identifier: MIT

// The works on goroutines, one processor: go run peers.go [WORK]...  Prints `work value`, a line each.
package main

import (
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"sync"
	"time"
)

const yields, yielders, gathered = 1_000_000, 1_000, 100_000

func has(work string) bool {
	for _, name := range os.Args[1:] {
		if name == work {
			return true
		}
	}
	return len(os.Args) == 1
}

func rate(work string, amount int, main func()) {
	if !has(work) {
		return
	}
	began := time.Now()
	main()
	fmt.Printf("%s %.1f\n", work, float64(amount)/time.Since(began).Seconds())
}

func together(tasks int, one func()) {
	var all sync.WaitGroup
	all.Add(tasks)
	for i := 0; i < tasks; i++ {
		go func() {
			one()
			all.Done()
		}()
	}
	all.Wait()
}

func yielder(times int) {
	for i := 0; i < times; i++ {
		runtime.Gosched()
	}
}

func waiting() {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	event := make(chan int)
	for i := 0; i < gathered; i++ {
		go func() { <-event }()
	}
	time.Sleep(50 * time.Millisecond)
	runtime.ReadMemStats(&after)
	fmt.Printf("bytes_per_waiting_task %.1f\n", float64(after.Sys-before.Sys)/gathered)
	close(event)
}

func main() {
	runtime.GOMAXPROCS(1)
	rate("yield1", yields, func() { yielder(yields) })
	rate("yield1000", yields, func() { together(yielders, func() { yielder(yields / yielders) }) })
	rate("gather", gathered, func() { together(gathered, func() {}) })
	rate("sleepers", gathered, func() {
		together(gathered, func() { time.Sleep(time.Duration(100_000 + rand.Intn(9_900_000))) })
	})
	if has("bytes") {
		waiting()
	}
}
