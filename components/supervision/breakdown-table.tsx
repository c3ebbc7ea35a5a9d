import { Anchor } from '@/components/ui/anchor';
import { IntervalLine } from '@/components/ui/interval-line';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import type { Breakdown, BreakdownRow } from '@/lib/measures/breakdown';
import type { Which } from '@/lib/measures/cases';
import type { Cut } from '@/lib/measures/cut';
import { measures } from '@/lib/measures/define';
import { funnelOf, type Standing } from '@/lib/measures/funnel';
import { shareOf, type Tally } from '@/lib/measures/tally';
import { type BreakdownPlace, breakdownAddress, casesAddress } from './address';
import { breakdownWords } from './breakdown-words';
import { intervalWords, percent } from './percent';

type Place = BreakdownPlace & { cut: Cut };
type TableProps = { place: Place; found: Breakdown; at: Date };

/** A row a part, each number a way to its cases, and who lies outside of chance. */
export async function BreakdownTable({ place, found: { rows, whole }, at }: TableProps) {
  const { t, b } = await breakdownWords(at);
  if (rows.length === 0) return <p className="quiet">{b('table.empty')}</p>;
  const about = { measure: t(`measure.${place.measure}.name`), by: b(`by.${place.by}`) };
  const funnel = whole && funnelOf(rows.map((it) => ({ ...it.tally, part: it.part })));
  const standings = new Map(funnel?.points.map((it) => [it.part, it.standing]));
  const together = whole && shareOf(whole.yes, whole.answered);
  const answered = asksPeople(place) ? 'table.answered' : 'table.outcome';
  const columns = [
    { label: about.by },
    ...['table.due', answered, 'table.yes', 'table.share'].map((it) => ({
      label: b(it),
      end: true,
    })),
    { label: b('table.picture') },
  ];
  const shared = { place, together: together?.value ?? null, at };
  return (
    <>
      {together && <p className="quiet">{b('key', { percent: percent(together.value) })}</p>}
      <Rows caption={b('table.caption', about)} captionHidden columns={columns}>
        {whole && <BreakdownLine {...shared} tally={whole} />}
        {rows.map((row) => (
          <BreakdownLine
            key={row.part}
            {...shared}
            row={row}
            tally={row.tally}
            standing={standings.get(row.part)}
          />
        ))}
      </Rows>
      {whole && <p className="meta mt-16">{b(funnel ? 'chance' : 'chanceFew')}</p>}
      <p className="meta mt-4">{b(`rules.${place.by}`)}</p>
    </>
  );
}

/** Whether silence is possible, so that answered and due are two things. */
const asksPeople = ({ measure }: Place): boolean => measures[measure].population === 'voices';

type LineProps = {
  place: Place;
  /** None: all rows together. */
  row?: BreakdownRow;
  tally: Tally;
  together: number | null;
  standing?: Standing | undefined;
  at: Date;
};

async function BreakdownLine({ place, row, tally, together, standing, at }: LineProps) {
  const { t, b, partName } = await breakdownWords(at);
  const { due, answered, yes } = tally;
  const share = shareOf(yes, answered);
  const here = row ? narrowed(place, row.part) : place;
  const name = row ? partName(place.by, row.part, row.branch) : b('table.whole');
  const to = (which: Which, words: React.ReactNode) => (
    <Anchor href={casesAddress({ ...here, which })}>
      {words}
      <span className="away"> {name}</span>
    </Anchor>
  );
  const answerShare = shareOf(answered, due);
  return (
    <Row>
      <Cell head>
        {row?.deeper ? (
          <Anchor href={breakdownAddress(here)} aria-label={b('table.open', { name })}>
            {name}
          </Anchor>
        ) : row ? (
          name
        ) : (
          <b>{name}</b>
        )}
      </Cell>
      <Cell end beside label={b('table.due')}>
        {to('due', due)}
      </Cell>
      <Cell end beside label={b(asksPeople(place) ? 'table.answered' : 'table.outcome')}>
        {asksPeople(place) ? (
          <>
            {to('answered', b('answerRate', { answered, due }))}
            {answerShare && (
              <RowBy>{b('answerShare', { percent: percent(answerShare.value) })}</RowBy>
            )}
          </>
        ) : (
          answered
        )}
      </Cell>
      <Cell end beside label={b('table.yes')}>
        {to('yes', yes)}
      </Cell>
      <Cell end label={b('table.share')}>
        {share ? (
          <>
            <b>{percent(share.value)}%</b>{' '}
            <span className="nb quiet">({intervalWords(share)})</span>
            {standing && standing !== 'inside' && (
              <RowBy>
                <b>{t(`funnel.standing.${standing}`)}</b>
              </RowBy>
            )}
          </>
        ) : (
          t('units.few')
        )}
      </Cell>
      <Cell>
        {share && (
          <IntervalLine
            value={100 * share.value}
            interval={[100 * share.low, 100 * share.high]}
            whole={together === null ? null : 100 * together}
          />
        )}
      </Cell>
    </Row>
  );
}

/** The same question of one row alone. */
function narrowed(place: Place, part: string): Place {
  if (place.by === 'origin') return { ...place, origin: part as Place['origin'] };
  return { ...place, cut: { ...place.cut, [place.by]: part } };
}
