import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { FormArea, FormSelect, FormText } from '@/components/forms/form-fields';
import { Note } from '@/components/ui/note';
import { getTranslations } from '@/lib/i18n/words';
import { placeholders } from '@/lib/templates/placeholders';
import type { CategoryChoice, WholeTemplate } from '@/lib/templates/read';
import { templateVerbs } from '@/lib/templates/verbs';

interface TemplateFieldsProps {
  categories: readonly CategoryChoice[];
  /** The one that is changed; its step stays what it is. */
  template?: WholeTemplate;
}

/** What a template is for and what it says. */
export async function TemplateFields({ categories, template }: TemplateFieldsProps) {
  const [t, verbs, locale] = await Promise.all([
    getTranslations('templates'),
    getTranslations('verbs'),
    readerLocale(),
  ]);
  const inset = (level: number) => '　'.repeat(level - 1);
  const offered = categories.map((it) => ({
    value: it.id,
    label: `${inset(it.level)}${nameOf(it, locale)}`,
  }));
  const own = template?.category;
  // A category retired since is still this template's own: saving must not move it by accident.
  const gone = own && !categories.some((it) => it.id === own.id);
  const options = gone ? [{ value: own.id, label: nameOf(own, locale) }, ...offered] : offered;
  return (
    <>
      {!template && (
        <FormSelect
          name="verb"
          label={t('verb')}
          hint={t('verbHint')}
          options={templateVerbs.map((it) => ({ value: it, label: verbs(`${it}.name`) }))}
        />
      )}
      <FormSelect
        name="categoryId"
        label={t('category')}
        hint={t('categoryHint')}
        value={own?.id ?? ''}
        choose={false}
        options={[{ value: '', label: t('everyCategory') }, ...options]}
      />
      <FormText name="name" label={t('name')} hint={t('nameHint')} value={template?.name} />
      <FormArea
        name="body"
        label={t('body')}
        hint={t('bodyHint')}
        value={template?.body}
        max={2000}
        rows={8}
      />
    </>
  );
}

/** The closed list of what may stand in braces, beside the form. */
export async function PlaceholderNote() {
  const t = await getTranslations('templates');
  return (
    <Note boxed heading={t('places')}>
      <p className="mt-8">{t('placesLead')}</p>
      <dl className="facts side mt-12">
        {placeholders.map((it) => (
          <div key={it}>
            <dt>
              <code>{`{${it}}`}</code>
            </dt>
            <dd>{t(`placeholder.${it}`)}</dd>
          </div>
        ))}
      </dl>
    </Note>
  );
}
