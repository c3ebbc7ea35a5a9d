import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demoPassword } from '@/prisma/seed/cast';
import { root } from '@/scripts/launcher/root';
import { emptyLedger, type Ledger } from './ledger';
import { formWith, PaperBrowser, type PaperForm } from './paper-browser';

/** How the clients misbehave, where a control wants to see it found. */
export interface Manners {
  /** Takes a filing for acknowledged once it is sent, and does not send it again. */
  credulous?: boolean;
  /** Sends each note again as another form. */
  forgetful?: boolean;
}

export interface Refused {
  status: number;
  /** Whether the reader's own language says first what to do. */
  advises: boolean;
  retryAfter: string | null;
}

export interface Traffic {
  ledger: Ledger;
  counts: {
    /** Answers that never came, or said that it is not possible now; each was sent again. */
    'sent again': number;
    /** Forms sent once more though they had been answered. */
    'sent twice': number;
    /** Answers that were neither. */
    strange: number;
  };
  /** When a form was taken last that was sent after a moment, both in milliseconds since 1970; 0: none yet. */
  takenSince(at: number): number;
  /** What those who sent forms were told while it was not possible. */
  refusals(): readonly Refused[];
  /** The longest from sending a form first until it was taken, ms. */
  longestMs(): number;
  /** What the strange answers were. */
  strangers: string[];
  /** Ends when what is under way has been taken. */
  stop(): Promise<void>;
}

/** The pages of a filing before the last: where, a field of the form, what is told, where it leads. */
export const filingPages = (
  what: string,
): [path: string, name: string, given: Record<string, string>, to: RegExp][] => [
  ['/file', 'what', { what }, /^\/file\/where/],
  ['/file/where', 'place', { place: '安康里 6 号楼' }, /^\/file\/more/],
  ['/file/more', 'since', {}, /^\/file\/who/],
  ['/file/who', 'phone', {}, /^\/file\/check/],
];
/** Where a filing that was taken leads, with its number. */
export const receipt = /^\/follow\/(\d+)\/receipt/;

const again = 150;
/** Stands in what is said where a form cannot be taken now. */
const adviceIn = (locale: string): string =>
  JSON.parse(readFileSync(join(root, `messages/${locale}/faults.json`), 'utf8')).awayBody;
const advice = { zh: adviceIn('zh'), en: adviceIn('en') };

/** Whether a page says in this language, and in no other before it, what to do. */
function advises(text: string, language: 'zh' | 'en'): boolean {
  const first = text.indexOf(advice[language]);
  const other = text.indexOf(advice[language === 'zh' ? 'en' : 'zh']);
  return first >= 0 && (other < 0 || first < other);
}
const givesUpMs = 120_000;

/**
 * Residents who file page by page and a dispatcher who sends on what they filed and notes something on it, by the
 * forms of the pages, without scripts. Whoever gets no answer sends the same form again.
 *
 * @param unitId where everything is dispatched to.
 */
