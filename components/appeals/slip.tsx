import { PrivateQr, privateAddress } from '@/components/resident/private-link';
import { promiseOf } from '@/components/resident/promise';
import { OrganisationMark } from '@/components/shell/organisation-mark';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { readInstallation, readPhone } from '@/lib/appeals/queries/front';
import type { VoiceRow } from '@/lib/appeals/records';
import { promisedMomentOf } from '@/lib/i18n/dates';
import { nameIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { tellingAt } from './telling';
import { titleOf } from './title-of';
import { TrialNote } from './trial-mark';

interface SlipProps {
  view: CaseView;
  voice: VoiceRow;
  /** The link in letters too, for whoever has no camera. */
  spelled?: boolean;
}

/** Number, promised date, QR code, one sentence: what goes into a pocket. */
export async function Slip({ view, voice, spelled }: SlipProps) {
  const [t, shell, locale, installation, telling] = await Promise.all([
    getTranslations('receipt'),
    getTranslations('shell'),
    getLocale(),
    readInstallation(),
    tellingAt(view.at),
  ]);
  const promisedAt = promiseOf(view)?.dueAt;
  return (
    <div className="slip">
      <p className="flex items-center gap-12 [&_svg]:size-[2.25rem] [&_svg]:flex-none">
        <OrganisationMark marked={installation.marked} />
        <strong className="display whitespace-nowrap text-24">{shell('brand')}</strong>
        <span className="text-16 leading-normal">{nameIn(locale, installation)}</span>
      </p>
      <div className="double" />
      {view.file.appeal.trial && <TrialNote />}
      <p>{t('number')}</p>
      <p className="num font-bold text-30">{spokenCaseNumber(view.file.appeal.caseNumber)}</p>
      {promisedAt && (
        <>
          <p className="mt-8">{t('slipPromised')}</p>
          <p className="font-bold text-24">{promisedMomentOf(promisedAt, telling)}</p>
        </>
      )}
      <div className="mt-12 flex flex-wrap items-center gap-16 [&>svg]:w-[7rem] [&>svg]:flex-none">
        <PrivateQr address={privateAddress(voice)} />
        <div className="min-w-0 flex-1 basis-[9rem] text-16">
          <p>{await titleOf(view)}</p>
          <p>{t('slipText', { phone: await readPhone() })}</p>
        </div>
      </div>
      {spelled && <p className="num mt-12 break-all">{privateAddress(voice)}</p>}
    </div>
  );
}
