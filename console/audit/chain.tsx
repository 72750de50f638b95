import { Page } from '../shell/page.tsx';

export function Chain() {
  return <Page title="Audit">{null}</Page>;
}
