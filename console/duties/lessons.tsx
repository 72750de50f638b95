import { Page } from '../shell/page.tsx';

export function Lessons() {
  return <Page title="Lessons">{null}</Page>;
}
