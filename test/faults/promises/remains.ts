import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import type { ChainedEvent } from '../../../shared/domain/events/recorded-event.ts';
import { RecordedEvent } from '../../../shared/domain/events/recorded-event.ts';
import type { TimelineEntry } from '../../../shared/domain/record/content/timeline.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { type Remediation, TICKET_LABEL } from '../../../shared/domain/remediation/remediation.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { isRecordHead, postMortemIdIn } from '../../../shared/store/keys.ts';
import { recordStore } from '../../../shared/store/records/record-store.ts';
import { ownerOf } from '../jira/ticket-owner.ts';
import type { Storm } from '../storm.ts';

export type KeptRecord = {
  readonly id: PostMortemId;
  readonly postMortem: PostMortem;
  readonly timeline: readonly TimelineEntry[];
  readonly remediations: readonly Remediation[];
  readonly log: readonly ChainedEvent[];
};

/** State that a storm has left behind, read once for all who look at it. */
export type Remains = {
  readonly storm: Storm;
  readonly records: readonly KeptRecord[];
  /** Every event that was ever put in the outbox. */
  readonly outbox: readonly RecordedEvent[];
  readonly incidents: readonly Issue[];
  readonly tickets: readonly Issue[];
};

export async function gatherRemains(storm: Storm): Promise<Remains> {
  const { table, jira, config, weather, site } = storm;
  const store = recordStore({
    table: { client: table.client(), name: 'records' },
    rules: config,
    now: weather.timeline.now,
    newId: () => '',
    backOff: () => Promise.resolve(),
  });
  const items = table.all();
  const ids = items.filter(isRecordHead).map(({ pk }) => postMortemIdIn(pk));
  const records: KeptRecord[] = [];
  for (const id of ids) {
    const postMortem = await store.postMortem(id);
    if (postMortem === undefined) throw new Error(`the head of ${id} is there and its record is not`);
    records.push({
      id,
      postMortem,
      timeline: await store.wholeTimeline(id),
      remediations: await store.remediations(id),
      log: await store.events(id),
    });
  }
  return {
    storm,
    records,
    outbox: items.filter(({ outbox }) => outbox === true).map(({ event }) => RecordedEvent.parse(event)),
    incidents: jira
      .issues()
      .filter(
        ({ issueType, project }) => project.key === site.incident.project && issueType.name === site.incident.issueType,
      ),
    // What people copied carries our label, and is theirs.
    tickets: jira
      .issues()
      .filter(
        (issue) =>
          ownerOf(issue) !== undefined || (issue.labels.includes(TICKET_LABEL) && issue.creator.accountType === 'app'),
      ),
  };
}
