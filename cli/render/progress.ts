import type { Language } from '../language.ts';
import { paint } from './paint.ts';

/** A line on stderr that counts; silent where no person watches or there is little to count. */
export function showProgress(total: number, language: Language) {
  const shown = process.stderr.isTTY && total > 3;
  let done = 0;
  const draw = () => {
    const text = language === 'zh' ? `已核对 ${done} / ${total}` : `${done} of ${total} checked`;
    process.stderr.write(`\r${paint.quiet(text)}`);
  };
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[K');
  };
  return {
    clear,
    step() {
      done++;
      if (shown) draw();
    },
    end: clear,
  };
}
