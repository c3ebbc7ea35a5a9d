import { db } from '@/lib/db/client';
import type { Calendar } from '@/lib/sla/calendar';
import { now } from '@/lib/time/now';
import type { Rules } from './transition';

/** How long rules may be remembered; a changed limit reaches every process within this. */
const freshForMs = 10_000;

let kept: { rules: Rules; readAt: number } | undefined;

/** Limits of the installation's rule set, and the newest calendar. */
export async function loadRules(): Promise<Rules> {
  const readAt = now().getTime();
  if (kept && readAt - kept.readAt < freshForMs) return kept.rules;
  const installation = await db().installation.findUniqueOrThrow({ where: { id: 1 } });
  const limits = await db().limit.findMany({ where: { ruleSet: installation.ruleSet } });
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
  kept = { rules: { limits, calendar, reopenDays: installation.reopenDays }, readAt };
  return kept.rules;
}
