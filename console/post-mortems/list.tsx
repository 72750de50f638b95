import { Page } from '../shell/page.tsx';

export function RecordList() {
  return <Page title="Post-mortems">{null}</Page>;
}
