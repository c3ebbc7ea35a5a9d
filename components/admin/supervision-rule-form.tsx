import { saveSupervisionRule } from '@/app/actions/admin/supervision';
import { ActionForm } from '@/components/forms/action-form';
import { FormCheckbox, FormChoices, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';
import {
  countsNothing,
  type RuledCause,
  supervisionLevels,
} from '@/lib/installation/supervision-causes';
import type { SupervisionRule } from '@/lib/installation/supervision-rules';

interface RuleFormProps {
  cause: RuledCause;
  /** Null: a new one. */
  rule: SupervisionRule | null;
}

export async function RuleForm({ cause, rule }: RuleFormProps) {
  const t = await getTranslations('adminSupervision');
  const threshold = t(`cause.${cause}.threshold`);
  return (
    <ActionForm
      action={saveSupervisionRule.bind(null, cause, rule?.id ?? null)}
      labels={{ threshold, level: t('level'), source: t('source') }}
      problemWords={t.raw('problems')}
    >
      {!countsNothing(cause) && (
        <FormText
          name="threshold"
          label={threshold}
          hint={t(`cause.${cause}.hint`)}
          value={rule ? `${rule.threshold}` : undefined}
          inputMode="numeric"
          width="tiny"
        />
      )}
      <FormChoices
        name="level"
        label={t('level')}
        value={rule ? `${rule.level}` : undefined}
        choices={supervisionLevels.map((it) => ({
          value: `${it}`,
          label: t('levelName', { level: it }),
          hint: t(`levelDoes.${it}`),
        }))}
      />
      <FormText
        name="source"
        label={t('source')}
        hint={t('sourceHint')}
        value={rule?.source}
        lang="zh-CN"
      />
      <FormCheckbox
        name="enabled"
        label={t('enabled')}
        hint={t('enabledHint')}
        checked={rule?.enabled ?? true}
      />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('save')}</SubmitButton>
          <LinkButton href="/admin/supervision" kind="plain">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}
