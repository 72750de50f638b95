/** A file of a report: its text, or only how long it is where that is more than was wanted. */
export type ReportFile = { bytes: number; etag: string } & ({ text: string } | { text?: undefined });

/** The bucket of the reports, as far as it is read. */
export type ReportFiles = {
  /** @param longest bytes; of a longer file nothing is read */
  read: (key: string, longest: number) => Promise<ReportFile>;
  /** Address that gives the file, as a download under its name, for a while. */
  link: (key: string, name: string, validForMs: number) => Promise<string>;
};
