import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { DrawRows } from '@/components/open/draw-rows';
import { DrawForms } from '@/components/supervision/draw-forms';
import { FindingsTable } from '@/components/supervision/findings-table';
import { first, type Searched } from '@/components/supervision/read-place';
import { SampleSize } from '@/components/supervision/sample-size';
import { BackLink, Part } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { may } from '@/lib/people/actor';
import { readDraws, readFindings } from '@/lib/spot-checks/read-draws';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('spotChecks');
  return { title: t('heading') };
}

/** What checks found beside what residents had said; draws, and how many checks it takes. */
export default async function SpotChecksPage({
  searchParams,
}: {
  searchParams: Promise<Searched>;
}) {
  const actor = await requireActor('measure');
  const at = now();
  const [t, searched, draws, findings] = await Promise.all([
    getTranslations('spotChecks'),
    searchParams,
    readDraws(at),
    readFindings(actor),
  ]);
  if (!findings.ok) notHere();
  return (
    <DeskFrame actor={actor} at="measures">
      <BackLink href="/supervision">{t('back')}</BackLink>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8 max-w-measure">{t('lead')}</p>
      <Part id="findings" heading={t('findings.heading')} aside={t('findings.note')}>
        <FindingsTable units={findings.units} at={at} />
      </Part>
      {may(actor, 'audit') && (
        <Part id="draw" heading={t('form.heading')}>
          <DrawForms waiting={draws.find((it) => it.value === null)} at={at} />
        </Part>
      )}
      <Part id="size" heading={t('size.heading')}>
        <SampleSize claimed={first(searched, 'claimed')} real={first(searched, 'real')} />
      </Part>
      <Part id="draws" heading={t('draws.heading')}>
        <DrawRows draws={draws} />
      </Part>
    </DeskFrame>
  );
}
