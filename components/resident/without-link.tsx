import { LinkButton } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';
import { MineDoor } from './mine-door';
import { ResidentShell } from './resident-shell';
import { richWords } from './rich-words';

/** For whoever comes without the private link: the same words whether or not there is such a case. */
export async function WithoutLink() {
  const t = await getTranslations('follow.key');
  return (
    <ResidentShell>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8">{t('text')}</p>
      <p className="mt-16">{t('track')}</p>
      <p className="mt-24">
        <LinkButton href="/track" kind="second">
          {t('trackLink')}
        </LinkButton>
      </p>
      <MineDoor />
      <p className="meta mt-32">{t.rich('lost', await richWords())}</p>
    </ResidentShell>
  );
}
