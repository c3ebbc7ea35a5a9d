import { Notice } from '@/components/ui/note';
import { getTranslations } from '@/lib/i18n/words';

const deeds = [
  'added',
  'changed',
  'deputy',
  'absence',
  'cancelled',
  'moved',
  'left',
  'returned',
  'handedOver',
  'factorTaken',
  'identityUnbound',
  'signedOut',
] as const;

interface PeopleDoneProps {
  done: string | undefined;
  /** Open cases that went to somebody else, and those that could not. */
  moved?: string | undefined;
  failed?: string | undefined;
}

const countIn = (text: string | undefined) => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0);

/** A calm word on what has just been done. */
export async function PeopleDone({ done, moved, failed }: PeopleDoneProps) {
  const deed = deeds.find((it) => it === done);
  if (!deed) return null;
  const t = await getTranslations('adminPeople.done');
  const [went, stayed] = [countIn(moved), countIn(failed)];
  return (
    <div className="mb-24">
      <Notice kind="calm" heading={t(`${deed}.heading`)}>
        <p>{t(`${deed}.body`)}</p>
        {went > 0 && <p>{t('went', { count: went })}</p>}
        {stayed > 0 && <p>{t('stayed', { count: stayed })}</p>}
      </Notice>
    </div>
  );
}
