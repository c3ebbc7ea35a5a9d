import { decidePhoto } from '@/app/actions/photos';
import { ActionForm } from '@/components/forms/action-form';
import { FormCheckbox } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';
import { type Blocks, cellsWord } from '@/lib/photos/blocks';
import type { CheckedPhoto } from '@/lib/photos/checked';
import { PhotoHead } from './photo-head';

interface PreviewPageProps {
  caseNumber: string;
  photo: CheckedPhoto;
  blocks: Blocks;
}

/** What was covered is looked at as it will be shown; only who has looked says yes. */
export async function PreviewPage({ caseNumber, photo, blocks }: PreviewPageProps) {
  const t = await getTranslations('photoCheck');
  const at = `/appeals/${caseNumber}/photos/${photo.id}/release`;
  const cells = cellsWord(blocks);
  const asked = `across=${blocks.across}&cell=${cells}`;
  const count = blocks.cells.length;
  return (
    <>
      <PhotoHead
        caseNumber={caseNumber}
        heading={t('previewTitle')}
        lead={`${t('previewLead')} ${count > 0 ? t('previewSome', { count }) : t('previewNone')}`}
        back={{ href: `${at}?${asked}`, words: t('back') }}
      />
      <p className="cover mt-24">
        <img
          src={`${at}/picture?${asked}`}
          alt={t('previewAlt')}
          width={photo.width}
          height={photo.height}
        />
      </p>
      <ActionForm
        action={decidePhoto.bind(null, 'show', caseNumber, photo.id)}
        labels={{ checked: t('checked') }}
        problemWords={t.raw('problems')}
      >
        <input type="hidden" name="nth" value={photo.decisions[0]?.nth ?? 0} />
        <input type="hidden" name="across" value={blocks.across} />
        <input type="hidden" name="cell" value={cells} />
        <FormCheckbox name="checked" label={t('checked')} />
        <Buttons>
          <SubmitButton>{t('show')}</SubmitButton>
          <LinkButton href={`${at}?${asked}`} kind="second">
            {t('back')}
          </LinkButton>
        </Buttons>
      </ActionForm>
    </>
  );
}
