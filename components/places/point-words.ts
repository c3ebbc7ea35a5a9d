import { getTranslations } from '@/lib/i18n/words';

/** Words for choosing a point; the browser needs them when it is asked for one. */
export async function pointWords() {
  const t = await getTranslations('places');
  return {
    heading: t('point'),
    hint: t('pointHint'),
    chosen: t.raw('chosen') as string,
    drop: t('drop'),
    dropped: t('dropped'),
    locate: t('locate'),
    locating: t('locating'),
    located: t.raw('located') as string,
    denied: t('denied'),
    unavailable: t('unavailable'),
    coarse: t.raw('coarse') as string,
  };
}

export type PointWords = Awaited<ReturnType<typeof pointWords>>;
