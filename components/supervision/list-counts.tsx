import { Anchor } from '@/components/ui/anchor';
import type { ListKey } from '@/lib/measures/lists';
import { listAddress, type Place } from './address';

type ListCountsProps<Key extends ListKey> = {
  place: Place;
  counts: Record<Key, number>;
  lists: readonly Key[];
  words: (list: Key) => { name: string; note: string };
};

/** Who is not served: large numbers, each leading to its cases. */
export function ListCounts<Key extends ListKey>({
  place,
  counts,
  lists,
  words,
}: ListCountsProps<Key>) {
  return (
    <ul className="unserved">
      {lists.map((list) => (
        <li key={list}>
          <Anchor href={listAddress(list, place)}>
            <b>{counts[list]}</b> <span>{words(list).name}</span> <small>{words(list).note}</small>
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
