import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const PAGES = globSync(['*.md', 'docs/**/*.md', '.github/**/*.md'], { cwd: ROOT }).toSorted();
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** Links to pages and files of ours, without those of code blocks. */
function linksIn(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) =>
    /^(https?:|mailto:|#)/.test(target) ? [] : [target],
  );
}

/** Turns a heading into an anchor, as a code host does. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

function isThere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = join(ROOT, dirname(page), path);
  if (!existsSync(file)) return false;
  if (anchor === undefined || !file.endsWith('.md')) return true;
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].some(
    ([, heading = '']) => anchorOf(heading) === anchor,
  );
}

/** Files and folders of the repository that a text names in code style: `shared/api/routes.ts`, `docs/decisions`. */
const filesIn = (text: string): string[] =>
  [...text.matchAll(/`((?:cli|docs|functions|infra|local|runtime|shared|test|tools)\/[\w./-]*\w)`/g)].map(
    ([, path = '']) => path,
  );

describe('the pages', () => {
  it('are many: the check sees them', () => {
    expect(PAGES.length).toBeGreaterThan(30);
  });

  it.each(PAGES)('%s leads only to what is there', (page) => {
    const text = textOf(page);
    const lost = linksIn(text).filter((link) => !isThere(page, link));
    const gone = filesIn(text).filter((path) => !existsSync(join(ROOT, path)));
    expect({ lost, gone }).toEqual({ lost: [], gone: [] });
  });

  it('about decisions have titles in one form, numbered without a gap', () => {
    const titles = PAGES.filter((page) => page.startsWith('docs/decisions/')).map((page) => [
      page.split('/').at(-1)?.slice(0, 4),
      /^# (\d{4}): \S/.exec(textOf(page))?.[1],
    ]);
    expect(titles).toEqual(titles.map((_, index) => Array(2).fill(String(index + 1).padStart(4, '0'))));
  });
});
