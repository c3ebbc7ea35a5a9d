import type { Metadata } from 'next';
import { CatalogueRows } from '@/components/admin/catalogue-rows';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { DeskFrame } from '@/components/desk/desk-frame';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Empty } from '@/components/ui/empty';
import { FilterSelect, Filters } from '@/components/ui/filters';
import { BackLink } from '@/components/ui/headings';
import { requireActor } from '@/lib/auth/session';
import { dutiesOf, readCatalogue } from '@/lib/catalogue/read';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCatalogue');
  return { title: t('duties') };
}

/** What a unit must lead and may help with, to be read by everybody who works here; the reader's own first. */
export default async function DutiesPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requireActor();
  const [t, desk, catalogue, locale, asked] = await Promise.all([
    getTranslations('adminCatalogue'),
    getTranslations('desk.step'),
    readCatalogue(),
    readerLocale(),
    searchParams,
  ]);
  const open = [...catalogue.units.values()].filter((it) => !it.closed);
  const wanted = firstParam(asked.unit) ?? actor.unitId;
  const unit = open.find((it) => it.id === wanted) ?? open.find((it) => it.id === actor.unitId);
  const { leads, helps } = unit ? dutiesOf(catalogue, unit) : { leads: [], helps: [] };
  return (
    <DeskFrame actor={actor}>
      <BackLink href="/desk">{desk('desk')}</BackLink>
      <h1>{t('dutiesOf', { unit: nameOf(unit ?? null, locale) })}</h1>
      <p className="quiet mt-8">{t('dutiesLead')}</p>
      <div className="mt-24">
        <Filters action="/desk/duties" label={t('filter')} submit={t('show')}>
          <FilterSelect
            name="unit"
            label={t('ofUnit')}
            value={unit?.id ?? ''}
            options={open
              .filter((it) => it.kind !== 'hotline' || it.id === unit?.id)
              .map((it) => ({ value: it.id, label: nameOf(it, locale) }))}
          />
        </Filters>
      </div>
      {leads.length + helps.length === 0 && (
        <Empty kind="missing" heading={t('noDuties')}>
          <p className="quiet">{t('noDutiesNext')}</p>
        </Empty>
      )}
      <CatalogueRows caption={t('leads')} lines={leads} catalogue={catalogue} flat />
      <CatalogueRows caption={t('helps')} lines={helps} catalogue={catalogue} flat />
    </DeskFrame>
  );
}
