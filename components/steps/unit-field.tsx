import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { unitsOnPage } from '@/components/desk/units-on-page';
import { LongSelect } from '@/components/forms/long-select';
import { unitKinds } from '@/lib/appeals/queries/choices';
import { getTranslations } from '@/lib/i18n/words';

interface Wanted {
  /** Units that make no sense here, such as the present one. */
  except?: readonly (string | undefined)[];
  /** Kinds that make sense here; absent: all. */
  kinds?: readonly string[] | undefined;
  /** It is asked whom it is about: whether somebody there can take it up is no matter. */
  about?: boolean;
}

interface UnitFieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  /** A unit that makes no sense here, such as the present one. */
  except?: string | undefined;
  /** Kinds that make sense here; absent: all. */
  kinds?: readonly string[];
  optional?: boolean;
  /** It is asked whom it is about: whether somebody there can take it up is no matter. */
  about?: boolean;
  /** A proposal to begin with. */
  value?: string | undefined;
}

/** The units there are, by kind, but for some that make no sense here. */
export async function unitOptions({ except = [], kinds = unitKinds, about = false }: Wanted) {
  const [words, locale, units] = await Promise.all([
    getTranslations('words'),
    readerLocale(),
    unitsOnPage(),
  ]);
  const groups = unitKinds
    .filter((it) => kinds.includes(it))
    .map((kind) => ({
      label: words(`unitKind.${kind}`),
      options: units
        .filter((it) => it.kind === kind && !except.includes(it.id))
        .map((it) => ({
          value: it.id,
          label:
            it.staffed || about
              ? nameOf(it, locale)
              : words('unstaffed', { unit: nameOf(it, locale) }),
        })),
    }));
  return groups.filter(({ options }) => options.length > 0);
}

/** One of the units; none is chosen beforehand unless somebody proposed one. */
export async function UnitField({
  name,
  label,
  hint,
  except,
  kinds,
  optional = false,
  about = false,
  value,
}: UnitFieldProps) {
  const groups = await unitOptions({ except: [except], kinds, about });
  return (
    <LongSelect
      name={name}
      label={label}
      hint={hint}
      optional={optional}
      value={groups.some((it) => it.options.some((one) => one.value === value)) ? value : undefined}
      options={groups}
    />
  );
}
