import { Facts } from '@/components/ui/facts';
import { detectorKeys } from '@/lib/detectors/table';
import { getTranslations } from '@/lib/i18n/words';

/** What each detector counts, and what honest reasons it may have. */
export async function SignalDefinitions() {
  const t = await getTranslations('signals');
  return (
    <>
      <Facts
        roomy
        facts={detectorKeys.map((key) => ({
          term: t(`detector.${key}.name`),
          detail: (
            <>
              <p>{t(`detector.${key}.what`)}</p>
              <p className="quiet">{t(`detector.${key}.honest`)}</p>
            </>
          ),
        }))}
      />
      <div className="stack mt-24">
        {(['usual', 'chance', 'privacy'] as const).map((it) => (
          <p key={it}>{t(`definitions.${it}`)}</p>
        ))}
      </div>
    </>
  );
}
