import type { ClockKind, Urgency } from '@/lib/appeals/records';
import { readTree } from '@/lib/categories/queries';
import { startClock } from '@/lib/sla/clock';
import { chooseLimit } from '@/lib/sla/limit';
import { now } from '@/lib/time/now';
import { asCalendar, readCalendarView, readZone } from './calendar-queries';
import type { ActiveLimit } from './limit-checks';
import { readLimits, readRuleSet } from './limit-queries';

export interface LimitQuestion {
  kind: ClockKind;
  urgency: Urgency;
  categoryId: string | null;
}

export interface LimitAnswer {
  limit: ActiveLimit;
  /** What made it the closest: law first, then the deeper category, then the named urgency. */
  because: 'statutory' | 'category' | 'urgency' | 'general';
  /** Begun this moment it would be due then. */
  dueAt: Date;
  provisional: boolean;
}

/** Which limit a clock would get that began now, found in the very way appeals find theirs. */
export async function tryLimit(question: LimitQuestion): Promise<LimitAnswer | null> {
  const [ruleSet, tree, view, zone] = await Promise.all([
    readRuleSet(),
    readTree(),
    readCalendarView(),
    readZone(),
  ]);
  const limits = await readLimits(ruleSet);
  const own = tree.find((it) => it.id === question.categoryId);
  const categoryPath = own ? tree.filter((it) => own.path.startsWith(it.path)).map(idOf) : [];
  const limit = chooseLimit(limits, { ...question, categoryPath });
  if (!limit || !view) return null;
  const { dueAt, provisional } = startClock(now(), limit, asCalendar(view, zone));
  return dueAt ? { limit, because: becauseOf(limit), dueAt, provisional } : null;
}

const idOf = ({ id }: { id: string }): string => id;

function becauseOf(limit: ActiveLimit): LimitAnswer['because'] {
  if (limit.statutory) return 'statutory';
  if (limit.categoryId) return 'category';
  return limit.urgency ? 'urgency' : 'general';
}
