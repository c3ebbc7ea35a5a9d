import type { Metadata } from 'next';
import { MineDoor } from '@/components/resident/mine-door';
import { ResidentShell } from '@/components/resident/resident-shell';
import { richWords } from '@/components/resident/rich-words';
import { TrackForm } from '@/components/resident/track-form';
import { TrackedStatus } from '@/components/resident/tracked-status';
import { Columns } from '@/components/ui/columns';
import { Part } from '@/components/ui/headings';
import { Note } from '@/components/ui/note';
import { readStatus } from '@/lib/appeals/queries/track';
import { currentTracked } from '@/lib/auth/tracking';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('front.track');
  return { title: t('title') };
}

export default async function TrackPage() {
  const t = await getTranslations('front.track');
  const caseNumber = await currentTracked();
  const tracked = caseNumber ? await readStatus(caseNumber) : null;
  return (
    <ResidentShell tracking>
      <Columns>
        <div>
          {tracked ? (
            <>
              <TrackedStatus tracked={tracked} />
              <Part id="again" heading={t('again')}>
                <TrackForm />
              </Part>
            </>
          ) : (
            <>
              <h1>{t('heading')}</h1>
              <p className="lead mt-8 mb-24">{t('lead')}</p>
              <TrackForm />
            </>
          )}
        </div>
        <aside>
          <Note heading={t('lostHeading')}>
            <p>{t.rich('lost', await richWords())}</p>
            <MineDoor />
          </Note>
        </aside>
      </Columns>
    </ResidentShell>
  );
}
