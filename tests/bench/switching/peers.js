// SPDX-License-Identifier: MIT
// The works on Node: node peers.js [WORK]...  Prints `work value`, a line each. A yield is a setImmediate, which
// reaches the loop; `await null` (a microtask, which never does) is printed beside it.
'use strict';
const YIELDS = 1e6, YIELDERS = 1e3, GATHERED = 1e5, AWAITED = 1e6;
const chosen = process.argv.slice(2);
const has = work => chosen.length === 0 || chosen.includes(work);
const say = (work, value) => console.log(work, value.toFixed(1));
const trivial = async () => 1;
const yielder = async times => { for (let i = 0; i < times; i++) await new Promise(setImmediate); };
const microtasks = async times => { for (let i = 0; i < times; i++) await null; };
const together = one => Promise.all(Array.from({length: YIELDERS}, () => one(YIELDS / YIELDERS)));

async function rate(work, amount, main) {
    if (!has(work.replace('_microtask', '')))
        return;
    const began = process.hrtime.bigint();
    await main();
    say(work, amount / (Number(process.hrtime.bigint() - began) / 1e9));
}

async function waiting() {
    let release;
    const event = new Promise(resolve => release = resolve);
    const hold = async () => { await event; };
    const before = process.memoryUsage().rss;
    const tasks = Array.from({length: GATHERED}, hold);
    await null;
    say('bytes_per_waiting_task', (process.memoryUsage().rss - before) / GATHERED);
    release();
    await Promise.all(tasks);
}

(async () => {
    await rate('yield1', YIELDS, () => yielder(YIELDS));
    await rate('yield1000', YIELDS, () => together(yielder));
    await rate('yield1_microtask', YIELDS, () => microtasks(YIELDS));
    await rate('yield1000_microtask', YIELDS, () => together(microtasks));
    await rate('gather', GATHERED, () => Promise.all(Array.from({length: GATHERED}, trivial)));
    await rate('await', AWAITED, async () => { for (let i = 0; i < AWAITED; i++) await trivial(); });
    await rate('sleepers', GATHERED, () => Promise.all(Array.from({length: GATHERED},
        () => new Promise(resolve => setTimeout(resolve, 1 + Math.random() * 9)))));
    if (has('bytes'))
        await waiting();
})();
