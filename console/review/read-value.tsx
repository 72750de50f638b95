import { Time } from '../marks/time.tsx';
import { fieldsOf } from './fields-of.ts';
import { fieldInWords } from './path-words.ts';
import { isInstant } from './read-in-words.ts';

/** Letters from which on a text has a line of its own below its label. */
const LONG = 90;

/** What stands in a field, whatever its shape: text, a list, a time, or fields of its own. */
export function ReadValue({ value }: { value: unknown }) {
  if (value === undefined || value === null) return null;
  if (isInstant(value)) return <Time at={value} />;
  if (typeof value === 'boolean') return <>{value ? 'yes' : 'no'}</>;
  if (typeof value === 'number') return <>{value.toLocaleString('en-GB')}</>;
  if (typeof value === 'string') return <TextValue text={value} />;
  if (Array.isArray(value)) return <ListValue items={value} />;
  if (typeof value !== 'object') return null;
  return isAuthor(value) ? <bdi>{value.name ?? value.id}</bdi> : <FieldTerms value={value} />;
}

const isAuthor = (value: object): value is { id: string; name?: string } =>
  'kind' in value && (value.kind === 'person' || value.kind === 'machine') && 'id' in value;

function TextValue({ text }: { text: string }) {
  if (/^https:\/\/\S+$/.test(text)) {
    return (
      <a href={text} target="_blank" rel="noreferrer">
        {text}
      </a>
    );
  }
  return text.length > LONG ? (
    <p class="prose">
      <bdi>{text}</bdi>
    </p>
  ) : (
    <bdi>{text}</bdi>
  );
}

function ListValue({ items }: { items: readonly unknown[] }) {
  return (
    <ul class="read-list">
      {items.map((item, at) => (
        <li key={at}>
          <ReadValue value={item} />
        </li>
      ))}
    </ul>
  );
}

/** Fields with their labels. @param without fields that are shown elsewhere */
export function FieldTerms({ value, without = [] }: { value: object; without?: readonly string[] }) {
  const fields = fieldsOf(value).filter(([name]) => !without.includes(name));
  if (fields.length === 0) return null;
  return (
    <dl class="read-terms">
      {fields.map(([name, one]) => (
        <div key={name} class={isLong(one) ? 'read-long' : ''}>
          <dt>{fieldInWords(name)}</dt>
          <dd>
            <ReadValue value={one} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isLong = (value: unknown): boolean =>
  (typeof value === 'string' && value.length > LONG) ||
  (typeof value === 'object' && value !== null && !isAuthor(value));
