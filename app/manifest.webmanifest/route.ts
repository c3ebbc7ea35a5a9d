import { readInstallation } from '@/lib/appeals/queries/front';
import { htmlLang } from '@/lib/i18n/locale';
import { nameIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';

/** By what name and mark the site stands among the programs of a telephone that puts it there. */
export async function GET(): Promise<Response> {
  const [t, filing, locale, installation] = await Promise.all([
    getTranslations('shell'),
    getTranslations('filing'),
    getLocale(),
    readInstallation(),
  ]);
  const manifest = {
    name: `${t('title')}·${nameIn(locale, installation)}`,
    short_name: filing('offline.app'),
    lang: htmlLang(locale),
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#faf7f0',
    theme_color: '#faf7f0',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  };
  return new Response(JSON.stringify(manifest), {
    headers: {
      'Content-Type': 'application/manifest+json; charset=utf-8',
      'Cache-Control': 'private, max-age=3600',
    },
  });
}
