import { readTree } from '@/lib/categories/queries';
import { type Allowance, chooseLimit } from '@/lib/sla/limit';
import type { CaseFile } from '../case-file';
import { loadRules } from '../rules';

type CallClock = 'reportIn' | 'arrive' | 'reportBack';

/** What the rule set gives a unit called to this case, where the caller names no time. */
export async function readCallLimits({ appeal }: CaseFile): Promise<Record<CallClock, Allowance>> {
  const { urgency, categoryId } = appeal;
  const [{ limits }, tree] = await Promise.all([loadRules(), readTree()]);
  const own = tree.find((it) => it.id === categoryId);
  const above = own ? tree.filter((it) => own.path.startsWith(it.path)) : [];
  const categoryPath = above.map((it) => it.id);
  const limitOf = (kind: CallClock): Allowance => {
    const limit = chooseLimit(limits, { kind, urgency, categoryPath });
    if (!limit) throw new Error(`the rule set has no limit for the clock ${kind}`);
    return limit;
  };
  return {
    reportIn: limitOf('reportIn'),
    arrive: limitOf('arrive'),
    reportBack: limitOf('reportBack'),
  };
}
