import { tellingAt } from '@/components/appeals/telling';
import { BigNumbers } from '@/components/ui/big-number';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { promisedMomentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { promiseOf } from './promise';

/** The two largest things: the number, and the date by which there is an answer. */
export async function ReceiptNumbers({ view }: { view: CaseView }) {
  const t = await getTranslations('receipt');
  const telling = await tellingAt(view.at);
  const promise = promiseOf(view);
  const number = {
    label: t('number'),
    words: spokenCaseNumber(view.file.appeal.caseNumber),
    note: t('numberNote'),
  };
  if (!promise?.dueAt) return <BigNumbers items={[number]} />;
  return (
    <BigNumbers
      items={[
        number,
        {
          label: t('promised'),
          words: promisedMomentOf(promise.dueAt, telling),
          note: <Rule view={view} />,
        },
      ]}
    />
  );
}

/** How long, and which rule says so; a rule is quoted in the language it is written in. */
async function Rule({ view }: { view: CaseView }) {
  const [t, words] = await Promise.all([getTranslations('receipt'), getTranslations('words')]);
  const promise = promiseOf(view);
  if (!promise) return null;
  const amount = words(`limitUnit.${promise.unit}`, { amount: promise.amount });
  const rule = () => <span lang="zh-CN">{promise.source}</span>;
  return (
    <>
      {t.rich('promisedNote', { amount, rule })}
      {promise.provisional && ` ${t('provisional')}`}
    </>
  );
}
