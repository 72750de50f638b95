import { useAct } from '../data/act.ts';
import { api } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problem } from '../parts/problem.tsx';
import { toast } from '../parts/toasts.tsx';
import { RiskFields, riskBody, useRisk } from '../review/risk-fields.tsx';
import { afterFixChange, type FixAt } from './fix-at.ts';

type AcceptRiskProps = FixAt & { isOpen: boolean; onClose: () => void };

/** Lives without the fix until a date, with something in its place. */
export function AcceptRisk({ id, fixId, etag, isOpen, onClose }: AcceptRiskProps) {
  const risk = useRisk();
  const accept = useAct(async () => {
    const params = { path: { id, remediation: fixId }, header: { 'If-Match': etag } };
    got(
      await api.POST('/post-mortems/{id}/remediations/{remediation}/risk-acceptance', {
        params,
        body: riskBody(risk.value),
      }),
    );
    await afterFixChange(id);
    toast('The risk is accepted.');
    onClose();
  });
  return (
    <Dialog isOpen={isOpen} title="Accept the risk" onClose={onClose}>
      <p class="quiet">Until that day nobody is asked for the fix. Then it is judged, or wanted again.</p>
      <RiskFields risk={risk} />
      <Problem error={accept.error.value} what="The acceptance" />
      <div class="row">
        <ActButton act={accept} look="main" because={risk.because} onClick={() => void accept.act()}>
          Accept the risk
        </ActButton>
        {risk.because === undefined ? null : <span class="small quiet">{risk.because}</span>}
      </div>
    </Dialog>
  );
}
