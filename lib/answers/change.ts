import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { recordChange } from '@/lib/audit/record-change';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { key, line, optional, paragraph, wholeNumber } from '@/lib/fields';
import { type FormProblem, problemsOf } from '@/lib/forms';
import { isId } from '@/lib/id';
import type { PersonActor } from '@/lib/people/actor';
import { mayAdminister } from '@/lib/people/powers';
import { findPersonal } from '@/lib/personal/find';

type AnswerRefusal =
  | { ok: false; code: 'notYours' | 'notFound' | 'changedMeanwhile' }
  | { ok: false; code: 'badInput'; problems: FormProblem[] };

export type AnswerChanged = { ok: true; id: string } | AnswerRefusal;

const no = (code: 'notYours' | 'notFound' | 'changedMeanwhile'): AnswerRefusal => ({
  ok: false,
  code,
});
const bad = (problems: FormProblem[]): AnswerRefusal => ({ ok: false, code: 'badInput', problems });

/** Words for everybody: an office's own number may stand in them, somebody's card, plate or account never. */
const forEverybody = (field: z.ZodType<string>) =>
  field.superRefine((text, context) => {
    const found = findPersonal(text).find(
      (it) => it.never && it.kind !== 'phone' && it.kind !== 'email',
    );
    if (!found) return;
    context.addIssue({ code: 'custom', message: 'stillPersonal', params: { found: found.text } });
  });

const fields = {
  categoryId: optional(key()),
  question: forEverybody(line(100)),
  body: forEverybody(paragraph(3000)),
  questionEn: optional(forEverybody(line(200))),
  bodyEn: optional(forEverybody(paragraph(6000))),
};
const together = (it: { questionEn?: string | undefined; bodyEn?: string | undefined }) =>
  (it.questionEn === undefined) === (it.bodyEn === undefined);
const forNew = z.object(fields).refine(together, { path: ['bodyEn'], error: 'bothInEnglish' });
const forOld = z
  .object({ ...fields, version: wholeNumber(1, 1_000_000) })
  .refine(together, { path: ['bodyEn'], error: 'bothInEnglish' });

/** A new answer, read by everybody from now on. */
export async function addAnswer(actor: PersonActor, input: unknown): Promise<AnswerChanged> {
  if (!mayAdminister(actor, 'answers')) return no('notYours');
  const parsed = forNew.safeParse(input);
  if (!parsed.success) return bad(problemsOf(parsed.error));
  return db().$transaction(async (transaction) => {
    const data = rowOf(parsed.data);
    if (!(await isOffered(transaction, data.categoryId))) return wrongCategory;
    const id = newId();
    const changedAt = await databaseClock(transaction);
    await transaction.answer.create({ data: { id, ...data, version: 1, changedAt } });
    await recordChange(transaction, actor, {
      subject: 'answer',
      subjectId: id,
      name: data.question,
      action: 'added',
      after: told(data),
    });
    return { ok: true, id };
  });
}

/** Other words for one there is; `version` is that of the form, and of two changes at once the second is told. */
export async function changeAnswer(
  actor: PersonActor,
  id: string,
  input: unknown,
): Promise<AnswerChanged> {
  if (!mayAdminister(actor, 'answers')) return no('notYours');
  const parsed = forOld.safeParse(input);
  if (!parsed.success) return bad(problemsOf(parsed.error));
  return db().$transaction(async (transaction) => {
    const old = await locked(transaction, id);
    if (!old) return no('notFound');
    if (old.version !== parsed.data.version) return no('changedMeanwhile');
    const data = rowOf(parsed.data);
    const moved = data.categoryId !== old.categoryId;
    if (moved && !(await isOffered(transaction, data.categoryId))) return wrongCategory;
    const changedAt = await databaseClock(transaction);
    const version = old.version + 1;
    await transaction.answer.update({ where: { id }, data: { ...data, version, changedAt } });
    await recordChange(transaction, actor, {
      subject: 'answer',
      subjectId: id,
      name: data.question,
      action: 'changed',
      before: told(old),
      after: told(data),
    });
    return { ok: true, id };
  });
}

/** No longer shown, or shown again. Doing it twice changes nothing. */
export async function retireAnswer(
  actor: PersonActor,
  id: string,
  retire: boolean,
): Promise<AnswerChanged> {
  if (!mayAdminister(actor, 'answers')) return no('notYours');
  return db().$transaction(async (transaction) => {
    const old = await locked(transaction, id);
    if (!old) return no('notFound');
    if ((old.retiredAt !== null) === retire) return { ok: true, id };
    const at = await databaseClock(transaction);
    await transaction.answer.update({ where: { id }, data: { retiredAt: retire ? at : null } });
    await recordChange(transaction, actor, {
      subject: 'answer',
      subjectId: id,
      name: old.question,
      action: retire ? 'retired' : 'restored',
      before: { retired: !retire },
      after: { retired: retire },
    });
    return { ok: true, id };
  });
}

type Words = Record<'question' | 'body', string> & Record<'questionEn' | 'bodyEn', string | null>;

const rowOf = (given: z.output<typeof forNew>): Words & { categoryId: string | null } => ({
  question: given.question,
  body: given.body,
  questionEn: given.questionEn ?? null,
  bodyEn: given.bodyEn ?? null,
  categoryId: given.categoryId ?? null,
});

const told = ({ question, body, questionEn, bodyEn }: Words) => ({
  question,
  body,
  questionEn,
  bodyEn,
});

const wrongCategory = bad([{ field: 'categoryId', code: 'wrongChoice' }]);

const isOffered = async (transaction: Transaction, id: string | null): Promise<boolean> =>
  !id || (await transaction.category.count({ where: { id, retiredAt: null } })) > 0;

async function locked(transaction: Transaction, id: string) {
  if (!isId(id)) return null;
  await transaction.$queryRaw`SELECT id FROM "Answer" WHERE id = ${id}::uuid FOR UPDATE`;
  return transaction.answer.findUnique({ where: { id } });
}
