import { Page } from '../shell/page.tsx';

export function MergeRecord() {
  return <Page title="Merge">{null}</Page>;
}
