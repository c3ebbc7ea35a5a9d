import type { Actor } from '@/lib/people/actor';
import { viewCase } from './case-view';

/** The picture's id where the story of this case shows it to the reader; null where it does not. */
export async function photoIdFor(
  actor: Actor,
  caseNumber: string,
  id: string,
): Promise<string | null> {
  const view = await viewCase(actor, caseNumber);
  return view?.story.some((entry) => entry.photos.some((it) => it.id === id)) ? id : null;
}
