import type { ImportKind } from '@/lib/exchange/org/import';
import { mostBytes, mostLines } from '@/lib/exchange/org/read-table';
import { numberIn } from '@/lib/i18n/numbers';
import { getLocale, getTranslations } from '@/lib/i18n/words';

/** The words the import's form needs in the browser; texts with places are filled there. */
export async function importWords(kind: ImportKind) {
  const [t, account, problems, locale] = await Promise.all([
    getTranslations('orgImport'),
    getTranslations('account'),
    getTranslations('problems'),
    getLocale(),
  ]);
  const proofs = ['proofNeeded', 'proofWrongSignIn', 'proofWrongSignInLast', 'proofTooManyTries'];
  const limits = {
    lines: numberIn(locale, mostLines),
    size: numberIn(locale, mostBytes / 1000),
  };
  return {
    file: t('file'),
    fileHint: t('fileHint', limits),
    text: t('text'),
    textAgain: t('textAgain'),
    textHint: t(`textHint.${kind}`),
    preview: t('preview'),
    previewAgain: t('previewAgain'),
    gbkHeading: t('gbkHeading'),
    gbkLead: t('gbkLead'),
    gbkYes: t('gbkYes'),
    faultsOne: t.raw('faultsOne'),
    faultsMany: t.raw('faultsMany'),
    line: t('line'),
    what: t('what'),
    lineWords: t.raw('lineWords'),
    moreFaults: t.raw('moreFaults'),
    wouldHeading: t('wouldHeading'),
    counts: t.raw('counts'),
    nothingToDo: t('nothingToDo'),
    notYetDone: t('notYetDone'),
    does: t('does'),
    name: t(`column.${kind}.name`),
    details: t('details'),
    moreLines: t.raw('moreLines'),
    apply: t.raw('apply'),
    startOver: t('startOver'),
    errorTitle: t('errorTitle'),
    working: t('working'),
    proof: account('proof'),
    proofHint: account('proofHint'),
    problems: {
      ...(t.raw('problems') as Record<string, string>),
      ...Object.fromEntries(proofs.map((it) => [it, problems.raw(it) as string])),
    } as Record<string, string>,
  };
}

export type ImportWords = Awaited<ReturnType<typeof importWords>>;
