import { causeTold } from '@/components/appeals/cause-told';
import { holdsTold } from '@/components/appeals/hold-words';
import { PointPart } from '@/components/appeals/point-part';
import { nameOf } from '@/components/appeals/story-words';
import { langOf, tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { type Fact, Facts } from '@/components/ui/facts';
import { RoundWord, StatusWord } from '@/components/ui/status-word';
import { readPhone } from '@/lib/appeals/queries/front';
import { civilDay, promisedMomentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { isMyTurn, unitOf } from './case-state';
import type { OwnCase } from './own-case';
import { promiseFate, promiseOf } from './promise';

/** Who has it, how far it is, what was promised, where. Dates, never cards. */
export async function CaseFacts({ own }: { own: OwnCase }) {
  const t = await getTranslations('follow');
  const { view, voice } = own;
  const telling = await tellingAt(view.at);
  const { appeal } = view.file;
  const facts: Fact[] = [
    { term: t('who'), detail: <WhoHasIt own={own} /> },
    { term: t('status'), detail: <HowFar own={own} /> },
  ];
  if (promiseOf(view)) facts.push({ term: t('promised'), detail: <Promised own={own} /> });
  facts.push({
    term: t('place'),
    detail: (
      <>
        <span lang={langOf(voice.locale)}>{view.detail.place}</span>
        <PointPart point={view.detail.point} />
      </>
    ),
  });
  if (causeTold(view)) facts.push({ term: t('cause'), detail: <WhereTheCauseLies own={own} /> });
  const reopen = view.steps.find((it) => it.verb === 'reopen');
  if (appeal.reopenUntil && reopen && !reopen.refusal) {
    facts.push({ term: t('reopenUntil'), detail: promisedMomentOf(appeal.reopenUntil, telling) });
  }
  return <Facts side facts={facts} />;
}

/** Whose the cause is and what they say about it; the resident has one unit to talk to all the same. */
async function WhereTheCauseLies({ own: { view } }: { own: OwnCase }) {
  const [t, words, telling] = await Promise.all([
    getTranslations('follow'),
    getTranslations('words.causeClass'),
    tellingAt(view.at),
  ]);
  const told = causeTold(view);
  if (!told) return null;
  const { cause, what, plan } = told;
  const owner = nameOf(told.owner, telling.locale);
  const said = cause.byOn
    ? t('causeAnswered', { owner, date: civilDay(cause.byOn, telling), plan })
    : t('causeSilent', { owner });
  return (
    <>
      {t('causeText', { owner, causeClass: words(cause.class), what })}
      <span className="block">{said}</span>
      <span className="meta block">{t('causeNote')}</span>
    </>
  );
}

async function WhoHasIt({ own: { view } }: { own: OwnCase }) {
  const t = await getTranslations('follow');
  const { locale } = await tellingAt(view.at);
  const { caseNumber, status } = view.file.appeal;
  const unit = nameOf(unitOf(view), locale);
  if (status === 'closed') return unit ? t('whoAnswered', { unit }) : t('whoNobody');
  const answers = view.responsible && view.responsible.id !== view.lead?.unit.id;
  const writable = view.steps.some((it) => it.verb === 'message' && !it.refusal);
  const who = view.lead
    ? `${unit} ${view.lead.person ?? ''}`.trim()
    : status === 'resolved' && unit
      ? t('whoAnswered', { unit })
      : t('whoDesk');
  return (
    <>
      {who}
      {answers && status !== 'resolved' && (
        <span className="block">{t('answersFor', { unit: nameOf(view.responsible, locale) })}</span>
      )}
      {writable && (view.lead ?? answers) && (
        <span className="block">
          <Anchor href={`/follow/${caseNumber}/message`}>{t('writeTo')}</Anchor>
          <span className="meta"> {t('writeToNote')}</span>
        </span>
      )}
    </>
  );
}

async function HowFar({ own }: { own: OwnCase }) {
  const [t, words] = await Promise.all([getTranslations('follow'), getTranslations('words')]);
  const { status, closedAs, round } = own.view.file.appeal;
  const answered = status === 'resolved' && !isMyTurn(own);
  const word = closedAs
    ? t(`closedAs.${closedAs}`)
    : answered
      ? t('statusAnswered')
      : words(`residentStatus.${status}`);
  return (
    <>
      <StatusWord ring={status}>{word}</StatusWord>
      {round > 1 && (
        <span className="block">
          <RoundWord again>{t('round', { number: round })}</RoundWord>
        </span>
      )}
    </>
  );
}

async function Promised({ own: { view } }: { own: OwnCase }) {
  const [t, receipt] = await Promise.all([getTranslations('follow'), getTranslations('receipt')]);
  const telling = await tellingAt(view.at);
  const promise = promiseOf(view);
  if (!promise) return null;
  const fate = promiseFate(promise, view.at);
  const holds = (await holdsTold(view)).filter(({ hold }) => hold.stands);
  const date = promise.stoppedAt ? promisedMomentOf(promise.stoppedAt, telling) : '';
  return (
    <>
      {promise.dueAt && promisedMomentOf(promise.dueAt, telling)}
      {fate && fate !== 'Paused' && (
        <span className="block">{t(`promised${fate}`, { date, phone: await readPhone() })}</span>
      )}
      {fate === 'Paused' && holds.length === 0 && t('promisedPaused')}
      {fate === 'Paused' &&
        holds.map(({ hold, unit, until }) => (
          <span key={hold.id} className="block">
            {t(`heldBy.${hold.cause}`, { unit, date: until })}
          </span>
        ))}
      {promise.provisional && !promise.stoppedAt && (
        <span className="meta block">{receipt('provisional')}</span>
      )}
    </>
  );
}
