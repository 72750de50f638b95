type Appointment = { readonly at: number; readonly order: number; readonly run: () => void };

export type Timeline = ReturnType<typeof createTimeline>;

/**
 * Simulated time. It stands still while code runs and jumps to the next appointment when all of it waits. Of
 * appointments at the same moment the one that was made first comes first, so a run has one order only.
 */
export function createTimeline(start: string) {
  const heap: Appointment[] = [];
  let nowMs = Date.parse(start);
  let made = 0;

  function at(time: number, run: () => void): void {
    made += 1;
    heap.push({ at: Math.max(time, nowMs), order: made, run });
    rise(heap);
  }

  return {
    nowMs: () => nowMs,
    now: () => new Date(nowMs).toISOString(),
    at,
    after: (delayMs: number, run: () => void): void => at(nowMs + delayMs, run),
    /** Appointments kept so far: the measure of a run. */
    kept: () => made - heap.length,

    /** Keeps every appointment up to `end`. */
    async runUntil(end: number): Promise<void> {
      for (let next = heap[0]; next !== undefined && next.at <= end; next = heap[0]) {
        removeFirst(heap);
        nowMs = next.at;
        next.run();
        await allWaiting();
      }
      nowMs = Math.max(nowMs, end);
    },
  };
}

/** Node runs every microtask and every `nextTick` before this: what goes on by itself has come to its next wait. */
function allWaiting(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

const isBefore = (left: Appointment, right: Appointment): boolean =>
  left.at < right.at || (left.at === right.at && left.order < right.order);

/** The last one finds its place: a binary heap, the earliest on top. */
function rise(heap: Appointment[]): void {
  let index = heap.length - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!swapIfBefore(heap, index, parent)) return;
    index = parent;
  }
}

function removeFirst(heap: Appointment[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  let index = 0;
  for (;;) {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const earlier = right < heap.length && isBeforeAt(heap, right, left) ? right : left;
    if (earlier >= heap.length || !swapIfBefore(heap, earlier, index)) return;
    index = earlier;
  }
}

function isBeforeAt(heap: readonly Appointment[], left: number, right: number): boolean {
  const [a, b] = [heap[left], heap[right]];
  return a !== undefined && b !== undefined && isBefore(a, b);
}

function swapIfBefore(heap: Appointment[], child: number, parent: number): boolean {
  const [lower, upper] = [heap[child], heap[parent]];
  if (lower === undefined || upper === undefined || !isBefore(lower, upper)) return false;
  heap[parent] = lower;
  heap[child] = upper;
  return true;
}
