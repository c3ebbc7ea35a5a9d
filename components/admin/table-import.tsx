import { FormArea } from '@/components/forms/form-fields';
import type { ProblemWords } from '@/components/forms/problem-words';
import type { FormAction } from '@/components/forms/sending';
import { SubmitButton } from '@/components/forms/submit-button';
import { BackLink } from '@/components/ui/headings';
import type { Words } from '@/lib/i18n/gaps';
import { ChangeFile } from './change-file';
import { ChangeProposal } from './change-proposal';

interface TableImportProps {
  action: FormAction;
  /** Words of this import: heading, lead, example and what the buttons say. */
  t: Words;
  problemWords: ProblemWords;
  back: { href: string; words: string };
}

/** A table chosen or pasted, looked at, confirmed. */
export function TableImport({ action, t, problemWords, back }: TableImportProps) {
  const labels = { file: t('file'), text: t('text') };
  return (
    <>
      <BackLink href={back.href}>{back.words}</BackLink>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      <pre className="mt-16 whitespace-pre-wrap break-all">{t('example')}</pre>
      <ChangeProposal
        action={action}
        labels={labels}
        problemWords={problemWords}
        confirm={t('confirm')}
        edit={t('edit')}
      >
        <ChangeFile name="file" label={labels.file} hint={t('fileHint')} />
        <FormArea name="text" label={labels.text} hint={t('textHint')} rows={10} />
        <div className="mt-32">
          <SubmitButton name="stage" value="preview">
            {t('preview')}
          </SubmitButton>
        </div>
      </ChangeProposal>
    </>
  );
}
