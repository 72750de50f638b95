import { Page } from '../shell/page.tsx';

export function ImportRecords() {
  return <Page title="Import">{null}</Page>;
}
