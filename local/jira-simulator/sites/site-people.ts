import { integrationUser, type SimulatedLocale, type User } from '../site/catalogue.ts';

/** People of every described site, and the integration's account with the profile that this site gave it. */
export function sitePeople(locale: SimulatedLocale, timeZone: string): readonly User[] {
  return [
    { ...integrationUser, accountType: 'app', locale, timeZone },
    { accountId: '712020:mia', displayName: 'Mia Okafor', emailAddress: 'mia@example.com', active: true },
    { accountId: '712020:jonas', displayName: 'Jonas Berg', emailAddress: 'jonas@example.com', active: true },
    {
      accountId: '712020:amara',
      displayName: 'Amara Silva',
      emailAddress: 'amara@example.com',
      active: true,
      emailHidden: true,
    },
    { accountId: '712020:lee', displayName: 'Lee Park', emailAddress: 'lee@example.com', active: false },
    {
      accountId: 'gone',
      displayName: 'Former user',
      emailAddress: 'gone@example.com',
      active: false,
      emailHidden: true,
      isFormer: true,
    },
    {
      accountId: 'qm:cust',
      displayName: 'Cust Omer',
      emailAddress: 'cust@customer.example.com',
      active: true,
      emailHidden: true,
      accountType: 'customer',
    },
  ];
}
