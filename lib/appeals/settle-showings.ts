import { type CaseFile, presentVoices } from './case-file';
import type { ShowingRow } from './records';
import { showingOf, whyNotShown } from './showing';
import type { Context, Follow } from './transition';

/**
 * Consent to be shown begins and ends, and what is shown with it. It is the filer's own: it ends with them. What
 * may no longer be shown is gone in the same step that made it so.
 */
export function settleShowings(
  before: CaseFile,
  after: CaseFile,
  follow: Follow,
  { at, newId, newSalt }: Context,
  seq: number,
): CaseFile {
  let file = after;
  if (follow.consents === true) {
    const fresh: ShowingRow = {
      id: newId(),
      appealId: file.appeal.id,
      // Says neither which case it is nor when it came.
      slug: newSalt().slice(0, 16),
      seq,
      at,
      shownSeq: null,
      shownAt: null,
      endedAt: null,
    };
    file = { ...file, showings: [...file.showings, fresh] };
  }
  const standing = showingOf(file);
  if (!standing) return file;
  if (follow.consents === false || filerOf(before) !== filerOf(file)) {
    return change(file, standing, { shownSeq: null, shownAt: null, endedAt: at });
  }
  if (follow.publishes === true) {
    return change(file, standing, { shownSeq: seq, shownAt: at });
  }
  const hidden = follow.publishes === false || whyNotShown(file) !== null;
  return hidden && standing.shownSeq !== null
    ? change(file, standing, { shownSeq: null, shownAt: null })
    : file;
}

const filerOf = (file: CaseFile): string | undefined =>
  presentVoices(file).find((it) => it.role === 'filer')?.id;

const change = (file: CaseFile, row: ShowingRow, patch: Partial<ShowingRow>): CaseFile => ({
  ...file,
  showings: file.showings.map((it) => (it === row ? { ...it, ...patch } : it)),
});
