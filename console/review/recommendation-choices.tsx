import type { Schemas } from '../data/api.ts';
import { cannotBeProven } from '../fix/check-words.ts';
import { timeInWords } from '../marks/time.tsx';
import { WordMark } from '../marks/word-mark.tsx';
import { AskedText } from './asked-text.tsx';
import type { Decision, Decisions, Risk } from './decisions-still-open.ts';
import { reasonTooShort } from './reason-too-short.ts';
import { RiskFields, whatRiskLacks } from './risk-fields.tsx';

type Recommendation = Schemas['Recommendation'];

type ChoicesProps = {
  recommendations: readonly Recommendation[];
  decisions: Decisions;
  onChange: (decisions: Decisions) => void;
  isOff: boolean;
};

/** For each recommendation whether it goes with the approval, is declined, or is put off. */
export function RecommendationChoices({ recommendations, decisions, onChange, isOff }: ChoicesProps) {
  return (
    <ol>
      {recommendations.map((one) => (
        <Choice
          key={one.id}
          recommendation={one}
          decision={decisions[one.id]}
          isOff={isOff}
          onChange={(decision) => {
            const { [one.id]: _, ...rest } = decisions;
            onChange(decision === undefined ? rest : { ...rest, [one.id]: decision });
          }}
        />
      ))}
    </ol>
  );
}

type ChoiceProps = {
  recommendation: Recommendation;
  decision: Decision | undefined;
  isOff: boolean;
  onChange: (decision: Decision | undefined) => void;
};

const NO_RISK: Risk = { until: '', reason: '', compensatingControl: '' };

function Choice({ recommendation, decision, isOff, onChange }: ChoiceProps) {
  const { id, title, ownerTeam, priority, status } = recommendation;
  const offers: { words: string; is: Decision['is'] | undefined; begin: () => Decision | undefined }[] = [
    { words: status === 'proposed' ? 'Approve' : 'Leave as it is', is: undefined, begin: () => undefined },
    { words: 'Decline', is: 'decline', begin: () => ({ is: 'decline', reason: '' }) },
    { words: 'Put off', is: 'put off', begin: () => ({ is: 'put off', risk: NO_RISK }) },
  ];
  return (
    <li class="choice-row">
      <div>
        <p>
          <a href={`#read-recommendations.${id}`}>
            <bdi>{title}</bdi>
          </a>
        </p>
        <p class="row small quiet">
          <WordMark words={priority} tone={priority} />
          <bdi>{ownerTeam}</bdi>
          {cannotBeProven(recommendation.verification.checks) ? (
            <span class="mark mark-small tone-unproven">can’t be proven</span>
          ) : null}
        </p>
        <SettledWord recommendation={recommendation} />
      </div>
      {isOff || status === 'approved' ? null : (
        <fieldset class="choice-set">
          <legend class="unseen">{title}</legend>
          {offers.map(({ words, is, begin }) => (
            <label key={words} class="choice">
              <input
                type="radio"
                name={`choice-${id}`}
                checked={decision?.is === is}
                onChange={() => onChange(begin())}
              />
              <span>{words}</span>
            </label>
          ))}
        </fieldset>
      )}
      {decision === undefined ? null : <Reasons decision={decision} onChange={onChange} />}
    </li>
  );
}

/** A word that stands already. */
function SettledWord({ recommendation: { status, declinedBecause, acceptance } }: { recommendation: Recommendation }) {
  if (status === 'declined') {
    return (
      <p class="small">
        <strong>Declined:</strong> <bdi>{declinedBecause}</bdi>
      </p>
    );
  }
  if (status !== 'risk accepted' || acceptance === undefined) return null;
  return (
    <p class="small">
      <strong>Put off until {timeInWords(acceptance.until, 'day')}</strong> by {acceptance.by.name}:{' '}
      <bdi>{acceptance.compensatingControl}</bdi>
    </p>
  );
}

function Reasons({ decision, onChange }: { decision: Decision; onChange: (decision: Decision) => void }) {
  if (decision.is === 'decline') {
    return (
      <div class="choice-reasons">
        <AskedText
          label="Why it is declined"
          rows={2}
          value={decision.reason}
          wrong={reasonTooShort(decision.reason)}
          onInput={(reason) => onChange({ is: 'decline', reason })}
          help="Its authors read it."
        />
      </div>
    );
  }
  const { risk } = decision;
  const set = (change: Partial<Risk>) => onChange({ is: 'put off', risk: { ...risk, ...change } });
  return (
    <div class="choice-reasons">
      <RiskFields risk={{ value: risk, because: whatRiskLacks(risk), set }} />
    </div>
  );
}
