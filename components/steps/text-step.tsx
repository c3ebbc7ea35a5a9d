import { FormArea } from '@/components/forms/form-fields';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

type Told =
  | 'message'
  | 'supplement'
  | 'redo'
  | 'release'
  | 'reopen'
  | 'annotate'
  | 'answer'
  | 'unmerge'
  | 'unpublish';

/** The fields of a verb that asks for one text and nothing else. */
export const textStep = (verb: Told, name: string, max: number) =>
  async function TextStep({ starts }: StepProps) {
    const t = await getTranslations(`steps.${verb}`);
    return (
      <FormArea
        name={name}
        value={starts?.[name]}
        label={t(name)}
        hint={t(`${name}Hint`)}
        max={max}
        rows={6}
      />
    );
  };
