import { Page } from '../shell/page.tsx';

export function RecordPlace() {
  return <Page title="Post-mortem">{null}</Page>;
}
