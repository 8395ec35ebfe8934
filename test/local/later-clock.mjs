// Loaded into a function's process before its bundle: whoever asks for the hour is told a later one. `Date.now()` stays
// as it is, since limits of time and signatures go by it.
const laterMs = Number(process.env.TEST_LATER_SECONDS) * 1000;

globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length === 0 ? [Date.now() + laterMs] : args));
  }
};
