import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { CatalogueRows } from '@/components/admin/catalogue-rows';
import { ChangeDone } from '@/components/admin/change-done';
import { UpheldPart } from '@/components/admin/upheld-part';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { FilterSelect, Filters } from '@/components/ui/filters';
import { requirePower } from '@/lib/auth/session';
import { dutiesOf, readCatalogue } from '@/lib/catalogue/read';
import { readUpheld } from '@/lib/catalogue/upheld';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCatalogue');
  return { title: t('heading') };
}

/** Who leads what; with a unit chosen, its duty list. */
export default async function CataloguePage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('catalogue');
  const [t, catalogue, upheld, locale, asked] = await Promise.all([
    getTranslations('adminCatalogue'),
    readCatalogue(),
    readUpheld(actor),
    readerLocale(),
    searchParams,
  ]);
  const open = [...catalogue.units.values()].filter((it) => !it.closed && it.kind !== 'hotline');
  const unit = open.find((it) => it.id === firstParam(asked.unit));
  const duties = unit && dutiesOf(catalogue, unit);
  const own = catalogue.lines.filter((it) => it.own).length;
  return (
    <AdminFrame actor={actor} at="catalogue">
      <ChangeDone done={firstParam(asked.done)} words={t.raw('done')} />
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead', { count: own, of: catalogue.lines.length })}</p>
      <div className="mt-24">
        <Buttons>
          <LinkButton href="/admin/catalogue/import" kind="second">
            {t('import.link')}
          </LinkButton>
          <LinkButton href="/admin/catalogue/export" kind="plain" reload>
            {t('export')}
          </LinkButton>
        </Buttons>
      </div>
      <UpheldPart upheld={upheld} catalogue={catalogue} />
      <div className="mt-32">
        <Filters action="/admin/catalogue" label={t('filter')} submit={t('show')}>
          <FilterSelect
            name="unit"
            label={t('ofUnit')}
            value={unit?.id ?? ''}
            options={[
              { value: '', label: t('allUnits') },
              ...open.map((it) => ({ value: it.id, label: nameOf(it, locale) })),
            ]}
          />
        </Filters>
      </div>
      {duties && unit ? (
        <>
          <h2 className="mt-32">{t('dutiesOf', { unit: nameOf(unit, locale) })}</h2>
          {duties.leads.length + duties.helps.length === 0 ? (
            <Empty kind="missing" heading={t('noDuties')} level={3}>
              <p className="quiet">{t('noDutiesNext')}</p>
            </Empty>
          ) : (
            <>
              <CatalogueRows
                caption={t('leads')}
                lines={duties.leads}
                catalogue={catalogue}
                href="/admin/catalogue"
                flat
              />
              <CatalogueRows
                caption={t('helps')}
                lines={duties.helps}
                catalogue={catalogue}
                href="/admin/catalogue"
                flat
              />
            </>
          )}
        </>
      ) : (
        <CatalogueRows
          caption={t('heading')}
          captionHidden
          lines={catalogue.lines}
          catalogue={catalogue}
          href="/admin/catalogue"
        />
      )}
    </AdminFrame>
  );
}
