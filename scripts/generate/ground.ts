import type { Client } from 'pg';
import type { Rules } from '@/lib/appeals/transition';
import { dayNumberOf, instantOf } from '@/lib/time/civil';
import { categories as tree } from '@/prisma/seed/categories';
import type { Wanted } from './arguments';
import type { Types } from './binary-rows';
import { madeCounty } from './county';
import { idsOf } from './ids';
import type { Ground } from './scene';

export interface MadeCategory {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  parentId: string | null;
  path: string;
}

/** All a thread needs to play cases, and the categories that are not there yet. */
export async function groundOf(
  client: Client,
  wanted: Wanted,
  rules: Rules,
): Promise<{ ground: Ground; newCategories: MadeCategory[] }> {
  const { rows: known } = await client.query<{ id: string; code: string; path: string }>(
    'SELECT id, code, path FROM "Category" ORDER BY path',
  );
  const newCategories = missing(known, wanted.seed);
  const byPath = new Map([...known, ...newCategories].map((it) => [it.path, it]));
  const idsUpTo = (path: string): string[] =>
    path
      .split('/')
      .slice(0, -1)
      .map((_, nth, codes) => byPath.get(`${codes.slice(0, nth + 1).join('/')}/`)?.id ?? '');
  const ground: Ground = {
    seed: wanted.seed,
    cases: wanted.cases,
    county: madeCounty(wanted),
    rules,
    categories: new Map([...byPath.values()].map((it) => [it.code, idsUpTo(it.path)])),
    until: instantOf(wanted.until, '00:00', rules.calendar.zone).getTime(),
    columns: await typesOf(client),
    counters: await countersOf(client),
  };
  return { ground, newCategories };
}

export const untilDay = ({ until }: Wanted): number => dayNumberOf(until);

/** The usual tree, as far as its codes are not taken. */
function missing(known: readonly { id: string; code: string; path: string }[], seed: number) {
  const newId = idsOf(seed, 0xffff_0000, 0);
  const nodes = new Map<string, { id: string; path: string }>(known.map((it) => [it.code, it]));
  return tree.flatMap(({ parent, ...leaf }): MadeCategory[] => {
    if (nodes.has(leaf.code)) return [];
    const above = parent ? nodes.get(parent) : undefined;
    const made = {
      ...leaf,
      id: newId(),
      parentId: above?.id ?? null,
      path: `${above?.path ?? ''}${leaf.code}/`,
    };
    nodes.set(leaf.code, made);
    return [made];
  });
}

async function typesOf(client: Client): Promise<Record<string, Types>> {
  const { rows } = await client.query<{ table: string; types: Types }>(
    `SELECT table_name AS table, json_object_agg(column_name, udt_name) AS types
     FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name`,
  );
  return Object.fromEntries(rows.map((it) => [it.table, it.types]));
}

async function countersOf(client: Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ on: string; last: number }>(
    'SELECT "on", last FROM "CaseCounter"',
  );
  return new Map(rows.map((it) => [it.on, it.last]));
}
