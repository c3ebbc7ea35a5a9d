import { Dateline } from '@/components/shell/dateline';
import { LinkButton } from '@/components/ui/button';
import { phoneOf, readInstallation } from '@/lib/appeals/queries/front';
import { getTranslations } from '@/lib/i18n/words';
import { unbroken } from './call-us';
import { ResidentShell } from './resident-shell';

/** The front page in large type: two doors and the telephone. */
export async function LargeFront() {
  const [t, front, installation] = await Promise.all([
    getTranslations('large.front'),
    getTranslations('front'),
    readInstallation(),
  ]);
  const phone = phoneOf(installation);
  return (
    <ResidentShell full doors>
      <Dateline />
      <div className="wrap doors">
        <h1>
          {front('heading1')}
          <br />
          {front('heading2')}
        </h1>
        <p className="lead">{installation.open ? t('lead') : front('notOpen')}</p>
        {installation.open && (
          <LinkButton href="/file" reload={installation.dictation}>
            {t('file')}
          </LinkButton>
        )}
        <LinkButton href="/track" kind="second">
          {t('follow')}
        </LinkButton>
        <LinkButton href={`tel:${phone.replaceAll('-', '')}`} kind="second">
          {t.rich('call', { phone, nb: unbroken })}
        </LinkButton>
      </div>
    </ResidentShell>
  );
}
