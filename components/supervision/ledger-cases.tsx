import { nameOf } from '@/components/appeals/story-words';
import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { Ledger } from '@/lib/measures/exclusions';
import { supervisionWords } from './words';

/** Each exclusion with what was claimed, decided, objected and ruled, newest first. */
export async function LedgerCases({ found, at }: { found: Ledger; at: Date }) {
  const [t, grounds, { telling }] = await Promise.all([
    getTranslations('exclusions.cases'),
    getTranslations('words.exclusionClass'),
    supervisionWords(at),
  ]);
  if (found.rows.length === 0) return <p className="quiet">{t('none')}</p>;
  const unit = (id: string | null) =>
    nameOf(found.units.find((it) => it.id === id) ?? null, telling.locale);
  const columns = (['case', 'claim', 'decision', 'objection'] as const).map((it) => ({
    label: t(it),
  }));
  return (
    <Rows caption={t('heading')} captionHidden columns={columns}>
      {found.rows.map((it) => (
        <Row key={it.key}>
          <Cell head>
            <Anchor href={`/appeals/${it.caseNumber}`}>{spokenCaseNumber(it.caseNumber)}</Anchor>
            <RowBy>{t('roundOf', { number: it.round })}</RowBy>
            <RowBy>{t(`part.${it.part}`)}</RowBy>
          </Cell>
          <Cell label={t('claim')}>
            <b>{grounds(it.exclusionClass)}</b>
            <span className="block whitespace-pre-line">{it.evidence ?? t('erased')}</span>
            <RowBy>{t('at', { unit: unit(it.unitId), day: dayOf(it.at, telling) })}</RowBy>
          </Cell>
          <Cell label={t('decision')}>
            {it.decidedAt ? (
              <>
                <span className="block whitespace-pre-line">{it.grounds ?? t('erased')}</span>
                <RowBy>
                  {t('at', { unit: unit(it.deciderId), day: dayOf(it.decidedAt, telling) })}
                </RowBy>
              </>
            ) : (
              <span className="quiet">{t('waiting')}</span>
            )}
          </Cell>
          <Cell label={t('objection')}>
            {it.objection ? (
              <span className="block whitespace-pre-line">{it.objection}</span>
            ) : (
              <span className="quiet">{t('nobody')}</span>
            )}
            {it.ruling && <RowBy>{it.ruling}</RowBy>}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
