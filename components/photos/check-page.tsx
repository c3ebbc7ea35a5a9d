import { decidePhoto } from '@/app/actions/photos';
import { tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Button } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { Notice } from '@/components/ui/note';
import { dayOf, momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { Blocks } from '@/lib/photos/blocks';
import type { CheckedPhoto } from '@/lib/photos/checked';
import { gridOf } from '@/lib/photos/grid';
import { standOf } from '@/lib/photos/release';
import { CoverGrid } from './cover-grid';
import { PhotoHead } from './photo-head';

interface CheckPageProps {
  caseNumber: string;
  photo: CheckedPhoto;
  /** What is covered when the page opens. */
  blocks: Blocks;
  at: Date;
  done: string | undefined;
}

/** Covers what nobody else should see and goes on to the result; or keeps the picture back for a reason. */
export async function CheckPage({ caseNumber, photo, blocks, at, done }: CheckPageProps) {
  const [t, words, telling] = await Promise.all([
    getTranslations('photoCheck'),
    getTranslations('photos'),
    tellingAt(at),
  ]);
  const known = (['shown', 'keptBack'] as const).find((it) => it === done);
  return (
    <>
      {known && (
        <div className="mb-24">
          <Notice kind="calm" heading={t(`done.${known}`)}>
            <p>{t(`done.${known}Next`)}</p>
          </Notice>
        </div>
      )}
      <PhotoHead caseNumber={caseNumber} heading={t('title')} lead={t('lead')} />
      {photo.goneAt ? (
        <p className="mt-24">{words('largeGone', { date: dayOf(photo.goneAt, telling) })}</p>
      ) : photo.showable ? (
        <CoverForm caseNumber={caseNumber} photo={photo} blocks={blocks} />
      ) : (
        <p className="mt-24">{t('notShowable')}</p>
      )}
      {photo.showable && <KeepForm caseNumber={caseNumber} photo={photo} />}
      <Past caseNumber={caseNumber} photo={photo} at={at} />
    </>
  );
}

type CoverFormProps = Pick<CheckPageProps, 'caseNumber' | 'photo' | 'blocks'>;

async function CoverForm({ caseNumber, photo, blocks }: CoverFormProps) {
  const [t, photos] = await Promise.all([getTranslations('photoCheck'), getTranslations('photos')]);
  const at = `/appeals/${caseNumber}/photos/${photo.id}`;
  const fine = blocks.across === 24;
  return (
    <form action={`${at}/release/preview`} method="get" className="field">
      <p className="hint">{t('grid')}</p>
      <p className="hint with-scripts">{t('gridScripts')}</p>
      <input type="hidden" name="across" value={blocks.across} />
      <CoverGrid
        // Another grid begins anew.
        key={blocks.across}
        grid={gridOf(photo, blocks.across)}
        covered={blocks.cells}
        words={{ cell: t.raw('cell'), group: t('groups') }}
      >
        <img
          src={at}
          alt={photos('one', { number: 1, of: 1 })}
          width={photo.width}
          height={photo.height}
        />
      </CoverGrid>
      <p className="mt-12">
        <Anchor href={`${at}/release?across=${fine ? 12 : 24}`}>
          {t(fine ? 'coarser' : 'finer')}
        </Anchor>{' '}
        <Anchor href={at} reload>
          {t('whole')}
        </Anchor>
      </p>
      <div className="mt-24">
        <Button>{t('look')}</Button>
      </div>
    </form>
  );
}

async function KeepForm({ caseNumber, photo }: Pick<CheckPageProps, 'caseNumber' | 'photo'>) {
  const t = await getTranslations('photoCheck');
  return (
    <Part id="keep-back" heading={t('keepHeading')}>
      <ActionForm
        action={decidePhoto.bind(null, 'keep', caseNumber, photo.id)}
        labels={{ reason: t('reason') }}
        problemWords={t.raw('problems')}
      >
        <input type="hidden" name="nth" value={photo.decisions[0]?.nth ?? 0} />
        <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={200} rows={2} />
        <div className="mt-24">
          <SubmitButton kind="grave">{t('keep')}</SubmitButton>
        </div>
      </ActionForm>
    </Part>
  );
}

async function Past({
  caseNumber,
  photo,
  at,
}: Pick<CheckPageProps, 'caseNumber' | 'photo' | 'at'>) {
  const [t, telling] = await Promise.all([getTranslations('photoCheck'), tellingAt(at)]);
  if (photo.decisions.length === 0) return null;
  const shown = standOf(photo) === 'shown';
  const { width, height } = photo;
  return (
    <Part id="past" heading={t('past')}>
      {shown && (
        <figure>
          <img
            src={`/appeals/${caseNumber}/photos/${photo.id}/release/picture?standing=${photo.decisions[0]?.nth}`}
            alt={t('previewAlt')}
            width={240}
            height={Math.round((240 * height) / width)}
          />
          <figcaption className="meta">{t('nowShown')}</figcaption>
        </figure>
      )}
      <ul className="mt-12">
        {photo.decisions.map((it) => (
          <li key={it.id}>
            {t(it.released ? 'pastShown' : 'pastKept', {
              date: momentOf(it.at, telling),
              person: it.person,
              count: it.covered,
              reason: it.reason ?? '',
            })}
          </li>
        ))}
      </ul>
    </Part>
  );
}
