import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { Note } from '@/components/ui/note';
import { handOversOf } from '@/lib/appeals/case-file';
import { isFinalAfter } from '@/lib/appeals/hand-overs';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { NamingHistory } from './naming-history';

interface ObjectionProps {
  view: CaseView;
  /** The reader named the unit, and nobody else is there to decide. */
  own: boolean;
}

/** What a unit says against its naming, which naming it was, and what either decision means. */
export async function Objection({ view, own }: ObjectionProps) {
  const [t, telling] = await Promise.all([
    getTranslations('handOvers.objection'),
    tellingAt(view.at),
  ]);
  const name = (it: Parameters<typeof nameOf>[0]) => nameOf(it, telling.locale);
  const said = view.story.findLast((it) => it.verb === 'sendBack');
  const by = said?.by.kind === 'person' ? said.by : null;
  const unit = name(by?.unit ?? null);
  const count = handOversOf(view.file);
  const most = view.settings.handOverTimes.amount;
  return (
    <div className="mt-24 max-w-measure">
      <Note boxed heading={t('heading', { unit })}>
        {said && (
          <>
            <p className="mt-8 whitespace-pre-line">{said.words.reason}</p>
            <p className="meta mt-8">
              {by?.name} {momentOf(said.at, telling)}
            </p>
            {said.betterUnit && (
              <p className="mt-8">{t('better', { unit: name(said.betterUnit) })}</p>
            )}
          </>
        )}
        <p className="mt-8">{t('how', { unit })}</p>
        {own && <p className="mt-8">{t('own')}</p>}
        <p className="mt-8">
          <strong>{t(isFinalAfter(count, view) ? 'final' : 'notFinal', { count, most })}</strong>
        </p>
        {view.responsible && <p className="mt-8">{t('next', { unit: name(view.responsible) })}</p>}
      </Note>
      <NamingHistory view={view} />
    </div>
  );
}
