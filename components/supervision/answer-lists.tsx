import { QuickLists } from '@/components/ui/filters';
import { type Which, whichWords } from '@/lib/measures/cases';
import { type BehindPlace, casesAddress } from './address';
import { supervisionWords } from './words';

const contactWords = ['due', 'yes', 'no'] as const;

/** The other answers to the same question: what was counted, and what was not. */
export async function AnswerLists({ place, at }: { place: BehindPlace; at: Date }) {
  const { t } = await supervisionWords(at);
  const link = (which: Which, words: string) => ({
    href: casesAddress({ ...place, which }),
    words,
    current: which === place.which,
  });
  return (
    <QuickLists
      label={t('cases.answers')}
      lists={
        place.measure === 'response'
          ? contactWords.map((it) => link(it, t(`cases.whichContacts.${it}`)))
          : whichWords.map((it) => link(it, t(`cases.which.${it}`)))
      }
    />
  );
}
