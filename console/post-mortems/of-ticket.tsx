import { Page } from '../shell/page.tsx';

export function OfTicket() {
  return <Page title="Ticket">{null}</Page>;
}
