import { inviteFirstPerson } from '@/app/actions/admin/set-up';
import { ProofField } from '@/components/account/proof-field';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormChoices, FormSelect, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { readUnits } from '@/lib/appeals/queries/choices';
import { getTranslations } from '@/lib/i18n/words';
import { roleNames } from '@/lib/people/roles';
import { stepPath } from './set-up-frame';
import { LinkOnce } from './set-up-link-once';

/** One person, and the link with which they set their own password. */
export async function PersonForm() {
  const [t, words, locale, units] = await Promise.all([
    getTranslations('setUp.people'),
    getTranslations('words.role'),
    readerLocale(),
    readUnits(),
  ]);
  return (
    <Part id="add" heading={t('add')}>
      <ActionForm
        action={inviteFirstPerson}
        labels={{ name: t('name'), login: t('login'), unitId: t('unit'), roles: t('roles') }}
        problemWords={t.raw('problems')}
        whenDone={
          <LinkOnce heading={t.raw('invited')} note={t('invitedNote')}>
            <Buttons>
              <LinkButton href={stepPath('people')} reload>
                {t('another')}
              </LinkButton>
            </Buttons>
          </LinkOnce>
        }
      >
        <FormText name="name" label={t('name')} width="short" autoComplete="off" lang="zh-CN" />
        <FormText
          name="login"
          label={t('login')}
          hint={t('loginHint')}
          width="short"
          autoComplete="off"
          spellCheck={false}
        />
        <FormSelect
          name="unitId"
          label={t('unit')}
          options={units.map((it) => ({ value: it.id, label: nameOf(it, locale) }))}
        />
        <FormChoices
          name="roles"
          label={t('roles')}
          hint={t('rolesHint')}
          many
          choices={roleNames.map((it) => ({ value: it, label: words(it), hint: t(`does.${it}`) }))}
        />
        <ProofField />
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{t('submit')}</SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
    </Part>
  );
}
