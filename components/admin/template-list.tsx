import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { Cell, Row, RowBy, RowGroup, Rows, RowTitle } from '@/components/ui/rows';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { TemplateLine } from '@/lib/templates/read';
import { templateVerbs } from '@/lib/templates/verbs';

/** Templates by step, then by category; those no longer offered come last. */
export async function TemplateList({ templates, at }: { templates: TemplateLine[]; at: Date }) {
  const [t, verbs] = await Promise.all([getTranslations('templates'), getTranslations('verbs')]);
  if (templates.length === 0) {
    return (
      <Empty kind="missing" heading={t('none')}>
        <p className="quiet">{t('noneNext')}</p>
      </Empty>
    );
  }
  const used = templates.filter((it) => !it.retiredAt);
  const groups = [
    ...templateVerbs.map((verb) => ({
      key: verb,
      label: verbs(`${verb}.name`),
      lines: used.filter((it) => it.verb === verb),
    })),
    { key: 'retired', label: t('retiredGroup'), lines: templates.filter((it) => it.retiredAt) },
  ].filter(({ lines }) => lines.length > 0);
  const columns = (['name', 'category', 'version'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  return (
    <Rows caption={t('heading')} captionHidden columns={columns}>
      {groups.flatMap(({ key, label, lines }) => [
        <RowGroup
          key={key}
          label={label}
          note={t('pieces', { count: lines.length })}
          span={columns.length}
        />,
        ...lines.map((it) => <TemplateRow key={it.id} line={it} at={at} />),
      ])}
    </Rows>
  );
}

const shownLetters = 60;

async function TemplateRow({ line, at }: { line: TemplateLine; at: Date }) {
  const [t, verbs, telling] = await Promise.all([
    getTranslations('templates'),
    getTranslations('verbs'),
    tellingAt(at),
  ]);
  const href = `/admin/templates/${line.id}`;
  const letters = [...line.body.replace(/\s+/g, ' ')];
  const start = letters.slice(0, shownLetters).join('');
  return (
    <Row>
      <Cell head>
        <RowTitle>
          <Anchor href={href}>{line.name}</Anchor>
        </RowTitle>
        <RowBy>{letters.length > shownLetters ? `${start}…` : start}</RowBy>
      </Cell>
      <Cell label={t('column.category')}>
        {nameOf(line.category, telling.locale) || t('everyCategory')}
        {line.retiredAt && <RowBy>{verbs(`${line.verb}.name`)}</RowBy>}
      </Cell>
      <Cell label={t('column.version')}>
        {t('versionOn', { number: line.number, day: dayOf(line.at, telling) })}
      </Cell>
    </Row>
  );
}
