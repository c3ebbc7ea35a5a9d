import { getTranslations } from 'next-intl/server';
import { FilterSearch, Filters } from '@/components/ui/filters';

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
