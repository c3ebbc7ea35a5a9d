import { dot, tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { QuickLists } from '@/components/ui/filters';
import { Pager } from '@/components/ui/pager';
import type { Inbox, Tally } from '@/lib/appeals/queries/inbox';
import { type Desk, type InboxList, listsOf } from '@/lib/appeals/queries/inbox-lists';
import type { Overview } from '@/lib/appeals/queries/inbox-overview';
import { currentSession } from '@/lib/auth/session';
import { inboxAddress } from '@/lib/desk/addresses';
import { civilDay, fullDayOf, hourOf } from '@/lib/i18n/dates';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import { leadsAlone } from '@/lib/measures/burden/access';
import { may, type PersonActor } from '@/lib/people/actor';
import { BulkForm } from './bulk-form';
import { Backlog } from './inbox-backlog';
import { InboxRows } from './inbox-rows';
import { Keys } from './keys';
import { SavedFilters } from './saved-filters';
import { InboxSearch } from './search-filters';

interface InboxPageProps {
  actor: PersonActor;
  desk: Desk;
  list: InboxList;
  inbox: Inbox;
  /** Not the first page. */
  later: boolean;
  overview: Overview | null;
  /** The reader's own lists are being put in order. */
  editing: boolean;
}

/** The day's work of one desk, with the numbers of the reader's other desks. */
export async function InboxPage(props: InboxPageProps) {
  const { actor, desk, list, inbox, later, overview, editing } = props;
  const [t, showings] = await Promise.all([
    getTranslations('desk.inbox'),
    getTranslations('shown.desk'),
  ]);
  const { overdue, today, total, atLeast, older, rows } = inbox;
  const more = atLeast ? '+' : '';
  const here = (changed: Parameters<typeof inboxAddress>[0]) =>
    inboxAddress({ desk, list, ...changed });
  const heading = total === 0 ? 'nothing' : overdue > 0 ? 'overdueFirst' : 'work';
  const tabs = inbox.tallies.filter((it) => isTab(it, desk, actor));
  return (
    <>
      <h1 className="phrases">
        {t(`heading.${heading}`, { count: overdue + today, overdue, total, more })}
      </h1>
      <Today inbox={inbox} overview={overview} more={more} />
      <InboxSearch />
      {tabs.length > 1 && (
        <QuickLists
          label={t('desks')}
          lists={tabs.map((tab) => ({
            href: inboxAddress({ desk: tab.desk }),
            words: t(tab.overdue > 0 ? 'tabOverdue' : 'tab', {
              desk: t(`desk.${tab.desk}`),
              count: tab.total,
              overdue: tab.overdue,
              more: tab.atLeast ? '+' : '',
            }),
            current: tab.desk === desk,
          }))}
        />
      )}
      <QuickLists
        label={t('lists')}
        lists={listsOf(desk).map((name) => ({
          href: here({ list: name }),
          words: t(`list.${desk}.${name}`, { count: inbox.counts[name] ?? 0, more }),
          current: name === list,
        }))}
      />
      {inbox.causes > 0 && (
        <p className="mt-8">
          <Anchor href="/desk/causes">{t('causes', { count: inbox.causes })}</Anchor>
        </p>
      )}
      {inbox.showings > 0 && (
        <p className="mt-8">
          <Anchor href="/desk/showings">{showings('link', { count: inbox.showings })}</Anchor>
        </p>
      )}
      <SavedFilters
        place="inbox"
        saved={inbox.saved}
        editing={editing}
        here={here({})}
        edit={here({ own: true })}
      />
      <div className="mt-8">
        {rows.length > 0 ? (
          <BulkForm actor={actor} desk={desk}>
            <InboxRows inbox={inbox} desk={desk} actor={actor} whole={!older && !later} />
          </BulkForm>
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
      {overview && <Backlog counts={overview.backlog} />}
      {leadsAlone(actor) && (
        <p className="mt-16">
          <Anchor href="/supervision/burden">{t('burden')}</Anchor>
        </p>
      )}
      {rows.length > 0 && <Keys />}
    </>
  );
}

/** Desks that are only sometimes a person's show while something lies on them. */
function isTab({ desk, total }: Tally, chosen: Desk, actor: PersonActor): boolean {
  const sometimes = desk === 'below' || (desk === 'supervise' && !may(actor, 'supervise'));
  return !sometimes || total > 0 || desk === chosen;
}

interface TodayProps {
  inbox: Inbox;
  overview: Overview | null;
  more: string;
}

/** The day, whose list it is, and who of one's people is not here. */
async function Today({ inbox, overview, more }: TodayProps) {
  const [t, telling, session] = await Promise.all([
    getTranslations('desk.inbox'),
    tellingAt(inbox.at),
    currentSession(),
  ]);
  const { locale } = telling;
  const day = `${fullDayOf(inbox.at, telling)} ${hourOf(inbox.at, telling)}`;
  const unit = session
    ? nameIn(locale, { name: session.unitName, nameEn: session.unitNameEn })
    : '';
  const away = (overview?.away ?? []).map(({ name, untilOn, deputy }) =>
    t(deputy ? 'awayWith' : 'awayAlone', {
      name,
      day: civilDay(untilOn, telling),
      deputy: deputy ?? '',
    }),
  );
  return (
    <>
      <p className="quiet mt-4 max-w-none">
        {t('dayLine', { day, unit, total: inbox.total, more })}
      </p>
      {away.length > 0 && (
        <p className="quiet mt-4 max-w-none">{t('away', { people: away.join(dot(locale)) })}</p>
      )}
    </>
  );
}
