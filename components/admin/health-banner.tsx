import { Anchor } from '@/components/ui/anchor';
import { Note } from '@/components/ui/note';
import { readHealth } from '@/lib/health/health';
import { getTranslations } from '@/lib/i18n/words';

/** Tells whoever administers that something is wrong, wherever in administration they are. */
export async function HealthBanner() {
  const [t, { findings }] = await Promise.all([getTranslations('health'), readHealth()]);
  const state = (['bad', 'warn'] as const).find((it) => findings.some((one) => one.state === it));
  if (!state) return null;
  const count = findings.filter((it) => it.state === state).length;
  return (
    <div className="mb-24 no-print">
      <Note boxed heading={t(`banner.${state}`, { count })}>
        <p>
          <Anchor href="/admin/status">{t('toStatus')}</Anchor>
        </p>
      </Note>
    </div>
  );
}
