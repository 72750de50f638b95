import { Page } from '../shell/page.tsx';

export function History() {
  return <Page title="History">{null}</Page>;
}
