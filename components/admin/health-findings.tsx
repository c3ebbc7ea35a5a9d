import { tellingAt } from '@/components/appeals/telling';
import { Part } from '@/components/ui/headings';
import { Mark } from '@/components/ui/marks';
import { Cell, Row, Rows } from '@/components/ui/rows';
import type { State } from '@/lib/health/checks';
import type { Finding } from '@/lib/health/health';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';

interface FindingsProps {
  findings: readonly Finding[];
  at: Date;
}

/** Each state as deadlines and statuses have it: shape and word together. */
const looks = {
  ok: { mark: 'closed', className: 'status' },
  warn: { mark: 'due-yellow', className: 'due yellow' },
  bad: { mark: 'due-red', className: 'due red' },
  off: { mark: 'parked', className: 'status' },
  unknown: { mark: 'wait', className: 'status' },
} as const;

const gravity: readonly State[] = ['bad', 'unknown', 'warn'];

export const needsSomebody = ({ state }: Finding): boolean => gravity.includes(state);

/** What is wrong, the gravest first: what, since when, what it means, what to do. */
export async function HealthFaults({ findings, at }: FindingsProps) {
  const [t, telling] = await Promise.all([getTranslations('health'), tellingAt(at)]);
  const faults = findings
    .filter(needsSomebody)
    .toSorted((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state));
  return (
    <Part id="wrong" heading={t('wrong')} aside={t('wrongNote')}>
      <ul className="stack">
        {faults.map(({ check, word, state, since, values }) => (
          <li key={check}>
            <h3>
              {t(`check.${check}`)} — {t(`state.${state}`)}
            </h3>
            {word === 'unknown' ? (
              <p>{t('unknown')}</p>
            ) : (
              <>
                <p>{t(`said.${check}.${word}.what`, values)}</p>
                <p>
                  <b>{t('means')}</b> {t(`said.${check}.${word}.means`, values)}
                </p>
                <p>
                  <b>{t('next')}</b> {t(`said.${check}.${word}.next`, values)}
                </p>
              </>
            )}
            {since && <p className="meta">{t('since', { moment: momentOf(since, telling) })}</p>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Everything that is watched, a row each. */
export async function HealthRows({ findings, at }: FindingsProps) {
  const [t, telling] = await Promise.all([getTranslations('health'), tellingAt(at)]);
  const columns = (['check', 'state', 'since'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  return (
    <Rows caption={t('column.check')} captionHidden columns={columns}>
      {findings.map(({ check, state, since, values }) => (
        <Row key={check}>
          <Cell head>{t(`check.${check}`)}</Cell>
          <Cell label={t('column.state')}>
            <span className={looks[state].className}>
              <Mark name={looks[state].mark} />
              {t(`state.${state}`)}
            </span>
            {check === 'replica' && state === 'ok' && (
              <p className="meta">{t('told.replica', values)}</p>
            )}
          </Cell>
          <Cell label={t('column.since')}>{since ? momentOf(since, telling) : '—'}</Cell>
        </Row>
      ))}
    </Rows>
  );
}
