/** Where a page of rows ended: the instant they are ordered by (null: none) and the row's id. */
export interface PageKey {
  at: Date | null;
  id: string;
}

const shape = /^(\d{1,15}|none)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const writePageKey = ({ at, id }: PageKey): string => `${at ? at.getTime() : 'none'}.${id}`;

/** Null for whatever we did not write: then the first page is meant. */
export function readPageKey(text: string | undefined): PageKey | null {
  const [, at, id] = shape.exec(text ?? '') ?? [];
  if (!at || !id) return null;
  if (at === 'none') return { at: null, id };
  // The year 9999 is the last that PostgreSQL and we agree on.
  const millis = Number(at);
  return millis < 253_402_300_800_000 ? { at: new Date(millis), id } : null;
}
