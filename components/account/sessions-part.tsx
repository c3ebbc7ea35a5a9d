import { endSessionElsewhere, endSessionsElsewhere } from '@/app/actions/account';
import { dot, readerLocale, tellingAt } from '@/components/appeals/telling';
import { Button } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { Cell, Row, Rows, RowTitle } from '@/components/ui/rows';
import { readOwnSessions, type SessionLine } from '@/lib/auth/own-sessions';
import type { LiveSession } from '@/lib/auth/session-rows';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';

/** Where one is signed in, each with a button to end it. */
export async function SessionsPart({ session }: { session: LiveSession }) {
  const [t, lines] = await Promise.all([getTranslations('account'), readOwnSessions(session)]);
  const columns = (['device', 'since', 'seen', 'network', 'end'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  return (
    <Part id="sessions" heading={t('sessions')}>
      <p className="measure">{t('sessionsLead')}</p>
      <Rows caption={t('sessions')} captionHidden columns={columns}>
        {lines.map((line) => (
          <SessionRow key={line.id} line={line} />
        ))}
      </Rows>
      {lines.length > 1 && (
        <form action={endSessionsElsewhere} className="mt-24">
          <Button kind="grave">{t('endOthers')}</Button>
        </form>
      )}
    </Part>
  );
}

async function SessionRow({ line }: { line: SessionLine }) {
  const [t, locale, telling] = await Promise.all([
    getTranslations('account'),
    readerLocale(),
    tellingAt(now()),
  ]);
  const names = [line.browser, line.system].filter(Boolean);
  const device = names.length > 0 ? names.join(dot(locale)) : t('unknown');
  return (
    <Row>
      <Cell head>
        <RowTitle>{device}</RowTitle>
      </Cell>
      <Cell label={t('column.since')} beside>
        {momentOf(line.since, telling)}
      </Cell>
      <Cell label={t('column.seen')} beside>
        {momentOf(line.seenAt, telling)}
      </Cell>
      <Cell label={t('column.network')} beside>
        {line.network || t('unknown')}
      </Cell>
      <Cell>
        {line.here ? (
          t('here')
        ) : (
          <form action={endSessionElsewhere.bind(null, line.id)}>
            <Button kind="plain">{t('end', { device })}</Button>
          </form>
        )}
      </Cell>
    </Row>
  );
}
