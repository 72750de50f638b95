import type { SimulatedLocale, User } from './catalogue.ts';

/**
 * Language of the answers: that of the profile of whoever calls. `Accept-Language` alone changes nothing; together with
 * `X-Force-Accept-Language: true` it does, on Cloud.
 */
export function answerLocale(
  { locale = 'en_US' }: User,
  { acceptLanguage, isForced }: { readonly acceptLanguage: string | undefined; readonly isForced: boolean },
): SimulatedLocale {
  if (!isForced || acceptLanguage === undefined) return locale;
  return acceptLanguage.startsWith('de') ? 'de_DE' : 'en_US';
}
