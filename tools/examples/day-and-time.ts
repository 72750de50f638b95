/** "2026-11-23 06:12", in UTC. */
export function dayAndTime(at: string): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

/** "7 days" for P7D; other durations as they are. */
export function daysOf(duration: string): string {
  return duration.replace(/^P(\d+)D$/, '$1 days');
}
