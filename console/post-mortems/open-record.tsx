import { Page } from '../shell/page.tsx';

export function OpenRecord() {
  return <Page title="Open a post-mortem">{null}</Page>;
}
