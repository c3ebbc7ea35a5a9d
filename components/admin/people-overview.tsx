import { nameOf } from '@/components/appeals/story-words';
import { readerLocale, tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { Part } from '@/components/ui/headings';
import { civilDay, momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';
import type { Overview } from '@/lib/people/overview';
import { mayAdminister } from '@/lib/people/powers';
import { ApartNews } from './apart-news';
import { changeWords } from './change-words';

/** First what somebody should do, then who is away, then what was changed last: each for whose it is. */
export async function PeopleOverview({
  overview,
  actor,
}: {
  overview: Overview;
  actor: PersonActor;
}) {
  const people = mayAdminister(actor, 'people');
  return (
    <>
      {people && <ToDo overview={overview} />}
      {people && <Away overview={overview} />}
      <ApartNews actor={actor} />
      {mayAdminister(actor, 'changes') && <LastChanges overview={overview} />}
    </>
  );
}

async function ToDo({ overview }: { overview: Overview }) {
  const [t, locale] = await Promise.all([getTranslations('adminStart'), readerLocale()]);
  const { waiting, waitingCount, leavers, strandedUnits } = overview;
  if (waitingCount + leavers.length + strandedUnits.length === 0) {
    return (
      <div className="mt-24">
        <Empty kind="done" heading={t('nothing')}>
          <p className="quiet">{t('nothingNext')}</p>
        </Empty>
      </div>
    );
  }
  return (
    <Part id="todo" heading={t('todo')}>
      <ul className="stack">
        {leavers.map((it) => (
          <li key={it.id}>
            {t('leaver', { name: it.name, count: it._count.assignments })}{' '}
            <Anchor href={`/admin/people/${it.id}/handover`}>
              {t('handOver', { name: it.name })}
            </Anchor>
          </li>
        ))}
        {strandedUnits.map((it) => (
          <li key={it.id}>
            {t('stranded', { name: nameOf(it, locale) })}{' '}
            <Anchor href={`/admin/people?unit=${it.id}`}>
              {t('seePeople', { name: nameOf(it, locale) })}
            </Anchor>
          </li>
        ))}
        {waitingCount > 0 && (
          <li>
            {t('waiting', { count: waitingCount })}{' '}
            {waiting.map((it, index) => (
              <span key={it.id}>
                {index > 0 && t('and')}
                <Anchor href={`/admin/people/${it.id}/link`} lang="zh-CN">
                  {it.name}
                </Anchor>
              </span>
            ))}
            {waitingCount > waiting.length && (
              <>
                {' '}
                <Anchor href="/admin/people?state=noPassword">{t('seeAll')}</Anchor>
              </>
            )}
          </li>
        )}
      </ul>
    </Part>
  );
}

async function Away({ overview }: { overview: Overview }) {
  const [t, telling] = await Promise.all([getTranslations('adminStart'), tellingAt(overview.at)]);
  return (
    <Part id="away" heading={t('away')}>
      {overview.away.length === 0 ? (
        <p className="quiet">{t('nobodyAway')}</p>
      ) : (
        <ul className="stack">
          {overview.away.map(({ id, person, untilOn }) => (
            <li key={id}>
              <Anchor href={`/admin/people/${person.id}`} lang="zh-CN">
                {person.name}
              </Anchor>{' '}
              {t('awayUntil', { day: civilDay(untilOn, telling) })}{' '}
              {person.deputy ? t('deputy', { name: person.deputy.name }) : t('noDeputy')}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

async function LastChanges({ overview }: { overview: Overview }) {
  const [t, telling] = await Promise.all([getTranslations('adminStart'), tellingAt(overview.at)]);
  const words = await changeWords(telling);
  return (
    <Part
      id="changes"
      heading={t('changes')}
      aside={<Anchor href="/admin/changes">{t('allChanges')}</Anchor>}
    >
      {overview.changes.length === 0 ? (
        <p className="quiet">{t('noChanges')}</p>
      ) : (
        <ul className="stack">
          {overview.changes.map((it) => (
            <li key={it.id}>
              {t('change', {
                moment: momentOf(it.at, telling),
                who: it.person ?? t('system'),
                what: words.sentence(it),
              })}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
