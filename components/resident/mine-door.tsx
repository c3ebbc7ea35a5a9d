import { Anchor } from '@/components/ui/anchor';
import { getTranslations } from '@/lib/i18n/words';

/** The way in without a link, wherever one is missing. */
export async function MineDoor() {
  const t = await getTranslations('mine');
  return (
    <p className="alone mt-16">
      <Anchor href="/mine">{t('door')}</Anchor>
    </p>
  );
}
