import { createHash } from 'node:crypto';
import { Html, html } from '../document/html/html.ts';
import { START_PAGE } from './return-path.ts';
import type { SessionAnswer } from './session-dependencies.ts';

const STYLE = `body{font:1.1rem/1.6 system-ui,sans-serif;margin:15vh auto;max-width:34rem;padding:0 1rem;color:#1c2733;background:#fff}
a{color:#0b57b8}
@media(prefers-color-scheme:dark){body{color:#dfe6ee;background:#12181f}a{color:#86b8ff}}`;

/** Nothing runs on these pages, and nothing is loaded: https://www.w3.org/TR/CSP3/ */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Of every answer: it is of one person at one moment, and its address may hold a code. */
export const SESSION_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

type Page = {
  status: number;
  title: string;
  /** What happened, and what to do. */
  paragraphs: readonly string[];
  link: { to: string; text: string };
  cookies?: string[];
  /** Seconds after which the same may go well. */
  retryAfter?: number;
};

/** A page for whom the sign-in leads nowhere else. */
export function page({ status, title, paragraphs, link, cookies = [], retryAfter }: Page): SessionAnswer {
  const body = html`${new Html('<!doctype html><html lang="en"><meta charset="utf-8">')}
<meta name="viewport" content="width=device-width"><title>${title} · Holdfast</title><style>${new Html(STYLE)}</style>
<h1>${title}</h1>${paragraphs.map((text) => html`<p>${text}</p>`)}<p><a href="${link.to}">${link.text}</a></p></html>`;
  return {
    statusCode: status,
    headers: {
      ...SESSION_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    cookies,
    body: body.markup,
  };
}

/** Leads back into a sign-in that goes on to the same page. */
export const signInLink = (returnTo: string): string =>
  returnTo === START_PAGE
    ? '/session/sign-in'
    : `/session/sign-in?${new URLSearchParams({ return: returnTo }).toString()}`;
