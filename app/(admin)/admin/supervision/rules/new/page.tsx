import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { RuleForm } from '@/components/admin/supervision-rule-form';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Anchor } from '@/components/ui/anchor';
import { BackLink } from '@/components/ui/headings';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { ruledCauses } from '@/lib/installation/supervision-causes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSupervision');
  return { title: t('add') };
}

/** First the cause, then its figures: each cause asks something else. */
export default async function NewRulePage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('supervision');
  const [t, params] = await Promise.all([getTranslations('adminSupervision'), searchParams]);
  const cause = ruledCauses.find((it) => it === firstParam(params.cause));
  return (
    <AdminFrame actor={actor} at="supervision">
      <BackLink href={cause ? '/admin/supervision/rules/new' : '/admin/supervision'}>
        {t(cause ? 'otherCause' : 'back')}
      </BackLink>
      <h1>{cause ? t(`cause.${cause}.name`) : t('whichCause')}</h1>
      {cause ? (
        <>
          <p className="quiet mt-8">{t(`cause.${cause}.about`)}</p>
          <RuleForm cause={cause} rule={null} />
        </>
      ) : (
        <ul className="choices-of mt-24">
          {ruledCauses.map((it) => (
            <li key={it}>
              <strong>
                <Anchor href={`/admin/supervision/rules/new?cause=${it}`}>
                  {t(`cause.${it}.name`)}
                </Anchor>
              </strong>
              <p className="quiet">{t(`cause.${it}.about`)}</p>
            </li>
          ))}
        </ul>
      )}
    </AdminFrame>
  );
}
