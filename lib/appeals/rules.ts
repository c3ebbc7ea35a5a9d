import { db } from '@/lib/db/client';
import { capabilitiesOf, type Role } from '@/lib/people/roles';
import { remembered } from '@/lib/processes/remembered';
import { presets } from '@/lib/rule-sets/presets';
import type { Calendar } from '@/lib/sla/calendar';
import type { LimitUnit } from '@/lib/sla/limit';
import type { Rules } from './transition';

/** How long rules may be remembered; a changed limit reaches every machine within this. */
const freshForMs = 10_000;

const standing = remembered('rules', freshForMs, readRules);

/** Whoever changes rules sees them at once. */
export const forgetRules = (): Promise<void> => standing.forget();

/** Limits of the installation's rule set, and the newest calendar. */
export const loadRules = (): Promise<Rules> => standing.read();

async function readRules(): Promise<Rules> {
  const installation = await db().installation.findUniqueOrThrow({ where: { id: 1 } });
  const limits = await db().limit.findMany({
    where: { ruleSet: installation.ruleSet, retiredAt: null },
    // Of two that speak of the same case the first is taken: the lowest level's own.
    orderBy: [{ kind: 'asc' }, { level: 'desc' }, { id: 'asc' }],
  });
  const [numbers, supervision, officers, offices, fallbacks] = await Promise.all([
    db().ruleSetting.findMany({ where: { ruleSet: installation.ruleSet } }),
    db().supervisionRule.findMany({ where: { enabled: true }, orderBy: { level: 'asc' } }),
    db().supervisionOfficer.findMany({
      where: { person: { disabledAt: null } },
      include: { person: { select: { roles: true } } },
    }),
    db().person.findMany({
      where: {
        disabledAt: null,
        OR: [{ roles: { hasSome: [...deciding] } }, { fallback: { isNot: null } }],
      },
      select: { id: true, unitId: true, roles: true, unit: { select: { path: true } } },
    }),
    db().fallback.findMany({ orderBy: { place: 'asc' } }),
  ]);
  const version = await db().calendarVersion.findFirstOrThrow({
    orderBy: { version: 'desc' },
    include: { days: true },
  });
  const calendar: Calendar = {
    version: version.version,
    zone: installation.zone,
    days: new Map(version.days.map((it) => [it.on, it.working])),
    lastKnownYear: version.lastKnownYear,
    businessEndsAt: version.businessEndsAt,
  };
  return {
    limits,
    calendar,
    reopenDays: installation.reopenDays,
    contactDays: installation.contactDays,
    wordDays: installation.wordDays,
    settings: settingsFrom(numbers),
    supervision,
    officers: officers.filter(({ person }) => serves(person.roles)),
    offices: offices.map(({ id, unit, ...it }) => ({ ...it, personId: id, unitPath: unit.path })),
    fallbacks: fallbacks.map((it) => it.personId),
  };
}

/** Roles of whoever may decide on an appeal, or is told of it in person. */
const deciding: readonly Role[] = [
  'operator',
  'dispatcher',
  'leader',
  'interviewer',
  'reviewer',
  'supervisor',
  'inspector',
];

/** Whoever has lost the role is told of nothing more. */
function serves(roles: readonly string[]): boolean {
  const held = capabilitiesOf(roles);
  return held.has('supervise') || held.has('takeOn');
}

/** Every key has a number; where the database has none, that of the first preset holds. */
function settingsFrom(rows: readonly { key: string; amount: number; unit: LimitUnit | null }[]) {
  const standing = [...presets.beijing.settings, ...rows].map(
    ({ key, amount, unit }) => [key, { amount, unit }] as const,
  );
  return Object.fromEntries(standing) as Rules['settings'];
}
