import { LinkButton } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';

/** A number stays on one line. */
export const unbroken = (words: React.ReactNode) => <span className="nb">{words}</span>;

type CallUsProps = {
  phone: string;
  /** The page sets its own gutters, so this needs its own too. */
  full: boolean;
};

/** The telephone, at the end of every large page. */
export async function CallUs({ phone, full }: CallUsProps) {
  const t = await getTranslations('large');
  return (
    <section className={full ? 'wrap call-us no-print' : 'call-us no-print'} aria-label={t('help')}>
      <LinkButton href={`tel:${phone.replaceAll('-', '')}`} kind="second">
        {t.rich('call', { phone, nb: unbroken })}
      </LinkButton>
    </section>
  );
}
