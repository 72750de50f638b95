/**
 * Field of a record for each field of VERIS; `*` is any one step of a path. Every field but the summary is kept letter
 * by letter in `sections.source.facts` besides. `docs/veris.md` is made from this list, and a test holds it to incidents.
 */
export const VERIS_FIELDS: readonly { field: string; home: string; note?: string }[] = [
  { field: 'incident_id', home: 'importedFrom.id', note: 'the same id is imported once' },
  { field: 'schema_version', home: 'sections.source.version' },
  { field: 'summary', home: 'sections.summary.text', note: 'its first sentence is the title' },
  { field: 'reference', home: 'incident.url', note: 'the first address in it' },
  { field: 'action.*.variety', home: 'sections.attack.description', note: 'and `vectors` and the category' },
  { field: 'action.*.vector', home: 'sections.attack.description', note: 'of an error: a contributing factor' },
  { field: 'action.*.result', home: 'sections.attack.description' },
  { field: 'action.*.target', home: 'sections.attack.description' },
  { field: 'action.*.name', home: 'sections.attack.description' },
  { field: 'action.*.notes', home: 'sections.attack.description' },
  { field: 'action.unknown', home: 'sections.attack.vectors', note: 'the vector `unknown`' },
  { field: 'actor.*.variety', home: 'sections.attack.actor', note: 'further actors: `otherActors`' },
  { field: 'actor.*.motive', home: 'sections.attack.actor' },
  { field: 'actor.*.name', home: 'sections.attack.actor' },
  { field: 'actor.*.notes', home: 'sections.attack.description' },
  { field: 'actor.unknown', home: 'sections.attack.actor', note: 'the kind `unknown`' },
  { field: 'actor.*.country', home: 'sections.source.facts' },
  { field: 'actor.*.region', home: 'sections.source.facts' },
  { field: 'actor.*.industry', home: 'sections.source.facts' },
  { field: 'actor.*.job_change', home: 'sections.source.facts' },
  { field: 'asset.assets.variety', home: 'sections.impact.assets', note: 'the letter before it is the kind' },
  { field: 'asset.assets.amount', home: 'sections.impact.assets', note: 'the count' },
  { field: 'asset.*', home: 'sections.source.facts', note: 'total_amount, cloud, country, management, notes, role' },
  {
    field: 'attribute.confidentiality.data.variety',
    home: 'sections.impact.dataKinds',
    note: 'personal where it is about people',
  },
  { field: 'attribute.confidentiality.data.amount', home: 'sections.impact.dataKinds', note: 'the records' },
  { field: 'attribute.confidentiality.data_disclosure', home: 'sections.impact.description' },
  { field: 'attribute.confidentiality.data_victim', home: 'sections.impact.description' },
  { field: 'attribute.confidentiality.data_total', home: 'sections.source.facts', note: 'the sum of the amounts' },
  { field: 'attribute.confidentiality.state', home: 'sections.source.facts' },
  { field: 'attribute.*.notes', home: 'sections.impact.description' },
  { field: 'attribute.integrity.variety', home: 'sections.impact.description' },
  { field: 'attribute.availability.variety', home: 'sections.impact.description' },
  { field: 'attribute.availability.duration.*', home: 'sections.impact', note: '`duration`, where it has a number' },
  { field: 'timeline.incident.*', home: 'incident.openedAt', note: 'and the first entry of the timeline' },
  { field: 'timeline.compromise.*', home: 'timeline', note: 'an entry `attacker`, counted from the incident' },
  { field: 'timeline.exfiltration.*', home: 'timeline', note: 'an entry `attacker`, counted from the compromise' },
  { field: 'timeline.discovery.*', home: 'timeline', note: 'an entry `detection`, counted from the incident' },
  { field: 'timeline.containment.*', home: 'timeline', note: 'an entry `action`, counted from the discovery' },
  { field: 'discovery_method.*', home: 'sections.detection.by' },
  { field: 'discovery_method.*.variety', home: 'sections.detection.how', note: 'and `by.kind`' },
  { field: 'discovery_notes', home: 'sections.detection.how' },
  { field: 'control_failure', home: 'contributingFactors', note: 'a `process gap`' },
  { field: 'victim.victim_id', home: 'sections.impact.description' },
  { field: 'victim.*', home: 'sections.source.facts', note: 'country, region, state, industry, employee_count, …' },
  { field: 'victim.secondary.*', home: 'sections.source.facts' },
  { field: 'impact.overall_rating', home: 'severity', note: 'medium where it is unknown; and the description' },
  { field: 'impact.overall_amount', home: 'sections.impact.cost', note: 'where the currency is told' },
  { field: 'impact.iso_currency_code', home: 'sections.impact.cost' },
  { field: 'impact.notes', home: 'sections.impact.description' },
  { field: 'impact.overall_max_amount', home: 'sections.source.facts' },
  { field: 'impact.overall_min_amount', home: 'sections.source.facts' },
  { field: 'impact.loss.*', home: 'sections.source.facts' },
  { field: 'plus.timeline.notification.*', home: 'notifications', note: '`public`, `disclosure`; whole dates only' },
  { field: 'plus.event_chain.*', home: 'sections.source.facts', note: 'it has an order and no times' },
  { field: 'plus.*', home: 'sections.source.facts', note: 'how it was coded: analyst, created, github, dbir_year, …' },
  { field: 'plus.asset.*', home: 'sections.source.facts' },
  { field: 'plus.attribute.confidentiality.*', home: 'sections.source.facts' },
  { field: 'value_chain.*.variety', home: 'sections.source.facts' },
  { field: 'targeted', home: 'sections.source.facts' },
  { field: 'confidence', home: 'sections.source.facts' },
  { field: 'campaign_id', home: 'sections.source.facts' },
  { field: 'cost_corrective_action', home: 'sections.source.facts' },
  { field: 'security_incident', home: 'sections.source.facts' },
  { field: 'source_id', home: 'sections.source.facts' },
  { field: 'notes', home: 'sections.source.facts' },
];

/** @param name of a fact, such as `asset.assets[0].variety` @returns the first row that knows it */
export function homeOf(name: string): { field: string; home: string } | undefined {
  const steps = name.replace(/\[\d+\]/g, '').split('.');
  return VERIS_FIELDS.find(({ field }) => {
    const wanted = field.split('.');
    return wanted.length === steps.length && wanted.every((step, index) => step === '*' || step === steps[index]);
  });
}
