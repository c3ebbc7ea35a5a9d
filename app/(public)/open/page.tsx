import type { Metadata } from 'next';
import { tellingAt } from '@/components/appeals/telling';
import { OpenTable } from '@/components/open/open-table';
import { ResidentShell } from '@/components/resident/resident-shell';
import { periodWords } from '@/components/supervision/period-words';
import { Anchor } from '@/components/ui/anchor';
import { Part } from '@/components/ui/headings';
import { civilDay, momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { readOpenWindow } from '@/lib/measures/open-window';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('open');
  return { title: t('title') };
}

const notes = [
  'received',
  'promise',
  'solved',
  'interval',
  'few',
  'area',
  'fixed',
  'left',
] as const;

/** The public window: what came in, what was promised, what was judged, for everybody to read. */
export default async function OpenPage() {
  const [t, found, telling] = await Promise.all([
    getTranslations('open'),
    readOpenWindow(civilZone()),
    tellingAt(now()),
  ]);
  const { month, year } = found;
  const span = (from: string, to: string) => `${from}–${to}`;
  const headings = {
    month: t('month', { period: periodWords(month, { last30: '', span }, telling) }),
    year: t('year', { from: civilDay(year.fromOn, telling), to: civilDay(year.toOn, telling) }),
  };
  return (
    <ResidentShell>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8">{t('lead', { moment: momentOf(found.countedAt, telling) })}</p>
      <p className="alone mt-16">
        <Anchor href="/open/cases">{t('toCases')}</Anchor>
      </p>
      <p className="alone mt-8">
        <Anchor href="/open/seals">{t('toSeals')}</Anchor>
      </p>
      <p className="alone mt-8">
        <Anchor href="/open/spot-checks">{t('toSpotChecks')}</Anchor>
      </p>
      <p className="alone mt-8">
        <Anchor href="/open/exclusions">{t('toExclusions')}</Anchor>
      </p>
      {(['month', 'year'] as const).map((kind) => (
        <Part key={kind} id={kind} heading={headings[kind]}>
          <OpenTable table={found.byCategory} by="category" kind={kind} />
          <OpenTable table={found.byArea} by="area" kind={kind} />
        </Part>
      ))}
      <Part id="notes" heading={t('notes')}>
        <ul className="stack">
          {notes.map((note) => (
            <li key={note}>
              <p>{t(`note.${note}`)}</p>
            </li>
          ))}
        </ul>
      </Part>
    </ResidentShell>
  );
}
