/** The commands of holdfast in the block of a page behind a comment, as a shell takes them apart. */
export function commandsIn(page: string, comment: string): { words: string[]; into?: string | undefined }[] {
  const [, after = ''] = page.split(`<!-- ${comment} -->`);
  const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(after) ?? [];
  const lines = block.split('\n').filter((line) => line.startsWith('npx holdfast '));
  if (lines.length === 0) throw new Error(`there are no commands behind <!-- ${comment} -->`);
  return lines.map((line) => {
    const [command = '', into] = line.replace(/\s+#.*$/, '').split(' > ');
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    return { words: words.slice(2), into };
  });
}
