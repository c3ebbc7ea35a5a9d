import { DeskFrame } from '@/components/desk/desk-frame';
import { Anchor } from '@/components/ui/anchor';
import { Note, Notice } from '@/components/ui/note';
import { readInstallation } from '@/lib/appeals/queries/front';
import { getTranslations } from '@/lib/i18n/words';
import { readFallbacks } from '@/lib/installation/fallbacks';
import type { PersonActor } from '@/lib/people/actor';
import { mayAdminister } from '@/lib/people/powers';
import { HealthBanner } from './health-banner';

export const adminPlaces = [
  'start',
  'units',
  'people',
  'categories',
  'catalogue',
  'areas',
  'limits',
  'calendars',
  'supervision',
  'score',
  'fallbacks',
  'templates',
  'answers',
  'notices',
  'settings',
  'changes',
  'readings',
  'exports',
  'seals',
  'status',
] as const;
export type AdminPlace = (typeof adminPlaces)[number];

const adminPath = (place: AdminPlace): string => (place === 'start' ? '/admin' : `/admin/${place}`);

interface AdminFrameProps {
  actor: PersonActor;
  at: AdminPlace;
  children: React.ReactNode;
}

/** The desk's frame with those ways through administration beneath the masthead that are theirs. */
export async function AdminFrame({ actor, at, children }: AdminFrameProps) {
  const [t, { open }, { trouble }] = await Promise.all([
    getTranslations('admin'),
    readInstallation(),
    readFallbacks(),
  ]);
  return (
    <DeskFrame actor={actor} at="admin">
      {!open && mayAdminister(actor, 'setUp') && (
        <div className="mb-24 no-print">
          <Notice kind="calm" heading={t('notOpen')}>
            <p>
              <Anchor href="/set-up">{t('toSetUp')}</Anchor>
            </p>
          </Notice>
        </div>
      )}
      {open && trouble && at !== 'fallbacks' && mayAdminister(actor, 'fallbacks') && (
        <div className="mb-24 no-print">
          <Note boxed heading={t(`fallbacks.${trouble}`)}>
            <p>
              <Anchor href="/admin/fallbacks">{t('toFallbacks')}</Anchor>
            </p>
          </Note>
        </div>
      )}
      {at !== 'status' && mayAdminister(actor, 'status') && <HealthBanner />}
      <nav className="ways no-print" aria-label={t('nav')}>
        <ul>
          {adminPlaces
            .filter((place) => mayAdminister(actor, place))
            .map((place) => (
              <li key={place}>
                <Anchor href={adminPath(place)} aria-current={place === at ? 'page' : undefined}>
                  {t(`place.${place}`)}
                </Anchor>
              </li>
            ))}
        </ul>
      </nav>
      {children}
    </DeskFrame>
  );
}
