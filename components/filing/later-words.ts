import { getTranslations } from '@/lib/i18n/words';

/** Words for what is written without a network; the browser needs them while it has none. */
export async function laterWords() {
  const [t, filing, problems] = await Promise.all([
    getTranslations('filing.offline'),
    getTranslations('filing'),
    getTranslations('problems'),
  ]);
  return {
    required: problems('required'),
    waiting: t('waiting'),
    sent: t.raw('sent') as string,
    open: t('open'),
    refused: t.raw('refusedBecause') as string,
    drop: t('drop'),
    keep: t('keep'),
    kept: t('kept'),
    notKept: t('notKept'),
    online: t('online'),
    toSteps: t('toSteps'),
    fields: {
      what: filing('what'),
      whatHint: filing('whatHint'),
      place: filing('place'),
      placeHint: filing('placeHint'),
      phone: filing('phone'),
      name: filing('name'),
      secret: filing('secret'),
      secretHint: filing('secretHint'),
    },
  };
}

export type LaterWords = Awaited<ReturnType<typeof laterWords>>;
