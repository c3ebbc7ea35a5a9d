import { newRound } from './blank-file';
import {
  type CaseFile,
  handOversOf,
  lastLeadOf,
  leadOf,
  presentVoices,
  roundOf,
} from './case-file';
import { isFinalAfter } from './hand-overs';
import { onePerPerson, voicesOf } from './merged';
import type { AssignmentRow, RoundRow } from './records';
import { runClocks } from './run-clocks';
import { settleAskings } from './settle-askings';
import { settleCalls } from './settle-calls';
import { settleCauses } from './settle-causes';
import { settleChecks } from './settle-checks';
import { settleErasure } from './settle-erasure';
import { settleHolds } from './settle-holds';
import { runMergedPromises, settleJoin, settleMerge } from './settle-merges';
import { settleRecusals } from './settle-recusals';
import { settleRequests } from './settle-requests';
import { settleShowings } from './settle-showings';
import { settleSupervision } from './settle-supervision';
import type { Context, Follow, UnitRef } from './transition';

/**
 * Turns what follows from a step into the next case file. Works on copies: rows that are not the
 * same object afterwards are the ones to write.
 */
export function settle(
  before: CaseFile,
  follow: Follow,
  context: Context,
  seq: number,
  fresh = false,
): CaseFile {
  const { at } = context;
  const to = follow.to ?? before.appeal.status;
  let file: CaseFile = { ...before, appeal: { ...before.appeal, ...follow.appeal, status: to } };

  if (follow.leaves) file = leave(file, follow.leaves, at);
  file = settleJoin(file, follow);
  if (follow.answer)
    file = changeRound(file, { ...follow.answer, resolvedAt: at, invited: invited(file) });
  if (follow.unanswer) {
    file = changeRound(file, {
      resolvedAt: null,
      outcome: null,
      unitId: null,
      unitPath: null,
      invited: [],
    });
  }
  if (
    file.appeal.status !== 'resolved' &&
    before.appeal.status === 'resolved' &&
    !follow.unanswer
  ) {
    file = changeRound(file, { countedAt: at });
  }
  if (follow.nextRound) file = begin(file, follow.nextRound.origin, context);
  if (follow.lead) {
    file = endLead(file, follow.lead.ends ?? 'redispatched', at);
    file = openLead(file, follow.lead.unit, follow.lead.personId ?? null, context);
    file = knowStreet(file, follow.lead.unit);
    if (follow.lead.second) file = open(file, 'second', follow.lead.second, null, context);
  }
  if (follow.endLead) file = endLead(file, follow.endLead, at);
  if (follow.personId !== undefined) file = changeLead(file, { personId: follow.personId });
  if (follow.closedAs === 'concluded') file = concluded(file, at);
  if (to === 'closed' && before.appeal.status !== 'closed') {
    file = endLead(file, 'closed', at);
    file = changeRound(file, { endedAt: at });
    file = close(file, follow, context);
  }
  if (to !== 'closed') {
    if (follow.givesBack?.sourceId === file.appeal.id) file = changeRound(file, { endedAt: null });
    const open = { closedAs: null, closedAt: null, reopenUntil: null };
    if (file.appeal.closedAs) file = { ...file, appeal: { ...file.appeal, ...open } };
  }
  file = settleMerge(before, file, follow, context, seq);
  file = settleRequests(before, file, follow, context, seq);
  file = settleCalls(before, file, follow, context, seq);
  file = settleSupervision(before, file, follow, context, seq);
  file = settleCauses(file, follow, context, seq);
  file = settleRecusals(before, file, follow, context, seq);
  file = settleShowings(before, file, follow, context, seq);
  file = settleAskings(file, follow, context, seq);
  file = settleChecks(file, follow, context, seq);
  file = settleHolds(before, file, follow, context, seq);
  file = settleErasure(before, file, follow, context);
  file = runClocks(before, file, follow, context, fresh);
  file = runMergedPromises(before, file, follow, context);
  const step = fresh ? 1 : nextStep(before, file);
  return step === file.appeal.step ? file : { ...file, appeal: { ...file.appeal, step } };
}

/** Forms opened before are out of date exactly when status, round or lead changed. */
function nextStep(before: CaseFile, after: CaseFile): number {
  const moved =
    before.appeal.status !== after.appeal.status ||
    before.appeal.round !== after.appeal.round ||
    leadOf(before)?.id !== leadOf(after)?.id;
  return before.appeal.step + (moved ? 1 : 0);
}

