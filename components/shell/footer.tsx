import { Anchor } from '@/components/ui/anchor';
import { getTranslations } from '@/lib/i18n/words';
import type { NavItem } from './masthead';

type FooterProps = {
  /** Who answers for this site. */
  centre?: string | undefined;
  links?: readonly NavItem[] | undefined;
};

export async function Footer({ centre, links = [] }: FooterProps) {
  const t = await getTranslations('shell');
  return (
    <footer className="foot">
      <div className="wrap">
        <p>{centre ? t('runBy', { centre }) : t('plainFoot')}</p>
        {links.length > 0 && (
          <nav aria-label={t('footNav')}>
            <ul>
              {links.map(({ href, words, reload }) => (
                <li key={href}>
                  <Anchor href={href} reload={reload}>
                    {words}
                  </Anchor>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  );
}
