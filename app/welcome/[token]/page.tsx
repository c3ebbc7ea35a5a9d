import type { Metadata } from 'next';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { DeskShell } from '@/components/shell/shells';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { shortestPassword } from '@/lib/auth/password';
import { getTranslations } from '@/lib/i18n/words';
import { noName } from '@/lib/people/first-administrator';
import { invitedPerson } from '@/lib/people/invitations';
import { accept } from './accept';

type WelcomeProps = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('welcome');
  return { title: t('title'), robots: { index: false } };
}

/** Where a one-time link leads. Opening it uses nothing up: only the form does. */
export default async function WelcomePage({ params }: WelcomeProps) {
  const { token } = await params;
  const [t, person] = await Promise.all([getTranslations('welcome'), invitedPerson(token)]);
  if (!person) {
    return (
      <DeskShell>
        <Empty kind="missing" heading={t('gone')} level={1}>
          <p>{t('goneFirst')}</p>
          <p>{t('goneOthers')}</p>
          <Buttons>
            <LinkButton kind="second" href="/sign-in">
              {t('signIn')}
            </LinkButton>
          </Buttons>
        </Empty>
      </DeskShell>
    );
  }
  return (
    <DeskShell>
      <div className="gate">
        <div>
          <h1>{t('title')}</h1>
          <p className="quiet mt-8">{t('lead')}</p>
          <ActionForm
            action={accept.bind(null, token)}
            labels={{
              name: t('name'),
              login: t('login'),
              password: t('password'),
              again: t('again'),
            }}
            problemWords={t.raw('problems')}
          >
            <FormText
              name="name"
              label={t('name')}
              hint={t('nameHint')}
              value={person.name === noName ? undefined : person.name}
              autoComplete="name"
            />
            <FormText
              name="login"
              label={t('login')}
              hint={t('loginHint')}
              value={person.login}
              autoComplete="username"
              spellCheck={false}
            />
            <FormText
              name="password"
              type="password"
              label={t('password')}
              hint={t('passwordHint', { min: shortestPassword })}
              autoComplete="new-password"
            />
            <FormText name="again" type="password" label={t('again')} autoComplete="new-password" />
            <div className="mt-32">
              <Buttons>
                <SubmitButton>{t('submit')}</SubmitButton>
              </Buttons>
            </div>
          </ActionForm>
        </div>
      </div>
    </DeskShell>
  );
}
