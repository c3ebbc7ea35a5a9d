import { intervalWords, percent } from '@/components/supervision/percent';
import { Cell, Row, RowBy, RowGroup, Rows } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import { type SpokenKey, spokenKeys } from '@/lib/measures/exclusions';
import type { OpenEffect, OpenRate } from '@/lib/measures/open-ledger';
import { shareOf } from '@/lib/measures/tally';

export interface EffectGroup {
  key: string;
  /** Null: there is one group. */
  name: string | null;
  effect: Record<SpokenKey, OpenEffect>;
}

/** Rates before and after exclusions, each with its n; after stands beside before and never in its place. */
export async function EffectTable({ groups }: { groups: readonly EffectGroup[] }) {
  const [t, supervision] = await Promise.all([
    getTranslations('exclusions.effect'),
    getTranslations('supervision.measure'),
  ]);
  const columns = (['rate', 'before', 'after', 'out'] as const).map((it) => ({
    label: t(it),
    end: it !== 'rate',
  }));
  return (
    <Rows caption={t('heading')} captionHidden columns={columns}>
      {groups.flatMap(({ key, name, effect }) => [
        ...(name === null ? [] : [<RowGroup key={key} label={name} span={columns.length} />]),
        ...spokenKeys.map((measure) => {
          const { before, after } = effect[measure];
          return (
            <Row key={`${key} ${measure}`}>
              <Cell head>{supervision(`${measure}.name`)}</Cell>
              <Cell end label={t('before')}>
                <Rate rate={before} />
              </Cell>
              <Cell end label={t('after')}>
                <Rate rate={after} />
              </Cell>
              <Cell end label={t('out')}>
                {before && after ? (
                  before.due - after.due
                ) : (
                  <span className="quiet">{t('few')}</span>
                )}
              </Cell>
            </Row>
          );
        }),
      ])}
    </Rows>
  );
}

async function Rate({ rate }: { rate: OpenRate | null }) {
  const [t, supervision] = await Promise.all([
    getTranslations('exclusions.effect'),
    getTranslations('supervision'),
  ]);
  if (!rate) return <span className="quiet">{t('few')}</span>;
  const share = shareOf(rate.yes, rate.answered);
  return (
    <>
      {share ? (
        <>
          <b>{percent(share.value)}%</b> <span className="nb quiet">({intervalWords(share)})</span>
        </>
      ) : (
        <span className="quiet">{t('none')}</span>
      )}
      <RowBy>{supervision('ofCount', { part: rate.yes, whole: rate.answered })}</RowBy>
    </>
  );
}
