import { browserSha256 } from './browser-sha256.ts';
import { type Followed, followed, type Link, NOTHING_FOLLOWED } from './chain.ts';

/** Address of the worker's file, which the bundler puts here. */
declare const HOLDFAST_CHAIN_WORKER: string | undefined;

type Policy = { createScriptURL: (url: string) => unknown };
type WithPolicies = {
  trustedTypes?: { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Policy };
};

/** Takes the entries of a log, in order, and tells how far its chain holds. */
export type ChainFollower = { follow: (entries: readonly Link[]) => void; stop: () => void };

type Listener = {
  /** Called after each part. */
  tell: (so: Followed) => void;
  /** Called when it cannot go on. */
  fail: () => void;
};

/** Begins to follow the chain of a record, in a worker where there is one to be had. */
export function followChain(id: string, { tell, fail }: Listener): ChainFollower {
  const url = typeof HOLDFAST_CHAIN_WORKER === 'string' ? HOLDFAST_CHAIN_WORKER : undefined;
  if (url === undefined) return followHere(id, { tell, fail });
  const worker = new Worker(trusted(url) as string, { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Followed>) => tell(data));
  worker.addEventListener('error', fail);
  worker.addEventListener('messageerror', fail);
  return { follow: (entries) => worker.postMessage({ id, entries }), stop: () => worker.terminate() };
}

let policy: Policy | undefined;

/** The one script that this page may start beside itself. */
function trusted(url: string): unknown {
  const { trustedTypes } = globalThis as WithPolicies;
  policy ??= trustedTypes?.createPolicy('holdfast-worker', {
    createScriptURL(asked) {
      if (asked !== url) throw new TypeError('no other worker than the one of the audit log');
      return asked;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}

function followHere(id: string, { tell, fail }: Listener): ChainFollower {
  let isOver = false;
  let so = Promise.resolve(NOTHING_FOLLOWED);
  return {
    follow(entries) {
      so = so.then((before) => (isOver ? before : followed(before, entries, { id, sha256: browserSha256 })));
      so.then(
        (now) => {
          if (!isOver) tell(now);
        },
        () => {
          if (!isOver) fail();
        },
      );
    },
    stop() {
      isOver = true;
    },
  };
}
