import { problemsOf, STATUS_MEANS } from '../shared/api/description/statuses.ts';
import { BODY_LIMIT_BYTES, IDEMPOTENCY_KEY_LIMIT, PAGE_DEFAULT, PAGE_LIMIT } from '../shared/api/http/limits.ts';
import type { Route } from '../shared/api/route.ts';
import { ROUTES } from '../shared/api/routes.ts';
import { TAGS } from '../shared/api/tags.ts';
import { ACTIONS, may, Role } from '../shared/domain/access/access.ts';
import { COMMENT_LIMIT } from '../shared/domain/record/content/comment.ts';
import { DISMISSED_HINTS_LIMIT } from '../shared/domain/record/content/dismissed-hint.ts';
import { PART_LIMITS, RECOMMENDATIONS_IN_ALL } from '../shared/domain/record/content/parts.ts';
import { ENTRIES_AT_ONCE, TIMELINE_LIMIT } from '../shared/domain/record/decide/write-record.ts';
import { TLP_MARKS } from '../shared/domain/words/tlp.ts';

const INTRO = `# The API

This page is made from the table of routes in \`shared/api/routes.ts\` by \`npm run docs\`; a test keeps the two in step. Shapes of
bodies and answers stand in [openapi.json](openapi.json), which the API serves as \`GET /openapi.json\`, too.

- **Who calls.** People send the id token of the web client, programs the access token of their own client with the scope
  \`holdfast/records.read\` or \`holdfast/records.write\`: [programs](guide.md#programs). A client that is no program of the
  configuration any more is answered with 403.
- **Versions.** A record has the ETag \`"<revision>"\`; sections, parts, timeline entries, drafts, comments and remediations have one of their own,
  in the answer to their GET and in \`etags\` of the record. What overwrites or decides wants \`If-Match\` (428 without it, 412 with
  an old one, and \`currentEtag\` says which is there). A section or part takes its own ETag or the record's; the first version
  of a section needs none. Quotes may be left out. \`If-Match: *\` means: whatever is there. An older ETag of the record holds
  for as long as no person and no program has written in it; for submitting, approving and returning, as long as
  content, severity and category are the same, in the same round of review. What Holdfast notes by itself, such as a deadline, an upload or a check, refuses nobody: where it changes what is
  allowed, the answer is the rule's, 409, and not 412.
- **What was read may be sent back**, changed: what only an answer has, such as an id or a rank, is taken and left as it is. A template for
  recommendations is taken as it comes.
- **What you may do.** \`GET /me\` tells your roles and how far they reach; \`acts\` of a record tells what you may do with it as it is now, and why
  not, in the words of the refusal.
- **Repeats.** A POST that adds takes an \`Idempotency-Key\` of up to ${IDEMPOTENCY_KEY_LIMIT} characters. A repeat within a day makes nothing
  and answers the same; another request under the same key is refused with 422.
- **Lists** take \`limit\` (1 to ${PAGE_LIMIT}, without it ${PAGE_DEFAULT}) and \`cursor\`, which is \`next\` of the page before. A page may be shorter and
  not the last: the last one has no \`next\`. The header \`Link\` has the address of the next page (\`rel="next"\`), of CSV, too.
- **Limits of calls.** Each caller has points for a minute (\`api.perMinute\` of the configuration, 1,200 for a person and 600 for a program as it comes): a
  read takes 1, a write 2, and a search, an export, an import, CSV or a look through the log 10. Over it: 429, and \`Retry-After\` says in how many seconds
  to call again.
- **Errors** are problem documents (RFC 9457): \`status\`, \`detail\` with what to do, \`reason\` for programs, and \`errors\` with a JSON
  Pointer for each wrong field of the body, or the name of the parameter.
- **Restricted records** are TLP:AMBER+STRICT and TLP:RED. Every look at one is among its looks before it is answered. A record that
  the caller may not read is not there for them: 404, and no line in a list.
- **Limits.** Bodies ${BODY_LIMIT_BYTES / 1_024} KB; timelines ${TIMELINE_LIMIT.toLocaleString('en')} entries, ${ENTRIES_AT_ONCE} in one call; ${Object.entries(
  PART_LIMITS,
)
  .map(([kind, limit]) => `${kind} ${limit}`)
  .join(
    ', ',
  )}, comments ${COMMENT_LIMIT}, dismissed hints ${DISMISSED_HINTS_LIMIT} in a record. Recommendations that were approved do not count among these; with them, a record
  holds ${RECOMMENDATIONS_IN_ALL}.
`;

/** The page of the API, from its table. */
export function apiPage(): string {
  const chapters = Object.entries(TAGS).flatMap(([tag, means]) => chapter(tag, means));
  return `${[INTRO, access(), ...chapters, statuses()].join('\n')}`;
}

function chapter(tag: string, means: string): string[] {
  const routes = ROUTES.filter((route) => route.tag === tag);
  if (routes.length === 0) return [];
  const rows = routes.map(
    (route) =>
      `| \`${route.method} ${route.path}\` | ${cell(route)} | ${route.isForEverybody === true ? 'everybody' : route.action} |`,
  );
  return [`## ${tag}\n\n${means}\n\n| call | does | who |\n| --- | --- | --- |\n${rows.join('\n')}\n`];
}

function cell({ summary, ifMatch, isIdempotentByKey, answer }: Route): string {
  const notes = [
    ...(answer.status === 200 ? [] : [String(answer.status)]),
    ...(ifMatch === 'required' ? ['If-Match'] : []),
    ...(ifMatch === 'to overwrite' ? ['If-Match, once it is there'] : []),
    ...(isIdempotentByKey === true ? ['Idempotency-Key'] : []),
  ];
  return `${summary}${notes.length === 0 ? '' : ` · ${notes.join(', ')}`}`;
}

/** Roles and what they may do, asked of the rules themselves. */
function access(): string {
  const rows = ACTIONS.map(
    (action) => `| ${action} | ${Role.options.map((role) => reach(role, action)).join(' | ')} |`,
  );
  return `## Who may do what

A mark says up to where; *own* at TLP:RED means authors of the record and the team in its section \`framework\`.

| | ${Role.options.join(' | ')} |
| --- |${Role.options.map(() => ' --- |').join('')}
${rows.join('\n')}
`;
}

function reach(role: Role, action: (typeof ACTIONS)[number]): string {
  const author = { kind: 'person', id: 'somebody', name: 'Somebody' } as const;
  const can = (tlp: (typeof TLP_MARKS)[number], isAuthor: boolean): boolean =>
    may({ author, roles: [role] }, action, { tlp, authors: isAuthor ? [author] : [], team: [] });
  const highest = TLP_MARKS.findLast((tlp) => can(tlp, false));
  if (highest === undefined) return '';
  if (highest === 'RED') return 'all';
  return can('RED', true) ? `${highest}, own RED` : highest;
}

function statuses(): string {
  const seen = new Set(ROUTES.flatMap((route) => problemsOf(route)));
  const rows = Object.entries(STATUS_MEANS)
    .filter(([status]) => seen.has(Number(status)))
    .map(([status, means]) => `| ${status} | ${means} |`);
  return `## Errors\n\n| status | means |\n| --- | --- |\n${rows.join('\n')}\n`;
}
