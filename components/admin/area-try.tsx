import { FilterSearch, Filters } from '@/components/ui/filters';
import { Note } from '@/components/ui/note';
import { getTranslations } from '@/lib/i18n/words';
import type { KnownArea } from '@/lib/places/area';
import { findAreas } from '@/lib/places/find-areas';

interface AreaTryProps {
  asked: string | undefined;
  areas: readonly KnownArea[];
}

/** An address or a point, and whose it would be: the same question that dispatching asks. */
export async function AreaTry({ asked, areas }: AreaTryProps) {
  const t = await getTranslations('adminAreas');
  const where = (asked ?? '').slice(0, 200);
  const found = where ? findAreas(where, areas) : [];
  const units = new Set(found.map((it) => it.unitId));
  return (
    <div className="mt-32 max-w-measure">
      <Filters action="/admin/areas" label={t('try.label')} submit={t('try.submit')}>
        <FilterSearch name="place" label={t('try.field')} value={where} />
      </Filters>
      {where && (
        <div className="mt-16">
          <Note
            boxed
            heading={
              found.length === 0
                ? t('try.nothing')
                : t(units.size > 1 ? 'try.several' : 'try.one', {
                    unit: found[0]?.unitName ?? '',
                  })
            }
          >
            <ul>
              {found.map((it) => (
                <li key={it.id} className="mt-8">
                  {t('try.because', { area: it.name, unit: it.unitName })}
                </li>
              ))}
            </ul>
          </Note>
        </div>
      )}
    </div>
  );
}
