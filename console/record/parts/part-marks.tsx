import { Due } from '../../marks/due.tsx';
import { to } from '../../router/to.ts';
import type { PartKey } from '../contents.ts';
import { useDesk } from '../desk.ts';

/** What became of a part that is more than its words. */
export function PartMarks({ name, id }: { name: PartKey; id: string | undefined }) {
  const { record } = useDesk();
  if (name === 'recommendations') {
    const one = record.recommendations.find((part) => part.id === id);
    if (one === undefined) return null;
    return (
      <span class="record-part-marks small">
        {one.state === 'proposed' ? null : <span>{one.state}</span>}
        {one.remediation === undefined ? null : <a href={to.fix(record.id, one.id)}>Fix</a>}
      </span>
    );
  }
  if (name === 'lessons') {
    const one = record.lessons.find((part) => part.id === id);
    return one === undefined ? null : (
      <span class="record-part-marks small">
        {one.status}
        {one.status === 'in place' ? null : (
          <>
            {' '}
            <Due at={one.dueAt} />
          </>
        )}
      </span>
    );
  }
  return null;
}
