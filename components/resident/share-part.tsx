import { isOpen } from '@/lib/appeals/lifecycle';
import { behind } from '@/lib/appeals/merged';
import { shareToken } from '@/lib/auth/share-token';
import { settings } from '@/lib/env';
import { getTranslations } from '@/lib/i18n/words';
import type { OwnCase } from './own-case';

/** How many have the same trouble, and the link by which a neighbour joins. */
export async function SharePart({ own: { view } }: { own: OwnCase }) {
  const t = await getTranslations('follow.shared');
  const { appeal } = view.file;
  const count = behind(view.file);
  const open = isOpen(appeal.status);
  if (!open && count.people < 2) return null;
  return (
    <section aria-labelledby="behind" className="text-16">
      <h2 id="behind" className="mt-48 mb-12 text-20">
        {t('behind')}
      </h2>
      <p>{t('behindWords', { ...count })}</p>
      {open && (
        <div className="no-print mt-16">
          <h3>{t('neighbour')}</h3>
          <p>{t('neighbourText')}</p>
          <p className="mt-8 break-all">
            <code>{`${settings().publicUrl}/join/${shareToken(appeal.id)}`}</code>
          </p>
        </div>
      )}
    </section>
  );
}
