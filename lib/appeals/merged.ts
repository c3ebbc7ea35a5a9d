import { type CaseFile, presentVoices } from './case-file';
import type { MergeRow, VoiceRow } from './records';

/** The merge by which this appeal is part of another, if it is. */
export const mergeOf = (file: CaseFile): MergeRow | undefined =>
  file.merged.merges.find((it) => it.sourceId === file.appeal.id && it.untilAt === null);

/** What is merged into this appeal now. */
export const sourcesOf = (file: CaseFile): MergeRow[] =>
  file.merged.merges.filter((it) => it.targetId === file.appeal.id && it.untilAt === null);

/** Voices the appeal reads of others while the merge stands. */
export const mergedVoices = (file: CaseFile): VoiceRow[] => {
  const sources = new Set(sourcesOf(file).map((it) => it.sourceId));
  return file.merged.voices.filter((it) => it.leftAt === null && sources.has(it.appealId));
};

/** Everybody the appeal answers to: its own Voices and those merged in, oldest of its own first. */
export const voicesOf = (file: CaseFile): VoiceRow[] => [
  ...presentVoices(file),
  ...mergedVoices(file),
];

/** A Voice of another case that may judge here: merged in, or asked before the merge was undone. */
export const isGuestVoice = (file: CaseFile, voiceId: string): boolean =>
  file.merged.voices.some((it) => it.id === voiceId && it.leftAt === null);

/** One person who filed or joined twice is asked and told once: by the first of their Voices. */
export function onePerPerson(file: CaseFile, voices: readonly VoiceRow[]): VoiceRow[] {
  const seen = new Set<string>();
  return voices.filter(({ id }) => {
    const person = file.people[id] ?? id;
    const first = !seen.has(person);
    seen.add(person);
    return first;
  });
}

export interface Behind {
  /** The appeal itself and what is merged into it. */
  cases: number;
  /** People of all of them, each once; whoever left no telephone and no address counts as one. */
  people: number;
}

/**
 * How many cases and how many people stand behind an appeal: the one definition, of which
 * queries/behind-in-sql.ts is the twin.
 */
export const behind = (file: CaseFile): Behind => ({
  cases: 1 + sourcesOf(file).length,
  people: onePerPerson(file, voicesOf(file)).length,
});
