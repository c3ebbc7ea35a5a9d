import { statusOf } from '@/components/shown/shown-status';
import { readInstallation } from '@/lib/appeals/queries/front';
import { settings } from '@/lib/env';
import { htmlLang } from '@/lib/i18n/locale';
import { nameIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { isId } from '@/lib/id';
import { atom } from '@/lib/publication/atom';
import { choicesShown, listShown } from '@/lib/publication/read-shown';
import { now } from '@/lib/time/now';

/** The newest published cases, of one street or of all, for whoever follows them with a program of their own. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('area') ?? undefined;
  const { areas } = await choicesShown();
  const area = isId(asked) ? areas.find((it) => it.id === asked) : undefined;
  if (asked !== undefined && !area) return new Response(null, { status: 404 });
  const [t, locale, installation, { cases }] = await Promise.all([
    getTranslations('shown'),
    getLocale(),
    readInstallation(),
    listShown({ area: area?.id }, null),
  ]);
  const { publicUrl } = settings();
  const organisation = nameIn(locale, installation);
  const query = area ? `?area=${area.id}` : '';
  const entries = cases.map(async (it) => ({
    id: `${publicUrl}/open/cases/${it.slug}`,
    link: `${publicUrl}/open/cases/${it.slug}`,
    title: it.title,
    published: it.shownAt,
    updated: it.shownAt,
    summary: t('summary', { status: await statusOf(it), what: it.what }),
  }));
  const feed = atom({
    self: `${publicUrl}/open/cases/atom${query}`,
    alternate: `${publicUrl}/open/cases${query}`,
    title: area
      ? t('feedArea', { organisation, area: nameIn(locale, area) })
      : t('feed', { organisation }),
    author: organisation,
    lang: htmlLang(locale),
    updated: now(),
    entries: await Promise.all(entries),
  });
  return new Response(feed, {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
