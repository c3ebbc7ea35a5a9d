import { getTranslations } from 'next-intl/server';
import { nameOf } from '@/components/appeals/story-words';
import { dot, langOf, readerLocale } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { RowGo } from '@/components/ui/row-go';
import { Cell, Row, RowBy, RowGroup, Rows, RowTitle } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { Inbox, InboxRow } from '@/lib/appeals/queries/inbox';
import { DueInRow } from './due';
import { Standing } from './standing';

type Group = { name: 'overdue' | 'today' | 'later'; rows: InboxRow[]; count: string | undefined };

/** The work, most urgent first: overdue, today, later; what is named to the reader leads its group. */
export async function InboxRows({ inbox, whole }: { inbox: Inbox; whole: boolean }) {
  const t = await getTranslations('desk.inbox');
  const columns = (['due', 'appeal', 'status', 'number', 'next'] as const).map((name) => ({
    label: t(`column.${name}`),
  }));
  const groups = groupsOf(inbox, whole, (count) =>
    t('pieces', { count, more: inbox.atLeast ? '+' : '' }),
  );
  return (
    <Rows caption={t('caption')} captionHidden inbox columns={columns}>
      {groups.flatMap(({ name, rows, count }) => [
        <RowGroup key={name} label={t(name)} span={5} {...(count ? { note: count } : {})} />,
        ...rows.map((row) => (
          <InboxLine key={row.id} row={row} at={inbox.at} first={name === 'overdue'} />
        )),
      ])}
    </Rows>
  );
}

/** Numbers stand beside a group only where they are known: `later` on a single page. */
function groupsOf(inbox: Inbox, whole: boolean, words: (count: number) => string): Group[] {
  const { at, dayEndsAt, overdue, today } = inbox;
  const own = (rows: InboxRow[]) => rows.toSorted((a, b) => Number(b.own) - Number(a.own));
  const late = (row: InboxRow) => row.dueAt !== null && row.dueAt < at;
  const now = (row: InboxRow) => !late(row) && row.dueAt !== null && row.dueAt < dayEndsAt;
  const later = inbox.rows.filter((row) => !late(row) && !now(row));
  const groups: Group[] = [
    { name: 'overdue', rows: own(inbox.rows.filter(late)), count: words(overdue) },
    { name: 'today', rows: own(inbox.rows.filter(now)), count: words(today) },
    { name: 'later', rows: own(later), count: whole ? words(later.length) : undefined },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

async function InboxLine({ row, at, first }: { row: InboxRow; at: Date; first: boolean }) {
  const [t, words, locale] = await Promise.all([
    getTranslations('desk.inbox'),
    getTranslations('words'),
    readerLocale(),
  ]);
  const verb = t(`go.${row.verb}`);
  const aside = [
    row.secret && t('secret'),
    row.person && !row.own && t('with', { name: row.person }),
  ];
  return (
    <Row first={first}>
      <Cell>
        <DueInRow times={row} at={at} verb={verb} />
      </Cell>
      <Cell>
        <RowTitle>
          <Anchor href={`/appeals/${row.caseNumber}`} lang={langOf(row.voiceLocale)}>
            {row.title}
          </Anchor>
        </RowTitle>
        <RowBy>
          <span lang={langOf(row.voiceLocale)}>{row.place}</span>
          {dot(locale)}
          {nameOf(row.category, locale) || words('uncategorised')}
        </RowBy>
      </Cell>
      <Cell>
        <Standing status={row.status} round={row.round} />
        <RowBy>{aside.filter(Boolean).join(dot(locale))}</RowBy>
      </Cell>
      <Cell label={t('column.number')}>
        <span className="meta num nb">{spokenCaseNumber(row.caseNumber)}</span>
      </Cell>
      <Cell>
        <RowGo href={`/appeals/${row.caseNumber}/${row.verb}`} about={row.title}>
          {verb}
        </RowGo>
      </Cell>
    </Row>
  );
}
