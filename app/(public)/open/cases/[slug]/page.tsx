import type { Metadata } from 'next';
import { nameOf } from '@/components/appeals/story-words';
import { langOf, tellingAt } from '@/components/appeals/telling';
import { StoryPhotos } from '@/components/photos/story-photos';
import { ResidentShell } from '@/components/resident/resident-shell';
import { ShownStatus } from '@/components/shown/shown-status';
import { LinkButton } from '@/components/ui/button';
import { Columns } from '@/components/ui/columns';
import { Facts } from '@/components/ui/facts';
import { BackLink, Part } from '@/components/ui/headings';
import { isOpen } from '@/lib/appeals/lifecycle';
import { shareToken } from '@/lib/auth/share-token';
import { monthOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { releasedPhotosOf } from '@/lib/photos/released';
import { readShown, type ShownCase } from '@/lib/publication/read-shown';
import { now } from '@/lib/time/now';

interface ShownPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: ShownPageProps): Promise<Metadata> {
  const shown = await readShown((await params).slug);
  const t = await getTranslations('shown');
  return { title: shown?.title ?? t('goneTitle'), robots: { index: shown !== null } };
}

/** One published case. What has been taken back and what never was look the same. */
export default async function ShownCasePage({ params }: ShownPageProps) {
  const shown = await readShown((await params).slug);
  const t = await getTranslations('shown');
  if (!shown) {
    return (
      <ResidentShell>
        <h1>{t('goneTitle')}</h1>
        <p className="lead mt-8 mb-24">{t('gone')}</p>
        <LinkButton href="/open/cases">{t('back')}</LinkButton>
      </ResidentShell>
    );
  }
  const lang = langOf(shown.locale);
  const released = await releasedPhotosOf(shown.appealId);
  const photos = released.map((it) => ({
    ...{ kind: 'picture' as const, goneAt: null, ...it },
  }));
  return (
    <ResidentShell>
      <BackLink href="/open/cases">{t('back')}</BackLink>
      <h1 lang={lang}>{shown.title}</h1>
      <Columns>
        <div>
          <Part id="said" heading={t('said')}>
            <p className="say whitespace-pre-line" lang={lang}>
              {shown.what}
            </p>
            <StoryPhotos
              at={`/open/cases/${shown.slug}/photos`}
              photos={photos}
              telling={await tellingAt(now())}
              t={await getTranslations('photos')}
            />
          </Part>
          <Part id="done" heading={t('done')}>
            {shown.answer ? (
              <p className="whitespace-pre-line" lang={lang}>
                {shown.answer}
              </p>
            ) : (
              <p className="quiet">{t('notYet')}</p>
            )}
          </Part>
          {isOpen(shown.status) && (
            <Part id="too" heading={t('mineToo')}>
              <p className="mb-16">{t('mineTooText')}</p>
              <LinkButton href={`/join/${shareToken(shown.appealId)}`} kind="second">
                {t('mineToo')}
              </LinkButton>
            </Part>
          )}
        </div>
        <aside aria-label={t('status')}>
          <ShownFacts shown={shown} />
        </aside>
      </Columns>
    </ResidentShell>
  );
}

async function ShownFacts({ shown }: { shown: ShownCase }) {
  const [t, telling] = await Promise.all([getTranslations('shown'), tellingAt(now())]);
  const { category, area, place, solved, filedAt, locale } = shown;
  const facts = [
    { term: t('status'), detail: <ShownStatus shown={shown} /> },
    ...(solved ? [{ term: t('verdict'), detail: t(`solved.${solved}`) }] : []),
    { term: t('where'), detail: <span lang={langOf(locale)}>{place}</span> },
    ...(area ? [{ term: t('area'), detail: nameOf(area, telling.locale) }] : []),
    ...(category ? [{ term: t('category'), detail: nameOf(category, telling.locale) }] : []),
    { term: t('month'), detail: monthOf(filedAt, telling) },
  ];
  return <Facts side facts={facts} />;
}
