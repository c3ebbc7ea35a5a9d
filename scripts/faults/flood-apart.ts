import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { formWith, PaperBrowser, type Sent } from './paper-browser';
import { filingPages, receipt } from './traffic';

/** What a flood came to: filings by their words, with the number that was told, and how others were answered. */
export interface Flood {
  filings: [string, string | null][];
  counts: Record<
    'begun' | 'taken' | 'turned away' | 'turned away unclearly' | 'without an answer',
    number
  >;
  /** What else was answered. */
  others: string[];
}

/** So many are under way at most: whoever floods has a machine with an end, too. */
const mostAtOnce = 300;

// Files so many appeals a second for so many seconds, all of one street and from one range of addresses, and
// does not insist. In a process of its own, so that it takes nothing from whoever measures.
const [url = '', rate = '1', seconds = '1'] = process.argv.slice(2);
const flood: Flood = {
  filings: [],
  counts: {
    begun: 0,
    taken: 0,
    'turned away': 0,
    'turned away unclearly': 0,
    'without an answer': 0,
  },
  others: [],
};

async function file(nth: number): Promise<void> {
  const browser = new PaperBrowser(url, `10.99.${nth % 2}.${nth % 250}`);
  const what = `安康里的路灯坏了 ${randomUUID()}`;
  for (const [path, name, given, to] of filingPages(what)) {
    const page = await browser.open(path);
    const form = page.kind === 'page' && page.status === 200 && formWith(page.text, name, given);
    if (!form) return settle(page);
    const sent = await browser.send(path, form);
    if (sent.kind !== 'moved' || !to.test(sent.to)) return settle(sent);
  }
  const page = await browser.open('/file/check');
  const form = page.kind === 'page' && formWith(page.text, '$ACTION_KEY', { stage: 'new' });
  if (!form) return settle(page);
  const mine: [string, string | null] = [what, null];
  flood.filings.push(mine);
  const sent = await browser.send('/file/check', form);
  const number = sent.kind === 'moved' ? receipt.exec(sent.to)?.[1] : undefined;
  if (!number) return settle(sent);
  mine[1] = number;
  flood.counts.taken += 1;
}

function settle(sent: Sent): void {
  if (sent.kind === 'gone') flood.counts['without an answer'] += 1;
  else if (sent.kind === 'page' && [429, 503].includes(sent.status)) {
    flood.counts[sent.retryAfter ? 'turned away' : 'turned away unclearly'] += 1;
  } else {
    flood.others.push(sent.kind === 'page' ? `${sent.status}` : sent.to);
  }
}

const under = new Set<Promise<void>>();
const endsAt = Date.now() + Number(seconds) * 1_000;
const began = Date.now();
for (let nth = 0; Date.now() < endsAt; nth += 1) {
  const due = began + (nth * 1_000) / Number(rate);
  if (due > Date.now()) await pause(due - Date.now());
  if (under.size >= mostAtOnce) await Promise.race(under);
  flood.counts.begun += 1;
  const one = file(nth).finally(() => under.delete(one));
  under.add(one);
}
await Promise.all(under);
process.send?.(flood, () => process.exit());
