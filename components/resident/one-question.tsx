import { Buttons, LinkButton } from '@/components/ui/button';
import { getTextSize } from '@/lib/i18n/text-size';
import { getTranslations } from '@/lib/i18n/words';

interface OneQuestionProps {
  /** Which this is, from 1, and how many there are. */
  number: number;
  of: number;
  children: React.ReactNode;
}

const idOf = (number: number) => `ask-${number}`;

/**
 * On large pages one question stands there at a time, and a link leads to the next. All are one form: the
 * address's fragment says which is seen (large.css), so that no answer is anywhere but in the form until it is sent, no
 * script is needed, and "back" is one question back. Browsers that cannot tell show them all, as other pages do.
 */
export async function OneQuestion({ number, of, children }: OneQuestionProps) {
  if (!(await getTextSize())) return children;
  const t = await getTranslations('follow.question');
  return (
    <div id={idOf(number)} className="one-question">
      {children}
      <div className="one-way">
        <Buttons>
          {number < of && (
            <LinkButton href={`#${idOf(number + 1)}`} kind="second">
              {t('next', { number: number + 1, of })}
            </LinkButton>
          )}
          {number > 1 && (
            <LinkButton href={`#${idOf(number - 1)}`} kind="plain">
              {t('before')}
            </LinkButton>
          )}
        </Buttons>
      </div>
    </div>
  );
}
