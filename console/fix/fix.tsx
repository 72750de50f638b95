import { Page } from '../shell/page.tsx';

export function FixPlace() {
  return <Page title="Fix">{null}</Page>;
}
