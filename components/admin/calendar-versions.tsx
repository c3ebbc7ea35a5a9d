import { tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { readCalendars } from '@/lib/rules/calendar-queries';

interface CalendarVersionsProps {
  versions: Awaited<ReturnType<typeof readCalendars>>;
  /** Clocks that still run under an older version than the newest. */
  behind: number;
  at: Date;
}

export async function CalendarVersions({ versions, behind, at }: CalendarVersionsProps) {
  const [t, telling] = await Promise.all([getTranslations('adminCalendars'), tellingAt(at)]);
  const newest = versions[0]?.version;
  const columns = (['version', 'known', 'days', 'state'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  const state = (it: (typeof versions)[number]): string => {
    if (it.version !== newest) return t('state.past');
    return behind > 0 ? t('state.applying', { count: behind }) : t('state.inForce');
  };
  return (
    <Rows caption={t('versions')} captionHidden columns={columns}>
      {versions.map((it) => (
        <Row key={it.version}>
          <Cell head>
            <Anchor href={`/admin/calendars/${it.version}`}>
              {t('number', { version: it.version })}
            </Anchor>
            <RowBy>
              <span lang="zh-CN">{it.source}</span>
            </RowBy>
          </Cell>
          <Cell label={t('column.known')}>
            {t('knownUntil', { year: String(it.lastKnownYear) })}
            <RowBy>{t('closes', { time: it.businessEndsAt })}</RowBy>
          </Cell>
          <Cell label={t('column.days')} beside>
            <span className="num">{it.days}</span>
          </Cell>
          <Cell label={t('column.state')}>
            {state(it)}
            <RowBy>{t('since', { moment: momentOf(it.createdAt, telling) })}</RowBy>
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
