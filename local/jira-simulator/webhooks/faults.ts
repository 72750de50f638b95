import type * as z from 'zod';
import { faultSchema } from './fault-kinds.ts';

export type FaultInput = z.input<typeof faultSchema>;
export type InjectedFault = z.infer<typeof faultSchema>;
export type RequestFault = Extract<InjectedFault, { path: string }>;
export type BulkFault = Extract<InjectedFault, { kind: 'bulk-partial-failure' }>;
export type WebhookFault = Extract<InjectedFault, { kind: `webhook-${string}` }>;

type Switch = { readonly id: string; readonly fault: InjectedFault; strikesLeft: number };

/**
 * The faults that are switched on. The first one that matches and strikes is the one that counts.
 *
 * @param random seeded by the caller, so that a run with probabilities can be repeated
 */
export function createFaults(random: () => number, baseIndexLagMs: number) {
  let switches: Switch[] = [];
  let lastId = 0;

  return {
    /** Returns the id to remove it by. */
    add(input: FaultInput): string {
      const fault = faultSchema.parse(input);
      lastId += 1;
      const id = `fault-${lastId}`;
      switches.push({ id, fault, strikesLeft: strikesOf(fault) });
      return id;
    },

    remove(id: string): void {
      switches = switches.filter((each) => each.id !== id);
    },

    clear(): void {
      switches = [];
    },

    list(): { id: string; fault: InjectedFault; strikesLeft: number | 'unlimited' }[] {
      return switches.map(({ id, fault, strikesLeft }) => ({
        id,
        fault,
        strikesLeft: Number.isFinite(strikesLeft) ? strikesLeft : 'unlimited',
      }));
    },

    indexLagMs(): number {
      const lags = switches.map(({ fault }) => (fault.kind === 'index-lag' ? fault.lagMs : 0));
      return Math.max(baseIndexLagMs, ...lags);
    },

    /** @param hasPageToken whether it asks for a page that is not the first */
    strikeRequest(method: string, path: string, hasPageToken: boolean): RequestFault | undefined {
      return strike((fault): fault is RequestFault => {
        if (!('path' in fault)) return false;
        if (fault.kind === 'repeated-page-token' && !hasPageToken) return false;
        return (fault.method === undefined || fault.method === method) && pathPattern(fault.path).test(path);
      });
    },

    strikeBulk(): BulkFault | undefined {
      return strike((fault): fault is BulkFault => fault.kind === 'bulk-partial-failure');
    },

    strikeWebhook(webhookEvent: string): WebhookFault | undefined {
      return strike((fault): fault is WebhookFault => {
        if (!isWebhookFault(fault)) return false;
        return fault.webhookEvent === undefined || fault.webhookEvent === webhookEvent;
      });
    },
  };

  function strike<Struck extends InjectedFault>(
    matches: (fault: InjectedFault) => fault is Struck,
  ): Struck | undefined {
    for (const each of switches) {
      const { fault } = each;
      if (each.strikesLeft === 0 || !matches(fault)) continue;
      if (random() >= probabilityOf(each.fault)) continue;
      each.strikesLeft -= 1;
      switches = switches.filter(({ strikesLeft }) => strikesLeft > 0);
      return fault;
    }
    return undefined;
  }
}

export type Faults = ReturnType<typeof createFaults>;

function isWebhookFault(fault: InjectedFault): fault is WebhookFault {
  return fault.kind.startsWith('webhook-');
}

function strikesOf(fault: InjectedFault): number {
  if (fault.kind === 'index-lag') return Number.POSITIVE_INFINITY;
  if (fault.times !== undefined) return fault.times;
  return fault.probability === undefined ? 1 : Number.POSITIVE_INFINITY;
}

function probabilityOf(fault: InjectedFault): number {
  return fault.kind === 'index-lag' ? 1 : (fault.probability ?? 1);
}

function pathPattern(glob: string): RegExp {
  const source = glob
    .split('**')
    .map((part) => part.split('*').map(literal).join('[^/]*'))
    .join('.*');
  return new RegExp(`^${source}$`);
}

function literal(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
