import type { Metadata } from 'next';
import { addPerson } from '@/app/actions/admin/people';
import { ProofField } from '@/components/account/proof-field';
import { AdminFrame } from '@/components/admin/admin-frame';
import { PeopleRoles, peopleLabels } from '@/components/admin/people-fields';
import { unitOptions } from '@/components/admin/units-options';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import { BackLink } from '@/components/ui/headings';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readTree } from '@/lib/units/read-units';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminPeople');
  return { title: t('add') };
}

export default async function NewPersonPage({ searchParams }: { searchParams: PageParams }) {
  const [actor, asked] = await Promise.all([requirePower('people'), searchParams]);
  const [t, units, labels] = await Promise.all([
    getTranslations('adminPeople'),
    readTree(),
    peopleLabels(),
  ]);
  return (
    <AdminFrame actor={actor} at="people">
      <BackLink href="/admin/people">{t('back')}</BackLink>
      <h1>{t('add')}</h1>
      <ActionForm action={addPerson} labels={labels} problemWords={t.raw('problems')}>
        <FormText name="name" label={t('name')} autoComplete="off" />
        <FormText
          name="login"
          label={t('login')}
          hint={t('loginHint')}
          spellCheck={false}
          autoComplete="off"
        />
        <FormSelect
          name="unitId"
          label={t('unitId')}
          value={firstParam(asked.unit)}
          options={await unitOptions(units.filter((it) => !it.closedAt))}
        />
        <PeopleRoles />
        <FormText
          name="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          optional
          autoComplete="off"
        />
        <ProofField />
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{t('addAndInvite')}</SubmitButton>
            <LinkButton href="/admin/people" kind="plain">
              {t('cancel')}
            </LinkButton>
          </Buttons>
        </div>
      </ActionForm>
    </AdminFrame>
  );
}
