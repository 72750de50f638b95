import { jumpTo } from '../jump.ts';
import { answersOf, type CauseLinks, type CauseNode } from './links-of.ts';

/** Each cause and factor with what answers it. */
export function CauseList({ links }: { links: CauseLinks }) {
  const [causes, factors] = links.columns;
  return (
    <ul class="record-cause-list">
      {[...causes, ...factors].map((node) => {
        const answers = answersOf(links, node.id);
        return (
          <li key={node.id}>
            <CauseLink node={node} />
            <ul>
              {answers.map((answer) => (
                <li key={answer.id}>
                  <span aria-hidden="true">→ </span>
                  <CauseLink node={answer} />
                </li>
              ))}
              {answers.length === 0 ? <li class="record-unanswered">answered by nothing</li> : null}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function CauseLink({ node: { id, kind, sort, words } }: { node: CauseNode }) {
  return (
    <>
      <span class="record-sort">{sort}</span>{' '}
      <a
        href={`#${kind}.${id}`}
        onClick={(event) => {
          event.preventDefault();
          jumpTo(`${kind}.${id}`);
        }}
      >
        <bdi>{words}</bdi>
      </a>
    </>
  );
}
