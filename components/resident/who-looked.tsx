import { tellingAt } from '@/components/appeals/telling';
import type { MaskedContact } from '@/lib/contacts/masked';
import type { PastReveal } from '@/lib/contacts/reveal';
import { momentOf } from '@/lib/i18n/dates';
import { nameIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';

type WhoLookedProps = {
  reveals: readonly PastReveal[];
  /** When they were given a copy of all that is kept of them. */
  copies: readonly Date[];
  contact: MaskedContact | null;
  at: Date;
};

/** Who looked at the resident's data, when and why; or that nobody did. */
export async function WhoLooked({ reveals, copies, contact, at }: WhoLookedProps) {
  const [t, callers, locale, telling] = await Promise.all([
    getTranslations('follow'),
    getTranslations('callers'),
    getLocale(),
    tellingAt(at),
  ]);
  const left = contact?.name || contact?.phone || contact?.email;
  return (
    <section aria-labelledby="looked">
      <h2 id="looked" className="mt-48 mb-12 text-20">
        {t('looked')}
      </h2>
      {reveals.length > 0 && (
        <ul className="border-rule border-t text-16">
          {reveals.map((it) => (
            <li key={`${it.what} ${it.at.toISOString()}`} className="border-rule border-b py-12">
              {it.personName} {nameIn(locale, { name: it.unitName, nameEn: it.unitNameEn })}
              <span className="meta block">
                {it.what === 'searched'
                  ? callers('searched', { date: momentOf(it.at, telling) })
                  : t(it.what === 'taken' ? 'lookedTaken' : 'lookedAt', {
                      date: momentOf(it.at, telling),
                      reason: it.reason ?? '',
                    })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {copies.map((it) => (
        <p key={it.toISOString()} className="meta mt-12">
          {t('lookedYourself', { date: momentOf(it, telling) })}
        </p>
      ))}
      <p className="meta mt-12">
        {reveals.length > 0 ? t('lookedNobodyElse') : t(left ? 'lookedNobody' : 'lookedNothing')}
      </p>
    </section>
  );
}
