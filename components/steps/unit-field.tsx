import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { FormSelect } from '@/components/forms/form-fields';
import { readUnits, unitKinds } from '@/lib/appeals/queries/choices';
import { getTranslations } from '@/lib/i18n/words';

interface UnitFieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  /** A unit that makes no sense here, such as the present one. */
  except?: string | undefined;
}

/** One of the units, by kind; none is chosen beforehand. */
export async function UnitField({ name, label, hint, except }: UnitFieldProps) {
  const [words, locale, units] = await Promise.all([
    getTranslations('words'),
    readerLocale(),
    readUnits(),
  ]);
  const groups = unitKinds.map((kind) => ({
    label: words(`unitKind.${kind}`),
    options: units
      .filter((it) => it.kind === kind && it.id !== except)
      .map((it) => ({
        value: it.id,
        label: it.staffed ? nameOf(it, locale) : words('unstaffed', { unit: nameOf(it, locale) }),
      })),
  }));
  return (
    <FormSelect
      name={name}
      label={label}
      hint={hint}
      options={groups.filter(({ options }) => options.length > 0)}
    />
  );
}
