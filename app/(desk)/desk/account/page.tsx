import type { Metadata } from 'next';
import { FactorPart } from '@/components/account/factor-part';
import { DeskFrame } from '@/components/desk/desk-frame';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Notice } from '@/components/ui/note';
import { requireSession } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('secondFactor');
  return { title: t('account') };
}

/** How one signs in oneself. */
export default async function AccountPage({ searchParams }: { searchParams: PageParams }) {
  const [{ actor, login }, params] = await Promise.all([requireSession(), searchParams]);
  const t = await getTranslations('secondFactor');
  return (
    <DeskFrame actor={actor}>
      {firstParam(params.done) === 'dropped' && (
        <div className="mb-24">
          <Notice kind="calm" heading={t('dropped')}>
            <p>{t('droppedNext')}</p>
          </Notice>
        </div>
      )}
      <h1>{t('account')}</h1>
      <p className="quiet mt-8">{t('accountLead', { login })}</p>
      <FactorPart personId={actor.personId} />
    </DeskFrame>
  );
}