export function startTraffic(
  url: string,
  unitId: string,
  residents = 3,
  manners: Manners = {},
): Traffic {
  const ledger = emptyLedger();
  const counts = { 'sent again': 0, 'sent twice': 0, strange: 0 };
  const strangers: string[] = [];
  const refusals: Refused[] = [];
  const filed: string[] = [];
  let stopping = false;
  const last = { sentAt: 0, takenAt: 0 };
  let longestMs = 0;

  /** Sends until it is taken. */
  async function insist(browser: PaperBrowser, path: string, form: PaperForm, to: RegExp) {
    const from = Date.now();
    while (Date.now() - from < givesUpMs) {
      const sentAt = Date.now();
      const sent = await browser.send(path, form);
      if (sent.kind === 'moved' && to.test(sent.to)) {
        const takenAt = Date.now();
        if (sentAt > last.sentAt) Object.assign(last, { sentAt, takenAt });
        longestMs = Math.max(longestMs, takenAt - from);
        return sent.to;
      }
      const isLater = sent.kind === 'page' && [429, 500, 502, 503].includes(sent.status);
      if (sent.kind !== 'gone' && !isLater) throw strange(path, sent);
      if (sent.kind === 'page') {
        const { status, retryAfter } = sent;
        refusals.push({ status, retryAfter, advises: advises(sent.text, browser.language) });
      }
      counts['sent again'] += 1;
      await pause(again);
    }
    throw new Error(`${path} was not taken in ${givesUpMs} ms`);
  }

  async function form(
    browser: PaperBrowser,
    path: string,
    name: string,
    given: Record<string, string>,
  ): Promise<PaperForm> {
    const from = Date.now();
    while (Date.now() - from < givesUpMs) {
      const sent = await browser.open(path);
      if (sent.kind === 'page' && sent.status === 200) {
        const found = formWith(sent.text, name, given);
        if (found) return found;
      }
      if (sent.kind === 'moved' || (sent.kind === 'page' && sent.status < 429)) {
        throw strange(path, sent);
      }
      await pause(again);
    }
    throw new Error(`${path} was not shown in ${givesUpMs} ms`);
  }

  function strange(
    path: string,
    sent: { kind: string; status?: number; to?: string; text?: string },
  ) {
    counts.strange += 1;
    const title = /<title>([^<]*)/.exec(sent.text ?? '')?.[1] ?? '';
    strangers.push(`${path}: ${sent.kind} ${sent.status ?? ''} ${sent.to ?? ''} ${title}`);
    return new Strange(strangers.at(-1));
  }

  async function file(nth: number) {
    const address = `10.${nth}.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`;
    const browser = new PaperBrowser(url, address, nth % 2 === 0 ? 'en' : 'zh');
    const what = `楼道的灯坏了，请来修 ${randomUUID()}`;
    for (const [path, name, given, to] of filingPages(what)) {
      await insist(browser, path, await form(browser, path, name, given), to);
    }
    const last = await form(browser, '/file/check', '$ACTION_KEY', { stage: 'new' });
    ledger.filings.set(what, null);
    if (manners.credulous) {
      ledger.filings.set(what, '');
      await browser.send('/file/check', last);
      return;
    }
    const number = receipt.exec(await insist(browser, '/file/check', last, receipt))?.[1] ?? '';
    ledger.filings.set(what, number);
    filed.push(number);
    if (Math.random() < 0.3) {
      counts['sent twice'] += 1;
      const same = await insist(browser, '/file/check', last, receipt);
      if (!same.includes(number))
        throw strange('/file/check, sent twice', { kind: 'moved', to: same });
    }
  }

  async function handle(browser: PaperBrowser, number: string) {
    const dispatch = `/appeals/${number}/dispatch`;
    const given = { unitId, reason: '就近' };
    const done = (verb: string) => new RegExp(`^/appeals/${number}\\?done=${verb}`);
    await insist(
      browser,
      dispatch,
      await form(browser, dispatch, 'unitId', given),
      done('dispatch'),
    );
    ledger.dispatches.add(number);
    const annotate = `/appeals/${number}/annotate`;
    const note = `记一笔 ${randomUUID()}`;
    const noting = await form(browser, annotate, 'note', { note });
    ledger.notes.set(note, false);
    await insist(browser, annotate, noting, done('annotate'));
    ledger.notes.set(note, true);
    if (Math.random() < 0.3 || manners.forgetful) {
      counts['sent twice'] += 1;
      const renewed = (name: string, value: string) => (name === 'formKey' ? randomUUID() : value);
      const fields = noting.fields.map(([name, value]): [string, string] => [
        name,
        manners.forgetful ? renewed(name, value) : value,
      ]);
      await insist(browser, annotate, { ...noting, fields }, done('annotate'));
    }
  }

  async function dispatcher() {
    const browser = new PaperBrowser(url, '10.200.0.1');
    const door = { login: 'chenjing', password: demoPassword };
    await insist(browser, '/sign-in', await form(browser, '/sign-in', 'login', door), /^\/desk/);
    while (!stopping) {
      const number = filed.shift();
      if (number) await calmly(() => handle(browser, number));
      else await pause(50);
    }
  }

  async function resident(nth: number) {
    while (!stopping) await calmly(() => file(nth));
  }

  /** A strange answer is counted, and whoever got it begins anew. */
  async function calmly(work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Strange)) throw error;
    }
  }

  const all = Promise.all([
    dispatcher(),
    ...Array.from({ length: residents }, (_, nth) => resident(nth + 1)),
  ]);
  all.catch(() => {});
  return {
    ...{ ledger, counts, strangers },
    refusals: () => refusals,
    takenSince: (at) => (last.sentAt > at ? last.takenAt : 0),
    longestMs: () => longestMs,
    stop: async () => {
      stopping = true;
      await all;
    },
  };
}

class Strange extends Error {}
