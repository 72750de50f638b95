import { DEFAULT_CONFIG } from '../shared/domain/policy/policy.ts';
import type { Template } from '../shared/domain/record/template.ts';

/** Demands of each template of the default configuration, as a Markdown table. */
export function templatesTable(): string {
  const { templates, dueWithin } = DEFAULT_CONFIG.postMortem;
  const rows = templates.map(
    (one) =>
      `| ${one.name} | ${appliesTo(one)} | ${one.requires.join(', ')} | ${one.approvers} | ${one.dueWithin ?? 'by severity'} |`,
  );
  const due = Object.entries(dueWithin).map(([severity, within]) => `${severity} ${within}`);
  return [
    `| template | applies to | asks for | approvers | due |\n| --- | --- | --- | ---: | --- |\n${rows.join('\n')}`,
    `Due by severity, counted from the opening: ${due.join(', ')}.`,
  ].join('\n\n');
}

function appliesTo({ appliesTo: { kinds = [], categories = [], severities = [] } }: Template): string {
  const all = [...kinds, ...categories, ...severities.map((severity) => `severity ${severity}`)];
  return all.length === 0 ? 'every other record' : all.join(', ');
}
