import { FormCheckbox, FormText } from '@/components/forms/form-fields';
import { type Entries, entryOf } from '@/lib/forms';
import { getTranslations } from '@/lib/i18n/words';

/** How they can be reached, all of it optional: the private link works without a name. */
export async function WhoFields({ told }: { told: Entries }) {
  const t = await getTranslations('filing');
  return (
    <>
      <h1 className="mt-12">{t('contact')}</h1>
      <p className="lead mt-8">{t('contactHint')}</p>
      <FormText
        name="phone"
        type="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        value={entryOf(told, 'phone')}
        width="short"
        autoComplete="tel"
        optional
      />
      <FormText
        name="email"
        type="email"
        label={t('email')}
        value={entryOf(told, 'email')}
        autoComplete="email"
        optional
      />
      <FormText
        name="name"
        label={t('name')}
        value={entryOf(told, 'name')}
        width="short"
        autoComplete="name"
        optional
      />
      <FormCheckbox
        name="secret"
        label={t('secret')}
        hint={t('secretHint')}
        checked={entryOf(told, 'secret') !== ''}
      />
      <FormCheckbox
        name="show"
        label={t('show')}
        hint={t('showHint')}
        checked={entryOf(told, 'show') !== ''}
      />
    </>
  );
}
