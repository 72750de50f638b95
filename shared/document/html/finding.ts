import type { EvidenceGroup, EvidenceResult, Finding } from '../document.ts';
import { printableLine } from '../plain-text.ts';
import { type Html, html } from './html.ts';
import { inlineHtml, linkHtml, markHtml, textHtml } from './inline.ts';

export function findingHtml(finding: Finding): Html {
  const { title, ticket, facts, story, notes } = finding;
  return html`
<article class="finding">
<h3>${linkHtml(ticket)} ${textHtml(title)}</h3>
<ul class="facts">${facts.map((fact) => html`<li>${inlineHtml(fact)}</li>`)}</ul>
<ol class="story" aria-label="What happened">${story.map((step) => html`<li>${inlineHtml(step)}</li>`)}</ol>
${notes.map(({ name, text }) => html`<p class="said"><strong>${name}:</strong> ${printableLine(text)}</p>`)}
${evidenceHtml(finding)}
</article>`;
}

function evidenceHtml({ evidence, isOpen, ticket }: Finding): Html | undefined {
  if (evidence.length === 0) return undefined;
  return html`<details${isOpen ? html` open` : undefined}>
<summary>Evidence<span class="unseen"> for ${printableLine(ticket.text)}</span></summary>
${evidence.map(groupHtml)}
</details>`;
}

function groupHtml({ heading, results }: EvidenceGroup): Html {
  return html`<section class="evidence"><h4>${inlineHtml(heading)}</h4>
<ul>${results.map(resultHtml)}</ul></section>`;
}

function resultHtml({ mark, check, because, seen }: EvidenceResult): Html {
  return html`
<li>${markHtml(mark)} <span class="check">${printableLine(check)}</span>
<p>${printableLine(because)}</p>${seen.map(
    (one) => html`
<p class="seen">${inlineHtml(one)}</p>`,
  )}</li>`;
}
