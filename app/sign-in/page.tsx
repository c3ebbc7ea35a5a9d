import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { signIn } from '@/app/actions/sign-in';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { DeskShell } from '@/components/shell/shells';
import { Anchor } from '@/components/ui/anchor';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/note';
import { isDemo } from '@/lib/auth/demo';
import { doorWarning } from '@/lib/auth/door';
import { currentActor, currentWaiting } from '@/lib/auth/session';
import { singleSignOn, ssoRefusals } from '@/lib/auth/sso';
import { type SingleSignOn, settings } from '@/lib/env';
import { nameIn } from '@/lib/i18n/names';
import { sameSitePath } from '@/lib/i18n/same-site';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { DemoPeople } from './demo-people';

type SignInProps = { searchParams: PageParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: SignInProps) {
  const asked = await searchParams;
  const back = sameSitePath(firstParam(asked.back) ?? null);
  if (await currentActor()) redirect(back ?? '/desk');
  // After the recovery codes, say: their link leads to the desk, which leads here.
  if ((await currentWaiting())?.awaits === 'password') redirect(toSecondStep(back));
  const [t, head, demo] = await Promise.all([getTranslations('signIn'), headers(), isDemo()]);
  const { publicUrl } = settings();
  const house = singleSignOn();
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
          {house && <Elsewhere house={house} back={back} came={firstParam(asked.sso)} />}
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

const toSecondStep = (back: string | null): string =>
  `/sign-in/second${back ? `?back=${encodeURIComponent(back)}` : ''}`;

interface ElsewhereProps {
  house: SingleSignOn;
  back: string | null;
  /** Why somebody who went there did not come in. */
  came: string | undefined;
}

/** The way in by single sign-on, and what became of it. */
async function Elsewhere({ house, back, came }: ElsewhereProps) {
  const [t, locale] = await Promise.all([getTranslations('signIn.sso'), getLocale()]);
  const name = nameIn(locale, house);
  const refusal = ssoRefusals.find((it) => it === came);
  return (
    <section aria-label={name} className="mt-24">
      {refusal && (
        <Notice kind="fault" heading={t(`${refusal}.heading`, { name })}>
          <p>{t(`${refusal}.body`, { name })}</p>
        </Notice>
      )}
      <Buttons>
        <LinkButton
          href={`/sign-in/sso${back ? `?back=${encodeURIComponent(back)}` : ''}`}
          kind="second"
          reload
        >
          {t('go', { name })}
        </LinkButton>
      </Buttons>
      <p className="quiet mt-16">{t('or')}</p>
    </section>
  );
}
