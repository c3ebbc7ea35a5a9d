import { HowItGoes } from '@/components/resident/how-it-goes';
import { LargeFront } from '@/components/resident/large-front';
import { ResidentShell } from '@/components/resident/resident-shell';
import { richWords } from '@/components/resident/rich-words';
import { SampleStory } from '@/components/resident/sample-story';
import { Topics } from '@/components/resident/topics';
import { TrackForm } from '@/components/resident/track-form';
import { Dateline } from '@/components/shell/dateline';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Kicker } from '@/components/ui/headings';
import { Ripple } from '@/components/ui/ripples';
import { readInstallation, readTopics } from '@/lib/appeals/queries/front';
import { fullDayOf } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/locale';
import { getTextSize } from '@/lib/i18n/text-size';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { now } from '@/lib/time/now';

export default async function FrontPage() {
  return (await getTextSize()) ? <LargeFront /> : <Front />;
}

async function Front() {
  const [t, locale, topics, { open, dictation }] = await Promise.all([
    getTranslations('front'),
    getLocale() as Promise<Locale>,
    readTopics(),
    readInstallation(),
  ]);
  return (
    <ResidentShell full>
      <Dateline day={fullDayOf(now(), { locale, zone: civilZone() })} />
      <section className="hero" aria-labelledby="front">
        <Ripple />
        <div className="wrap">
          <div>
            <Kicker>{t('kicker')}</Kicker>
            <h1 id="front">
              {t('heading1')}
              <br />
              {t('heading2')}
            </h1>
            <p className="lead">{t.rich('lead', await richWords())}</p>
            {open ? (
              <Buttons>
                <LinkButton href="/file" reload={dictation}>
                  {t('file')}
                </LinkButton>
              </Buttons>
            ) : (
              <p className="lead">{t('notOpen')}</p>
            )}
            <p className="meta mt-16">{t.rich('fileHint', await richWords())}</p>
            <section className="seek" id="find" aria-labelledby="find-heading">
              <h2 id="find-heading">{t('find')}</h2>
              <TrackForm bare />
              <p className="meta mt-12">{t('findHint')}</p>
            </section>
          </div>
          <SampleStory />
        </div>
      </section>
      <div className="wrap pb-72">
        <HowItGoes />
        <Topics topics={topics} />
      </div>
    </ResidentShell>
  );
}
