import { dot, readerLocale, voiceLang } from '@/components/appeals/telling';
import { TrialMark } from '@/components/appeals/trial-mark';
import { Kicker } from '@/components/ui/headings';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { CaseView } from '@/lib/appeals/queries/case-view';

/** Which case a page is about, above its heading. */
export async function CaseKicker({ view }: { view: CaseView }) {
  const locale = await readerLocale();
  return (
    <Kicker>
      {spokenCaseNumber(view.file.appeal.caseNumber)}
      {dot(locale)}
      <span lang={voiceLang(view)}>{view.detail.title}</span>
      {view.file.appeal.trial && <TrialMark />}
    </Kicker>
  );
}
