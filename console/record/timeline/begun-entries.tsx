import { startOf } from '../../parts/start-of.ts';
import type { EntryDraft } from './entry-draft.ts';

type BegunEntriesProps = {
  begun: readonly (readonly [about: string, draft: EntryDraft])[];
  onGoOn: (about: string) => void;
  onForget: (about: string) => void;
};

/** Entries that somebody began and did not add: each waits under its own words. */
export function BegunEntries({ begun, onGoOn, onForget }: BegunEntriesProps) {
  if (begun.length === 0) return null;
  return (
    <ul class="timeline-begun stack" aria-label="Begun, and not in the record yet">
      {begun.map(([about, { what, role, evidencedBy }]) => {
        const words = startOf(what.trim() || role || evidencedBy, 60);
        return (
          <li key={about} class="row">
            <span>
              {about.startsWith('new') ? 'Begun, and not added: ' : 'A correction that was begun: '}“<bdi>{words}</bdi>”
            </span>
            <button type="button" class="button" aria-label={`Go on with: ${words}`} onClick={() => onGoOn(about)}>
              Go on
            </button>
            <button
              type="button"
              class="button button-plain"
              aria-label={`Forget what was begun: ${words}`}
              onClick={() => onForget(about)}
            >
              Forget it
            </button>
          </li>
        );
      })}
    </ul>
  );
}
