import { Page } from '../shell/page.tsx';

export function Measures() {
  return <Page title="Temporary measures">{null}</Page>;
}
