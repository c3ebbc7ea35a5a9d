import { Dateline } from '@/components/shell/dateline';
import { Empty } from '@/components/ui/empty';
import { BackLink } from '@/components/ui/headings';
import { getTranslations } from '@/lib/i18n/words';
import { ResidentShell } from './resident-shell';

/** Instead of the form, until set-up is over. */
export async function NotOpenYet({ phone }: { phone: string | null }) {
  const [t, filing] = await Promise.all([
    getTranslations('setUp.closed'),
    getTranslations('filing'),
  ]);
  return (
    <ResidentShell full>
      <Dateline />
      <div className="wrap pt-24 pb-72">
        <BackLink href="/">{filing('back')}</BackLink>
        <Empty kind="missing" heading={t('heading')} level={1}>
          <p>{t('body')}</p>
          {phone && (
            <p>
              {t.rich('phone', {
                number: () => <a href={`tel:${phone.replaceAll('-', '')}`}>{phone}</a>,
              })}
            </p>
          )}
        </Empty>
      </div>
    </ResidentShell>
  );
}
