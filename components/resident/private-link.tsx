import { QrOf } from '@/components/ui/qr-of';
import type { VoiceRow } from '@/lib/appeals/records';
import { privatePath } from '@/lib/auth/link-token';
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

/** The same link for a telephone's camera. */
export async function PrivateQr({ address }: { address: string }) {
  const t = await getTranslations('receipt');
  return <QrOf text={address} label={t('qr')} />;
}
