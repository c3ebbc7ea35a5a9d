import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { enterCode, renewPassword, signOut } from '@/app/actions/sign-in';
import { EnrolForm } from '@/components/account/enrol-form';
import { PasswordForm } from '@/components/account/password-form';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { DeskShell } from '@/components/shell/shells';
import { Anchor } from '@/components/ui/anchor';
import { Button, Buttons } from '@/components/ui/button';
import { currentSession, currentWaiting } from '@/lib/auth/session';
import { sameSitePath } from '@/lib/i18n/same-site';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('secondFactor');
  return { title: t('title') };
}

const heads = {
  code: { title: 'title', lead: 'codeLead' },
  enrolment: { title: 'enrolTitle', lead: 'mustLead' },
  password: { title: 'oldTitle', lead: 'oldLead' },
} as const;

/** After the password: a code of the second factor, its setting up where one is needed, or another password. */
export default async function SecondStepPage({ searchParams }: { searchParams: PageParams }) {
  const [params, waiting, session] = await Promise.all([
    searchParams,
    currentWaiting(),
    currentSession(),
  ]);
  const back = sameSitePath(firstParam(params.back) ?? null);
  const door = back ? `/sign-in?back=${encodeURIComponent(back)}` : '/sign-in';
  const who = waiting ?? (session && { personId: session.actor.personId, login: session.login });
  if (!who) redirect(door);
  const t = await getTranslations('secondFactor');
  const awaits = waiting?.awaits ?? 'enrolment';
  const words = heads[awaits];
  return (
    <DeskShell>
      <div className="gate">
        <div>
          <h1>{t(words.title)}</h1>
          <p className="quiet mt-8">{t(words.lead)}</p>
          {awaits === 'code' && (
            <CodeForm back={back} recovery={firstParam(params.with) === 'recovery'} />
          )}
          {awaits === 'enrolment' && <EnrolForm {...who} onward={back ?? '/desk'} />}
          {awaits === 'password' && <PasswordForm action={renewPassword} back={back} kind="main" />}
          {waiting && (
            <form action={signOut} className="mt-24">
              <Button kind="plain">{t('another')}</Button>
            </form>
          )}
        </div>
      </div>
    </DeskShell>
  );
}

async function CodeForm({ back, recovery }: { back: string | null; recovery: boolean }) {
  const t = await getTranslations('secondFactor');
  const other = new URLSearchParams({
    ...(back && { back }),
    ...(!recovery && { with: 'recovery' }),
  });
  const words = recovery ? 'recovery' : 'code';
  return (
    <>
      <ActionForm action={enterCode} labels={{ code: t(words) }} problemWords={t.raw('problems')}>
        {back && <input type="hidden" name="back" value={back} />}
        <FormText
          name="code"
          label={t(words)}
          hint={t(`${words}Hint`)}
          inputMode={recovery ? 'text' : 'numeric'}
          autoComplete={recovery ? 'off' : 'one-time-code'}
          spellCheck={false}
        />
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{t('submit')}</SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
      <p className="mt-16">
        <Anchor href={`/sign-in/second?${other}`}>
          {t(recovery ? 'withCode' : 'withRecovery')}
        </Anchor>
      </p>
      <p className="quiet mt-8">{t('lost')}</p>
    </>
  );
}
