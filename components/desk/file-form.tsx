import { randomUUID } from 'node:crypto';
import { fileForCaller } from '@/app/actions/file';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import {
  FormArea,
  FormCheckbox,
  FormChoices,
  FormSelect,
  FormText,
} from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { PlacePicks } from '@/components/places/place-picks';
import { UnitField } from '@/components/steps/unit-field';
import { Buttons, LinkButton } from '@/components/ui/button';
import { readCategories } from '@/lib/appeals/queries/choices';
import { appealKinds, channels } from '@/lib/appeals/words';
import type { Messages } from '@/lib/i18n/messages';
import { getMessages, getTranslations } from '@/lib/i18n/words';

const names = [
  'channel',
  'what',
  'place',
  'since',
  'wish',
  'title',
  'kind',
  'categoryId',
  'name',
  'phone',
  'email',
  'secret',
  'aboutUnitId',
  'aboutWho',
] as const;

/** What a caller says, in the order of a call: what and where first, then who. */
export async function FileForm() {
  const [t, words, places, locale, categories, messages] = await Promise.all([
    getTranslations('desk.file'),
    getTranslations('words'),
    getTranslations('places'),
    readerLocale(),
    readCategories(),
    getMessages() as Promise<Messages>,
  ]);
  const labels = {
    ...Object.fromEntries(names.map((name) => [name, t(name)])),
    point: places('point'),
  };
  const ways = channels.filter((it) => it !== 'web');
  return (
    <ActionForm
      action={fileForCaller}
      labels={labels}
      problemWords={messages.refusals as Record<string, string>}
    >
      <input type="hidden" name="formKey" value={randomUUID()} />
      <FormChoices
        name="channel"
        label={t('channel')}
        value="telephone"
        row
        choices={ways.map((it) => ({ value: it, label: words(`channel.${it}`) }))}
      />
      <FormArea name="what" label={t('what')} hint={t('whatHint')} max={5000} rows={7} />
      <FormText name="place" label={t('place')} hint={t('placeHint')} />
      <PlacePicks told={{}} />
      <FormText name="since" label={t('since')} hint={t('sinceHint')} optional />
      <FormArea name="wish" label={t('wish')} hint={t('wishHint')} max={1000} rows={3} optional />
      <FormText name="title" label={t('title')} hint={t('titleHint')} optional />
      <FormSelect
        name="kind"
        label={t('kind')}
        optional
        options={appealKinds.map((it) => ({ value: it, label: words(`kind.${it}`) }))}
      />
      <FormSelect
        name="categoryId"
        label={t('categoryId')}
        optional
        options={categories.map((it) => ({ value: it.id, label: nameOf(it, locale) }))}
      />
      <UnitField
        about
        name="aboutUnitId"
        label={t('aboutUnitId')}
        hint={t('aboutUnitIdHint')}
        optional
      />
      <FormText name="aboutWho" label={t('aboutWho')} hint={t('aboutWhoHint')} optional />
      <FormText name="name" label={t('name')} hint={t('nameHint')} width="short" optional />
      <FormText
        name="phone"
        label={t('phone')}
        hint={t('phoneHint')}
        type="tel"
        width="short"
        autoComplete="off"
        optional
      />
      <FormText
        name="email"
        label={t('email')}
        type="email"
        autoComplete="off"
        spellCheck={false}
        optional
      />
      <FormCheckbox name="secret" label={t('secret')} hint={t('secretHint')} />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('submit')}</SubmitButton>
          <LinkButton href="/desk" kind="plain">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}
