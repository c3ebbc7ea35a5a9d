import { expect, it } from 'vitest';
import { hashOfVoucher } from '@/lib/appeals/event';
import type { LogSums } from '@/lib/integrity/log-verifier';
import { fingerprintOf, signerOf } from '@/lib/integrity/seal-key';
import { keyLine, keyText, rootsLine } from '@/lib/integrity/sealed-log';
import { type Checks, verifyLog } from '@/lib/integrity/verify-log';
import { SmallLog } from './small-log';

const log = new SmallLog();
for (const nth of [3, 1, 2, 1, 1]) log.step(nth);
log.hour();
for (const nth of [2, 4, 2]) log.step(nth);
log.hour();
log.day();
log.handOver();
for (const nth of [1, 5, 3]) log.step(nth);
log.hour();
log.day();
const sealedLines = log.lines();
for (const nth of [2, 2, 6, 1]) log.step(nth);
const lines = log.lines();
const text = (list: readonly string[]) => list.map((it) => `${it}\n`).join('');
const whole = text(lines);
const verdict = (it: string, checks?: Checks) => verifyLog([it], checks);

/** Random numbers that are the same each time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Mutation = (random: (below: number) => number) => string;

const letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+/="{}[]:,- \n';

const mutations: Record<string, Mutation> = {
  change: (random) => {
    const at = random(whole.length);
    return whole.slice(0, at) + letters[random(letters.length)] + whole.slice(at + 1);
  },
  delete: (random) => text(lines.toSpliced(random(lines.length), 1)),
  'delete letters': (random) => {
    const at = random(whole.length);
    return whole.slice(0, at) + whole.slice(at + 1 + random(200));
  },
  insert: (random) =>
    text(lines.toSpliced(random(lines.length + 1), 0, lines[random(lines.length)] ?? '')),
  'insert letters': (random) => {
    const at = random(whole.length + 1);
    return whole.slice(0, at) + letters[random(letters.length)] + whole.slice(at);
  },
  reorder: (random) => {
    const swapped = [...lines];
    const [one, other] = [random(lines.length), random(lines.length)];
    [swapped[one], swapped[other]] = [lines[other] ?? '', lines[one] ?? ''];
    return text(swapped);
  },
  move: (random) => {
    const from = random(lines.length);
    const rest = lines.toSpliced(from, 1);
    return text(rest.toSpliced(random(lines.length), 0, lines[from] ?? ''));
  },
  truncate: (random) => whole.slice(0, random(whole.length)),
  'truncate lines': (random) => text(lines.slice(0, random(lines.length))),
};

/** All that was sealed, and of the steps after the last root fewer: the one thing no root can tell. */
function isCutAfterLastRoot(mutated: string): boolean {
  const sealed = text(sealedLines);
  if (!mutated.startsWith(sealed) || mutated.length >= whole.length) return false;
  const tail = mutated.slice(sealed.length).split('\n').slice(0, -1);
  const known = lines.slice(sealedLines.length);
  return tail.every((it) => known.includes(it));
}

async function mutate(times: number, checks?: Checks) {
  const random = numbers(20261128);
  const kinds = Object.keys(mutations);
  const all = { made: 0, detected: 0, cuts: [] as LogSums[], unfound: [] as string[] };
  while (all.made < times) {
    const kind = kinds[all.made % kinds.length] ?? '';
    const mutated = mutations[kind]?.(random) ?? whole;
    if (mutated === whole) continue;
    all.made += 1;
    const found = await verdict(mutated, checks);
    if (found.fault !== null) all.detected += 1;
    else if (isCutAfterLastRoot(mutated)) all.cuts.push(found.sums);
    else all.unfound.push(kind);
  }
  return all;
}

it('a log as written adds up, and what no root covers is counted apart', async () => {
  const keys = ['old', 'new'];
  expect(await verdict(whole)).toEqual({
    fault: null,
    lines: lines.length,
    sums: {
      events: 15,
      appeals: 6,
      seals: 5,
      unsealed: 4,
      fingerprints: keys.map(() => expect.stringMatching(/^[0-9a-f]{64}$/)),
    },
  });
  expect(await verifyLog(whole.match(/[\s\S]{1,7}/g) ?? [])).toMatchObject({ fault: null });
});

