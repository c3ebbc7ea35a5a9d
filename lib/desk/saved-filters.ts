import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { desks, isOpenDesk, readList } from '@/lib/appeals/queries/inbox-lists';
import { readQuery } from '@/lib/appeals/queries/search';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { choice, line } from '@/lib/fields';
import { type FormProblem, problemsOf } from '@/lib/forms';
import { isId } from '@/lib/id';
import type { PersonActor } from '@/lib/people/actor';
import { inboxAddress, searchAddress } from './addresses';

/** Filters of the inbox and the search that a person has given a name; nobody else sees them. */

export const filterPlaces = ['inbox', 'search'] as const;
export type FilterPlace = (typeof filterPlaces)[number];

export const mostFilters = 20;

export interface SavedFilter {
  id: string;
  name: string;
  /** Null where it asks for something that is no longer the person's. */
  href: string | null;
}

/**
 * The address a query string asks for, written anew from what can be meant; null where nothing can.
 * What is stored is never trusted: it is read like an address that anybody may have typed.
 */
export function hrefOf(actor: PersonActor, place: FilterPlace, query: string): string | null {
  const params = Object.fromEntries(new URLSearchParams(query.slice(0, 1000)));
  if (place === 'search') {
    const href = searchAddress({ ...readQuery(params), after: null });
    return href.includes('?') ? href : null;
  }
  const desk = desks.find((it) => it === params.desk);
  if (!desk || !isOpenDesk(desk, actor)) return null;
  return inboxAddress({ desk, list: readList(params.list, desk, actor) });
}

interface Kept {
  id: string;
  name: string;
  query: string;
}

/** A person's filters as a JSON list; `filtersFrom` turns them into addresses. */
export const filtersInSql = ({ personId }: PersonActor, place: FilterPlace): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'query', f.query)
      ORDER BY f.id), '[]')
    FROM (SELECT id, name, query FROM "SavedFilter"
      WHERE "personId" = ${personId}::uuid AND place = ${place} ORDER BY id LIMIT ${mostFilters}) AS f)`;

export const filtersFrom = (actor: PersonActor, place: FilterPlace, rows: readonly Kept[]) =>
  rows.map(({ id, name, query }): SavedFilter => ({ id, name, href: hrefOf(actor, place, query) }));

export async function readFilters(actor: PersonActor, place: FilterPlace): Promise<SavedFilter[]> {
  const [found] = await db().$queryRaw<{ filters: Kept[] }[]>`
    SELECT ${filtersInSql(actor, place)} AS filters`;
  return filtersFrom(actor, place, found?.filters ?? []);
}

const input = z.object({
  place: choice(filterPlaces),
  name: line(20),
  query: z.string().max(1000),
});

export type Saved = { ok: true; href: string } | { ok: false; problems: FormProblem[] };

/** Keeps what an address asks for under a name of the person's own; at most `mostFilters` of them. */
export async function saveFilter(actor: PersonActor, entries: unknown): Promise<Saved> {
  const given = input.safeParse(entries);
  if (!given.success) return { ok: false, problems: problemsOf(given.error) };
  const { place, name, query } = given.data;
  const href = hrefOf(actor, place, query);
  if (!href) return { ok: false, problems: [{ field: null, code: 'nothingToSave' }] };
  const { personId } = actor;
  return db().$transaction(async (transaction): Promise<Saved> => {
    // One at a time for a person, so that neither the number nor a name is passed by two tabs at once.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`filters of ${personId}`}))`;
    const no = (field: string | null, code: string): Saved => ({
      ok: false,
      problems: [{ field, code, values: { max: mostFilters } }],
    });
    const own = await transaction.savedFilter.findMany({ where: { personId } });
    if (own.some((it) => it.place === place && it.name === name)) return no('name', 'nameTaken');
    if (own.length >= mostFilters) return no(null, 'tooManyFilters');
    const [, kept = ''] = href.split('?');
    await transaction.savedFilter.create({
      data: { id: newId(), personId, place, name, query: kept },
    });
    return { ok: true, href };
  });
}

/** Removes one of the person's own; of anybody else's nothing happens. */
export async function removeFilter(actor: PersonActor, id: unknown): Promise<void> {
  if (!isId(id)) return;
  await db().savedFilter.deleteMany({ where: { id, personId: actor.personId } });
}
