import { isKeptClose } from './kept-close.ts';
import type { Tlp } from './tlp-order.ts';

/** The mark as FIRST draws it: its colour on black, with its word. */
export function TlpMark({ tlp }: { tlp: Tlp }) {
  return <span class={`tlp tlp-${tlp === 'AMBER+STRICT' ? 'STRICT' : tlp}`}>TLP:{tlp}</span>;
}

/** Above a record that few may read: what that means here. */
export function TlpBand({ tlp }: { tlp: Tlp }) {
  if (!isKeptClose(tlp)) return null;
  return (
    <div class="tlp-band">
      <TlpMark tlp={tlp} />
      <span>Your look is in the log. Nothing of this record is kept on this device.</span>
    </div>
  );
}
