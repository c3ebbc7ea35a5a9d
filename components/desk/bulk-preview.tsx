import { randomUUID } from 'node:crypto';
import { takeInBulk } from '@/app/actions/bulk';
import { langOf, tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { type BulkInput, type BulkVerb, writeBulkCase } from '@/lib/desk/bulk';
import type { Foreseen, Foresight } from '@/lib/desk/foresee';
import { promisedMomentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { bulkReason } from './bulk-words';
import { Standing } from './standing';

interface BulkPreviewProps {
  verb: BulkVerb;
  input: BulkInput;
  foresight: Foresight;
  /** Where the ticks were made. */
  back: string;
}

/** For each of the cases what will happen, or why not; then the one button that does it. */
export async function BulkPreview({ verb, input, foresight, back }: BulkPreviewProps) {
  const [t, refusals] = await Promise.all([getTranslations('bulk'), getTranslations('refusals')]);
  const { cases, missing } = foresight;
  const open = cases.filter((it) => it.outcome.ok);
  const rows = await rowWords(verb, foresight.at);
  return (
    <>
      <p className="mt-24" role="status">
        {t(`sum.${verb}`, { can: open.length, not: cases.length - open.length + missing.length })}
      </p>
      <Rows
        caption={t('caption')}
        captionHidden
        columns={(['case', 'status', 'then'] as const).map((it) => ({ label: t(`column.${it}`) }))}
      >
        {cases.map((it) => (
          <Row key={it.caseNumber}>
            <Cell>
              <RowTitle>
                <Anchor href={`/appeals/${it.caseNumber}`} lang={langOf(it.voiceLocale)}>
                  {it.title}
                </Anchor>
              </RowTitle>
              <RowBy>{spokenCaseNumber(it.caseNumber)}</RowBy>
            </Cell>
            <Cell label={t('column.status')}>
              <Standing status={it.status} round={it.round} />
            </Cell>
            <Cell label={t('column.then')}>{rows(it)}</Cell>
          </Row>
        ))}
        {missing.map((it) => (
          <Row key={it}>
            <Cell>{spokenCaseNumber(it)}</Cell>
            <Cell>{''}</Cell>
            <Cell label={t('column.then')}>
              <b>{t('not')}</b> {refusals('notFound')}
            </Cell>
          </Row>
        ))}
      </Rows>
      <ActionForm
        action={takeInBulk.bind(null, verb)}
        problemWords={{ signedOut: refusals('signedOut'), notReadable: t('notReadable') }}
      >
        {Object.entries(input).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {open.map(({ caseNumber, step }) => (
          <input
            key={caseNumber}
            type="hidden"
            name="case"
            value={writeBulkCase({ caseNumber, step, formKey: randomUUID() })}
          />
        ))}
        <div className="mt-24">
          <Buttons>
            {open.length > 0 && (
              <SubmitButton>{t(`confirm.${verb}`, { count: open.length })}</SubmitButton>
            )}
            <LinkButton href={back} kind="plain">
              {t('cancel')}
            </LinkButton>
          </Buttons>
        </div>
      </ActionForm>
    </>
  );
}

async function rowWords(verb: BulkVerb, at: Date) {
  const [t, status, go, telling, reason] = await Promise.all([
    getTranslations('bulk'),
    getTranslations('words.status'),
    getTranslations('desk.inbox.go'),
    tellingAt(at),
    bulkReason(),
  ]);
  return ({ outcome, status: now }: Foreseen) => {
    if (!outcome.ok) {
      const code = outcome.refusal.problems[0]?.code ?? outcome.refusal.code;
      return (
        <>
          <b>{t('not')}</b> {reason(verb, code, null)}
        </>
      );
    }
    const { to, next } = outcome;
    return (
      <>
        <b>{t(`will.${verb}`)}</b> {to !== now && t('becomes', { status: status(to) })}
        {next && (
          <RowBy>
            {next.dueAt
              ? t('nextBy', { verb: go(next.verb), moment: promisedMomentOf(next.dueAt, telling) })
              : t('next', { verb: go(next.verb) })}
          </RowBy>
        )}
      </>
    );
  };
}