/** Everybody who can be asked, one person once, those of merged cases as well. */
const invited = (file: CaseFile): string[] =>
  onePerPerson(
    file,
    voicesOf(file).filter((it) => it.reach !== 'none'),
  ).map((it) => it.id);

function changeRound(file: CaseFile, patch: Partial<RoundRow>): CaseFile {
  const present = roundOf(file);
  return {
    ...file,
    rounds: file.rounds.map((it) => (it === present ? { ...it, ...patch } : it)),
  };
}

function changeLead(file: CaseFile, patch: Partial<AssignmentRow>): CaseFile {
  const lead = leadOf(file);
  if (!lead) return file;
  return {
    ...file,
    assignments: file.assignments.map((it) => (it === lead ? { ...it, ...patch } : it)),
  };
}

/** Whoever helps the lead goes when it goes. */
const endLead = (
  file: CaseFile,
  endedAs: NonNullable<AssignmentRow['endedAs']>,
  at: Date,
): CaseFile => ({
  ...file,
  assignments: file.assignments.map((it) => (it.untilAt ? it : { ...it, untilAt: at, endedAs })),
});

/** As the loader would tell it: a street or township among those that have had the case. */
const knowStreet = (
  file: CaseFile,
  { id, kind }: Pick<UnitRef, 'id'> & Partial<Pick<UnitRef, 'kind'>>,
): CaseFile =>
  kind !== 'street' || file.streetUnitIds.includes(id)
    ? file
    : { ...file, streetUnitIds: [...file.streetUnitIds, id] };

const openLead = (
  file: CaseFile,
  unit: { id: string; path: string },
  personId: string | null,
  context: Context,
): CaseFile => open(file, 'lead', unit, personId, context);

function open(
  file: CaseFile,
  role: AssignmentRow['role'],
  unit: { id: string; path: string },
  personId: string | null,
  context: Context,
): CaseFile {
  const fresh: AssignmentRow = {
    id: context.newId(),
    appealId: file.appeal.id,
    roundId: roundOf(file).id,
    unitId: unit.id,
    unitPath: unit.path,
    personId,
    role,
    fromAt: context.at,
    untilAt: null,
    endedAs: null,
    final: role === 'lead' && isFinalAfter(handOversOf(file), context.rules),
  };
  return { ...file, assignments: [...file.assignments, fresh] };
}

/** The next round, with the last lead's unit where the move goes straight to a unit. */
function begin(file: CaseFile, origin: RoundRow['origin'], context: Context): CaseFile {
  const last = lastLeadOf(file);
  let next = changeRound(endLead(file, 'roundEnded', context.at), {
    endedAt: roundOf(file).endedAt ?? context.at,
  });
  const round = newRound({
    id: context.newId(),
    appealId: file.appeal.id,
    number: file.appeal.round + 1,
    origin,
    startedAt: context.at,
  });
  next = {
    ...next,
    appeal: { ...next.appeal, round: round.number },
    rounds: [...next.rounds, round],
  };
  return last && next.appeal.status === 'dispatched'
    ? openLead(next, { id: last.unitId, path: last.unitPath }, null, context)
    : next;
}

function leave(file: CaseFile, voiceId: string, at: Date): CaseFile {
  const heir = presentVoices(file)
    .filter((it) => it.id !== voiceId)
    .toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime())[0];
  return {
    ...file,
    voices: file.voices.map((it) => {
      if (it.id === voiceId) return { ...it, leftAt: at };
      return it === heir ? { ...it, role: 'filer' as const } : it;
    }),
  };
}

/** A round that was concluded without an answer is due all the same, from whoever had it, as unsolved. */
function concluded(file: CaseFile, at: Date): CaseFile {
  const round = roundOf(file);
  const lead = leadOf(file);
  if (round.resolvedAt || !lead) return file;
  return changeRound(file, {
    countedAt: at,
    unitId: lead.unitId,
    unitPath: lead.unitPath,
    invited: invited(file),
  });
}

function close(file: CaseFile, follow: Follow, context: Context): CaseFile {
  if (!follow.closedAs) throw new Error('closing needs a word that says how');
  const days = context.rules.reopenDays * 86_400_000;
  return {
    ...file,
    appeal: {
      ...file.appeal,
      closedAs: follow.closedAs,
      closedAt: context.at,
      reopenUntil: follow.closedAs === 'merged' ? null : new Date(context.at.getTime() + days),
    },
  };
}
