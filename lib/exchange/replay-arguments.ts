import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { isLocale, type Locale, locales } from '@/lib/i18n/locale';
import { type Column, columnNames } from './columns';

/** What was asked for on the command line. */
export interface ReplayArguments {
  file: string;
  source: string;
  columns: Partial<Record<Column, string>>;
  unit: string | null;
  locale: Locale;
  place: string | null;
  report: string | null;
  atOnce: number;
}

export const usage = `Usage: npm run replay -- FILE.csv [options]
  --source NAME       the import's name; by default the file's own. The same name continues it
  --column WHAT=NAME  a column by its name in the file, for WHAT one of
                      ${columnNames.join(', ')}
  --unit CODE         the unit the appeals go to, where the file does not say
  --place WORDS       written where the file names no place
  --locale NAME       the language of the texts: zh, en, … (zh)
  --report FILE.csv   also writes the rows left out to this file
  --at-once N         appeals worked on at a time, 1 to 32 (8)`;

const options = {
  source: { type: 'string' },
  column: { type: 'string', multiple: true },
  unit: { type: 'string' },
  place: { type: 'string' },
  locale: { type: 'string', default: 'zh' },
  report: { type: 'string' },
  'at-once': { type: 'string', default: '8' },
} as const;

/** Reads the command line; a sentence instead where it cannot be understood. */
export function readReplayArguments(args: string[]): ReplayArguments | { problem: string } {
  const parsed = understood(args);
  if ('problem' in parsed) return parsed;
  const { values, positionals } = parsed;
  const [file] = positionals;
  if (!file || positionals.length > 1) return { problem: 'Name exactly one file.' };
  if (!isLocale(values.locale))
    return { problem: `--locale must be one of ${locales().join(', ')}.` };
  const atOnce = Number(values['at-once']);
  if (!Number.isInteger(atOnce) || atOnce < 1 || atOnce > 32) {
    return { problem: '--at-once must be a whole number from 1 to 32.' };
  }
  const columns: ReplayArguments['columns'] = {};
  for (const pair of values.column ?? []) {
    const at = pair.indexOf('=');
    const column = columnNames.find((name) => name === pair.slice(0, at));
    if (!column || at === pair.length - 1) {
      return {
        problem: `--column ${pair}: write WHAT=NAME, WHAT one of ${columnNames.join(', ')}.`,
      };
    }
    columns[column] = pair.slice(at + 1);
  }
  return {
    file,
    source: values.source?.trim() || basename(file),
    columns,
    unit: values.unit ?? null,
    locale: values.locale,
    place: values.place?.trim() || null,
    report: values.report ?? null,
    atOnce,
  };
}

function understood(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
