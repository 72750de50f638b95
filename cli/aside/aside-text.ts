import { counted } from '../../shared/document/counted.ts';

export type ListedAside = {
  id: string;
  at: string;
  because: string;
  bytes: number;
  isCut: boolean;
  sentBackAt: string | undefined;
};

/** For a person: each with its reason, and what to do. */
export function asideText(asides: readonly ListedAside[]): string {
  if (asides.length === 0) return 'nothing is kept aside\n';
  const waiting = asides.filter(({ sentBackAt }) => sentBackAt === undefined).length;
  const lines = [
    ...asides.flatMap((aside) => [`${aside.id}  ${about(aside)}`, `    ${aside.because}`]),
    '',
    `${counted(asides.length, 'webhook')} kept aside, ${waiting} not sent back`,
    ...(waiting > 0 ? ['when this version can read one: holdfast aside --send-back <id>'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function about({ at, bytes, isCut, sentBackAt }: ListedAside): string {
  const cut = isCut ? ', only its beginning was kept' : '';
  const sent = sentBackAt === undefined ? '' : `, sent back ${sentBackAt}`;
  return `${at}, ${counted(bytes, 'byte')}${cut}${sent}`;
}
