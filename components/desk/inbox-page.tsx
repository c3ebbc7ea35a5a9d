import { getTranslations } from 'next-intl/server';
import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { QuickLists } from '@/components/ui/filters';
import { Pager } from '@/components/ui/pager';
import { readUnit } from '@/lib/appeals/queries/choices';
import {
  type Desk,
  desksOf,
  type Inbox,
  type InboxList,
  listsOf,
} from '@/lib/appeals/queries/inbox';
import { fullDayOf, hourOf } from '@/lib/i18n/dates';
import { may, type PersonActor } from '@/lib/people/actor';
import { InboxRows } from './inbox-rows';
import { SearchFilters } from './search-filters';

interface InboxPageProps {
  actor: PersonActor;
  desk: Desk;
  list: InboxList;
  inbox: Inbox;
  /** Not the first page. */
  later: boolean;
}

/** The day's work of one desk. */
export async function InboxPage({ actor, desk, list, inbox, later }: InboxPageProps) {
  const t = await getTranslations('desk.inbox');
  const { overdue, today, total, atLeast, older, rows } = inbox;
  const more = atLeast ? '+' : '';
  const here = (changed: { list?: InboxList; desk?: Desk; after?: string }) =>
    addressOf({ desk: actorsOnly(actor) ? undefined : desk, list, ...changed });
  const heading = total === 0 ? 'nothing' : overdue > 0 ? 'overdueFirst' : 'work';
  return (
    <>
      <h1 className="phrases">
        {t(`heading.${heading}`, { count: overdue + today, overdue, total, more })}
      </h1>
      <Today actor={actor} at={inbox.at} total={total} more={more} />
      <SearchFilters units={may(actor, 'readAll')} />
      {!actorsOnly(actor) && (
        <QuickLists
          label={t('desks')}
          lists={desksOf(actor).map((name) => ({
            href: addressOf({ desk: name }),
            words: t(`desk.${name}`),
            current: name === desk,
          }))}
        />
      )}
      <QuickLists
        label={t('lists')}
        lists={listsOf(desk).map((name) => ({
          href: here({ list: name }),
          words: t(`list.${desk}.${name}`, { count: inbox.counts[name], more }),
          current: name === list,
        }))}
      />
      <div className="mt-8">
        {rows.length > 0 ? (
          <InboxRows inbox={inbox} whole={!older && !later} />
        ) : (
          <Empty kind="done" heading={t(`empty.${list === 'all' ? desk : 'list'}`)}>
            <p className="quiet">
              {t('emptyNext')} <Anchor href="/desk/search">{t('emptySearch')}</Anchor>
            </p>
          </Empty>
        )}
      </div>
      <Pager
        label={t('pages')}
        newer={later ? { href: here({}), words: t('first') } : undefined}
        older={older ? { href: here({ after: older }), words: t('older') } : undefined}
      />
      {rows.length > 0 && !older && <p className="meta mt-24">{t(`end.${desk}`)}</p>}
    </>
  );
}

const actorsOnly = (actor: PersonActor): boolean => desksOf(actor).length === 1;

function addressOf(asked: Record<string, string | undefined>): string {
  const given = Object.entries(asked).filter((it): it is [string, string] => it[1] !== undefined);
  return given.length > 0 ? `/desk?${new URLSearchParams(given)}` : '/desk';
}

async function Today({
  actor,
  at,
  total,
  more,
}: {
  actor: PersonActor;
  at: Date;
  total: number;
  more: string;
}) {
  const [t, telling, unit] = await Promise.all([
    getTranslations('desk.inbox'),
    tellingAt(at),
    readUnit(actor.unitId),
  ]);
  const day = `${fullDayOf(at, telling)} ${hourOf(at, telling)}`;
  return (
    <p className="quiet mt-4 max-w-none">
      {t('dayLine', { day, unit: nameOf(unit, telling.locale), total, more })}
    </p>
  );
}
