import { useState } from 'preact/hooks';
import { TlpMark } from '../marks/tlp.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { to } from '../router/to.ts';
import { Page } from '../shell/page.tsx';
import './audit.css';
import { ChainVerdict, ServerVerdict } from './chain-verdict.tsx';
import { EntryList } from './entry-list.tsx';
import { Looks } from './looks.tsx';
import { tlpInLog } from './tlp-in-log.ts';
import { useLog } from './use-log.ts';

/** The log of one record: whether it is whole, and what it says. */
export function Chain({ params: { id = '' } }: { params: Readonly<Record<string, string>> }) {
  const [round, setRound] = useState(0);
  const log = useLog(id, round);
  const incident = incidentOf(log.events[0]?.data);
  if (log.events.length === 0 && !log.isRead && log.error === undefined) {
    return (
      <Page title="Audit log">
        <Skeleton rows={8} />
      </Page>
    );
  }
  // Only the whole log tells the mark that the record has now.
  const tlp = log.isRead ? tlpInLog(log.events) : undefined;
  const isRestricted = log.events.some((event) => event.isRestricted === true);
  return (
    <Page
      title={incident === undefined ? 'Audit log' : `Audit log of ${incident.key}`}
      about={
        <span class="row">
          {incident === undefined ? null : <bdi>{incident.title}</bdi>}
          <a href={to.record(id)}>Open the record</a>
          <a href={to.audit()}>Another log</a>
          {tlp === undefined ? null : <TlpMark tlp={tlp} />}
        </span>
      }
    >
      {isRestricted ? (
        <div class="tlp-band">
          <span>This record is, or was, AMBER+STRICT or RED. Your look is in the log.</span>
        </div>
      ) : null}
      <div class="chain-verdicts">
        <ChainVerdict log={log} again={() => setRound(round + 1)} />
        <ServerVerdict id={id} round={round} log={log} />
        <Looks id={id} />
      </div>
      {log.error !== undefined && log.events.length === 0 ? null : log.isRead ||
        log.error !== undefined ||
        log.hasStopped ||
        log.followed.fault !== undefined ? (
        <EntryList events={log.events} isRead={log.isRead} brokenAt={log.followed.fault?.sequence} />
      ) : (
        <Skeleton rows={8} />
      )}
    </Page>
  );
}

function incidentOf(data: Record<string, unknown> | undefined): { key: string; title: string } | undefined {
  const incident = data?.incident;
  if (typeof incident !== 'object' || incident === null) return undefined;
  const { key, title } = incident as { key?: unknown; title?: unknown };
  return typeof key === 'string' && typeof title === 'string' ? { key, title } : undefined;
}
