import { CLOCK, type Clock, clockOf } from './clock.ts';
import { DAY, dayOf, type WrittenDay } from './day.ts';

/** What a line says that begins an entry. */
export type Head = { clock: Clock; day?: WrittenDay; name?: string; text: string };

export type HeadFormat = {
  name: string;
  read: (line: string) => Head | undefined;
  /** What people wrote stands below their name and the time. */
  isTextBelow: boolean;
  /** Lines of the same chat without a name: what the chat itself says. */
  nameless?: (line: string) => Head | undefined;
};

const NAME = String.raw`[^\s:<>\[\]()][^:<>\[\]]{0,60}?`;

type Named = Partial<Record<'clock' | 'day' | 'name' | 'text', string>>;

/**
 * @param pattern with groups named clock, day, name and text; D and C in it stand for a day and a time
 * @param nameless pattern of the lines without a name that such a chat has, too
 */
function format(name: string, pattern: string, nameless?: string): HeadFormat {
  return {
    name,
    read: readerOf(pattern),
    isTextBelow: !pattern.includes('<text>'),
    ...(nameless === undefined ? {} : { nameless: readerOf(nameless) }),
  };
}

function readerOf(pattern: string): (line: string) => Head | undefined {
  const groups = pattern
    .replaceAll('<D>', `(?<day>${DAY})`)
    .replaceAll('<C>', `(?<clock>${CLOCK})`)
    .replaceAll('<N>', `(?<name>${NAME})`);
  const expression = new RegExp(`^\\s*${groups}\\s*$`);
  return (line) => {
    const found = expression.exec(line)?.groups as Named | undefined;
    const clock = clockOf(found?.clock ?? '');
    if (found === undefined || clock === undefined) return undefined;
    const day = found.day === undefined ? undefined : dayOf(found.day);
    if (found.day !== undefined && day === undefined) return undefined;
    const who = found.name?.trim();
    return {
      clock,
      ...(day === undefined ? {} : { day }),
      ...(who === undefined || who === '' ? {} : { name: who }),
      text: found.text?.trim() ?? '',
    };
  };
}

const NAMELESS = {
  dayInBrackets: String.raw`\[<D>,?[ T]<C>\]:? (?<text>.+)`,
  dayWithDash: '<D>,? <C> [-–—] (?<text>.+)',
  inBrackets: String.raw`\[<C>\]:? (?<text>.+)`,
  perhapsInBrackets: String.raw`\[?<C>\]? (?<text>.+)`,
  day: String.raw`<D>[ T]<C>[\t,;|: -]+(?<text>.+)`,
  time: String.raw`<C>(?:[ \t]*[-–—:|,;])?[ \t]+(?<text>.+)`,
};

/** The formats of chats and logs, the more exact first: of two that explain as much, the first is taken. */
export const HEAD_FORMATS: readonly HeadFormat[] = [
  format('[day time] name: text', String.raw`\[<D>,? <C>\] <N>: (?<text>.*)`, NAMELESS.dayInBrackets),
  format('[day time] name, text below', String.raw`\[<D>,? <C>\] <N>`, NAMELESS.dayInBrackets),
  format('[day time] text', NAMELESS.dayInBrackets),
  format('day, time - name: text', '<D>,? <C> [-–—] <N>: (?<text>.*)', NAMELESS.dayWithDash),
  format('[time] name: text', String.raw`\[<C>\] <N>: (?<text>.*)`, NAMELESS.inBrackets),
  format('[time] <name> text', String.raw`\[?<C>\]? <(?<name>[^<>]{1,60})> (?<text>.*)`, NAMELESS.perhapsInBrackets),
  format('[time] text', NAMELESS.inBrackets),
  format('name, day time, text below', '<N>,? (?:on |at )?<D>,? (?:at )?<C>'),
  format('name [time], text below', String.raw`<N>\s+\[<C>\]`),
  format('name  time, text below', String.raw`<N>(?:\s{2,}|\s)<C>`),
  format('day and time, name: text', String.raw`<D>[ T]<C>[\t,;| ]+<N>: (?<text>.+)`, NAMELESS.day),
  format('day and time, text', NAMELESS.day),
  format('day, time - text', NAMELESS.dayWithDash),
  format('time name: text', String.raw`<C>(?: [-–—])?[ \t]+<N>: (?<text>.*)`, NAMELESS.time),
  format('time, text', NAMELESS.time),
];
