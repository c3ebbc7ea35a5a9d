import { addFirstUnits } from '@/app/actions/admin/set-up';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Cell, Row, Rows } from '@/components/ui/rows';
import { readUnits, type UnitChoice } from '@/lib/appeals/queries/choices';
import { getTranslations } from '@/lib/i18n/words';
import type { SetUpState } from '@/lib/installation/set-up';
import { addedKinds, unitRows } from '@/lib/installation/unit-rows';
import { stepPath } from './set-up-frame';

export async function UnitsStep({ state }: { state: SetUpState }) {
  const [t, kinds, locale, units] = await Promise.all([
    getTranslations('setUp.units'),
    getTranslations('words.unitKind'),
    readerLocale(),
    readUnits(),
  ]);
  const labels = unitRows.flatMap((row) =>
    (['name', 'nameEn', 'kind', 'parent'] as const).map((it) => [
      `${it}${row}`,
      t('labelOf', { row, label: t(it) }),
    ]),
  );
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      <Rows caption={t('caption')} columns={[{ label: t('name') }, { label: t('kind') }]}>
        {units.map((it) => (
          <Row key={it.id}>
            <Cell head>{nameOf(it, locale)}</Cell>
            <Cell>{kinds(it.kind)}</Cell>
          </Row>
        ))}
      </Rows>
      <p className="mt-16">
        {t.rich('many', { link: (words) => <Anchor href="/admin/import/units">{words}</Anchor> })}
      </p>
      <ActionForm
        action={addFirstUnits}
        labels={Object.fromEntries(labels)}
        problemWords={t.raw('problems')}
      >
        <div className="unit-rows">
          {unitRows.map((row) => (
            <UnitRow key={row} row={row} units={units} />
          ))}
        </div>
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{t('submit')}</SubmitButton>
            {state.done.units && (
              <LinkButton href={stepPath('people')} kind="second">
                {t('next')}
              </LinkButton>
            )}
          </Buttons>
        </div>
      </ActionForm>
    </>
  );
}

async function UnitRow({ row, units }: { row: number; units: readonly UnitChoice[] }) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('setUp.units'),
    getTranslations('words.unitKind'),
    readerLocale(),
  ]);
  return (
    <fieldset>
      <legend className="away">{t('row', { row })}</legend>
      <FormText name={`name${row}`} label={t('name')} lang="zh-CN" />
      <FormText name={`nameEn${row}`} label={t('nameEn')} lang="en" optional />
      <FormSelect
        name={`kind${row}`}
        label={t('kind')}
        options={addedKinds.map((it) => ({ value: it, label: kinds(it) }))}
      />
      <FormSelect
        name={`parent${row}`}
        label={t('parent')}
        choose={false}
        options={[
          { value: '', label: t('noParent') },
          ...units
            .filter((it) => it.kind !== 'hotline')
            .map((it) => ({ value: it.id, label: nameOf(it, locale) })),
        ]}
      />
    </fieldset>
  );
}
