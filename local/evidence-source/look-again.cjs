'use strict';

/**
 * A team's own Lambda function, by which its phishing simulation can be asked to look again: docs/evidence-sources.md. It is deployed
 * beside the stack, as text, so it needs nothing but Node.js.
 */
exports.handler = (question) => exports.lookAgain(process.env.SIMULATION_URL, question);

exports.lookAgain = async (simulation, { correlationId, about }) => {
  const answer = (said) => ({ correlationId, about, ...said });
  const response = await fetch(`${simulation}/runs/${encodeURIComponent(about.subject.id)}`, { method: 'POST' });
  if (!response.ok) return answer({ outcome: 'not judged', reason: `the simulation answered ${response.status}` });
  const { outcome, detail } = await response.json();
  return answer(outcome === 'not judged' ? { outcome, reason: detail } : { outcome, detail });
};
