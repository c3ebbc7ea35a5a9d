import { FilterSearch, Filters } from '@/components/ui/filters';
import { getTranslations } from '@/lib/i18n/words';

/** Look a case up by its number before merging: the answer stands on the same page. */
export async function MergeSearch({ caseNumber }: { caseNumber: string }) {
  const t = await getTranslations('steps.merge');
  return (
    <div className="mt-24">
      <Filters action={`/appeals/${caseNumber}/merge`} label={t('look')} submit={t('look')}>
        <FilterSearch name="into" label={t('number')} />
      </Filters>
    </div>
  );
}
