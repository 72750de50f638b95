import { useEffect, useState } from 'preact/hooks';
import { sayFailed } from './say-failed.ts';

/** A part of the console that is loaded once it is wanted: most who read a record never want it. */
export function onDemand<Part>(load: () => Promise<Part>) {
  let part: Part | undefined;
  const get = async (): Promise<Part> => {
    part ??= await load();
    return part;
  };
  return {
    get,
    /** Loads it where it is shown. @returns undefined until it is there */
    usePart(): Part | undefined {
      const [there, setThere] = useState(part);
      useEffect(() => {
        get().then(() => setThere(part), sayFailed);
      }, []);
      return there;
    },
  };
}
