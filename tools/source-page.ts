import * as z from 'zod';
import { HoldfastJsonMessage } from '../shared/intake/holdfast-json/message.ts';

/** The message that any system can post, as JSON Schema in a block of Markdown. */
export function messageSchema(): string {
  const schema = z.toJSONSchema(HoldfastJsonMessage, { io: 'input', unrepresentable: 'any' });
  return `\`\`\`json\n${JSON.stringify(schema, undefined, 2)}\n\`\`\``;
}
