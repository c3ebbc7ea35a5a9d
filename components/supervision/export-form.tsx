import { Button, Buttons } from '@/components/ui/button';
import { Choices } from '@/components/ui/choices';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/text-field';
import type { ExportKind } from '@/lib/exports/tables';
import { formats } from '@/lib/exports/written';
import { getTranslations } from '@/lib/i18n/words';
import type { Period } from '@/lib/measures/period';

type ExportFormProps = {
  kinds: readonly ExportKind[];
  chosen: string | undefined;
  format: string | undefined;
  period: Period;
  problem: string | undefined;
  /** The last proof of who asks is old: it is asked for again. */
  stale: boolean;
};

/** Which part of the form each problem is put right in. */
const fieldOf: Readonly<Record<string, string | null>> = {
  dates: 'from',
  choice: 'kind',
  busy: null,
  proof: 'proof',
  proofWrong: 'proof',
};

/** A plain form: the answer is a file, and the page stays. */
export async function ExportForm({
  kinds,
  chosen,
  format,
  period,
  problem,
  stale,
}: ExportFormProps) {
  const t = await getTranslations('exports');
  const known = problem !== undefined && Object.hasOwn(fieldOf, problem) ? problem : null;
  return (
    <>
      {known && (
        <ErrorSummary
          id="export-problem"
          title={t('problem.title')}
          items={[{ words: t(`problem.${known}`), fieldId: fieldOf[known] ?? null }]}
        />
      )}
      <form className="mt-24 max-w-measure" action="/supervision/exports/file" method="post">
        <Choices
          name="kind"
          label={t('form.kind')}
          value={kinds.find((it) => it === chosen) ?? 'cases'}
          choices={kinds.map((it) => ({
            value: it,
            label: t(`kind.${it}.name`),
            hint: t(`kind.${it}.note`),
          }))}
        />
        <div className="grid grid-cols-2 gap-12">
          <TextField name="from" type="date" label={t('form.from')} value={period.fromOn} />
          <TextField name="to" type="date" label={t('form.to')} value={period.toOn} />
        </div>
        <Choices
          row
          name="format"
          label={t('form.format')}
          value={formats.find((it) => it === format) ?? 'csv'}
          choices={formats.map((it) => ({ value: it, label: t(`format.${it}`) }))}
        />
        {stale && (
          <TextField
            name="proof"
            type="password"
            label={t('form.proof')}
            hint={t('form.proofHint')}
            autoComplete="current-password"
          />
        )}
        <Buttons>
          <Button>{t('form.submit')}</Button>
        </Buttons>
      </form>
    </>
  );
}
