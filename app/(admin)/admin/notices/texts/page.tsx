import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { BackLink } from '@/components/ui/headings';
import { Cell, Row, Rows } from '@/components/ui/rows';
import { readPhone } from '@/lib/appeals/queries/front';
import { requirePower } from '@/lib/auth/session';
import { settings } from '@/lib/env';
import { htmlLang } from '@/lib/i18n/locale';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { sampleLetters } from '@/lib/notices/sample-letters';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminNotices');
  return { title: t('textsTitle') };
}

/** Every message residents can get, as an example, and of how many parts it is made. */
export default async function TextsPage() {
  const actor = await requirePower('notices');
  const [t, kinds, phone] = await Promise.all([
    getTranslations('adminNotices'),
    getTranslations('letters.kinds'),
    readPhone(),
  ]);
  const { publicUrl } = settings();
  const samples = await sampleLetters({ publicUrl, phone, zone: civilZone() }, now());
  const columns = (['kind', 'text'] as const).map((it) => ({ label: t(`column.${it}`) }));
  return (
    <AdminFrame actor={actor} at="notices">
      <BackLink href="/admin/notices">{t('back')}</BackLink>
      <h1>{t('textsTitle')}</h1>
      <p className="quiet mt-8 mb-24">{t('textsLead')}</p>
      <Rows caption={t('textsTitle')} captionHidden columns={columns}>
        {samples.map(({ kind, texts }) => (
          <Row key={kind}>
            <Cell head>{kinds(`${kind}.subject`)}</Cell>
            <Cell label={t('column.text')}>
              {texts.map(({ locale, text, length }) => (
                <div key={locale} className="mb-12">
                  <p lang={htmlLang(locale)} className="break-words">
                    {text}
                  </p>
                  <p className="meta">{t('parts', { ...length })}</p>
                </div>
              ))}
            </Cell>
          </Row>
        ))}
      </Rows>
    </AdminFrame>
  );
}
