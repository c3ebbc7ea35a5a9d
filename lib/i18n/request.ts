import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLocale, localeCookie } from './locale';
import { messagesOf } from './messages';
import { civilZone } from './zone';

/** Language, words and zone of the request at hand; there are no languages in addresses. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(jar.get(localeCookie)?.value, head.get('accept-language'));
  return { locale, messages: await messagesOf(locale), timeZone: civilZone() };
});
