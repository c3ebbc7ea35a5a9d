import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/actor';
import type { CaseFile } from '../case-file';
import { isRecused } from '../recusals';
import { notRecusedFrom } from './recused';

const nothing: Prisma.AppealWhereInput = { id: { in: [] } };

/**
 * Which appeals an actor may know of, twice: as a where clause that every query starts from, and on a
 * loaded file. tests/db/visible.test.ts proves them equal over the cast. Whatever is not visible is
 * not found.
 *
 * Offices that answer for the whole loop read all; a unit's people what their unit has, had or was called to, its
 * leader also what lies below; likewise a case of which the cause lies with them; an interviewer what has
 * an answer; a fallback what was entrusted to them; a voice its own appeal. Of all this a person sees
 * nothing they are barred from.
 */
export const visibleTo = (actor: Actor): Prisma.AppealWhereInput =>
  actor.kind === 'person' ? { AND: [waysOf(actor), notRecusedFrom(actor)] } : waysOf(actor);

export const sees = (actor: Actor, file: CaseFile): boolean =>
  !isRecused(file, actor) && hasAWay(actor, file);

function waysOf(actor: Actor): Prisma.AppealWhereInput {
  switch (actor.kind) {
    case 'system':
      return {};
    case 'import':
      return { importId: actor.importId };
    case 'resident':
      return nothing;
    case 'voice':
      return { id: actor.appealId, voices: { some: { id: actor.voiceId, leftAt: null } } };
    case 'person': {
      if (may(actor, 'readAll')) return {};
      const ways: Prisma.AppealWhereInput[] = [];
      if (may(actor, 'assign')) {
        ways.push({ assignments: { some: { unitPath: { startsWith: actor.unitPath } } } });
        ways.push({ causes: { some: { unitPath: { startsWith: actor.unitPath } } } });
        ways.push({ calls: { some: { unitPath: { startsWith: actor.unitPath } } } });
      } else if (may(actor, 'handle')) {
        ways.push({ assignments: { some: { unitId: actor.unitId } } });
        ways.push({ causes: { some: { unitId: actor.unitId } } });
        ways.push({ calls: { some: { unitId: actor.unitId } } });
      }
      if (may(actor, 'interview')) ways.push({ rounds: { some: { resolvedAt: { not: null } } } });
      if (may(actor, 'entrusted')) ways.push({ fallbackIds: { has: actor.personId } });
      // An empty OR inside an AND is dropped by the client, and would show everything.
      return ways.length > 0 ? { OR: ways } : nothing;
    }
  }
}

/** Units that have or had the case, were called to it, or own its cause. */
const hadBy = (file: CaseFile) => [...file.assignments, ...file.calls, ...file.causes];

function hasAWay(actor: Actor, file: CaseFile): boolean {
  switch (actor.kind) {
    case 'system':
      return true;
    case 'import':
      return file.appeal.importId === actor.importId;
    case 'resident':
      return false;
    case 'voice':
      return (
        file.appeal.id === actor.appealId &&
        file.voices.some((it) => it.id === actor.voiceId && it.leftAt === null)
      );
    case 'person':
      return (
        may(actor, 'readAll') ||
        (may(actor, 'assign')
          ? hadBy(file).some((it) => it.unitPath.startsWith(actor.unitPath))
          : may(actor, 'handle') && hadBy(file).some((it) => it.unitId === actor.unitId)) ||
        (may(actor, 'interview') && file.rounds.some((it) => it.resolvedAt !== null)) ||
        (may(actor, 'entrusted') && file.appeal.fallbackIds.includes(actor.personId))
      );
  }
}
