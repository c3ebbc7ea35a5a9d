import { tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { requirePower } from '@/lib/auth/session';
import { fullDayOf, hourOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { readTrials } from '@/lib/installation/trials';
import { now } from '@/lib/time/now';

/** How far the trial appeals have come, and whose move it is. */
export async function Trials() {
  const [t, words, telling, trials] = await Promise.all([
    getTranslations('setUp.trial'),
    getTranslations('words.status'),
    tellingAt(now()),
    requirePower('trial').then(readTrials),
  ]);
  if (trials.length === 0) return null;
  return (
    <Rows
      caption={t('caption')}
      columns={[{ label: t('number') }, { label: t('status') }, { label: t('turn') }]}
    >
      {trials.map((it) => (
        <Row key={it.caseNumber}>
          <Cell head>
            <Anchor href={`/follow/${it.caseNumber}`} className="num">
              {spokenCaseNumber(it.caseNumber)}
            </Anchor>
            <RowBy>
              {fullDayOf(it.filedAt, telling)} {hourOf(it.filedAt, telling)}
            </RowBy>
          </Cell>
          <Cell label={t('status')}>{words(it.status)}</Cell>
          <Cell>{t(`next.${it.status}`)}</Cell>
        </Row>
      ))}
    </Rows>
  );
}
