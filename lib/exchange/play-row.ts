import { fileAppeal } from '@/lib/appeals/file';
import { performWhile } from '@/lib/appeals/perform';
import type { Refusal } from '@/lib/appeals/refusals';
import type { Locale } from '@/lib/i18n/locale';
import { mintImport } from '@/lib/people/actor';
import type { AppealRow } from './appeal-row';
import type { Fault } from './faults';
import { nextStep } from './next-step';
import { isPlayedOut, standingOf, tellsTheSame } from './standing';

/** What became of one row: new, half-played and gone on with, already there, or not taken. */
export type RowOutcome =
  | { kind: 'filed' | 'continued'; resolved: boolean }
  | { kind: 'there' }
  | { kind: 'bad'; fault: Fault };

export interface Ground {
  importId: string;
  /** Called before anything is written; a finished import is opened again here. */
  beforeWriting(): Promise<void>;
  /** The id of a row's unit; null where none is known by that code or name. */
  unitIdOf(unit: string | null): string | null;
  /** What is written where the source has no word of a contact. */
  said: string;
  locale: Locale;
  now: Date;
}

/**
 * Plays one appeal from filing to where its source ends, through the same gates as any other. Filing
 * is one transaction, all further steps together another; what was cut off between or before the two
 * is found by where the case stands, and goes on from there.
 */
export async function playRow(row: AppealRow, ground: Ground): Promise<RowOutcome> {
  const unitId = ground.unitIdOf(row.unit);
  if (!unitId) return bad({ code: 'unknownUnit', values: { unit: row.unit ?? '' } });

  const standing = await standingOf(ground.importId, row.number);
  if (standing && !tellsTheSame(row, standing)) return bad({ code: 'otherContent' });
  if (standing && isPlayedOut(row, standing, ground.now)) return { kind: 'there' };

  await ground.beforeWriting();
  if (standing) return goOn('continued', standing.appealId, unitId, row, ground);
  const filed = await fileAppeal(
    { input: row.filing, sourceNumber: row.number, locale: ground.locale },
    mintImport(ground.importId, row.filedAt),
  );
  if (!filed.ok) return refused('file', filed);
  return goOn('filed', filed.appealId, unitId, row, ground);
}

async function goOn(
  kind: 'filed' | 'continued',
  appealId: string,
  unitId: string,
  row: AppealRow,
  ground: Ground,
): Promise<RowOutcome> {
  if (!row.reply) return { kind, resolved: false };
  const { importId, said, now } = ground;
  let verb = '';
  let resolved = false;
  const performed = await performWhile(appealId, (file) => {
    const step = nextStep(file, { row, unitId, said, now });
    if (!step) return null;
    verb = step.verb;
    resolved ||= verb === 'resolve';
    const { at, ...rest } = step;
    return { ...rest, actor: mintImport(importId, at) };
  });
  return performed.ok ? { kind, resolved } : refused(verb, performed);
}

const bad = (fault: Fault): RowOutcome => ({ kind: 'bad', fault });

const refused = (verb: string, refusal: Refusal): RowOutcome =>
  bad({ code: 'refused', values: { verb, refusal: refusal.problems[0]?.code ?? refusal.code } });
