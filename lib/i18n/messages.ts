import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languageOf } from './languages';
import type { Locale } from './locale';

/** Words of one language: namespace → key → text, nested as the files are. */
export type Messages = { [key: string]: string | Messages };

const loaded = new Map<Locale, Promise<Messages>>();

/**
 * All words of one language: one namespace per file of its folder, or all in its one file.
 * Kept for the life of the process, except in development. Throws when a file is not JSON.
 */
export function messagesOf(locale: Locale): Promise<Messages> {
  if (process.env.NODE_ENV === 'development') return read(locale);
  const known = loaded.get(locale) ?? read(locale);
  loaded.set(locale, known);
  return known;
}

async function read(locale: Locale): Promise<Messages> {
  const { at } = languageOf(locale);
  const { language: _, ...words } = 'file' in at ? await json(at.file) : await inFolder(at.folder);
  return words;
}

async function inFolder(folder: string): Promise<Messages> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const namespaces = files.map(
    async (name): Promise<[string, Messages]> => [
      name.slice(0, -'.json'.length),
      await json(join(folder, name)),
    ],
  );
  return Object.fromEntries(await Promise.all(namespaces));
}

const json = async (file: string): Promise<Messages> => JSON.parse(await readFile(file, 'utf8'));
