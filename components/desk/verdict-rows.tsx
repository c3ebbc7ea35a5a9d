import { dot, tellingAt } from '@/components/appeals/telling';
import { Part } from '@/components/ui/headings';
import { Cell, Row, Rows } from '@/components/ui/rows';
import type { VerdictLine } from '@/lib/appeals/queries/verdicts';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';

/** What residents answered, for supervision: satisfaction and whether somebody pressed them. */
export async function VerdictRows({ verdicts, at }: { verdicts: VerdictLine[]; at: Date }) {
  const [t, words, telling] = await Promise.all([
    getTranslations('desk.verdicts'),
    getTranslations('words'),
    tellingAt(at),
  ]);
  const columns = (['round', 'solved', 'result', 'handling', 'pressed'] as const).map((it) => ({
    label: t(it),
  }));
  const satisfied = (word: VerdictLine['result']) =>
    word ? words(`satisfaction.${word}`) : t('silent');
  return (
    <Part id="verdicts" heading={t('heading')} aside={t('aside')}>
      <Rows caption={t('heading')} captionHidden columns={columns}>
        {verdicts.map((it) => (
          <Row key={it.id}>
            <Cell head>
              {words('round', { number: it.round })}
              {it.lookBack && `${dot(telling.locale)}${t('lookBack')}`}
              <span className="by">{momentOf(it.at, telling)}</span>
            </Cell>
            <Cell label={t('solved')}>
              {words(`solved.${it.solved}`)}
              {it.goOn && `${dot(telling.locale)}${words('more.goOn')}`}
            </Cell>
            <Cell label={t('result')}>{satisfied(it.result)}</Cell>
            <Cell label={t('handling')}>{satisfied(it.handling)}</Cell>
            <Cell label={t('pressed')}>
              {it.pressed ? <strong>{t('yes')}</strong> : t(it.pressed === null ? 'silent' : 'no')}
            </Cell>
          </Row>
        ))}
      </Rows>
    </Part>
  );
}
