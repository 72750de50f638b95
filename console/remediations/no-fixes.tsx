import type { ComponentChildren } from 'preact';
import { Empty } from '../parts/empty.tsx';
import { to } from '../router/to.ts';

/** There is no fix to show: how one comes to be. */
export function NoFixes({ children }: { children: ComponentChildren }) {
  return (
    <Empty
      action={
        <a class="button" href={to.postMortems()}>
          To the post-mortems
        </a>
      }
    >
      {children} A fix begins as a recommendation in a post-mortem. Once that is approved it gets its ticket, and it
      stays here until evidence shows that it holds.
    </Empty>
  );
}
