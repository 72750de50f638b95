import { Time } from '../marks/time.tsx';
import { useDesk } from './desk.ts';
import { writingKey, writingsUnder } from './editing/writings.ts';
import { correctionBegun, factsOf, type TicketFact } from './facts-of.ts';
import { FromTicket } from './from-ticket.tsx';
import { jumpTo, unfold } from './jump.ts';
import { beginPart, newPartsOf } from './parts/new-parts.ts';

/** What the ticket told: each fact is marked until somebody sets it right, beside it. */
export function TicketFacts() {
  const { record, person, mayWrite } = useDesk();
  if (record.incident.source === 'holdfast') return null;
  const setRight = (of: string) => {
    const writings = writingsUnder(writingKey(person, record.id, 'corrections.'));
    const begun = correctionBegun(of, newPartsOf(record.id, 'corrections'), writings);
    const path = begun ?? beginPart(record.id, 'corrections', { of });
    unfold(path);
    jumpTo(`${path}.shouldBe`);
  };
  return (
    <details class="record-ticket">
      <summary>
        What the ticket told <FromTicket />
      </summary>
      <dl>
        {factsOf(record).map((fact) => (
          <div key={fact.path} class="record-fact">
            <dt>{fact.label}</dt>
            <dd>
              <div>
                <FactNow fact={fact} />
              </div>
              {mayWrite && fact.isCorrectable && fact.now === undefined ? (
                <button
                  type="button"
                  class="button button-plain"
                  aria-label={`Set right: ${fact.label}`}
                  onClick={() => setRight(fact.path)}
                >
                  Set right
                </button>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function FactNow({ fact: { told, now, isTime = false } }: { fact: TicketFact }) {
  const words = (value: string) => (isTime ? <Time at={value} /> : <bdi class="record-words">{value}</bdi>);
  if (now === undefined) {
    return (
      <>
        {words(told)} <FromTicket />
      </>
    );
  }
  return (
    <>
      {now === '' ? 'taken back' : words(now)}
      <p class="small quiet">
        <FromTicket /> it was {words(told)}
      </p>
    </>
  );
}
