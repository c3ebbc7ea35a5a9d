import { saveMap } from '@/app/actions/admin/map';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { getTranslations } from '@/lib/i18n/words';
import { mapZooms, readMapForm, tileSystems } from '@/lib/installation/map-settings';

const fields = ['tileUrl', 'tileCredit', 'tileSystem', 'mapCentre', 'mapZoom'] as const;

/** What maps are drawn of: a service of tiles, or nothing but the county's own outlines. */
export async function MapForm() {
  const [t, now] = await Promise.all([getTranslations('adminSettings.map'), readMapForm()]);
  return (
    <Part id="map" heading={t('heading')} aside={t('aside')}>
      <p className="quiet max-w-measure">{t('lead')}</p>
      <ActionForm
        action={saveMap}
        prefix="map"
        labels={Object.fromEntries(fields.map((it) => [it, t(it)]))}
        problemWords={t.raw('problems')}
      >
        <FormText
          name="tileUrl"
          label={t('tileUrl')}
          hint={t('tileUrlHint')}
          value={now.tileUrl ?? undefined}
          spellCheck={false}
          autoComplete="off"
          optional
        />
        <FormText
          name="tileCredit"
          label={t('tileCredit')}
          hint={t('tileCreditHint')}
          value={now.tileCredit ?? undefined}
          optional
        />
        <FormSelect
          name="tileSystem"
          label={t('tileSystem')}
          hint={t('tileSystemHint')}
          value={now.tileSystem}
          choose={false}
          options={tileSystems.map((it) => ({ value: it, label: t(`systems.${it}`) }))}
        />
        <FormText
          name="mapCentre"
          label={t('mapCentre')}
          hint={t('mapCentreHint')}
          value={now.mapCentre ?? undefined}
          autoComplete="off"
          optional
        />
        <FormText
          name="mapZoom"
          label={t('mapZoom')}
          hint={t('mapZoomHint', mapZooms)}
          value={now.mapZoom === null ? undefined : `${now.mapZoom}`}
          inputMode="numeric"
          width="tiny"
          optional
        />
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{t('submit')}</SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
    </Part>
  );
}
