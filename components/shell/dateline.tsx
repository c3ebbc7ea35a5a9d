import { getTranslations } from '@/lib/i18n/words';

/** Danger first: the emergency numbers under the masthead of the front page. `day` is already worded. */
export async function Dateline({ day }: { day?: string }) {
  const t = await getTranslations('shell');
  return (
    <div className="wrap">
      <p className="dateline">
        <span className="tels">
          <strong>{t('danger')}</strong>
          <a href="tel:119">{t('fire')}</a>
          <a href="tel:110">{t('police')}</a>
          <a href="tel:120">{t('ambulance')}</a>
        </span>
        {day && <span className="day quiet">{day}</span>}
      </p>
    </div>
  );
}
