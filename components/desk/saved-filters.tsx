import { dropFilter, keepFilter } from '@/app/actions/filters';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import type { FilterPlace, SavedFilter } from '@/lib/desk/saved-filters';
import { getTranslations } from '@/lib/i18n/words';

interface SavedFiltersProps {
  place: FilterPlace;
  saved: readonly SavedFilter[];
  /** The list at hand, from its first page. */
  here: string;
  /** The same with the lists being put in order. */
  edit: string;
  editing: boolean;
}

/** Lists the reader has named, and the way to name the one at hand. */
export async function SavedFilters({ place, saved, here, edit, editing }: SavedFiltersProps) {
  const t = await getTranslations('filters');
  return (
    <>
      <nav className="applied" aria-label={t('label')}>
        {saved.map(({ id, name, href }) =>
          href ? (
            <Anchor key={id} href={href} aria-current={href === here ? 'true' : undefined}>
              {name}
            </Anchor>
          ) : null,
        )}
        {!editing && (
          <Anchor href={edit} className="meta">
            {t(saved.length > 0 ? 'edit' : 'begin')}
          </Anchor>
        )}
      </nav>
      {editing && <Editing place={place} saved={saved} here={here} />}
    </>
  );
}

async function Editing({
  place,
  saved,
  here,
}: Pick<SavedFiltersProps, 'place' | 'saved' | 'here'>) {
  const [t, refusals] = await Promise.all([
    getTranslations('filters'),
    getTranslations('refusals'),
  ]);
  return (
    <div className="mt-16 mb-24 max-w-measure">
      <Note boxed heading={t('heading')}>
        <ActionForm
          action={keepFilter}
          labels={{ name: t('name') }}
          problemWords={{ ...(t.raw('problems') as object), signedOut: refusals('signedOut') }}
        >
          <input type="hidden" name="place" value={place} />
          <input type="hidden" name="query" value={here.split('?')[1] ?? ''} />
          <FormText
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            maxLength={20}
            width="short"
          />
          <p className="mt-16">
            <SubmitButton kind="second">{t('keep')}</SubmitButton>
          </p>
        </ActionForm>
        {saved.length > 0 && (
          <ul className="own-lists" aria-label={t('label')}>
            {saved.map(({ id, name, href }) => (
              <li key={id}>
                <span>
                  {name}
                  {!href && <span className="meta"> {t('outOfReach')}</span>}
                </span>
                <form action={dropFilter.bind(null, id, here)}>
                  <Button kind="plain">
                    {t('remove')}
                    <span className="away">{t('removeWhich', { name })}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <p className="mt-8">
          <Anchor href={here}>{t('close')}</Anchor>
        </p>
      </Note>
    </div>
  );
}
