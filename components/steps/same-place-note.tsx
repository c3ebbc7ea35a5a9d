import { tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Note } from '@/components/ui/note';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { casesAtSamePlace, type SamePlace } from '@/lib/appeals/queries/same-place';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/**
 * A place is called by calling on its oldest open case, so that its departments are asked once: the others
 * are shown, and where this is not the oldest, which one is.
 */
export async function SamePlaceNote({ actor, view }: StepProps) {
  const others = await casesAtSamePlace(actor, view.file);
  const [oldest] = others;
  if (!oldest) return null;
  const [t, telling] = await Promise.all([getTranslations('steps.whistle'), tellingAt(view.at)]);
  const isOldest = view.file.appeal.filedAt <= oldest.filedAt;
  const line = ({ caseNumber, title, place, filedAt }: SamePlace) => (
    <li key={caseNumber} className="mt-8">
      <Anchor href={`/appeals/${caseNumber}`}>{title}</Anchor>
      {!isOldest && caseNumber === oldest.caseNumber && <strong> {t('placeMine')}</strong>}
      <span className="meta block">
        <span className="num nb">{spokenCaseNumber(caseNumber)}</span> {place}{' '}
        {momentOf(filedAt, telling)}
      </span>
    </li>
  );
  return (
    <div className="mt-24 max-w-measure">
      <Note boxed heading={t('place', { count: others.length })}>
        <p className="mt-8">{t(isOldest ? 'placeOldest' : 'placeNotOldest')}</p>
        <ul>{others.map(line)}</ul>
      </Note>
    </div>
  );
}
