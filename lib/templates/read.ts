import type { Named } from '@/lib/appeals/queries/case-view';
import { db } from '@/lib/db/client';
import { isId } from '@/lib/id';
import { isTemplateVerb, type TemplateVerb, templateVerbs } from './verbs';

export interface TemplateLine {
  id: string;
  verb: TemplateVerb;
  name: string;
  category: Named | null;
  retiredAt: Date | null;
  /** The newest version. */
  number: number;
  body: string;
  at: Date;
}

export interface WholeTemplate extends TemplateLine {
  /** Newest first. */
  versions: { number: number; body: string; at: Date; person: string | null }[];
}

const named = { select: { id: true, name: true, nameEn: true } } as const;

/** Every template, by step in the order of the desk, then by category; retired ones too. */
export async function listTemplates(): Promise<TemplateLine[]> {
  const rows = await db().template.findMany({
    orderBy: [{ category: { path: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      verb: true,
      name: true,
      retiredAt: true,
      category: named,
      versions: { orderBy: { number: 'desc' }, take: 1 },
    },
  });
  const rank = ({ verb }: TemplateLine) => templateVerbs.indexOf(verb);
  return rows
    .flatMap(({ verb, versions: [newest], ...row }): TemplateLine[] => {
      if (!newest || !isTemplateVerb(verb)) return [];
      const { number, body, at } = newest;
      return [{ ...row, verb, number, body, at }];
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

/** One template with all its versions; null where there is none. */
export async function readTemplate(id: string): Promise<WholeTemplate | null> {
  if (!isId(id)) return null;
  const row = await db().template.findUnique({
    where: { id },
    include: { category: named, versions: { orderBy: { number: 'desc' } } },
  });
  const newest = row?.versions[0];
  if (!row || !newest || !isTemplateVerb(row.verb)) return null;
  const writers = row.versions.flatMap(({ personId }) => (personId ? [personId] : []));
  const people = await db().person.findMany({
    where: { id: { in: writers } },
    select: { id: true, name: true },
  });
  const { number, body, at } = newest;
  return {
    id,
    verb: row.verb,
    name: row.name,
    category: row.category,
    retiredAt: row.retiredAt,
    number,
    body,
    at,
    versions: row.versions.map((it) => ({
      number: it.number,
      body: it.body,
      at: it.at,
      person: people.find(({ id }) => id === it.personId)?.name ?? null,
    })),
  };
}

export type CategoryChoice = Named & {
  /** 1 for those at the top. */
  level: number;
};

/** Categories in use, each below the one it belongs to. */
export async function categoryChoices(): Promise<CategoryChoice[]> {
  const rows = await db().category.findMany({
    where: { retiredAt: null },
    orderBy: { path: 'asc' },
    select: { id: true, name: true, nameEn: true, path: true },
  });
  return rows.map(({ path, ...it }) => ({ ...it, level: path.split('/').length - 1 }));
}
