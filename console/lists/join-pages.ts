import type { GatheredPage } from './gather-page.ts';

/** Lines of all pages in their order, each once: what changes while pages are read may come twice. */
export function joinPages<Line>(pages: readonly GatheredPage<Line>[], keyOf: (line: Line) => string) {
  const byKey = new Map<string, Line>();
  let lookedAt = 0;
  for (const page of pages) {
    lookedAt += page.lookedAt;
    for (const line of page.lines) if (!byKey.has(keyOf(line))) byKey.set(keyOf(line), line);
  }
  return { lines: [...byKey.values()], lookedAt };
}
