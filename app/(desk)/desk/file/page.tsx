import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { FileForm } from '@/components/desk/file-form';
import { Columns } from '@/components/ui/columns';
import { Note } from '@/components/ui/note';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.nav');
  return { title: t('file') };
}

/** Filing for somebody who calls, comes or writes. */
export default async function FileForCallerPage() {
  const actor = await requireActor('fileForCaller');
  const t = await getTranslations('desk.file');
  return (
    <DeskFrame actor={actor} at="file">
      <Columns kind="wide">
        <div>
          <h1>{t('heading')}</h1>
          <p className="quiet mt-8">{t('lead')}</p>
          <FileForm />
        </div>
        <aside aria-label={t('next')}>
          <Note boxed heading={t('next')}>
            <p className="mt-8">{t('nextWords')}</p>
          </Note>
        </aside>
      </Columns>
    </DeskFrame>
  );
}
