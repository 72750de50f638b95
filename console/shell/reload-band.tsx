import type { ComponentChildren } from 'preact';

/** Says what is wrong with the page, and offers to load it anew. */
export function ReloadBand({ children }: { children: ComponentChildren }) {
  return (
    <div class="band band-bad" role="alert">
      <p>{children}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Load the page anew
      </button>
    </div>
  );
}
