import QRCode from 'qrcode';
import { QrCode } from '@/components/ui/qr-code';
import type { VoiceRow } from '@/lib/appeals/records';
import { privatePath } from '@/lib/auth/voices';
import { settings } from '@/lib/env';
import { getTranslations } from '@/lib/i18n/words';

/** The whole address of a private link. */
export const privateAddress = (voice: VoiceRow): string =>
  `${settings().publicUrl}${privatePath(voice)}`;

/**
 * The link in its dashed frame. The gaps between the groups of four are drawn, not typed: what is
 * copied is the link and nothing else.
 */
export async function PrivateLink({ address }: { address: string }) {
  const [, place = '', token = ''] = /^https?:\/\/(.*\/)([^/]*)$/.exec(address) ?? [];
  const groups = [...token.matchAll(/.{1,4}/g)];
  return (
    <div className="keybox">
      <code>
        {place}
        <wbr />
        {groups.map(({ index, 0: group }) => (
          <span key={index}>
            <span className="mr-8">{group}</span>
            <wbr />
          </span>
        ))}
      </code>
      <PrivateQr address={address} />
    </div>
  );
}

/** The same link for a telephone's camera; level M survives a creased slip. */
export async function PrivateQr({ address }: { address: string }) {
  const t = await getTranslations('receipt');
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) =>
      modules.get(y, x) ? `M${x} ${y}h1v1h-1z` : '',
    ).join(''),
  );
  return <QrCode path={rows.join('')} size={modules.size} label={t('qr')} />;
}
