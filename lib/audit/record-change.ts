import { v7 as newId } from 'uuid';
import type { Database } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import type { PersonActor } from '@/lib/people/actor';

/** Things administration changes; the audit log's words for them stand in messages/<locale>/audit.json. */
export const subjects = [
  'installation',
  'unit',
  'person',
  'absence',
  'category',
  'catalogue',
  'area',
  'limit',
  'ruleSet',
  'calendar',
  'template',
  'supervisionRule',
  'supervisionOfficer',
  'fallback',
  'notice',
  'answer',
  'photo',
  'scoreWeights',
  'retention',
] as const;
export type Subject = (typeof subjects)[number];

type Facts = Record<string, string | number | boolean | null | readonly string[] | undefined>;

export interface ChangeOf {
  subject: Subject;
  subjectId: string;
  /** What the thing is called after the change, for readers of the log. */
  name: string;
  /** A verb of the audit log: `added`, `changed`, `closed`, `merged`, `retired`, `invited` … */
  action: string;
  before?: Facts;
  after?: Facts;
}

/**
 * One line of the audit log: who, when, before, after. Write it in the transaction of the change itself.
 * Of facts only those that differ are kept; never pass a password, a token or a resident's data.
 */
export async function recordChange(
  transaction: Database,
  actor: Pick<PersonActor, 'personId'> | null,
  { before, after, ...change }: ChangeOf,
): Promise<void> {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const differing = [...names].filter(
    (name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]),
  );
  const only = (facts: Facts | undefined) =>
    facts ? Object.fromEntries(differing.map((name) => [name, facts[name] ?? null])) : undefined;
  await transaction.change.create({
    data: {
      id: newId(),
      at: await databaseClock(transaction),
      personId: actor?.personId ?? null,
      ...change,
      before: only(before) ?? Prisma.DbNull,
      after: only(after) ?? Prisma.DbNull,
    },
  });
}
