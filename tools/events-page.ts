import * as z from 'zod';
import { EVENTS } from '../shared/domain/events/events.ts';
import type { EventDefinition } from '../shared/domain/words/event-definition.ts';

type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  $ref?: string;
};

const INTRO = `# Events

Every fact that Holdfast states goes to its own EventBridge bus. This page is made by \`npm run docs\` from the
catalogues of the rooms, which \`shared/domain/events/events.ts\` puts together; a test keeps the two in step.

- \`source\` is \`holdfast\`, or \`holdfast.<source>\` for what a ticketing system told us, such as \`holdfast.jira\`.
- \`detail-type\` is the name of the event: a fact in the past tense.
- \`detail\` is \`{ metadata, data }\`. \`data\` is described below for each event.

| metadata | type | meaning |
| --- | --- | --- |
| \`id\` | ULID | names this event; the same event delivered twice has the same id |
| \`schemaVersion\` | integer | version of \`data\`; raised when its shape changes |
| \`correlationId\` | text | the same for everything that one webhook, call or schedule led to |
| \`causationId\` | text, optional | the event before this one |
| \`occurredAt\` | time | ISO 8601, UTC, with milliseconds |
| \`hops\` | integer | how many events led here; past 16 an event is refused, so that circles end |

Delivery is at least once, in no certain order: consumers must take the same event twice. Fields marked *stays in the
record* are in the audit log and not on the bus: they are long, or for the team's eyes only.
`;

/** The page of the events, from their schemas. */
export function eventsPage(): string {
  const sections = Object.entries<EventDefinition>(EVENTS).map(([name, definition]) => section(name, definition));
  return `${INTRO}\n${sections.join('\n')}`;
}

function section(name: string, { means, data, withheld = [] }: EventDefinition): string {
  const schema: Schema = z.custom<Schema>().parse(z.toJSONSchema(data, { io: 'input', unrepresentable: 'any' }));
  const rows = Object.entries(schema.properties ?? {}).map(([field, of]) => {
    const notes = [
      schema.required?.includes(field) ? '' : 'optional',
      withheld.includes(field) ? 'stays in the record' : '',
    ].filter((note) => note !== '');
    return `| \`${field}\` | ${typeOf(of)} | ${notes.join(', ')} |`;
  });
  return `## ${name}\n\n${means}\n\n| field | type | |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function typeOf(schema: Schema, depth = 0): string {
  if (schema.$ref !== undefined) return 'object';
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) {
    const kinds = [...new Set(options.map((option) => typeOf(option, depth + 1)))];
    return kinds.every((kind) => kind.startsWith('{')) ? 'object, by its kind' : kinds.join(' or ');
  }
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {}, depth + 1)}`;
  if (schema.type === 'object') return objectType(schema, depth);
  if (schema.format === 'date-time') return 'time';
  return schema.type === 'string' ? 'text' : (schema.type ?? 'anything');
}

function objectType({ properties = {}, required = [] }: Schema, depth: number): string {
  if (depth > 1) return 'object';
  const fields = Object.keys(properties).map((field) => (required.includes(field) ? field : `${field}?`));
  return `{ ${fields.join(', ')} }`;
}
