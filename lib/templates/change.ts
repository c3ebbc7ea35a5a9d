import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { recordChange } from '@/lib/audit/record-change';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { choice, key, line, optional, paragraph, wholeNumber } from '@/lib/fields';
import { type FormProblem, problemsOf } from '@/lib/forms';
import { isId } from '@/lib/id';
import type { PersonActor } from '@/lib/people/actor';
import { mayAdminister } from '@/lib/people/powers';
import { strangersIn } from './placeholders';
import { templateVerbs } from './verbs';

export type TemplateRefusal =
  | { ok: false; code: 'notYours' | 'notFound' | 'changedMeanwhile' }
  | { ok: false; code: 'badInput'; problems: FormProblem[] };

export type TemplateChanged = { ok: true; id: string } | TemplateRefusal;

const no = (code: 'notYours' | 'notFound' | 'changedMeanwhile'): TemplateRefusal => ({
  ok: false,
  code,
});
const bad = (problems: FormProblem[]): TemplateRefusal => ({
  ok: false,
  code: 'badInput',
  problems,
});

/** As long as the longest field a template fills. */
const body = paragraph(2000).superRefine((text, context) => {
  const strangers = strangersIn(text);
  if (strangers.length === 0) return;
  const params = { names: strangers.slice(0, 5).join(' ') };
  context.addIssue({ code: 'custom', message: 'unknownPlaceholder', params });
});

const shared = { name: line(40), categoryId: optional(key()), body };
const forNew = z.object({ ...shared, verb: choice(templateVerbs) });
const forOld = z.object({ ...shared, number: wholeNumber(1, 1_000_000) });

/** A template for a step, of one category and those below it or of all. */
export async function addTemplate(actor: PersonActor, input: unknown): Promise<TemplateChanged> {
  if (!mayAdminister(actor, 'templates')) return no('notYours');
  const parsed = forNew.safeParse(input);
  if (!parsed.success) return bad(problemsOf(parsed.error));
  const { verb, name, body } = parsed.data;
  const categoryId = parsed.data.categoryId ?? null;
  return db().$transaction(async (transaction) => {
    const category = await categoryName(transaction, categoryId);
    if (categoryId && !category) return bad([{ field: 'categoryId', code: 'wrongChoice' }]);
    const id = newId();
    await transaction.template.create({ data: { id, verb, name, categoryId } });
    await addVersion(transaction, actor, { id, number: 1, body });
    const after = { verb, name, category, body };
    await recordChange(transaction, actor, {
      subject: 'template',
      subjectId: id,
      name,
      action: 'added',
      after,
    });
    return { ok: true, id };
  });
}

/**
 * Other words are another version: what was sent with an older one can still be looked up. `number` is
 * the version the form showed; of two changes at once the second is told.
 */
export async function changeTemplate(
  actor: PersonActor,
  id: string,
  input: unknown,
): Promise<TemplateChanged> {
  if (!mayAdminister(actor, 'templates')) return no('notYours');
  const parsed = forOld.safeParse(input);
  if (!parsed.success) return bad(problemsOf(parsed.error));
  const { name, body, number } = parsed.data;
  const categoryId = parsed.data.categoryId ?? null;
  return db().$transaction(async (transaction) => {
    const old = await lockedTemplate(transaction, id);
    if (!old) return no('notFound');
    if (old.number !== number) return no('changedMeanwhile');
    const category = await categoryName(transaction, categoryId);
    if (categoryId && !category) return bad([{ field: 'categoryId', code: 'wrongChoice' }]);
    const before = { name: old.name, category: old.category, body: old.body };
    const after = { name, category, body };
    const same = old.name === name && old.categoryId === categoryId && old.body === body;
    if (same) return { ok: true, id };
    await transaction.template.update({ where: { id }, data: { name, categoryId } });
    if (old.body !== body) await addVersion(transaction, actor, { id, number: number + 1, body });
    await recordChange(transaction, actor, {
      subject: 'template',
      subjectId: id,
      name,
      action: 'changed',
      before,
      after,
    });
    return { ok: true, id };
  });
}

/** No longer offered, or offered again. Doing it twice changes nothing. */
export async function retireTemplate(
  actor: PersonActor,
  id: string,
  retire: boolean,
): Promise<TemplateChanged> {
  if (!mayAdminister(actor, 'templates')) return no('notYours');
  return db().$transaction(async (transaction) => {
    const old = await lockedTemplate(transaction, id);
    if (!old) return no('notFound');
    if ((old.retiredAt !== null) === retire) return { ok: true, id };
    const retiredAt = retire ? await databaseClock(transaction) : null;
    await transaction.template.update({ where: { id }, data: { retiredAt } });
    await recordChange(transaction, actor, {
      subject: 'template',
      subjectId: id,
      name: old.name,
      action: retire ? 'retired' : 'restored',
      before: { retired: !retire },
      after: { retired: retire },
    });
    return { ok: true, id };
  });
}

interface Version {
  id: string;
  number: number;
  body: string;
}

async function addVersion(transaction: Transaction, actor: PersonActor, version: Version) {
  const { id: templateId, number, body } = version;
  const at = await databaseClock(transaction);
  const { personId } = actor;
  const data = { id: newId(), templateId, number, body, at, personId };
  await transaction.templateVersion.create({ data });
}

async function lockedTemplate(transaction: Transaction, id: string) {
  if (!isId(id)) return null;
  await transaction.$queryRaw`SELECT id FROM "Template" WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await transaction.template.findUnique({
    where: { id },
    include: { category: true, versions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  const newest = row?.versions[0];
  if (!row || !newest) return null;
  const { name, categoryId, retiredAt } = row;
  const category = row.category?.name ?? null;
  return { name, categoryId, retiredAt, category, number: newest.number, body: newest.body };
}

const categoryName = async (transaction: Transaction, id: string | null) =>
  id
    ? ((await transaction.category.findFirst({ where: { id, retiredAt: null } }))?.name ?? null)
    : null;
