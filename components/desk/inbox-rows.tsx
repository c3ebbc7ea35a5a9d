import { nameOf } from '@/components/appeals/story-words';
import { dot, langOf, tellingAt } from '@/components/appeals/telling';
import { Cell, Row, RowBy, RowGroup, Rows, RowTitle } from '@/components/ui/rows';
import { sentOnce, still } from '@/components/ui/still';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { Inbox, InboxRow } from '@/lib/appeals/queries/inbox';
import type { Desk } from '@/lib/appeals/queries/inbox-lists';
import { bulkVerbsOf } from '@/lib/desk/bulk';
import { civilDay } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';
import { dueInRow } from './due';
import { standingWords } from './standing';

type Group = { name: 'overdue' | 'today' | 'later'; rows: InboxRow[]; count: string | undefined };

interface InboxRowsProps {
  inbox: Inbox;
  desk: Desk;
  actor: PersonActor;
  /** The first page is the only one. */
  whole: boolean;
}

/** The work, most urgent first: overdue, today, later; what is named to the reader leads its group. */
export async function InboxRows({ inbox, desk, actor, whole }: InboxRowsProps) {
  const [t, line] = await Promise.all([
    getTranslations('desk.inbox'),
    lineWords(inbox, desk, actor),
  ]);
  const columns = (['due', 'appeal', 'status', 'number', 'next'] as const).map((name) => ({
    label: t(`column.${name}`),
  }));
  const groups = groupsOf(inbox, whole, (count) =>
    t('pieces', { count, more: inbox.atLeast ? '+' : '' }),
  );
  const body = await still(
    groups.flatMap(({ name, rows, count }) => [
      <RowGroup key={name} label={t(name)} span={5} {...(count ? { note: count } : {})} />,
      ...rows.map((row) => <InboxLine key={row.id} first={name === 'overdue'} {...line(row)} />),
    ]),
  );
  return (
    <Rows caption={t('caption')} captionHidden inbox columns={columns} body={sentOnce(body)} />
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

/** One row with everything said; the words are looked up once for all rows. */
async function lineWords(inbox: Inbox, desk: Desk, actor: PersonActor) {
  const [t, voices, words, telling, due, standing] = await Promise.all([
    getTranslations('desk.inbox'),
    getTranslations('desk.voices'),
    getTranslations('words'),
    tellingAt(inbox.at),
    dueInRow(inbox.at),
    standingWords(),
  ]);
  const { locale } = telling;
  const ticks = bulkVerbsOf(actor, desk).length > 0;
  const numberLabel = t('column.number');
  return (row: InboxRow) => {
    // Of a case a unit only answers for, there is nothing to do but to look.
    const watches = row.verb === 'annotate' && !row.helps;
    const step = desk === 'below' || watches ? null : row.verb;
    const verb = t(step ? `go.${step}` : 'go.look');
    return {
      row,
      href: `/appeals/${row.caseNumber}${step ? `/${step}` : ''}`,
      verb,
      due: due(row, verb),
      standing: standing(row.status, row.round),
      numberLabel,
      tick: ticks ? t('tick', { title: row.title }) : null,
      by: `${dot(locale)}${nameOf(row.category, locale) || words('uncategorised')}`,
      aside: [
        row.trial && t('trial'),
        row.secret && t('secret'),
        (row.behind.people > 1 || row.behind.cases > 1) && voices('behind', { ...row.behind }),
        row.handOvers > 0 && t('handOvers', { count: row.handOvers }),
        watches && t('answersFor'),
        desk === 'below' && nameOf(row.unit, locale),
        row.person && !row.own && withWhom(row),
      ]
        .filter(Boolean)
        .join(dot(locale)),
    };
  };

  function withWhom({ person, gone, awayUntilOn }: InboxRow): string {
    const name = person ?? '';
    if (gone) return t('withGone', { name });
    if (!awayUntilOn) return t('with', { name });
    return t('withAway', { name, day: civilDay(awayUntilOn, telling) });
  }
}

type Line = Awaited<ReturnType<typeof lineWords>> extends (row: InboxRow) => infer L ? L : never;

function InboxLine(line: Line & { first: boolean }) {
  const { row, first, href, verb, due, standing, tick, by, aside, numberLabel } = line;
  const lang = langOf(row.voiceLocale);
  return (
    <Row first={first}>
      <Cell>
        {tick !== null && (
          <label className="tick">
            <input type="checkbox" name="case" value={row.caseNumber} aria-label={tick} />
          </label>
        )}
        {due}
      </Cell>
      <Cell>
        <RowTitle>
          <a href={`/appeals/${row.caseNumber}`} lang={lang}>
            {row.title}
          </a>
        </RowTitle>
        <RowBy>
          <span lang={lang}>{row.place}</span>
          {by}
        </RowBy>
      </Cell>
      <Cell>
        {standing}
        {aside && <RowBy>{aside}</RowBy>}
      </Cell>
      <Cell label={numberLabel}>
        <span className="meta num nb">{spokenCaseNumber(row.caseNumber)}</span>
      </Cell>
      <Cell>
        <a className="go" href={href} aria-label={`${verb}：${row.title}`}>
          {verb}
        </a>
      </Cell>
    </Row>
  );
}
