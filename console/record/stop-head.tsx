import type { ComponentChildren } from 'preact';
import { pathOf, type Stop } from './contents.ts';
import { useDesk } from './desk.ts';

/** Heading of a section, with where its words stand, who is there, and the way to its comments. */
export function StopHead({ stop, children }: { stop: Stop; children?: ComponentChildren }) {
  const { present, mayComment, openComments } = useDesk();
  const path = pathOf(stop);
  const here = present.filter((one) => one.path === path || one.path.startsWith(`${path}.`));
  return (
    <div class="record-stop-head">
      <h2 id={`${stop.name}-title`}>{stop.title}</h2>
      {here.map(({ name }) => (
        <span key={name} class="record-here">
          <bdi>{name}</bdi> is here
        </span>
      ))}
      {children}
      <button type="button" class="button button-plain record-remark" onClick={() => openComments(path)}>
        {mayComment ? 'Comment' : 'Comments'}
        <span class="unseen"> on {stop.title}</span>
      </button>
      <p class="record-about">{stop.about}</p>
    </div>
  );
}
