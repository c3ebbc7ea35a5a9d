import { nameOf } from '@/components/appeals/story-words';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import { shareOf } from '@/lib/measures/tally';
import type { UnitFindings } from '@/lib/spot-checks/read-draws';
import { atMost } from '@/lib/spot-checks/sample-size';
import { intervalWords, percent } from './percent';
import { supervisionWords } from './words';

/** What was found of each unit, what residents had said, and both of it together. */
export async function FindingsTable({ units, at }: { units: readonly UnitFindings[]; at: Date }) {
  const [t, { telling }] = await Promise.all([getTranslations('spotChecks'), supervisionWords(at)]);
  if (units.length === 0) return <p className="quiet">{t('findings.none')}</p>;
  const columns = [
    { label: t('findings.unit') },
    ...(['solved', 'agreed', 'published', 'corrected'] as const).map((it) => ({
      label: t(`findings.${it}`),
      end: true,
    })),
  ];
  return (
    <Rows caption={t('findings.heading')} captionHidden columns={columns}>
      {units.map((it) => (
        <Row key={it.unit.id}>
          <Cell head>
            <b>{nameOf(it.unit, telling.locale)}</b>
            <RowBy>{t('findings.left', { waiting: it.waiting, missed: it.notReached })}</RowBy>
          </Cell>
          <Cell end label={t('findings.solved')}>
            <Rate part={it.foundSolved} whole={it.found} />
          </Cell>
          <Cell end label={t('findings.agreed')}>
            <Rate part={it.agreed} whole={it.found} />
          </Cell>
          <Cell end label={t('findings.published')}>
            <Rate part={it.published} whole={it.judged} />
          </Cell>
          <Cell end label={t('findings.corrected')}>
            <Rate part={it.corrected} whole={it.judged} />
            {unlikely(it) && <RowBy>{t('findings.unlikely')}</RowBy>}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}

/** So few found solved among the checked that the share residents gave would bring it about once in twenty times. */
const unlikely = ({ published, judged, foundSolved, found }: UnitFindings): boolean =>
  judged > 0 && found > 0 && atMost(foundSolved, found, published / judged) <= 0.05;

async function Rate({ part, whole }: { part: number; whole: number }) {
  const t = await getTranslations('spotChecks');
  const share = shareOf(part, whole);
  const counts = t('findings.of', { part, whole });
  if (!share) return <span className="quiet">{counts}</span>;
  return (
    <>
      <b>{percent(share.value)}%</b> <span className="nb quiet">({intervalWords(share)})</span>
      <RowBy>{counts}</RowBy>
    </>
  );
}
