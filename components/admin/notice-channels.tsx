import { tellingAt } from '@/components/appeals/telling';
import { Cell, Row, Rows } from '@/components/ui/rows';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { ChannelState } from '@/lib/notices/channel-state';

/** Each way to residents: whether it is set up, and what it did today. */
export async function NoticeChannels({ channels, at }: { channels: ChannelState[]; at: Date }) {
  const [t, telling] = await Promise.all([getTranslations('adminNotices'), tellingAt(at)]);
  const columns = (['channel', 'setUp', 'sentToday', 'failedToday', 'lastSent'] as const).map(
    (it) => ({ label: t(`column.${it}`), end: it === 'sentToday' || it === 'failedToday' }),
  );
  return (
    <Rows caption={t('channels')} captionHidden columns={columns}>
      {channels.map((it) => (
        <Row key={it.channel}>
          <Cell head>{t(`channelName.${it.channel}`)}</Cell>
          <Cell label={t('column.setUp')}>{t(it.setUp ? 'isSetUp' : `missing.${it.channel}`)}</Cell>
          <Cell label={t('column.sentToday')} end beside>
            {it.sentToday}
          </Cell>
          <Cell label={t('column.failedToday')} end beside>
            {it.failedToday}
          </Cell>
          <Cell label={t('column.lastSent')}>
            {it.lastSentAt ? momentOf(it.lastSentAt, telling) : t('never')}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
