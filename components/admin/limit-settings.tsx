import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, Rows } from '@/components/ui/rows';
import { settingKeys } from '@/lib/rule-sets/preset';
import type { ReadSetting } from '@/lib/rules/limit-queries';
import { limitWords } from './limit-words';

/** How often and how long at most: the numbers of a rule set that are no clock's limit. */
export async function LimitSettings({ settings }: { settings: readonly ReadSetting[] }) {
  const { t, setting } = await limitWords([]);
  const columns = (['setting', 'amount', 'source'] as const).map((it) => ({
    label: t(`column.${it}`),
  }));
  return (
    <Rows caption={t('settings')} captionHidden columns={columns}>
      {settingKeys.map((key) => {
        const row = settings.find((it) => it.key === key);
        return (
          <Row key={key}>
            <Cell head>
              <Anchor href={`/admin/limits/settings/${key}`}>{t(`setting.${key}`)}</Anchor>
            </Cell>
            <Cell label={t('column.amount')}>
              {row ? <strong className="num whitespace-nowrap">{setting(row)}</strong> : t('unset')}
            </Cell>
            <Cell label={t('column.source')}>
              <span lang="zh-CN">{row?.source}</span>
            </Cell>
          </Row>
        );
      })}
    </Rows>
  );
}
