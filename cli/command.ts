import type { Installation } from './installation.ts';
import type { Terminal } from './terminal.ts';

/** Dependencies of every command. A command answers whether all is well, and throws when it cannot tell. */
export type CommandDependencies = {
  installation: Installation;
  terminal: Terminal;
  /** ISO 8601 UTC. */
  now: () => string;
  asJson: boolean;
};
