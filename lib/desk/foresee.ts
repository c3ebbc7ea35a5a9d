import type { Decision } from '@/lib/appeals/decide';
import type { Status, Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { decideHere } from '@/lib/appeals/perform';
import { sees, visibleTo } from '@/lib/appeals/queries/visible';
import type { Refusal } from '@/lib/appeals/refusals';
import { loadRules } from '@/lib/appeals/rules';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import type { BulkInput, BulkVerb } from './bulk';

/** What a step would do to one case, seen beforehand; nothing is written. */
export interface Foreseen {
  caseNumber: string;
  title: string;
  place: string;
  voiceLocale: string | undefined;
  status: Status;
  round: number;
  step: number;
  outcome:
    | { ok: true; to: Status; next: { verb: Verb; dueAt: Date | null } | null }
    | { ok: false; refusal: Refusal };
}

export interface Foresight {
  at: Date;
  cases: Foreseen[];
  /** Ticked, but not there for this reader. */
  missing: string[];
}

/** The same `decide` that takes the step, asked about each of the cases. Order is kept. */
export async function foresee(
  actor: PersonActor,
  verb: BulkVerb,
  input: BulkInput,
  caseNumbers: readonly string[],
): Promise<Foresight> {
  const rows = await db().appeal.findMany({
    where: { AND: [{ caseNumber: { in: [...caseNumbers] } }, visibleTo(actor)] },
    select: {
      id: true,
      caseNumber: true,
      detail: { select: { title: true, place: true } },
      voices: { where: { role: 'filer' }, select: { locale: true } },
    },
  });
  const rules = await loadRules();
  const cases: Foreseen[] = [];
  let at = new Date(0);
  for (const caseNumber of caseNumbers) {
    const row = rows.find((it) => it.caseNumber === caseNumber);
    const loaded = row && (await loadCaseFile(db(), row.id));
    if (!row || !loaded || !sees(actor, loaded.file)) continue;
    const { file } = loaded;
    at = loaded.clock;
    const decision = await decideHere(
      db(),
      { appealId: row.id, verb, input },
      actor,
      loaded,
      rules,
    );
    cases.push({
      caseNumber,
      title: row.detail?.title ?? '',
      place: row.detail?.place ?? '',
      voiceLocale: row.voices[0]?.locale,
      status: file.appeal.status,
      round: file.appeal.round,
      step: file.appeal.step,
      outcome: outcomeOf(decision),
    });
  }
  const missing = caseNumbers.filter((it) => !cases.some(({ caseNumber }) => caseNumber === it));
  return { at, cases, missing };
}

function outcomeOf(decision: Decision | Refusal): Foreseen['outcome'] {
  if (!decision.ok) return { ok: false, refusal: decision };
  const next = decision.changes.turns.find((it) => it.capability !== 'system') ?? null;
  return {
    ok: true,
    to: decision.after.appeal.status,
    next: next && { verb: next.verb, dueAt: next.dueAt },
  };
}

/** What became of the cases of a step: how they stand, and who was faster where somebody was. */
export async function readOutcome(actor: PersonActor, caseNumbers: readonly string[]) {
  const rows = await db().appeal.findMany({
    where: { AND: [{ caseNumber: { in: [...caseNumbers] } }, visibleTo(actor)] },
    select: {
      id: true,
      caseNumber: true,
      status: true,
      round: true,
      detail: { select: { title: true } },
      voices: { where: { role: 'filer' }, select: { locale: true } },
    },
  });
  return rows.map(({ detail, voices, ...row }) => ({
    ...row,
    title: detail?.title ?? '',
    voiceLocale: voices[0]?.locale,
  }));
}

/** Who of the staff moved a case last, for the one who came second. */
export async function movedBy(appealId: string): Promise<string | null> {
  return (await loadCaseFile(db(), appealId))?.movedBy ?? null;
}
