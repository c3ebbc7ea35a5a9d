import { Part } from '@/components/ui/headings';
import { getTranslations } from '@/lib/i18n/words';

/** What happens once something has been said, in four words. */
export async function HowItGoes() {
  const t = await getTranslations('front');
  return (
    <Part id="how" heading={t('how')} aside={t('howNote')}>
      <ol className="honest margin:[&_b]:text-40 [&_b]:text-24">
        {[1, 2, 3, 4].map((step) => (
          <li key={step}>
            <b>{t(`how${step}`)}</b>
            <span>{t(`how${step}Text`)}</span>
          </li>
        ))}
      </ol>
    </Part>
  );
}
