import { notRecusedInSql } from '@/lib/appeals/queries/recused';
import { type Database, db, planned } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { type CategoryRow, inTreeOrder, levelOf } from './tree';

/** The whole tree, retired ones too, in its order. */
export async function readTree(database: Database = db()): Promise<CategoryRow[]> {
  return inTreeOrder(await database.category.findMany());
}

export interface CountedCategory extends CategoryRow {
  level: number;
  /** Appeals that have this very category. */
  appeals: number;
  /** Limits of the present rule set made for it. */
  limits: number;
}

export async function readCountedTree(by: PersonActor): Promise<CountedCategory[]> {
  const [tree, counts] = await Promise.all([
    readTree(),
    db().$queryRaw<{ id: string; appeals: number; limits: number }[]>`
      SELECT c.id,
        (SELECT count(*)::int FROM "Appeal" a WHERE a."categoryId" = c.id
          AND ${notRecusedInSql(by)}) AS appeals,
        (SELECT count(*)::int FROM "Limit" l JOIN "Installation" i ON i."ruleSet" = l."ruleSet"
          WHERE l."categoryId" = c.id AND l."retiredAt" IS NULL) AS limits
      FROM "Category" c`,
  ]);
  const of = new Map(counts.map((it) => [it.id, it]));
  return tree.map((it) => ({
    ...it,
    level: levelOf(it),
    appeals: of.get(it.id)?.appeals ?? 0,
    limits: of.get(it.id)?.limits ?? 0,
  }));
}

/** Category ids from the root down; empty where there is none or it is not known. */
export async function readPathOf(database: Database, categoryId: string | null): Promise<string[]> {
  if (!categoryId) return [];
  const rows = await database.$queryRaw<{ id: string }[]>`${planned}
    SELECT up.id FROM "Category" own JOIN "Category" up ON starts_with(own.path, up.path)
    WHERE own.id = ${categoryId}::uuid ORDER BY length(up.path)`;
  return rows.map((it) => it.id);
}
