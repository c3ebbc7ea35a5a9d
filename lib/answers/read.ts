import { db } from '@/lib/db/client';
import { isId } from '@/lib/id';
import { literally } from '@/lib/text';
import { nearest, type SaidBefore } from './nearest';

export interface AnswerLine {
  id: string;
  question: string;
  body: string;
  questionEn: string | null;
  bodyEn: string | null;
  category: { id: string; name: string; nameEn: string } | null;
  version: number;
  changedAt: Date;
  retiredAt: Date | null;
}

const shape = {
  id: true,
  question: true,
  body: true,
  questionEn: true,
  bodyEn: true,
  version: true,
  changedAt: true,
  retiredAt: true,
  category: { select: { id: true, name: true, nameEn: true } },
} as const;

/** By category, then by question. */
const order = [
  { category: { path: 'asc' } },
  { question: 'asc' },
  { id: 'asc' },
] as const satisfies object[];

/** Every answer, those no longer shown too. */
export const listAnswers = (): Promise<AnswerLine[]> =>
  db().answer.findMany({ orderBy: [...order], select: shape });

export const readAnswer = async (id: string): Promise<AnswerLine | null> =>
  isId(id) ? db().answer.findUnique({ where: { id }, select: shape }) : null;

/** Answers for everybody; of those that hold the words where some are given. */
export const shownAnswers = (words: string): Promise<AnswerLine[]> => {
  const holds = literally(words.trim(), 100);
  const within = { contains: holds, mode: 'insensitive' as const };
  const names = ['question', 'body', 'questionEn', 'bodyEn'] as const;
  return db().answer.findMany({
    where: {
      retiredAt: null,
      ...(holds ? { OR: names.map((name) => ({ [name]: within })) } : {}),
    },
    orderBy: [...order],
    select: shape,
  });
};

/** What has been answered already of what somebody is about to file; most alike first. */
export async function answersNear(what: string): Promise<SaidBefore[]> {
  const all = await db().answer.findMany({
    where: { retiredAt: null },
    select: { id: true, question: true, questionEn: true },
  });
  return nearest(what, all);
}
