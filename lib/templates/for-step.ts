import type { Verb } from '@/lib/appeals/lifecycle';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { readUnit } from '@/lib/appeals/queries/choices';
import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { isId } from '@/lib/id';
import type { PersonActor } from '@/lib/people/actor';
import { fillTemplate, type Surroundings } from './fill';
import { isTemplateVerb, type TemplateVerb, templateFields } from './verbs';

export interface StepTemplate {
  id: string;
  name: string;
  /** The newest version, with its placeholders. */
  body: string;
}

/**
 * Templates in use for a step: those of the category itself first, then of the ones above it, nearest
 * first, then those for every category.
 */
export async function templatesFor(
  verb: TemplateVerb,
  categoryId: string | null,
): Promise<StepTemplate[]> {
  const category = categoryId
    ? await db().category.findUnique({ where: { id: categoryId }, select: { path: true } })
    : null;
  const paths = pathsUpTo(category?.path ?? '');
  const rows = await db().template.findMany({
    where: {
      verb,
      retiredAt: null,
      OR: [{ categoryId: null }, { category: { path: { in: paths } } }],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      category: { select: { path: true } },
      versions: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
    },
  });
  return rows
    .toSorted((a, b) => (b.category?.path.length ?? 0) - (a.category?.path.length ?? 0))
    .flatMap(({ id, name, versions: [newest] }) =>
      newest ? [{ id, name, body: newest.body }] : [],
    );
}

/** `a/`, `a/b/`, `a/b/c/` for `a/b/c/`. */
const pathsUpTo = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, index, codes) => `${codes.slice(0, index + 1).join('/')}/`);

/** The templates of a step with the case's own facts in their places: `body` is ready to be sent. */
export async function filledTemplates(
  actor: PersonActor,
  view: CaseView,
  verb: TemplateVerb,
): Promise<StepTemplate[]> {
  const templates = await templatesFor(verb, view.file.appeal.categoryId);
  if (templates.length === 0) return [];
  const around = await surroundingsOf(actor);
  return templates.map((it) => ({ ...it, body: fillTemplate(it.body, view, around) }));
}

/** One of them by the id an address names; null for whatever is not offered here. */
export async function filledTemplate(
  actor: PersonActor,
  view: CaseView,
  verb: TemplateVerb,
  id: string | undefined,
): Promise<string | null> {
  if (!isId(id)) return null;
  const templates = await filledTemplates(actor, view, verb);
  return templates.find((it) => it.id === id)?.body ?? null;
}

/** What the fields of a step begin with where its address names a template: field → words. */
export async function templateStart(
  actor: PersonActor,
  view: CaseView,
  verb: Verb,
  id: string | undefined,
): Promise<Record<string, string>> {
  if (!isTemplateVerb(verb)) return {};
  const words = await filledTemplate(actor, view, verb, id);
  return words === null ? {} : { [templateFields[verb]]: words };
}

async function surroundingsOf(actor: PersonActor): Promise<Surroundings> {
  const [unit, installation] = await Promise.all([
    readUnit(actor.unitId),
    db().installation.findUnique({ where: { id: 1 }, select: { phone: true } }),
  ]);
  return { unit, phone: installation?.phone ?? null, zone: settings().timeZone };
}
