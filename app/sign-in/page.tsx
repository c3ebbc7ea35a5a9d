import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { signIn } from '@/app/actions/sign-in';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { DeskShell } from '@/components/shell/shells';
import { Anchor } from '@/components/ui/anchor';
import { Buttons } from '@/components/ui/button';
import { Notice } from '@/components/ui/note';
import { isDemo } from '@/lib/auth/demo';
import { doorWarning } from '@/lib/auth/door';
import { currentActor } from '@/lib/auth/session';
import { settings } from '@/lib/env';
import { sameSitePath } from '@/lib/i18n/same-site';
import { getTranslations } from '@/lib/i18n/words';
import { DemoPeople } from './demo-people';

type SignInProps = { searchParams: Promise<{ back?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: SignInProps) {
  const wanted = (await searchParams).back;
  const back = sameSitePath(typeof wanted === 'string' ? wanted : null);
  if (await currentActor()) redirect(back ?? '/desk');
  const [t, head, demo] = await Promise.all([getTranslations('signIn'), headers(), isDemo()]);
  const { publicUrl } = settings();
  const warning = doorWarning(publicUrl, head.get('x-forwarded-host') ?? head.get('host'));
  return (
    <DeskShell>
      <div className="gate">
        <div>
          <h1>{t('title')}</h1>
          <p className="quiet mt-8">
            {t.rich('residents', { link: (words) => <Anchor href="/">{words}</Anchor> })}
          </p>
          {warning && (
            <Notice kind="fault" heading={t(`${warning}.heading`)}>
              <p>{t(`${warning}.body`, { publicUrl })}</p>
            </Notice>
          )}
          <ActionForm
            action={signIn}
            labels={{ login: t('login'), password: t('password') }}
            problemWords={t.raw('problems')}
          >
            {back && <input type="hidden" name="back" value={back} />}
            <FormText name="login" label={t('login')} autoComplete="username" spellCheck={false} />
            <FormText
              name="password"
              type="password"
              label={t('password')}
              autoComplete="current-password"
            />
            <div className="mt-32">
              <Buttons>
                <SubmitButton>{t('submit')}</SubmitButton>
              </Buttons>
            </div>
          </ActionForm>
          <p className="quiet mt-16">{t('forgotten')}</p>
        </div>
        {demo ? <DemoPeople /> : <p className="meta">{t('recorded')}</p>}
      </div>
    </DeskShell>
  );
}
