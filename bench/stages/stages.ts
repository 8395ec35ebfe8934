/** The stages of a report's way by name, each of which can be run by itself, again and again. */
export type Stages = Readonly<Record<string, () => unknown>>;
