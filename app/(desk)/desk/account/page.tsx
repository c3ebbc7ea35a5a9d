import type { Metadata } from 'next';
import { FactorPart } from '@/components/account/factor-part';
import { PasswordPart } from '@/components/account/password-part';
import { SessionsPart } from '@/components/account/sessions-part';
import { DeskFrame } from '@/components/desk/desk-frame';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Notice } from '@/components/ui/note';
import { requireSession } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title') };
}

const deeds = ['dropped', 'ended', 'othersEnded', 'password'] as const;

/** How one signs in oneself. */
export default async function AccountPage({ searchParams }: { searchParams: PageParams }) {
  const [session, params] = await Promise.all([requireSession(), searchParams]);
  const { actor, login } = session;
  const t = await getTranslations('account');
  const done = deeds.find((it) => it === firstParam(params.done));
  return (
    <DeskFrame actor={actor}>
      {done && (
        <div className="mb-24">
          <Notice kind="calm" heading={t(`done.${done}`)}>
            <p>{t(`done.${done}Next`)}</p>
          </Notice>
        </div>
      )}
      <h1>{t('title')}</h1>
      <p className="quiet mt-8">{t('lead', { login })}</p>
      <SessionsPart session={session} />
      <FactorPart personId={actor.personId} />
      <PasswordPart />
    </DeskFrame>
  );
}
