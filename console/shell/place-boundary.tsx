import { Component, type ComponentChildren } from 'preact';
import { Page } from './page.tsx';
import { ReloadBand } from './reload-band.tsx';

/** A fault in one place takes down neither the rail nor the way out of it. */
export class PlaceBoundary extends Component<{ children: ComponentChildren }, { error?: Error }> {
  static override getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidCatch(error: Error): void {
    console.error(error);
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <Page title="This page has a fault">
        <ReloadBand>
          Holdfast could not draw it: {error.message}. What is stored is untouched. Load the page anew; if it comes
          again, tell whoever runs Holdfast.
        </ReloadBand>
      </Page>
    );
  }
}
