import { FilterDate, FilterSelect, Filters } from '@/components/ui/filters';
import type { ChangeFilter } from '@/lib/audit/read-changes';
import { subjects } from '@/lib/audit/record-change';
import { getTranslations } from '@/lib/i18n/words';

interface ChangeFiltersProps {
  filter: ChangeFilter;
  people: readonly { id: string; name: string }[];
}

export async function ChangeFilters({ filter, people }: ChangeFiltersProps) {
  const t = await getTranslations('audit');
  const all = { value: '', label: t('all') };
  return (
    <Filters action="/admin/changes" label={t('filter')} submit={t('show')}>
      <FilterSelect
        name="subject"
        label={t('bySubject')}
        value={filter.subject ?? ''}
        options={[all, ...subjects.map((it) => ({ value: it, label: t(`subjects.${it}`) }))]}
      />
      <FilterSelect
        name="person"
        label={t('byPerson')}
        value={filter.personId ?? ''}
        options={[all, ...people.map((it) => ({ value: it.id, label: it.name }))]}
      />
      <FilterDate name="from" label={t('from')} value={filter.fromOn} />
      <FilterDate name="until" label={t('until')} value={filter.untilOn} />
    </Filters>
  );
}
