import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { AtPlace } from '@/lib/lasting/overview';
import { daysBetween } from '@/lib/lasting/watch';
import { pairAddress } from './address';
import { supervisionWords } from './words';

/** Each case that came, beside the answer it came after. */
export async function AtPlaceRows({ pairs, at }: { pairs: readonly AtPlace[]; at: Date }) {
  const [l, t, { telling, unitName }] = await Promise.all([
    getTranslations('lasting.place'),
    getTranslations('lasting.case'),
    supervisionWords(at),
  ]);
  const columns = (['later', 'fix', 'gap'] as const).map((it) => ({ label: l(it) }));
  return (
    <Rows caption={l('caption')} captionHidden columns={columns}>
      {pairs.map(({ roundId, laterId, fix, later, unit, answeredAt, filedAt, struck }) => (
        <Row key={`${roundId} ${laterId}`}>
          <Cell head>
            <RowTitle>
              <Anchor href={`/appeals/${later.caseNumber}`}>
                {later.title || spokenCaseNumber(later.caseNumber)}
              </Anchor>
            </RowTitle>
            <RowBy>
              <span className="num">{dayOf(filedAt, telling)}</span>
            </RowBy>
          </Cell>
          <Cell label={l('fix')}>
            <Anchor href={`/appeals/${fix.caseNumber}`}>
              {fix.title || spokenCaseNumber(fix.caseNumber)}
            </Anchor>
            <RowBy>
              {unitName(unit)} <span className="num">{dayOf(answeredAt, telling)}</span>
            </RowBy>
          </Cell>
          <Cell label={l('gap')}>
            {t('days', { days: daysBetween(answeredAt, filedAt) })}
            <RowBy>
              <Anchor href={pairAddress({ roundId, laterId })}>
                {l('look')}
                <span className="away"> {spokenCaseNumber(later.caseNumber)}</span>
              </Anchor>
              {struck && ` · ${t('struck')}`}
            </RowBy>
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
