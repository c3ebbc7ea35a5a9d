import { langOf } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { LinkButton } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { BulkVerb } from '@/lib/desk/bulk';
import { movedBy, readOutcome } from '@/lib/desk/foresee';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';
import { bulkReason } from './bulk-words';
import { Standing } from './standing';

interface BulkDoneProps {
  actor: PersonActor;
  verb: BulkVerb;
  done: readonly string[];
  /** Case number → why it was not done. */
  not: ReadonlyMap<string, string>;
  back: string;
}

/** What was done and what was not, with the reason for each. */
export async function BulkDone({ actor, verb, done, not, back }: BulkDoneProps) {
  const [t, reason, rows] = await Promise.all([
    getTranslations('bulk'),
    bulkReason(),
    readOutcome(actor, [...done, ...not.keys()]),
  ]);
  const rowOf = (caseNumber: string) => rows.find((it) => it.caseNumber === caseNumber);
  const whys = await Promise.all(
    [...not].map(async ([caseNumber, code]) => {
      const row = rowOf(caseNumber);
      const by = row && code.startsWith('changedMeanwhile') ? await movedBy(row.id) : null;
      return [caseNumber, reason(verb, code, by)] as const;
    }),
  );
  const line = (caseNumber: string, why?: string) => {
    const row = rowOf(caseNumber);
    return (
      <Row key={caseNumber}>
        <Cell>
          {row && (
            <RowTitle>
              <Anchor href={`/appeals/${caseNumber}`} lang={langOf(row.voiceLocale)}>
                {row.title}
              </Anchor>
            </RowTitle>
          )}
          <RowBy>{spokenCaseNumber(caseNumber)}</RowBy>
        </Cell>
        <Cell label={t('column.status')}>
          {row ? <Standing status={row.status} round={row.round} /> : ''}
        </Cell>
        {why !== undefined && <Cell label={t('column.why')}>{why}</Cell>}
      </Row>
    );
  };
  const columns = [{ label: t('column.case') }, { label: t('column.status') }];
  return (
    <>
      <h1>{t(`result.${verb}`, { done: done.length, not: not.size })}</h1>
      {whys.length > 0 && (
        <Part id="not" heading={t('notDone', { count: whys.length })}>
          <Rows
            caption={t('notDone', { count: whys.length })}
            captionHidden
            columns={[...columns, { label: t('column.why') }]}
          >
            {whys.map(([caseNumber, why]) => line(caseNumber, why))}
          </Rows>
        </Part>
      )}
      {done.length > 0 && (
        <Part id="done" heading={t('done', { count: done.length })}>
          <Rows caption={t('done', { count: done.length })} captionHidden columns={columns}>
            {done.map((caseNumber) => line(caseNumber))}
          </Rows>
        </Part>
      )}
      <p className="mt-32">
        <LinkButton href={back}>{t('back')}</LinkButton>
      </p>
    </>
  );
}
