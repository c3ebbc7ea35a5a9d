import { type Entries, entryOf } from '@/lib/forms';
import { isId } from '@/lib/id';
import { placeTold } from '@/lib/places/place-told';
import { readPlaceName } from '@/lib/places/read-place-names';

/** What was told, with the one place in words that whoever handles it reads: typed, picked, or a point. */
export async function withPlace(told: Entries): Promise<Entries> {
  const { community, ...others } = told;
  const picked = isId(community) ? await readPlaceName(community) : null;
  const typed = entryOf(told, 'place');
  return { ...others, place: placeTold({ typed, picked, point: entryOf(told, 'point') }) };
}
