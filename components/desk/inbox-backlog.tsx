import { Anchor } from '@/components/ui/anchor';
import { Part } from '@/components/ui/headings';
import { Cell, Row, Rows } from '@/components/ui/rows';
import { type Age, ageNames } from '@/lib/appeals/queries/inbox-ages';
import { getTranslations } from '@/lib/i18n/words';

/** Open cases by how long they have been open; every number leads to its cases. */
export async function Backlog({ counts }: { counts: Record<Age, number> }) {
  const t = await getTranslations('desk.inbox.backlog');
  const total = ageNames.reduce((sum, age) => sum + counts[age], 0);
  return (
    <Part id="backlog" heading={t('heading')} aside={t('total', { total })}>
      <Rows
        caption={t('caption')}
        captionHidden
        columns={ageNames.map((age) => ({ label: t(`age.${age}`) }))}
      >
        <Row>
          {ageNames.map((age) => (
            <Cell key={age} label={t(`age.${age}`)} beside>
              <Anchor href={`/desk/search?age=${age}`} className="backlog num">
                {counts[age]}
                <span className="away">{t('open', { age: t(`age.${age}`) })}</span>
              </Anchor>
            </Cell>
          ))}
        </Row>
      </Rows>
    </Part>
  );
}
