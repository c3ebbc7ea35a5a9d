import type { CaseFile } from '@/lib/appeals/case-file';
import { type Changes, decide } from '@/lib/appeals/decide';
import { filingOf } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import type { Context } from '@/lib/appeals/transition';
import { file as filing } from '@/lib/appeals/transitions/file';
import type { Beside } from '@/lib/appeals/write';
import { personKey, sealContact } from '@/lib/contacts/seal';
import type { Actor } from '@/lib/people/actor';
import type { Dice } from '@/prisma/seed/dice';
import { chanceOf, diceOf, idsOf, saltsOf } from './ids';
import type { Scene } from './scene';

/** A step somebody takes, and when. */
export interface Move {
  verb: Verb;
  input: Record<string, unknown>;
  actor: Actor;
  at: number;
  /** The same in other words. */
  inOtherWords?: (roll: Dice) => Record<string, unknown>;
}

/** The rules refuse a step. */
export class Unplayable extends Error {}

/** One case in memory, played through the same rules as any other: `decide` and what filing is made of. */
export interface Player {
  readonly steps: readonly Changes[];
  readonly beside: Beside;
  file(): CaseFile;
  /** @throws Unplayable where the rules refuse: the courses here know them. */
  take(move: Move): void;
}

/** What is filed, before anything else is known of the case. */
export interface Opening {
  nth: number;
  at: number;
  number: string;
  filing: Record<string, unknown>;
  categoryId: string | null;
  locale: string;
  actor: Actor;
}

export function openCase(scene: Scene, opening: Opening): Player {
  const newId = idsOf(scene.seed, opening.nth, opening.at);
  const newSalt = saltsOf(diceOf(scene.seed ^ 0x5a17, opening.nth));
  const sealed: Context['seal'] = (voiceId, given) =>
    sealContact(voiceId, given, chanceOf(newSalt));
  const contextAt = (at: number, categoryId: string | null): Context => ({
    at: new Date(at),
    recordedAt: new Date(at),
    rules: scene.rules,
    units: scene.units,
    people: scene.people,
    categoryPath: (categoryId && scene.pathOf.get(categoryId)) || [],
    grounds: null,
    kept: null,
    formKey: null,
    photos: [],
    assumed: false,
    newId,
    newSalt,
    other: null,
    personKey,
    seal: sealed,
  });

  const input = filing.input.parse(opening.filing);
  const made = filingOf(
    { locale: opening.locale },
    input,
    opening.actor,
    contextAt(opening.at, opening.categoryId),
    opening.number,
    sealed,
  );
  if ('code' in made) throw new Error(`case ${opening.nth} cannot be filed: ${made.code}`);
  let { after } = made.decision;
  const steps: Changes[] = [made.decision.changes];
  return {
    steps,
    beside: made.beside,
    file: () => after,
    take({ verb, input: given, actor, at }) {
      const named = typeof given.categoryId === 'string' ? given.categoryId : null;
      const context = contextAt(at, named ?? after.appeal.categoryId);
      const decision = decide(after, verb, given, actor, context);
      if (!decision.ok) {
        const why = JSON.stringify([decision.code, decision.problems]);
        throw new Unplayable(
          `case ${opening.nth}: ${verb} in ${after.appeal.status} refused: ${why}`,
        );
      }
      after = decision.after;
      steps.push(decision.changes);
    },
  };
}
