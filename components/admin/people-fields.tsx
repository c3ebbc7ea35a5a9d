import { FormChoices } from '@/components/forms/form-fields';
import { getTranslations } from '@/lib/i18n/words';
import { roleNames } from '@/lib/people/roles';

/** What somebody may do, each with what it means; those that must be apart are told when sent. */
export async function PeopleRoles({ value }: { value?: readonly string[] }) {
  const [t, words] = await Promise.all([
    getTranslations('adminPeople'),
    getTranslations('words.role'),
  ]);
  return (
    <FormChoices
      many
      name="roles"
      label={t('roles')}
      hint={t('rolesHint')}
      value={value}
      choices={roleNames.map((it) => ({ value: it, label: words(it), hint: t(`does.${it}`) }))}
    />
  );
}

export async function peopleLabels(): Promise<Record<string, string>> {
  const t = await getTranslations('adminPeople');
  const fields = [
    'name',
    'login',
    'unitId',
    'roles',
    'email',
    'deputyId',
    'fromOn',
    'untilOn',
    'toPersonId',
  ] as const;
  return Object.fromEntries(fields.map((it) => [it, t(it)]));
}
