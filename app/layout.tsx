import type { Metadata, Viewport } from 'next';
import { FaultWordsProvider } from '@/components/shell/fault-words';
import { LiveLinks } from '@/components/shell/live-links';
import { Sprite } from '@/components/ui/sprite';
import { languageOf } from '@/lib/i18n/languages';
import { getTextSize } from '@/lib/i18n/text-size';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return {
    title: { default: t('title'), template: t.raw('titleTemplate') },
    description: t('description'),
    icons: { icon: [{ url: '/favicon.ico', sizes: '32x32' }, { url: '/icon.svg' }] },
    manifest: '/manifest.webmanifest',
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#faf7f0' };

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const [locale, t, size] = await Promise.all([
    getLocale(),
    getTranslations('faults'),
    getTextSize(),
  ]);
  const { lang, dir } = languageOf(locale);
  const words = {
    title: t('title'),
    heading: t('heading'),
    body: t('body'),
    reference: t.raw('reference'),
    again: t('again'),
    home: t('home'),
  };
  return (
    <html lang={lang} dir={dir === 'rtl' ? dir : undefined} data-text={size ?? undefined}>
      <body className={size ? 'large' : undefined}>
        <Sprite />
        <FaultWordsProvider words={words}>{children}</FaultWordsProvider>
        <LiveLinks />
      </body>
    </html>
  );
}
