import type { Command } from 'commander';
import type { Language } from './language.ts';

/** `--lang` may stand before or after the command's name. */
export function languageOf(command: Command): Language {
  return (
    command.optsWithGlobals<{ lang?: Language }>().lang ?? command.parent?.opts<{ lang?: Language }>().lang ?? 'zh'
  );
}
