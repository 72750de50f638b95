import { createHash } from 'node:crypto';
import type { SimulatorAnswer } from '../api/route.ts';
import type { Project } from '../site/catalogue.ts';
import { SafeHtml, safeHtml } from './html.ts';
import { pageStyle } from './page-style.ts';

type Page = {
  readonly title: string;
  readonly projects: readonly Project[];
  /** The key of the board that the page belongs to; `undefined` for the board of everything. */
  readonly currentProject: string | undefined;
  readonly faultCount: number;
  readonly main: SafeHtml;
  readonly status?: number;
};

/**
 * Looks for news every few seconds and swaps the content in place. Writing a comment is never disturbed, and the
 * keyboard focus stays where it was.
 */
const refreshScript = `
setInterval(async () => {
  const main = document.querySelector('main');
  if (document.hidden || main.querySelector('textarea')?.value) return;
  try {
    const response = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
    if (fresh === null || fresh.innerHTML === main.innerHTML) return;
    const focused = main.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
    main.innerHTML = fresh.innerHTML;
    if (focused) main.querySelector('[data-focus="' + CSS.escape(focused) + '"]')?.focus();
  } catch { /* The simulator has stopped: the page stays as it was. */ }
}, 3000);
`;

const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'sha256-${sha256(refreshScript)}'`,
  `style-src 'sha256-${sha256(pageStyle)}'`,
  "style-src-attr 'unsafe-inline'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function pageAnswer({ title, projects, currentProject, faultCount, main, status = 200 }: Page): SimulatorAnswer {
  const tabs = [{ key: undefined, name: 'All projects' }, ...projects];
  const document = safeHtml`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Jira simulator</title>
<style>${new SafeHtml(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="top"><div class="top-row">
<a class="brand" href="/"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 3h5v18H3zM9.5 3h5v11h-5zM16 3h5v15h-5z"/></svg>Jira simulator</a>
<nav aria-label="Boards"><ul class="tabs">${tabs.map(
    ({ key, name }) =>
      safeHtml`<li><a href="${key === undefined ? '/' : `/board/${key}`}"${key === currentProject && safeHtml` aria-current="page"`}>${name}</a></li>`,
  )}</ul></nav>
${faultCount > 0 && safeHtml`<span class="faults">${faultCount} ${faultCount === 1 ? 'fault' : 'faults'} switched on</span>`}
</div></header>
<main id="main" tabindex="-1">${main}</main>
<footer class="foot">A stand-in for Jira Cloud on this machine.</footer>
<script>${new SafeHtml(refreshScript)}</script>
</body>
</html>`;
  return {
    status,
    headers: { 'content-security-policy': contentSecurityPolicy, 'cache-control': 'no-store' },
    html: document.markup,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
