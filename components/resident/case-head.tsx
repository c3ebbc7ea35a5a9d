import { nameOf } from '@/components/appeals/story-words';
import { langOf, tellingAt } from '@/components/appeals/telling';
import { TrialNote } from '@/components/appeals/trial-mark';
import { Kicker } from '@/components/ui/headings';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { getTranslations } from '@/lib/i18n/words';
import { stateKey, unitOf } from './case-state';
import type { OwnCase } from './own-case';

/** Number, what it is about in the resident's words, and how things stand in one sentence. */
export async function CaseHead({ own }: { own: OwnCase }) {
  const t = await getTranslations('follow');
  const { view, voice } = own;
  const { locale } = await tellingAt(view.at);
  const unit = nameOf(unitOf(view), locale) || t('done.desk');
  return (
    <>
      <Kicker>{t('kicker', { number: spokenCaseNumber(view.file.appeal.caseNumber) })}</Kicker>
      {view.file.appeal.trial && <TrialNote />}
      <h1 lang={langOf(voice.locale)}>{view.detail.title}</h1>
      <p className="lead mt-8">{t(`state.${stateKey(own)}`, { unit })}</p>
    </>
  );
}
