/** What is to be done later, by name: each once, until it is done or stopped. */
export class Timers {
  #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  has(name: string): boolean {
    return this.#waiting.has(name);
  }

  later(name: string, ms: number, run: () => void): void {
    if (this.#waiting.has(name)) return;
    const done = () => {
      this.#waiting.delete(name);
      run();
    };
    this.#waiting.set(name, setTimeout(done, ms));
  }

  stop(...names: string[]): void {
    for (const name of names) {
      clearTimeout(this.#waiting.get(name));
      this.#waiting.delete(name);
    }
  }

  stopAll(): void {
    this.stop(...this.#waiting.keys());
  }
}
