import { CaseCause } from '@/components/appeals/case-cause';
import { PointPart } from '@/components/appeals/point-part';
import { nameOf } from '@/components/appeals/story-words';
import { dot, tellingAt, voiceLang } from '@/components/appeals/telling';
import { Timeline } from '@/components/appeals/timeline';
import { TrialNote } from '@/components/appeals/trial-mark';
import { Facts } from '@/components/ui/facts';
import { Part } from '@/components/ui/headings';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { readInstallation } from '@/lib/appeals/queries/front';
import type { VerdictLine } from '@/lib/appeals/queries/verdicts';
import { fullDayOf, hourOf, momentOf, promisedMomentOf } from '@/lib/i18n/dates';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';
import { CaseCalls } from './case-calls';
import { CaseClocks, clocksOf } from './case-clocks';
import { CasePrintWho } from './case-print-who';
import { Holders } from './holders';
import { VerdictRows } from './verdict-rows';

interface CasePrintProps {
  actor: PersonActor;
  unit: string;
  view: CaseView;
  verdicts: VerdictLine[];
}

/** The whole case as on paper: as far as this reader may read it, personal data masked, signed by whoever prints. */
export async function CasePrint({ actor, unit, view, verdicts }: CasePrintProps) {
  const [t, words, telling, installation] = await Promise.all([
    getTranslations('print'),
    getTranslations('words'),
    tellingAt(view.at),
    readInstallation(),
  ]);
  const { locale } = telling;
  const { detail, file, category } = view;
  const { appeal } = file;
  const lang = voiceLang(view);
  const number = spokenCaseNumber(appeal.caseNumber);
  const promise = clocksOf(view).find((it) => it.kind === 'promise');
  const closed = appeal.closedAs ? `${dot(locale)}${words(`closedAs.${appeal.closedAs}`)}` : '';
  const facts = [
    { term: t('status'), detail: `${words(`status.${appeal.status}`)}${closed}` },
    { term: t('round'), detail: words('round', { number: appeal.round }) },
    {
      term: t('filed'),
      detail: `${momentOf(appeal.filedAt, telling)}${dot(locale)}${words(`channel.${appeal.channel}`)}`,
    },
    {
      term: t('category'),
      detail: `${nameOf(category, locale) || words('uncategorised')}${dot(locale)}${words(`kind.${appeal.kind}`)}`,
    },
    { term: t('who'), detail: <CasePrintWho actor={actor} file={file} /> },
    {
      term: t('where'),
      detail: (
        <>
          <span lang={lang}>{detail.place}</span>
          <PointPart point={detail.point} />
        </>
      ),
    },
    ...(detail.since
      ? [{ term: t('since'), detail: <span lang={lang}>{detail.since}</span> }]
      : []),
    ...(detail.wish ? [{ term: t('wish'), detail: <span lang={lang}>{detail.wish}</span> }] : []),
  ];
  return (
    <article className="case-print">
      {appeal.trial && <TrialNote />}
      <p className="quiet">{nameIn(locale, installation)}</p>
      <h1 lang={lang}>{detail.title}</h1>
      <dl className="pair mt-16">
        <div>
          <dt>{t('number')}</dt>
          <dd className="bignum num">{number}</dd>
        </div>
        <div>
          <dt>{t('promised')}</dt>
          <dd className="bignum">
            {promise?.dueAt ? promisedMomentOf(promise.dueAt, telling) : t('noPromise')}
          </dd>
        </div>
      </dl>
      <Part id="facts" heading={t('facts')}>
        <Facts facts={facts} />
      </Part>
      <Holders view={view} />
      <CaseCalls view={view} />
      <CaseClocks view={view} />
      <CaseCause view={view} />
      {verdicts.length > 0 && <VerdictRows verdicts={verdicts} at={view.at} />}
      <Part id="story" heading={t('story')}>
        <Timeline view={view} />
      </Part>
      <p className="case-print-end">
        {t('printedBy', {
          name: actor.name,
          unit,
          day: fullDayOf(view.at, telling),
          hour: hourOf(view.at, telling),
          number,
        })}
      </p>
    </article>
  );
}
