import { counted } from '../../shared/document/counted.ts';

export type ListedDelivery = {
  id: string;
  /** What stands behind `/webhooks/` in its address. */
  source: string;
  at: string;
  because: string;
  bytes: number;
  isCut: boolean;
  sentBackAt: string | undefined;
};

/** For a person: each with its reason, and what to do. */
export function quarantineText(deliveries: readonly ListedDelivery[]): string {
  if (deliveries.length === 0) return 'nothing is in quarantine\n';
  const waiting = deliveries.filter(({ sentBackAt }) => sentBackAt === undefined).length;
  const lines = [
    ...deliveries.flatMap((delivery) => [`${delivery.id}  ${about(delivery)}`, `    ${delivery.because}`]),
    '',
    `${counted(deliveries.length, 'webhook')} in quarantine, ${waiting} not sent back`,
    ...(waiting > 0 ? ['when this version can read one: holdfast quarantine --send-back <id>'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function about({ source, at, bytes, isCut, sentBackAt }: ListedDelivery): string {
  const cut = isCut ? ', only its beginning was kept' : '';
  const sent = sentBackAt === undefined ? '' : `, sent back ${sentBackAt}`;
  return `${source}, ${at}, ${counted(bytes, 'byte')}${cut}${sent}`;
}
