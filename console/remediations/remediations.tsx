import { Page } from '../shell/page.tsx';

export function Remediations() {
  return <Page title="Remediations">{null}</Page>;
}
