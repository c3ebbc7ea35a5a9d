import { randomUUID } from 'node:crypto';
import { fileOwn } from '@/app/actions/file';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormCheckbox, FormSelect, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Part } from '@/components/ui/headings';
import type { Named } from '@/lib/appeals/queries/case-view';
import { appealKinds } from '@/lib/appeals/words';
import type { Messages } from '@/lib/i18n/messages';
import { getLocale, getMessages, getTranslations } from '@/lib/i18n/words';
import { AboutFields } from './about-fields';
import { summaryLabel } from './summary-label';

type FilingFormProps = { categories: readonly Named[]; categoryId?: string | undefined };

/** One page, calm order: what and where; a little more, if you like; how to reach you, if you like. */
export async function FilingForm({ categories, categoryId }: FilingFormProps) {
  const [t, joining, messages] = await Promise.all([
    getTranslations('filing'),
    getTranslations('joining'),
    getMessages() as Promise<Messages>,
  ]);
  const named = [
    'what',
    'place',
    'since',
    'wish',
    'kind',
    'phone',
    'email',
    'name',
    'secret',
    'aboutUnitId',
    'aboutWho',
  ];
  return (
    <ActionForm
      action={fileOwn}
      labels={{
        ...Object.fromEntries(named.map((name) => [name, summaryLabel(t(name))])),
        categoryId: summaryLabel(t('category')),
      }}
      problemWords={{
        ...(messages.refusals as Record<string, string>),
        tooMany: joining.raw('tooMany'),
      }}
    >
      <input type="hidden" name="formKey" value={randomUUID()} />
      <div className="[&>.field]:mt-12">
        <FormArea
          name="what"
          label={t('what')}
          hint={t('whatHint')}
          max={5000}
          rows={7}
          asHeading
        />
      </div>
      <FormText
        name="place"
        label={t('place')}
        hint={t('placeHint')}
        autoComplete="street-address"
      />
      <Part id="more" heading={t('more')} aside={t('moreNote')}>
        <More categories={categories} categoryId={categoryId} />
      </Part>
      <Part id="about" heading={t('about')} aside={t('aboutNote')}>
        <AboutFields />
      </Part>
      <Part id="contact" heading={t('contact')} aside={t('contactNote')}>
        <p className="quiet">{t('contactHint')}</p>
        <ReachYou />
      </Part>
      <div className="btns mt-48">
        <SubmitButton>{t('submit')}</SubmitButton>
        <span className="meta">{t('submitHint')}</span>
      </div>
    </ActionForm>
  );
}

async function More({ categories, categoryId }: FilingFormProps) {
  const [t, locale] = await Promise.all([getTranslations('filing'), getLocale()]);
  return (
    <>
      <FormText name="since" label={t('since')} hint={t('sinceHint')} />
      <FormArea name="wish" label={t('wish')} rows={3} max={1000} />
      {categories.length > 0 && (
        <FormSelect
          name="categoryId"
          label={t('category')}
          hint={t('categoryHint')}
          value={categoryId}
          options={categories.map(({ id, name, nameEn }) => ({
            value: id,
            label: locale === 'en' ? nameEn : name,
          }))}
        />
      )}
      <FormSelect
        name="kind"
        label={t('kind')}
        hint={t('kindHint')}
        options={appealKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
    </>
  );
}

async function ReachYou() {
  const t = await getTranslations('filing');
  return (
    <>
      <FormText
        name="phone"
        type="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        width="short"
        autoComplete="tel"
      />
      <FormText name="email" type="email" label={t('email')} autoComplete="email" />
      <FormText name="name" label={t('name')} width="short" autoComplete="name" />
      <FormCheckbox name="secret" label={t('secret')} hint={t('secretHint')} />
    </>
  );
}
