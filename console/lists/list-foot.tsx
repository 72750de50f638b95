import { Problem } from '../parts/problem.tsx';

type ListFootProps = {
  list: {
    lines: readonly unknown[];
    lookedAt: number;
    isMore: boolean;
    isTiring: boolean;
    isReadingOn: boolean;
    error: Error | null;
    isNextMissing: boolean;
    readOn: () => void;
    readAgain: () => void;
  };
  /** What is not in it, where it cannot have all. */
  notAll?: string | undefined;
};

/** Under a list: how much of it is here, and how to go on where it does not do so by itself. */
export function ListFoot({ list, notAll }: ListFootProps) {
  const found = list.lines.length.toLocaleString('en');
  return (
    <div class="list-foot">
      {list.error === null ? null : list.isNextMissing ? (
        <Problem error={list.error} what="The rest of the list" retry={list.readOn} />
      ) : (
        <Problem error={list.error} what="The list as it is now" retry={list.readAgain} />
      )}
      {!list.isMore ? (
        <p class="quiet small">
          {notAll ?? (list.lines.length === 1 ? 'One line, and no more.' : `${found} lines, and no more.`)}
        </p>
      ) : list.isReadingOn ? (
        <p class="quiet small">Reading on …</p>
      ) : list.isTiring ? (
        <p>
          Looked at {list.lookedAt.toLocaleString('en')}, found {found}.{' '}
          <button type="button" class="button" onClick={list.readOn}>
            Go on
          </button>
        </p>
      ) : (
        <button type="button" class="button button-plain" onClick={list.readOn}>
          {found} lines so far. Read on
        </button>
      )}
    </div>
  );
}
