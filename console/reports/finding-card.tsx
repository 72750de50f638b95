import { useId } from 'preact/hooks';
import type { Schemas } from '../data/api.ts';
import { Inline, ReportLink } from './inline.tsx';
import { ToneMark } from './tone-mark.tsx';

/** One thing in full: what it is, how it came here, and the evidence that decided. */
export function FindingCard({ finding }: { finding: Schemas['DrawnFinding'] }) {
  const { title, ticket, facts, story, notes, evidence, isOpen } = finding;
  const id = useId();
  return (
    <article class="finding" aria-labelledby={id}>
      <h3 id={id}>
        <ReportLink link={ticket} /> <bdi>{title}</bdi>
      </h3>
      <ul class="finding-facts">
        {facts.map((words, at) => (
          <li key={`${at}`}>
            <Inline words={words} />
          </li>
        ))}
      </ul>
      {story.length === 0 ? null : (
        <ol class="finding-story" aria-label="What happened">
          {story.map((words, at) => (
            <li key={`${at}`}>
              <Inline words={words} />
            </li>
          ))}
        </ol>
      )}
      {notes.map(({ name, text }) => (
        <p key={name} class="report-note">
          <strong>{name}:</strong> <bdi>{text}</bdi>
        </p>
      ))}
      {evidence.length === 0 ? null : (
        <details open={isOpen}>
          <summary>
            Evidence<span class="unseen"> for {ticket.text}</span>
          </summary>
          {evidence.map(({ heading, results }, at) => (
            <section key={`${at}`} class="finding-evidence">
              <h4>
                <Inline words={heading} />
              </h4>
              <ul>
                {results.map(({ mark, check, because, seen }, row) => (
                  <li key={`${row}`}>
                    <p>
                      <ToneMark mark={mark} /> <bdi>{check}</bdi>
                    </p>
                    <p>
                      <bdi>{because}</bdi>
                    </p>
                    {seen.map((words, one) => (
                      <p key={`${one}`} class="quiet small">
                        <Inline words={words} />
                      </p>
                    ))}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </details>
      )}
    </article>
  );
}
