import { FormArea, FormChoices, FormSelect, FormText } from '@/components/forms/form-fields';
import { PhotoPart } from '@/components/photos/photo-part';
import { AboutFields } from '@/components/resident/about-fields';
import { Part } from '@/components/ui/headings';
import { readCategories } from '@/lib/appeals/queries/choices';
import { appealKinds } from '@/lib/appeals/words';
import { proposeForText } from '@/lib/drafts/propose-category';
import { type Entries, entryOf } from '@/lib/forms';
import { nameIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { heldPhotos } from '@/lib/photos/held';

/** The heading of the page, and the pictures: they come first, since they are sent by themselves. */
export async function MorePhotos({
  draftId,
  problem,
}: {
  draftId: string;
  problem?: string | undefined;
}) {
  const [t, held] = await Promise.all([getTranslations('filing'), heldPhotos(`draft:${draftId}`)]);
  return (
    <>
      <h1 className="mt-12">{t('more')}</h1>
      <p className="lead mt-8">{t('moreNote')}</p>
      <PhotoPart at="/file/photos" back="/file/more" held={held} problem={problem} />
    </>
  );
}

/** All of it may be left out: what helps the desk, and whom it must not come to. */
export async function MoreFields({ told }: { told: Entries }) {
  const t = await getTranslations('filing');
  return (
    <>
      <CategoryFields told={told} />
      <FormText
        name="since"
        label={t('since')}
        hint={t('sinceHint')}
        value={entryOf(told, 'since')}
      />
      <FormArea name="wish" label={t('wish')} value={entryOf(told, 'wish')} rows={3} max={1000} />
      <FormSelect
        name="kind"
        label={t('kind')}
        hint={t('kindHint')}
        value={entryOf(told, 'kind')}
        options={appealKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <Part id="about" heading={t('about')} aside={t('aboutNote')}>
        <AboutFields unitId={entryOf(told, 'aboutUnitId')} who={entryOf(told, 'aboutWho')} />
      </Part>
    </>
  );
}

/** What the words speak for is offered and never chosen beforehand; a list of all stands beneath. */
async function CategoryFields({ told }: { told: Entries }) {
  const [t, locale, categories] = await Promise.all([
    getTranslations('filing'),
    getLocale(),
    readCategories(),
  ]);
  if (categories.length === 0) return null;
  const own = entryOf(told, 'categoryId');
  const proposed = own ? null : await proposeForText(entryOf(told, 'what'));
  return (
    <>
      {proposed && (
        <>
          <input type="hidden" name="proposed" value={proposed.id} />
          <FormChoices
            name="fits"
            row
            label={t('looksLike', {
              category: proposed.path.map((it) => nameIn(locale, it)).join(' › '),
            })}
            hint={t('looksLikeHint')}
            choices={(['yes', 'other', 'unsure'] as const).map((value) => ({
              value,
              label: t(`fits.${value}`),
            }))}
          />
        </>
      )}
      <FormSelect
        name="categoryId"
        label={t(proposed ? 'categoryElse' : 'category')}
        hint={t('categoryHint')}
        value={own}
        options={categories.map((it) => ({
          value: it.id,
          label: nameIn(locale, it),
        }))}
      />
    </>
  );
}