it('of 10,000 random mutations each is found, but a cut after the last root', {
  timeout: 120_000,
}, async () => {
  const { made, detected, cuts, unfound } = await mutate(10_000);
  expect(unfound).toEqual([]);
  expect(detected + cuts.length).toBe(made);
  expect(cuts.length).toBeGreaterThan(0);
  // It is said: what no root covers is counted apart, and there is less of it than there was.
  for (const sums of cuts) {
    expect(sums.seals).toBe(5);
    expect(sums.unsealed).toBeLessThan(4);
  }
});

it('without the check of hashes mutations go unfound', async () => {
  const { unfound } = await mutate(900, { hashes: false });
  expect(unfound).toContain('change');
});

it('without roots mutations go unfound', async () => {
  const { unfound } = await mutate(900, { roots: false });
  expect(unfound).toContain('truncate lines');
});

/** A case told anew from its second step on, each hash right: what only a root can know. */
function rewritten(): string[] {
  const appeal = '"appealId":"01890000-0000-7000-8000-000000000001"';
  let previous = '';
  return lines.map((line) => {
    if (!line.includes(appeal)) return line;
    const [, body = ''] = /^\{"event":(.*),"format"/.exec(line) ?? [];
    const told = (
      previous ? body.replace(/"prevHash":"\w+"/, `"prevHash":"${previous}"`) : body
    ).replace('"verb":"annotate"', '"verb":"message"');
    previous = hashOfVoucher(`1\n${told}`);
    return `{"event":${told},"format":1,"hash":"${previous}"}`;
  });
}

it('a case rewritten with all its hashes is found by its root, and by nothing else', async () => {
  const forged = text(rewritten());
  expect(forged).not.toBe(whole);
  expect(await verdict(forged)).toMatchObject({
    fault: expect.stringMatching(/^seal 1 \(hourly, .*its root is another/),
  });
  expect(await verdict(forged, { roots: false })).toMatchObject({ fault: null });
});

it('the first break is named, and the line it stands in', async () => {
  const changed = lines.map((it, at) => (at === 5 ? it.replace('"round":1', '"round":2') : it));
  expect(await verdict(text(changed))).toEqual({
    line: 6,
    fault: expect.stringMatching(/^case 01890000-0000-7000-8000-000000000001, step 3: altered$/),
  });
});

it('roots kept elsewhere find a log that was told and sealed anew from the start', async () => {
  const seals = lines.filter((it) => it.startsWith('{"seal"'));
  expect(await verdict(whole, { expected: seals })).toMatchObject({ fault: null });
  const other = new SmallLog();
  other.step(1);
  for (const sealAgain of ['hour', 'hour', 'day', 'hour', 'day'] as const) {
    if (sealAgain === 'hour') other.step(2);
    other[sealAgain]();
  }
  const anew = text(other.lines());
  expect(await verdict(anew)).toMatchObject({ fault: null });
  expect(await verdict(anew, { expected: seals })).toMatchObject({
    fault: 'seal 1 is not the one that was kept elsewhere, or is missing',
  });
});

it('a file of roots alone is checked for signatures, order and days', async () => {
  const roots = [rootsLine, ...lines.filter((it) => /^\{"(key|seal)"/.test(it))];
  expect(await verdict(text(roots))).toMatchObject({ fault: null, sums: { seals: 5, events: 0 } });
  expect(await verdict(text(roots.toSpliced(3, 1)))).toMatchObject({ line: 4 });
  expect(await verdict(text([...roots, lines.at(-1) ?? '']))).toMatchObject({
    fault: expect.stringContaining('no steps belong here'),
  });
});

it('a key that the one before it did not sign is refused', async () => {
  const stranger = signerOf(Buffer.alloc(32, 7));
  const statement = {
    id: stranger.keyId,
    publicKey: stranger.publicKey,
    since: '2026-11-02T00:00:00.000Z',
    by: stranger.keyId,
  };
  const line = keyLine({ statement, signature: stranger.sign(keyText(statement)) });
  expect(await verdict(text(lines.toSpliced(2, 1, line)))).toEqual({
    line: 3,
    fault: `key ${fingerprintOf(stranger.publicKey).slice(0, 16)} is not signed by the key before it`,
  });
});
