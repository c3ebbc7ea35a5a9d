import { causeOf } from '@/lib/appeals/case-file';
import type { CaseView, Named } from '@/lib/appeals/queries/case-view';
import type { CauseRow } from '@/lib/appeals/records';

interface CauseTold {
  cause: CauseRow;
  owner: Named | null;
  /** Which rule, budget or plan it is, in a line. */
  what: string;
  /** Why whoever asked or found it says so. */
  why: string;
  /** What its owner says will be done; empty while they have not. */
  plan: string;
}

/** Where the cause of a case lies, as the story tells it; null where nobody has placed it above. */
export function causeTold({ file, story }: CaseView): CauseTold | null {
  const cause = causeOf(file);
  if (!cause) return null;
  const told = (seq: number | null | undefined) => story.find((it) => it.seq === seq);
  const placed = told(cause.seq);
  const asked = told(file.requests.find((it) => it.id === cause.requestId)?.seq) ?? placed;
  return {
    cause,
    owner: placed?.owner ?? null,
    what: asked?.words.cause ?? '',
    why: asked?.words.reason ?? '',
    plan: told(cause.answeredSeq)?.words.plan ?? '',
  };
}
