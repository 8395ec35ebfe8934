interface Hidden {
  readonly id: string;
  readonly until: number;
}

/**
 * Which messages of a queue may be handed out, and which are hidden until when. Every step costs the same however
 * many messages wait, or grows with the logarithm of the hidden ones.
 */
export class Visibility {
  /** In the order in which they became visible. */
  readonly #visible = new Set<string>();
  readonly #until = new Map<string, number>();
  /** A binary heap, the soonest first. What no longer agrees with `#until` is passed over. */
  #hidden: Hidden[] = [];

  get visible(): number {
    return this.#visible.size;
  }

  get hidden(): number {
    return this.#until.size;
  }

  isHidden(id: string): boolean {
    return this.#until.has(id);
  }

  show(id: string): void {
    this.#until.delete(id);
    this.#visible.add(id);
  }

  /** @param until milliseconds since 1970 */
  hide(id: string, until: number): void {
    this.#visible.delete(id);
    this.#until.set(id, until);
    this.#hidden.push({ id, until });
    this.#rise(this.#hidden.length - 1);
  }

  forget(id: string): void {
    this.#visible.delete(id);
    this.#until.delete(id);
  }

  /** The message that has been visible for longest, if there is one. */
  first(now: number): string | undefined {
    this.#showDue(now);
    const [id] = this.#visible;
    return id;
  }

  /** When there is something to hand out: now or earlier, later, or never as things stand. */
  nextAt(now: number): number {
    this.#showDue(now);
    if (this.#visible.size > 0) return now;
    return this.#hidden[0]?.until ?? Number.POSITIVE_INFINITY;
  }

  #showDue(now: number): void {
    for (let [soonest] = this.#hidden; soonest; [soonest] = this.#hidden) {
      const current = this.#until.get(soonest.id) === soonest.until;
      if (current && soonest.until > now) return;
      this.#takeSoonest();
      if (current) this.show(soonest.id);
    }
  }

  #takeSoonest(): void {
    const last = this.#hidden.pop();
    if (!last || this.#hidden.length === 0) return;
    this.#hidden[0] = last;
    this.#sink();
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#swapUnlessOrdered(above, at)) return;
      at = above;
    }
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const [left, right] = [at * 2 + 1, at * 2 + 2];
      const soonest = this.#untilAt(right) < this.#untilAt(left) ? right : left;
      if (!this.#swapUnlessOrdered(at, soonest)) return;
      at = soonest;
    }
  }

  #swapUnlessOrdered(above: number, below: number): boolean {
    const [upper, lower] = [this.#hidden[above], this.#hidden[below]];
    if (!upper || !lower || upper.until <= lower.until) return false;
    this.#hidden[above] = lower;
    this.#hidden[below] = upper;
    return true;
  }

  #untilAt(at: number): number {
    return this.#hidden[at]?.until ?? Number.POSITIVE_INFINITY;
  }
}
