import { getTranslations } from '@/lib/i18n/words';

/** Words a map needs in the browser. */
export async function mapWords() {
  const t = await getTranslations('places.map');
  return {
    open: t('open'),
    look: t('look'),
    label: t('label'),
    labelShown: t('labelShown'),
    help: t('help'),
    helpShown: t('helpShown'),
    loading: t('loading'),
    failed: t('failed'),
    use: t('use'),
    used: t('used'),
    close: t('close'),
    at: t.raw('at') as string,
    within: t.raw('within') as string,
    zoomIn: t('zoomIn'),
    zoomOut: t('zoomOut'),
  };
}

export type MapWords = Awaited<ReturnType<typeof mapWords>>;
