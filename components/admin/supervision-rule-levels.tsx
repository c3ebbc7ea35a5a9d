import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Facts } from '@/components/ui/facts';
import { getTranslations } from '@/lib/i18n/words';
import { supervisionLevels } from '@/lib/installation/supervision-causes';
import { type Officer, readOfficers } from '@/lib/installation/supervision-officers';

/** Who is told at each level. A level with nobody would be a cry into an empty room: said so. */
export async function OfficerLevels() {
  const [t, officers] = await Promise.all([getTranslations('adminSupervision'), readOfficers()]);
  return (
    <Facts
      roomy
      facts={supervisionLevels.map((level) => ({
        term: t('levelName', { level }),
        detail: (
          <>
            <p className="quiet">{t(`levelDoes.${level}`)}</p>
            <Named officers={officers[level].filter((it) => it.named)} />
            <p>
              <Anchor href={`/admin/supervision/levels/${level}`}>
                {t('chooseFor', { level })}
              </Anchor>
            </p>
          </>
        ),
      }))}
    />
  );
}

async function Named({ officers }: { officers: readonly Officer[] }) {
  const [t, locale] = await Promise.all([getTranslations('adminSupervision'), readerLocale()]);
  const serving = officers.filter((it) => !it.lapsed);
  return (
    <>
      {officers.length > 0 && (
        <ul>
          {officers.map((it) => (
            <li key={it.id}>
              <span lang="zh-CN">{it.name}</span>{' '}
              <span className="meta">
                {nameOf({ id: it.id, ...it.unit }, locale)}
                {it.lapsed && ` ${t('lapsed')}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {serving.length === 0 && (
        <p>
          <strong>{t('nobody')}</strong>
        </p>
      )}
    </>
  );
}
