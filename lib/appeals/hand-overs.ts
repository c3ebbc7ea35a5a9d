import { type CaseFile, handOversOf, leadOf, roundOf, supervisionOf } from './case-file';
import type { AssignmentRow } from './records';
import { alreadyOrdered } from './supervision-causes';
import type { Follow, Json, Rules } from './transition';

/** Leads named in the present round, in order: every naming counts, also of the same unit again. */
export const namingsOf = (file: CaseFile): AssignmentRow[] =>
  file.assignments.filter((it) => it.role === 'lead' && it.roundId === roundOf(file).id);

/**
 * Whether a unit named after so many hand-overs must keep the case (安徽省12345热线诉求闭环办理工作规范 2025:
 * three hand-overs without an owner, then the hotline names the unit; 潍坊市12345政务服务便民热线条例 2021
 * Art 22: not to be sent back after that).
 */
export const isFinalAfter = (handOvers: number, { settings }: Pick<Rules, 'settings'>): boolean =>
  handOvers >= settings.handOverTimes.amount;

/** The present lead was named for good. */
export const isFinal = (file: CaseFile): boolean => leadOf(file)?.final ?? false;

/** A naming that its unit has sent back, waiting for somebody to decide who is right. */
export interface Contested {
  /** The assignment the unit gave back. */
  naming: AssignmentRow;
  /** Who named the unit; null where a round began with it by itself, or no person did. */
  namedBy: string | null;
}

export function contestedNaming(file: CaseFile): Contested | null {
  if (file.appeal.status !== 'filed') return null;
  const naming = namingsOf(file).at(-1);
  if (naming?.endedAs !== 'sentBack') return null;
  const named = file.steps.findLast(
    ({ verb, round }) =>
      round === file.appeal.round && (verb === 'dispatch' || verb === 'redispatch'),
  );
  return { naming, namedBy: named?.personId ?? null };
}

/** Somebody else could decide the objection to what this person named (国办函〔2025〕66号 item 5). */
export const othersDecide = (
  { namedBy }: Contested,
  file: CaseFile,
  personId: string | null,
): boolean => namedBy === personId && file.dispatcherIds.some((it) => it !== personId);

/**
 * What a hand-over orders in the same step: after the last one that is allowed, and where a rule of the
 * installation says so, the case is supervised at once and not only when somebody looks.
 */
export function orderedByHandOver(
  file: CaseFile,
  rules: Pick<Rules, 'settings' | 'supervision'>,
): Pick<Follow, 'supervision'> & { data: { [key: string]: Json } } {
  const count = handOversOf(file) + 1;
  const levels = rules.supervision
    .filter((it) => it.cause === 'handOvers' && it.threshold <= count)
    .map((it) => it.level);
  const asked = Math.max(0, isFinalAfter(count, rules) ? 1 : 0, ...levels);
  const rule = { cause: 'handOvers' as const, threshold: count, level: asked };
  if (asked === 0 || file.appeal.trial || alreadyOrdered(rule, file)) return { data: {} };
  const present = supervisionOf(file);
  // A rule never lowers a level, and that somebody was pressed is not forgotten over another cause.
  const level = Math.max(asked, present?.level ?? 0);
  const cause = present?.cause === 'pressed' ? {} : { cause: rule.cause };
  return {
    supervision: { level, ...cause },
    data: { supervised: { level, before: present?.level ?? null, cause: rule.cause } },
  };
}
