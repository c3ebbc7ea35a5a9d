import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/people/actor';
import { audienceOf } from '../audience';
import type { CaseFile } from '../case-file';
import { isParty } from '../parties';
import type { Satisfaction, Solved } from '../records';
import { openCheck } from '../spot-check';
import { sees } from './visible';

export interface VerdictLine {
  id: string;
  round: number;
  at: Date;
  /** Given two weeks after closing, beside the verdict. */
  lookBack: boolean;
  solved: Solved;
  goOn: boolean;
  result: Satisfaction | null;
  handling: Satisfaction | null;
  /** Whether someone asked or paid for an answer like this; null where it was not answered. */
  pressed: boolean | null;
}

/** Whoever is to check the answer reads what was said of it when they have written down what they found. */
const hasToFindOut = (actor: Actor, file: CaseFile): boolean =>
  openCheck(file) !== undefined && isParty(file, 'neutral:interview', actor);

/** What residents answered, satisfaction and pressure included: read by supervision alone. */
export async function readVerdicts(actor: Actor, file: CaseFile): Promise<VerdictLine[]> {
  if (!sees(actor, file) || audienceOf(actor, file) !== 'supervision') return [];
  if (file.verdicts.length === 0 || hasToFindOut(actor, file)) return [];
  const pressures = await db().pressure.findMany({ where: { appealId: file.appeal.id } });
  const roundOf = (id: string) => file.rounds.find((it) => it.id === id)?.number ?? 0;
  return file.verdicts.map((it) => ({
    id: it.id,
    round: roundOf(it.roundId),
    at: it.at,
    lookBack: it.occasion === 'lookBack',
    solved: it.solved,
    goOn: it.goOn,
    result: it.result,
    handling: it.handling,
    pressed: pressures.find((one) => one.seq === it.seq)?.pressed ?? null,
  }));
}
