/** How many files are read and sent at once. */
const AT_ONCE = 4;

/** Runs uploads a few at a time, those of one key one after another. */
export class UploadTurns {
  readonly #waiting: { key: string; run: () => Promise<void> }[] = [];
  readonly #running = new Set<string>();
  #idle: (() => void)[] = [];

  add(key: string, run: () => Promise<void>): void {
    this.#waiting.push({ key, run });
    this.#startMore();
  }

  /** Resolves when nothing is waiting or running. */
  async settled(): Promise<void> {
    if (this.#running.size > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #startMore(): void {
    while (this.#running.size < AT_ONCE) {
      const next = this.#waiting.findIndex(({ key }) => !this.#running.has(key));
      const [task] = next < 0 ? [] : this.#waiting.splice(next, 1);
      if (!task) break;
      this.#running.add(task.key);
      void task.run().finally(() => {
        this.#running.delete(task.key);
        this.#startMore();
      });
    }
    if (this.#running.size > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}
