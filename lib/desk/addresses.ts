import type { Desk, InboxList } from '@/lib/appeals/queries/inbox-lists';
import type { Query } from '@/lib/appeals/queries/search';

/** Inbox and search keep what they show in the address; here it is written, always the same way. */

function address(path: string, asked: Record<string, string | null | undefined>): string {
  const given = Object.entries(asked).filter((it): it is [string, string] => Boolean(it[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

export interface InboxPlace {
  desk?: Desk;
  list?: InboxList;
  after?: string;
  /** The reader's own lists are being put in order. */
  own?: boolean;
}

export const inboxAddress = ({ desk, list, after, own }: InboxPlace): string =>
  address('/desk', { desk, list, after, own: own ? 'edit' : null });

export const searchAddress = (
  query: Query,
  { own = false, after = '' }: { own?: boolean; after?: string } = {},
): string =>
  address('/desk/search', {
    words: query.words,
    status: query.status,
    category: query.categoryId,
    unit: query.unitId,
    more: query.again ? 'again' : query.overdue ? 'overdue' : null,
    age: query.age,
    after,
    own: own ? 'edit' : null,
  });
