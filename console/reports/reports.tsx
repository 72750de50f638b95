import { Page } from '../shell/page.tsx';

export function Reports() {
  return <Page title="Reports">{null}</Page>;
}
