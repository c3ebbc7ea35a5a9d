import type { ReadChange } from '@/lib/audit/read-changes';
import { momentOf, type Telling } from '@/lib/i18n/dates';
import { languageOf } from '@/lib/i18n/languages';
import { getTranslations } from '@/lib/i18n/words';

/** Subjects whose names are words of the system's own. */
const namedByCode = ['limit', 'ruleSet', 'supervisionRule'];

/** Fields whose values are words of the system's own; all else is shown as it was written. */
const coded = [
  'kind',
  'clock',
  'urgency',
  'timeUnit',
  'unit',
  'level',
  'roles',
  'ruleSet',
  'verb',
  'cause',
  'email',
  'limits',
  'settings',
  'apartEnd',
];

/** The log in words. What it does not know it says plainly; it never fails for an older entry. */
export async function changeWords(telling: Telling) {
  const t = await getTranslations('audit');
  const known = (place: string, key: string): string | null =>
    /^[A-Za-z]\w*$/.test(key) && t.has(`${place}.${key}`) ? t(`${place}.${key}`) : null;
  const word = (code: string): string =>
    code
      .split(' ')
      .map((it) => known('values', it) ?? it)
      .join(' ');

  const sentence = ({
    subject,
    name,
    action,
  }: Pick<ReadChange, 'subject' | 'name' | 'action'>): string => {
    const values = {
      subject: known('subjects', subject) ?? t('something'),
      name: namedByCode.includes(subject) ? word(name) : name,
    };
    const own = `actions.${action}`;
    return /^[A-Za-z]\w*$/.test(action) && t.has(own)
      ? t(own, values)
      : t('changedSomehow', values);
  };

  return {
    t,
    sentence,
    field: (name: string): string => known('fields', name) ?? name,
    value: (name: string, value: unknown): string => valueWords(name, value, { word, t, telling }),
  };
}

interface Words {
  word(code: string): string;
  t: Awaited<ReturnType<typeof getTranslations>>;
  telling: Telling;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function valueWords(name: string, value: unknown, words: Words): string {
  const { t, word, telling } = words;
  if (value === null || value === undefined || value === '') return t('empty');
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (Array.isArray(value)) {
    if (value.length === 0) return t('empty');
    return value
      .map((it) => valueWords(name, it, words))
      .join(languageOf(telling.locale).marks.list);
  }
  if (typeof value === 'object') return JSON.stringify(value);
  const written = String(value);
  if (instant.test(written)) return momentOf(new Date(written), telling);
  return coded.includes(name) ? word(written) : written;
}
