import type { Metadata } from 'next';
import { GoneCase } from '@/components/resident/gone-case';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privateLink');
  return { title: t('goneTitle'), robots: { index: false } };
}

/** Where a private link leads of whom nothing is kept any more. */
export default function GoneLinkPage() {
  return <GoneCase />;
}
