import { useEffect, useState } from 'preact/hooks';

/** Rest of the keys after which the server is asked, in milliseconds. */
const REST_MS = 150;

/** What is typed, once the keys rest. */
export function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
