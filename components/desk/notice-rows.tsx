import { nameOf } from '@/components/appeals/story-words';
import { langOf, tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { NoticeLine } from '@/lib/notices/staff-notices';

/** One sentence a notice; of a kind it does not know the page says that something happened. */
export async function NoticeRows({ lines, at }: { lines: readonly NoticeLine[]; at: Date }) {
  const [t, words, telling] = await Promise.all([
    getTranslations('notices'),
    getTranslations('words'),
    tellingAt(at),
  ]);
  const columns = (['when', 'what', 'case'] as const).map((it) => ({ label: t(`column.${it}`) }));
  const sentence = (kind: string) => t(t.has(`kind.${kind}`) ? `kind.${kind}` : 'kind.other');
  return (
    <Rows caption={t('caption')} captionHidden columns={columns}>
      {lines.map((it) => (
        <Row key={it.id}>
          <Cell>
            <span className="nb">{momentOf(it.at, telling)}</span>{' '}
            {!it.seen && <strong className="nb">{t('new')}</strong>}
          </Cell>
          <Cell head>
            <RowTitle>
              <Anchor href={`/appeals/${it.caseNumber}`}>{sentence(it.kind)}</Anchor>
            </RowTitle>
            {it.own && <RowBy>{t('toYou')}</RowBy>}
          </Cell>
          <Cell>
            <span lang={langOf(it.voiceLocale)}>{it.title}</span>
            <RowBy>
              <span className="num nb">{spokenCaseNumber(it.caseNumber)}</span>{' '}
              {nameOf(it.category, telling.locale) || words('uncategorised')}
            </RowBy>
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
