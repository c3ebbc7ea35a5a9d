import { readerLocale } from '@/components/appeals/telling';
import { htmlLang } from '@/lib/i18n/locale';
import { getTextSize } from '@/lib/i18n/text-size';
import { getTranslations } from '@/lib/i18n/words';
import { Speaker } from './speaker';

/** A button that reads the page aloud; large pages show it as a button, the others as a quiet one. */
export async function ReadAloud() {
  const [t, locale, size] = await Promise.all([
    getTranslations('large.aloud'),
    readerLocale(),
    getTextSize(),
  ]);
  const words = {
    label: t('label'),
    start: t('start'),
    pause: t('pause'),
    goOn: t('goOn'),
    stop: t('stop'),
  };
  return <Speaker language={htmlLang(locale)} kind={size ? 'second' : 'plain'} words={words} />;
}
