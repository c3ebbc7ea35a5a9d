import { tellingAt } from '@/components/appeals/telling';
import { FilterSelect, Filters } from '@/components/ui/filters';
import { Note } from '@/components/ui/note';
import { clockKinds } from '@/lib/appeals/clocks';
import type { CategoryRow } from '@/lib/categories/tree';
import { promisedMomentOf } from '@/lib/i18n/dates';
import { urgencies } from '@/lib/rules/limit-checks';
import { type LimitQuestion, tryLimit } from '@/lib/rules/try-limit';
import { now } from '@/lib/time/now';
import { categoryOptions } from './category-options';
import { limitWords } from './limit-words';

interface LimitTryProps {
  question: LimitQuestion;
  /** Somebody has asked; else the form alone is shown. */
  asked: boolean;
  tree: readonly CategoryRow[];
}

/** Which limit would apply, why, and what date a resident would be told now. */
export async function LimitTry({ question, asked, tree }: LimitTryProps) {
  const words = await limitWords(tree);
  const { t, locale } = words;
  const any = { value: '', label: t('noCategory') };
  return (
    <>
      <Filters action="/admin/limits#try" label={t('try.heading')} submit={t('try.submit')}>
        <FilterSelect
          name="category"
          label={t('field.categoryId')}
          value={question.categoryId ?? ''}
          options={[any, ...categoryOptions(tree, locale)]}
        />
        <FilterSelect
          name="kind"
          label={t('field.kind')}
          value={question.kind}
          options={clockKinds.map((it) => ({ value: it, label: t(`kind.${it}`) }))}
        />
        <FilterSelect
          name="urgency"
          label={t('field.urgency')}
          value={question.urgency}
          options={urgencies.map((it) => ({ value: it, label: words.urgency(it) }))}
        />
      </Filters>
      {asked && <Answer question={question} words={words} />}
    </>
  );
}

interface AnswerProps {
  question: LimitQuestion;
  words: Awaited<ReturnType<typeof limitWords>>;
}

async function Answer({ question, words }: AnswerProps) {
  const { t } = words;
  const [found, telling] = await Promise.all([tryLimit(question), tellingAt(now())]);
  if (!found) return <p className="mt-16">{t('try.none')}</p>;
  const { limit, because, dueAt, provisional } = found;
  const values = {
    urgency: words.urgency(limit.urgency),
    category: words.category(limit.categoryId),
  };
  return (
    <div className="mt-16" role="status">
      <Note boxed level={3} heading={t('try.answer', { amount: words.amount(limit) })}>
        <p>{t(`try.because.${because}`, values)}</p>
        <p>
          {t('column.source')} <span lang="zh-CN">{limit.source}</span>
        </p>
        <p>
          {t('try.due', { moment: promisedMomentOf(dueAt, telling) })}
          {provisional && ` ${t('try.provisional')}`}
        </p>
      </Note>
    </div>
  );
}
