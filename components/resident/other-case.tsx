import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { Part } from '@/components/ui/headings';
import { NowBox } from '@/components/ui/now-box';
import type { OtherCase } from '@/lib/appeals/queries/other-case';
import { promisedMomentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { LookBackForm } from './look-back';
import type { OwnCase } from './own-case';
import { VerdictForm } from './verdict-form';

/** How the case stands that this one is part of, and its question. */
export async function OtherCasePart({ own, other }: { own: OwnCase; other: OtherCase }) {
  const [t, words, telling] = await Promise.all([
    getTranslations('follow.shared'),
    getTranslations('words'),
    tellingAt(own.view.at),
  ]);
  const { appeal } = other.file;
  const unit = nameOf(other.unit, telling.locale);
  const judged = other.answers.length > 0 && other.toJudge.length === 0;
  return (
    <Part id={`other-${appeal.caseNumber}`} heading={t('otherCase')}>
      {other.standing && (
        <p className="lead">
          {t('otherState', { status: words(`residentStatus.${appeal.status}`) })}
        </p>
      )}
      {other.standing && unit && appeal.status !== 'closed' && <p>{t('otherUnit', { unit })}</p>}
      {other.standing && other.promisedAt && (
        <p>{t('otherPromise', { date: promisedMomentOf(other.promisedAt, telling) })}</p>
      )}
      {other.answers.map(({ round, answer }) => (
        <div key={round} className="mt-16">
          <h3>{t('otherAnswer', { unit })}</h3>
          <p className="whitespace-pre-line">{answer}</p>
        </div>
      ))}
      {other.askedElsewhere && <p className="mt-16">{t('otherOnce')}</p>}
      {judged && <p className="mt-16">{t('otherJudged')}</p>}
      {other.looksBack && (
        <div className="mt-24">
          <LookBackForm view={own.view} appeal={appeal} />
        </div>
      )}
      {other.toJudge.map((round) => (
        <div key={round.id} className="mt-24">
          <NowBox id={`question-${round.number}`} heading={t('otherJudge')}>
            <p className="mt-8">{t('otherLead')}</p>
            <VerdictForm view={own.view} round={round} of={appeal.caseNumber} />
          </NowBox>
        </div>
      ))}
    </Part>
  );
}
