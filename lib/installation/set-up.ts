import { forgetInstallation } from '@/lib/appeals/queries/front';
import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { PersonActor } from '@/lib/people/actor';
import type { Role } from '@/lib/people/roles';
import { chosenRuleSet } from './choose-rule-set';
import { readFallbacks } from './fallbacks';
import { isSetUp } from './is-set-up';
import { firstGraceDays } from './second-factor-rule';

export const setUpSteps = [
  'organisation',
  'rules',
  'units',
  'people',
  'fallbacks',
  'trial',
  'finish',
] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** Without these four the loop cannot go round; the page says why of each. */
export const neededRoles = [
  'dispatcher',
  'handler',
  'interviewer',
  'supervisor',
] as const satisfies readonly Role[];
export type NeededRole = (typeof neededRoles)[number];

export interface SetUpState {
  over: boolean;
  done: Record<Exclude<SetUpStep, 'finish'>, boolean>;
  missing: NeededRole[];
}

/** How far set-up has come, told by what is there: it can be left and taken up again at any step. */
export async function readSetUp(): Promise<SetUpState> {
  const [over, named, ruleSet, unit, people, { trouble }, trial] = await Promise.all([
    isSetUp(),
    db().change.findFirst({ where: { subject: 'installation' }, select: { id: true } }),
    chosenRuleSet(),
    db().unit.findFirst({ where: otherThanHotline, select: { id: true } }),
    readStaff(),
    readFallbacks(),
    db().appeal.findFirst({ where: { trial: true }, select: { id: true } }),
  ]);
  const missing = neededRoles.filter((role) => !people.some((it) => fills(it, role)));
  return {
    over,
    done: {
      organisation: named !== null,
      rules: ruleSet !== null,
      units: unit !== null,
      people: missing.length === 0,
      fallbacks: trouble === null,
      trial: trial !== null,
    },
    missing,
  };
}

const otherThanHotline = { kind: { not: 'hotline' as const }, closedAt: null };

/** Everybody who can be given work, with their units. */
export function readStaff() {
  return db().person.findMany({
    where: { disabledAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      roles: true,
      passwordHash: true,
      unit: { select: { id: true, name: true, nameEn: true, kind: true } },
    },
  });
}

type Staff = Awaited<ReturnType<typeof readStaff>>[number];

/** Whoever handles belongs to a unit that cases are sent to; a leader may handle as well. */
function fills({ roles, unit }: Staff, role: NeededRole): boolean {
  if (role !== 'handler') return roles.includes(role);
  return unit.kind !== 'hotline' && (roles.includes('handler') || roles.includes('leader'));
}

/** What is still needed before residents may file; the trial is advice. */
export const lackingSteps = ({ done }: SetUpState): SetUpStep[] =>
  setUpSteps.filter((step) => step !== 'finish' && step !== 'trial' && !done[step]);

/** Opens the service. False where something is lacking; done a second time it changes nothing. */
export async function finishSetUp(actor: PersonActor): Promise<boolean> {
  if (lackingSteps(await readSetUp()).length > 0) return false;
  await db().$transaction(async (transaction) => {
    const at = await databaseClock(transaction);
    const secondFactorFrom = new Date(at.getTime() + firstGraceDays * 24 * 3_600_000);
    const { count } = await transaction.installation.updateMany({
      where: { id: 1, setUpAt: null },
      data: { setUpAt: at, secondFactorFrom },
    });
    if (count === 0) return;
    const { name } = await transaction.installation.findUniqueOrThrow({ where: { id: 1 } });
    await recordChange(transaction, actor, {
      subject: 'installation',
      subjectId: '1',
      name,
      action: 'opened',
      after: { setUpAt: at.toISOString(), secondFactorFrom: secondFactorFrom.toISOString() },
    });
  });
  await forgetInstallation();
  return true;
}
