import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { stamp } from './servicenow-tables.ts';

/** What a business rule sees of a record: values, labels, and which of them this update changes. */
export type ScriptRecord = {
  readonly table: string;
  readonly values: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly operation: 'insert' | 'update';
  readonly before?: Pick<ScriptRecord, 'values' | 'labels'>;
};

/** Event in the queue of the instance: both parameters hold 255 characters. */
export type QueuedEvent = {
  readonly table: string;
  readonly instance: string;
  readonly parm1: string;
  readonly parm2: string;
  /** Seconds from now, of one that is tried again. */
  readonly inSeconds?: number;
};

export type SentRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const scriptIn = (name: string): string =>
  readFileSync(new URL(`../../docs/sources/servicenow/${name}`, import.meta.url), 'utf8');
const PARAMETER_LIMIT = 255;

/** A GlideRecord with as much of it as the scripts use. */
function glideRecord({ values, labels, operation, before }: ScriptRecord) {
  const element = (field: string) => ({
    changes: () => before !== undefined && before.values[field] !== values[field],
    getDisplayValue: () => labels[field] ?? values[field] ?? null,
  });
  return {
    ...Object.fromEntries(Object.keys(values).map((field) => [field, element(field)])),
    getValue: (field: string) => values[field] ?? null,
    isValidField: (field: string) => values[field] !== undefined,
    isValidRecord: () => true,
    operation: () => operation,
  };
}

/** Runs the business rule of docs/sources/servicenow, as an instance does after a record was saved. @returns what it queued */
export function runBusinessRule(record: ScriptRecord): QueuedEvent[] {
  const queued: QueuedEvent[] = [];
  const { before = record } = record;
  const gs = {
    eventQueue: (name: string, _record: unknown, parm1: string, parm2: string) => {
      if (name !== 'holdfast.incident.changed') throw new Error(`the event ${name} is not registered`);
      queued.push(queuedEvent(record, parm1, parm2));
    },
  };
  const current = glideRecord(record);
  vm.runInNewContext(scriptIn('queue-change.js'), { current, previous: glideRecord({ ...record, ...before }), gs });
  return queued;
}

const queuedEvent = ({ table, values }: ScriptRecord, ...parameters: [string, string]): QueuedEvent => {
  if (parameters.some(({ length }) => length > PARAMETER_LIMIT)) throw new Error('a parameter holds 255 characters');
  const [parm1, parm2] = parameters;
  return { table, instance: values.sys_id ?? '', parm1, parm2 };
};

export type ScriptAction = {
  readonly properties: Readonly<Record<string, string>>;
  readonly now: Date;
  readonly answer: (request: SentRequest) => number;
};

/** Runs the script action of docs/sources/servicenow for an event. @returns what it put into the queue again, and what it logged */
export function runScriptAction(event: QueuedEvent, record: ScriptRecord, { properties, now, answer }: ScriptAction) {
  const queued: QueuedEvent[] = [];
  const logged: string[] = [];
  class GlideDateTime {
    seconds = 0;
    getNumericValue = () => now.getTime();
    addSeconds(seconds: number): void {
      this.seconds += seconds;
    }
    toString = () => stamp(now);
  }
  class GlideCertificateEncryption {
    /** Takes the key in Base64, and answers in Base64. */
    generateMac(key: string, algorithm: string, text: string): string {
      if (algorithm !== 'HmacSHA256') throw new Error(`no algorithm ${algorithm}`);
      return createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64');
    }
  }
  const gs = {
    getProperty: (name: string) => properties[name] ?? null,
    warn: (text: string) => logged.push(text),
    error: (text: string) => logged.push(text),
    eventQueueScheduled: (_name: string, _record: unknown, parm1: string, parm2: string, at: GlideDateTime) =>
      queued.push({ ...queuedEvent(record, parm1, parm2), inSeconds: at.seconds }),
  };
  const GlideStringUtil = { base64Encode: (text: string) => Buffer.from(text).toString('base64') };
  const sn_ws = { RESTMessageV2: restMessage(answer) };
  const current = glideRecord(record);
  const world = { current, event, gs, GlideDateTime, GlideCertificateEncryption, GlideStringUtil, sn_ws };
  vm.runInNewContext(scriptIn('send-change.js'), world);
  return { queued, logged };
}

function restMessage(answer: ScriptAction['answer']) {
  return class RestMessage {
    url = '';
    method = '';
    body = '';
    headers: Record<string, string> = {};
    setEndpoint(url: string): void {
      this.url = url;
    }
    setHttpMethod(method: string): void {
      this.method = method;
    }
    setHttpTimeout(): void {}
    setRequestHeader(name: string, value: string): void {
      this.headers[name.toLowerCase()] = value;
    }
    setRequestBody(body: string): void {
      this.body = body;
    }
    execute() {
      if (this.method !== 'post') throw new Error('another method');
      const status = answer({ url: this.url, headers: this.headers, body: this.body });
      return { getStatusCode: () => status };
    }
  };
}
