import { FormSelect } from '@/components/forms/form-fields';
import { maskedContact } from '@/lib/contacts/masked';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** Which round, and whose words: asked only where there is more than one. */
export async function InterviewOf({ actor, view }: StepProps) {
  const [t, words] = await Promise.all([
    getTranslations('steps.interview'),
    getTranslations('words'),
  ]);
  const { file } = view;
  const rounds = file.rounds.filter((it) => it.resolvedAt !== null);
  const asked = file.voices.filter((voice) => rounds.some((it) => it.invited.includes(voice.id)));
  const voices = await Promise.all(
    asked.map(async (voice, index) => {
      const contact = await maskedContact(actor, file, voice.id);
      const name = contact?.name ?? contact?.phone ?? '';
      return { value: voice.id, label: `${t('voice', { number: index + 1 })} ${name}`.trim() };
    }),
  );
  return (
    <>
      <OneOf
        name="round"
        label={t('round')}
        options={rounds.map(({ number }) => ({
          value: String(number),
          label: words('round', { number }),
        }))}
      />
      <OneOf name="voiceId" label={t('voiceId')} options={voices} />
    </>
  );
}

interface OneOfProps {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}

function OneOf({ name, label, options }: OneOfProps) {
  const [only] = options;
  if (only && options.length === 1) return <input type="hidden" name={name} value={only.value} />;
  return <FormSelect name={name} label={label} options={options} />;
}
