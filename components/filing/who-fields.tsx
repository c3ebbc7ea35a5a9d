import { FormCheckbox, FormSelect, FormText } from '@/components/forms/form-fields';
import { helpers } from '@/lib/appeals/words';
import { type Entries, entryOf } from '@/lib/forms';
import { getTranslations } from '@/lib/i18n/words';

/** How they can be reached, all of it optional: the private link works without a name. */
export async function WhoFields({ told }: { told: Entries }) {
  const t = await getTranslations('filing');
  return (
    <>
      <h1 className="mt-12">{t('contact')}</h1>
      <p className="lead mt-8">{t('contactHint')}</p>
      <ForSomebody told={told} />
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
      <FormCheckbox
        name="nearby"
        label={t('nearby')}
        hint={t('nearbyHint')}
        checked={entryOf(told, 'nearby') !== ''}
      />
    </>
  );
}

/** Whoever writes for somebody else says so, and that they agreed; what follows is about that other person. */
async function ForSomebody({ told }: { told: Entries }) {
  const t = await getTranslations('filing.helper');
  return (
    <details open={entryOf(told, 'helper') !== ''}>
      <summary>{t('summary')}</summary>
      <FormSelect
        name="helper"
        label={t('who')}
        hint={t('whoHint')}
        value={entryOf(told, 'helper')}
        choose={false}
        options={[
          { value: '', label: t('nobody') },
          ...helpers.map((it) => ({ value: it, label: t(`as.${it}`) })),
        ]}
      />
      <FormText
        name="helperName"
        label={t('name')}
        hint={t('nameHint')}
        value={entryOf(told, 'helperName')}
        optional
      />
      <FormCheckbox
        name="helperAgreed"
        label={t('agreed')}
        hint={t('agreedHint')}
        checked={entryOf(told, 'helperAgreed') !== ''}
      />
    </details>
  );
}
