import type { ComponentChildren } from 'preact';
import type { Schemas } from '../data/api.ts';
import { cannotBeProven } from '../fix/check-words.ts';
import { nameOf } from '../fix/told.ts';
import { StandingShape } from '../marks/standing-mark.tsx';
import { timeInWords } from '../marks/time.tsx';
import { NameList } from '../parts/name-list.tsx';
import { to } from '../router/to.ts';
import type { Decisions } from './decisions-still-open.ts';
import { dueIfApproved } from './due-if-approved.ts';

type RecordShape = Schemas['Record'];

/** A number of things that were looked at; `hasMore` when there are others at which nobody looked here. */
export type Counted = { count: number; hasMore: boolean } | 'being read' | 'not read';

type SignChecksProps = {
  record: RecordShape;
  /** Why the reader may not judge it; undefined: they may. */
  rule: string | undefined;
  openHints: Counted;
  unsettled: Counted;
};

/** What to look at before one signs. Nothing of it forbids anything but the rule of four eyes. */
export function SignChecks({ record, rule, openHints, unsettled }: SignChecksProps) {
  const { met, required } = record.completeness;
  const wanted = record.recommendations.filter(({ status }) => status === 'proposed' || status === 'risk accepted');
  const unprovable = wanted.filter(({ verification }) => cannotBeProven(verification.checks));
  const doubles = wanted.filter(({ sameWords = [] }) => sameWords.length > 0);
  return (
    <ul class="sign-checks">
      <Line isGood={met === required}>
        Complete: {met} of {required}
      </Line>
      <Line isGood={rule === undefined}>
        Four eyes{rule === undefined ? ': you wrote nothing in it' : ''}. <WrittenBy record={record} />
      </Line>
      <Line isGood={unprovable.length === 0}>
        {unprovable.length === 0
          ? 'Every fix can be proven or attested'
          : `${unprovable.length} ${unprovable.length === 1 ? 'fix' : 'fixes'} can’t be proven: ${unprovable.map(({ title }) => `“${title}”`).join(', ')}`}
      </Line>
      {doubles.length === 0 ? null : (
        <Line isGood={false}>{doubles.length} of the recommendations have the words of another fix</Line>
      )}
      <CountLine of={openHints} things="Hints" none="No hint is open">
        {(count) => `${count} ${count === 1 ? 'hint is' : 'hints are'} open`}
      </CountLine>
      <CountLine of={unsettled} things="Comments" none="Every comment is settled">
        {(count) => (
          <a href={to.record(record.id)}>
            {count} {count === 1 ? 'comment is' : 'comments are'} not settled
          </a>
        )}
      </CountLine>
    </ul>
  );
}

/** Who wrote in the record, by name, and who handed it in. */
function WrittenBy({ record: { authors, submittedBy } }: { record: RecordShape }) {
  const by = nameOf(submittedBy);
  return (
    <>
      {authors.length === 0 ? (
        'Nobody is named as its author'
      ) : (
        <>
          Written by <NameList names={authors.map((one) => nameOf(one) ?? one.id)} />
        </>
      )}
      {by === undefined ? null : (
        <>
          ; submitted by <bdi>{by}</bdi>
        </>
      )}
    </>
  );
}

type CountLineProps = { of: Counted; things: string; none: string; children: (count: number) => ComponentChildren };

/** What is said of a number: that there is none only when all were looked at. */
function CountLine({ of, things, none, children }: CountLineProps) {
  if (of === 'being read') return <Line isGood={false}>{things} …</Line>;
  if (of === 'not read') return <Line isGood={false}>{things} could not be read</Line>;
  const { count, hasMore } = of;
  return (
    <Line isGood={count === 0 && !hasMore}>
      {count === 0 ? none : children(count)}
      {hasMore ? ' of those that were looked at: there are more' : ''}
    </Line>
  );
}

function Line({ isGood, children }: { isGood: boolean; children: ComponentChildren }) {
  return (
    <li>
      <StandingShape mark={isGood ? 'proven' : 'unproven'} size={14} />
      <span>
        <span class="unseen">{isGood ? 'Good: ' : 'Look at: '}</span>
        {children}
      </span>
    </li>
  );
}

type IfApproved = RecordShape['recommendations'][number]['ifApproved'];

function placeInWords(ifApproved: IfApproved): string {
  if (ifApproved?.project === undefined) return '';
  const { project, site } = ifApproved;
  return ` in ${project}${site === undefined ? '' : ` on ${new URL(site).host}`}`;
}

type WhatWillHappenProps = { record: RecordShape; readAt: string; decisions: Decisions };

/** What the approval sets off, as far as the record tells. */
export function WhatWillHappen({ record, readAt, decisions }: WhatWillHappenProps) {
  const proposed = record.recommendations.filter(
    ({ id, status }) => status === 'proposed' && decisions[id] === undefined,
  );
  const putOff = record.recommendations.filter(({ status }) => status === 'risk accepted');
  const lessons = record.lessons.filter(({ status }) => status !== 'in place');
  const notifications = record.notifications.filter(({ sentAt }) => sentAt === undefined);
  return (
    <ul class="will-happen">
      {proposed.map(({ id, title, ownerTeam, priority, existingWork, dueAt, ifApproved }) => (
        <li key={id}>
          {existingWork?.kind === 'ticket'
            ? `${existingWork.ticket} is taken`
            : `A ${priority} ticket is made${placeInWords(ifApproved)}`}{' '}
          for <bdi>{ownerTeam}</bdi>: “<bdi>{title}</bdi>”{dueIfApproved({ dueAt, ifApproved }, readAt)}
        </li>
      ))}
      {putOff.map(({ id, title, acceptance }) => (
        <li key={id}>
          “<bdi>{title}</bdi>” is asked for{' '}
          {acceptance === undefined ? 'later' : `after ${timeInWords(acceptance.until, 'day')}`}
        </li>
      ))}
      {lessons.map(({ id, document, ownerTeam, dueAt }) => (
        <li key={id}>
          <bdi>{ownerTeam}</bdi> puts a lesson into “<bdi>{document}</bdi>” by {timeInWords(dueAt, 'day')}
        </li>
      ))}
      {notifications.map(({ id, recipient, regime, dueAt }) => (
        <li key={id}>
          {regime}: <bdi>{recipient}</bdi> is still to be told
          {dueAt === undefined ? '' : `, by ${timeInWords(dueAt, 'day')}`}
        </li>
      ))}
      {proposed.length + putOff.length + lessons.length + notifications.length === 0 ? (
        <li>No ticket is made: nothing is to be done.</li>
      ) : null}
    </ul>
  );
}
