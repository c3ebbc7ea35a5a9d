import { sendNoticeAgain } from '@/app/actions/admin/notices';
import { tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Cell, Row, Rows } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { NotGoneOut } from '@/lib/notices/not-gone-out';

/** What did not go out, each with the button that has it tried again. */
export async function NotGoneRows({ rows, at }: { rows: readonly NotGoneOut[]; at: Date }) {
  const [t, letters, telling] = await Promise.all([
    getTranslations('adminNotices'),
    getTranslations('letters.kinds'),
    tellingAt(at),
  ]);
  const columns = (['case', 'why', 'since', 'again'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  return (
    <Rows caption={t('notGone')} captionHidden columns={columns}>
      {rows.map((it) => (
        <Row key={it.id}>
          <Cell head>
            <span className="num">{spokenCaseNumber(it.caseNumber)}</span>
            <span className="meta block">
              {letters.has(`${it.kind}.subject`) ? letters(`${it.kind}.subject`) : it.kind}
            </span>
          </Cell>
          <Cell label={t('column.why')}>
            {t(`outcome.${it.outcome}`, { channel: it.channel ?? 'none' })}
            {it.code && <span className="meta block">{t('code', { code: it.code })}</span>}
          </Cell>
          <Cell label={t('column.since')}>{momentOf(it.since, telling)}</Cell>
          <Cell label={t('column.again')}>
            <ActionForm action={sendNoticeAgain} prefix={it.id} problemWords={t.raw('problems')}>
              <input type="hidden" name="notice" value={it.id} />
              <SubmitButton kind="second">
                {t('again')}
                <span className="away"> {spokenCaseNumber(it.caseNumber)}</span>
              </SubmitButton>
            </ActionForm>
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
