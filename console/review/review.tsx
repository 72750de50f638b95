import { Page } from '../shell/page.tsx';

export function Review() {
  return <Page title="Approval">{null}</Page>;
}
