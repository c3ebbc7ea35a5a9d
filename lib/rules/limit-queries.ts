import { type Database, db } from '@/lib/db/client';
import type { ActiveLimit } from './limit-checks';

export async function readRuleSet(database: Database = db()): Promise<string> {
  const { ruleSet } = await database.installation.findUniqueOrThrow({
    where: { id: 1 },
    select: { ruleSet: true },
  });
  return ruleSet;
}

/** Limits of a rule set in force. Of two that speak of the same the nearer level comes first and so applies. */
export function readLimits(ruleSet: string, database: Database = db()): Promise<ActiveLimit[]> {
  return database.limit.findMany({
    where: { ruleSet, retiredAt: null },
    orderBy: [{ kind: 'asc' }, { level: 'desc' }, { id: 'asc' }],
    omit: { ruleSet: true, retiredAt: true },
  });
}

export interface ReadSetting {
  key: string;
  amount: number;
  unit: ActiveLimit['unit'] | null;
  source: string;
}

export function readSettings(ruleSet: string, database: Database = db()): Promise<ReadSetting[]> {
  return database.ruleSetting.findMany({
    where: { ruleSet },
    orderBy: { key: 'asc' },
    omit: { ruleSet: true },
  });
}
