import { handOverLetter } from '@/app/actions/letters';
import { langOf, tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { PrintButton } from '@/components/resident/print-button';
import { Anchor } from '@/components/ui/anchor';
import { BackLink } from '@/components/ui/headings';
import { momentOf } from '@/lib/i18n/dates';
import { languageOf } from '@/lib/i18n/languages';
import { localeOf } from '@/lib/i18n/locale';
import { getTranslations } from '@/lib/i18n/words';
import type { LetterToPrint } from '@/lib/notices/by-letter';
import { may, type PersonActor } from '@/lib/people/actor';

interface LetterPageProps {
  actor: PersonActor;
  caseNumber: string;
  voiceId: string;
  printed: LetterToPrint;
}

/** The letter as it is printed, and what to do with it. */
export async function LetterPage({ actor, caseNumber, voiceId, printed }: LetterPageProps) {
  const [t, telling] = await Promise.all([getTranslations('paperLetter'), tellingAt(printed.at)]);
  const { handed, noticeId } = printed;
  return (
    <>
      <div className="no-print">
        <BackLink href={`/appeals/${caseNumber}`}>{t('back')}</BackLink>
        <h1>{t('title')}</h1>
        <p className="quiet mt-8 mb-24">{t('lead')}</p>
      </div>
      <LetterSheet printed={printed} />
      <div className="no-print mt-24">
        <PrintButton words={t('print')} byHand={t('byHand')} />
        {handed ? (
          <p className="mt-24" role="status">
            {t('handed', { by: handed.by, moment: momentOf(handed.at, telling) })}
          </p>
        ) : (
          <ActionForm action={handOverLetter} className="mt-24">
            <input type="hidden" name="caseNumber" value={caseNumber} />
            <input type="hidden" name="voice" value={voiceId} />
            <input type="hidden" name="notice" value={noticeId} />
            <p className="quiet mb-8">{t('doneNote')}</p>
            <SubmitButton kind="second">{t('done')}</SubmitButton>
          </ActionForm>
        )}
        {may(actor, 'fileForCaller') && (
          <p className="mt-24">
            <Anchor href="/desk/letters">{t('toList')}</Anchor>
          </p>
        )}
      </div>
    </>
  );
}

/** In the language of whom it is for. */
function LetterSheet({ printed: { letter, locale } }: { printed: LetterToPrint }) {
  const { dir } = languageOf(localeOf(locale));
  return (
    <article className="slip letter" lang={langOf(locale)} dir={dir}>
      <p className="font-bold">{letter.org}</p>
      <div className="double" />
      <p className="write">{letter.to}</p>
      <h2>{letter.subject}</h2>
      <p className="num font-bold">{letter.number}</p>
      <p>{letter.text}</p>
      <p>{letter.next}</p>
      <p className="font-bold">{letter.phone}</p>
    </article>
  );
}
