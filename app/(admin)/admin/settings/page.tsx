import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { ApartPart } from '@/components/admin/apart-part';
import { DictationPart } from '@/components/admin/dictation-part';
import { KeepingPart } from '@/components/admin/keeping-part';
import { PasswordAgePart } from '@/components/admin/password-age-part';
import { SecondFactorPart } from '@/components/admin/second-factor-part';
import { TrialForm } from '@/components/admin/set-up-trial-form';
import { Trials } from '@/components/admin/set-up-trials';
import { SettingsForm } from '@/components/admin/settings-form';
import { MapForm } from '@/components/admin/settings-map-form';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Anchor } from '@/components/ui/anchor';
import { Part } from '@/components/ui/headings';
import { Note, Notice } from '@/components/ui/note';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { isSetUp } from '@/lib/installation/is-set-up';
import { mayAdminister, type Power } from '@/lib/people/powers';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSettings');
  return { title: t('title') };
}

const deeds = [
  'saved',
  'map',
  'trial',
  'dictationOn',
  'dictationOff',
  'factorOn',
  'factorOff',
  'passwordsOn',
  'passwordsOff',
  'retention',
  'apart',
  'apartAsked',
] as const;

/** What the organisation says about itself, what it asks of those who sign in, and one more turn of the trial. */
export default async function SettingsPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('settings');
  const [t, trial, params, open] = await Promise.all([
    getTranslations('adminSettings'),
    getTranslations('setUp.trial'),
    searchParams,
    isSetUp(),
  ]);
  const may = (power: Power) => mayAdminister(actor, power);
  const done = deeds.find((it) => it === firstParam(params.done));
  return (
    <AdminFrame actor={actor} at="settings">
      {done && (
        <div className="mb-24">
          <Notice kind="calm" heading={t(`done.${done}`)}>
            <p>{t(`done.${done}Next`)}</p>
          </Notice>
        </div>
      )}
      <h1>{t('title')}</h1>
      {!open && (
        <Note>
          <p>{t.rich('notOpen', { link: (words) => <Anchor href="/set-up">{words}</Anchor> })}</p>
        </Note>
      )}
      {may('organisation') && <SettingsForm />}
      {may('map') && <MapForm />}
      {may('retention') && <KeepingPart />}
      {may('secondFactor') && <SecondFactorPart />}
      {may('passwords') && <PasswordAgePart />}
      {may('apart') && <ApartPart />}
      {may('dictation') && <DictationPart />}
      {may('trial') && (
        <Part id="trial-appeal" heading={trial('again')} aside={trial('againNote')}>
          <Trials />
          <TrialForm place="settings" second />
        </Part>
      )}
    </AdminFrame>
  );
}
