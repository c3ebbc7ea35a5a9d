import { getTranslations } from '@/lib/i18n/words';
import { LiveKeys } from './keys-live';

/** The keyboard of a list of rows; nothing depends on it. */
export async function Keys() {
  const t = await getTranslations('desk.keys');
  const keys = ['next', 'previous', 'open', 'tick', 'search', 'help'] as const;
  return (
    <LiveKeys
      words={{
        open: t('show'),
        heading: t('heading'),
        lead: t('lead'),
        single: t('single'),
        close: t('close'),
        ticked: t.raw('ticked'),
        unticked: t.raw('unticked'),
      }}
      keys={keys.map((name) => ({ key: t(`key.${name}`), does: t(`does.${name}`) }))}
    />
  );
}
