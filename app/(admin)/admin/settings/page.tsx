import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { DictationPart } from '@/components/admin/dictation-part';
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
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { isSetUp } from '@/lib/installation/is-set-up';

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
] as const;

/** What the organisation says about itself, and one more turn of the trial. */
export default async function SettingsPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requireActor('administer');
  const [t, trial, params, open] = await Promise.all([
    getTranslations('adminSettings'),
    getTranslations('setUp.trial'),
    searchParams,
    isSetUp(),
  ]);
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
      <SettingsForm />
      <MapForm />
      <SecondFactorPart />
      <PasswordAgePart />
      <DictationPart />
      <Part id="trial-appeal" heading={trial('again')} aside={trial('againNote')}>
        <Trials />
        <TrialForm place="settings" second />
      </Part>
    </AdminFrame>
  );
}
