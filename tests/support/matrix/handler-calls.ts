import { type Answer, eachOf } from '../served/ask';
import type { Calling } from './calls';
import { filled, leaksIn } from './cells';
import { asked, type HandlerRow } from './handlers';
import type { Outcome } from './rules';

const outcomeOf = ({ status, headers: { location } }: Answer): Outcome => {
  if (location) return `to ${location.split(/[?#]/, 1)[0] ?? ''}`;
  return status >= 200 && status < 300 ? 'page' : status;
};

/** Asks each handler for everybody, about every case where it is about one. @returns how many, and what is wrong. */
export async function wrongAnswers(
  rows: Readonly<Record<string, HandlerRow>>,
  { ask, world, origin }: Calling,
): Promise<{ asked: number; wrong: string[] }> {
  const cells = Object.entries(rows).flatMap(([entry, row]) => {
    const many = row.everyCase || entry.includes('[caseNumber]');
    return (many ? world.cases : [null]).flatMap((about) =>
      world.callers.map((caller) => ({ entry, row, about, caller })),
    );
  });
  const wrong: string[] = [];
  await eachOf(cells, async ({ entry, row, about, caller }) => {
    const values = { caseNumber: about?.caseNumber ?? '', ...row.with?.(world.things, about) };
    const what = asked(row, about);
    const cookie: Record<string, string> = caller.cookie ? { cookie: caller.cookie } : {};
    const headers = { origin, ...what.headers, ...cookie };
    const answer = await ask(filled(`${entry}${row.query ?? ''}`, values), { ...what, headers });
    const expected = row.rule(caller, about);
    const got = outcomeOf(answer);
    const leaks = leaksIn(answer, caller, world.cases);
    const all =
      got === expected || got === row.or ? leaks : [...leaks, `expected ${expected}, got ${got}`];
    for (const it of all) {
      wrong.push(`${entry}${about ? ` of ${about.name}` : ''} for ${caller.name}: ${it}`);
    }
  });
  return { asked: cells.length, wrong };
}
