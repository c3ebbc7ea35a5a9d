import { getTranslations } from '@/lib/i18n/words';
import { digestsOf } from '@/lib/notices/push/devices';
import { pushCarriers } from '@/lib/notices/push/endpoint';
import { vapidKeys } from '@/lib/notices/push/vapid';
import { DeviceLater } from './device-later';
import type { OwnCase } from './own-case';
import { ownReach } from './own-reach';

/** Being told on the very device the page is open on; not there where administration does not allow it. */
export async function DevicePart({ own }: { own: OwnCase }) {
  const { setUp, devices } = await ownReach(own.actor.voiceId);
  if (!setUp.includes('push')) return null;
  const t = await getTranslations('telling');
  const carriers = pushCarriers.map((it) => it.company).join(t('device.comma'));
  return (
    <DeviceLater
      caseNumber={own.view.file.appeal.caseNumber}
      applicationKey={vapidKeys()[0].publicKey}
      known={digestsOf(devices)}
      words={{ ...t.raw('device'), lead: t('device.lead', { carriers }) }}
    />
  );
}
