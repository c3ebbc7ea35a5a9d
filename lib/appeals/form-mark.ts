import { keysFor, macOf } from '@/lib/auth/keys';
import type { Actor } from '@/lib/people/actor';
import type { Verb } from './lifecycle';

interface Form {
  formKey: string;
  verb: Verb;
  appealId: string | null;
  input: unknown;
}

/**
 * What tells that a form has been taken before, in the shape of a UUID: the same key, sent by the same
 * person about the same thing with the same words. A key alone opens nothing to anybody else, words that
 * were put right are a new step, and nobody who reads the database can send a form again. The mark of now first, then
 * the one it would have had before the secret was changed.
 */
export function formMarks({ formKey, verb, appealId, input }: Form, actor: Actor): string[] {
  const who =
    actor.kind === 'person' ? actor.personId : actor.kind === 'voice' ? actor.voiceId : null;
  const entries = Object.entries(input ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([formKey, verb, appealId, actor.kind, who, entries]);
  return keysFor('forms').map((key) => inShape(macOf(key, text).toString('hex')));
}

const inShape = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
