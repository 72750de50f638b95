import type { Installation, Whereabouts } from './installation.ts';
import type { SignInSurroundings } from './sign-in/login.ts';
import type { Terminal } from './terminal.ts';

/** Dependencies of every command. A command answers whether all is well, and throws when it cannot tell. */
export type CommandDependencies = {
  installation: Installation;
  terminal: Terminal;
  /** ISO 8601 UTC. */
  now: () => string;
  asJson: boolean;
};

/** Surroundings of a command line: its terminal, the way to an installation, the clock, and the receiver of the result. */
export type CommandLine = {
  terminal: Terminal;
  connect: (where: Whereabouts) => Promise<Installation>;
  signIn: SignInSurroundings;
  /** ISO 8601 UTC. */
  now: () => string;
  finished: (isFine: boolean) => void;
};
