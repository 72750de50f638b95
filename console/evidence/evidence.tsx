import { Page } from '../shell/page.tsx';

export function Evidence() {
  return <Page title="Evidence">{null}</Page>;
}
