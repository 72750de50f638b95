import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

type PageProps = {
  title: string;
  /** What the tab is called; the title by default. */
  tab?: string;
  about?: ComponentChildren;
  actions?: ComponentChildren;
  children: ComponentChildren;
};

/** A place: its one main heading, what can be done there, and what it shows. */
export function Page({ title, tab = title, about, actions, children }: PageProps) {
  useLayoutEffect(() => {
    document.title = `${tab} · Holdfast`;
  }, [tab]);
  return (
    <>
      <header class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {about === undefined ? null : <div class="page-about">{about}</div>}
        </div>
        {actions === undefined ? null : <div class="row">{actions}</div>}
      </header>
      {children}
    </>
  );
}
