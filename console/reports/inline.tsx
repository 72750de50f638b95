import type { Schemas } from '../data/api.ts';
import { Time, timeInWords } from '../marks/time.tsx';
import { ToneMark } from './tone-mark.tsx';
import { webLink } from './web-link.ts';

/** Words of a report, with the links, times and marks among them. */
export function Inline({ words }: { words: readonly Schemas['DrawnInline'][] }) {
  return (
    <>
      {words.map((part, at) => {
        const key = `${at}`;
        if (typeof part === 'string') return <bdi key={key}>{part}</bdi>;
        switch (part.kind) {
          case 'link':
            return <ReportLink key={key} link={part} />;
          case 'time':
            return part.precision === 'second' ? <Second key={key} at={part.at} /> : <Time key={key} at={part.at} />;
          case 'mark':
            return <ToneMark key={key} mark={part} />;
          default:
            return part satisfies never;
        }
      })}
    </>
  );
}

/** A link that leads to the web, or into the console where it names a record; anything else stays words. */
export function ReportLink({ link }: { link: Schemas['DrawnLink'] }) {
  const href = webLink(link);
  if (href === undefined) return <bdi>{link.text}</bdi>;
  return (
    <a href={href} rel="noopener noreferrer">
      <bdi>{link.text}</bdi>
    </a>
  );
}

/** Where the order of things within a minute matters. Zones differ by whole minutes, so seconds are the same in all. */
const Second = ({ at }: { at: string }) => (
  <time dateTime={at} title={at}>
    {timeInWords(at).replace(/\d\d:\d\d/, (clock) => `${clock}:${at.slice(17, 19)}`)}
  </time>
);
