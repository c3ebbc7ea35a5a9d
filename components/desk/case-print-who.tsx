import { type CaseFile, presentVoices } from '@/lib/appeals/case-file';
import { maskedContact } from '@/lib/contacts/masked';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';

/** Whom it concerns, masked; on paper nothing leads to more. */
export async function CasePrintWho({ actor, file }: { actor: PersonActor; file: CaseFile }) {
  const t = await getTranslations('print');
  const voices = presentVoices(file);
  const contacts = await Promise.all(voices.map((it) => maskedContact(actor, file, it.id)));
  return contacts.map((contact, index) => {
    const shown = [contact?.name, contact?.phone, contact?.email].filter(Boolean).join(' ');
    const secret = contact?.secret ? t('secret') : '';
    return (
      <span key={voices[index]?.id} className="block">
        {[shown || (secret ? '' : t(contact ? 'anonymous' : 'notShown')), secret]
          .filter(Boolean)
          .join(' ')}
      </span>
    );
  });
}
