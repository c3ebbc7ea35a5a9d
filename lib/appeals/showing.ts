import type { CaseFile } from './case-file';
import type { ShowingRow } from './records';

/** What the filer's consent allows, while it stands: to be looked at, and then to be read by everybody. */
export const showingOf = (file: CaseFile): ShowingRow | undefined =>
  file.showings.find((it) => it.endedAt === null);

export const isPublished = (file: CaseFile): boolean =>
  typeof showingOf(file)?.shownSeq === 'number';

export type NotShown = 'aboutSomebody' | 'keptSecret' | 'notForShow';

/**
 * Why a case is never shown to everybody, whoever agrees: it complains of somebody (they would be judged in public),
 * somebody asked that their name be kept from the unit (the words would tell it), or it is no case of its own.
 */
export function whyNotShown(file: CaseFile): NotShown | null {
  const { appeal, voices } = file;
  if (appeal.recused || appeal.namesPerson || file.recusals.length > 0) return 'aboutSomebody';
  if (appeal.kind === 'report') return 'aboutSomebody';
  if (voices.some((it) => it.role === 'filer' && it.secret)) return 'keptSecret';
  const apart = appeal.trial || appeal.importId !== null;
  return apart || appeal.closedAs === 'merged' || appeal.closedAs === 'withdrawn'
    ? 'notForShow'
    : null;
}
