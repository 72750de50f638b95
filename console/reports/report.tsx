import { Page } from '../shell/page.tsx';

export function Report() {
  return <Page title="Report">{null}</Page>;
}
