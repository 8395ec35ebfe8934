/** Tells of a path when it has not been touched for a while. */
export class QuietPaths {
  readonly #quietMs: number;
  readonly #onQuiet: (path: string) => void;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #waiting: (() => void)[] = [];

  constructor(quietMs: number, onQuiet: (path: string) => void) {
    this.#quietMs = quietMs;
    this.#onQuiet = onQuiet;
  }

  touch(path: string): void {
    clearTimeout(this.#timers.get(path));
    const tell = () => {
      this.#timers.delete(path);
      this.#onQuiet(path);
      this.#release();
    };
    this.#timers.set(path, setTimeout(tell, this.#quietMs));
  }

  /** Forget the paths not yet told of. */
  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#release();
  }

  /** Resolves when every path touched was told of. */
  async settled(): Promise<void> {
    if (this.#timers.size > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #release(): void {
    if (this.#timers.size > 0) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
