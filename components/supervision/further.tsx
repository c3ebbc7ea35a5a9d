import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { type FurtherKey, furtherKeys, timedKeys } from '@/lib/measures/define';
import type { Further as Found } from '@/lib/measures/queries';
import type { Spans } from '@/lib/measures/rolled/spans';
import { fewestForAShare, shareOf, type Tally } from '@/lib/measures/tally';
import { casesAddress, type Place } from './address';
import { intervalWords, percent } from './percent';
import { supervisionWords } from './words';

type FurtherProps = { place: Place; found: Pick<Found, 'tallies' | 'spans'>; at: Date };

/** The measures beside the headline, each with its n and interval, and how long things took. */
export async function Further({ place, found, at }: FurtherProps) {
  const { t } = await supervisionWords(at);
  const shares = (['measure', 'due', 'answered', 'yes', 'share'] as const).map((name) => ({
    label: t(`further.${name}`),
    end: name !== 'measure',
  }));
  const times = (['measure', 'n', 'median', 'p90'] as const).map((name) => ({
    label: t(`further.${name}`),
    end: name !== 'measure',
  }));
  return (
    <>
      <Rows caption={t('further.caption')} captionHidden columns={shares}>
        {furtherKeys.map((key) => (
          <FurtherRow key={key} place={place} measure={key} tally={found.tallies[key]} at={at} />
        ))}
      </Rows>
      <h3 className="mt-32">{t('further.times')}</h3>
      <p className="quiet mt-4">{t('further.timesNote')}</p>
      <div className="mt-12">
        <Rows caption={t('further.times')} captionHidden columns={times}>
          {timedKeys.map((key) => (
            <Row key={key}>
              <Cell head>{t(`further.took.${key}`)}</Cell>
              <SpanCells spans={found.spans[key]} at={at} />
            </Row>
          ))}
        </Rows>
      </div>
    </>
  );
}

type FurtherRowProps = { place: Place; measure: FurtherKey; tally: Tally; at: Date };

async function FurtherRow({ place, measure, tally, at }: FurtherRowProps) {
  const { t } = await supervisionWords(at);
  const { due, answered, yes } = tally;
  const share = shareOf(yes, answered);
  const to = (which: 'due' | 'yes') => casesAddress({ ...place, measure, which, origin: 'own' });
  return (
    <Row>
      <Cell head>
        <Anchor href={to('due')}>{t(`measure.${measure}.name`)}</Anchor>
        <RowBy>{t(`measure.${measure}.question`)}</RowBy>
      </Cell>
      <Cell end beside label={t('further.due')}>
        {due}
      </Cell>
      <Cell end beside label={t('further.answered')}>
        {answered}
      </Cell>
      <Cell end beside label={t('further.yes')}>
        <Anchor href={to('yes')}>
          {yes}
          <span className="away"> {t(`measure.${measure}.yes`)}</span>
        </Anchor>
      </Cell>
      <Cell end label={t('further.share')}>
        {share ? (
          <>
            <b>{percent(share.value)}%</b>{' '}
            <span className="nb quiet">({intervalWords(share)})</span>
          </>
        ) : (
          t(due === 0 ? 'units.none' : 'units.few')
        )}
      </Cell>
    </Row>
  );
}

async function SpanCells({ spans, at }: { spans: Spans | null; at: Date }) {
  const { t } = await supervisionWords(at);
  const told = (seconds: number) => {
    const hours = seconds / 3600;
    if (hours < 48) return t('further.hours', { n: hours.toFixed(1) });
    return t('further.days', { n: (hours / 24).toFixed(1) });
  };
  const enough = spans !== null && spans.n >= fewestForAShare;
  return (
    <>
      <Cell end beside label={t('further.n')}>
        {spans?.n ?? 0}
      </Cell>
      <Cell end beside label={t('further.median')}>
        {enough ? told(spans.median) : '–'}
      </Cell>
      <Cell end beside label={t('further.p90')}>
        {enough ? told(spans.p90) : '–'}
      </Cell>
    </>
  );
}
