import { createTranslator } from 'use-intl/core';
import type { State } from '@/lib/health/checks';
import type { Finding } from '@/lib/health/health';
import health from '@/messages/en/health.json';
import { type Deployment, looks } from './deployment';

export interface Line {
  name: string;
  state: State;
  what: string;
  next: string;
}

const fine = (name: string): Line => ({ name, state: 'ok', what: '', next: '' });

/** A line for each thing that is wrong with the deployment, and one for each that is in order. */
export const linesOfDeployment = (it: Deployment): Line[] =>
  Object.entries(looks).flatMap(([name, look]) => {
    const found = look(it);
    return found.length > 0 ? found.map((one) => ({ name, ...one })) : [fine(name)];
  });

/** A line for each check of the table. */
export function linesOfHealth(findings: readonly Finding[]): Line[] {
  const t = createTranslator({ locale: 'en', messages: { health }, namespace: 'health' });
  const say = t as unknown as (key: string, values?: Finding['values']) => string;
  return findings.map(({ check, state, word, values }) => {
    const name = say(`check.${check}`);
    if (state === 'ok' && check === 'replica')
      return { ...fine(name), what: say('told.replica', values) };
    if (state === 'ok') return fine(name);
    if (state === 'unknown') return { name, state, what: say('unknown'), next: '' };
    const [what = '', next = ''] = ['what', 'next'].map((it) =>
      say(`said.${check}.${word}.${it}`, values),
    );
    return { name, state, what, next };
  });
}

const order: readonly State[] = ['bad', 'unknown', 'warn', 'off', 'ok'];
const marks: Record<State, string> = {
  bad: 'WRONG  ',
  unknown: '?      ',
  warn: 'soon   ',
  off: '-      ',
  ok: 'ok     ',
};

/** The gravest first, in words. */
export const inWords = (lines: readonly Line[]): string[] =>
  lines
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    .flatMap(({ name, state, what, next }) => [
      `${marks[state]}${name}${what && `: ${what}`}`,
      ...(next ? [`         ${next}`] : []),
    ]);
