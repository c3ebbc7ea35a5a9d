import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Part } from '@/components/ui/headings';
import type { CallerFound } from '@/lib/contacts/find-caller';
import { getTranslations } from '@/lib/i18n/words';
import { LineRows } from './line-rows';

/** The caller, masked, and their cases; or that nobody left this number. Filing is offered either way. */
export async function CallerCases({ found }: { found: CallerFound }) {
  const t = await getTranslations('callers');
  const { phone, name, cases, more, at } = found;
  const file = <LinkButton href="/desk/file">{t('file')}</LinkButton>;
  if (cases.length === 0) {
    return (
      <div className="mt-24">
        <Empty kind="missing" heading={t('nobody')}>
          <p className="quiet mb-16">{t('nobodyNext')}</p>
          {file}
        </Empty>
      </div>
    );
  }
  return (
    <Part
      id="found"
      heading={t('found', { who: [name, phone].filter(Boolean).join(' '), count: cases.length })}
      aside={t('onRecord')}
    >
      <LineRows lines={cases} at={at} />
      {more && <p className="meta mt-8">{t('more', { count: cases.length })}</p>}
      <p className="mt-24">{file}</p>
      <p className="meta mt-8">{t('fileNote')}</p>
    </Part>
  );
}
