import type { Act } from './scene';

/** Short words for the steps scenes are made of; hours count from filing. */

export const dispatch = (
  after: number,
  unit: string,
  category: string,
  urgency = 'ordinary',
  note = '',
): Act => ({
  after,
  by: 'chenjing',
  verb: 'dispatch',
  input: { unitId: unit, categoryId: category, urgency, note },
});

export const accept = (after: number, by: string): Act => ({
  after,
  by,
  verb: 'accept',
  input: {},
});

export const contact = (after: number, by: string, said: string, how = 'telephone'): Act => ({
  after,
  by,
  verb: 'contact',
  input: { how, said },
});

export const miss = (after: number, by: string, note: string): Act => ({
  after,
  by,
  verb: 'missContact',
  input: { how: 'telephone', note },
});

export const resolve = (after: number, by: string, answer: string, outcome = 'done'): Act => ({
  after,
  by,
  verb: 'resolve',
  input: { outcome, answer },
});

export const judge = (
  after: number,
  round: number,
  solved: 'yes' | 'partly' | 'no',
  result: string,
  handling: string,
  words = '',
  more: Record<string, string> = {},
): Act => ({
  after,
  by: 'voice',
  verb: 'judge',
  input: {
    round: String(round),
    solved,
    result,
    handling,
    words,
    pressed: 'no',
    ...(words ? { release: 'yes' } : {}),
    ...(solved === 'partly' ? { more: 'enough' } : {}),
    ...more,
  },
});

export const lapse = (after: number): Act => ({ after, by: 'system', verb: 'lapse', input: {} });

export const step = (
  after: number,
  by: string,
  verb: Act['verb'],
  input: Record<string, string>,
): Act => ({
  after,
  by,
  verb,
  input,
});

export const ask = (
  after: number,
  by: string,
  kind: 'extend' | 'park' | 'conclude',
  reason: string,
  more: { amount?: string; untilOn?: string } = {},
): Act => step(after, by, 'askFor', { kind, reason, ...more });

/** The reviewer, who never had the case, decides what is pending. */
export const grant = (after: number, reason: string): Act =>
  step(after, 'fangzheng', 'grant', { requestId: 'pending', reason });

export const refuse = (after: number, reason: string): Act =>
  step(after, 'fangzheng', 'refuse', { requestId: 'pending', reason });

export const supervise = (after: number, level: 1 | 2 | 3, reason: string, nextOn?: string): Act =>
  step(after, 'zhoumin', 'supervise', {
    level: String(level),
    reason,
    ...(nextOn ? { nextOn } : {}),
  });

/** The filer lets everybody read it; the reviewer writes the words that are shown a day later. */
export const shown = (
  after: number,
  words: { title: string; what: string; place: string; answer: string },
): Act[] => [
  step(after, 'voice', 'consent', { show: 'yes' }),
  step(after + 20, 'fangzheng', 'publish', { ...words, checked: 'yes' }),
];
