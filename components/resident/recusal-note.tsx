import { barredName } from '@/components/appeals/barred-name';
import { tellingAt } from '@/components/appeals/telling';
import { Note } from '@/components/ui/note';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { readPhone } from '@/lib/appeals/queries/front';
import { nobodyLeft } from '@/lib/appeals/recusals';
import { languageOf } from '@/lib/i18n/languages';
import { getTranslations } from '@/lib/i18n/words';

/** Whom it is kept from, in one plain sentence; and where to turn if that is everybody. */
export async function RecusalNote({ view }: { view: CaseView }) {
  if (view.recusals.length === 0) return null;
  const [t, { locale }] = await Promise.all([
    getTranslations('follow.recusal'),
    tellingAt(view.at),
  ]);
  const names = new Intl.ListFormat(languageOf(locale).intl, { type: 'conjunction' }).format(
    view.recusals.map((it) => barredName(it, locale)),
  );
  const stuck = nobodyLeft(view.file);
  return (
    <div className="mt-24">
      <Note boxed heading={t(stuck ? 'nobodyLeft' : 'heading')}>
        <p className="mt-8">{t('keptFrom', { names })}</p>
        {stuck && <p className="mt-8">{t('routeAbove', { phone: await readPhone() })}</p>}
      </Note>
    </div>
  );
}
