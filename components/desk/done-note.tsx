import { Anchor } from '@/components/ui/anchor';
import { Notice } from '@/components/ui/note';
import { isVerb } from '@/lib/appeals/lifecycle';
import { getTranslations } from '@/lib/i18n/words';

interface DoneNoteProps {
  /** What the address says was done. */
  done: string | undefined;
  /** Where the slip for the caller is printed. */
  slip?: string | undefined;
}

/** A calm word on what has just been done. */
export async function DoneNote({ done, slip }: DoneNoteProps) {
  if (!done || !isVerb(done)) return null;
  const [t, verbs] = await Promise.all([getTranslations('desk.done'), getTranslations('verbs')]);
  return (
    <div className="mb-24">
      <Notice kind="calm" heading={verbs(`${done}.done`)}>
        <p>
          {done === 'file' && slip ? (
            <>
              {t('filed')} <Anchor href={slip}>{t('slip')}</Anchor>
            </>
          ) : (
            <Anchor href="/desk">{t('back')}</Anchor>
          )}
        </p>
      </Notice>
    </div>
  );
}
