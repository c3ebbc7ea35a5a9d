import { getTranslations } from '@/lib/i18n/words';
import { readOwnDevices } from '@/lib/notices/push/allowed';
import { pushCarriers } from '@/lib/notices/push/endpoint';
import { DeviceLater } from './device-later';
import type { OwnCase } from './own-case';

/** Being told on the very device the page is open on; not there where administration does not allow it. */
export async function DevicePart({ own }: { own: OwnCase }) {
  const found = await readOwnDevices(own.actor);
  if (!found) return null;
  const t = await getTranslations('telling');
  const carriers = pushCarriers.map((it) => it.company).join(t('device.comma'));
  return (
    <DeviceLater
      caseNumber={own.view.file.appeal.caseNumber}
      applicationKey={found.applicationKey}
      known={found.digests}
      words={{ ...t.raw('device'), lead: t('device.lead', { carriers }) }}
    />
  );
}
