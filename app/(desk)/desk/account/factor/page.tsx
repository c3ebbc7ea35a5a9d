import type { Metadata } from 'next';
import { EnrolForm } from '@/components/account/enrol-form';
import { DeskFrame } from '@/components/desk/desk-frame';
import { BackLink } from '@/components/ui/headings';
import { requireSession } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('secondFactor');
  return { title: t('enrolTitle') };
}

/** The key that was asked for on one's own page. */
export default async function OwnFactorPage() {
  const [{ actor, login }, t] = await Promise.all([
    requireSession(),
    getTranslations('secondFactor'),
  ]);
  return (
    <DeskFrame actor={actor}>
      <BackLink href="/desk/account">{t('back')}</BackLink>
      <div className="gate">
        <div>
          <h1>{t('enrolTitle')}</h1>
          <p className="quiet mt-8">{t('ownLead')}</p>
          <EnrolForm personId={actor.personId} login={login} onward="/desk/account" />
        </div>
      </div>
    </DeskFrame>
  );
}
