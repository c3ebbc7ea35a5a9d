import type { CaseFile } from './case-file';
import type { Context, Follow } from './transition';

/**
 * Whoever is forgotten can be reached no more. Who asked for it alone keeps their link, which says nothing of them;
 * of a case that is over every link given out is revoked.
 */
export function settleErasure(
  before: CaseFile,
  file: CaseFile,
  { erases, asksErasure, words }: Follow,
  { at }: Context,
): CaseFile {
  let next = file;
  if (asksErasure) {
    const eraseAsked = [...next.appeal.eraseAsked, asksErasure];
    next = { ...next, appeal: { ...next.appeal, eraseAsked } };
  }
  // Somebody takes it up again, or says something more: what comes is erased in its turn.
  const again = before.appeal.status === 'closed' && file.appeal.status !== 'closed';
  const spoken = next.appeal.wordsErasedAt && Object.values(words ?? {}).some(Boolean);
  if (again || spoken) {
    const contactsErasedAt = again ? null : next.appeal.contactsErasedAt;
    next = { ...next, appeal: { ...next.appeal, contactsErasedAt, wordsErasedAt: null } };
  }
  if (!erases) return next;
  const { what, voiceIds } = erases;
  const all = what !== 'asked';
  return {
    ...next,
    appeal: {
      ...next.appeal,
      eraseAsked: next.appeal.eraseAsked.filter((it) => !voiceIds.includes(it)),
      contactsErasedAt: all ? at : next.appeal.contactsErasedAt,
      wordsErasedAt: what === 'words' ? at : next.appeal.wordsErasedAt,
    },
    voices: next.voices.map((it) => {
      if (!voiceIds.includes(it.id)) return it;
      if (!all) return it.reach === 'none' ? it : { ...it, reach: 'link' as const };
      return { ...it, reach: 'none' as const, generation: it.generation + 1 };
    }),
    people: Object.fromEntries(
      Object.entries(next.people).filter(([id]) => !voiceIds.includes(id)),
    ),
  };
}
