import { PointPart } from '@/components/appeals/point-part';
import { nameOf } from '@/components/appeals/story-words';
import { dot, tellingAt, voiceLang } from '@/components/appeals/telling';
import { Facts } from '@/components/ui/facts';
import type { CaseFile } from '@/lib/appeals/case-file';
import { voicesOf } from '@/lib/appeals/merged';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { bringsLetters } from '@/lib/notices/by-letter';
import { lastTold } from '@/lib/notices/told';
import type { PersonActor } from '@/lib/people/actor';
import { lastWordsOf } from './last-words';
import { ToldLine } from './told-line';
import { WhoFact } from './who-fact';

/** As many as fit on one page; how many there are stands beside. */
const shownVoices = (file: CaseFile) => voicesOf(file).slice(0, 20);

/** Who, when, where, cause, course: the five elements of an accepted appeal (受理五要素). */
export async function FiveFacts({ actor, view }: { actor: PersonActor; view: CaseView }) {
  const [t, words, telling, told] = await Promise.all([
    getTranslations('desk.case'),
    getTranslations('words'),
    tellingAt(view.at),
    view.audience === 'called' ? [] : lastTold(actor, view.file),
  ]);
  const { detail, file } = view;
  const lang = voiceLang(view);
  const brings = bringsLetters(actor, file);
  const page = `/appeals/${file.appeal.caseNumber}`;
  const { kind, channel, filedAt } = file.appeal;
  const category = nameOf(view.category, telling.locale) || words('uncategorised');
  const facts = [
    ...shownVoices(file).map((voice, index) => ({
      term: index === 0 ? t('who') : t('joined', { number: index }),
      detail: (
        <>
          <WhoFact actor={actor} file={file} voice={voice} />
          <ToldLine
            told={told.find((it) => it.voiceId === voice.id)}
            at={view.at}
            letter={brings ? `${page}/letter?voice=${voice.id}` : undefined}
          />
        </>
      ),
    })),
    {
      term: t('when'),
      detail: (
        <>
          {detail.since && <span lang={lang}>{detail.since}</span>}
          <span className="meta block">
            {t('filedAt', {
              moment: momentOf(filedAt, telling),
              channel: words(`channel.${channel}`),
            })}
          </span>
        </>
      ),
    },
    {
      term: t('where'),
      detail: (
        <>
          <span lang={lang}>{detail.place}</span>
          <PointPart point={detail.point} />
        </>
      ),
    },
    { term: t('cause'), detail: `${category}${dot(telling.locale)}${words(`kind.${kind}`)}` },
    {
      term: t('course'),
      detail: lastWordsOf(view).first ? (
        t('courseAbove')
      ) : (
        <span lang={lang} className="whitespace-pre-line">
          {detail.what}
        </span>
      ),
    },
    ...(detail.wish ? [{ term: t('wish'), detail: <span lang={lang}>{detail.wish}</span> }] : []),
  ];
  return <Facts facts={facts} />;
}
