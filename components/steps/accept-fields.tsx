import { Note } from '@/components/ui/note';
import { handOversOf } from '@/lib/appeals/case-file';
import { isFinal } from '@/lib/appeals/hand-overs';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** Nothing to fill in; a unit that was named for good is told so. */
export async function AcceptFields({ view }: StepProps) {
  if (!isFinal(view.file)) return null;
  const t = await getTranslations('handOvers.accept');
  return (
    <div className="mt-24 max-w-measure">
      <Note boxed heading={t('heading')}>
        <p className="mt-8">{t('words', { count: handOversOf(view.file) })}</p>
      </Note>
    </div>
  );
}
