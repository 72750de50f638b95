import { Page } from '../shell/page.tsx';

export function Notifications() {
  return <Page title="Notifications">{null}</Page>;
}
