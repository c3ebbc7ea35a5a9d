import { Kicker } from '@/components/ui/headings';
import { StatusWord } from '@/components/ui/status-word';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { Tracked } from '@/lib/appeals/queries/track';
import { getTranslations } from '@/lib/i18n/words';
import { richWords } from './rich-words';

/** The answer to number and four digits: the status, and nothing of what it is about. */
export async function TrackedStatus({ tracked }: { tracked: Tracked }) {
  const [t, words] = await Promise.all([getTranslations('front.track'), getTranslations('words')]);
  return (
    <>
      <Kicker>{t('result', { number: spokenCaseNumber(tracked.caseNumber) })}</Kicker>
      <h1>
        <StatusWord ring={tracked.status}>{words(`residentStatus.${tracked.status}`)}</StatusWord>
      </h1>
      {tracked.closedAs && <p className="lead mt-8">{words(`closedAs.${tracked.closedAs}`)}</p>}
      <p className="mt-16">{t.rich('seeMore', await richWords())}</p>
    </>
  );
}
