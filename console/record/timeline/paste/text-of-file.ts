const UTF_16: readonly (readonly [name: string, mark: readonly [number, number]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The text of a file: UTF-8, or what its first bytes say. @returns undefined for another encoding: guessed, its letters would be wrong */
export function textOfFile(bytes: Uint8Array): string | undefined {
  const [encoding] = UTF_16.find(([, mark]) => mark[0] === bytes[0] && mark[1] === bytes[1]) ?? ['utf-8'];
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
