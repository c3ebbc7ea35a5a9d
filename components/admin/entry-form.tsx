import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormCheckbox, FormSelect, FormText } from '@/components/forms/form-fields';
import type { FormAction } from '@/components/forms/sending';
import { SubmitButton } from '@/components/forms/submit-button';
import { leadKinds } from '@/lib/catalogue/entry';
import type { Catalogue, Entry } from '@/lib/catalogue/read';
import { getTranslations } from '@/lib/i18n/words';

interface EntryFormProps {
  action: FormAction;
  /** What to begin with: the entry itself, or the one it follows so far. */
  entry: Entry | null;
  catalogue: Pick<Catalogue, 'units'>;
}

const names = ['leadKind', 'leadUnits', 'helpUnits', 'basis', 'confusedWith', 'bySystem'] as const;

async function formWords() {
  const t = await getTranslations('adminCatalogue');
  const labels = Object.fromEntries(names.map((it) => [it, t(`field.${it}`)]));
  return { t, labels, problemWords: t.raw('problem') };
}

/** One entry: which kind leads, by name where only some do, who helps, on what ground. */
export async function EntryForm({ action, entry, catalogue: { units } }: EntryFormProps) {
  const [{ t, labels, problemWords }, words] = await Promise.all([
    formWords(),
    getTranslations('words'),
  ]);
  // By code where another unit has the same name: what stands in the form must be readable again.
  const called = (ids: readonly string[] = []): string =>
    ids
      .flatMap((id) => units.get(id) ?? [])
      .map(({ name, code }) =>
        [...units.values()].filter((it) => !it.closed && it.name === name).length > 1 ? code : name,
      )
      .join('\n');
  return (
    <ActionForm action={action} {...{ labels, problemWords }}>
      <FormSelect
        name="leadKind"
        label={t('field.leadKind')}
        hint={t('hint.leadKind')}
        value={entry?.leadKind}
        width="short"
        options={leadKinds.map((it) => ({ value: it, label: words(`unitKind.${it}`) }))}
      />
      <FormArea
        name="leadUnits"
        label={t('field.leadUnits')}
        hint={t('hint.leadUnits')}
        value={called(entry?.leadUnitIds)}
        rows={2}
        optional
      />
      <FormArea
        name="helpUnits"
        label={t('field.helpUnits')}
        hint={t('hint.helpUnits')}
        value={called(entry?.helpUnitIds)}
        rows={2}
        optional
      />
      <FormText name="basis" label={t('field.basis')} hint={t('hint.basis')} value={entry?.basis} />
      <FormArea
        name="confusedWith"
        label={t('field.confusedWith')}
        hint={t('hint.confusedWith')}
        value={entry?.confusedWith ?? ''}
        rows={2}
        max={500}
        optional
      />
      <FormCheckbox
        name="bySystem"
        label={t('field.bySystem')}
        hint={t('hint.bySystem')}
        checked={entry?.bySystem ?? false}
      />
      <div className="mt-24">
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** A step of one button: it ends, or it stays as it is. */
export async function EntryDeed({ deed, action }: { deed: 'end' | 'confirm'; action: FormAction }) {
  const { t, labels, problemWords } = await formWords();
  return (
    <ActionForm action={action} prefix={deed} {...{ labels, problemWords }}>
      <p className="mt-16">{t(`${deed}Lead`)}</p>
      <div className="mt-16">
        <SubmitButton kind="second">{t(deed)}</SubmitButton>
      </div>
    </ActionForm>
  );
}
