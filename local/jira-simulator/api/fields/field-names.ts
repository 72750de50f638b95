import type { CustomField, SimulatedLocale } from '../../site/catalogue.ts';

type FieldWords = { readonly en: string; readonly de: string };

const systemFieldNames: Readonly<Record<string, FieldWords>> = {
  project: { en: 'Project', de: 'Projekt' },
  issuetype: { en: 'Issue Type', de: 'Vorgangstyp' },
  summary: { en: 'Summary', de: 'Zusammenfassung' },
  description: { en: 'Description', de: 'Beschreibung' },
  priority: { en: 'Priority', de: 'Priorität' },
  labels: { en: 'Labels', de: 'Stichwörter' },
  duedate: { en: 'Due date', de: 'Fälligkeitsdatum' },
  components: { en: 'Components', de: 'Komponenten' },
  assignee: { en: 'Assignee', de: 'Bearbeiter' },
  reporter: { en: 'Reporter', de: 'Autor' },
  resolution: { en: 'Resolution', de: 'Lösung' },
  parent: { en: 'Parent', de: 'Übergeordnet' },
  comment: { en: 'Comment', de: 'Kommentar' },
  security: { en: 'Security Level', de: 'Sicherheitsstufe' },
};

/** Name of a field for whoever reads this language. An administrator's own names are not translated. */
export function fieldName(field: string, customFields: readonly CustomField[], locale: SimulatedLocale): string {
  const custom = customFields.find(({ id }) => id === field);
  return custom?.name ?? systemFieldNames[field]?.[locale === 'de_DE' ? 'de' : 'en'] ?? field;
}
