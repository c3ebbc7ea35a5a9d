import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { createTranslator } from 'use-intl/core';
import { choiceCookie } from './choice-cookie';
import { type Words, withGaps } from './gaps';
import { languageOf } from './languages';
import { chooseLocale, type Locale, localeCookie } from './locale';
import { type Messages, messagesOf } from './messages';
import { civilZone } from './zone';

/** Language of the request at hand; there are no languages in addresses. */
export const getLocale = cache(async (): Promise<Locale> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return chooseLocale(jar.get(choiceCookie(localeCookie))?.value, head.get('accept-language'));
});

/** All words of the reader's language. */
export const getMessages = async (): Promise<Messages> => messagesOf(await getLocale());

const kept = new Map<string, Promise<Words>>();

/**
 * The words of one part of the product, in the reader's language. A translator is kept for the life of the
 * process, since it keeps every text it has read: reading plurals anew cost a page a tenth of its time.
 *
 * @param namespace a file of messages/<locale>/, or a part of one: `desk.inbox`.
 */
export async function getTranslations(namespace: string): Promise<Words> {
  const locale = await getLocale();
  if (process.env.NODE_ENV === 'development') return translator(locale, namespace);
  const name = `${locale} ${namespace}`;
  const known = kept.get(name) ?? translator(locale, namespace);
  kept.set(name, known);
  return known;
}

async function translator(locale: Locale, namespace: string): Promise<Words> {
  const messages = await messagesOf(locale);
  const { intl } = languageOf(locale);
  return withGaps(createTranslator({ locale: intl, messages, namespace, timeZone: civilZone() }));
}
