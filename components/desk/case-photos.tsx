import { Anchor } from '@/components/ui/anchor';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';
import { checkedPhotos } from '@/lib/photos/checked';
import { standOf } from '@/lib/photos/release';

/** For whoever checks pictures: each of the case, what was decided about it, and the ways to look closer. */
export async function CasePhotos({ actor, view }: { actor: PersonActor; view: CaseView }) {
  const photos = await checkedPhotos(actor, view.file);
  if (photos.length === 0) return null;
  const [t, words, verbs] = await Promise.all([
    getTranslations('photoCheck'),
    getTranslations('photos'),
    getTranslations('verbs'),
  ]);
  const home = `/appeals/${view.file.appeal.caseNumber}/photos`;
  return (
    <section aria-labelledby="photo-check" className="mt-32">
      <h2 id="photo-check">{t('part')}</h2>
      <p className="meta">{t('partNote')}</p>
      <ul className="checked-photos">
        {photos.map((photo, nth) => {
          const { id, width, height, verb } = photo;
          const number = nth + 1;
          const which = <span className="sr-only">{t('which', { number })}</span>;
          const stand = photo.showable ? standOf(photo) : 'inside';
          return (
            <li key={id}>
              <img
                src={`${home}/${id}?size=small`}
                alt={words('one', { number, of: photos.length })}
                width={96}
                height={Math.round((96 * height) / width)}
                loading="lazy"
              />
              <div>
                <p>{t('from', { number, step: verbs(`${verb}.name`) })}</p>
                <p className="meta">{t(`stand.${stand}`)}</p>
                {photo.showable && (
                  <p>
                    <Anchor href={`${home}/${id}/release`}>
                      {t(stand === 'open' ? 'check' : 'checkAgain')}
                      {which}
                    </Anchor>
                  </p>
                )}
                {photo.evidence && (
                  <p>
                    <Anchor href={`${home}/${id}/taken`}>
                      {t('taken')}
                      {which}
                    </Anchor>
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
