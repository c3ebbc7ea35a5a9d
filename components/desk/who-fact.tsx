import { Anchor } from '@/components/ui/anchor';
import type { CaseFile } from '@/lib/appeals/case-file';
import type { VoiceRow } from '@/lib/appeals/records';
import { maskedContact } from '@/lib/contacts/masked';
import { mayReveal } from '@/lib/contacts/reveal';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';

interface WhoFactProps {
  actor: PersonActor;
  file: CaseFile;
  voice: VoiceRow;
}

/** Whom it concerns, masked; the way to the number asks for a reason. */
export async function WhoFact({ actor, file, voice }: WhoFactProps) {
  const [t, contact] = await Promise.all([
    getTranslations('desk.case'),
    maskedContact(actor, file, voice.id),
  ]);
  if (!contact) return <span className="quiet">{t('notShown')}</span>;
  const shown = [contact.name, contact.phone, contact.email].filter(Boolean).join(' ');
  if (contact.secret && !shown) return <span>{t('secret')}</span>;
  const reach = contact.phone || contact.email;
  return (
    <>
      {shown || t('anonymous')}{' '}
      {reach && mayReveal(actor, file, voice.id) && (
        <>
          <Anchor href={`/appeals/${file.appeal.caseNumber}/reveal/${voice.id}`}>
            {t('reveal')}
          </Anchor>{' '}
          <span className="meta">{t('revealNote')}</span>
        </>
      )}
      {!reach && <span className="meta">{t('linkOnly')}</span>}
      {contact.secret && <span className="meta block">{t('secretOffice')}</span>}
    </>
  );
}
