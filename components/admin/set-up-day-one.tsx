import { Anchor } from '@/components/ui/anchor';
import { Buttons, LinkButton } from '@/components/ui/button';
import { settings } from '@/lib/env';
import { getTranslations } from '@/lib/i18n/words';

const tasks = [
  { task: 'tell', href: '/' },
  { task: 'people', href: '/admin/people' },
  { task: 'categories', href: '/admin/categories' },
  { task: 'supervision', href: '/admin/supervision' },
  { task: 'trial', href: '/admin/settings#trial-appeal' },
  { task: 'backup', href: null },
] as const;

/** The service is open: what whoever runs it does on the first day. */
export async function DayOne() {
  const t = await getTranslations('setUp.dayOne');
  const { publicUrl } = settings();
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead', { publicUrl })}</p>
      <ol className="choices-of mt-24">
        {tasks.map(({ task, href }) => (
          <li key={task}>
            <strong>
              {href ? <Anchor href={href}>{t(`${task}.do`)}</Anchor> : t(`${task}.do`)}
            </strong>
            <p className="quiet">{t(`${task}.why`)}</p>
          </li>
        ))}
      </ol>
      <div className="mt-32">
        <Buttons>
          <LinkButton href="/admin">{t('go')}</LinkButton>
        </Buttons>
      </div>
    </>
  );
}
