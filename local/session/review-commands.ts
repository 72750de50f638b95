import { fillInCritical } from './critical-incident.ts';
import { recordId, type SessionAccess } from './session-access.ts';

/** Commands for the review of a record: to look at it, fill it in, submit and approve it. */
export function reviewCommands({ as, auditor, pagesUrl }: SessionAccess, say: (line: string) => void) {
  return {
    async show(named: string) {
      const api = await auditor();
      const id = await recordId(named, api);
      const { status, approvals, completeness, recommendations, incident } = await api.record(id);
      say(incident.title);
      say(`  ${incident.key}, ${incident.severity}: ${status}, approved by ${approvals.length}`);
      say(`  complete to ${completeness.score} % (template "${completeness.template}")`);
      for (const { message } of completeness.missing) say(`  missing: ${message}`);
      for (const { title: what, state, remediation } of recommendations) {
        say(`  ${remediation?.ticket?.key ?? '(no ticket yet)'}  ${remediation?.state ?? state}  ${what}`);
      }
      say(`  ${pagesUrl}/console/post-mortems/${id}`);
    },

    async fillIn(named: string, who: string) {
      const api = await as(who);
      const id = await recordId(named, api);
      if ((await api.record(id)).completeness.missing.length > 0) await fillInCritical(id, api);
      const { completeness } = await api.record(id);
      say(`complete to ${completeness.score} %, by ${who}`);
    },

    async submit(named: string, who: string) {
      const api = await as(who);
      const { status } = await api.change(await recordId(named, api), 'POST', '/submit');
      say(`submitted by ${who}: ${status}`);
    },

    async approve(named: string, who: string) {
      const api = await as(who);
      const id = await recordId(named, api);
      const { revision } = await api.record(id);
      const { status } = await api.change(id, 'POST', '/approve', { revision });
      say(status === 'approved' ? 'approved' : `approved by ${who}, and waits for one more: ${status}`);
    },
  };
}
