import { Page } from '../shell/page.tsx';

export function WaiveRecord() {
  return <Page title="Waive">{null}</Page>;
}
