import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormText } from '@/components/forms/form-fields';
import type { FormAction } from '@/components/forms/sending';
import { SubmitButton } from '@/components/forms/submit-button';
import { UnitField } from '@/components/steps/unit-field';
import { getTranslations } from '@/lib/i18n/words';
import type { KnownArea } from '@/lib/places/area';

const names = ['name', 'unitId', 'aliases', 'outline'] as const;

async function formWords() {
  const t = await getTranslations('adminAreas');
  const labels = Object.fromEntries(names.map((it) => [it, t(`field.${it}`)]));
  return { t, labels, problemWords: t.raw('problem') };
}

export async function AreaForm({ action, area }: { action: FormAction; area?: KnownArea }) {
  const { t, labels, problemWords } = await formWords();
  return (
    <ActionForm action={action} {...{ labels, problemWords }}>
      <FormText
        name="name"
        label={t('field.name')}
        hint={t('hint.name')}
        value={area?.name}
        lang="zh-CN"
      />
      <UnitField
        name="unitId"
        label={t('field.unitId')}
        hint={t('hint.unitId')}
        kinds={['community', 'street']}
        value={area?.unitId}
      />
      <FormArea
        name="aliases"
        label={t('field.aliases')}
        hint={t('hint.aliases')}
        value={area?.aliases.join('\n') ?? ''}
        rows={3}
        optional
      />
      <FormArea
        name="outline"
        label={t('field.outline')}
        hint={t('hint.outline')}
        value={area?.outline ? JSON.stringify(area.outline) : ''}
        rows={4}
        optional
      />
      <div className="mt-24">
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export async function RetireAreaForm({ action }: { action: FormAction }) {
  const { t, labels, problemWords } = await formWords();
  return (
    <ActionForm action={action} prefix="retire" {...{ labels, problemWords }}>
      <p>{t('retireLead')}</p>
      <div className="mt-16">
        <SubmitButton kind="second">{t('retire')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
