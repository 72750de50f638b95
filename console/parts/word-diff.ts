export type DiffPart = { text: string; is: 'same' | 'gone' | 'new' };

/** Words of both sides times each other that are compared; longer texts are shown as gone and new. */
const MOST_CELLS = 4_000_000;

/** How two texts differ, by words. The parts without `new` are the old text, those without `gone` the new one. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = middleDiff(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return joined([
    { text: old.slice(0, start).join(''), is: 'same' },
    ...middle,
    { text: old.slice(old.length - end).join(''), is: 'same' },
  ]);
}

/** Whether two texts have enough in common for a diff of them to be read. */
export function isAlike(parts: readonly DiffPart[]): boolean {
  const letters = (is: DiffPart['is']) =>
    parts.reduce((sum, part) => (part.is === is ? sum + part.text.replaceAll(/\s/g, '').length : sum), 0);
  return 3 * letters('same') >= Math.max(letters('gone'), letters('new'));
}

/** Words with the space after them, so that a word which stays is found whatever stands beside it. */
const tokensOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];

function middleDiff(old: readonly string[], now: readonly string[]): DiffPart[] {
  if (old.length * now.length > MOST_CELLS) {
    return [
      { text: old.join(''), is: 'gone' },
      { text: now.join(''), is: 'new' },
    ];
  }
  const lengths = commonLengths(old, now);
  const width = now.length + 1;
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [a, b] = [old[i], now[j]];
    if (a !== undefined && a === b) {
      parts.push({ text: a, is: 'same' });
      i += 1;
      j += 1;
    } else if (
      a !== undefined &&
      (b === undefined || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      parts.push({ text: a, is: 'gone' });
      i += 1;
    } else {
      parts.push({ text: b ?? '', is: 'new' });
      j += 1;
    }
  }
  return parts;
}

/** Length of the longest common run of words of what follows each pair of places. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const next = old[i] === now[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : 0;
      lengths[i * width + j] = Math.max(next, lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

/** Neighbours of one kind are one part; within a change, what is gone stands before what is new, and a space alone parts no change. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let [gone, fresh, space] = ['', '', ''];
  const flush = () => {
    if (gone !== '') out.push({ text: gone, is: 'gone' });
    if (fresh !== '') out.push({ text: fresh, is: 'new' });
    const rest = space;
    [gone, fresh, space] = ['', '', ''];
    addSame(out, rest);
  };
  for (const { text, is } of parts) {
    const isChanging = gone !== '' || fresh !== '';
    if (is === 'same') {
      if (isChanging && space === '' && text.trim() === '') space = text;
      else {
        flush();
        addSame(out, text);
      }
      continue;
    }
    if (space !== '') [gone, fresh, space] = [gone + space, fresh + space, ''];
    if (is === 'gone') gone += text;
    else fresh += text;
  }
  flush();
  return out;
}

function addSame(out: DiffPart[], text: string): void {
  const last = out.at(-1);
  if (text === '') return;
  if (last?.is === 'same') out.splice(-1, 1, { text: last.text + text, is: 'same' });
  else out.push({ text, is: 'same' });
}
