import { nthOf } from '../people';
import { arrivals, type Kind } from './arrivals';
import type { Browser } from './browser';
import { browserWithDraft, lastForm, send, toldOf } from './filing-drafts';
import { type Deed, type Level, openLoop } from './open-loop';
import type { PageKind } from './operations';
import { led } from './right';
import type { Scene } from './scene';
import { called, contactForm } from './step-form';

/** Held: at most so many milliseconds for 95 of a hundred, counted from when it was time. */
export const heldMs = 400;

/** How often each page is among a hundred that are opened. */
const shares: Readonly<Record<string, number>> = {
  queue: 30,
  'case with its story': 30,
  'form of a step': 15,
  follow: 10,
  'filing, first page': 5,
  front: 5,
  'search, 2 letters': 3,
  'search, 6 letters': 1,
  supervision: 1,
};

/** What was acknowledged while it went on. */
interface Acknowledged {
  filed: string[];
  steps: number;
}

export interface MixedRun extends Level {
  /** Of the peak. */
  multiple: number;
  /** Acknowledged, and not found in the database afterwards. */
  lost: number;
  held: boolean;
}

/** One multiple for so long; then what was acknowledged is counted in the database. */
export async function mixedLoad(
  scene: Scene,
  kinds: readonly PageKind[],
  how: { multiple: number; forMs: number; seed: number },
): Promise<MixedRun> {
  const { multiple, forMs, seed } = how;
  const said = `${called.said}（${seed}-${Date.now()}）`;
  const kept: Acknowledged = { filed: [], steps: 0 };
  const due = arrivals(multiple, forMs, seed);
  const creates = due.filter((it) => it.kind === 'create').length;
  const residents = await residentsOf(scene.url, seed, creates);
  const deeds = await deedsOf({ scene, kinds, residents, said, kept });
  const level = await openLoop(due, deeds);
  const lost = await lostOf(scene, said, kept);
  const held = level.spread.p95 <= heldMs && level.errors.length === 0 && lost === 0;
  return { ...level, multiple, lost, held };
}

/** People who have told all and not sent it: small steps are among the pages. */
async function residentsOf(url: string, seed: number, count: number): Promise<Browser[]> {
  const found: Browser[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    found.push(await browserWithDraft(url, toldOf(seed * 100_000 + nth)));
  }
  return found;
}

interface Play {
  scene: Scene;
  kinds: readonly PageKind[];
  residents: readonly Browser[];
  /** Words by which the steps of this run are known again. */
  said: string;
  kept: Acknowledged;
}

async function deedsOf({
  scene: { url, atWork },
  kinds,
  residents,
  said,
  kept,
}: Play): Promise<Record<Kind, Deed>> {
  const [last, contact] = [await lastForm(url), await contactForm(atWork)];
  const pages = kinds.flatMap((it) => Array<PageKind>(shares[it.name] ?? 0).fill(it));
  return {
    async create(nth) {
      kept.filed.push((await send(nthOf(residents, nth), last)).caseNumber);
    },
    async step(nth) {
      const { browser, caseNumber, step } = nthOf(atWork, nth);
      const form = contact.for(caseNumber, step, { ...called, said });
      led(await browser.post(`/appeals/${caseNumber}/contact`, form), /\?done=contact$/);
      kept.steps += 1;
    },
    // 37 has no divisor in common with a hundred: kinds come mixed, each as often as it should.
    page: (nth) => nthOf(pages, nth * 37).open(nth, nth),
  };
}

async function lostOf({ hand, atWork }: Scene, said: string, kept: Acknowledged): Promise<number> {
  const { rows } = await hand.query<{ filed: number; steps: number }>(
    `SELECT (SELECT count(*)::int FROM "Appeal" WHERE "caseNumber" = ANY ($1)) AS filed,
       (SELECT count(*)::int FROM "Text" WHERE body = $2 AND "appealId" = ANY ($3::uuid[])) AS steps`,
    [kept.filed, said, atWork.map((it) => it.id)],
  );
  const { filed = 0, steps = 0 } = rows[0] ?? {};
  return Math.max(0, kept.filed.length - filed) + Math.max(0, kept.steps - steps);
}
